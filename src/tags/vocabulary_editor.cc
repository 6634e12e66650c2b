// SPDX-License-Identifier: GPL-3.0-or-later
#include "tags/vocabulary_editor.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cstdio>

#include "base/utf8.h"
#include "tags/record_set.h"
#include "tags/script.h"
#include "tags/series_marks.h"
#include "tags/spelling_groups.h"
#include "text/keys.h"

namespace ficsearch::tags {
namespace {

Verdict refused(std::string reason) {
  return {Outcome::refused, std::move(reason)};
}

std::string name_of(Facet facet) {
  return std::string(ficsearch::to_string(facet));
}

bool contains(const std::vector<std::string>& texts, const std::string& text) {
  return std::find(texts.begin(), texts.end(), text) != texts.end();
}

// Why `text` cannot be a tag; nullopt if it can.
std::optional<std::string> why_no_tag(const std::string& text) {
  if (base::find_ill_formed(text)) return "it is not UTF-8";
  if (text.size() > base::kMaxTagBytes)
    return "it is longer than " + std::to_string(base::kMaxTagBytes) + " bytes";
  if (text::fold_key(text).empty()) return "nothing is left of it when it is normalized";
  return std::nullopt;
}

// "Slow Burn!" -> "slow-burn"; empty if it has letters that an id cannot have.
std::string slug_of(const std::string& name) {
  std::string slug;
  for (const char c : text::surface_key(name)) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      slug += c;
    } else if (static_cast<unsigned char>(c) >= 0x80) {
      return "";
    } else if (!slug.empty() && slug.back() != '-') {
      slug += '-';
    }
  }
  while (slug.ends_with('-')) slug.pop_back();
  return slug;
}

// Of the folded key, so that one name gets one id in every archive.
std::string hashed_id(const std::string& name) {
  const std::string key = text::fold_key(name);
  std::array<char, 21> id{};
  std::snprintf(id.data(), id.size(), "tag-%016llx",
                static_cast<unsigned long long>(XXH3_64bits(key.data(), key.size())));
  return id.data();
}

// Kept in the order of the text: groups of scripts, and the keys of a table.
void insert_sorted(std::vector<ConceptSpelling>& spellings, ConceptSpelling spelling) {
  const auto group = [](const ConceptSpelling& each) {
    return std::find(kSpellingGroups.begin(), kSpellingGroups.end(), spelling_group_of(each.text));
  };
  const auto at = std::upper_bound(
      spellings.begin(), spellings.end(), spelling,
      [&](const ConceptSpelling& a, const ConceptSpelling& b) { return group(a) < group(b); });
  spellings.insert(at, std::move(spelling));
}

void insert_sorted(std::vector<DistinctFrom>& pairs, DistinctFrom pair) {
  const auto at = std::upper_bound(
      pairs.begin(), pairs.end(), pair,
      [](const DistinctFrom& a, const DistinctFrom& b) { return a.concept_id < b.concept_id; });
  pairs.insert(at, std::move(pair));
}

std::vector<std::string>& list_of(Concept& value, Link link, Due due) {
  switch (link) {
    case Link::advisory:
      return due == Due::always ? value.advisories_always : value.advisories_commonly;
    case Link::perspective:
      return value.perspectives;
    case Link::medium:
      return value.media;
    case Link::related:
      return value.related;
    case Link::broader:
    case Link::distinct:
      break;
  }
  return value.broader;
}

}  // namespace

VocabularyEditor::VocabularyEditor(const Dictionary& shipped, Vocabulary own, CreationPolicy policy)
    : shipped_(shipped), own_(std::move(own)), policy_(policy) {
  for (const auto& [id, value] : own_.concepts) remember(value);
  for (const auto& [id, value] : own_.additions) remember(value);
}

Verdict VocabularyEditor::state(const Statement& statement) {
  if (!statement.withdrawn.empty()) return refused(statement.withdrawn);
  return std::visit([this](const auto& what) { return apply(what); }, statement.what);
}

Verdict VocabularyEditor::apply(const NamedConcept& named) {
  const Target target = target_of(named.name, named.facet);
  if (!target.refusal.empty()) return refused(target.refusal);
  if (!target.id.empty()) return {Outcome::unchanged, ""};
  return {Outcome::accepted, "new concept " + made(target)};
}

