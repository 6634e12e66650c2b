// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/plain_search.h"

#include <xapian.h>

#include <algorithm>
#include <memory>
#include <set>

#include "ficsearch/error.h"
#include "search/applied.h"
#include "search/facet_counter.h"
#include "search/facet_list.h"
#include "search/hit_builder.h"
#include "search/match_order.h"
#include "search/plain_query.h"
#include "search/tag_meanings.h"
#include "search/tag_selection.h"
#include "store/slots.h"
#include "store/xapian_guard.h"

namespace ficsearch::search {
namespace {

class PlainSearch {
 public:
  PlainSearch(const query::Plan& plan, const SearchRequest& request, const store::Reader& reader,
              const tags::MentionFinder& mentions, text::Tokenizer& tokenizer)
      : plan_(plan),
        request_(request),
        reader_(reader),
        dictionary_(mentions.dictionary()),
        selector_(dictionary_, reader.registry()),
        meanings_(reader.database(), dictionary_, reader.registry()),
        query_(reader, selector_, mentions, tokenizer, request) {}

  Reply run(const std::function<void(Hit&&)>& sink) {
    check_highlight_fields(request_);
    Reply reply;
    answer(reply, sink);
    for (const Facet facet : request_.facets) reply.facets.emplace_back(facet, counts_of(facet));
    reply.applied = applied_of(plan_, dictionary_, tags_of_excludes(plan_, selector_));
    reply.warnings = plan_.warnings;
    reply.snapshot = reader_.uuid() + ":" + std::to_string(reader_.revision());
    return reply;
  }

 private:
  void answer(Reply& reply, const std::function<void(Hit&&)>& sink) {
    const Xapian::doccount works = reader_.database().get_doccount();
    Xapian::Enquire enquire(reader_.database());
    std::unique_ptr<Xapian::MultiValueKeyMaker> key_maker;
    order_matches(enquire, plan_.sort, key_maker);
    const bool ranked = is_ranked(plan_.sort);
    const Xapian::Query set = query_.whole(plan_, {});
    const Xapian::Query unweighted(Xapian::Query::OP_SCALE_WEIGHT, set, 0.0);
    if (ranked) {
      enquire.set_query(
          Xapian::Query(Xapian::Query::OP_AND_MAYBE, unweighted, query_.ranking(plan_)));
    } else {
      enquire.set_weighting_scheme(Xapian::BoolWeight());
      enquire.set_query(set);
    }
    if (!request_.facets.empty()) enquire.add_matchspy(&spy_for(std::nullopt));
    const auto offset =
        static_cast<Xapian::doccount>(std::min<std::size_t>(request_.offset, works));
    const auto limit =
        static_cast<Xapian::doccount>(std::min<std::size_t>(request_.limit.value_or(works), works));
    const Xapian::MSet hits = enquire.get_mset(offset, limit, works);
    if (hits.get_matches_lower_bound() != hits.get_matches_upper_bound())
      throw Error(ErrorCode::index_corrupt,
                  "the number of matching works could not be counted exactly");
    reply.total.value = hits.get_matches_lower_bound();
    const std::vector<std::string> phrases = phrases_of(plan_);
    HitBuilder builder(dictionary_, reader_.registry(), meanings_, request_, phrases);
    for (auto hit = hits.begin(); hit != hits.end(); ++hit) {
      Hit built = builder.build(reader_.work(static_cast<store::DocumentId>(*hit)));
      if (ranked) built.score = hit.get_weight();
      sink(std::move(built));
    }
  }

  // Counts every facet over the works that match when a facet's own includes are left out; nullopt:
  // none are. One pass serves every facet that has no includes of its own.
  FacetCounter& spy_for(std::optional<Facet> left_out) {
    const auto found = std::find_if(counters_.begin(), counters_.end(),
                                    [&](const auto& counter) { return counter.first == left_out; });
    if (found != counters_.end()) return *found->second;
    const std::uint8_t places = store::counted_places(request_.spoilers, request_.part_scope);
    counters_.emplace_back(left_out, std::make_unique<FacetCounter>(meanings_, places));
    return *counters_.back().second;
  }

