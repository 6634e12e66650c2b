// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace ficsearch::tags {

// What a word does for the polarity of the concepts around it. Bits: some words do several things.
using CueRoles = std::uint32_t;

inline constexpr CueRoles kDeniesBefore = 1 << 0;  // なし: what stands before it is absent
inline constexpr CueRoles kDeniesAfter = 1 << 1;   // no: what stands after it is absent
inline constexpr CueRoles kStatesBefore = 1 << 2;  // あり
inline constexpr CueRoles kStatesAfter = 1 << 3;   // contains
inline constexpr CueRoles kElement = 1 << 4;  // 要素: part of what the spelling names, adds nothing
inline constexpr CueRoles kParticle = 1 << 5;   // は: may stand between a spelling and its cue
inline constexpr CueRoles kAdverb = 1 << 6;     // 一切: strengthens or introduces, limits nothing
inline constexpr CueRoles kEtc = 1 << 7;        // など: what stands before it is a list
inline constexpr CueRoles kOr = 1 << 8;         // や: one denial reaches both sides of it
inline constexpr CueRoles kAnd = 1 << 9;        // and: a denial before it may end at it
inline constexpr CueRoles kFiller = 1 << 10;    // any: may stand between a cue and its spelling
inline constexpr CueRoles kReverses = 1 << 11;  // ではない: turns the denial before it
inline constexpr CueRoles kCloses = 1 << 12;    // です: a denial before it is complete
inline constexpr CueRoles kLinks = 1 << 13;  // の: complete if what follows is the end or a mention
inline constexpr CueRoles kLimits = 1 << 14;       // ルート: speaks of a part of the work only
inline constexpr CueRoles kDoubts = 1 << 15;       // probably: nothing beside it is clear
inline constexpr CueRoles kContrast = 1 << 16;     // but: ends the reach of everything before it
inline constexpr CueRoles kNeedsColon = 1 << 17;   // "NTR: no" denies, "NTR no" does not
inline constexpr CueRoles kNeedsHyphen = 1 << 18;  // "NTR-free"; "NTR free" only at an end
inline constexpr CueRoles kNeedsStart = 1 << 19;   // "Tsuma no netorare" is Japanese

struct Cue {
  std::string_view text;
  CueRoles roles;
  std::string_view why;
};

// Every cue, each text once after folding. Longest match wins, so a phrase of several words takes
// its parts out of play: "not only" is no denial.
std::span<const Cue> mention_cues() noexcept;

}  // namespace ficsearch::tags
