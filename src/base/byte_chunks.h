// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace ficsearch::base {

// Very many short runs of bytes, up to 4 GB together, one behind the other. Nothing is moved when
// something is added, so memory is never taken twice, and pointers stay valid as long as this.
class ByteChunks {
 public:
  // `behind`: as many bytes behind any run may be read, whatever they hold.
  explicit ByteChunks(std::size_t behind = 0) : behind_(behind) {}

  // Where the bytes stand now; nullopt if there is no room for them. The first run stands at 0.
  std::optional<std::uint32_t> add(std::string_view bytes) {
    if (bytes.size() > kChunkBytes) return std::nullopt;
    if (bytes.size() > kChunkBytes - used_) {
      if (chunks_.size() == kMostChunks) return std::nullopt;
      chunks_.push_back(std::make_unique_for_overwrite<char[]>(kChunkBytes + behind_));
      used_ = 0;
    }
    const auto place = static_cast<std::uint32_t>((chunks_.size() - 1) << kChunkBits | used_);
    std::copy(bytes.begin(), bytes.end(), chunks_.back().get() + used_);
    used_ += bytes.size();
    return place;
  }
  // Needs a place that `add` gave.
  const char* at(std::uint32_t place) const noexcept {
    return chunks_[place >> kChunkBits].get() + (place & (kChunkBytes - 1));
  }
  // Of memory.
  std::size_t bytes() const noexcept {
    return chunks_.empty() ? 0 : (chunks_.size() - 1) * kChunkBytes + used_;
  }

 private:
  static constexpr unsigned kChunkBits = 22;
  static constexpr std::size_t kChunkBytes = std::size_t{1} << kChunkBits;
  static constexpr std::size_t kMostChunks = std::size_t{1} << (32 - kChunkBits);

  std::size_t behind_;
  std::vector<std::unique_ptr<char[]>> chunks_;
  std::size_t used_ = kChunkBytes;  // of the last chunk
};

}  // namespace ficsearch::base