Verdict VocabularyEditor::apply(const DescribedConcept& described) {
  const Concept& value = described.value;
  const auto refuse_all = [&](std::string reason) {
    refused_ids_.insert(value.id);
    return refused(std::move(reason));
  };
  if (const auto known = own_.concepts.find(value.id); known != own_.concepts.end()) {
    const Concept& own = known->second;
    const bool same = own.facet == value.facet && own.labels == value.labels &&
                      own.definition == value.definition && own.note == value.note;
    return same ? Verdict{Outcome::unchanged, ""}
                : refuse_all("the vocabulary describes " + value.id +
                             " in another way; remove that one first");
  }
  if (is_shipped(value.id))
    return refuse_all(value.id +
                      " is a concept of the dictionary; write [[addition]] to add to it");
  std::vector<std::string> names{value.id};
  for (const auto& [language, label] : value.labels) names.push_back(label);
  for (const std::string& name : names) {
    if (const auto why = why_no_tag(name)) return refuse_all(in_quotes(name) + ": " + *why);
    if (const auto owner = find_owner(text::fold_key(name)))
      return refuse_all(in_quotes(name) + " means " + owner->id + " already");
  }
  remember(own_.concepts.emplace(value.id, value).first->second);
  return {};
}

Verdict VocabularyEditor::apply(const SpellingOf& spelling) {
  if (const auto why = why_no_tag(spelling.spelling))
    return refused(in_quotes(spelling.spelling) + ": " + *why);
  const Target target = target_of(spelling.target, spelling.facet);
  if (!target.refusal.empty()) return refused(target.refusal);
  const std::string key = text::fold_key(spelling.spelling);
  if (key == text::fold_key(target.name) && target.id.empty())
    return refused(in_quotes(spelling.spelling) + " is the same spelling as its concept");
  if (const auto owner = find_owner(key)) {
    const Verdict taken = why_taken(spelling, *owner, target);
    if (taken.outcome != Outcome::accepted) return taken;
  }
  if (states_absence(spelling.spelling, target.id))
    return refused(in_quotes(spelling.spelling) + " states that " + target.id +
                   " is absent, and cannot be a spelling of it");
  const bool is_new = target.id.empty();
  const std::string id = made(target);
  insert_sorted(own_entry(id).spellings,
                {spelling.spelling, std::string(to_string(script_of(spelling.spelling)))});
  own_keys_.try_emplace(key, Owner{id, false});
  return {Outcome::accepted, is_new ? "new concept " + id : ""};
}

// Accepted only for another writing of what the concept has already.
// NTRなし would hide what it says of a work behind its opposite. Only the dictionary's concepts are
// known well enough to tell.
bool VocabularyEditor::states_absence(const std::string& spelling, const std::string& id) {
  const auto target = shipped_.find(id);
  if (!target) return false;
  if (!mentions_)  // Made once: it takes in every alias. The dictionary outlives this object.
    mentions_.emplace(
        std::shared_ptr<const Dictionary>(std::shared_ptr<const Dictionary>(), &shipped_));
  const std::vector<Mention> found = mentions_->find(spelling);
  return std::any_of(found.begin(), found.end(), [&](const Mention& mention) {
    return mention.target == *target && mention.polarity == Polarity::absent;
  });
}

Verdict VocabularyEditor::why_taken(const SpellingOf& spelling, const Owner& owner,
                                    const Target& target) const {
  if (owner.id != target.id) {
    const std::string other = in_quotes(spelling.spelling) + " means " + owner.id + " already";
    if (target.id.empty()) return refused(other);
    if (const auto difference = difference_between(owner.id, target.id))
      return refused(other + ", which is distinct from " + target.id + ": " + *difference);
    if (facet_of(owner.id) != target.facet)
      return refused(other + ", whose facet is " + name_of(facet_of(owner.id)) + " and not " +
                     name_of(target.facet));
    return refused(other + "; a spelling has one concept");
  }
  if (lists(target.id, text::surface_key(spelling.spelling))) return {Outcome::unchanged, ""};
  if (tells_a_series_apart(target.id, spelling.spelling))
    return refused(in_quotes(spelling.spelling) + " differs from " + target.id +
                   " by marks that tell works of a series apart");
  return {};
}

