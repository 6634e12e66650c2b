// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string_view>
#include <vector>

#include "tags/typed_tag.h"

namespace ficsearch::tags {

// Texts in the order of their bytes, so that all which begin with a prefix are one range. Some 16
// bytes each; the texts themselves are not copied.
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

  // The texts that begin with a prefix, by their places.
  struct Run {
    const SortedTexts* texts;
    std::uint32_t begin;
    std::uint32_t end;
  };
  Run run_beginning(std::string_view prefix) const {
    const auto begin = first_from(prefix);
    return {this, static_cast<std::uint32_t>(begin - entries_.begin()),
            static_cast<std::uint32_t>(end_of_run(begin, prefix) - entries_.begin())};
  }

  // Once, after sort(), for those that look for the heaviest of a run: 4 bytes a text.
  using WeightOf = std::function<std::uint32_t(std::uint32_t owner)>;
  void weigh(const WeightOf& weight_of);
  // The greatest weight of a block of kBlock texts (level 1), of as many blocks (level 2) and so
  // on; at level 0, of one text.
  static constexpr unsigned kBlockBits = 4;
  std::uint32_t weight(unsigned level, std::uint32_t block) const { return weights_[level][block]; }
  std::uint32_t owner(std::uint32_t place) const { return entries_[place].owner; }

  bool has_weights() const noexcept { return !weights_.empty(); }
  std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(entries_.size()); }
  std::string_view text(std::uint32_t place) const { return entries_[place].text(); }

  std::size_t bytes() const noexcept {
    std::size_t bytes =
        entries_.capacity() * sizeof(Entry) + fences_.capacity() * sizeof(std::uint64_t);
    for (const auto& level : weights_) bytes += level.size() * sizeof(std::uint32_t);
    return bytes;
  }

 private:
  struct Entry {
    const char* data;
    std::uint32_t owner;
    std::uint16_t size;

    std::string_view text() const noexcept { return {data, size}; }
  };

  using Place = std::vector<Entry>::const_iterator;
  // Near the fences before and behind it, so most of the texts looked at lie side by side.
  Place first_from(std::string_view text) const;
  // Needs the first text that begins with `prefix`, or where it would be.
  Place end_of_run(Place begin, std::string_view prefix) const;
  Place place_of(std::vector<std::uint64_t>::const_iterator fence) const;

  static constexpr unsigned kFenceBits = 5;

  std::vector<Entry> entries_;
  std::vector<std::uint64_t> fences_;  // of the first of every so many: its first bytes
  std::vector<std::vector<std::uint32_t>> weights_;  // by level
};

// The owners of several runs, those of the greatest weight first, found without a look at most of
// them. Threads: one.
class HeaviestFirst {
 public:
  void add(const SortedTexts::Run& run);

  // No owner that is left has more; 0 if none is left.
  std::uint32_t most() const noexcept { return nodes_.empty() ? 0 : nodes_.front().weight; }
  // Needs one that is left. An owner comes once for each of its texts.
  std::uint32_t take();

 private:
  // Blocks of one level, one behind the other.
  struct Blocks {
    std::uint32_t run;
    unsigned level;
    std::uint32_t first;
    std::uint32_t last;
  };
  struct Node {
    std::uint32_t weight;  // of the heaviest
    std::uint32_t heaviest;
    Blocks blocks;
  };
  void push(const Blocks& blocks);

  std::vector<SortedTexts::Run> runs_;
  std::vector<Node> nodes_;  // a heap
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
  // After that, for those that look for the heaviest.
  void weigh(const SortedTexts::WeightOf& weight_of);

  // Calls visit(owner, Fit) with the names that are what was typed, in writing or in sound.
  template <typename Visit>
  void for_each_whole(const TypedTag& typed, Visit&& visit) const {
    if (typed.is_empty()) return;
    writings_.for_each_equal(typed.fold(), [&](std::uint32_t owner) { visit(owner, Fit::exact); });
    for (const std::string& sound : typed.sounds())
      sounds_.for_each_equal(sound, [&](std::uint32_t owner) { visit(owner, Fit::same_sound); });
  }
  // The runs of names that begin so, in writing or in sound. Needs weigh().
  void add_begun(const TypedTag& typed, HeaviestFirst& runs) const;
  // The runs of names that may hold what was typed: all that do, and others. Needs weigh().
  void add_holding(const TypedTag& typed, HeaviestFirst& runs) const;

  // Calls visit(owner, Fit) with the names that fit better than by holding what was typed. An owner
  // comes more than once if it fits in several ways.
  template <typename Visit>
  void for_each_begun(const TypedTag& typed, Visit&& visit) const {
    if (typed.is_empty()) return;
    for_each_whole(typed, visit);
    const auto begins = [&](std::uint32_t owner) { visit(owner, Fit::begins); };
    writings_.for_each_beginning(typed.fold(), begins);
    for (const std::string& prefix : typed.begins().usual)
      sounds_.for_each_beginning(prefix, begins);
  }

  // Calls visit(owner) with the names that hold what was typed, and perhaps with some that begin
  // with it.
  template <typename Visit>
  void for_each_holding(const TypedTag& typed, Visit&& visit) const {
    if (typed.is_empty()) return;
    if (typed.may_stand_within() && begins_with_letter_of_index(typed.fold()))
      later_letters().for_each_beginning(typed.fold(), visit);
    else if (typed.may_stand_within())
      writings_.for_each_holding(typed.fold(), visit);
    else
      later_words_.for_each_beginning(typed.fold(), visit);
    for (const std::string& prefix : typed.begins().rare) sounds_.for_each_beginning(prefix, visit);
  }

  std::size_t bytes() const noexcept {
    return writings_.bytes() + later_words_.bytes() + sounds_.bytes();
  }

 private:
  // Every name from each of its later letters on that is not ASCII: what kanji and kana are found
  // by, which may stand anywhere. Made when it is first asked for.
  struct LaterLetters {
    std::once_flag is_made;
    SortedTexts texts;
  };
  static bool begins_with_letter_of_index(std::string_view fold) {
    return static_cast<unsigned char>(fold.front()) >= 0x80;
  }
  const SortedTexts& later_letters() const;

  SortedTexts writings_;
  SortedTexts later_words_;  // every name from its second word on, from its third, and so on
  SortedTexts sounds_;
  std::unique_ptr<LaterLetters> later_letters_ = std::make_unique<LaterLetters>();
};

}  // namespace ficsearch::tags
