// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/snapshot_search.h"

#include <xapian.h>

#include <algorithm>
#include <map>
#include <optional>

#include "ficsearch/error.h"
#include "search/applied.h"
#include "search/cursor.h"
#include "search/exclusion_gate.h"
#include "search/explanation.h"
#include "search/facet_exclusion.h"
#include "search/facet_list.h"
#include "search/facet_works.h"
#include "search/hit_builder.h"
#include "search/match_order.h"
#include "search/matching_works.h"
#include "search/plain_query.h"
#include "search/ranked_page.h"
#include "search/set_query.h"
#include "search/snapshot_facets.h"
#include "search/sorted_page.h"
#include "search/tag_meanings.h"
#include "search/tag_selection.h"
#include "store/slots.h"
#include "store/xapian_guard.h"

namespace ficsearch::search {
namespace {

class SnapshotSearch {
 public:
  SnapshotSearch(const query::Plan& plan, const SearchRequest& request,
                 const SearchSources& sources)
      : plan_(plan),
        request_(request),
        sources_(sources),
        reader_(sources.reader),
        snapshot_(sources.snapshot),
        dictionary_(sources.mentions.dictionary()),
        selector_(dictionary_, reader_.registry()),
        meanings_(reader_.database(), dictionary_, reader_.registry(),
                  resident_ != nullptr ? &resident_->meanings : nullptr),
        plain_(reader_, selector_, sources.mentions, sources.tokenizer, sources.deadline, request,
               resident_ != nullptr ? &snapshot_.text() : nullptr),
        explanation_(request.explain),
        sets_({reader_, snapshot_, selector_, sources.mentions, sources.tokenizer, sources.deadline,
               &explanation_},
              request) {}

  Reply run(const std::function<void(Hit&&)>& sink) {
    check_highlight_fields(request_);
    sources_.deadline.check();
    if (explanation_.asked()) explain_plan();
    Reply reply;
    excluded_tags_ = tags_of_excludes(plan_, selector_, sources_.exclude_lists);
    if (!request_.facets.empty()) exclude();
    const FacetWorks& works = works_without(std::nullopt);
    reply.total.value = works.count;
    take_page(works, reply, sink);
    for (const Facet facet : request_.facets) {
      sources_.deadline.check();
      reply.facets.emplace_back(
          facet, facets_.values(facet, works_without(left_out_for(plan_, request_, facet))));
    }
    if (!request_.facets.empty()) explanation_.step("count facets", works.count);
    sources_.deadline.check();
    reply.applied = applied_of(plan_, excluded_tags_);
    reply.warnings = plan_.warnings;
    explain_excludes();
    reply.snapshot = snapshot_.key().uuid + ":" + std::to_string(snapshot_.key().revision);
    reply.explanation = explanation_.take();
    return reply;
  }

 private:
  void explain_plan() {
    const std::string text = to_string(plan_);
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      explanation_.add(text.substr(begin, end - begin));
      begin = end + 1;
    }
  }

  // Beside the answer, in which they are not worked out one by one.
  void explain_excludes() {
    if (!explains_exclusion()) return;
    snapshot::DocBits excluded = snapshot_.no_works();
    for (const query::Entry& entry : plan_.exclude) sets_.add(excluded, entry.node, Side::exclude);
    explanation_.step("each exclude entry by itself", excluded.count());
  }

  bool explains_exclusion() const noexcept {
    return explanation_.asked() && !plan_.exclude.empty();
  }

  // Exclusion.

  // Facets look at what is left out and, of their own values, at what each entry alone leaves out.
  void exclude() {
    keeps_account_ =
        std::any_of(plan_.exclude.begin(), plan_.exclude.end(), [&](const query::Entry& entry) {
          return entry.facet && std::find(request_.facets.begin(), request_.facets.end(),
                                          *entry.facet) != request_.facets.end();
        });
    if (keeps_account_) return;
    excluded_ = matching_.excluded(excluded_tags_);
    if (explains_exclusion()) explanation_.step("find what is excluded", excluded_.count());
  }

  // Inclusion.

  const FacetWorks& works_without(std::optional<Facet> left_out) {
    const auto [known, is_new] = works_.try_emplace(left_out);
    FacetWorks& works = known->second;
    if (!is_new) return works;
    works.positive = matching_.positive(left_out);
    const std::uint64_t before = explains_exclusion() ? works.positive.count() : 0;
    if (explains_exclusion()) explanation_.step("before exclusion", before);
    if (keeps_account_) {
      exclusion_.exclude(works);
    } else if (request_.facets.empty()) {
      works.matching = std::move(works.positive);
      matching_.exclude(works.matching, excluded_tags_);
      works.count = works.matching.count();
    } else {
      works.matching = works.positive;
      works.matching.subtract(excluded_);
      works.count = works.matching.count();
    }
    if (explains_exclusion())
      explanation_.step("exclude " + std::to_string(plan_.exclude.size()) + " entries",
                        before - works.count);
    explanation_.step(
        left_out ? "match without includes of " + std::string(to_string(*left_out)) : "match",
        works.count);
    return works;
  }

