// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <utility>

#include "tags/build_steps.h"
#include "text/keys.h"

namespace ficsearch::tags {
namespace {

// `alias` of `owner` has a key that `other` has claimed before.
[[noreturn]] void refuse_meeting(const RecordSet& records, ConceptRef owner,
                                 const WrittenAlias& alias, ConceptRef other) {
  const std::vector<WrittenAlias>& others = records[other].aliases;
  const WrittenAlias& claimed = *std::find_if(
      others.begin(), others.end(), [&](const WrittenAlias& a) { return a.key == alias.key; });
  const std::string& source = records[owner].source;
  const std::string mine = in_quotes(alias.text) + " of " + records.id_of(owner);
  const std::string theirs = in_quotes(claimed.text) + " of " + records.id_of(other) + " (" +
                             records.place_of(other, claimed.line) + ")";
  if (alias.text == records.id_of(owner) || claimed.text == records.id_of(other))
    refuse(source, alias.line,
           mine + " meets " + theirs + ", and one of them is the id of its concept",
           "an alias leads to its concept in one step: drop the spelling, or join the concepts");
  const std::string hint =
      "leave it to one of them; kana that several share belong to the readings of each";
  if (text::surface_key(alias.text) == text::surface_key(claimed.text))
    refuse(source, alias.line, mine + " is the same spelling as " + theirs, hint);
  refuse(source, alias.line,
         mine + " and " + theirs + " have the same folded key " + in_quotes(alias.key), hint);
}

std::size_t alias_count(const RecordSet& records) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < records.size(); ++i) count += records[ref_of(i)].aliases.size();
  return count;
}

// Each text once: a label that is a spelling too is listed twice by its record.
std::vector<Dictionary::Alias> sorted_by_text(std::vector<Dictionary::Alias> aliases) {
  std::sort(aliases.begin(), aliases.end(),
            [](const auto& a, const auto& b) { return a.text < b.text; });
  aliases.erase(std::unique(aliases.begin(), aliases.end()), aliases.end());
  return aliases;
}

}  // namespace

void claim_aliases(const RecordSet& records, Dictionary::Tables& tables) {
  tables.by_key.reserve(alias_count(records));
  std::vector<Dictionary::Alias> aliases;
  aliases.reserve(alias_count(records));
  for (std::size_t i = 0; i < records.size(); ++i) {
    const ConceptRef owner = ref_of(i);
    std::vector<std::string>& keys = tables.alias_keys.emplace_back();
    for (const WrittenAlias& alias : records[owner].aliases) {
      const auto [entry, is_new] = tables.by_key.try_emplace(alias.key, owner);
      if (!is_new && entry->second != owner) refuse_meeting(records, owner, alias, entry->second);
      if (is_new) keys.push_back(alias.key);
      aliases.push_back({alias.text, owner});
    }
    std::sort(keys.begin(), keys.end());
  }
  tables.aliases = sorted_by_text(std::move(aliases));
}

}  // namespace ficsearch::tags
