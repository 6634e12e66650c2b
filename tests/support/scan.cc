// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scan.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "index/joins.h"
#include "index/labels.h"
#include "store/slots.h"
#include "tags/dictionary_spellings.h"
#include "tags/joining.h"
#include "tags/resolution.h"
#include "tags/same_word.h"
#include "text/keys.h"

namespace ficsearch::test {
namespace {

using text::Token;
using text::TokenKind;

bool has_word(const std::vector<Token>& words, const std::string& term) {
  return std::any_of(words.begin(), words.end(),
                     [&](const Token& word) { return word.term == term; });
}

bool has_at(const std::vector<Token>& tokens, const Token& wanted, std::uint32_t position) {
  return std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) {
    return token.position == position && token.kind == wanted.kind && token.term == wanted.term;
  });
}

// Every token of `phrase` at the same distance from one start.
bool stands_in(const std::vector<Token>& tokens, const std::vector<Token>& phrase) {
  if (phrase.empty()) return false;
  return std::any_of(tokens.begin(), tokens.end(), [&](const Token& start) {
    return std::all_of(phrase.begin(), phrase.end(), [&](const Token& wanted) {
      return has_at(tokens, wanted, start.position + wanted.position - phrase.front().position);
    });
  });
}

bool words_stand_in(const std::vector<Token>& words, const std::vector<Token>& phrase) {
  if (phrase.empty()) return false;
  for (std::size_t start = 0; start + phrase.size() <= words.size(); ++start) {
    bool all = true;
    for (std::size_t i = 0; i < phrase.size(); ++i)
      all = all && words[start + i].term == phrase[i].term;
    if (all) return true;
  }
  return false;
}

std::optional<std::int64_t> value_of(const Work& work, Field field) {
  const auto widened = [](const std::optional<std::uint32_t>& number) {
    return number ? std::optional<std::int64_t>(*number) : std::nullopt;
  };
  switch (field) {
    case Field::published:
      return work.published;
    case Field::updated:
      return work.updated;
    case Field::words:
      return widened(work.words);
    case Field::kudos:
      return widened(work.kudos);
    case Field::hits:
      return widened(work.hits);
    case Field::comments:
      return widened(work.comments);
    case Field::bookmarks:
      return widened(work.bookmarks);
    case Field::rating:
      if (rating_of(work.rating) == Rating::unrated) return std::nullopt;
      return static_cast<std::int64_t>(rating_of(work.rating));
    case Field::title:
      return std::nullopt;
  }
  return std::nullopt;
}

std::uint8_t places_that_count(bool excluding, const SearchRequest& request) {
  std::uint8_t places = 0;
  for (const bool side : {false, true})
    for (const bool spoiler : {false, true}) {
      if (side && request.part_scope == PartScope::main) continue;
      if (spoiler && !excluding && request.spoilers == Spoilers::none) continue;
      places |= side ? (spoiler ? store::kSpoilerInSide : store::kOpenInSide)
                     : (spoiler ? store::kSpoilerInMain : store::kOpenInMain);
    }
  return places;
}

}  // namespace

Scan::Scan(const std::vector<Work>& works, const tags::Dictionary& dictionary)
    : dictionary_(dictionary),
      finder_(std::shared_ptr<const tags::Dictionary>(std::shared_ptr<void>(), &dictionary)) {
  for (const auto& alias : dictionary.aliases())
    alias_folds_.emplace_back(text::fold_key(alias.text), alias.target);
  for (const Work& work : works) {
    Entry entry;
    entry.work = &work;
    const auto add_header = [&](const std::string& text, bool spoiler, bool title,
                                bool tag = false) {
      entry.header.push_back({spoiler, title, tag, tokenizer_.grams(text), tokenizer_.words(text)});
    };
    add_header(work.title, false, true);
    for (const auto& [language, titles] : work.titles)
      for (const std::string& title : titles) add_header(title, false, true);
    add_header(work.summary, false, false);
    for (const index::Label& label : index::labels_of(work)) {
      entry.borne.push_back(
          {label.facet, label.written, text::fold_key(label.written), label.places, std::nullopt});
      const bool code = label.facet == Facet::language || label.facet == Facet::rating ||
                        label.facet == Facet::status || label.facet == Facet::author;
      const bool open = (label.places & (store::kOpenInMain | store::kOpenInSide)) != 0;
      if (!code) add_header(label.written, !open, false, true);
    }
    for (const std::string& author : work.authors)
      entry.authors.push_back(tokenizer_.words(author));
    entry.bodies.push_back(tokenizer_.words(work.text));
    for (const Part& part : work.parts) {
      entry.bodies.push_back(tokenizer_.words(part.title));
      entry.bodies.push_back(tokenizer_.words(part.text));
    }
    entries_.push_back(std::move(entry));
  }
  join_spellings();
  collect_forms();
}

