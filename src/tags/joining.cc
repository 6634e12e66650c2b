// SPDX-License-Identifier: GPL-3.0-or-later
#include "tags/joining.h"

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <set>
#include <tuple>
#include <utility>

#include "tags/hashtag.h"
#include "tags/resolution.h"
#include "tags/same_word.h"

// Think of the spellings of an archive as a graph. From each an edge leads to the more telling
// spelling that it can be (かがく to 科学), if there is one and only one; among spellings that tell
// equally much (売上, 売り上げ) to the one with the smallest folded key. Edges only ever lead
// upward in that order, so following them ends: at a concept of the dictionary or at the spelling
// that stands for all that lead to it. A form that is not in the archive is asked as if it were.
namespace ficsearch::tags {
namespace {

using text::MatchTier;

// Which concepts and spellings are looked at: those of one facet.
struct Scope {
  std::optional<Facet> facet;

  bool takes(const Concept& subject) const noexcept {
    return !facet || *facet == Facet::freeform || subject.facet == *facet;
  }
};

// More telling spellings have the higher rank; ties are decided by the folded key.
struct Rank {
  explicit Rank(const SpellingKeys& keys) : writing(keys.writing), kanji(keys.kanji.size()) {}

  Writing writing;
  std::size_t kanji;

  friend auto operator<=>(const Rank&, const Rank&) = default;
};

// The spellings that one spelling can be joined with, by tier.
struct Hits {
  std::set<Meaning> meanings;                              // of more telling spellings
  std::vector<std::shared_ptr<const SpellingKeys>> peers;  // equally telling
};

class Search {
 public:
  Search(Scope scope, const DictionarySpellings& dictionary, const KnownSpellings& archive,
         SpellingReader& reader)
      : scope_(scope), dictionary_(dictionary), archive_(archive), reader_(reader) {}

  Joined meaning_of(std::string_view written);

 private:
  using Keys = std::shared_ptr<const SpellingKeys>;
  enum class Origin { archive, question };

  Joined find(const Keys& keys, Origin origin);
  std::optional<Joined> find_folded(const SpellingKeys& keys, Origin origin);
  std::optional<Joined> find_hashtag(const SpellingKeys& keys, Origin origin) const;
  std::optional<Joined> find_censored(const SpellingKeys& keys) const;
  std::optional<Joined> find_at(MatchTier tier, const Keys& keys, Origin origin);
  bool is_known_as_it_stands(const SpellingKeys& keys) const {
    return is_romaji(keys) && reader_.is_word(keys.sounds.front());
  }
  Hits hits_at(MatchTier tier, const SpellingKeys& keys);
  void add_concepts(Hits& hits, MatchTier tier, const SpellingKeys& keys) const;
  void add_spellings(Hits& hits, MatchTier tier, const SpellingKeys& keys);
  std::vector<Keys> related(MatchTier tier, const SpellingKeys& keys);
  bool is_in_archive(const SpellingKeys& keys) const;
  ArchiveSpelling spelling_of(const SpellingKeys& keys) const {
    return {scope_.facet, keys.folded, keys.marks};
  }
  Joined decide(std::set<Meaning> meanings, MatchTier tier, const SpellingKeys& keys,
                Origin origin) const;

