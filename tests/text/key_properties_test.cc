// SPDX-License-Identifier: GPL-3.0-or-later
#include <rapidcheck/catch.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <catch2/catch.hpp>
#include <cstddef>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "text/keys.h"
#include "text/lossy_key.h"
#include "text/nfc.h"
#include "text/reading_key.h"
#include "text/romaji.h"
#include "text/stem_key.h"
#include "text/text_pieces.h"

using namespace ficsearch::text;
using ficsearch::base::find_ill_formed;
using ficsearch::test::any_text;

namespace {

bool is_nfc(std::string_view utf8) {
  UErrorCode status = U_ZERO_ERROR;
  const bool is =
      nfc().isNormalizedUTF8(icu::StringPiece(utf8.data(), static_cast<int>(utf8.size())), status);
  return U_SUCCESS(status) && is;
}

void check_settled(std::string (*key)(std::string_view), const std::string& text) {
  const std::string once = key(text);
  RC_ASSERT(key(once) == once);
  RC_ASSERT(!find_ill_formed(once));
  RC_ASSERT(is_nfc(once));
}

void check_runs(const MappedKey& mapped, std::string_view source) {
  std::size_t key_end = 0;
  std::size_t source_end = 0;
  for (const KeyRun& run : mapped.runs) {
    RC_ASSERT(run.key_begin == key_end);
    RC_ASSERT(run.key_end > run.key_begin);
    RC_ASSERT(run.source_begin >= source_end);
    RC_ASSERT(run.source_end > run.source_begin);
    key_end = run.key_end;
    source_end = run.source_end;
  }
  RC_ASSERT(key_end == mapped.key.size());
  RC_ASSERT(source_end <= source.size());
}

}  // namespace

TEST_CASE("keys: properties of any text", "[text]") {
  rc::prop("a key of a key is that key, well-formed and NFC", [] {
    const std::string text = *any_text();
    check_settled(surface_key, text);
    check_settled(fold_key, text);
    check_settled(reading_key, text);
    check_settled(stem_key, text);
    check_settled(lossy_key, text);
  });

  rc::prop("the folded key depends on the surface key alone", [] {
    const std::string text = *any_text();
    RC_ASSERT(fold_key(surface_key(text)) == fold_key(text));
  });

  rc::prop("a folded key is empty only if the surface key is", [] {
    const std::string text = *any_text();
    RC_ASSERT(fold_key(text).empty() == surface_key(text).empty());
  });

  rc::prop("the reading and stem keys depend on the folded key alone, but for possessives", [] {
    const std::string text = *any_text();
    RC_ASSERT(reading_key(fold_key(text)) == reading_key(text));
  });

  rc::prop("mapped keys are the keys, and their runs cover them in order", [] {
    const std::string text = *any_text();
    const MappedKey surface = surface_mapped(text);
    RC_ASSERT(surface.key == surface_key(text));
    check_runs(surface, text);
    const MappedKey folded = fold_mapped(text);
    RC_ASSERT(folded.key == fold_key(text));
    check_runs(folded, text);
  });

  rc::prop("every character of a key has a source inside the text, on code point borders", [] {
    const std::string text = *any_text();
    const MappedKey folded = fold_mapped(text);
    for (std::size_t begin = 0; begin < folded.key.size();) {
      std::size_t end = begin;
      ficsearch::base::next_code_point(folded.key, end);
      const auto [source_begin, source_end] = source_range(folded, begin, end, text);
      RC_ASSERT(source_begin < source_end);
      RC_ASSERT(source_end <= text.size());
      RC_ASSERT(
          !find_ill_formed(std::string_view(text).substr(source_begin, source_end - source_begin)));
      begin = end;
    }
  });

  rc::prop("romaji candidates are few, different, and settled reading keys", [] {
    const std::string text = *any_text();
    const auto candidates = romaji_candidates(text);
    RC_ASSERT(candidates.empty() == surface_key(text).empty());
    RC_ASSERT(candidates.size() <= kMaxRomajiCandidates);
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      RC_ASSERT(reading_key(candidates[i]) == candidates[i]);
      for (std::size_t j = 0; j < i; ++j) RC_ASSERT(candidates[i] != candidates[j]);
    }
  });
}
