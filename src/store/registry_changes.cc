// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/registry_changes.h"

#include <xapian.h>

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "store/metadata.h"
#include "store/metadata_sum.h"
#include "store/registry_codec.h"
#include "store/varint.h"

namespace ficsearch::store {

std::vector<std::pair<std::string_view, std::string>> RegistryChanges::appended_lists() const {
  std::vector<std::pair<std::string_view, TagId>> sorted(appended.begin(), appended.end());
  std::sort(sorted.begin(), sorted.end());
  std::vector<std::pair<std::string_view, std::string>> lists;
  for (const auto& [key, id] : sorted) {
    if (lists.empty() || lists.back().first != key) lists.emplace_back(key, std::string());
    registry::append_id(lists.back().second, id);
  }
  return lists;
}

void RegistryChanges::write_lists_to(Xapian::WritableDatabase& database) const {
  const auto lists = appended_lists();
  std::vector<std::pair<std::string_view, std::string_view>> sorted(values.begin(), values.end());
  sorted.insert(sorted.end(), fresh.begin(), fresh.end());
  sorted.insert(sorted.end(), lists.begin(), lists.end());
  std::sort(sorted.begin(), sorted.end());
  for (const auto& [key, value] : sorted)
    database.set_metadata(std::string(key), std::string(value));
}

void RegistryChanges::write_totals_to(Xapian::WritableDatabase& database) const {
  add_to_sum(database, SumOf::tags, tag_sum);
  add_to_sum(database, SumOf::meanings, meaning_sum);
  if (entries == 0) return;
  std::string count;
  append_varint(count, entries);
  database.set_metadata(metadata::kTagCount, count);
}

}  // namespace ficsearch::store
