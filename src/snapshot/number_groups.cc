// SPDX-License-Identifier: GPL-3.0-or-later
// Facets read as many numbers as works bear tags, so four are put in place by one instruction where
// the processor has it. Debian's x86-64 does not promise it: the loop is compiled apart. Not
// through target_clones, whose resolvers run before the sanitizers are ready.
#include "snapshot/number_groups.h"

#if defined(__x86_64__)
#include <tmmintrin.h>
#endif

#include <algorithm>
#include <bit>

namespace ficsearch::snapshot {
namespace {

constexpr std::uint8_t kNone = 0x80;

}  // namespace

NumberGroups::NumberGroups(unsigned bits)
    : bytes_{0, 1, 2, std::max(3U, (bits + 7) / 8)}, take_(best_take()) {
  for (unsigned lengths = 0; lengths < layouts_.size(); ++lengths) {
    Layout& layout = layouts_[lengths];
    layout.sources.fill(kNone);
    for (unsigned i = 0; i < kNumbers; ++i) {
      const unsigned length = bytes_[lengths >> (kLengthBits * i) & kLengthMask];
      if (length == 0) break;
      for (unsigned byte = 0; byte < length; ++byte)
        layout.sources[i * kWidest + byte] = layout.bytes++;
      ++layout.numbers;
    }
  }
}

unsigned NumberGroups::length_of(std::uint32_t number) const noexcept {
  const auto bytes = static_cast<unsigned>((std::bit_width(number) + 7) / 8);
  return std::clamp(bytes, 1U, kLengthMask);
}

// A list whose numbers fill its last group needs one more to end.
void NumberGroups::append(std::span<const std::uint32_t> numbers,
                          std::vector<std::uint8_t>& bytes) const {
  const std::size_t before = bytes.size();
  bytes.resize(before + (numbers.size() / kNumbers + 1) * (1 + kNumbers * kWidest));
  std::uint8_t* next = bytes.data() + before;
  for (std::size_t begin = 0; begin <= numbers.size(); begin += kNumbers) {
    std::uint8_t& lengths = *next++;
    lengths = 0;
    const std::size_t end = std::min<std::size_t>(begin + kNumbers, numbers.size());
    for (std::size_t i = begin; i < end; ++i) {
      const unsigned length = length_of(numbers[i]);
      lengths = static_cast<std::uint8_t>(lengths | length << (kLengthBits * (i - begin)));
      // Bytes that it has not are written over by what comes next.
      for (unsigned byte = 0; byte < kWidest; ++byte)
        next[byte] = static_cast<std::uint8_t>(numbers[i] >> (8 * byte) & 0xFF);
      next += bytes_[length];
    }
  }
  bytes.resize(static_cast<std::size_t>(next - bytes.data()));
}

std::size_t NumberGroups::take_bytewise(const NumberGroups& groups, const std::uint8_t*& list,
                                        Taken& taken) noexcept {
  std::size_t count = 0;
  while (count < kMostTaken) {
    const Layout& layout = groups.layouts_[*list++];
    for (unsigned i = 0; i < layout.numbers; ++i) {
      std::uint32_t number = 0;
      for (unsigned byte = 0; byte < kWidest; ++byte) {
        const std::uint8_t source = layout.sources[i * kWidest + byte];
        if (source != kNone) number |= std::uint32_t{list[source]} << (8 * byte);
      }
      taken[count++] = number;
    }
    list += layout.bytes;
    if (layout.numbers == kNumbers) continue;
    list = nullptr;
    break;
  }
  return count;
}

#if defined(__x86_64__)
__attribute__((target("ssse3"))) std::size_t NumberGroups::take_shuffling(
    const NumberGroups& groups, const std::uint8_t*& list, Taken& taken) noexcept {
  const std::uint8_t* next = list;
  std::size_t count = 0;
  while (count < kMostTaken) {
    const Layout& layout = groups.layouts_[*next++];
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(next));
    const __m128i sources =
        _mm_loadu_si128(reinterpret_cast<const __m128i*>(layout.sources.data()));
    _mm_storeu_si128(reinterpret_cast<__m128i*>(taken.data() + count),
                     _mm_shuffle_epi8(bytes, sources));
    count += layout.numbers;
    next += layout.bytes;
    if (layout.numbers == kNumbers) continue;
    next = nullptr;
    break;
  }
  list = next;
  return count;
}

NumberGroups::Take NumberGroups::best_take() noexcept {
  return __builtin_cpu_supports("ssse3") ? take_shuffling : take_bytewise;
}
#else
NumberGroups::Take NumberGroups::best_take() noexcept {
  return take_bytewise;
}
#endif

}  // namespace ficsearch::snapshot
