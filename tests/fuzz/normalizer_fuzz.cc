// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes, made well-formed as an import does, have settled keys, and every byte of a key comes
// from a place of the text.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "fuzz/expect.h"
#include "text/keys.h"
#include "text/lossy_key.h"
#include "text/reading_key.h"
#include "text/romaji.h"
#include "text/stem_key.h"

namespace {

using namespace ficsearch;
using fuzz::expect;

void check_settled(std::string (*key_of)(std::string_view), std::string_view text) {
  const std::string key = key_of(text);
  expect(key_of(key) == key, "a key of a key is that key");
  expect(!base::find_ill_formed(key), "a key is well-formed");
}

void check_runs(const text::MappedKey& mapped, std::string_view source) {
  std::size_t key_end = 0;
  std::size_t source_end = 0;
  for (const text::KeyRun& run : mapped.runs) {
    expect(run.key_begin == key_end && run.key_end > run.key_begin, "runs cover the key in order");
    expect(run.source_begin >= source_end && run.source_end > run.source_begin,
           "sources of runs are in order and apart");
    key_end = run.key_end;
    source_end = run.source_end;
  }
  expect(key_end == mapped.key.size(), "runs reach the end of the key");
  expect(source_end <= source.size(), "runs stay inside the text");
}

// Pairs of neighbours, so that ranges over the borders of runs are asked for as well.
void check_sources(const text::MappedKey& mapped, std::string_view source) {
  std::size_t begin = 0;
  for (std::size_t middle = 0; middle < mapped.key.size();) {
    std::size_t end = middle;
    base::next_code_point(mapped.key, end);
    const auto [source_begin, source_end] = source_range(mapped, begin, end, source);
    expect(source_begin < source_end && source_end <= source.size(), "a match has a source");
    expect(!base::find_ill_formed(source.substr(source_begin, source_end - source_begin)),
           "a source begins and ends between code points");
    begin = middle;
    middle = end;
  }
}

void check_candidates(std::string_view text) {
  const auto candidates = text::romaji_candidates(text);
  expect(candidates.empty() == text::surface_key(text).empty(), "some candidate for any text");
  expect(candidates.size() <= text::kMaxRomajiCandidates, "few candidates");
  for (const std::string& candidate : candidates)
    expect(text::reading_key(candidate) == candidate, "a candidate is a reading key");
}

void check(std::string_view text) {
  for (const auto key_of :
       {text::surface_key, text::fold_key, text::reading_key, text::stem_key, text::lossy_key})
    check_settled(key_of, text);
  const text::MappedKey surface = text::surface_mapped(text);
  const text::MappedKey folded = text::fold_mapped(text);
  expect(surface.key == text::surface_key(text), "the mapped surface key is the surface key");
  expect(folded.key == text::fold_key(text), "the mapped folded key is the folded key");
  expect(text::fold_key(surface.key) == folded.key, "folding sees the surface key only");
  expect(folded.key.empty() == surface.key.empty(), "folding leaves something");
  check_runs(surface, text);
  check_runs(folded, text);
  check_sources(folded, text);
  check_candidates(text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  check(base::clean_document({reinterpret_cast<const char*>(data), size}).text);
  return 0;
}
