// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>
#include <iostream>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "ficsearch/error.h"
#include "tools/fold_groups.h"

// folding_audit [MOST]: reads lines "surface<TAB>reading" from standard input, prints each group of
// surfaces with kanji that the folded key joins although they have no reading in common, and last
// how many there are. Exit codes: 0 at most MOST of them (without MOST, any number), 1 more, 2 the
// command line or the input cannot be understood. scripts/audit_ipadic feeds it IPADIC.
namespace {

using namespace ficsearch;

constexpr std::string_view kUsage = "usage: folding_audit [MOST] < surfaces-and-readings.tsv";

std::size_t parse_most(std::string_view text) {
  std::size_t most = 0;
  if (text.empty() || text.size() > 9) throw Error(ErrorCode::usage, std::string(kUsage));
  for (const char digit : text) {
    if (digit < '0' || digit > '9') throw Error(ErrorCode::usage, std::string(kUsage));
    most = most * 10 + static_cast<std::size_t>(digit - '0');
  }
  return most;
}

tools::FoldGroups read_groups(std::istream& in) {
  tools::FoldGroups groups;
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    const std::size_t tab = line.find('\t');
    const bool is_pair = tab != std::string::npos && line.find('\t', tab + 1) == std::string::npos;
    if (!is_pair || base::find_ill_formed(line))
      throw Error(ErrorCode::bad_value,
                  "line " + std::to_string(number) + " is not 'surface<TAB>reading' in UTF-8");
    groups.add(std::string_view(line).substr(0, tab), std::string_view(line).substr(tab + 1));
  }
  if (groups.surface_count() == 0) throw Error(ErrorCode::bad_value, "no surface with kanji given");
  return groups;
}

void print(const tools::FoldGroup& group) {
  std::cout << group.key;
  for (const auto& [surface, readings] : group.surfaces) {
    std::cout << '\t' << surface << " (";
    const char* separator = "";
    for (const std::string& reading : readings) {
      std::cout << separator << reading;
      separator = ", ";
    }
    std::cout << ')';
  }
  std::cout << '\n';
}

int run(std::size_t most) {
  const tools::FoldGroups groups = read_groups(std::cin);
  std::size_t joined = 0;
  std::size_t without_reading = 0;
  for (const tools::FoldGroup& group : groups.joined()) {
    ++joined;
    if (has_common_reading(group)) continue;
    ++without_reading;
    print(group);
  }
  std::cout << groups.surface_count() << " surfaces, " << joined << " groups joined, "
            << without_reading << " without a common reading" << std::endl;
  return without_reading <= most ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    if (argc > 2) throw Error(ErrorCode::usage, std::string(kUsage));
    return run(argc == 2 ? parse_most(argv[1]) : static_cast<std::size_t>(-1));
  } catch (const Error& error) {
    std::cerr << "folding_audit: " << error.what() << '\n';
    return 2;
  }
}
