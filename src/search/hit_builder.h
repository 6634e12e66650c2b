// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ficsearch/search.h"
#include "ficsearch/work.h"
#include "query/plan.h"
#include "search/excerpt.h"
#include "search/tag_meanings.h"
#include "store/registry.h"
#include "tags/dictionary.h"

namespace ficsearch::search {

// Throws Error(`unknown_field`) if a request asks to highlight what is no text field. Stored fields
// are not checked: archives keep fields of their own.
void check_highlight_fields(const SearchRequest& request);

// Whether nothing but the ids of hits is asked for: then no record is read.
bool asks_only_ids(const SearchRequest& request);

// The texts that the positive part of a query looks for, for excerpts.
std::vector<std::string> phrases_of(const query::Plan& plan);

// Turns a stored work into what a reply shows of it: tags that the settings let be seen, the
// advisories that they call for, excerpts, and the fields that were asked for.
class HitBuilder {
 public:
  // `phrases` are the texts that the query looks for. All references must outlive the builder.
  HitBuilder(const tags::Dictionary& dictionary, const store::TagRegistry& registry,
             TagMeanings& meanings, const SearchRequest& request,
             const std::vector<std::string>& phrases)
      : dictionary_(dictionary),
        registry_(registry),
        meanings_(meanings),
        request_(request),
        highlighter_(phrases) {}

  Hit build(const Work& work);

 private:
  void add_tags(Hit& hit, const Work& work);
  const Meaning& meaning_of(const Tag& tag);
  void add_highlights(Hit& hit, const Work& work) const;

  const tags::Dictionary& dictionary_;
  const store::TagRegistry& registry_;
  TagMeanings& meanings_;
  const SearchRequest& request_;
  Highlighter highlighter_;
};

}  // namespace ficsearch::search
