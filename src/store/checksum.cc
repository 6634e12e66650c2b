// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/checksum.h"

#include <xxhash.h>

namespace ficsearch::store {

std::string checksum_of(std::string_view bytes) {
  XXH64_hash_t hash = XXH3_64bits(bytes.data(), bytes.size());
  std::string checksum;
  for (std::size_t i = 0; i < kChecksumBytes; ++i, hash >>= 8) checksum += static_cast<char>(hash);
  return checksum;
}

}  // namespace ficsearch::store
