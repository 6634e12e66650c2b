// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options.h"

#include "ficsearch/facet.h"
#include "ficsearch/import.h"
#include "ficsearch/search.h"
#include "ficsearch/text.h"
#include "ficsearch/vocabulary.h"
#include "ficsearch/work.h"

namespace ficsearch::cli::options {

std::vector<std::string> facet_names() {
  std::vector<std::string> names;
  for (const Facet facet : kAllFacets) names.emplace_back(to_string(facet));
  return names;
}

std::vector<std::string> sort_keys() {
  std::vector<std::string> names{"relevance"};
  for (const Field field :
       {Field::updated, Field::published, Field::words, Field::kudos, Field::hits, Field::comments,
        Field::bookmarks, Field::rating, Field::title}) {
    names.emplace_back(to_string(field));
    names.push_back(std::string(to_string(field)) + ":asc");
  }
  return names;
}

std::vector<std::string> ratings() {
  std::vector<std::string> names;
  for (const Rating rating : {Rating::general, Rating::teen, Rating::mature, Rating::explicit_})
    names.emplace_back(to_string(rating));
  return names;
}

std::vector<std::string> spoiler_choices() {
  return {"none", "all"};
}

std::vector<std::string> facet_counts() {
  return {"direct", "closure"};
}

std::vector<std::string> part_scopes() {
  return {"any", "main"};
}

std::vector<std::string> mention_choices() {
  return {"ignore", "exclude"};
}

std::vector<std::string> hit_formats() {
  return {"text", "ids", "tsv", "json", "jsonl"};
}

std::vector<std::string> facet_formats() {
  return {"text", "tsv", "json"};
}

std::vector<std::string> list_formats() {
  return {"text", "tsv", "json", "jsonl"};
}

std::vector<std::string> import_formats() {
  std::vector<std::string> names;
  for (const Format format : kAllFormats) names.emplace_back(to_string(format));
  return names;
}

std::vector<std::string> vocabulary_formats() {
  std::vector<std::string> names;
  for (const VocabularyFormat format :
       {VocabularyFormat::automatic, VocabularyFormat::toml, VocabularyFormat::aliases,
        VocabularyFormat::implications, VocabularyFormat::booru_aliases,
        VocabularyFormat::booru_implications, VocabularyFormat::siblings, VocabularyFormat::parents,
        VocabularyFormat::canonical})
    names.emplace_back(to_string(format));
  return names;
}

std::vector<std::string> vocabulary_export_formats() {
  return {"toml", "tsv"};
}

std::vector<std::string> concept_facets() {
  std::vector<std::string> names = facet_names();
  std::erase(names, to_string(Facet::freeform));
  return names;
}

std::vector<std::string> on_error_choices() {
  return {"skip", "stop"};
}

std::vector<std::string> color_choices() {
  return {"auto", "always", "never"};
}

std::vector<std::string> export_formats() {
  return {"jsonl"};
}

std::vector<std::string> tiers() {
  std::vector<std::string> names;
  for (const Tier tier :
       {Tier::surface, Tier::folded, Tier::reading, Tier::romaji, Tier::stem, Tier::lossy})
    names.emplace_back(to_string(tier));
  return names;
}

std::vector<const Option*> of_command(const Command& command) {
  std::vector<const Option*> all = command.options;
  if (command.opens != Opens::nothing) all.insert(all.begin(), &kIndex);
  all.insert(all.end(), {&kQuiet, &kVerbose, &kColor, &kNoInput, &kHelp});
  return all;
}

}  // namespace ficsearch::cli::options
