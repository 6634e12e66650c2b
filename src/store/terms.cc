// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/terms.h"

#include <xxhash.h>

#include <algorithm>
#include <iterator>

#include "store/fixed_digits.h"

namespace ficsearch::store::terms {
namespace {

// 64 bits are eleven digits of six.
constexpr std::size_t kHashDigits = 11;

std::string encoded(TagHash tag) {
  return fixed_digits(static_cast<std::uint64_t>(tag), kHashDigits);
}

std::string_view prefix_of(Field field) {
  switch (field) {
    case Field::title:
      return "T";
    case Field::summary:
      return "S";
    case Field::tag:
      return "";
    case Field::author:
      return "A";
    case Field::body:
      return "B";
  }
  return "?";
}

std::string joined(std::string_view a, std::string_view b, std::string_view key) {
  std::string term;
  term.reserve(a.size() + b.size() + key.size());
  term.append(a).append(b);
  return key.size() <= kMaxKeyBytes ? term.append(key) : term.append(bounded_key(key));
}

}  // namespace

std::string bounded_key(std::string_view key) {
  if (key.size() <= kMaxKeyBytes) return std::string(key);
  std::size_t end = kMaxKeyBytes;
  while ((static_cast<unsigned char>(key[end]) & 0xC0) == 0x80) --end;
  std::string bounded(key.substr(0, end));
  bounded += '~';
  const XXH64_hash_t hash = XXH3_64bits(key.data(), key.size());
  for (int shift = 60; shift >= 0; shift -= 4) bounded += "0123456789abcdef"[(hash >> shift) & 15];
  return bounded;
}

std::string of_work(std::string_view work_id) {
  return joined("Q", "", work_id);
}

TagHash tag_hash(Facet facet, std::string_view written) {
  const std::string key = std::string(1, static_cast<char>(facet)).append(written);
  return TagHash{XXH3_64bits(key.data(), key.size())};
}

std::string of_tag(TagHash tag) {
  return "G" + encoded(tag);
}

std::string of_tag_exception(TagException exception, TagHash tag) {
  return static_cast<char>(exception) + encoded(tag);
}

std::string of_censor_marks() {
  return "X";
}

std::string of_word(Field field, std::string_view fold_key) {
  return joined(prefix_of(field), "", fold_key);
}

std::string of_bigram(Field field, std::string_view fold_key) {
  return joined(prefix_of(field), "C", fold_key);
}

std::string of_last_char(Field field, std::string_view fold_key) {
  return joined(prefix_of(field), "E", fold_key);
}

bool is_of_text(std::string_view term) {
  constexpr Field kOfWorks[] = {Field::title, Field::summary, Field::author, Field::body};
  return std::any_of(std::begin(kOfWorks), std::end(kOfWorks),
                     [&](Field field) { return term.starts_with(prefix_of(field)); });
}

}  // namespace ficsearch::store::terms