void Scan::remove(const std::string& work_id) {
  for (Entry& entry : entries_)
    if (entry.work->id == work_id) entry.is_deleted = true;
  collect_forms();
}

namespace {

// All spellings of the works, as tags::Joiner looks them up, by looking at every one.
class AllSpellings : public tags::KnownSpellings {
 public:
  explicit AllSpellings(tags::SpellingReader& reader) : reader_(reader) {}
  void add(Facet facet, const std::string& written) { all_.push_back({facet, written}); }

  std::vector<tags::KnownSpelling> with_fold(std::optional<Facet> facet,
                                             std::string_view fold) const override {
    return those([&](const tags::KnownSpelling& one) {
      return (!facet || one.facet == *facet) && text::fold_key(one.written) == fold;
    });
  }
  std::vector<tags::KnownSpelling> with_join_key(std::optional<Facet> facet,
                                                 std::string_view key) const override {
    return those([&](const tags::KnownSpelling& one) {
      const std::vector<std::string> keys = tags::join_keys(*reader_.keys_of(one.written));
      return (!facet || one.facet == *facet) &&
             std::find(keys.begin(), keys.end(), key) != keys.end();
    });
  }

 private:
  template <typename Accept>
  std::vector<tags::KnownSpelling> those(Accept accept) const {
    std::vector<tags::KnownSpelling> found;
    std::copy_if(all_.begin(), all_.end(), std::back_inserter(found), accept);
    return found;
  }

  tags::SpellingReader& reader_;
  std::vector<tags::KnownSpelling> all_;
};

}  // namespace

// Each spelling is asked once all of them are there: the index asks them batch by batch.
void Scan::join_spellings() {
  tags::SpellingReader reader;
  const tags::DictionarySpellings dictionary(dictionary_, reader);
  AllSpellings all(reader);
  for (const Entry& entry : entries_)
    for (const Borne& borne : entry.borne) all.add(borne.facet, borne.written);
  const tags::Joiner joiner(dictionary, all, reader);
  std::map<std::pair<Facet, std::string>, std::optional<store::TagJoin>> joins;
  for (Entry& entry : entries_)
    for (Borne& borne : entry.borne) {
      const auto [found, is_new] = joins.try_emplace({borne.facet, borne.written});
      if (is_new)
        found->second =
            index::join_of({{}, borne.facet, borne.written, borne.fold}, dictionary_, joiner);
      borne.join = found->second;
    }
}

void Scan::collect_forms() {
  forms_.clear();
  std::map<std::pair<Facet, std::string>, std::size_t> places;
  for (const Entry& entry : entries_)
    for (const Borne& borne : entry.borne) {
      const auto [place, is_new] = places.try_emplace({borne.facet, borne.written}, forms_.size());
      if (is_new) forms_.push_back({borne, 0});
      if (!entry.is_deleted) ++forms_[place->second].works;
    }
}

bool Scan::bears(const query::TagSet& set, const Borne& borne, bool excluding) const {
  const auto joined_to = [&](const std::string& meaning) {
    if (!borne.join || (!borne.join->sure && !excluding)) return false;
    const std::vector<std::string>& meanings = borne.join->meanings;
    return std::find(meanings.begin(), meanings.end(), meaning) != meanings.end();
  };
  for (const std::string& id : set.concepts) {
    const auto ref = *dictionary_.find(id);
    if (set.facet && borne.facet != Facet::freeform && borne.facet != dictionary_[ref].facet)
      continue;
    if (joined_to(store::meaning_key(id))) return true;
    const auto aliases = dictionary_.alias_keys(ref);
    const bool is_alias = std::find(aliases.begin(), aliases.end(), borne.fold) != aliases.end();
    if (is_alias && (excluding || !borne.join)) return true;
  }
  if (set.facet && borne.facet != *set.facet) return false;
  return std::any_of(set.spellings.begin(), set.spellings.end(), [&](const std::string& fold) {
    if (fold == borne.fold) return true;
    return std::any_of(kAllFacets.begin(), kAllFacets.end(), [&](Facet facet) {
      return (!set.facet || facet == *set.facet) && joined_to(store::meaning_key(facet, fold));
    });
  });
}