Verdict VocabularyEditor::apply(const ReadingOf& reading) {
  const Target target = target_of(reading.target, std::nullopt);
  if (!target.refusal.empty()) return refused(target.refusal);
  if (target.id.empty()) return refused("there is no concept " + in_quotes(reading.target));
  const auto shipped = shipped_.find(target.id);
  if (shipped && contains(shipped_[*shipped].readings, reading.reading))
    return {Outcome::unchanged, ""};
  std::vector<std::string>& readings = own_entry(target.id).readings;
  if (contains(readings, reading.reading)) return {Outcome::unchanged, ""};
  readings.push_back(reading.reading);
  return {};
}

Verdict VocabularyEditor::apply(const LinkBetween& link) {
  const Target from = target_of(link.from, link.from_facet);
  const Target to = target_of(link.to, link.to_facet);
  for (const Target* end : {&from, &to})
    if (!end->refusal.empty()) return refused(end->refusal);
  if (text::fold_key(link.from) == text::fold_key(link.to) ||
      (!from.id.empty() && from.id == to.id))
    return refused("both sides are one concept");
  if (const auto demanded = facet_demanded(link.link); demanded && to.facet != *demanded)
    return refused(link.to + " is of the facet " + name_of(to.facet) + ", and " +
                   std::string(to_string(link.link)) + " lists concepts of the facet " +
                   name_of(*demanded));

  const auto shipped = shipped_.find(from.id);
  const Concept* own = find_own(from.id);
  if (link.link == Link::distinct) {
    if (from.id.empty() || to.id.empty())
      return refused("there is no concept " + in_quotes(from.id.empty() ? link.from : link.to));
    if (const auto difference = difference_between(from.id, to.id))
      return *difference == link.difference
                 ? Verdict{Outcome::unchanged, ""}
                 : refused("the two are told apart already: " + *difference);
    if (const auto why = why_not_distinct(from.id, to.id)) return refused(*why);
    own_distinct_.emplace(std::minmax(from.id, to.id), link.difference);
    insert_sorted(own_entry(from.id).distinct, {to.id, link.difference});
    return {};
  }

  const auto has = [&](const Concept& value) {
    Concept copy = value;  // list_of gives what may be changed
    if (link.link == Link::advisory && contains(copy.advisories_always, to.id)) return true;
    return contains(list_of(copy, link.link, link.due), to.id);
  };
  if ((shipped && has(shipped_[*shipped])) || (own != nullptr && has(*own)))
    return {Outcome::unchanged, ""};
  if (link.link == Link::broader)
    if (const auto why = why_not_broader(from.id, to.id, from.facet, to.facet))
      return refused(*why);
  if (link.link == Link::advisory && link.due == Due::always) {
    const bool is_common = (shipped && contains(shipped_[*shipped].advisories_commonly, to.id)) ||
                           (own != nullptr && contains(own->advisories_commonly, to.id));
    if (is_common) return refused(to.id + " is commonly due already, and cannot be always due too");
  }

  const std::string from_id = made(from);
  const std::string to_id = made(to);
  list_of(own_entry(from_id), link.link, link.due).push_back(to_id);
  if (link.link == Link::broader) own_narrower_[to_id].push_back(from_id);
  std::string made_now;
  if (from.id.empty()) made_now = "new concept " + from_id;
  if (to.id.empty()) made_now += (made_now.empty() ? "new concept " : ", new concept ") + to_id;
  return {Outcome::accepted, made_now};
}

