// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "query/plan.h"
#include "search/deadline.h"
#include "snapshot/snapshot.h"
#include "store/registry.h"
#include "tags/dictionary.h"
#include "tags/joining.h"
#include "text/near_names.h"

namespace ficsearch::search {

// What the tag registry of an index knows, for query::resolve. The registry must outlive it.
class RegistryTags : public query::KnownTags {
 public:
  // What tags::Joiner says of a tag of a request. Asked only for tags that no alias and no spelling
  // of the archive is.
  using Join = std::function<tags::Joined(std::optional<Facet> facet, std::string_view written)>;
  // As openly_borne.
  using NameLists = std::vector<std::vector<std::string>>;
  using OpenlyBorne =
      std::function<NameLists(const NameLists&, std::size_t limit, const query::Plan& filters)>;

  // `resident`: of the registry's commit; null: what it has is read from the index. `deadline` is
  // of the request: every question looks at it.
  RegistryTags(const store::TagRegistry& registry, const tags::Dictionary& dictionary, Join join,
               OpenlyBorne openly_borne, const snapshot::Snapshot::Resident* resident,
               const Deadline& deadline)
      : registry_(registry),
        dictionary_(dictionary),
        join_(std::move(join)),
        openly_borne_(std::move(openly_borne)),
        resident_(resident),
        deadline_(deadline) {}

  bool bears(std::optional<Facet> facet, std::string_view fold_key) const override;
  query::ArchiveMeaning meaning_of(std::optional<Facet> facet, std::string_view text,
                                   std::string_view fold_key) const override;
  NameLists nearest(const std::vector<std::string>& texts, std::size_t limit,
                    const query::Plan& filters) const override;

 private:
  void add_written(std::vector<text::NearNames>& near) const;

  const store::TagRegistry& registry_;
  const tags::Dictionary& dictionary_;
  Join join_;
  OpenlyBorne openly_borne_;
  const snapshot::Snapshot::Resident* resident_;
  Deadline deadline_;
};

}  // namespace ficsearch::search
