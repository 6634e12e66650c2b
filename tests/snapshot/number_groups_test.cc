// SPDX-License-Identifier: GPL-3.0-or-later
#include "snapshot/number_groups.h"

#include <rapidcheck/catch.h>

#include <catch2/catch.hpp>

using namespace ficsearch;
using snapshot::NumberGroups;

namespace {

std::vector<std::uint32_t> taken(const NumberGroups& groups, const std::uint8_t* list) {
  std::vector<std::uint32_t> numbers;
  NumberGroups::Taken some;
  while (list != nullptr) {
    const std::size_t count = groups.take(list, some);
    numbers.insert(numbers.end(), some.begin(), some.begin() + static_cast<std::ptrdiff_t>(count));
  }
  return numbers;
}

}  // namespace

TEST_CASE("number groups: lists that stand one behind the other are read back", "[snapshot]") {
  rc::prop("numbers of any length, for any number of bits", [] {
    const auto bits = *rc::gen::inRange(1U, 33U);
    const NumberGroups groups(bits);
    const auto number =
        rc::gen::apply([](std::uint32_t any, unsigned shift) { return any >> shift; },
                       rc::gen::arbitrary<std::uint32_t>(), rc::gen::inRange(32 - bits, 32U));
    // None, few, and more than are taken at once.
    const auto lists = *rc::gen::container<std::vector<std::vector<std::uint32_t>>>(
        rc::gen::resize(200, rc::gen::container<std::vector<std::uint32_t>>(number)));
    std::vector<std::uint8_t> bytes;
    std::vector<std::size_t> begins;
    for (const auto& list : lists) {
      begins.push_back(bytes.size());
      groups.append(list, bytes);
    }
    bytes.resize(bytes.size() + NumberGroups::kReadBeyond, 0xFF);
    for (std::size_t i = 0; i < lists.size(); ++i)
      RC_ASSERT(taken(groups, bytes.data() + begins[i]) == lists[i]);
  });
}

TEST_CASE("number groups: a small number takes one byte and its share of a length", "[snapshot]") {
  const NumberGroups groups(24);
  const auto bytes_of = [&](std::vector<std::uint32_t> numbers) {
    std::vector<std::uint8_t> bytes;
    groups.append(numbers, bytes);
    return bytes.size();
  };
  CHECK(bytes_of({}) == 1);
  CHECK(bytes_of({0, 255}) == 3);
  CHECK(bytes_of({256, 65535}) == 5);
  CHECK(bytes_of({65536, 0xFFFFFF, 1}) == 8);
  CHECK(bytes_of({1, 2, 3, 4}) == 6);  // and the byte of an empty group, which ends it
}