std::optional<std::string> VocabularyEditor::why_not_broader(const std::string& narrow,
                                                             const std::string& broad,
                                                             Facet narrow_facet,
                                                             Facet broad_facet) const {
  if (narrow_facet != broad_facet &&
      (is_derived_facet(narrow_facet) || is_derived_facet(broad_facet)))
    return "it would join the facets " + name_of(narrow_facet) + " and " + name_of(broad_facet);
  if (narrow.empty() || broad.empty()) return std::nullopt;  // A new concept has no links.
  const std::set<std::string> above = with_broader(broad);
  if (above.contains(narrow))
    return "it would close a circle: " + broad + " implies " + narrow + " already";
  for (const std::string& below : with_narrower(narrow))
    for (const std::string& implied : above)
      if (const auto difference = difference_between(below, implied))
        return below + " would imply " + implied + ", from which it is distinct: " + *difference;
  return std::nullopt;
}

std::optional<std::string> VocabularyEditor::why_not_distinct(const std::string& a,
                                                              const std::string& b) const {
  if (with_broader(a).contains(b)) return a + " implies " + b + ", so the two cannot be distinct";
  if (with_broader(b).contains(a)) return b + " implies " + a + ", so the two cannot be distinct";
  return std::nullopt;
}

std::optional<VocabularyEditor::Owner> VocabularyEditor::find_owner(
    std::string_view fold_key) const {
  if (const auto own = own_keys_.find(std::string(fold_key)); own != own_keys_.end())
    return own->second;
  if (const auto ref = shipped_.resolve(fold_key, std::nullopt))
    return Owner{shipped_[*ref].id, true};
  return std::nullopt;
}

VocabularyEditor::Target VocabularyEditor::target_of(const std::string& name,
                                                     std::optional<Facet> facet) const {
  Target target{name, "", facet.value_or(policy_.facet), ""};
  if (const auto why = why_no_tag(name)) {
    target.refusal = in_quotes(name) + ": " + *why;
    return target;
  }
  if (refused_ids_.contains(name)) {
    target.refusal = "the concept " + name + " was refused";
    return target;
  }
  const auto owner = find_owner(text::fold_key(name));
  if (!owner) {
    if (!policy_.create) target.refusal = "there is no concept " + in_quotes(name);
    return target;
  }
  target.id = owner->id;
  target.facet = facet_of(owner->id);
  if (!owner->is_name)
    target.refusal = in_quotes(name) + " is itself a spelling, of " + owner->id +
                     ": an alias leads to its concept in one step";
  else if (facet && *facet != target.facet)
    target.refusal = "it would join the facets " + name_of(*facet) + " and " +
                     name_of(target.facet) + ", that of " + owner->id;
  return target;
}

std::string VocabularyEditor::made(const Target& target) {
  if (!target.id.empty()) return target.id;
  // Two ends of one line may name one new concept in two ways; the first has made it.
  if (const auto owner = find_owner(text::fold_key(target.name))) return owner->id;
  Concept value;
  value.id = id_for(target.name);
  value.facet = target.facet;
  value.labels = {{"en", target.name}};
  const Concept& made = own_.concepts.emplace(value.id, std::move(value)).first->second;
  remember(made);
  return made.id;
}

std::string VocabularyEditor::id_for(const std::string& name) const {
  const std::string slug = slug_of(name);
  const std::string key = text::fold_key(slug);
  const bool is_free = !slug.empty() && !key.empty() && !find_owner(key);
  return is_free ? slug : hashed_id(name);
}

Facet VocabularyEditor::facet_of(const std::string& id) const {
  if (const auto ref = shipped_.find(id)) return shipped_[*ref].facet;
  return own_.concepts.at(id).facet;
}

const Concept* VocabularyEditor::find_own(const std::string& id) const {
  for (const auto* entries : {&own_.concepts, &own_.additions})
    if (const auto found = entries->find(id); found != entries->end()) return &found->second;
  return nullptr;
}

Concept& VocabularyEditor::own_entry(const std::string& id) {
  if (const auto found = own_.concepts.find(id); found != own_.concepts.end()) return found->second;
  Concept& addition = own_.additions[id];
  addition.id = id;
  return addition;
}

std::vector<std::string> VocabularyEditor::direct_broader(const std::string& id) const {
  std::vector<std::string> ids;
  if (const auto ref = shipped_.find(id)) ids = shipped_[*ref].broader;
  if (const Concept* own = find_own(id))
    ids.insert(ids.end(), own->broader.begin(), own->broader.end());
  return ids;
}

