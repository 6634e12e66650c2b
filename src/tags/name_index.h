// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "tags/typed_tag.h"

namespace ficsearch::tags {

// Texts in the order of their bytes, so that all which begin with a prefix are one range. 16 bytes
// each; the texts themselves are not copied.
class SortedTexts {
 public:
  // `text`, of at most 65,535 bytes, must outlive this.
  void add(std::string_view text, std::uint32_t owner) {
    entries_.push_back({text.data(), owner, static_cast<std::uint16_t>(text.size())});
  }
  // Once, after the last of them: sorts by text and owner; what was added twice stays once.
  void sort();

  // Both call visit(owner), by text and owner.
  template <typename Visit>
  void for_each_beginning(std::string_view prefix, Visit&& visit) const {
    for (auto entry = first_from(prefix);
         entry != entries_.end() && entry->text().starts_with(prefix); ++entry)
      visit(entry->owner);
  }
  template <typename Visit>
  void for_each_equal(std::string_view text, Visit&& visit) const {
    for (auto entry = first_from(text); entry != entries_.end() && entry->text() == text; ++entry)
      visit(entry->owner);
  }
  // The same with each that has `within` anywhere. Looks at every text.
  template <typename Visit>
  void for_each_holding(std::string_view within, Visit&& visit) const {
    for (const Entry& entry : entries_)
      if (entry.text().find(within) != std::string_view::npos) visit(entry.owner);
  }

  std::size_t bytes() const noexcept { return entries_.capacity() * sizeof(Entry); }

 private:
  struct Entry {
    const char* data;
    std::uint32_t owner;
    std::uint16_t size;

    std::string_view text() const noexcept { return {data, size}; }
  };

  std::vector<Entry>::const_iterator first_from(std::string_view text) const {
    return std::partition_point(entries_.begin(), entries_.end(),
                                [&](const Entry& entry) { return entry.text() < text; });
  }

  std::vector<Entry> entries_;
};

// Names by which what is typed is completed: finds those that TypedTag::fit accepts without looking
// at the others. Whoever uses it numbers what has the names: its owners. Immutable once it is
// sorted; any number of threads may read.
class NameIndex {
 public:
  // Views must outlive this.
  void add_writing(std::string_view fold_key, std::uint32_t owner);
  void add_sound(std::string_view reading_key, std::uint32_t owner) {
    sounds_.add(reading_key, owner);
  }
  // Once, after the last name.
  void sort();

  // Calls visit(owner, Fit) with the names that fit better than by holding what was typed. An owner
  // comes more than once if it fits in several ways.
  template <typename Visit>
  void for_each_begun(const TypedTag& typed, Visit&& visit) const {
    if (typed.is_empty()) return;
    const auto as = [&](Fit fit) {
      return [&visit, fit](std::uint32_t owner) { visit(owner, fit); };
    };
    writings_.for_each_equal(typed.fold(), as(Fit::exact));
    writings_.for_each_beginning(typed.fold(), as(Fit::begins));
    for (const std::string& sound : typed.sounds())
      sounds_.for_each_equal(sound, as(Fit::same_sound));
    for (const std::string& prefix : typed.begins().usual)
      sounds_.for_each_beginning(prefix, as(Fit::begins));
  }

  // Calls visit(owner) with the names that hold what was typed, and perhaps with some that begin
  // with it. Kanji and kana may stand anywhere: for them every name is looked at.
  template <typename Visit>
  void for_each_holding(const TypedTag& typed, Visit&& visit) const {
    if (typed.is_empty()) return;
    if (typed.may_stand_within())
      writings_.for_each_holding(typed.fold(), visit);
    else
      later_words_.for_each_beginning(typed.fold(), visit);
    for (const std::string& prefix : typed.begins().rare) sounds_.for_each_beginning(prefix, visit);
  }

  std::size_t bytes() const noexcept {
    return writings_.bytes() + later_words_.bytes() + sounds_.bytes();
  }

 private:
  SortedTexts writings_;
  SortedTexts later_words_;  // every name from its second word on, from its third, and so on
  SortedTexts sounds_;
};

}  // namespace ficsearch::tags
