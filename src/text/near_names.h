// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ficsearch::text {

// What tells of most names, without a look at them, that they are many edits from a text: which
// letters of the surface key there are, once and twice, and how many.
struct NameSignature {
  // A bit for each of 32 kinds of letters that is there; above them one for each that is there
  // again. An edit takes away one bit at most, and adds one at most.
  std::uint64_t letters = 0;
  std::uint8_t length = 0;  // in characters; 255 is that or more
};

// Ill-formed names have the signature of an empty one.
NameSignature signature_of(std::string_view name);

// The signatures of names that are numbered from 0: 9 bytes each.
class NameSignatures {
 public:
  void reserve(std::size_t names);
  void add(std::string_view name);
  NameSignature operator[](std::size_t number) const noexcept {
    return {letters_[number], lengths_[number]};
  }
  std::size_t size() const noexcept { return letters_.size(); }
  std::size_t bytes() const noexcept {
    return letters_.size() * (sizeof(std::uint64_t) + sizeof(std::uint8_t));
  }

 private:
  std::vector<std::uint64_t> letters_;
  std::vector<std::uint8_t> lengths_;
};

// Collects the names nearest to a text, as nearest_names (ficsearch/text.h) gives them, from names
// that come one by one. Threads: one.
class NearNames {
 public:
  // At most `most` names.
  NearNames(std::string_view input, std::size_t most);
  NearNames(NearNames&&) noexcept;
  NearNames& operator=(NearNames&&) = delete;
  ~NearNames();

  // false: a name of this signature is farther than any that is wanted. true says nothing.
  bool may_hold(NameSignature name) const noexcept {
    return name.length >= shortest_ && name.length <= longest_ && distance_ != nullptr &&
           may_hold_letters(name.letters);
  }
  void add(std::string_view name);

  // The nearest of the names so far, ties by text, each once.
  std::vector<std::string> names() const;

 private:
  class Distance;

  bool may_hold_letters(std::uint64_t letters) const noexcept;
  void set_limit(std::size_t limit) noexcept;

  std::size_t most_;
  NameSignature input_;
  std::size_t limit_ = 0;      // of edits; falls as nearer names come
  std::uint8_t shortest_ = 0;  // lengths within the limit, as signatures have them
  std::uint8_t longest_ = 0;
  std::unique_ptr<Distance> distance_;  // null: nothing is near
  std::set<std::pair<std::size_t, std::string>> nearest_;
};

}  // namespace ficsearch::text
