// SPDX-License-Identifier: GPL-3.0-or-later
#include "tags/compare.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "tags/joining.h"
#include "tags/known_spellings.h"
#include "tags/same_word.h"

namespace ficsearch::tags {
namespace {

// An archive of two works, each with one tag.
class TwoSpellings : public KnownSpellings {
 public:
  TwoSpellings(std::string_view a, std::string_view b, SpellingReader& reader)
      : written_{std::string(a), std::string(b)}, reader_(reader) {}

  std::vector<KnownSpelling> with_fold(std::optional<Facet>,
                                       std::string_view fold_key) const override {
    return where([&](const SpellingKeys& keys) { return keys.folded == fold_key; });
  }

  std::vector<KnownSpelling> with_join_key(std::optional<Facet>,
                                           std::string_view join_key) const override {
    return where([&](const SpellingKeys& keys) {
      const std::vector<std::string> filed = join_keys(keys);
      return std::binary_search(filed.begin(), filed.end(), join_key);
    });
  }

 private:
  template <class Test>
  std::vector<KnownSpelling> where(const Test& test) const {
    std::vector<KnownSpelling> found;
    for (const std::string& written : written_)
      if (test(*reader_.keys_of(written))) found.push_back({Facet::freeform, written});
    return found;
  }

  std::array<std::string, 2> written_;
  SpellingReader& reader_;
};

std::set<Meaning> meanings_of(const Joined& joined) {
  if (const auto* one = std::get_if<JoinedMeaning>(&joined)) return {one->meaning};
  if (const auto* many = std::get_if<JoinedCandidates>(&joined))
    return {many->candidates.begin(), many->candidates.end()};
  return {};
}

bool share_meaning(const std::set<Meaning>& a, const std::set<Meaning>& b) {
  return std::any_of(a.begin(), a.end(),
                     [&](const Meaning& meaning) { return b.contains(meaning); });
}

bool is_concept(const std::set<Meaning>& meanings) {
  return meanings.size() == 1 && std::holds_alternative<ConceptRef>(*meanings.begin());
}

}  // namespace

Comparison compare(const DictionarySpellings& dictionary, SpellingReader& reader,
                   std::string_view a, std::string_view b) {
  const auto keys_of_a = reader.keys_of(a);
  const auto keys_of_b = reader.keys_of(b);
  if (keys_of_a->surface == keys_of_b->surface) return Comparison::same;

  const TwoSpellings archive(a, b, reader);
  const Joiner joiner(dictionary, archive, reader);
  const Joined of_a = joiner.meaning_of(std::nullopt, a);
  const Joined of_b = joiner.meaning_of(std::nullopt, b);
  const std::set<Meaning> meanings_of_a = meanings_of(of_a);
  const std::set<Meaning> meanings_of_b = meanings_of(of_b);
  if (std::holds_alternative<JoinedMeaning>(of_a) && std::holds_alternative<JoinedMeaning>(of_b) &&
      meanings_of_a == meanings_of_b)
    return Comparison::same;
  if (share_meaning(meanings_of_a, meanings_of_b)) return Comparison::ask;
  if (is_concept(meanings_of_a) && is_concept(meanings_of_b)) return Comparison::different;
  return same_word(*keys_of_a, *keys_of_b) ? Comparison::ask : Comparison::different;
}

Comparison Comparer::compare(std::string_view a, std::string_view b) const {
  const std::lock_guard lock(mutex_);
  if (!reader_) reader_.emplace();
  if (!spellings_) spellings_.emplace(*dictionary_, *reader_);
  return tags::compare(*spellings_, *reader_, a, b);
}

}  // namespace ficsearch::tags