// As facets count it: the concept's id, or facet and folded key.
std::string Scan::meaning_of(const Borne& borne) const {
  const auto spelling = [](Facet facet, const std::string& fold) {
    return std::string(to_string(facet)) + ":" + fold;
  };
  if (borne.join) {
    if (!borne.join->sure) return spelling(borne.facet, borne.fold);
    const store::KeyedMeaning meaning = store::meaning_of_key(borne.join->meanings.front());
    return meaning.concept_id.empty() ? spelling(meaning.facet, meaning.fold) : meaning.concept_id;
  }
  const auto ref = tags::concept_of(dictionary_, borne.facet, borne.fold);
  return ref ? dictionary_[*ref].id : spelling(borne.facet, borne.fold);
}

const query::TagSet& Scan::concepts_with(const query::TagPrefix& prefix) const {
  const auto [found, is_new] =
      prefixes_.try_emplace({prefix.facet, prefix.prefix}, query::TagSet{prefix.facet, {}, {}});
  query::TagSet& concepts = found->second;
  if (!is_new) return concepts;
  for (const auto& [fold, target] : alias_folds_) {
    if (prefix.facet && *prefix.facet != Facet::freeform &&
        dictionary_[target].facet != *prefix.facet)
      continue;
    if (!fold.starts_with(prefix.prefix)) continue;
    for (const tags::ConceptRef below : dictionary_.with_narrower(target))
      concepts.concepts.push_back(dictionary_[below].id);
  }
  return concepts;
}

bool Scan::bears_prefix(const query::TagPrefix& prefix, const Borne& borne, bool excluding) const {
  if ((!prefix.facet || *prefix.facet == borne.facet) && borne.fold.starts_with(prefix.prefix))
    return true;
  return bears(concepts_with(prefix), borne, excluding);
}

bool Scan::says(const query::TextPhrase& phrase, const Entry& entry, bool spoilers) {
  std::vector<Token> grams = tokenizer_.grams(phrase.text);
  const std::vector<Token> words = tokenizer_.words(phrase.text);
  std::optional<Token> lone;
  if (!grams.empty() && grams.back().kind == TokenKind::last_char) {
    const bool in_bigram = grams.size() > 1 && grams[grams.size() - 2].kind == TokenKind::bigram;
    if (!in_bigram) lone = grams.back();
    grams.pop_back();
  }
  const auto header_says = [&](const auto& counts) {
    // A lone character need not stand in the same piece as the rest of the phrase: the index joins
    // them by AND.
    bool rest = grams.empty() && lone.has_value();
    bool alone = !lone.has_value();
    for (const Piece& piece : entry.header) {
      if (!counts(piece)) continue;
      rest = rest || stands_in(piece.grams, grams);
      alone =
          alone ||
          (lone && (has_word(piece.words, lone->term) ||
                    std::any_of(piece.grams.begin(), piece.grams.end(), [&](const Token& token) {
                      return token.kind == TokenKind::last_char && token.term == lone->term;
                    })));
    }
    return rest && alone;
  };
  const auto any_says = [&](const std::vector<std::vector<Token>>& texts) {
    return std::any_of(texts.begin(), texts.end(),
                       [&](const std::vector<Token>& text) { return words_stand_in(text, words); });
  };
  const auto is_open = [](const Piece& piece) { return !piece.spoiler; };
  const auto is_spoiler = [](const Piece& piece) { return piece.spoiler; };
  switch (phrase.scope) {
    case query::TextScope::all:
      return header_says(is_open) || (spoilers && header_says(is_spoiler)) ||
             any_says(entry.authors) || any_says(entry.bodies);
    case query::TextScope::literal:
      return header_says(is_open) || header_says(is_spoiler);
    case query::TextScope::prose:
      return header_says([](const Piece& piece) { return !piece.tag; }) || any_says(entry.bodies);
    case query::TextScope::title:
      return header_says([](const Piece& piece) { return piece.title; });
    case query::TextScope::summary:
      return header_says([](const Piece& piece) { return !piece.title && !piece.tag; });
    case query::TextScope::body:
      return any_says(entry.bodies);
  }
  return false;
}

