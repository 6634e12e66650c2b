// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/entry_resolver.h"

#include <cstdint>
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

ChunkedList<Entry>::Chunk EntryResolver::of_list(const std::vector<FilterItem>& items,
                                                 Side side) const {
  const auto resolve = [&] { return list(items, side); };
  const std::shared_ptr<const ResolvedList> resolved =
      context_.lists != nullptr && !items.empty()
          ? context_.lists->get(key_of(items, side), resolve)
          : std::make_shared<const ResolvedList>(resolve());
  return told(resolved);
}

ChunkedList<Entry>::Chunk EntryResolver::of_saved_list(const std::vector<FilterItem>& items,
                                                       const std::string& name) const {
  const auto resolve = [&] { return list(items, Side::exclude); };
  const std::shared_ptr<const ResolvedList> resolved =
      context_.lists != nullptr && !items.empty()
          ? context_.lists->get(key_of_saved(name), resolve, EntryListCache::Keep::at_once)
          : std::make_shared<const ResolvedList>(resolve());
  return told(resolved);
}

ChunkedList<Entry>::Chunk EntryResolver::told(
    const std::shared_ptr<const ResolvedList>& resolved) const {
  if (warnings_ != nullptr)
    for (const TagNotice& notice : resolved->notices) warnings_->add(notice);
  return {resolved, &resolved->entries};
}

// The first byte of key_of is a side, and never this one.
std::string EntryResolver::key_of_saved(const std::string& name) const {
  std::string key("p");
  key += static_cast<char>(mentions_);
  key += static_cast<char>(origin_);
  return key.append(name);
}

// Everything that a list's entries depend on within one dictionary and archive.
std::string EntryResolver::key_of(const std::vector<FilterItem>& items, Side side) const {
  std::string key;
  std::size_t bytes = 3;
  for (const FilterItem& item : items) bytes += item.value.size() + 6;
  key.reserve(bytes);
  const auto add = [&](auto part) { key += static_cast<char>(part); };
  add(side);
  add(mentions_);
  add(origin_);
  for (const FilterItem& item : items) {
    add(item.match);
    add(item.facet ? static_cast<int>(*item.facet) + 1 : 0);
    const auto value_bytes = static_cast<std::uint32_t>(item.value.size());
    key.append(reinterpret_cast<const char*>(&value_bytes), sizeof value_bytes);
    key += item.value;
  }
  return key;
}

ResolvedList EntryResolver::list(const std::vector<FilterItem>& items, Side side) const {
  ResolvedList list;
  list.entries.reserve(items.size());
  for (const FilterItem& one : items) {
    Resolved resolved = item(one, side);
    list.entries.push_back(std::move(resolved.entry));
    if (resolved.notice) list.notices.push_back(*std::move(resolved.notice));
  }
  return list;
}

Entry EntryResolver::of_item(const FilterItem& item, Side side) const {
  return told(this->item(item, side));
}

EntryResolver::Resolved EntryResolver::item(const FilterItem& item, Side side) const {
  const std::string input = input_of(item);
  std::string fold_key = checked_fold_key(item.value, input);
  Resolved resolved;
  if (item.match == Match::written)
    resolved.entry = {
        input, {WrittenTag{item.facet, item.value}}, item.facet, ExcludeStatus::written, {}};
  // As in the query language, netor* is every tag that begins so; a tag that is known with its star
  // is that tag. Taken for a censored word it would let most of what was meant through.
  else if (item.value.ends_with('*') && !is_known(item.facet, fold_key))
    resolved = prefix(input, {item.facet, item.value.substr(0, item.value.size() - 1), true}, side);
  else
    resolved = key(input, item.facet, item.value, std::move(fold_key),
                   effect_of(side, item.facet.has_value()));
  if (origin_ != FilterOrigin::request) resolved.entry.facet = std::nullopt;
  resolved.entry.origin = origin_;
  return resolved;
}

bool EntryResolver::is_known(std::optional<Facet> facet, const std::string& fold_key) const {
  return context_.dictionary.resolve(fold_key, facet) || context_.known.bears(facet, fold_key);
}

Entry EntryResolver::of_tag(const std::string& input, std::optional<Facet> facet,
                            const std::string& text, Effect effect) const {
  return told(key(input, facet, text, checked_fold_key(text, input), effect));
}

Entry EntryResolver::of_unsure(const std::string& input, std::optional<Facet> facet,
                               TagMeaning meaning, Effect effect) const {
  return told(unsure(input, facet, std::move(meaning), effect));
}

Entry EntryResolver::of_prefix(const std::string& input, const TagTerm& term, Side side) const {
  return told(prefix(input, term, side));
}

EntryResolver::Resolved EntryResolver::key(const std::string& input, std::optional<Facet> facet,
                                           const std::string& text, std::string fold_key,
                                           Effect effect) const {
  TagMeaning meaning = meaning_of_tag(facet, text, std::move(fold_key), context_);
  if (!meaning.sure) return unsure(input, facet, std::move(meaning), effect);
  Resolved resolved;
  Entry& entry = resolved.entry;
  entry = {input, {}, meaning.facet, ExcludeStatus::resolved, std::move(meaning.concepts)};
  if (entry.concepts.empty()) {
    resolved.notice =
        notice_of_unknown({input, text, facet, meaning.fold_key, meaning.borne, effect});
    entry.status = meaning.borne ? ExcludeStatus::spelling : ExcludeStatus::literal;
  }
  entry.node = {std::move(meaning.set)};
  if (entry.status == ExcludeStatus::literal && effect == Effect::leaves_out_text)
    entry.node = {PlanOr{{std::move(entry.node), {TextPhrase{TextScope::literal, text}}}}};
  if (effect != Effect::finds) add_mentions(entry);
  return resolved;
}

EntryResolver::Resolved EntryResolver::unsure(const std::string& input, std::optional<Facet> facet,
                                              TagMeaning meaning, Effect effect) const {
  std::vector<std::string> candidates = meaning.concepts;
  for (const std::string& fold : meaning.set.spellings)
    if (fold != meaning.fold_key) candidates.push_back(fold);
  Resolved resolved;
  resolved.notice = warning_of_ambiguous(input, candidates, effect);
  Entry& entry = resolved.entry;
  entry = {input, {}, facet, ExcludeStatus::ambiguous, std::move(meaning.concepts)};
  if (effect == Effect::finds) {
    entry.concepts.clear();
    meaning.set = {facet, {}, {meaning.fold_key}};
  }
  entry.node = {std::move(meaning.set)};
  if (effect != Effect::finds) add_mentions(entry);
  return resolved;
}

EntryResolver::Resolved EntryResolver::prefix(const std::string& input, const TagTerm& term,
                                              Side side) const {
  TagPrefix prefix = prefix_of(term);
  Resolved resolved;
  Entry& entry = resolved.entry;
  entry = {input, {}, term.facet, ExcludeStatus::resolved, {}};
  entry.concepts = concepts_with_prefix(term.facet, prefix.prefix, context_.dictionary);
  if (entry.concepts.empty()) entry.status = ExcludeStatus::spelling;
  if (entry.concepts.size() > 1) {
    entry.status = ExcludeStatus::ambiguous;
    if (side == Side::exclude)
      resolved.notice = warning_of_ambiguous(input, entry.concepts, Effect::leaves_out);
  }
  entry.node = {std::move(prefix)};
  if (side == Side::exclude) add_mentions(entry);
  return resolved;
}

Entry EntryResolver::told(Resolved resolved) const {
  if (warnings_ != nullptr && resolved.notice) warnings_->add(*resolved.notice);
  return std::move(resolved.entry);
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
