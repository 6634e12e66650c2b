// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/index_directory.h"

#include <cstdlib>

#include "cli/last_words.h"
#include "cli/options.h"
#include "ficsearch/error.h"

namespace ficsearch::cli {
namespace {

std::optional<std::filesystem::path> find_index_directory(const Arguments& arguments) {
  if (const auto named = arguments.value(options::kIndex)) return *named;
  const char* from_environment = std::getenv("FICSEARCH_INDEX");
  if (from_environment != nullptr && *from_environment != '\0') return from_environment;
  return std::nullopt;
}

}  // namespace

std::filesystem::path index_directory(const Arguments& arguments) {
  if (auto directory = find_index_directory(arguments); directory && !directory->empty()) {
    name_in_last_words(*directory);
    return *std::move(directory);
  }
  throw Error(ErrorCode::usage, "no index is named", {},
              "name its directory with -d DIR or in FICSEARCH_INDEX");
}

Index open_index(const Arguments& arguments, const OpenOptions& options) {
  return Index::open(index_directory(arguments), options);
}

std::optional<Index> find_index(const Arguments& arguments,
                                const std::vector<const Option*>& filters) {
  if (find_index_directory(arguments)) return open_index(arguments);
  for (const Option* filter : filters)
    if (arguments.has(*filter))
      throw Error(ErrorCode::usage,
                  "--" + std::string(filter->name) + " is about works, and no index is named", {},
                  "name its directory with -d DIR or in FICSEARCH_INDEX");
  return std::nullopt;
}

void with_tags(const Arguments& arguments, const std::function<void(const Tags&)>& use) {
  auto index = find_index(arguments);
  if (!index) return use(Tags::builtin());
  index->with_tags(use);
}

}  // namespace ficsearch::cli
