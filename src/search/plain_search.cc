// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/plain_search.h"

#include <xapian.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <sstream>
#include <utility>

#include "ficsearch/error.h"
#include "search/applied.h"
#include "search/counted_forms.h"
#include "search/exclusion_gate.h"
#include "search/explanation.h"
#include "search/facet_counter.h"
#include "search/facet_list.h"
#include "search/hit_builder.h"
#include "search/match_order.h"
#include "search/plain_query.h"
#include "search/slot_values.h"
#include "search/tag_meanings.h"
#include "search/tag_selection.h"
#include "store/slots.h"
#include "store/xapian_guard.h"
#include "text/keys.h"

namespace ficsearch::search {
namespace {

class PlainSearch {
 public:
  PlainSearch(const query::Plan& plan, const SearchRequest& request, const PlainSources& sources)
      : plan_(plan),
        request_(request),
        reader_(sources.reader),
        deadline_(sources.deadline),
        withheld_(sources.withheld),
        dictionary_(sources.mentions.dictionary()),
        selector_(dictionary_, reader_.registry()),
        meanings_(reader_.database(), dictionary_, reader_.registry()),
        query_(reader_, selector_, sources.mentions, sources.tokenizer, deadline_, request),
        explanation_(request.explain) {}

  Reply run(const std::function<void(Hit&&)>& sink) {
    check_highlight_fields(request_);
    if (reader_.is_sharded()) refuse_what_shards_cannot();
    if (explanation_.asked()) explain_plan();
    Reply reply;
    const ExcludedTags excluded = tags_of_excludes(plan_, selector_);
    answer(excluded, reply, sink);
    for (const Facet facet : request_.facets) {
      deadline_.check();
      reply.facets.emplace_back(facet, counts_of(facet));
    }
    if (!request_.facets.empty()) explanation_.step("count facets", reply.total.value);
    reply.applied = applied_of(plan_, excluded);
    reply.warnings = plan_.warnings;
    reply.snapshot = reader_.uuid();
    if (!reader_.is_sharded()) reply.snapshot += ":" + std::to_string(reader_.revision());
    reply.explanation = explanation_.take();
    return reply;
  }

 private:
  void refuse_what_shards_cannot() const {
    if (!request_.cursor.empty()) reader_.require_one_index("a page by cursor");
    if (std::count_if(plan_.sort.begin(), plan_.sort.end(),
                      [](const SortKey& key) { return key.field.has_value(); }) > 1)
      reader_.require_one_index("a sort by several fields");
    for (const Facet facet : request_.facets)
      if (!find_slot(facet)) reader_.require_one_index("facet " + std::string(to_string(facet)));
  }

  void explain_plan() {
    std::istringstream lines(to_string(plan_));
    for (std::string line; std::getline(lines, line);) explanation_.add(line);
  }

  void answer(const ExcludedTags& excluded, Reply& reply, const std::function<void(Hit&&)>& sink) {
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
    if (!request_.facets.empty() && !reader_.is_sharded())
      enquire.add_matchspy(&spy_for(std::nullopt));
    const auto offset =
        static_cast<Xapian::doccount>(std::min<std::size_t>(request_.offset, works));
    const auto limit =
        static_cast<Xapian::doccount>(std::min<std::size_t>(request_.limit.value_or(works), works));
    deadline_.check();
    const Xapian::MSet hits = enquire.get_mset(offset, limit, works);
    if (hits.get_matches_lower_bound() != hits.get_matches_upper_bound())
      throw Error(ErrorCode::index_corrupt,
                  "the number of matching works could not be counted exactly");
    reply.total.value = hits.get_matches_lower_bound();
    explanation_.step("match", reply.total.value);
    const std::vector<std::string> phrases = phrases_of(plan_);
    HitBuilder builder(dictionary_, reader_.registry(), meanings_, request_, phrases);
    const bool only_ids = asks_only_ids(request_);
    ExclusionGate gate(plan_, excluded, request_.part_scope, selector_,
                       ExclusionGate::Trust::nothing, withheld_);
    for (auto hit = hits.begin(); hit != hits.end(); ++hit) {
      deadline_.check();
      Work work = reader_.work(static_cast<store::DocumentId>(*hit));
      if (gate.is_needed()) gate.check(work);
      Hit built;
      if (only_ids)
        built.id = std::move(work.id);
      else
        built = builder.build(work);
      if (ranked) built.score = hit.get_weight();
      sink(std::move(built));
    }
    explanation_.step("read the hits", hits.size());
  }

  // Counts every facet over the works that match when a facet's own includes are left out; nullopt:
  // none are. One pass serves every facet that has no includes of its own.
  FacetCounter& spy_for(std::optional<Facet> left_out) {
    const auto found = std::find_if(counters_.begin(), counters_.end(),
                                    [&](const auto& counter) { return counter.first == left_out; });
    if (found != counters_.end()) return *found->second;
    const std::uint8_t places = store::counted_places(request_.spoilers, request_.part_scope);
    counters_.emplace_back(
        left_out, std::make_unique<FacetCounter>(meanings_, places, request_.facet_counts));
    return *counters_.back().second;
  }

  std::vector<FacetCount> counts_of(Facet facet) {
    const std::set<std::string> included = concepts_about(plan_.include, facet);
    std::vector<FacetCount> values;
    for (auto& [id, label, count] :
         reader_.is_sharded() ? counts_by_query(facet) : counts_by_spy(facet)) {
      const std::string& meaning = meanings_[id].concept_id;
      values.push_back({meaning, std::move(label), count,
                        included.contains(meaning) ? FacetState::included : FacetState::none});
    }
    return facet_list(std::move(values), excluded_values(facet), request_.facet_limit);
  }

