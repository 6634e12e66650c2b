// SPDX-License-Identifier: GPL-3.0-or-later
#include "tags/name_index.h"

#include <utility>

namespace ficsearch::tags {
namespace {

// The first eight bytes as a number that compares as they do: most comparisons end there, without
// a look at the text.
std::uint64_t first_bytes(std::string_view text) {
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < sizeof number; ++i)
    number = number << 8 | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
  return number;
}

}  // namespace

void SortedTexts::sort() {
  std::vector<std::pair<std::uint64_t, Entry>> keyed;
  keyed.reserve(entries_.size());
  for (const Entry& entry : entries_) keyed.emplace_back(first_bytes(entry.text()), entry);
  std::sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) {
    if (a.first != b.first) return a.first < b.first;
    return std::pair(a.second.text(), a.second.owner) < std::pair(b.second.text(), b.second.owner);
  });
  entries_.clear();
  for (const auto& [key, entry] : keyed)
    if (entries_.empty() || entries_.back().owner != entry.owner ||
        entries_.back().text() != entry.text())
      entries_.push_back(entry);
  entries_.shrink_to_fit();
}

void NameIndex::add_writing(std::string_view fold_key, std::uint32_t owner) {
  if (fold_key.empty()) return;
  writings_.add(fold_key, owner);
  for (std::size_t blank = fold_key.find(' '); blank != fold_key.npos;
       blank = fold_key.find(' ', blank + 1))
    later_words_.add(fold_key.substr(blank + 1), owner);
}

void NameIndex::sort() {
  writings_.sort();
  later_words_.sort();
  sounds_.sort();
}

}  // namespace ficsearch::tags
