// SPDX-License-Identifier: GPL-3.0-or-later
// A message may be waiting on 100,000 spellings. A candidate whose length differs by more than the
// distance allowed is left out at once; for the others only the cells of the edit matrix near its
// diagonal are computed, and no further than the first row that lies above the limit as a whole.
#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "base/utf8.h"
#include "ficsearch/text.h"
#include "text/keys.h"

namespace ficsearch {
namespace {

// Most tags and option names are printable ASCII with single spaces: their surface key is their
// lower case.
bool is_plain_ascii(std::string_view text) {
  char before = ' ';
  for (const char c : text) {
    if (c < ' ' || c > '~' || (c == ' ' && before == ' ')) return false;
    before = c;
  }
  return before != ' ';
}

// The code points of the surface key; none for ill-formed text, such as an argument in another
// encoding.
void assign_key(std::string_view utf8, std::u32string& key) {
  key.clear();
  if (is_plain_ascii(utf8)) {
    for (const char c : utf8) key += static_cast<char32_t>(base::ascii_lower(c));
    return;
  }
  if (base::find_ill_formed(utf8)) return;
  const std::string surface = text::surface_key(utf8);
  for (std::size_t offset = 0; offset < surface.size();)
    key += base::next_code_point(surface, offset);
}

// Insertions, deletions, replacements and swaps of neighbours that make one text of the other, no
// character being edited twice.
class BoundedDistance {
 public:
  BoundedDistance(std::u32string target, std::size_t limit)
      : target_(std::move(target)),
        limit_(limit),
        row_(target_.size() + 1),
        above_(row_.size()),
        two_above_(row_.size()) {}

  // nullopt above the limit.
  std::optional<std::size_t> to(std::u32string_view other) {
    const std::size_t difference =
        std::max(other.size(), target_.size()) - std::min(other.size(), target_.size());
    if (difference > limit_) return std::nullopt;
    for (std::size_t j = 0; j < row_.size(); ++j) row_[j] = std::min(j, limit_ + 1);
    for (std::size_t i = 1; i <= other.size(); ++i) {
      two_above_.swap(above_);
      above_.swap(row_);
      if (fill_row(other, i) > limit_) return std::nullopt;
    }
    return row_.back() <= limit_ ? std::optional(row_.back()) : std::nullopt;
  }

 private:
  // Computes the cells of row `i` that may be within the limit, with a wall on either side of them,
  // and gives the least.
  std::size_t fill_row(std::u32string_view other, std::size_t i) {
    const std::size_t too_far = limit_ + 1;
    const std::size_t first = i > limit_ ? i - limit_ : 0;
    const std::size_t last = std::min(i + limit_, target_.size());
    if (first > 0) row_[first - 1] = too_far;
    if (last < target_.size()) row_[last + 1] = too_far;
    std::size_t least = too_far;
    for (std::size_t j = first; j <= last; ++j) {
      row_[j] = j == 0 ? i : std::min(cell(other, i, j), too_far);
      least = std::min(least, row_[j]);
    }
    return least;
  }

  std::size_t cell(std::u32string_view other, std::size_t i, std::size_t j) const {
    const bool same = other[i - 1] == target_[j - 1];
    const std::size_t best =
        std::min({above_[j] + 1, row_[j - 1] + 1, above_[j - 1] + (same ? 0 : 1)});
    const bool swapped =
        i > 1 && j > 1 && other[i - 1] == target_[j - 2] && other[i - 2] == target_[j - 1];
    return swapped ? std::min(best, two_above_[j - 2] + 1) : best;
  }

  std::u32string target_;
  std::size_t limit_;
  std::vector<std::size_t> row_;
  std::vector<std::size_t> above_;
  std::vector<std::size_t> two_above_;
};

}  // namespace

std::vector<std::string> nearest_names(std::string_view input,
                                       const std::vector<std::string>& candidates,
                                       std::size_t limit) {
  std::u32string key;
  assign_key(input, key);
  if (key.empty()) return {};
  BoundedDistance distance(key, key.size() / 3);
  std::vector<std::pair<std::size_t, std::string_view>> near;
  for (const std::string& candidate : candidates) {
    assign_key(candidate, key);
    if (const auto steps = distance.to(key)) near.emplace_back(*steps, candidate);
  }
  std::sort(near.begin(), near.end());
  near.erase(std::unique(near.begin(), near.end()), near.end());
  near.resize(std::min(near.size(), limit));
  std::vector<std::string> names;
  names.reserve(near.size());
  for (const auto& [steps, name] : near) names.emplace_back(name);
  return names;
}

}  // namespace ficsearch
