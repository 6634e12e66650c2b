// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/entry_resolver.h"

#include <set>
#include <utility>
#include <vector>

#include "ficsearch/error.h"
#include "query/character_count.h"
#include "query/in_quotes.h"

namespace ficsearch::query {
namespace {

constexpr std::size_t kMinPrefixCharacters = 2;

TagPrefix prefix_of(const TagTerm& term) {
  std::string key = checked_fold_key(term.value, term.value);
  if (count_characters(key) < kMinPrefixCharacters)
    throw Error(ErrorCode::query_limit,
                "the prefix " + in_quotes(term.value) + " is too short once it is normalized",
                Place{}, "write more of the tag before the \"*\"");
  return {term.facet, std::move(key)};
}

}  // namespace

Effect effect_of(Side side, bool asks_for_tags) {
  if (side == Side::include) return Effect::finds;
  return asks_for_tags ? Effect::leaves_out : Effect::leaves_out_text;
}

std::string input_of(const FilterItem& item) {
  return item.facet ? std::string(to_string(*item.facet)) + ":" + item.value : item.value;
}

Entry EntryResolver::of_item(const FilterItem& item, Side side) const {
  const std::string input = input_of(item);
  std::string key = checked_fold_key(item.value, input);
  if (item.match == Match::written)
    return {input, {WrittenTag{item.facet, item.value}}, item.facet, ExcludeStatus::written, {}};
  // As in the query language, netor* is every tag that begins so; a tag that is known with its star
  // is that tag. Taken for a censored word it would let most of what was meant through.
  if (item.value.ends_with('*') && !is_known(item.facet, key))
    return of_prefix(input, {item.facet, item.value.substr(0, item.value.size() - 1), true}, side);
  return of_key(input, item.facet, item.value, std::move(key),
                effect_of(side, item.facet.has_value()));
}

bool EntryResolver::is_known(std::optional<Facet> facet, const std::string& fold_key) const {
  return context_.dictionary.resolve(fold_key, facet) || context_.known.bears(facet, fold_key);
}

Entry EntryResolver::of_tag(const std::string& input, std::optional<Facet> facet,
                            const std::string& text, Effect effect) const {
  return of_key(input, facet, text, checked_fold_key(text, input), effect);
}

Entry EntryResolver::of_key(const std::string& input, std::optional<Facet> facet,
                            const std::string& text, std::string fold_key, Effect effect) const {
  TagMeaning meaning = meaning_of_tag(facet, text, std::move(fold_key), context_);
  if (!meaning.sure) return of_unsure(input, facet, std::move(meaning), effect);
  Entry entry{input, {}, meaning.facet, ExcludeStatus::resolved, std::move(meaning.concepts)};
  if (entry.concepts.empty()) {
    if (warnings_ != nullptr)
      warnings_->add_unknown({input, text, facet, meaning.fold_key, meaning.borne, effect});
    entry.status = meaning.borne ? ExcludeStatus::spelling : ExcludeStatus::literal;
  }
  entry.node = {std::move(meaning.set)};
  if (entry.status == ExcludeStatus::literal && effect == Effect::leaves_out_text)
    entry.node = {PlanOr{{std::move(entry.node), {TextPhrase{TextScope::literal, text}}}}};
  if (effect != Effect::finds) add_mentions(entry);
  return entry;
}

Entry EntryResolver::of_unsure(const std::string& input, std::optional<Facet> facet,
                               TagMeaning meaning, Effect effect) const {
  if (warnings_ != nullptr) {
    std::vector<std::string> candidates = meaning.concepts;
    for (const std::string& fold : meaning.set.spellings)
      if (fold != meaning.fold_key) candidates.push_back(fold);
    warnings_->add_ambiguous(input, candidates, effect);
  }
  Entry entry{input, {}, facet, ExcludeStatus::ambiguous, std::move(meaning.concepts)};
  if (effect == Effect::finds) {
    entry.concepts.clear();
    meaning.set = {facet, {}, {meaning.fold_key}};
  }
  entry.node = {std::move(meaning.set)};
  if (effect != Effect::finds) add_mentions(entry);
  return entry;
}

Entry EntryResolver::of_prefix(const std::string& input, const TagTerm& term, Side side) const {
  TagPrefix prefix = prefix_of(term);
  Entry entry{input, {}, term.facet, ExcludeStatus::resolved, {}};
  entry.concepts = concepts_with_prefix(term.facet, prefix.prefix, context_.dictionary);
  if (entry.concepts.empty()) entry.status = ExcludeStatus::spelling;
  if (entry.concepts.size() > 1) {
    entry.status = ExcludeStatus::ambiguous;
    if (side == Side::exclude && warnings_ != nullptr)
      warnings_->add_ambiguous(input, entry.concepts, Effect::leaves_out);
  }
  entry.node = {std::move(prefix)};
  if (side == Side::exclude) add_mentions(entry);
  return entry;
}

// Leaves out what titles and summaries name, too, if the search asks for it.
void EntryResolver::add_mentions(Entry& entry) const {
  if (mentions_ == Mentions::ignore || entry.concepts.empty()) return;
  std::set<std::string> ids;
  for (const std::string& id : entry.concepts)
    if (const auto ref = context_.dictionary.find(id))
      for (const tags::ConceptRef narrower : context_.dictionary.with_narrower(*ref))
        ids.insert(context_.dictionary[narrower].id);
  entry.node = {PlanOr{{std::move(entry.node), {Mentioned{{ids.begin(), ids.end()}}}}}};
}

}  // namespace ficsearch::query