bool Scan::names(const query::Mentioned& mentioned, const Work& work) const {
  std::vector<std::string> texts{work.title, work.summary};
  for (const auto& [language, titles] : work.titles)
    texts.insert(texts.end(), titles.begin(), titles.end());
  for (const std::string& text : texts)
    for (const tags::Mention& mention : finder_.find(text))
      if (mention.polarity != Polarity::absent &&
          std::find(mentioned.concepts.begin(), mentioned.concepts.end(),
                    dictionary_[mention.target].id) != mentioned.concepts.end())
        return true;
  return false;
}

bool Scan::holds(const query::PlanNode& node, const Entry& entry, bool excluding,
                 const SearchRequest& request) {
  const std::uint8_t places = places_that_count(excluding, request);
  const auto any_label = [&](auto accept) {
    return std::any_of(entry.borne.begin(), entry.borne.end(), [&](const Borne& borne) {
      return (borne.places & places) != 0 && accept(borne);
    });
  };
  if (const auto* set = std::get_if<query::TagSet>(&node.value))
    return any_label([&](const Borne& borne) { return bears(*set, borne, excluding); });
  if (const auto* tag = std::get_if<query::WrittenTag>(&node.value))
    return any_label([&](const Borne& borne) {
      return borne.written == tag->written && (!tag->facet || borne.facet == *tag->facet);
    });
  if (const auto* prefix = std::get_if<query::TagPrefix>(&node.value))
    return any_label([&](const Borne& borne) { return bears_prefix(*prefix, borne, excluding); });
  if (const auto* phrase = std::get_if<query::TextPhrase>(&node.value))
    return says(*phrase, entry, excluding || request.spoilers == Spoilers::all);
  if (const auto* mentioned = std::get_if<query::Mentioned>(&node.value))
    return names(*mentioned, *entry.work);
  if (const auto* range = std::get_if<query::ValueRange>(&node.value)) {
    const auto value = value_of(*entry.work, range->field);
    return value && (!range->low || *value >= *range->low) &&
           (!range->high || *value <= *range->high);
  }
  if (const auto* both = std::get_if<query::PlanAnd>(&node.value))
    return std::all_of(both->nodes.begin(), both->nodes.end(), [&](const query::PlanNode& below) {
      return holds(below, entry, excluding, request);
    });
  if (const auto* any = std::get_if<query::PlanOr>(&node.value))
    return std::any_of(any->nodes.begin(), any->nodes.end(), [&](const query::PlanNode& below) {
      return holds(below, entry, excluding, request);
    });
  return !holds(*std::get<query::PlanNot>(node.value).node, entry, true, request);
}

bool Scan::matches(const query::Plan& plan, const Entry& entry, const SearchRequest& request,
                   std::optional<Facet> without_includes, const query::Entry* lifted) {
  if (entry.is_deleted) return false;
  for (const query::PlanNode& node : plan.require)
    if (!holds(node, entry, false, request)) return false;
  for (const query::Entry& include : plan.include) {
    if (without_includes && include.facet == without_includes) continue;
    if (!holds(include.node, entry, false, request)) return false;
  }
  return std::none_of(plan.exclude.begin(), plan.exclude.end(), [&](const query::Entry& exclude) {
    return &exclude != lifted && holds(exclude.node, entry, true, request);
  });
}

std::vector<std::string> Scan::ids(const query::Plan& plan, const SearchRequest& request) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < entries_.size(); ++i)
    if (matches(plan, entries_[i], request, std::nullopt)) found.push_back(i);
  const auto before = [&](std::size_t a, std::size_t b) {
    for (const SortKey& key : plan.sort) {
      if (!key.field) continue;
      if (key.field == Field::title) {
        const std::string title_a = text::sort_key(entries_[a].work->title);
        const std::string title_b = text::sort_key(entries_[b].work->title);
        if (title_a != title_b) return key.ascending ? title_a < title_b : title_a > title_b;
        continue;
      }
      const auto value_a = value_of(*entries_[a].work, *key.field);
      const auto value_b = value_of(*entries_[b].work, *key.field);
      if (value_a != value_b) return key.ascending ? value_a < value_b : value_a > value_b;
    }
    return a > b;
  };
  std::sort(found.begin(), found.end(), before);
  std::vector<std::string> ids;
  for (const std::size_t i : found) ids.push_back(entries_[i].work->id);
  return ids;
}