  struct Counted {
    MeaningId id;
    std::string label;
    std::uint64_t works;
  };
  using Counts = std::vector<Counted>;

  Counts counts_by_spy(Facet facet) {
    const std::optional<Facet> left_out = left_out_for(plan_, request_, facet);
    FacetCounter& counter = spy_for(left_out);
    if (left_out) visit_all(query_.whole(plan_, {.left_out = left_out}), &counter);
    Counts counts;
    for (const auto& [id, works] : counter.counts(facet))
      counts.push_back({id, counter.label(id), works});
    return counts;
  }

  // Concepts of the dictionary, which tags of other facets can mean, and what else the slot has.
  Counts counts_by_query(Facet facet) {
    const bool leaves_out = left_out_for(plan_, request_, facet).has_value();
    const Xapian::Query works =
        leaves_out ? query_.whole(plan_, {.left_out = facet}) : query_.whole(plan_, {});
    std::map<MeaningId, std::set<store::TagId>> forms;
    const auto add = [&](const query::TagSet& set) {
      for (const store::TagId tag : selector_.select(set, Side::exclude))
        if (const MeaningId meaning = meanings_.of(tag); meanings_[meaning].facet == facet)
          forms[meaning].insert(tag);
    };
    for (const Concept& subject : dictionary_.concepts())
      if (subject.facet == facet) add({facet, {subject.id}, {}});
    for (const std::string& written : values_in_slot(facet, works, reader_.database()))
      add({facet, {}, {text::fold_key(written)}});

    if (request_.facet_counts == FacetCounts::closure)
      for (std::uint32_t i = 0; i < dictionary_.concepts().size(); ++i) {
        const auto ref = static_cast<tags::ConceptRef>(i);
        if (dictionary_[ref].facet != facet || dictionary_.narrower(ref).empty()) continue;
        const MeaningId id = meanings_.of_concept(ref);
        const std::vector<store::TagId> below =
            counted_forms(id, request_.facet_counts, meanings_, selector_);
        if (!below.empty()) forms[id].insert(below.begin(), below.end());
      }

    Counts counts;
    for (const auto& [meaning, tags] : forms) {
      deadline_.check();
      const Xapian::Query bearing = query_.of_tags({tags.begin(), tags.end()}, Side::include);
      const std::uint64_t count =
          visit_all(Xapian::Query(Xapian::Query::OP_FILTER, works, bearing), nullptr);
      if (count != 0) counts.push_back({meaning, label_among(meaning, tags, works), count});
    }
    return counts;
  }

  std::string label_among(MeaningId meaning, const std::set<store::TagId>& tags,
                          const Xapian::Query& works) {
    if (meanings_[meaning].ref) return meanings_[meaning].label;
    std::vector<store::TagId> borne;
    for (const store::TagId tag : tags)
      if (visit_all(
              Xapian::Query(Xapian::Query::OP_FILTER, works, query_.of_tags({tag}, Side::include)),
              nullptr) != 0)
        borne.push_back(tag);
    return meanings_.label_among(meaning, borne);
  }

  // What was excluded stays listed, with the count that it would have in this facet if this one
  // entry were lifted.
  std::vector<FacetCount> excluded_values(Facet facet) {
    std::vector<FacetCount> values;
    std::set<std::string> seen;
    for (std::size_t i = 0; i < plan_.exclude.size(); ++i) {
      const query::Entry& entry = plan_.exclude[i];
      if (entry.facet != facet || entry.concepts.size() > 1) continue;
      const std::vector<store::TagId> tags = selector_.select_below(entry.node, Side::exclude);
      const auto ref =
          entry.concepts.empty() ? std::nullopt : dictionary_.find(entry.concepts.front());
      if (!ref && tags.empty()) continue;
      const MeaningId id = ref ? meanings_.of_concept(*ref) : meanings_.of(tags.front());
      const Meaning meaning = meanings_[id];
      if (meaning.facet != facet || !seen.insert(meaning.concept_id).second) continue;
      const Xapian::Query lifted(
          Xapian::Query::OP_FILTER,
          query_.whole(plan_, {.left_out = left_out_for(plan_, request_, facet), .lifted = i}),
          query_.of_tags(counted_forms(id, request_.facet_counts, meanings_, selector_),
                         Side::include));
      values.push_back({meaning.concept_id, label_of_excluded(meaning), visit_all(lifted, nullptr),
                        FacetState::excluded});
    }
    return values;
  }

  std::set<std::string> concepts_about(const ChunkedList<query::Entry>& entries, Facet facet) {
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
    deadline_.check();
    if (spy != nullptr) enquire.add_matchspy(spy);
    return enquire.get_mset(0, 0, reader_.database().get_doccount()).get_matches_lower_bound();
  }

  const query::Plan& plan_;
  const SearchRequest& request_;
  const store::Reader& reader_;
  const Deadline& deadline_;
  std::atomic<std::uint64_t>* withheld_;
  const tags::Dictionary& dictionary_;
  TagSelector selector_;
  TagMeanings meanings_;
  PlainQuery query_;
  Explanation explanation_;
  std::vector<std::pair<std::optional<Facet>, std::unique_ptr<FacetCounter>>> counters_;
};

}  // namespace

Reply plain_search(const query::Plan& plan, const SearchRequest& request,
                   const PlainSources& sources, const std::function<void(Hit&&)>& sink) {
  return store::guarded(sources.reader.directory(),
                        [&] { return PlainSearch(plan, request, sources).run(sink); });
}

}  // namespace ficsearch::search
