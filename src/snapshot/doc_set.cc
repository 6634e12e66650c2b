// SPDX-License-Identifier: GPL-3.0-or-later
#include "snapshot/doc_set.h"

#include <algorithm>

namespace ficsearch::snapshot {
namespace {

// A number takes 32 bits in a list.
bool is_sparse(std::uint64_t count, std::uint32_t limit) {
  return count < limit / 32;
}

}  // namespace

DocSet::DocSet(std::vector<std::uint32_t> numbers, std::uint32_t limit) {
  if (is_sparse(numbers.size(), limit)) {
    numbers.shrink_to_fit();
    numbers_ = std::move(numbers);
    return;
  }
  DocBits bits(limit);
  for (const std::uint32_t number : numbers) bits.insert(number);
  numbers_ = std::move(bits);
}

DocSet::DocSet(const DocBits& bits) {
  const std::uint64_t count = bits.count();
  if (!is_sparse(count, bits.limit())) {
    numbers_ = bits;
    return;
  }
  List list;
  list.reserve(count);
  bits.for_each([&](std::uint32_t number) { list.push_back(number); });
  numbers_ = std::move(list);
}

std::uint64_t DocSet::count() const noexcept {
  if (const auto* bits = std::get_if<DocBits>(&numbers_)) return bits->count();
  return std::get<List>(numbers_).size();
}

std::size_t DocSet::bytes() const noexcept {
  if (const auto* bits = std::get_if<DocBits>(&numbers_)) return bits->bytes();
  return std::get<List>(numbers_).capacity() * sizeof(std::uint32_t);
}

bool DocSet::contains(std::uint32_t number) const noexcept {
  if (const auto* bits = std::get_if<DocBits>(&numbers_)) return bits->contains(number);
  const List& list = std::get<List>(numbers_);
  return std::binary_search(list.begin(), list.end(), number);
}

void DocSet::add_to(DocBits& bits) const noexcept {
  if (const auto* own = std::get_if<DocBits>(&numbers_)) return bits.add(*own);
  for (const std::uint32_t number : std::get<List>(numbers_)) bits.insert(number);
}

void DocSet::subtract_from(DocBits& bits) const noexcept {
  if (const auto* own = std::get_if<DocBits>(&numbers_)) return bits.subtract(*own);
  for (const std::uint32_t number : std::get<List>(numbers_)) bits.erase(number);
}

}  // namespace ficsearch::snapshot
