// SPDX-License-Identifier: GPL-3.0-or-later
// reading_accuracy TABLE: how often the first proposed reading, or one of the first three, is the
// right one. TABLE is tab separated, with a header, the surface and its reading in the first two
// columns. Run it after a change of readings, dictionaries or their order.
#include <algorithm>
#include <array>
#include <cstddef>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "ficsearch/error.h"
#include "text/keys.h"
#include "text/readings.h"

namespace {

using namespace ficsearch;

constexpr std::array<std::string_view, 4> kSources{"user dictionary", "EDICT", "ENAMDICT", "MeCab"};

struct Tally {
  std::size_t rows = 0;
  std::size_t first_right = 0;
  std::size_t right_of_three = 0;

  void add(const std::vector<text::Reading>& proposed, const std::string& reading) {
    const auto is_right = [&](const text::Reading& r) { return text::fold_key(r.kana) == reading; };
    const auto three =
        proposed.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(3, proposed.size()));
    ++rows;
    first_right += !proposed.empty() && is_right(proposed.front());
    right_of_three += std::any_of(proposed.begin(), three, is_right);
  }
};

void print(std::string_view name, const Tally& tally) {
  const auto percent = [&](std::size_t n) {
    return tally.rows == 0 ? 0.0 : 100.0 * static_cast<double>(n) / static_cast<double>(tally.rows);
  };
  std::cout << std::left << std::setw(16) << name << std::right << std::setw(7) << tally.rows
            << std::fixed << std::setprecision(1) << std::setw(8) << percent(tally.first_right)
            << " %" << std::setw(8) << percent(tally.right_of_three) << " %\n";
}

void measure(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  std::string line;
  std::getline(in, line);  // the header
  text::MecabTagger tagger;
  Tally all;
  std::array<Tally, kSources.size()> by_source;
  while (std::getline(in, line)) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string::npos)
      throw Error(ErrorCode::bad_value, "a row has a single column", Place{.file = file});
    const std::string reading =
        text::fold_key(line.substr(tab + 1, line.find('\t', tab + 1) - tab - 1));
    const auto proposed = text::readings_of(tagger, std::string_view(line).substr(0, tab));
    all.add(proposed, reading);
    if (!proposed.empty())
      by_source[static_cast<std::size_t>(proposed.front().source)].add(proposed, reading);
  }
  if (all.rows == 0) throw Error(ErrorCode::io, "no rows", Place{.file = file});
  std::cout << "first from         rows     first    in three\n";
  for (std::size_t i = 0; i < kSources.size(); ++i) print(kSources[i], by_source[i]);
  print("all", all);
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc != 2) {
    std::cerr << "usage: reading_accuracy TABLE\n";
    return 2;
  }
  measure(argv[1]);
  return 0;
} catch (const ficsearch::Error& error) {
  std::cerr << error.where().file << ": error: " << error.what() << '\n';
  return 1;
}