bool Scan::covers(const query::PlanNode& node, const Borne& borne, bool excluding) const {
  const auto any_covers = [&](const query::PlanNodes& nodes) {
    return std::any_of(nodes.begin(), nodes.end(), [&](const query::PlanNode& below) {
      return covers(below, borne, excluding);
    });
  };
  if (const auto* set = std::get_if<query::TagSet>(&node.value))
    return bears(*set, borne, excluding);
  if (const auto* tag = std::get_if<query::WrittenTag>(&node.value))
    return borne.written == tag->written && (!tag->facet || borne.facet == *tag->facet);
  if (const auto* prefix = std::get_if<query::TagPrefix>(&node.value))
    return bears_prefix(*prefix, borne, excluding);
  if (const auto* both = std::get_if<query::PlanAnd>(&node.value)) return any_covers(both->nodes);
  if (const auto* any = std::get_if<query::PlanOr>(&node.value)) return any_covers(any->nodes);
  return false;
}

std::vector<const Scan::Form*> Scan::forms_of(const query::PlanNode& node, bool excluding) const {
  std::vector<const Form*> found;
  for (const Form& form : forms_)
    if (covers(node, form.borne, excluding)) found.push_back(&form);
  return found;
}

Applied Scan::applied(const query::Plan& plan) const {
  Applied applied;
  applied.query = plan.canonical_query;
  applied.profile = plan.profile;
  applied.enforced = plan.enforced;
  std::set<const Form*> forms;
  std::set<tags::ConceptRef> concepts;
  std::vector<AppliedExclude> excludes;
  for (const query::Entry& entry : plan.exclude) {
    const std::vector<const Form*> covered = forms_of(entry.node, true);
    forms.insert(covered.begin(), covered.end());
    for (const std::string& id : entry.concepts) {
      const auto narrower = dictionary_.with_narrower(*dictionary_.find(id));
      concepts.insert(narrower.begin(), narrower.end());
    }
    excludes.push_back({entry.input, entry.concepts, entry.status, covered.size(), entry.origin});
  }
  applied.exclude.append(std::move(excludes));
  applied.concepts = concepts.size();
  applied.spellings = forms.size();
  return applied;
}

// A spelling is called as most works of the archive write it, of the ways in which those that are
// counted do, and of equals as it was written first; what it was only joined with comes last. A
// rating is called by the word that works have for it.
std::string Scan::label_of(const std::string& meaning, const Written& borne) const {
  if (meaning == "rating-unrated" || meaning == "rating-mature" || meaning == "rating-explicit")
    return meaning.substr(meaning.find('-') + 1);
  if (const auto ref = dictionary_.find(meaning)) return dictionary_[*ref].label();
  const auto is_own = [&](const Form& form) {
    return std::string(to_string(form.borne.facet)) + ":" + form.borne.fold == meaning;
  };
  const Form* best = nullptr;
  for (const Form& form : forms_) {
    if (!borne.contains({form.borne.facet, form.borne.written}) ||
        meaning_of(form.borne) != meaning)
      continue;
    if (best == nullptr || is_own(form) > is_own(*best) ||
        (is_own(form) == is_own(*best) && form.works > best->works))
      best = &form;
  }
  return best != nullptr ? best->borne.written : meaning.substr(meaning.find(':') + 1);
}

// Whether `ref` implies `broad`, in any number of steps.
bool Scan::is_below(tags::ConceptRef ref, tags::ConceptRef broad) const {
  const std::span<const tags::ConceptRef> narrower = dictionary_.narrower(broad);
  return std::any_of(narrower.begin(), narrower.end(),
                     [&](tags::ConceptRef below) { return below == ref || is_below(ref, below); });
}

