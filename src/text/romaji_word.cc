// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/romaji_word.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

#include "text/romaji_table.h"

// A word is a lattice. From each letter lead one or a few steps, each a piece of kana and a cost;
// exactly one of them costs nothing. What a letter can mean depends on its neighbours alone and not
// on how it was reached, so one walk backwards finds the letters from which the end can be reached,
// and one walk forwards keeps the cheapest readings up to each of them:
//
//   k o n y a:   k o -> こ   n -> (n y a) にゃ, or ん at cost 1   y a -> や
namespace ficsearch::text {
namespace {

struct Step {
  std::u32string kana;
  std::size_t cost;
  std::size_t next;  // the letter that it leads to
};

constexpr bool is_vowel(char c) noexcept {
  return c == 'a' || c == 'i' || c == 'u' || c == 'e' || c == 'o';
}

constexpr bool is_consonant(char c) noexcept {
  return c >= 'a' && c <= 'z' && !is_vowel(c);
}

class Letters {
 public:
  explicit Letters(std::string_view letters) : letters_(letters) {}

  std::size_t size() const noexcept { return letters_.size(); }

  std::vector<Step> steps_from(std::size_t i) const {
    const char c = at(i);
    if (c == kLongVowelSign) return {{U"ー", 0, i + 1}};
    if (c == '-') return hyphen(i);
    if (c == 'n') return nasal(i);
    if (c == 'm' && (at(i + 1) == 'b' || at(i + 1) == 'p' || at(i + 1) == 'm'))
      return {{U"ん", 0, i + 1}};
    if (is_long_h(i)) return {{U"ー", 0, i + 1}, {U"", 1, i + 1}};
    if (is_doubled(i)) return {{U"っ", 0, i + 1}};
    return syllable(i, {});
  }

 private:
  char at(std::size_t i) const noexcept { return i < letters_.size() ? letters_[i] : '\0'; }

  // The syllable at letter `i`, with `before` written before it.
  std::vector<Step> syllable(std::size_t i, std::u32string_view before) const {
    std::size_t vowel = i;
    while (vowel - i <= kLongestRomajiOnset && vowel < size() && !is_vowel(letters_[vowel]))
      ++vowel;
    if (vowel == size()) return {};
    const auto found = find_romaji_syllable(letters_.substr(i, vowel - i), letters_[vowel]);
    if (!found) return {};
    std::vector<Step> steps{{std::u32string(before) += found->usual, 0, vowel + 1}};
    if (!found->alternative.empty())
      steps.push_back({std::u32string(before) += found->alternative, 1, vowel + 1});
    return steps;
  }

  // ra-men is らーめん, isekai-tensei is not いせかいーてんせい.
  std::vector<Step> hyphen(std::size_t i) const {
    if (i > 0 && is_vowel(letters_[i - 1])) return {{U"ー", 0, i + 1}, {U"", 1, i + 1}};
    return {{U"", 0, i + 1}};
  }

  // konna is こんな in Hepburn; on a keyboard nn is ん, so that tenni is てんい and konnna こんな.
  // No word begins with ん and a vowel.
  std::vector<Step> nasal(std::size_t i) const {
    std::size_t end = i;
    while (at(end) == 'n') ++end;
    const std::size_t count = end - i;
    const bool before_syllable = is_vowel(at(end)) || at(end) == 'y';
    const bool before_mark = at(end) == '\'' || at(end) == '-';
    if (count > 3) return {{U"ん", 0, i + 2}};
    if (count == 3) return before_syllable ? syllable(i + 2, U"ん") : last_nasal(i + 2);
    if (before_mark) return {{U"ん", 0, end + 1}};
    if (!before_syllable) return last_nasal(end);
    std::vector<Step> steps = count == 2 ? syllable(i + 1, U"ん") : syllable(i, {});
    if (i > 0) steps.push_back({U"ん", 1, end});
    return steps;
  }

  static std::vector<Step> last_nasal(std::size_t next) { return {{U"ん", 0, next}}; }

  // satoh and ohta, but not ohayou or ohyaku.
  bool is_long_h(std::size_t i) const noexcept {
    const char next = at(i + 1);
    return at(i) == 'h' && i > 0 && letters_[i - 1] == 'o' &&
           (next == '\0' || next == '-' || (is_consonant(next) && next != 'y' && next != 'h'));
  }

  bool is_doubled(std::size_t i) const noexcept {
    const char c = at(i);
    if (c == 't' && at(i + 1) == 'c' && at(i + 2) == 'h') return true;
    return is_consonant(c) && c != 'm' && at(i + 1) == c;
  }

  std::string_view letters_;
};

// All steps from every letter; none from letters that cannot lead to the end.
std::vector<std::vector<Step>> steps_to_the_end(const Letters& letters) {
  std::vector<std::vector<Step>> steps(letters.size());
  std::vector<bool> reaches_end(letters.size() + 1);
  reaches_end[letters.size()] = true;
  for (std::size_t i = letters.size(); i-- > 0;) {
    steps[i] = letters.steps_from(i);
    std::erase_if(steps[i], [&](const Step& step) { return !reaches_end[step.next]; });
    reaches_end[i] = !steps[i].empty();
  }
  return steps;
}

// A reading up to some letter: the reading that it continues, and the step taken last.
struct Path {
  const Step* last;
  std::size_t previous;  // in the list of all paths
  std::size_t cost;
};

constexpr std::size_t kNoPath = SIZE_MAX;

std::u32string spell(const std::vector<Path>& paths, std::size_t path) {
  std::vector<const Step*> steps;
  for (; path != kNoPath; path = paths[path].previous) steps.push_back(paths[path].last);
  std::u32string kana;
  for (auto step = steps.rbegin(); step != steps.rend(); ++step) kana += (*step)->kana;
  return kana;
}

}  // namespace

std::vector<RomajiReading> read_romaji_word(std::string_view word) {
  const Letters letters(word);
  const auto steps = steps_to_the_end(letters);
  if (word.empty() || steps[0].empty()) return {};

  std::vector<Path> paths;
  std::vector<std::vector<std::size_t>> arrived(word.size() + 1);  // paths, by where they end
  const auto keep_cheapest = [&](std::vector<std::size_t>& here) {
    std::stable_sort(here.begin(), here.end(),
                     [&](std::size_t a, std::size_t b) { return paths[a].cost < paths[b].cost; });
    if (here.size() > kMaxRomajiReadings) here.resize(kMaxRomajiReadings);
  };
  const auto extend = [&](std::size_t path, std::size_t cost, std::size_t from) {
    for (const Step& step : steps[from]) {
      arrived[step.next].push_back(paths.size());
      paths.push_back({&step, path, cost + step.cost});
    }
  };
  extend(kNoPath, 0, 0);
  for (std::size_t i = 1; i < word.size(); ++i) {
    keep_cheapest(arrived[i]);
    for (const std::size_t path : arrived[i]) extend(path, paths[path].cost, i);
  }
  keep_cheapest(arrived.back());

  std::vector<RomajiReading> readings;
  for (const std::size_t path : arrived.back())
    readings.push_back({spell(paths, path), paths[path].cost});
  return readings;
}

}  // namespace ficsearch::text
