// SPDX-License-Identifier: GPL-3.0-or-later
// An entry or term has two readings, one for finding works and one for leaving them out, and they
// differ for what nobody knows: found is the text alone, left out is the spelling as a tag and as
// literal text. Everything below a negation takes the second.
//
// Top-level terms of the query become entries, because facet counts and replies treat them like
// those of the lists; -(a OR b) is two of them.
#include <cstdint>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/utf8.h"
#include "ficsearch/error.h"
#include "ficsearch/work.h"
#include "query/entry_resolver.h"
#include "query/in_quotes.h"
#include "query/limits.h"
#include "query/plan.h"
#include "query/tag_meaning.h"
#include "query/tag_warnings.h"
#include "text/keys.h"

namespace ficsearch::query {
namespace {

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

struct ProfilesInForce {
  std::string name;                         // of `chosen`; empty: none
  std::shared_ptr<const Profile> chosen;    // null: none
  std::shared_ptr<const Profile> enforced;  // null: none
};

std::optional<std::string> profile_named_by(const SearchRequest& request, const Ast& query) {
  if (request.profile && query.profile && *request.profile != *query.profile)
    throw Error(ErrorCode::bad_value, "two profiles are named, in the query and beside it", Place{},
                "remove one of them");
  const auto name = query.profile ? query.profile : request.profile;
  if (name && request.without_profile)
    throw Error(ErrorCode::bad_value, "the profile " + in_quotes(*name) + " is named and lifted",
                Place{}, "remove one of the two");
  return name;
}

// A profile that is missing would be a filter that does not hold, so naming one that is not there
// is an error.
ProfilesInForce profiles_of(const SearchRequest& request, const Ast& query,
                            const ResolveContext& context) {
  ProfilesInForce profiles{{}, nullptr, context.profiles.enforced()};
  if (const auto name = profile_named_by(request, query)) {
    profiles.chosen = context.profiles.named(*name);
    profiles.name = *name;
    if (!profiles.chosen)
      throw Error(ErrorCode::profile_not_found, "there is no profile " + in_quotes(*name), Place{},
                  "ficsearch profile list shows those that there are");
  } else if (!request.without_profile) {
    profiles.chosen = context.profiles.named(kDefaultProfile);
    if (profiles.chosen) profiles.name = kDefaultProfile;
  }
  return profiles;
}

Mentions strictest_mentions(const SearchRequest& request, const ProfilesInForce& profiles) {
  for (const auto& profile : {profiles.chosen, profiles.enforced})
    if (profile && profile->mentions == Mentions::exclude) return Mentions::exclude;
  return request.mentions;
}

class Resolver {
 public:
  Resolver(const SearchRequest& request, const ResolveContext& context)
      : request_(request),
        context_(context),
        query_(parse(request.query)),
        profiles_(profiles_of(request, query_, context)),
        mentions_(strictest_mentions(request, profiles_)),
        warnings_(context),
        entries_(context, mentions_, &warnings_) {}

  Plan run() {
    plan_.include.append(entries_.of_list(request_.include, Side::include));
    plan_.exclude.append(entries_.of_list(request_.exclude, Side::exclude));
    plan_.canonical_query = to_string(query_);
    add_root(query_, Role::query);
    add_filter(request_.filter);
    plan_.include.append(std::move(included_));
    plan_.exclude.append(std::move(excluded_));
    const std::size_t of_query = plan_.require.size();
    if (request_.max_rating)
      require(rating_limit(*request_.max_rating), rating_input(*request_.max_rating));
    if (!request_.languages.empty()) require_languages();
    set_sort(request_.sort, query_.sort);
    plan_.profile = profiles_.name;
    plan_.enforced = profiles_.enforced != nullptr;
    add_profile(profiles_.chosen, FilterOrigin::profile, profiles_.name);
    add_profile(profiles_.enforced, FilterOrigin::enforced, {});
    plan_.warnings = warnings_.take(warnings_.has_unknown() ? filters(of_query) : Plan{});
    return std::move(plan_);
  }

 private:
  void require(PlanNode node, std::string input) {
    plan_.require.push_back(std::move(node));
    plan_.conditions.push_back({std::move(input)});
  }

