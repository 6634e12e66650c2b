// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ficsearch::store::metadata {

// Keys of the index's metadata; docs/format.md describes the values.
inline constexpr const char* kFormat = "format";  // format features by name, one a line
inline constexpr const char* kNormalizer =
    "normalizer";  // version of the rules that made the terms
inline constexpr const char* kVocabulary =
    "vocabulary";  // the archive's own vocabulary, TOML; none if it has none
inline constexpr const char* kProfilePrefix = "profile/";    // + name: a saved filter
inline constexpr const char* kEnforcedProfile = "enforced";  // the operator's own filter
inline constexpr const char* kTagCount = "tags";       // number of registry entries, the next id
inline constexpr const char* kTagPrefix = "tag/";      // + id: an entry
inline constexpr const char* kHashPrefix = "hash/";    // + TagHash: id of the entry that has it
inline constexpr const char* kFoldPrefix = "fold/";    // + folded key: ids of its entries
inline constexpr const char* kWordPrefix = "word/";    // + term, group: ids of entries that have it
inline constexpr const char* kJoinPrefix = "join/";    // + joining key: ids of entries
inline constexpr const char* kJoinsVersion = "joins";  // dictionary that the joins were made with
inline constexpr const char* kMeaningPrefix =
    "mean/";  // + id: what the entry means, if not what its folded key says
inline constexpr const char* kTagSum = "sum/tag";            // metadata_sum.h
inline constexpr const char* kMeaningSum = "sum/mean";       // the same
inline constexpr const char* kSettingsSum = "sum/settings";  // the same
inline constexpr const char* kMeansPrefix =
    "means/";  // + meaning key: ids of the entries that mean it so

}  // namespace ficsearch::store::metadata