  // The page.

  void take_page(const FacetWorks& works, Reply& reply, const std::function<void(Hit&&)>& sink) {
    std::optional<Cursor> cursor;
    if (!request_.cursor.empty()) {
      if (request_.offset != 0)
        throw Error(ErrorCode::bad_value, "a page begins at an offset or at a cursor, not at both",
                    {}, "remove one of them");
      cursor = parse_cursor(request_.cursor, request_);
    }
    const std::size_t limit =
        std::min<std::size_t>(request_.limit.value_or(works.count), works.count);
    // One more than is shown tells whether another page follows.
    std::vector<RankedWork> page;
    if (limit > 0 || cursor)
      page = is_ranked(plan_.sort) ? ranked(works, cursor, limit + 1)
                                   : sorted(works, cursor, limit + 1);
    const bool has_next = page.size() > limit && limit > 0;
    if (page.size() > limit) page.resize(limit);
    explanation_.step("take the page", page.size());
    std::vector<std::string> ids;
    const std::vector<std::string> phrases = phrases_of(plan_);
    HitBuilder builder(dictionary_, reader_.registry(), meanings_, request_, phrases);
    ExclusionGate gate = exclusion_gate();
    if (resident_ != nullptr && asks_only_ids(request_) && gate.is_needed())
      for (const RankedWork& work : page) resident_->forward.fetch(work.document);
    for (const RankedWork& work : page) {
      sources_.deadline.check();
      Hit hit = hit_of(work.document, builder, gate);
      if (is_ranked(plan_.sort)) hit.score = work.score;
      ids.push_back(hit.id);
      sink(std::move(hit));
    }
    explanation_.step("read the hits", page.size());
    if (has_next) reply.next_cursor = to_text(cursor_behind(page, ids, cursor), request_);
  }

  // What stays in memory was checked against the registry when it was read.
  ExclusionGate exclusion_gate() const {
    using Trust = ExclusionGate::Trust;
    const Trust trust = resident_ != nullptr ? Trust::registry : Trust::nothing;
    return {plan_, excluded_tags_, request_.part_scope, selector_, trust, sources_.withheld};
  }

  // A record is read unless only ids are asked for, they are in memory, and there is no doubt.
  Hit hit_of(std::uint32_t document, HitBuilder& builder, ExclusionGate& gate) const {
    if (resident_ != nullptr && asks_only_ids(request_) &&
        !(gate.is_needed() && gate.may_be_excluded(document, *resident_))) {
      Hit hit;
      hit.id = resident_->ids.of(document);
      return hit;
    }
    const Work work = reader_.work(static_cast<store::DocumentId>(document));
    if (gate.is_needed()) gate.check(work);
    return builder.build(work);
  }

  std::vector<RankedWork> ranked(const FacetWorks& works, const std::optional<Cursor>& cursor,
                                 std::size_t limit) {
    RankedPages pages(
        {works.matching, works.count, plan_, plain_, reader_, snapshot_, sources_.deadline});
    return cursor ? pages.page_after(*cursor, limit) : pages.page(request_.offset, limit);
  }

  std::vector<RankedWork> sorted(const FacetWorks& works, const std::optional<Cursor>& cursor,
                                 std::size_t limit) {
    PageBounds bounds{request_.offset, limit, std::nullopt};
    if (cursor) bounds.after = position_behind(*cursor);
    std::vector<RankedWork> page;
    for (const std::uint32_t document :
         sorted_page(works.matching, works.count, plan_.sort, bounds, reader_, snapshot_))
      page.push_back({document, 0});
    return page;
  }

  // Behind the last of the hits before that had the same values as the last one. They were shown by
  // falling document number, which a work keeps whatever becomes of its values; only one that was
  // deleted and added again has another, and the least of them says where the others stood. If all
  // of them are gone, everything with these values is still to be shown.
  PagePosition position_behind(const Cursor& cursor) {
    if (cursor.values.size() != plan_.sort.size())
      throw Error(ErrorCode::bad_value, "the cursor is none that this index gave", {},
                  "take next_cursor of a reply as it is, with the request that it came from");
    std::optional<std::uint32_t> last;
    for (auto id = cursor.ids.end() - static_cast<std::ptrdiff_t>(cursor.ties);
         id != cursor.ids.end(); ++id)
      if (const auto found = reader_.find_work(*id))
        last = std::min(last.value_or(UINT32_MAX), static_cast<std::uint32_t>(*found));
    const bool names_all = cursor.ties < cursor.ids.size() || cursor.rank <= cursor.ids.size();
    if (!last && !names_all)
      throw Error(ErrorCode::bad_value, "none of the works that the last page ended with is left",
                  {}, "begin again at the first page");
    return search::position_behind(plan_.sort, cursor.values, last.value_or(UINT32_MAX), reader_,
                                   snapshot_);
  }

