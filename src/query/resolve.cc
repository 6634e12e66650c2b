// SPDX-License-Identifier: GPL-3.0-or-later
// An entry or term has two readings, one for finding works and one for leaving them out, and they
// differ for what nobody knows: found is the text alone, left out is the spelling as a tag and as
// literal text. Everything below a negation takes the second.
//
// Top-level terms of the query become entries, because facet counts and replies treat them like
// those of the lists; -(a OR b) is two of them.
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/utf8.h"
#include "ficsearch/error.h"
#include "ficsearch/work.h"
#include "query/character_count.h"
#include "query/in_quotes.h"
#include "query/plan.h"
#include "query/tag_meaning.h"
#include "query/tag_warnings.h"
#include "text/keys.h"

namespace ficsearch::query {
namespace {

constexpr std::size_t kMinPrefixCharacters = 2;

enum class Side : std::uint8_t { include, exclude };

// Whether a text searches tags and text and ranks, or only restricts by tags.
enum class Role : std::uint8_t { query, filter };

PlanNode single_or_any(PlanNodes nodes) {
  if (nodes.size() == 1) return std::move(nodes.front());
  return {PlanOr{std::move(nodes)}};
}

PlanNode negation_of(PlanNode node) {
  return {PlanNot{std::make_shared<const PlanNode>(std::move(node))}};
}

TextScope scope_of(TextField field) {
  switch (field) {
    case TextField::title:
      return TextScope::title;
    case TextField::summary:
      return TextScope::summary;
    case TextField::body:
      return TextScope::body;
    case TextField::text:
      break;
  }
  return TextScope::prose;
}

std::string input_of(const FilterItem& item) {
  return item.facet ? std::string(to_string(*item.facet)) + ":" + item.value : item.value;
}

class Resolver {
 public:
  explicit Resolver(const ResolveContext& context) : context_(context), warnings_(context) {}

  Plan run(const SearchRequest& request) {
    mentions_ = request.mentions;
    for (const FilterItem& item : request.include)
      plan_.include.push_back(entry_of(item, Side::include));
    for (const FilterItem& item : request.exclude)
      plan_.exclude.push_back(entry_of(item, Side::exclude));
    const Ast query = parse(request.query);
    plan_.canonical_query = to_string(query);
    add_root(query, Role::query);
    add_filter(request.filter);
    add_rating_limit(request.max_rating);
    add_languages(request.languages);
    set_sort(request.sort, query.sort);
    plan_.warnings = warnings_.take();
    return std::move(plan_);
  }

 private:
  // Lists.

  // What nobody knows still leaves out its literal text, unless it was asked for as a tag.
  static Effect effect_of(Side side, bool asks_for_tags) {
    if (side == Side::include) return Effect::finds;
    return asks_for_tags ? Effect::leaves_out : Effect::leaves_out_text;
  }

  // As in the query language, netor* is every tag that begins so; a tag that is known with its star
  // is that tag. Taken for a censored word it would let most of what was meant through.
  bool is_prefix(const FilterItem& item) const {
    if (!item.value.ends_with('*')) return false;
    const std::string key = checked_fold_key(item.value, input_of(item));
    return !context_.dictionary.resolve(key, item.facet) && !context_.known.bears(item.facet, key);
  }

  Entry entry_of(const FilterItem& item, Side side) {
    const std::string input = input_of(item);
    if (item.match == Match::concept_ && is_prefix(item))
      return prefix_entry(input, {item.facet, item.value.substr(0, item.value.size() - 1), true},
                          side);
    if (item.match == Match::concept_)
      return tag_entry(input, item.facet, item.value, effect_of(side, item.facet.has_value()));
    checked_fold_key(item.value, input);
    return {input, {WrittenTag{item.facet, item.value}}, item.facet, ExcludeStatus::written, {}};
  }

  Entry tag_entry(const std::string& input, std::optional<Facet> facet, const std::string& text,
                  Effect effect) {
    checked_fold_key(text, input);  // an error names the whole entry
    TagMeaning meaning = meaning_of_tag(facet, text, context_);
    if (!meaning.sure) return unsure_entry(input, facet, std::move(meaning), effect);
    Entry entry{input, {}, meaning.facet, ExcludeStatus::resolved, std::move(meaning.concepts)};
    if (entry.concepts.empty()) {
      warnings_.add_unknown({input, text, facet, meaning.fold_key, meaning.borne, effect});
      entry.status = meaning.borne ? ExcludeStatus::spelling : ExcludeStatus::literal;
    }
    entry.node = {std::move(meaning.set)};
    if (entry.status == ExcludeStatus::literal && effect == Effect::leaves_out_text)
      entry.node = {PlanOr{{std::move(entry.node), {TextPhrase{TextScope::literal, text}}}}};
    if (effect != Effect::finds) add_mentions(entry);
    return entry;
  }

