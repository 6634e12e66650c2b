// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <string>

namespace ficsearch::store {

// Puts lists of ids together of which each part of an index has its own (RegistryChanges). No other
// key of metadata may be in two parts: Xapian 1.4.22 does not say which key it asks about.
class RegistryMerger : public Xapian::Compactor {
 public:
  std::string resolve_duplicate_metadata(const std::string& key, std::size_t count,
                                         const std::string lists[]) override;
};

}  // namespace ficsearch::store
