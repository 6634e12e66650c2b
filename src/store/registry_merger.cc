// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/registry_merger.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "store/registry_codec.h"
#include "store/varint.h"

namespace ficsearch::store {
namespace {

std::uint64_t first_number(std::string_view list) {
  std::uint64_t number = 0;
  if (!take_varint(list, number)) registry::fail_damaged();
  return number;
}

}  // namespace

// A later part has higher ids than all before it.
std::string RegistryMerger::resolve_duplicate_metadata(const std::string&, std::size_t count,
                                                       const std::string lists[]) {
  std::vector<std::pair<std::uint64_t, std::string_view>> parts;
  for (std::size_t i = 0; i < count; ++i) parts.emplace_back(first_number(lists[i]), lists[i]);
  std::sort(parts.begin(), parts.end());
  std::string ids;
  for (const auto& [first, part] : parts) ids += part;
  return ids;
}

}  // namespace ficsearch::store
