// SPDX-License-Identifier: GPL-3.0-or-later
// A message may be waiting on a million spellings. Of most the signature tells that too many
// letters are missing or too many are others. For texts of up to 64 characters the others take a
// few operations a character: a column of the edit matrix is two words of bits, which say where the
// cells below each other differ by one up or down (Hyyrö, A Bit-Vector Algorithm for Computing
// Levenshtein and Damerau Edit Distances, 2003). For longer texts, which few tags are, only the
// cells near the diagonal are computed. Both stop as soon as the distance must be above the limit.
#include "text/near_names.h"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <unordered_map>

#include "base/utf8.h"
#include "ficsearch/text.h"
#include "text/keys.h"
#include "text/surface.h"

namespace ficsearch::text {
namespace {

constexpr std::size_t kMostLength = std::numeric_limits<std::uint8_t>::max();
constexpr unsigned kKindsOfLetters = 32;

// The code points of the surface key; none for ill-formed text, such as an argument in another
// encoding.
void assign_key(std::string_view utf8, std::u32string& key) {
  key.clear();
  if (append_plain_surface(utf8, key)) return;
  key.clear();
  if (base::find_ill_formed(utf8)) return;
  const std::string surface = surface_key(utf8);
  for (std::size_t offset = 0; offset < surface.size();)
    key += base::next_code_point(surface, offset);
}

NameSignature signature_of(std::u32string_view key) noexcept {
  NameSignature signature;
  for (const char32_t c : key) {
    // ASCII letters are of a kind each; the others are spread by a multiplication.
    const std::uint32_t kind = c < 0x80 ? c : static_cast<std::uint32_t>(c) * 0x9E3779B1U >> 27;
    const std::uint64_t once = std::uint64_t{1} << kind % kKindsOfLetters;
    signature.letters |= (signature.letters & once) == 0 ? once : once << kKindsOfLetters;
  }
  signature.length = static_cast<std::uint8_t>(std::min(key.size(), kMostLength));
  return signature;
}

std::size_t difference(std::size_t a, std::size_t b) noexcept {
  return a > b ? a - b : b - a;
}

// Debian's x86-64 has no instruction for it, and a call for each name would take most of the time.
std::size_t count_of_bits(std::uint64_t bits) noexcept {
  constexpr std::uint64_t kPairs = 0x5555555555555555;
  constexpr std::uint64_t kFours = 0x3333333333333333;
  constexpr std::uint64_t kBytes = 0x0F0F0F0F0F0F0F0F;
  bits -= bits >> 1 & kPairs;
  bits = (bits & kFours) + (bits >> 2 & kFours);
  bits = (bits + (bits >> 4)) & kBytes;
  return bits * 0x0101010101010101 >> 56;
}

}  // namespace

NameSignature signature_of(std::string_view name) {
  std::u32string key;
  assign_key(name, key);
  return signature_of(key);
}

void NameSignatures::reserve(std::size_t names) {
  letters_.reserve(names);
  lengths_.reserve(names);
}

void NameSignatures::add(std::string_view name) {
  const NameSignature signature = signature_of(name);
  letters_.push_back(signature.letters);
  lengths_.push_back(signature.length);
}

// Insertions, deletions, replacements and swaps of neighbours that make one text of the other, no
// character being edited twice.
class NearNames::Distance {
 public:
  explicit Distance(std::u32string target) : target_(std::move(target)) {
    if (!is_short()) return;
    for (std::size_t i = 0; i < target_.size(); ++i) places(target_[i]) |= std::uint64_t{1} << i;
  }

  // nullopt above the limit.
  std::optional<std::size_t> to(std::string_view name, std::size_t limit) {
    assign_key(name, key_);
    if (difference(key_.size(), target_.size()) > limit) return std::nullopt;
    const std::size_t edits = is_short() ? by_bits(limit) : by_cells(limit);
    return edits <= limit ? std::optional(edits) : std::nullopt;
  }

 private:
  bool is_short() const noexcept { return target_.size() <= 64; }

  std::uint64_t& places(char32_t c) { return c < 0x80 ? of_ascii_[c] : of_others_[c]; }
  std::uint64_t known_places(char32_t c) const {
    if (c < 0x80) return of_ascii_[c];
    const auto found = of_others_.find(c);
    return found != of_others_.end() ? found->second : 0;
  }