  // Leaves out what titles and summaries name, too, if the request asks for it.
  void add_mentions(Entry& entry) const {
    if (mentions_ == Mentions::ignore || entry.concepts.empty()) return;
    std::set<std::string> ids;
    for (const std::string& id : entry.concepts)
      if (const auto ref = context_.dictionary.find(id))
        for (const tags::ConceptRef narrower : context_.dictionary.with_narrower(*ref))
          ids.insert(context_.dictionary[narrower].id);
    entry.node = {PlanOr{{std::move(entry.node), {Mentioned{{ids.begin(), ids.end()}}}}}};
  }

  // What can be several things leaves all of them out, and finds only what is written like it.
  Entry unsure_entry(const std::string& input, std::optional<Facet> facet, TagMeaning meaning,
                     Effect effect) {
    std::vector<std::string> candidates = meaning.concepts;
    for (const std::string& fold : meaning.set.spellings)
      if (fold != meaning.fold_key) candidates.push_back(fold);
    const Side side = effect == Effect::finds ? Side::include : Side::exclude;
    warnings_.add_ambiguous(input, candidates, effect);
    Entry entry{input, {}, facet, ExcludeStatus::ambiguous, std::move(meaning.concepts)};
    if (side == Side::include) {
      entry.concepts.clear();
      meaning.set = {facet, {}, {meaning.fold_key}};
    }
    entry.node = {std::move(meaning.set)};
    if (side == Side::exclude) add_mentions(entry);
    return entry;
  }

  Entry prefix_entry(const std::string& input, const TagTerm& term, Side side) {
    TagPrefix prefix = prefix_of(term);
    Entry entry{input, {}, term.facet, ExcludeStatus::resolved, {}};
    entry.concepts = concepts_with_prefix(term.facet, prefix.prefix, context_.dictionary);
    if (entry.concepts.empty()) entry.status = ExcludeStatus::spelling;
    if (entry.concepts.size() > 1) {
      entry.status = ExcludeStatus::ambiguous;
      if (side == Side::exclude) warnings_.add_ambiguous(input, entry.concepts, Effect::leaves_out);
    }
    entry.node = {std::move(prefix)};
    if (side == Side::exclude) add_mentions(entry);
    return entry;
  }

  static TagPrefix prefix_of(const TagTerm& term) {
    std::string key = checked_fold_key(term.value, term.value);
    if (count_characters(key) < kMinPrefixCharacters)
      throw Error(ErrorCode::query_limit,
                  "the prefix " + in_quotes(term.value) + " is too short once it is normalized",
                  Place{}, "write more of the tag before the \"*\"");
    return {term.facet, std::move(key)};
  }

  // Query and filter.

  void add_filter(const std::string& text) {
    const Ast filter = parse(text);
    if (!filter.sort.empty())
      throw Error(ErrorCode::bad_value, "a filter cannot sort", Place{},
                  "move the sort order to the query or to the sort parameter");
    add_root(filter, Role::filter);
  }

  void add_root(const Ast& ast, Role role) {
    if (!ast.root) return;
    if (const auto* all = std::get_if<And>(&ast.root->value))
      for (const Node& node : all->nodes) add_top_level(node, role);
    else
      add_top_level(*ast.root, role);
  }

  void add_top_level(const Node& node, Role role) {
    if (const auto* negation = std::get_if<Not>(&node.value))
      add_excluded(*negation->node);
    else if (std::holds_alternative<TagTerm>(node.value))
      plan_.include.push_back(leaf_entry(node, Side::include));
    else if (std::holds_alternative<Word>(node.value) && role == Role::filter)
      plan_.include.push_back(leaf_entry(node, Side::include));
    else
      plan_.require.push_back(found(node, role));
  }

  void add_excluded(const Node& node) {
    if (const auto* any = std::get_if<Or>(&node.value))
      for (const Node& below : any->nodes) add_excluded(below);
    else if (std::holds_alternative<And>(node.value) || std::holds_alternative<Not>(node.value))
      plan_.require.push_back(negation_of(left_out(node)));
    else
      plan_.exclude.push_back(leaf_entry(node, Side::exclude));
  }

  // Needs a node that is no And, Or or Not.
  Entry leaf_entry(const Node& node, Side side) {
    if (const auto* word = std::get_if<Word>(&node.value))
      return tag_entry(word->text, std::nullopt, word->text, effect_of(side, false));
    const std::string input = to_string(node);
    if (const auto* term = std::get_if<TagTerm>(&node.value))
      return term->prefix ? prefix_entry(input, *term, side)
                          : tag_entry(input, term->facet, term->value, effect_of(side, true));
    if (const auto* word = std::get_if<FieldWord>(&node.value))
      return {input, {phrase_of(*word)}, std::nullopt, ExcludeStatus::literal, {}};
    return {
        input, {range_of(std::get<Range>(node.value))}, std::nullopt, ExcludeStatus::resolved, {}};
  }

