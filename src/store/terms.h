// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "ficsearch/facet.h"

namespace ficsearch::store {

// The number of a written form in an index's tag registry. Given once, never reused. Meaningless in
// another index.
enum class TagId : std::uint32_t {};

// A written form as terms name it: the same in every index, so that one query runs over several. Of
// one index no two written forms share one: the registry refuses the second.
enum class TagHash : std::uint64_t {};

// Terms as they stand on disk; docs/format.md lists every prefix. Folded keys are case-folded, so
// an upper-case ASCII letter in front is always a prefix. A term that would be over Xapian's limit
// is shortened and hashed, never merely cut: two keys never share a term.
namespace terms {

// The work with this id: exactly one document.
std::string of_work(std::string_view work_id);

// XXH3-64 of the facet's byte and the written form.
TagHash tag_hash(Facet facet, std::string_view written);

// Works that bear a written form, in whatever part and at whatever spoiler level. Exclusion reads
// these alone.
std::string of_tag(TagHash tag);

// The exceptions to of_tag, so that inclusion can leave out what must not show. Works that bear the
// written form
enum class TagException : char {
  spoiler_only = 'H',          // only as a spoiler
  side_part_only = 'M',        // only in parts that are not main
  spoiler_or_side_part = 'V',  // nowhere both in main parts and without being a spoiler
};
std::string of_tag_exception(TagException exception, TagHash tag);

// Works whose title, other titles or summary have a mark that may hide a letter (寝〇られ): they
// may name what no word of theirs spells.
std::string of_censor_marks();

// What a text term was taken from.
enum class Field : std::uint8_t {
  title,  // title and other titles
  summary,
  tag,  // names of tags: in the word index of the registry, never in a document
  author,
  body,  // text, and texts and titles of parts
};

// A word of a field, by its folded key.
std::string of_word(Field field, std::string_view fold_key);
// Two neighbouring CJK characters of a field; and the last character of a run.
std::string of_bigram(Field field, std::string_view fold_key);
std::string of_last_char(Field field, std::string_view fold_key);

// Whether a term is one of these: of text, and not of ids or tags.
bool is_of_text(std::string_view term);

// Xapian's limit is 245 bytes and each NUL byte counts twice; keys hold no NUL. 200 leaves room for
// every prefix.
inline constexpr std::size_t kMaxKeyBytes = 200;

// `key`, if it is short enough for a term or metadata key behind a prefix; else its first bytes up
// to a code point border, '~', and a hash of the whole key (docs/format.md).
std::string bounded_key(std::string_view key);

}  // namespace terms
}  // namespace ficsearch::store
