// SPDX-License-Identifier: GPL-3.0-or-later
#include "tags/spelling_digest.h"

#include <utility>

#include "tags/digest_bytes.h"
#include "text/code_points.h"

namespace ficsearch::tags {
namespace {

// Every field but the kanji, which are no UTF-8.
template <class Digest>
void each_field_but_kanji(Digest& digest, SpellingKeys& keys) {
  digest(keys.surface);
  digest(keys.folded);
  digest(keys.stem);
  digest(keys.writing, Writing::kanji);
  digest(keys.sounds);
  digest(keys.lossy);
  digest(keys.words);
  digest(keys.loan_sounds);
  digest(keys.kana_variant);
  digest(keys.apart);
  digest(keys.compound);
  digest(keys.name);
  digest(keys.is_listed_name, true);
  digest(keys.loan);
  digest(keys.marks);
  digest(keys.numerals);
}

}  // namespace

std::string digest_of(const SpellingKeys& keys) {
  DigestWriter writer;
  SpellingKeys copy = keys;  // each_field takes fields that a reader may fill
  each_field_but_kanji(writer, copy);
  writer(text::to_utf8(keys.kanji));
  return std::move(writer).bytes();
}

SpellingKeys read_spelling_digest(std::string_view digest) {
  DigestReader reader(digest);
  SpellingKeys keys;
  each_field_but_kanji(reader, keys);
  std::string kanji;
  reader(kanji);
  if (!reader.at_end()) refuse_damaged();
  keys.kanji = text::to_code_points(kanji);
  return keys;
}

}  // namespace ficsearch::tags