  void require_languages() {
    require(one_of_languages(request_.languages), languages_input(request_.languages));
    for (const std::string& language : request_.languages) {
      std::string key = checked_fold_key(language, language);
      if (!context_.known.bears(Facet::language, key))
        warnings_.add(
            UnknownTag{"language:" + language, language, Facet::language, std::move(key)});
    }
  }

  // What holds whatever is looked for: `of_query` conditions are the query's.
  Plan filters(std::size_t of_query) const {
    Plan filters;
    filters.require.assign(plan_.require.begin() + static_cast<std::ptrdiff_t>(of_query),
                           plan_.require.end());
    filters.exclude = plan_.exclude;
    return filters;
  }

  void add_profile(const std::shared_ptr<const Profile>& profile, FilterOrigin origin,
                   const std::string& name) {
    if (!profile) return;
    ProfileParts parts = resolve_profile({*profile, origin, name}, mentions_, context_, nullptr);
    const auto append = [](auto& to, auto& from) {
      to.insert(to.end(), std::make_move_iterator(from.begin()),
                std::make_move_iterator(from.end()));
    };
    append(plan_.require, parts.require);
    append(plan_.conditions, parts.conditions);
    for (const auto& chunk : parts.exclude.chunks()) plan_.exclude.append(chunk);
  }

  // Query and filter.

  void add_filter(const std::string& text) {
    const Ast filter = parse(text);
    if (!filter.sort.empty())
      throw Error(ErrorCode::bad_value, "a filter cannot sort", Place{},
                  "move the sort order to the query or to the sort parameter");
    if (filter.profile)
      throw Error(ErrorCode::bad_value, "a filter cannot name a profile", Place{},
                  "move it to the query or to the profile parameter");
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
      included_.push_back(leaf_entry(node, Side::include));
    else if (std::holds_alternative<Word>(node.value) && role == Role::filter)
      included_.push_back(leaf_entry(node, Side::include));
    else
      require(found(node, role), to_string(node));
  }

  void add_excluded(const Node& node) {
    if (const auto* any = std::get_if<Or>(&node.value))
      for (const Node& below : any->nodes) add_excluded(below);
    else if (std::holds_alternative<And>(node.value) || std::holds_alternative<Not>(node.value))
      require(negation_of(left_out(node)),
              to_string(Node{Not{std::make_shared<const Node>(node)}}));
    else
      excluded_.push_back(leaf_entry(node, Side::exclude));
  }

  // Needs a node that is no And, Or or Not.
  Entry leaf_entry(const Node& node, Side side) {
    if (const auto* word = std::get_if<Word>(&node.value))
      return entries_.of_tag(word->text, std::nullopt, word->text, effect_of(side, false));
    const std::string input = to_string(node);
    if (const auto* term = std::get_if<TagTerm>(&node.value))
      return term->prefix ? entries_.of_prefix(input, *term, side)
                          : entries_.of_tag(input, term->facet, term->value, effect_of(side, true));
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
      TagMeaning meaning =
          meaning_of_tag(std::nullopt, word.text, checked_fold_key(word.text, word.text), context_);
      if (!meaning.sure)
        nodes.push_back(
            {entries_.of_unsure(word.text, std::nullopt, std::move(meaning), Effect::finds).node});
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

  void set_sort(const std::vector<SortKey>& requested, const std::vector<SortKey>& in_query) {
    if (!requested.empty() && !in_query.empty())
      throw Error(ErrorCode::bad_value, "the sort order is given twice, in the query and beside it",
                  Place{}, "remove one of them");
    plan_.sort = requested.empty() ? in_query : requested;
    if (!plan_.sort.empty()) return;
    plan_.sort.push_back(plan_.rank.empty() ? SortKey{Field::updated, false}
                                            : SortKey{std::nullopt, false});
  }

  const SearchRequest& request_;
  const ResolveContext& context_;
  Ast query_;
  ProfilesInForce profiles_;
  Mentions mentions_;
  TagWarnings warnings_;
  EntryResolver entries_;
  std::vector<Entry> included_;  // by query and filter
  std::vector<Entry> excluded_;
  Plan plan_;
};

}  // namespace

Plan resolve(const SearchRequest& request, const ResolveContext& context) {
  return Resolver(request, context).run();
}

}  // namespace ficsearch::query
