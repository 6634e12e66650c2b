// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <iostream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "text/code_points.h"
#include "text/keys.h"
#include "text/lossy_key.h"
#include "text/reading_key.h"
#include "text/romaji.h"
#include "text/romanizer.h"

// romaji_audit STEP: reads lines "surface<TAB>reading" from standard input, writes every STEP-th of
// the different readings in romaji of each system, and reads it again. Prints the readings that do
// not come back as the first candidate, and last how many do. Exit codes: 0 all, 1 not all, 2 the
// command line or the input cannot be understood. scripts/audit_ipadic feeds it IPADIC.
namespace {

using namespace ficsearch::text;
using ficsearch::test::can_romanize;
using ficsearch::test::kRomanizations;
using ficsearch::test::Romanization;
using ficsearch::test::romanize;

// Every `step`-th of the different readings.
std::vector<std::string> read_readings(std::istream& in, std::size_t step) {
  std::set<std::string> readings;
  for (std::string line; std::getline(in, line);) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string::npos) return {};
    readings.insert(line.substr(tab + 1));
  }
  std::vector<std::string> sample;
  std::size_t number = 0;
  for (const std::string& reading : readings)
    if (number++ % step == 0) sample.push_back(reading);
  return sample;
}

bool marks_length(Romanization system) {
  return system == Romanization::hepburn || system == Romanization::hepburn_with_m ||
         system == Romanization::kunrei_circumflex;
}

// A reading as people write it: shōnen where a system marks long vowels, else shounen.
std::string written(const std::u32string& reading, Romanization system) {
  const std::u32string with_long_marks = to_code_points(reading_key(to_utf8(reading)));
  return romanize(marks_length(system) ? with_long_marks : reading, system);
}

bool comes_back(const std::u32string& reading) {
  const std::string key = reading_key(to_utf8(reading));
  return std::all_of(kRomanizations.begin(), kRomanizations.end(), [&](Romanization system) {
    const std::string romaji = written(reading, system);
    const std::string first = romaji_candidates(romaji).front();
    if (first != key) std::cout << to_utf8(reading) << '\t' << romaji << '\t' << first << '\n';
    return first == key;
  });
}

bool comes_back_without_macrons(const std::u32string& reading) {
  std::u32string letters = to_code_points(written(reading, Romanization::hepburn));
  std::erase(letters, U'\u0304');
  const auto keys = lossy_keys(to_utf8(letters));
  const std::string key = lossy_key(reading_key(to_utf8(reading)));
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

}  // namespace

int main(int argc, char** argv) {
  const unsigned long step = argc == 2 ? std::strtoul(argv[1], nullptr, 10) : 0;
  const std::vector<std::string> readings =
      step == 0 ? std::vector<std::string>{} : read_readings(std::cin, step);
  if (readings.empty()) {
    std::cerr << "usage: romaji_audit STEP < surfaces-and-readings.tsv\n";
    return 2;
  }
  std::size_t tried = 0;
  std::size_t back = 0;
  std::size_t back_without_macrons = 0;
  for (const std::string& reading : readings) {
    const std::u32string kana = to_code_points(fold_key(reading));
    if (!can_romanize(kana)) continue;
    ++tried;
    if (comes_back(kana)) ++back;
    if (comes_back_without_macrons(kana)) ++back_without_macrons;
  }
  std::cout << tried << " of " << readings.size() << " readings can be written in every system, "
            << back << " come back first from each, " << back_without_macrons
            << " at the lossy key without macrons" << std::endl;
  return tried != 0 && back == tried ? 0 : 1;
}