  Scope scope_;
  const DictionarySpellings& dictionary_;
  const KnownSpellings& archive_;
  SpellingReader& reader_;
};

// An archive that has nothing.
class NoSpellings : public KnownSpellings {
 public:
  std::vector<KnownSpelling> with_fold(std::optional<Facet>, std::string_view) const override {
    return {};
  }
  std::vector<KnownSpelling> with_join_key(std::optional<Facet>, std::string_view) const override {
    return {};
  }
};

void insert_candidates(std::set<Meaning>& meanings, const Joined& joined) {
  if (const auto* one = std::get_if<JoinedMeaning>(&joined)) meanings.insert(one->meaning);
  if (const auto* many = std::get_if<JoinedCandidates>(&joined))
    meanings.insert(many->candidates.begin(), many->candidates.end());
}

bool is_filed_under(MatchTier tier, const std::string& join_key) noexcept {
  return join_letters(tier).find(join_key.front()) != std::string_view::npos;
}

// From the side of `keys`: a form that tells all lengths is not joined with one that does not.
bool matches(MatchTier tier, Scope scope, const SpellingKeys& keys, const SpellingKeys& other) {
  return same_word(keys, other, order_in(scope.facet)) == tier &&
         (tier != MatchTier::lossy || is_lossy_form(keys, other));
}

Joined Search::meaning_of(std::string_view written) {
  const Keys keys = reader_.keys_of(written);
  if (keys->folded.empty()) return JoinedNothing{};
  return find(keys, is_in_archive(*keys) ? Origin::archive : Origin::question);
}

Joined Search::find(const Keys& keys, Origin origin) {
  if (auto found = find_folded(*keys, origin)) return *found;
  if (auto found = find_hashtag(*keys, origin)) return *found;
  constexpr std::array kWeaker{MatchTier::mixed, MatchTier::censored, MatchTier::stem,
                               MatchTier::reading, MatchTier::lossy};
  for (const MatchTier tier : kWeaker) {
    const auto found =
        tier == MatchTier::censored ? find_censored(*keys) : find_at(tier, keys, origin);
    if (found) return *found;
  }
  if (origin == Origin::question) return JoinedNothing{};
  return JoinedMeaning{spelling_of(*keys), MatchTier::folded};
}

// An alias, or a form of the archive that differs in marks. A form that is in the archive with its
// own marks goes on to look for more telling ones.
std::optional<Joined> Search::find_folded(const SpellingKeys& keys, Origin origin) {
  const Dictionary& dictionary = dictionary_.dictionary();
  if (const auto ref = dictionary.resolve(keys.folded, scope_.facet)) {
    if (is_as_listed(dictionary, *ref, keys.surface)) return JoinedMeaning{*ref, MatchTier::folded};
    return decide({*ref}, MatchTier::folded, keys, origin);
  }
  if (origin == Origin::archive) return std::nullopt;
  std::set<Meaning> meanings;
  for (const KnownSpelling& known : archive_.with_fold(scope_.facet, keys.folded))
    meanings.insert(spelling_of(*reader_.keys_of(known.written)));
  if (meanings.empty()) return std::nullopt;
  return JoinedCandidates{{meanings.begin(), meanings.end()}, MatchTier::folded};
}

// #NTR is NTR. What the archive calls something does not count: a hashtag shares no joining key
// with its name, by which it would hear of changes.
std::optional<Joined> Search::find_hashtag(const SpellingKeys& keys, Origin origin) const {
  const auto name = hashtag_name(keys.surface);
  if (!name) return std::nullopt;
  const NoSpellings none;
  const Joined named = Search(scope_, dictionary_, none, reader_).meaning_of(std::string(*name));
  if (const auto* one = std::get_if<JoinedMeaning>(&named)) return *one;
  if (const auto* many = std::get_if<JoinedCandidates>(&named))
    return decide({many->candidates.begin(), many->candidates.end()}, MatchTier::folded, keys,
                  origin);
  return std::nullopt;
}

std::optional<Joined> Search::find_censored(const SpellingKeys& keys) const {
  std::set<Meaning> meanings;
  for (const ConceptRef ref : dictionary_.censored_as(keys.surface))
    if (scope_.takes(dictionary_.dictionary()[ref])) meanings.insert(ref);
  if (meanings.empty()) return std::nullopt;
  return decide(std::move(meanings), MatchTier::censored, keys, Origin::question);
}

std::optional<Joined> Search::find_at(MatchTier tier, const Keys& keys, Origin origin) {
  const bool is_by_sound = tier == MatchTier::reading || tier == MatchTier::lossy;
  if (is_by_sound && keys->writing == Writing::kanji) return std::nullopt;
  if (tier == MatchTier::lossy && is_known_as_it_stands(*keys)) return std::nullopt;
  const Hits hits = hits_at(tier, *keys);
  if (!hits.meanings.empty()) return decide(hits.meanings, tier, *keys, origin);
  if (hits.peers.empty()) return std::nullopt;
  const auto least =
      std::min_element(hits.peers.begin(), hits.peers.end(),
                       [](const Keys& a, const Keys& b) { return a->folded < b->folded; });
  if (origin == Origin::question || (*least)->folded < keys->folded)
    return find(*least, Origin::archive);
  return JoinedMeaning{spelling_of(*keys), MatchTier::folded};
}

Hits Search::hits_at(MatchTier tier, const SpellingKeys& keys) {
  Hits hits;
  add_concepts(hits, tier, keys);
  add_spellings(hits, tier, keys);
  return hits;
}

void Search::add_concepts(Hits& hits, MatchTier tier, const SpellingKeys& keys) const {
  for (const std::string& key : join_keys(keys)) {
    if (!is_filed_under(tier, key)) continue;
    for (const std::uint32_t place : dictionary_.with_join_key(key)) {
      const DictionarySpellings::Spelling& spelling = dictionary_[place];
      const Concept& subject = dictionary_.dictionary()[spelling.target];
      if (scope_.takes(subject) && spelling.keys.marks == keys.marks &&
          matches(tier, scope_, keys, spelling.keys))
        hits.meanings.insert(spelling.target);
    }
  }
}

void Search::add_spellings(Hits& hits, MatchTier tier, const SpellingKeys& keys) {
  // Alien and Aliens are two works: only the dictionary says that a plural means nothing.
  if (tier == MatchTier::stem) return;
  const Rank own(keys);
  for (const Keys& other : related(tier, keys)) {
    const Rank rank(*other);
    if (rank > own || (tier == MatchTier::lossy && rank == own))
      insert_candidates(hits.meanings, find(other, Origin::archive));
    else if (rank == own)
      hits.peers.push_back(other);
  }
}

std::vector<Search::Keys> Search::related(MatchTier tier, const SpellingKeys& keys) {
  std::map<std::pair<std::string, std::string>, Keys> found;  // one of each folded key and marks
  for (const std::string& key : join_keys(keys)) {
    if (!is_filed_under(tier, key)) continue;
    for (const KnownSpelling& known : archive_.with_join_key(scope_.facet, key)) {
      const Keys other = reader_.keys_of(known.written);
      if (other->marks == keys.marks && matches(tier, scope_, keys, *other))
        found.emplace(std::pair{other->folded, other->marks}, other);
    }
  }
  std::vector<Keys> all;
  for (auto& [identity, other] : found) all.push_back(std::move(other));
  return all;
}

bool Search::is_in_archive(const SpellingKeys& keys) const {
  const auto known = archive_.with_fold(scope_.facet, keys.folded);
  return std::any_of(known.begin(), known.end(), [&](const KnownSpelling& spelling) {
    return reader_.keys_of(spelling.written)->marks == keys.marks;
  });
}

// Several meanings ask, and then the form itself, if the archive has it, is one of them.
Joined Search::decide(std::set<Meaning> meanings, MatchTier tier, const SpellingKeys& keys,
                      Origin origin) const {
  if (tier != MatchTier::folded && meanings.size() == 1)
    return JoinedMeaning{*meanings.begin(), tier};
  if (origin == Origin::archive) meanings.insert(spelling_of(keys));
  return JoinedCandidates{{meanings.begin(), meanings.end()}, tier};
}

}  // namespace

Joined Joiner::meaning_of(std::optional<Facet> facet, std::string_view written) const {
  return Search(Scope{facet}, dictionary_, archive_, reader_).meaning_of(written);
}

}  // namespace ficsearch::tags
