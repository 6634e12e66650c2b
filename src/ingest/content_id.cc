// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/content_id.h"

#include <xxhash.h>

namespace ficsearch::ingest {

std::string content_id(std::string_view prefix, std::string_view content) {
  XXH128_canonical_t bytes;
  XXH128_canonicalFromHash(&bytes, XXH3_128bits(content.data(), content.size()));
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string id(prefix);
  id += ':';
  for (const unsigned char byte : bytes.digest) {
    id += kDigits[byte >> 4];
    id += kDigits[byte & 0x0F];
  }
  return id;
}

}  // namespace ficsearch::ingest
