// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>
#include <iostream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ficsearch/error.h"
#include "tools/case_checker.h"
#include "tools/normalization_case.h"

// normalization_cases FILE [--tier S,F]: runs the cases of a file through the normalizer, prints
// those that fail, and last "N passed, M failed". Exit codes: 0 all passed, 1 some failed, 2 the
// command line or the file cannot be understood, or nothing could be run.
namespace {

using namespace ficsearch;

constexpr std::string_view kUsage = "usage: normalization_cases FILE [--tier S,F]";
constexpr std::string_view kTierLetters = "SFMYRECLPU";

struct Options {
  std::string file;
  std::optional<std::string> tiers;  // letters; without it, all cases run
};

Error usage_error(const std::string& message) {
  return Error(ErrorCode::usage, message, {}, std::string(kUsage));
}

std::string parse_tiers(std::string_view list) {
  std::string tiers;
  for (;;) {
    const std::size_t comma = list.find(',');
    const std::string_view name = list.substr(0, comma);
    if (name.size() != 1 || kTierLetters.find(name) == std::string_view::npos)
      throw usage_error("unknown tier '" + std::string(name) + "'");
    tiers += name;
    if (comma == std::string_view::npos) return tiers;
    list.remove_prefix(comma + 1);
  }
}

Options parse_options(const std::vector<std::string_view>& arguments) {
  Options options;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string_view argument = arguments[i];
    if (argument == "--tier" && i + 1 < arguments.size())
      options.tiers = parse_tiers(arguments[++i]);
    else if (argument.starts_with("--tier="))
      options.tiers = parse_tiers(argument.substr(std::string_view("--tier=").size()));
    else if (argument.starts_with("-") || !options.file.empty())
      throw usage_error("unexpected argument '" + std::string(argument) + "'");
    else
      options.file = argument;
  }
  if (options.file.empty()) throw usage_error("no file of cases given");
  return options;
}

int run(const Options& options) {
  tools::CaseChecker checker;
  std::size_t passed = 0;
  std::size_t failed = 0;
  for (const tools::NormalizationCase& test_case : tools::load_normalization_cases(options.file)) {
    if (options.tiers && !tools::concerns(test_case, *options.tiers)) continue;
    const std::string answer = checker.answer(test_case);
    if (answer == test_case.expected) {
      ++passed;
      continue;
    }
    ++failed;
    std::cout << test_case.id << ": " << test_case.operation << ' ' << test_case.tier << " '"
              << test_case.a << "' '" << test_case.b << "': expected '" << test_case.expected
              << "', got '" << answer << "'\n";
  }
  std::cout << passed << " passed, " << failed << " failed" << std::endl;
  if (passed + failed == 0) throw usage_error("no case was run");
  return failed == 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(parse_options({argv + 1, argv + argc}));
  } catch (const Error& error) {
    std::cerr << "normalization_cases: " << error.what() << '\n';
    if (!error.hint().empty()) std::cerr << error.hint() << '\n';
    return 2;
  }
}
