// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <memory>
#include <utility>
#include <vector>

namespace ficsearch {

// A list made of immutable chunks that copies share: a blocklist of thousands of entries stands
// once in memory, however many requests and replies hold it. It reads like a vector.
//
// Any number of threads may read one, or have copies of one.
template <typename Item>
class ChunkedList {
 public:
  using Chunk = std::shared_ptr<const std::vector<Item>>;  // never null, never of an empty vector
  using value_type = Item;

  class Iterator {
   public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = Item;
    using difference_type = std::ptrdiff_t;
    using pointer = const Item*;
    using reference = const Item&;

    Iterator() = default;
    Iterator(const Chunk* chunk, std::size_t place) : chunk_(chunk), place_(place) {}
    reference operator*() const { return (**chunk_)[place_]; }
    pointer operator->() const { return &**this; }
    Iterator& operator++() {
      if (++place_ < (*chunk_)->size()) return *this;
      ++chunk_;
      place_ = 0;
      return *this;
    }
    Iterator operator++(int) {
      Iterator before = *this;
      ++*this;
      return before;
    }
    friend bool operator==(const Iterator&, const Iterator&) = default;

   private:
    const Chunk* chunk_ = nullptr;
    std::size_t place_ = 0;
  };

  ChunkedList() = default;
  // What a chunk of its own holds.
  ChunkedList(std::vector<Item> items) { append(std::move(items)); }

  void append(std::vector<Item> items) {
    if (!items.empty()) append(std::make_shared<const std::vector<Item>>(std::move(items)));
  }
  void append(Chunk chunk) {
    if (chunk->empty()) return;
    size_ += chunk->size();
    chunks_.push_back(std::move(chunk));
  }

  bool empty() const noexcept { return size_ == 0; }
  std::size_t size() const noexcept { return size_; }
  // Takes time linear in the number of chunks.
  const Item& operator[](std::size_t i) const noexcept {
    auto chunk = chunks_.begin();
    for (; i >= (*chunk)->size(); ++chunk) i -= (*chunk)->size();
    return (**chunk)[i];
  }
  const Item& front() const noexcept { return chunks_.front()->front(); }
  const Item& back() const noexcept { return chunks_.back()->back(); }
  Iterator begin() const noexcept { return {chunks_.data(), 0}; }
  Iterator end() const noexcept { return {chunks_.data() + chunks_.size(), 0}; }
  const std::vector<Chunk>& chunks() const noexcept { return chunks_; }

  friend bool operator==(const ChunkedList& a, const ChunkedList& b) {
    return a.size_ == b.size_ && std::equal(a.begin(), a.end(), b.begin());
  }

 private:
  std::vector<Chunk> chunks_;
  std::size_t size_ = 0;
};

}  // namespace ficsearch
