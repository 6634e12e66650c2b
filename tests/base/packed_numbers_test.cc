// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/packed_numbers.h"

#include <rapidcheck/catch.h>

#include <catch2/catch.hpp>
#include <numeric>

using ficsearch::base::PackedNumbers;

TEST_CASE("packed numbers: each is read back", "[base]") {
  rc::prop("any numbers, alike and not, in any number of blocks", [] {
    std::vector<std::uint32_t> numbers;
    for (auto blocks = *rc::gen::inRange(0, 5); blocks > 0; --blocks) {
      const auto least = *rc::gen::arbitrary<std::uint32_t>();
      const auto bits = *rc::gen::inRange(0U, 33U);
      const auto mask = static_cast<std::uint32_t>((std::uint64_t{1} << bits) - 1);
      for (auto count = *rc::gen::inRange(0, 90); count > 0; --count)
        numbers.push_back(least ^ (*rc::gen::arbitrary<std::uint32_t>() & mask));
    }
    const PackedNumbers packed(numbers);
    RC_ASSERT(packed.size() == numbers.size());
    for (std::size_t i = 0; i < numbers.size(); ++i) RC_ASSERT(packed[i] == numbers[i]);
  });
}

TEST_CASE("packed numbers: the least and the greatest stand in one block", "[base]") {
  std::vector<std::uint32_t> numbers(64, 0);
  numbers[63] = UINT32_MAX;
  numbers[7] = 5;
  const PackedNumbers packed(numbers);
  for (std::size_t i = 0; i < numbers.size(); ++i) CHECK(packed[i] == numbers[i]);
}

TEST_CASE("packed numbers: a row of numbers takes a fifth of their bytes, one number nearly none",
          "[base]") {
  std::vector<std::uint32_t> row(64'000);
  std::iota(row.begin(), row.end(), 1'000'000U);
  CHECK(PackedNumbers(row).bytes() < row.size() * sizeof(std::uint32_t) / 4);
  CHECK(PackedNumbers(std::vector<std::uint32_t>(64'000, 7)).bytes() < 64'000 / 4);
}
