// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "cli/command.h"

// Every option that there is. Commands list them by address, and handlers ask for them by name of
// the constant, so a misspelt one does not compile.
namespace ficsearch::cli::options {

// The names of all facets, of everything that --sort takes, and so on: what completions offer and
// did-you-mean proposes.
std::vector<std::string> facet_names();
std::vector<std::string> sort_keys();
std::vector<std::string> ratings();
std::vector<std::string> spoiler_choices();
std::vector<std::string> facet_counts();
std::vector<std::string> part_scopes();
std::vector<std::string> mention_choices();
std::vector<std::string> hit_formats();
std::vector<std::string> facet_formats();
std::vector<std::string> list_formats();
std::vector<std::string> import_formats();
std::vector<std::string> vocabulary_formats();
std::vector<std::string> vocabulary_export_formats();
std::vector<std::string> concept_facets();
std::vector<std::string> on_error_choices();
std::vector<std::string> color_choices();
std::vector<std::string> tiers();
std::vector<std::string> export_formats();

inline constexpr Option kIndex{.name = "index",
                               .letter = 'd',
                               .argument = "DIR",
                               .summary = "the index directory; else FICSEARCH_INDEX names it",
                               .completes = Completes::directory};
inline constexpr Option kInclude{.name = "include",
                                 .letter = 'i',
                                 .argument = "TAG",
                                 .summary = "only works that bear TAG: a spelling or facet:value",
                                 .repeatable = true};
inline constexpr Option kExclude{
    .name = "exclude",
    .letter = 'x',
    .argument = "TAG",
    .summary = "no work that bears TAG, under any spelling or a narrower tag",
    .repeatable = true};
inline constexpr Option kExcludeFrom{
    .name = "exclude-from",
    .argument = "FILE",
    .summary = "exclude every line of FILE (- is standard input); # and a blank begin a comment",
    .repeatable = true,
    .completes = Completes::file};
inline constexpr Option kWritten{.name = "written",
                                 .summary = "-i and -x mean exactly the written form"};
inline constexpr Option kFilter{
    .name = "filter",
    .argument = "QUERY",
    .summary = "restrict by a second query that does not rank; its words are tags"};
inline constexpr Option kProfile{
    .name = "profile", .argument = "NAME", .summary = "also apply a saved profile of the index"};
inline constexpr Option kWithoutProfile{
    .name = "without-profile", .summary = "apply no profile, not even the one named default"};
inline constexpr Option kEnforced{
    .name = "enforced", .summary = "the profile that holds in every search, which has no name"};
inline constexpr Option kQuery{
    .name = "query", .argument = "QUERY", .summary = "the query of the search"};
inline constexpr Option kWhere{
    .name = "where", .argument = "QUERY", .summary = "every work that matches QUERY"};
inline constexpr Option kYes{.name = "yes", .summary = "do not ask"};
inline constexpr Option kMaxRating{.name = "max-rating",
                                   .argument = "RATING",
                                   .summary = "no work above RATING, and none that is unrated",
                                   .choices = ratings};
inline constexpr Option kLanguage{.name = "language",
                                  .argument = "CODE",
                                  .summary = "only works in this language",
                                  .repeatable = true};
inline constexpr Option kSpoilers{.name = "spoilers",
                                  .argument = "WHICH",
                                  .summary =
                                      "whether spoiler tags are searched and shown: none "
                                      "(the default) or all; -x always looks at them",
                                  .choices = spoiler_choices};
inline constexpr Option kPartScope{
    .name = "part-scope",
    .argument = "SCOPE",
    .summary = "tags of any part count (the default), or only those of main parts",
    .choices = part_scopes};
inline constexpr Option kMentions{
    .name = "mentions",
    .argument = "CHOICE",
    .summary =
        "exclude: also leave out works whose title or summary names what is excluded, unless "
        "it says that it is absent",
    .choices = mention_choices};
inline constexpr Option kFacet{.name = "facet",
                               .argument = "FACET",
                               .summary = "count the works by this facet",
                               .repeatable = true,
                               .choices = facet_names};
inline constexpr Option kOneFacet{.name = "facet",
                                  .argument = "FACET",
                                  .summary = "only tags of this facet",
                                  .choices = facet_names};
inline constexpr Option kFacetLimit{
    .name = "facet-limit", .argument = "N", .summary = "values a facet (10); 0 for all"};
inline constexpr Option kFacetCounts{
    .name = "facet-counts",
    .argument = "WHICH",
    .summary = "direct: works that bear a value itself (the default); closure: or a narrower one",
    .choices = facet_counts};
inline constexpr Option kSort{.name = "sort",
                              .argument = "KEY",
                              .summary = "relevance or a field, with :asc or :desc; again for ties",
                              .repeatable = true,
                              .choices = sort_keys};
inline constexpr Option kLimit{
    .name = "limit", .argument = "N", .summary = "hits to show (20), at most 1000"};
inline constexpr Option kAll{.name = "all", .summary = "show every hit"};
inline constexpr Option kAllFindings{.name = "all",
                                     .summary = "show unlikely findings and rare spellings too"};
inline constexpr Option kOffset{
    .name = "offset", .argument = "N", .summary = "hits to pass over first"};
inline constexpr Option kCursor{
    .name = "cursor", .argument = "CURSOR", .summary = "go on where the page before ended"};
inline constexpr Option kTimeout{
    .name = "timeout", .argument = "MS", .summary = "give up with an error after MS milliseconds"};
inline constexpr Option kExplain{.name = "explain", .summary = "also say how the search was run"};
inline constexpr Option kFields{
    .name = "fields", .argument = "A,B", .summary = "stored fields to show, separated by commas"};
inline constexpr Option kCount{.name = "count", .summary = "print only how many works match"};
inline constexpr Option kExitStatus{
    .name = "exit-status", .letter = 'e', .summary = "exit with 1 if nothing is found"};
inline constexpr Option kJson{.name = "json", .summary = "print one JSON document"};
inline constexpr Option kJsonl{.name = "jsonl", .summary = "print one JSON object a line"};
inline constexpr Option kHitFormat{.name = "format",
                                   .argument = "FORMAT",
                                   .summary = "text (the default), ids, tsv, json or jsonl",
                                   .choices = hit_formats};
inline constexpr Option kFacetFormat{.name = "format",
                                     .argument = "FORMAT",
                                     .summary = "text (the default), tsv or json",
                                     .choices = facet_formats};
inline constexpr Option kListFormat{.name = "format",
                                    .argument = "FORMAT",
                                    .summary = "text (the default), tsv, json or jsonl",
                                    .choices = list_formats};
inline constexpr Option kImportFormat{
    .name = "format",
    .argument = "FORMAT",
    .summary = "what the sources are; auto (the default) looks at the content",
    .choices = import_formats};
inline constexpr Option kColumnMap{.name = "map",
                                   .argument = "FILE",
                                   .summary = "what the columns of CSV and TSV mean (TOML)",
                                   .completes = Completes::file};
inline constexpr Option kWarm{.name = "warm",
                              .summary = "load what many searches need before the first answer"};
inline constexpr Option kJobs{
    .name = "jobs", .argument = "N", .summary = "threads that analyse works (one a core)"};
inline constexpr Option kBatch{
    .name = "batch", .argument = "N", .summary = "works a transaction (2000)"};
inline constexpr Option kMemory{
    .name = "memory", .argument = "SIZE", .summary = "about how much memory to use, as in 512M"};
inline constexpr Option kDryRun{.name = "dry-run",
                                .summary = "say what would happen, and which tags are not mapped"};
inline constexpr Option kPrune{.name = "prune",
                               .summary = "delete works that SOURCE no longer has; asks first"};
inline constexpr Option kWatch{.name = "watch",
                               .summary = "import again whenever a file in SOURCE has changed"};
inline constexpr Option kOnError{.name = "on-error",
                                 .argument = "WHAT",
                                 .summary = "at a bad record skip it (the default) or stop",
                                 .choices = on_error_choices};
inline constexpr Option kRejects{.name = "rejects",
                                 .argument = "FILE",
                                 .summary = "write each bad record to FILE as a JSON object",
                                 .completes = Completes::file};
inline constexpr Option kVocabularyFormat{
    .name = "format",
    .argument = "FORMAT",
    .summary = "what the sources are; auto (the default) takes only what can be one thing",
    .choices = vocabulary_formats};
inline constexpr Option kVocabularyExportFormat{
    .name = "format",
    .argument = "FORMAT",
    .summary = "toml (the default), or tsv for the spellings only",
    .choices = vocabulary_export_formats};
inline constexpr Option kCreate{.name = "create",
                                .summary = "make a concept of each name that is none yet"};
inline constexpr Option kConceptFacet{
    .name = "facet",
    .argument = "FACET",
    .summary = "of concepts that --create makes, if the source has none (trope)",
    .choices = concept_facets};
inline constexpr Option kReplace{
    .name = "replace", .summary = "keep nothing of the vocabulary but what the sources say"};
inline constexpr Option kBelow{
    .name = "below", .argument = "CONCEPT", .summary = "only this concept and its narrower ones"};
inline constexpr Option kSuggestLimit{
    .name = "limit", .argument = "N", .summary = "completions to show (10); 0 for all"};
inline constexpr Option kMatchLimit{
    .name = "limit", .argument = "N", .summary = "tags to show (20); 0 for all"};
inline constexpr Option kListLimit{
    .name = "limit", .argument = "N", .summary = "tags to show; 0 (the default) for all"};
inline constexpr Option kTier{.name = "tier",
                              .argument = "TIER",
                              .summary = "which key: S (surface) or F (folded)",
                              .choices = tiers};
inline constexpr Option kDeep{
    .name = "deep", .summary = "also analyse every work again and compare: as slow as an import"};
inline constexpr Option kExportTo{.name = "to",
                                  .argument = "FORMAT",
                                  .summary = "jsonl (the default)",
                                  .choices = export_formats};
inline constexpr Option kQuiet{
    .name = "quiet", .letter = 'q', .summary = "print errors only, no warnings or notes"};
inline constexpr Option kVerbose{.name = "verbose", .letter = 'v', .summary = "say more"};
inline constexpr Option kColor{.name = "color",
                               .argument = "WHEN",
                               .summary = "auto (the default), always or never",
                               .choices = color_choices};
inline constexpr Option kNoInput{.name = "no-input",
                                 .summary = "fail rather than wait for somebody at a terminal"};
inline constexpr Option kHelp{.name = "help", .letter = 'h', .summary = "show help and exit"};

// Every option that `command` takes: its own, -d if it opens an index, and those that all commands
// take.
std::vector<const Option*> of_command(const Command& command);

}  // namespace ficsearch::cli::options
