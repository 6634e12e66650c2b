// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/set_query.h"

#include <xapian.h>

#include <algorithm>
#include <memory>
#include <optional>

#include "search/number_set.h"
#include "search/overloaded.h"
#include "search/tag_exceptions.h"
#include "search/text_query.h"
#include "snapshot/column.h"
#include "store/slots.h"
#include "store/terms.h"

namespace ficsearch::search {
namespace {

using snapshot::DocBits;
using snapshot::DocSet;
using store::TagId;

// Xapian shows each match to a spy: here it is put down, and the time is looked at now and then.
class Collector : public Xapian::MatchSpy {
 public:
  explicit Collector(const Deadline& deadline) : paced_(deadline) {}

  void operator()(const Xapian::Document& document, double) override {
    paced_.step();
    documents_.push_back(document.get_docid());
  }

  std::vector<std::uint32_t> take() {
    if (!std::is_sorted(documents_.begin(), documents_.end()))
      std::sort(documents_.begin(), documents_.end());
    return std::move(documents_);
  }

 private:
  PacedDeadline paced_;
  std::vector<std::uint32_t> documents_;
};

std::string key_of(const query::ValueRange& range) {
  const auto end = [](const std::optional<std::int64_t>& value) {
    return value ? std::to_string(*value) : std::string();
  };
  return "range " + std::string(to_string(range.field)) + " " + end(range.low) + ".." +
         end(range.high);
}

// What asking a work for all that it bears costs, in works of a posting list: it is waiting for
// memory, and works of a list are side by side.
constexpr std::uint64_t kScanCost = 200;
// What finding a list costs.
constexpr std::uint64_t kListCost = 200;
// Works of a list in bits are passed so many at a time.
constexpr std::uint64_t kPassedInBits = 256;

std::uint64_t cost_of_lists(const snapshot::PostingLists& postings,
                            const std::vector<TagId>& tags) {
  std::uint64_t cost = kListCost * tags.size();
  for (const TagId tag : tags) {
    const DocBits* bits = postings.bits_of(tag);
    cost += bits != nullptr ? bits->limit() / kPassedInBits : postings.count(tag);
  }
  return cost;
}

// Takes from `works` those that bear one of `tags` in one of `places`.
void subtract_borne(DocBits& works, const std::vector<TagId>& tags, std::uint8_t places,
                    const snapshot::ForwardIndex& forward) {
  NumberSet excluded(tags.size());
  for (const TagId tag : tags) excluded.insert(static_cast<std::uint32_t>(tag));
  forward.for_each(works, [&](std::uint32_t work, const snapshot::ForwardIndex::Forms& forms) {
    if (forms.any_of([&](TagId form, std::uint8_t borne_in) {
          return (borne_in & places) != 0 && excluded.contains(static_cast<std::uint32_t>(form));
        }))
      works.erase(work);
  });
}

}  // namespace

DocBits SetQuery::set_of(const query::PlanNode& node, Side side) {
  DocBits set = sources_.snapshot.no_works();
  add(set, node, side);
  return set;
}

void SetQuery::add(DocBits& into, const query::PlanNode& node, Side side) {
  sources_.deadline.check();
  if (!explains()) return add_matching(into, node, side);
  const std::size_t line = sources_.explanation->begin_part();
  DocBits works = sources_.snapshot.no_works();
  add_matching(works, node, side);
  sources_.explanation->end_part(line, to_string(node), works.count());
  into.add(works);
}

void SetQuery::add_matching(DocBits& into, const query::PlanNode& node, Side side) {
  std::visit(Overloaded{
                 [&](const query::TagSet& set) {
                   add_tags(into, sources_.selector.select(set, side), side);
                 },
                 [&](const query::WrittenTag& tag) {
                   add_tags(into, sources_.selector.select(tag), side);
                 },
                 [&](const query::TagPrefix& prefix) {
                   add_tags(into, sources_.selector.select(prefix, side), side);
                 },
                 [&](const query::TextPhrase& phrase) { add_phrase(into, phrase, side); },
                 [&](const query::ValueRange& range) { add_range(into, range); },
                 [&](const query::Mentioned& mentioned) { add_mentioned(into, mentioned); },
                 [&](const query::PlanAnd& both) {
                   std::vector<const query::PlanNode*> nodes;
                   for (const query::PlanNode& below : both.nodes) nodes.push_back(&below);
                   into.add(set_of_all(nodes, side));
                 },
                 [&](const query::PlanOr& any) {
                   for (const query::PlanNode& below : any.nodes) add(into, below, side);
                 },
                 [&](const query::PlanNot& without) {
                   DocBits rest = sources_.snapshot.live(sources_.reader);
                   rest.subtract(set_of(*without.node, Side::exclude));
                   into.add(rest);
                 },
             },
             node.value);
}

DocBits SetQuery::set_of_all(const std::vector<const query::PlanNode*>& nodes, Side side) {
  if (nodes.empty()) return sources_.snapshot.live(sources_.reader);
  if (nodes.size() == 1) return set_of(*nodes.front(), side);
  std::vector<std::pair<std::uint64_t, const query::PlanNode*>> cheapest_first;
  for (const query::PlanNode* node : nodes) cheapest_first.emplace_back(at_most(*node, side), node);
  std::stable_sort(cheapest_first.begin(), cheapest_first.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  DocBits works = set_of(*cheapest_first.front().second, side);
  for (auto next = cheapest_first.begin() + 1; next != cheapest_first.end(); ++next) {
    if (works.is_empty()) break;
    works.intersect(set_of(*next->second, side));
  }
  return works;
}

// What only Xapian's matcher or a column tells may be every work.
std::uint64_t SetQuery::at_most(const query::PlanNode& node, Side side) {
  const std::uint64_t every_work = sources_.snapshot.limit();
  return std::visit(Overloaded{
                        [&](const query::PlanAnd& both) {
                          std::uint64_t least = every_work;
                          for (const query::PlanNode& below : both.nodes)
                            least = std::min(least, at_most(below, side));
                          return least;
                        },
                        [&](const query::PlanOr& any) {
                          std::uint64_t sum = 0;
                          for (const query::PlanNode& below : any.nodes)
                            sum += at_most(below, side);
                          return std::min(sum, every_work);
                        },
                        [&](const query::PlanNot& without) {
                          at_most(*without.node, Side::exclude);
                          return every_work;
                        },
                        [&](const query::ValueRange& range) {
                          const auto known = sources_.snapshot.sets().find(key_of(range));
                          return known ? known->count() : every_work;
                        },
                        [&](const query::TextPhrase&) { return every_work; },
                        [&](const query::Mentioned&) { return every_work; },
                        [&](const auto&) {
                          std::uint64_t sum = 0;
                          for (const TagId tag : sources_.selector.select_below(node, side))
                            sum += works_of_tag(tag);
                          return std::min(sum, every_work);
                        },
                    },
                    node.value);
}

std::uint64_t SetQuery::works_of_tag(TagId tag) const {
  if (const auto* resident = sources_.snapshot.resident()) return resident->postings.count(tag);
  return sources_.reader.database().get_termfreq(
      store::terms::of_tag(sources_.reader.registry().entry(tag)));
}

SetQuery::Exception SetQuery::exception_on(Side side) const {
  return exception_for(side == Side::exclude ? Spoilers::all : spoilers_, scope_);
}

void SetQuery::add_tags(DocBits& into, const std::vector<TagId>& tags, Side side) {
  add_tags(into, tags, exception_on(side));
}

void SetQuery::add_tags(DocBits& into, const std::vector<TagId>& tags, Exception exception) {
  const auto* resident = sources_.snapshot.resident();
  std::vector<const DocBits*> in_bits;
  for (const TagId tag : tags) {
    const DocSet* hidden = exceptions_of(tag, exception);
    const DocBits* bits = resident != nullptr ? resident->postings.bits_of(tag) : nullptr;
    if (hidden == nullptr && bits != nullptr) {
      in_bits.push_back(bits);
    } else if (hidden == nullptr) {
      add_tag(into, tag);
    } else {
      DocBits bearing = sources_.snapshot.no_works();
      add_tag(bearing, tag);
      hidden->subtract_from(bearing);
      into.add(bearing);
    }
  }
  into.add_all(in_bits);
}

// Works that are few beside the lists are asked what they bear.
void SetQuery::subtract_tags(DocBits& works, std::uint64_t count, const std::vector<TagId>& tags,
                             Side side) {
  const auto* resident = sources_.snapshot.resident();
  if (resident == nullptr || count * kScanCost > cost_of_lists(resident->postings, tags))
    return subtract_lists(works, tags, side);
  const std::uint8_t counted =
      store::counted_places(side == Side::exclude ? Spoilers::all : spoilers_, scope_);
  subtract_borne(works, tags, counted, resident->forward);
}

// In a resident snapshot, without a set of what is taken away.
void SetQuery::subtract_lists(DocBits& works, const std::vector<TagId>& tags, Side side) {
  if (tags.empty()) return;
  const auto* resident = sources_.snapshot.resident();
  const Exception exception = exception_on(side);
  std::vector<const DocBits*> in_bits;
  std::vector<TagId> others;
  for (const TagId tag : tags) {
    if (resident == nullptr || exceptions_of(tag, exception) != nullptr)
      others.push_back(tag);
    else if (const DocBits* bits = resident->postings.bits_of(tag))
      in_bits.push_back(bits);
    else
      resident->postings.for_each(tag, [&](std::uint32_t work) { works.erase(work); });
  }
  works.subtract_all(in_bits);
  if (others.empty()) return;
  DocBits bearing = sources_.snapshot.no_works();
  add_tags(bearing, others, exception);
  works.subtract(bearing);
}

std::uint64_t SetQuery::count_tags(const DocBits& among, const std::vector<TagId>& tags,
                                   Side side) {
  const auto* resident = sources_.snapshot.resident();
  if (resident != nullptr && tags.size() == 1 &&
      exceptions_of(tags.front(), exception_on(side)) == nullptr)
    return resident->postings.count_in(among, tags.front());
  DocBits any = sources_.snapshot.no_works();
  add_tags(any, tags, side);
  return any.count_common(among);
}

void SetQuery::add_counting(DocBits& covered, DocBits& covered_twice, const query::PlanNode& node,
                            const std::vector<TagId>& tags) {
  const auto* resident = sources_.snapshot.resident();
  const bool is_one_list = resident != nullptr && is_of_tags(node) && tags.size() == 1 &&
                           exceptions_of(tags.front(), exception_on(Side::exclude)) == nullptr;
  if (!is_one_list) {
    DocBits entry = sources_.snapshot.no_works();
    if (is_of_tags(node))
      add_tags(entry, tags, Side::exclude);
    else
      add(entry, node, Side::exclude);
    covered.add_counting(entry, covered_twice);
  } else if (const DocBits* list = resident->postings.bits_of(tags.front())) {
    covered.add_counting(*list, covered_twice);
  } else {
    resident->postings.for_each(
        tags.front(), [&](std::uint32_t work) { covered.add_counting(work, covered_twice); });
  }
}

void SetQuery::add_tag(DocBits& into, TagId tag) {
  if (const auto* resident = sources_.snapshot.resident())
    return resident->postings.add_to(into, tag);
  const std::string term = store::terms::of_tag(sources_.reader.registry().entry(tag));
  sources_.snapshot.sets().get(term, [&] { return works_of_term(term); })->add_to(into);
}

// The works that bear the tag only where it must not be seen; null if there are none.
const DocSet* SetQuery::exceptions_of(TagId tag, Exception exception) {
  if (!exception) return nullptr;
  const auto* resident = sources_.snapshot.resident();
  if (resident != nullptr && !resident->postings.has_exceptions(tag)) return nullptr;
  const std::string term =
      store::terms::of_tag_exception(*exception, sources_.reader.registry().entry(tag));
  const auto [known, is_new] = exceptions_.try_emplace(term);
  if (is_new && sources_.reader.database().term_exists(term))
    known->second = sources_.snapshot.sets().get(term, [&] { return works_of_term(term); });
  return known->second.get();
}

void SetQuery::add_phrase(DocBits& into, const query::TextPhrase& phrase, Side side) {
  const Spoilers seen = side == Side::exclude ? Spoilers::all : spoilers_;
  const std::string key = "text " + std::to_string(static_cast<int>(phrase.scope)) +
                          std::to_string(static_cast<int>(seen)) + phrase.text;
  sources_.snapshot.sets().get(key, [&] { return works_of_phrase(phrase, seen); })->add_to(into);
}

DocSet SetQuery::works_of_phrase(const query::TextPhrase& phrase, Spoilers seen) {
  auto parts = prose_and_tags(phrase, seen, text_sources());
  if (!parts) return works_of(text_query(phrase, seen, text_sources()));
  DocSet prose = works_of(parts->prose);
  if (parts->tags.empty()) return prose;
  DocBits works = sources_.snapshot.no_works();
  prose.add_to(works);
  add_tags(works, parts->tags,
           parts->spoilers ? Exception() : store::terms::TagException::spoiler_only);
  return DocSet(works);
}

void SetQuery::add_all_of(DocBits& into, const std::vector<const query::TextPhrase*>& phrases) {
  if (!explains()) return add_matching_all(into, phrases);
  const std::size_t line = sources_.explanation->begin_part();
  DocBits works = sources_.snapshot.no_works();
  add_matching_all(works, phrases);
  std::string texts;
  for (const query::TextPhrase* phrase : phrases)
    texts.append(texts.empty() ? "" : ", ").append(to_string(query::PlanNode{*phrase}));
  sources_.explanation->end_part(line, "all(" + texts + ")", works.count());
  into.add(works);
}

// What posting lists in memory answer is not worth keeping.
void SetQuery::add_matching_all(DocBits& into,
                                const std::vector<const query::TextPhrase*>& phrases) {
  std::string key = "texts";
  for (const query::TextPhrase* phrase : phrases)
    key.append(std::to_string(static_cast<int>(phrase->scope)))
        .append(std::to_string(phrase->text.size()))
        .append(" ")
        .append(phrase->text);
  if (const auto known = sources_.snapshot.sets().find(key)) return known->add_to(into);
  std::vector<Xapian::Query> queries;
  for (const query::TextPhrase* phrase : phrases)
    queries.push_back(text_query(*phrase, spoilers_, text_sources()));
  const Xapian::Query all(Xapian::Query::OP_AND, queries.begin(), queries.end());
  if (const auto terms = term_query(all)) return terms->add_to(into, sources_.deadline);
  sources_.snapshot.sets().get(key, [&] { return works_of(all); })->add_to(into);
}

void SetQuery::add_range(DocBits& into, const query::ValueRange& range) {
  const auto within = [&] {
    DocBits works = sources_.snapshot.no_works();
    const snapshot::Column& column = sources_.snapshot.column(sources_.reader, range.field);
    const auto keys = column.keys_between(range.low, range.high);
    if (!keys) return DocSet(works);
    column.for_each([&](std::uint32_t work, std::uint32_t key) {
      if (key - keys->first <= keys->second - keys->first) works.insert(work);
    });
    return DocSet(works);
  };
  sources_.snapshot.sets().get(key_of(range), within)->add_to(into);
}

void SetQuery::add_mentioned(DocBits& into, const query::Mentioned& mentioned) {
  std::string key = "mentioned";
  for (const std::string& id : mentioned.concepts) key.append(" ").append(id);
  const auto find = [&] {
    return DocSet(mentioned_works_.documents(mentioned), sources_.snapshot.limit());
  };
  sources_.snapshot.sets().get(key, find)->add_to(into);
}

DocSet SetQuery::works_of_term(const std::string& term) const {
  std::vector<std::uint32_t> works;
  const Xapian::Database& database = sources_.reader.database();
  const Xapian::PostingIterator end = database.postlist_end(term);
  PacedDeadline paced(sources_.deadline);
  for (Xapian::PostingIterator work = database.postlist_begin(term); work != end; ++work) {
    paced.step();
    works.push_back(*work);
  }
  return {std::move(works), sources_.snapshot.limit()};
}

TextSources SetQuery::text_sources() const {
  return {sources_.reader, sources_.tokenizer,
          sources_.snapshot.resident() != nullptr ? &sources_.snapshot.text() : nullptr};
}

// What posting lists in memory answer; nullopt where they do not, or are not kept.
std::optional<TermQuery> SetQuery::term_query(const Xapian::Query& query) const {
  if (sources_.snapshot.resident() == nullptr) return std::nullopt;
  return TermQuery::of(query, [&](const std::string& term) {
    return sources_.snapshot.text().of(sources_.reader.database(), term);
  });
}

DocSet SetQuery::works_of(const Xapian::Query& query) const {
  if (query.empty()) return {{}, sources_.snapshot.limit()};
  if (const auto terms = term_query(query)) {
    DocBits works = sources_.snapshot.no_works();
    terms->add_to(works, sources_.deadline);
    return DocSet(works);
  }
  if (query.get_type() == Xapian::Query::LEAF_TERM) return works_of_term(*query.get_terms_begin());
  Collector collector(sources_.deadline);
  Xapian::Enquire enquire(sources_.reader.database());
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(query);
  enquire.add_matchspy(&collector);
  enquire.get_mset(0, 0, sources_.reader.database().get_doccount());
  return {collector.take(), sources_.snapshot.limit()};
}

}  // namespace ficsearch::search