  std::vector<FacetCount> counts_of(Facet facet) {
    const std::optional<Facet> left_out = left_out_for(plan_, request_, facet);
    FacetCounter& counter = spy_for(left_out);
    if (left_out) visit_all(query_.whole(plan_, {.left_out = left_out}), &counter);

    const std::set<std::string> included = concepts_about(plan_.include, facet);
    std::vector<FacetCount> values;
    for (const auto& [id, count] : counter.counts(facet)) {
      const Meaning& meaning = meanings_[id];
      values.push_back(
          {meaning.concept_id, meaning.label, count,
           included.contains(meaning.concept_id) ? FacetState::included : FacetState::none});
    }
    return facet_list(std::move(values), excluded_values(facet), request_.facet_limit);
  }

  // What was excluded stays listed, with the count that it would have if this one entry were
  // lifted.
  std::vector<FacetCount> excluded_values(Facet facet) {
    std::vector<FacetCount> values;
    std::set<std::string> seen;
    for (const query::Entry& entry : plan_.exclude) {
      if (entry.facet != facet || entry.concepts.size() > 1) continue;
      const std::vector<store::TagId> tags = selector_.select_below(entry.node, Side::exclude);
      const auto ref =
          entry.concepts.empty() ? std::nullopt : dictionary_.find(entry.concepts.front());
      if (!ref && tags.empty()) continue;
      const Meaning meaning =
          meanings_[ref ? meanings_.of_concept(*ref) : meanings_.of(tags.front())];
      if (meaning.facet != facet || !seen.insert(meaning.concept_id).second) continue;
      const Xapian::Query lifted(
          Xapian::Query::OP_FILTER,
          query_.whole(plan_, {.left_out = left_out_for(plan_, request_, facet), .lifted = &entry}),
          query_.including(entry.node));
      values.push_back(
          {meaning.concept_id, meaning.label, visit_all(lifted, nullptr), FacetState::excluded});
    }
    return values;
  }

  std::set<std::string> concepts_about(const std::vector<query::Entry>& entries, Facet facet) {
    std::set<std::string> ids;
    for (const query::Entry& entry : entries) {
      if (entry.facet != facet) continue;
      ids.insert(entry.concepts.begin(), entry.concepts.end());
      if (!entry.concepts.empty()) continue;
      for (const store::TagId tag : selector_.select_below(entry.node, Side::include))
        ids.insert(meanings_[meanings_.of(tag)].concept_id);
    }
    return ids;
  }

  // Runs a query for its number of works, showing each to `spy` if there is one.
  std::uint64_t visit_all(const Xapian::Query& query, Xapian::MatchSpy* spy) {
    Xapian::Enquire enquire(reader_.database());
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_query(query);
    if (spy != nullptr) enquire.add_matchspy(spy);
    return enquire.get_mset(0, 0, reader_.database().get_doccount()).get_matches_lower_bound();
  }

  const query::Plan& plan_;
  const SearchRequest& request_;
  const store::Reader& reader_;
  const tags::Dictionary& dictionary_;
  TagSelector selector_;
  TagMeanings meanings_;
  PlainQuery query_;
  std::vector<std::pair<std::optional<Facet>, std::unique_ptr<FacetCounter>>> counters_;
};

}  // namespace

Reply plain_search(const query::Plan& plan, const SearchRequest& request,
                   const store::Reader& reader, const tags::MentionFinder& mentions,
                   text::Tokenizer& tokenizer, const std::function<void(Hit&&)>& sink) {
  return store::guarded(reader.directory(), [&] {
    return PlainSearch(plan, request, reader, mentions, tokenizer).run(sink);
  });
}

}  // namespace ficsearch::search
