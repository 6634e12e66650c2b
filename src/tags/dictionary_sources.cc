// SPDX-License-Identifier: GPL-3.0-or-later
// Where the texts of a dictionary come from, and the version that names them.
#include "tags/dictionary_sources.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <system_error>

#include "ficsearch/error.h"
#include "tags/dictionary_tables.h"
#include "tags/toml_records.h"

namespace ficsearch::tags {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse_unreadable(const fs::path& path) {
  throw Error(ErrorCode::io, "the dictionary cannot be read", Place{.file = path.string()},
              "check that it exists and that you may read it");
}

std::vector<fs::path> toml_files(const fs::path& folder) {
  std::error_code failure;
  std::vector<fs::path> files;
  for (fs::directory_iterator entry(folder, failure), end; !failure && entry != end;
       entry.increment(failure))
    if (entry->path().extension() == ".toml") files.push_back(entry->path());
  if (failure) refuse_unreadable(folder);
  if (files.empty())
    throw Error(ErrorCode::bad_dictionary, "the folder holds no dictionary",
                Place{.file = folder.string()}, "a dictionary is one or more *.toml files");
  std::sort(files.begin(), files.end());
  return files;
}

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (!in.is_open() || in.bad()) refuse_unreadable(path);
  return text;
}

struct HashStateDelete {
  void operator()(XXH3_state_t* state) const noexcept { XXH3_freeState(state); }
};

// Goes up with every change of code that makes a written form mean something else, such as what
// tags/joining.h joins: what an index keeps of meanings was worked out by the rules before.
constexpr XXH64_hash_t kMeaningRules = 2;

// 16 hexadecimal digits over the texts and where each ends.
std::string hash_of(std::span<const DictionarySource> sources) {
  const std::unique_ptr<XXH3_state_t, HashStateDelete> state(XXH3_createState());
  if (!state) throw std::bad_alloc();
  XXH3_64bits_reset_withSeed(state.get(), kMeaningRules);
  for (const DictionarySource& source : sources)
    XXH3_64bits_update(state.get(), source.toml.c_str(), source.toml.size() + 1);
  std::array<char, 17> digits{};
  std::snprintf(digits.data(), digits.size(), "%016llx",
                static_cast<unsigned long long>(XXH3_64bits_digest(state.get())));
  return digits.data();
}

}  // namespace

std::vector<DictionarySource> read_sources(const fs::path& folder) {
  std::vector<DictionarySource> sources;
  for (const fs::path& path : toml_files(folder))
    sources.push_back({path.string(), read_file(path)});
  return sources;
}

std::vector<ConceptRecord> read_records(std::span<const DictionarySource> sources) {
  std::vector<ConceptRecord> records;
  for (const DictionarySource& source : sources)
    for (ConceptRecord& record : read_toml_records(source)) records.push_back(std::move(record));
  return records;
}

std::string version_of(std::string_view origin, std::size_t concepts,
                       std::span<const DictionarySource> sources) {
  return std::string(origin) + "-" + std::to_string(concepts) + "-" + hash_of(sources);
}

Dictionary Dictionary::parse(std::span<const DictionarySource> sources) {
  std::vector<ConceptRecord> records = read_records(sources);
  std::string version = version_of("custom", records.size(), sources);
  return Dictionary(
      std::make_shared<const Tables>(build_tables(std::move(records), std::move(version))));
}

Dictionary Dictionary::load(const fs::path& folder) {
  return parse(read_sources(folder));
}

}  // namespace ficsearch::tags