  // Something above the limit if the distance is.
  std::size_t by_bits(std::size_t limit) const {
    const std::uint64_t last = std::uint64_t{1} << (target_.size() - 1);
    std::size_t edits = target_.size();  // of the bottom cell
    std::uint64_t up = ~std::uint64_t{0};
    std::uint64_t down = 0;
    std::uint64_t same_diagonal = 0;
    std::uint64_t same_before = 0;
    std::size_t left = key_.size();
    for (const char32_t c : key_) {
      const std::uint64_t same = known_places(c);
      const std::uint64_t swapped = ((~same_diagonal & same) << 1) & same_before;
      same_diagonal = (((same & up) + up) ^ up) | same | down | swapped;
      const std::uint64_t right = down | ~(same_diagonal | up);
      const std::uint64_t left_of = same_diagonal & up;
      if ((right & last) != 0) ++edits;
      if ((left_of & last) != 0) --edits;
      if (edits > limit + --left) return edits;  // each character still to come takes one off
      const std::uint64_t right_below = right << 1 | 1;
      up = left_of << 1 | ~(same_diagonal | right_below);
      down = right_below & same_diagonal;
      same_before = same;
    }
    return edits;
  }

  std::size_t by_cells(std::size_t limit) {
    row_.resize(target_.size() + 1);
    above_.resize(row_.size());
    two_above_.resize(row_.size());
    for (std::size_t j = 0; j < row_.size(); ++j) row_[j] = std::min(j, limit + 1);
    for (std::size_t i = 1; i <= key_.size(); ++i) {
      two_above_.swap(above_);
      above_.swap(row_);
      if (fill_row(i, limit) > limit) return limit + 1;
    }
    return row_.back();
  }

  // Computes the cells of row `i` that may be within the limit, with a wall on either side of them,
  // and gives the least.
  std::size_t fill_row(std::size_t i, std::size_t limit) {
    const std::size_t too_far = limit + 1;
    const std::size_t first = i > limit ? i - limit : 0;
    const std::size_t last = std::min(i + limit, target_.size());
    if (first > 0) row_[first - 1] = too_far;
    if (last < target_.size()) row_[last + 1] = too_far;
    std::size_t least = too_far;
    for (std::size_t j = first; j <= last; ++j) {
      row_[j] = j == 0 ? i : std::min(cell(i, j), too_far);
      least = std::min(least, row_[j]);
    }
    return least;
  }

  std::size_t cell(std::size_t i, std::size_t j) const {
    const bool same = key_[i - 1] == target_[j - 1];
    const std::size_t best =
        std::min({above_[j] + 1, row_[j - 1] + 1, above_[j - 1] + (same ? 0 : 1)});
    const bool swapped =
        i > 1 && j > 1 && key_[i - 1] == target_[j - 2] && key_[i - 2] == target_[j - 1];
    return swapped ? std::min(best, two_above_[j - 2] + 1) : best;
  }

  std::u32string target_;
  std::u32string key_;  // of the other text
  // Of a short target: where a character stands in it, a bit a place.
  std::array<std::uint64_t, 0x80> of_ascii_{};
  std::unordered_map<char32_t, std::uint64_t> of_others_;
  // Of a longer one: rows of the matrix.
  std::vector<std::size_t> row_;
  std::vector<std::size_t> above_;
  std::vector<std::size_t> two_above_;
};

NearNames::NearNames(std::string_view input, std::size_t most) : most_(most) {
  std::u32string key;
  assign_key(input, key);
  if (key.empty() || most == 0) return;
  input_ = signature_of(key);
  set_limit(key.size() / 3);
  distance_ = std::make_unique<Distance>(std::move(key));
}

NearNames::NearNames(NearNames&&) noexcept = default;
NearNames::~NearNames() = default;

bool NearNames::may_hold_letters(std::uint64_t letters) const noexcept {
  return count_of_bits(input_.letters & ~letters) <= limit_ &&
         count_of_bits(letters & ~input_.letters) <= limit_;
}

void NearNames::add(std::string_view name) {
  if (distance_ == nullptr) return;
  const auto edits = distance_->to(name, limit_);
  if (!edits) return;
  nearest_.emplace(*edits, name);
  if (nearest_.size() > most_) nearest_.erase(std::prev(nearest_.end()));
  if (nearest_.size() == most_) set_limit(nearest_.rbegin()->first);
}

// A length that is cut says too little.
void NearNames::set_limit(std::size_t limit) noexcept {
  limit_ = limit;
  shortest_ = input_.length > limit ? static_cast<std::uint8_t>(input_.length - limit) : 0;
  longest_ = static_cast<std::uint8_t>(std::min(input_.length + limit, kMostLength));
  if (input_.length == kMostLength) longest_ = kMostLength;
}

std::vector<std::string> NearNames::names() const {
  std::vector<std::string> names;
  names.reserve(nearest_.size());
  for (const auto& [edits, name] : nearest_) names.push_back(name);
  return names;
}

}  // namespace ficsearch::text

namespace ficsearch {

std::vector<std::string> nearest_names(std::string_view input,
                                       const std::vector<std::string>& candidates,
                                       std::size_t limit) {
  text::NearNames near(input, limit);
  for (const std::string& candidate : candidates) near.add(candidate);
  return near.names();
}

}  // namespace ficsearch
