// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_texts.h"

#include <algorithm>
#include <set>
#include <utility>
#include <variant>

#include "ficsearch/work.h"
#include "ingest/open_source.h"
#include "text/reading_key.h"

namespace ficsearch::bench {
namespace {

// A query is hardly longer, and the reading of romaji has a goal for this length.
constexpr std::size_t kMaxTypedLetters = 64;

bool is_latin(const std::string& name) {
  return std::all_of(name.begin(), name.end(), [](char c) {
    return c == ' ' || c == '-' || c == '\'' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  });
}

void add(const Work& work, SampleTexts& texts, std::set<std::string>& names) {
  if (!work.text.empty()) texts.bodies.push_back(work.text);
  names.insert(work.title);
  for (const Tag& tag : work.tags) names.insert(tag.name);
}

}  // namespace

SampleTexts read_sample_texts() {
  SampleTexts texts;
  std::set<std::string> names;
  for (const std::string& file : ingest::list_files({FICSEARCH_SAMPLES})) {
    if (file.ends_with(".md")) continue;
    const auto reader = ingest::open_source(file, {.format = Format::automatic});
    while (const auto result = reader->next())
      if (const auto* read = std::get_if<ingest::ReadWork>(&*result)) add(read->work, texts, names);
  }
  for (const std::string& name : names) {
    texts.names.push_back(name);
    if (text::has_kanji(name)) texts.japanese_names.push_back(name);
    if (is_latin(name) && name.size() <= kMaxTypedLetters) texts.latin_names.push_back(name);
  }
  return texts;
}

}  // namespace ficsearch::bench