// What a work counts for in a facet.
std::set<std::string> Scan::meanings_in(const Entry& entry, Facet facet,
                                        const SearchRequest& request) const {
  std::set<std::string> own;
  for (const Borne& borne : entry.borne) {
    if ((borne.places & places_that_count(false, request)) == 0) continue;
    const std::string id = meaning_of(borne);
    const auto ref = dictionary_.find(id);
    if (!ref) {
      if (id.starts_with(std::string(to_string(facet)) + ":")) own.insert(id);
      continue;
    }
    if (dictionary_[*ref].facet == facet) own.insert(id);
    if (request.facet_counts == FacetCounts::closure)
      for (const Concept& broad : dictionary_.concepts())
        if (broad.facet == facet && is_below(*ref, *dictionary_.find(broad.id)))
          own.insert(broad.id);
    for (const tags::ConceptRef derived : dictionary_.derived(*ref))
      if (dictionary_[derived].facet == facet) own.insert(dictionary_[derived].id);
  }
  return own;
}

namespace {

// The first values by count, label and concept; of `stays`, those further down too.
std::vector<FacetCount> first_values(std::vector<FacetCount> values, std::size_t limit,
                                     FacetState stays) {
  std::sort(values.begin(), values.end(), [](const FacetCount& a, const FacetCount& b) {
    if (a.count != b.count) return a.count > b.count;
    return a.label != b.label ? a.label < b.label : a.concept_id < b.concept_id;
  });
  std::vector<FacetCount> first;
  for (std::size_t i = 0; i < values.size(); ++i)
    if (limit == 0 || i < limit || values[i].state == stays) first.push_back(values[i]);
  return first;
}

}  // namespace

std::vector<FacetCount> Scan::facet(const query::Plan& plan, const SearchRequest& request,
                                    Facet facet) {
  std::map<std::string, std::uint64_t> counts;  // by meaning
  Written written;
  for (const Entry& entry : entries_) {
    if (!matches(plan, entry, request, facet)) continue;
    for (const std::string& id : meanings_in(entry, facet, request)) ++counts[id];
    for (const Borne& borne : entry.borne)
      if ((borne.places & places_that_count(false, request)) != 0)
        written.emplace(borne.facet, borne.written);
  }
  std::set<std::string> included;
  for (const query::Entry& include : plan.include) {
    if (include.facet != facet) continue;
    included.insert(include.concepts.begin(), include.concepts.end());
    if (!include.concepts.empty()) continue;
    for (const Form* form : forms_of(include.node, false)) included.insert(meaning_of(form->borne));
  }
  std::vector<FacetCount> values;
  for (const auto& [id, count] : counts)
    values.push_back({id, label_of(id, written), count,
                      included.contains(id) ? FacetState::included : FacetState::none});
  values = first_values(std::move(values), request.facet_limit, FacetState::included);
  const std::vector<FacetCount> excluded = first_values(excluded_values(plan, request, facet),
                                                        request.facet_limit, FacetState::included);
  values.insert(values.end(), excluded.begin(), excluded.end());
  return values;
}

std::vector<FacetCount> Scan::excluded_values(const query::Plan& plan, const SearchRequest& request,
                                              Facet facet) {
  std::vector<FacetCount> values;
  std::set<std::string> seen;
  for (const query::Entry& exclude : plan.exclude) {
    if (exclude.facet != facet || exclude.concepts.size() > 1) continue;
    const std::vector<const Form*> forms = forms_of(exclude.node, true);
    if (exclude.concepts.empty() && forms.empty()) continue;
    const std::string meaning =
        exclude.concepts.empty() ? meaning_of(forms.front()->borne) : exclude.concepts.front();
    const auto ref = dictionary_.find(meaning);
    const bool is_of_facet = ref ? dictionary_[*ref].facet == facet
                                 : meaning.starts_with(std::string(to_string(facet)) + ":");
    if (!is_of_facet || !seen.insert(meaning).second) continue;
    const auto count = std::count_if(entries_.begin(), entries_.end(), [&](const Entry& entry) {
      return matches(plan, entry, request, facet, &exclude) &&
             meanings_in(entry, facet, request).contains(meaning);
    });
    values.push_back(
        {meaning, label_of(meaning, {}), static_cast<std::uint64_t>(count), FacetState::excluded});
  }
  return values;
}

}  // namespace ficsearch::test
