// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ficsearch/facet.h"

namespace ficsearch::tags {

// A written form that works of an archive bear.
struct KnownSpelling {
  Facet facet = Facet::freeform;
  std::string written;

  friend bool operator==(const KnownSpelling&, const KnownSpelling&) = default;
};

// The spellings of an archive, as Joiner looks them up. Without a facet: those of every facet. The
// order of what is found makes no difference, nor does finding one twice.
class KnownSpellings {
 public:
  virtual ~KnownSpellings() = default;

  // The written forms with exactly this folded key.
  virtual std::vector<KnownSpelling> with_fold(std::optional<Facet> facet,
                                               std::string_view fold_key) const = 0;
  // The written forms of which join_keys (tags/same_word.h) gives `join_key`.
  virtual std::vector<KnownSpelling> with_join_key(std::optional<Facet> facet,
                                                   std::string_view join_key) const = 0;
};

}  // namespace ficsearch::tags
