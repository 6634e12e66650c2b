// SPDX-License-Identifier: GPL-3.0-or-later
//
// From every place shortly before a mark a walk goes down the trie of spellings; where the text has
// a mark, it tries every character that a spelling has. A mark costs some ten thousand steps, and
// texts have few in words.
#include "tags/censored_spellings.h"

#include <algorithm>
#include <tuple>

#include "base/utf8.h"
#include "text/censor_marks.h"
#include "text/censored_match.h"
#include "text/char_class.h"
#include "text/code_points.h"
#include "text/surface.h"

namespace ficsearch::tags {
namespace {

constexpr std::size_t kFewestCharacters = 3;

bool is_word(char32_t c) noexcept {
  return text::is_cjk(c) || text::is_spaced_word(c);
}

// A mark beside a letter. An underscore or question mark only between two: at the end of a word it
// asks.
bool hides_at(const text::TrackedText& surface, std::size_t i) {
  const char32_t c = surface[i].code_point;
  if (!text::is_censor_mark(c)) return false;
  const auto is_part = [&](std::size_t at) {
    return is_word(surface[at].code_point) || text::is_plain_censor_mark(surface[at].code_point);
  };
  const bool after_part = i > 0 && is_part(i - 1);
  const bool before_part = i + 1 < surface.size() && is_part(i + 1);
  return text::is_plain_censor_mark(c) ? after_part || before_part : after_part && before_part;
}

// A quick look, without the normalizer, at what could become a mark in it.
bool has_raw_mark(std::string_view utf8) {
  for (std::size_t at = 0; at < utf8.size();) {
    const char32_t c = base::next_code_point(utf8, at);
    const bool is_variant = (c >= 0xFE50 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF65);
    if (text::is_censor_mark(c) || is_variant) return true;
  }
  return false;
}

}  // namespace

struct CensoredSpellings::Walk {
  std::string_view utf8;
  const text::TrackedText& surface;
  const std::vector<bool>& hides;
  std::size_t begin;
  std::vector<Found>& found;
};

void CensoredSpellings::add(std::string_view spelling, ConceptRef target) {
  const std::u32string key = text::to_code_points(text::surface_key(spelling));
  if (key.size() < kFewestCharacters) return;
  for (const char32_t c : key)
    if (const auto at = std::lower_bound(alphabet_.begin(), alphabet_.end(), c);
        at == alphabet_.end() || *at != c)
      alphabet_.insert(at, c);
  longest_ = std::max(longest_, key.size());
  if (const auto number = trie_.find(key)) {
    std::vector<ConceptRef>& targets = terms_[*number].targets;
    if (std::find(targets.begin(), targets.end(), target) == targets.end())
      targets.push_back(target);
    return;
  }
  trie_.add(key, static_cast<std::uint32_t>(terms_.size()));
  terms_.push_back({std::string(spelling), {target}});
}

void CensoredSpellings::find_from(Walk& walk, SpellingTrie::Node node, std::size_t at,
                                  std::size_t hidden) const {
  const auto number = trie_.value(node);
  if (number && hidden != 0) {
    const std::size_t end = walk.surface[at - 1].end;
    const bool cuts_word = at < walk.surface.size() &&
                           text::is_spaced_word(walk.surface[at - 1].code_point) &&
                           text::is_spaced_word(walk.surface[at].code_point);
    const std::string_view stretch =
        walk.utf8.substr(walk.surface[walk.begin].begin, end - walk.surface[walk.begin].begin);
    const Term& term = terms_[*number];
    if (!cuts_word && text::censored_match(stretch, term.spelling))
      for (const ConceptRef target : term.targets)
        walk.found.push_back({target, {walk.surface[walk.begin].begin, end}});
  }
  if (at >= walk.surface.size() || at - walk.begin >= longest_) return;
  if (!walk.hides[at]) {
    if (const auto next = trie_.step(node, walk.surface[at].code_point))
      find_from(walk, *next, at + 1, hidden);
    return;
  }
  if ((hidden + 1) * 2 > longest_) return;
  for (const char32_t c : alphabet_)
    if (const auto next = trie_.step(node, c)) find_from(walk, *next, at + 1, hidden + 1);
}

std::vector<CensoredSpellings::Found> CensoredSpellings::find(std::string_view utf8) const {
  std::vector<Found> found;
  if (!has_raw_mark(utf8)) return found;
  const text::TrackedText surface = text::surface_of(utf8);
  std::vector<bool> hides(surface.size());
  for (std::size_t i = 0; i < surface.size(); ++i) hides[i] = hides_at(surface, i);
  std::size_t next_mark = 0;
  for (std::size_t begin = 0; begin < surface.size(); ++begin) {
    while (next_mark < surface.size() && (next_mark < begin || !hides[next_mark])) ++next_mark;
    if (next_mark == surface.size()) break;
    if (next_mark - begin >= longest_) continue;
    const bool cuts_word = begin > 0 && text::is_spaced_word(surface[begin].code_point) &&
                           text::is_spaced_word(surface[begin - 1].code_point);
    if (cuts_word) continue;
    Walk walk{utf8, surface, hides, begin, found};
    find_from(walk, SpellingTrie::kRoot, begin, 0);
  }
  const auto before = [](const Found& a, const Found& b) {
    return std::tuple(a.range.begin, a.range.end, a.target) <
           std::tuple(b.range.begin, b.range.end, b.target);
  };
  const auto same = [](const Found& a, const Found& b) {
    return a.range == b.range && a.target == b.target;
  };
  std::sort(found.begin(), found.end(), before);
  found.erase(std::unique(found.begin(), found.end(), same), found.end());
  return found;
}

bool CensoredSpellings::may_stand_in(std::string_view utf8) {
  if (!has_raw_mark(utf8)) return false;
  const text::TrackedText surface = text::surface_of(utf8);
  for (std::size_t i = 0; i < surface.size(); ++i)
    if (hides_at(surface, i)) return true;
  return false;
}

}  // namespace ficsearch::tags