  Cursor cursor_behind(const std::vector<RankedWork>& page, const std::vector<std::string>& ids,
                       const std::optional<Cursor>& before) {
    Cursor cursor;
    // A short page leaves room for ids of those before.
    std::vector<std::string> all = before ? before->ids : std::vector<std::string>();
    all.insert(all.end(), ids.begin(), ids.end());
    const std::size_t first = all.size() > kCursorIds ? all.size() - kCursorIds : 0;
    cursor.ids.assign(all.begin() + static_cast<std::ptrdiff_t>(first), all.end());
    cursor.rank = (before ? before->rank : request_.offset) + page.size();
    if (!is_ranked(plan_.sort)) {
      cursor.values = values_of(page.back().document);
      cursor.ties =
          std::min<std::uint64_t>(ties_behind(page, cursor.values, before), cursor.ids.size());
    }
    return cursor;
  }

  // How many hits, from the last one back, have its values.
  std::uint64_t ties_behind(const std::vector<RankedWork>& page,
                            const std::vector<std::string>& values,
                            const std::optional<Cursor>& before) {
    const auto other = std::find_if(page.rbegin(), page.rend(), [&](const RankedWork& work) {
      return !have_same_keys(work.document, page.back().document);
    });
    const auto ties = static_cast<std::uint64_t>(other - page.rbegin());
    return other == page.rend() && before && before->values == values ? ties + before->ties : ties;
  }

  bool have_same_keys(std::uint32_t a, std::uint32_t b) {
    return std::all_of(plan_.sort.begin(), plan_.sort.end(), [&](const SortKey& key) {
      const snapshot::Column& column = snapshot_.column(reader_, *key.field);
      return column.key(a) == column.key(b);
    });
  }

  // Of the sort keys, as they are stored. A column of titles has their order alone.
  std::vector<std::string> values_of(std::uint32_t document) const {
    std::vector<std::string> values;
    for (const SortKey& key : plan_.sort) {
      if (!key.field) continue;
      if (*key.field == Field::title) {
        const auto slot = static_cast<Xapian::valueno>(store::slot_of(Field::title));
        values.push_back(
            reader_.database().get_document(document, Xapian::DOC_ASSUME_VALID).get_value(slot));
      } else {
        const auto number = snapshot_.column(reader_, *key.field).value(document);
        values.push_back(number ? store::encode_value(*key.field, *number) : std::string());
      }
    }
    return values;
  }

  const query::Plan& plan_;
  const SearchRequest& request_;
  const SearchSources& sources_;
  const store::Reader& reader_;
  snapshot::Snapshot& snapshot_;
  // Looked up once: another thread may build it meanwhile, and numbers of meanings are its own.
  const snapshot::Snapshot::Resident* resident_ = snapshot_.resident();
  const tags::Dictionary& dictionary_;
  TagSelector selector_;
  TagMeanings meanings_;
  PlainQuery plain_;
  Explanation explanation_;
  SetQuery sets_;
  MatchingWorks matching_{plan_, request_, snapshot_, sets_};
  ExcludedTags excluded_tags_;
  bool keeps_account_ = false;  // of what each exclude entry takes: exclusion_ does it
  snapshot::DocBits excluded_;  // else what all of them take
  FacetExclusion exclusion_{plan_,
                            request_,
                            selector_,
                            snapshot_,
                            resident_,
                            meanings_,
                            sets_,
                            excluded_tags_,
                            sources_.exclusion_scan,
                            sources_.way_of_facets};
  SnapshotFacets facets_{plan_,     request_, reader_,    resident_,        selector_,
                         meanings_, sets_,    exclusion_, sources_.counter, sources_.way_of_facets};
  std::map<std::optional<Facet>, FacetWorks> works_;
};

}  // namespace

Reply snapshot_search(const query::Plan& plan, const SearchRequest& request,
                      const SearchSources& sources, const std::function<void(Hit&&)>& sink) {
  return store::guarded(sources.reader.directory(),
                        [&] { return SnapshotSearch(plan, request, sources).run(sink); });
}

}  // namespace ficsearch::search