  // What finds works.
  PlanNode found(const Node& node, Role role) {
    return std::visit([&](const auto& kind) { return found_by(kind, role); }, node.value);
  }
  PlanNode found_by(const Word& word, Role role) {
    if (role == Role::filter) return leaf_entry(Node{word}, Side::include).node;
    checked_text(word.text);
    PlanNodes nodes;
    // What is too long for a tag is text.
    if (word.text.size() <= base::kMaxTagBytes) {
      TagMeaning meaning = meaning_of_tag(std::nullopt, word.text, context_);
      if (!meaning.sure)
        nodes.push_back(
            {unsure_entry(word.text, std::nullopt, std::move(meaning), Effect::finds).node});
      else if (!meaning.concepts.empty() || meaning.borne)
        nodes.push_back({std::move(meaning.set)});
    }
    nodes.push_back({TextPhrase{TextScope::all, word.text}});
    plan_.rank.insert(plan_.rank.end(), nodes.begin(), nodes.end());
    return single_or_any(std::move(nodes));
  }
  PlanNode found_by(const TagTerm& term, Role) {
    return leaf_entry(Node{term}, Side::include).node;
  }
  PlanNode found_by(const FieldWord& word, Role role) {
    const PlanNode node{phrase_of(word)};
    if (role == Role::query) plan_.rank.push_back(node);
    return node;
  }
  PlanNode found_by(const Range& range, Role) { return {range_of(range)}; }
  PlanNode found_by(const And& all, Role role) {
    PlanAnd plan;
    for (const Node& below : all.nodes) plan.nodes.push_back(found(below, role));
    return {std::move(plan)};
  }
  PlanNode found_by(const Or& any, Role role) {
    PlanOr plan;
    for (const Node& below : any.nodes) plan.nodes.push_back(found(below, role));
    return {std::move(plan)};
  }
  PlanNode found_by(const Not& negation, Role) { return negation_of(left_out(*negation.node)); }

  // What leaves works out, to stand below a PlanNot.
  PlanNode left_out(const Node& node) {
    if (const auto* all = std::get_if<And>(&node.value)) {
      PlanAnd plan;
      for (const Node& below : all->nodes) plan.nodes.push_back(left_out(below));
      return {std::move(plan)};
    }
    if (const auto* any = std::get_if<Or>(&node.value)) {
      PlanOr plan;
      for (const Node& below : any->nodes) plan.nodes.push_back(left_out(below));
      return {std::move(plan)};
    }
    if (const auto* negation = std::get_if<Not>(&node.value))
      return negation_of(left_out(*negation->node));
    return leaf_entry(node, Side::exclude).node;
  }

  static TextPhrase phrase_of(const FieldWord& word) {
    checked_text(word.value);
    return {scope_of(word.field), word.value};
  }

  static void checked_text(const std::string& text) {
    if (text::fold_key(text).empty())
      throw Error(ErrorCode::empty_filter,
                  "nothing is left of " + in_quotes(text) + " to search for", Place{},
                  "remove it, or write a word");
  }

  ValueRange range_of(const Range& range) const {
    ValueRange values{range.field, range.low, range.high};
    if (range.relative && values.low) values.low = context_.now - *values.low;
    if (range.relative && values.high) values.high = context_.now - *values.high;
    // Unrated works stand outside the order.
    if (range.field == Field::rating && !values.low)
      values.low = static_cast<std::int64_t>(Rating::general);
    return values;
  }

  // Parameters.

  void add_rating_limit(const std::optional<Rating>& limit) {
    if (!limit) return;
    if (*limit == Rating::unrated)
      throw Error(ErrorCode::bad_value,
                  "max_rating cannot be unrated, which has no place in the order", Place{},
                  "ratings in order: general, teen, mature, explicit");
    plan_.require.push_back({ValueRange{Field::rating, static_cast<std::int64_t>(Rating::general),
                                        static_cast<std::int64_t>(*limit)}});
  }

  void add_languages(const std::vector<std::string>& languages) {
    if (languages.empty()) return;
    std::set<std::string> keys;
    for (const std::string& language : languages) keys.insert(checked_fold_key(language, language));
    plan_.require.push_back({TagSet{Facet::language, {}, {keys.begin(), keys.end()}}});
  }

  void set_sort(const std::vector<SortKey>& requested, const std::vector<SortKey>& in_query) {
    if (!requested.empty() && !in_query.empty())
      throw Error(ErrorCode::bad_value, "the sort order is given twice, in the query and beside it",
                  Place{}, "remove one of them");
    plan_.sort = requested.empty() ? in_query : requested;
    if (!plan_.sort.empty()) return;
    plan_.sort.push_back(plan_.rank.empty() ? SortKey{Field::updated, false}
                                            : SortKey{std::nullopt, false});
  }

  const ResolveContext& context_;
  TagWarnings warnings_;
  Mentions mentions_ = Mentions::ignore;
  Plan plan_;
};

}  // namespace

Plan resolve(const SearchRequest& request, const ResolveContext& context) {
  return Resolver(context).run(request);
}

}  // namespace ficsearch::query