std::vector<std::string> VocabularyEditor::direct_narrower(const std::string& id) const {
  std::vector<std::string> ids;
  if (const auto ref = shipped_.find(id))
    for (const ConceptRef below : shipped_.narrower(*ref)) ids.push_back(shipped_[below].id);
  if (const auto own = own_narrower_.find(id); own != own_narrower_.end())
    ids.insert(ids.end(), own->second.begin(), own->second.end());
  return ids;
}

namespace {

// `id` and all that can be reached from it.
template <class Next>
std::set<std::string> reached_from(const std::string& id, Next next) {
  std::set<std::string> reached{id};
  std::vector<std::string> open{id};
  while (!open.empty()) {
    const std::string at = std::move(open.back());
    open.pop_back();
    for (std::string& each : next(at))
      if (reached.insert(each).second) open.push_back(std::move(each));
  }
  return reached;
}

}  // namespace

std::set<std::string> VocabularyEditor::with_broader(const std::string& id) const {
  return reached_from(id, [&](const std::string& at) { return direct_broader(at); });
}

std::set<std::string> VocabularyEditor::with_narrower(const std::string& id) const {
  return reached_from(id, [&](const std::string& at) { return direct_narrower(at); });
}

std::optional<std::string> VocabularyEditor::difference_between(const std::string& a,
                                                                const std::string& b) const {
  if (const auto ref = shipped_.find(a))
    for (const DistinctFrom& other : shipped_[*ref].distinct)
      if (other.concept_id == b) return other.difference;
  const auto own = own_distinct_.find(std::minmax(a, b));
  return own == own_distinct_.end() ? std::nullopt : std::optional(own->second);
}

bool VocabularyEditor::lists(const std::string& id, const std::string& surface_key) const {
  const auto has = [&](const Concept& value) {
    return text::surface_key(value.id) == surface_key ||
           std::any_of(
               value.labels.begin(), value.labels.end(),
               [&](const auto& label) { return text::surface_key(label.second) == surface_key; }) ||
           std::any_of(value.spellings.begin(), value.spellings.end(),
                       [&](const ConceptSpelling& spelling) {
                         return text::surface_key(spelling.text) == surface_key;
                       });
  };
  const auto shipped = shipped_.find(id);
  const Concept* own = find_own(id);
  return (shipped && has(shipped_[*shipped])) || (own != nullptr && has(*own));
}

bool VocabularyEditor::tells_a_series_apart(const std::string& id,
                                            const std::string& spelling) const {
  const Facet facet = facet_of(id);
  if (facet != Facet::fandom && facet != Facet::series) return false;
  const std::string key = text::fold_key(spelling);
  const std::string marks = series_marks(text::surface_key(spelling));
  const auto is_other = [&](const std::string& listed) {
    return text::fold_key(listed) == key && series_marks(text::surface_key(listed)) != marks;
  };
  const auto has_other = [&](const Concept& value) {
    return std::any_of(value.labels.begin(), value.labels.end(),
                       [&](const auto& label) { return is_other(label.second); }) ||
           std::any_of(value.spellings.begin(), value.spellings.end(),
                       [&](const ConceptSpelling& each) { return is_other(each.text); });
  };
  const auto shipped = shipped_.find(id);
  const Concept* own = find_own(id);
  return (shipped && has_other(shipped_[*shipped])) || (own != nullptr && has_other(*own));
}

void VocabularyEditor::remember(const Concept& value) {
  const bool is_new = !value.labels.empty();
  if (is_new) {
    own_keys_.try_emplace(text::fold_key(value.id), Owner{value.id, true});
    for (const auto& [language, label] : value.labels)
      own_keys_.try_emplace(text::fold_key(label), Owner{value.id, true});
  }
  for (const ConceptSpelling& spelling : value.spellings)
    own_keys_.try_emplace(text::fold_key(spelling.text), Owner{value.id, false});
  for (const std::string& broader : value.broader) own_narrower_[broader].push_back(value.id);
  for (const DistinctFrom& other : value.distinct)
    own_distinct_.emplace(std::minmax(value.id, other.concept_id), other.difference);
}

}  // namespace ficsearch::tags
