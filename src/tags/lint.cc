// SPDX-License-Identifier: GPL-3.0-or-later
#include "tags/lint.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

#include "tags/lint_names.h"
#include "text/lemma_key.h"
#include "text/lossy_key.h"
#include "text/mecab_tagger.h"
#include "text/reading_key.h"

namespace ficsearch::tags {
namespace {

constexpr std::size_t kPrefixKana = 3;      // that two names share to be noticed
constexpr std::size_t kDifferingKana = 2;   // after which they may still be mistaken
constexpr std::size_t kLatinHeadBytes = 4;  // shorter last words say little: up, au, bl
constexpr std::size_t kKanjiHeadBytes = 6;  // two kanji

bool names_id(const std::vector<std::string>& ids, const std::string& id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

bool implies(const Dictionary& dictionary, ConceptRef narrow, ConceptRef broad) {
  const auto contains = [](std::span<const ConceptRef> sorted, ConceptRef ref) {
    return std::binary_search(sorted.begin(), sorted.end(), ref);
  };
  return contains(dictionary.with_broader(narrow), broad) ||
         contains(dictionary.derived(narrow), broad);
}

// Whether the dictionary says how the two concepts stand to each other.
bool is_settled(const Dictionary& dictionary, ConceptRef a, ConceptRef b) {
  return dictionary.are_distinct(a, b) || implies(dictionary, a, b) || implies(dictionary, b, a) ||
         names_id(dictionary[a].related, dictionary[b].id) ||
         names_id(dictionary[b].related, dictionary[a].id);
}

// Keeps the nearest names of each kind and pair of concepts.
class Findings {
 public:
  explicit Findings(const Dictionary& dictionary) : dictionary_(dictionary) {}

  // `distance` orders the findings about one pair; `how` ends the message.
  void add(const std::string& kind, const LintName& a, const LintName& b, std::size_t distance,
           const std::string& how, bool is_likely) {
    if (a.owner == b.owner || is_settled(dictionary_, a.owner, b.owner)) return;
    const auto pair = std::minmax({a.owner, b.owner});
    const bool same_facet = dictionary_[a.owner].facet == dictionary_[b.owner].facet;
    LintFinding finding{kind, std::string(a.text), std::string(b.text),
                        named(a) + " and " + named(b) + " " + how,
                        is_likely && same_facet ? Likelihood::likely : Likelihood::possible};
    const auto [entry, is_new] =
        nearest_.try_emplace({kind, pair.first, pair.second}, distance, std::move(finding));
    if (!is_new && distance < entry->second.first) entry->second = {distance, std::move(finding)};
  }

  void add_missing_label(ConceptRef ref) {
    const Concept& value = dictionary_[ref];
    nearest_.try_emplace({"missing_label", ref, ref}, 0,
                         LintFinding{"missing_label", value.label(), "",
                                     value.id + " has no Japanese label", Likelihood::possible});
  }

  std::vector<LintFinding> take() && {
    std::vector<LintFinding> findings;
    for (auto& [where, finding] : nearest_) findings.push_back(std::move(finding.second));
    return findings;
  }

 private:
  std::string named(const LintName& name) const {
    return '"' + std::string(name.text) + "\" (" + dictionary_[name.owner].id + ")";
  }

  const Dictionary& dictionary_;
  std::map<std::tuple<std::string, ConceptRef, ConceptRef>, std::pair<std::size_t, LintFinding>>
      nearest_;
};

bool is_kana(const LintName& name) {
  return name.script == SpellingScript::hiragana;  // Folding leaves no katakana.
}

// Equal for names that differ in the length of vowels or in spaces only.
std::string lossy_key_of(const LintName& name) {
  return text::lossy_key(is_kana(name) ? text::reading_key(name.key) : name.key);
}

void find_equal_after_folding(const std::vector<LintName>& names, Findings& findings) {
  std::map<std::string, std::vector<const LintName*>> by_lossy_key;
  for (const LintName& name : names) by_lossy_key[lossy_key_of(name)].push_back(&name);
  for (const auto& [key, group] : by_lossy_key)
    for (std::size_t i = 1; i < group.size(); ++i)
      for (std::size_t j = 0; j < i; ++j)
        findings.add("equal_after_folding", *group[j], *group[i], 0,
                     "differ in the length of vowels or in spaces only", true);
}

// 寝取られ and 寝取らせ are forms of one verb: whoever looks for its base form mistakes them.
void find_same_lemmas(const std::vector<LintName>& names, Findings& findings) {
  text::MecabTagger tagger;
  std::map<std::string, std::vector<const LintName*>> by_lemma;
  for (const LintName& name : names)
    if (std::string lemma = text::lemma_key(tagger, name.text); !lemma.empty())
      by_lemma[std::move(lemma)].push_back(&name);
  for (const auto& [lemma, group] : by_lemma)
    for (std::size_t i = 1; i < group.size(); ++i)
      for (std::size_t j = 0; j < i; ++j)
        findings.add("same_lemma", *group[j], *group[i], 0, "are forms of one word, " + lemma,
                     true);
}

void find_near_names(const std::vector<LintName>& names, Findings& findings) {
  for (std::size_t i = 1; i < names.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (const auto edits =
              names[j].owner == names[i].owner ? std::nullopt : edits_between(names[j], names[i]))
        findings.add("near_names", names[j], names[i], *edits,
                     *edits == 1 ? "are one edit apart" : "are two edits apart",
                     is_likely_mistaken(names[j], names[i], *edits));
}

void find_shared_kana_prefixes(const std::vector<LintName>& names, Findings& findings) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (!is_kana(names[i]) || names[i].letters.size() < kPrefixKana) continue;
    const std::u32string_view a = names[i].letters;
    // Names come sorted by key, so those with one beginning stand together.
    for (std::size_t j = i + 1; j < names.size(); ++j) {
      const std::u32string_view b = names[j].letters;
      if (!b.starts_with(a.substr(0, kPrefixKana))) break;
      const auto [in_a, in_b] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
      const auto rest = static_cast<std::size_t>(std::max(a.end() - in_a, b.end() - in_b));
      if (is_kana(names[j]) && rest <= kDifferingKana)
        findings.add("shared_kana_prefix", names[i], names[j], rest,
                     "differ in their last kana only",
                     is_likely_mistaken(names[i], names[j], rest));
    }
  }
}

// Where a name that is the last part of this key could begin: at a word of Latin letters, or at any
// kanji. Kana have no such borders.
std::vector<std::string_view> heads_of(const LintName& name) {
  std::vector<std::string_view> heads;
  const std::string_view key = name.key;
  for (std::size_t begin = 1; begin < key.size(); ++begin) {
    const std::string_view head = key.substr(begin);
    const bool is_continuation = (static_cast<unsigned char>(head[0]) & 0xC0) == 0x80;
    if (is_continuation) continue;
    const SpellingScript script = script_of(head);
    const bool is_word =
        script == SpellingScript::latin && key[begin - 1] == ' ' && head.size() >= kLatinHeadBytes;
    const bool is_kanji = script == SpellingScript::kanji && head.size() >= kKanjiHeadBytes;
    if (is_word || is_kanji) heads.push_back(head);
  }
  return heads;
}

// The head of a compound stands last in English and Japanese, and names what the whole is a kind
// of. Between facets it seldom does: what is live action need not be action.
void find_missing_broader(const Dictionary& dictionary, const std::vector<LintName>& names,
                          Findings& findings) {
  const auto find_key = [&](std::string_view key) -> const LintName* {
    const auto found =
        std::lower_bound(names.begin(), names.end(), key,
                         [](const LintName& name, std::string_view k) { return name.key < k; });
    return found != names.end() && found->key == key ? &*found : nullptr;
  };
  const auto same_facet = [&](const LintName& a, const LintName& b) {
    return dictionary[a.owner].facet == dictionary[b.owner].facet;
  };
  for (const LintName& name : names)
    for (const std::string_view head : heads_of(name))
      if (const LintName* broader = find_key(head); broader && same_facet(name, *broader))
        findings.add("missing_broader", name, *broader, name.key.size() - head.size(),
                     "end alike, and neither is below the other", false);
}

void find_missing_labels(const Dictionary& dictionary, Findings& findings) {
  for (std::size_t i = 0; i < dictionary.concepts().size(); ++i) {
    const auto& labels = dictionary.concepts()[i].labels;
    if (std::none_of(labels.begin(), labels.end(), [](const auto& l) { return l.first == "ja"; }))
      findings.add_missing_label(static_cast<ConceptRef>(i));
  }
}

}  // namespace

std::vector<LintFinding> lint(const Dictionary& dictionary) {
  const std::vector<LintName> names = lint_names(dictionary);
  Findings findings(dictionary);
  find_equal_after_folding(names, findings);
  find_near_names(names, findings);
  find_shared_kana_prefixes(names, findings);
  find_same_lemmas(names, findings);
  find_missing_broader(dictionary, names, findings);
  find_missing_labels(dictionary, findings);
  return std::move(findings).take();
}

}  // namespace ficsearch::tags
