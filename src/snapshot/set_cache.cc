// SPDX-License-Identifier: GPL-3.0-or-later
#include "snapshot/set_cache.h"

namespace ficsearch::snapshot {

std::shared_ptr<const DocSet> SetCache::get(const std::string& key,
                                            const std::function<DocSet()>& make) {
  if (auto known = sets_.find(key)) return known;
  auto made = std::make_shared<const DocSet>(make());
  return sets_.keep(key, made, key.size() + made->bytes());
}

}  // namespace ficsearch::snapshot
