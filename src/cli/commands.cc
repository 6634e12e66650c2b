// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

#include "cli/arguments.h"
#include "cli/completions.h"
#include "cli/handlers.h"
#include "cli/options.h"
#include "cli/search_arguments.h"
#include "ficsearch/error.h"

namespace ficsearch::cli {
namespace {

constexpr std::size_t kAny = SIZE_MAX;

std::vector<const Option*> joined(std::vector<const Option*> a,
                                  const std::vector<const Option*>& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

std::vector<Command> make_commands() {
  return {
      {.name = "init",
       .summary = "make an empty index",
       .operands = "DIR",
       .min_operands = 1,
       .max_operands = 1,
       .completes = Completes::directory,
       .description = "Makes an index in a new or empty directory; import does the same by itself.",
       .examples = {{"ficsearch init shelf", "so that profiles can be saved before any work"}},
       .run = run_init},
      {.name = "import",
       .summary = "read works into an index",
       .operands = "SOURCE...",
       .min_operands = 1,
       .max_operands = kAny,
       .completes = Completes::file,
       .opens = Opens::new_index,
       .options = {&options::kImportFormat, &options::kColumnMap, &options::kBatch, &options::kJobs,
                   &options::kMemory, &options::kOnError, &options::kRejects, &options::kDryRun,
                   &options::kPrune, &options::kYes, &options::kWatch, &options::kJson},
       .description =
           "Reads dumps (JSON Lines, JSON, CSV, TSV, also compressed), EPUB, comics with "
           "ComicInfo.xml, HTML, Calibre libraries, Aozora Bunko texts, and plain texts "
           "with a JSON file beside them, from files, folders or standard input (-). "
           "New works are added, changed ones replaced. A bad record is refused alone, "
           "and the exit code is then 6. The index is made if it is missing. --prune deletes "
           "what no SOURCE has any more, but nothing (exit code 8) if a file was skipped, refused "
           "or empty. --watch goes on until Ctrl-C, and looks for changes every two seconds.",
       .examples =
           {{"ficsearch import -d shelf works.jsonl", "one dump"},
            {"ficsearch import -d shelf books comics library",
             "folders of books, comics and a Calibre library"},
            {"ficsearch import -d shelf --map columns.toml --rejects bad.jsonl works.csv.gz",
             "a packed table; bad rows are kept for repair"},
            {"ficsearch import -d shelf --dry-run dump.jsonl",
             "what an import would do, and the tags that mean nothing yet"},
            {"ficsearch import -d shelf --watch --prune --yes books",
             "an index that follows a folder"}},
       .run = run_import},
      {.name = "search",
       .summary = "find works",
       .operands = "[QUERY]...",
       .max_operands = kAny,
       .opens = Opens::index,
       .options =
           joined(filter_options(),
                  {&options::kFacet, &options::kFacetLimit, &options::kFacetCounts, &options::kSort,
                   &options::kLimit, &options::kAll, &options::kOffset, &options::kCursor,
                   &options::kFields, &options::kCount, &options::kExplain, &options::kExitStatus,
                   &options::kJson, &options::kJsonl, &options::kHitFormat}),
       .description =
           "Finds the works that match QUERY and every filter; without a QUERY, all "
           "works. Words of the query may be typed without quotes. A query that begins "
           "with a dash stands after --. The tsv form prints id, title and authors, then "
           "what --fields asks for.",
       .examples = {{"ficsearch search -d shelf 'slow burn' -x NTR",
                     "no work with that tag under any spelling"},
                    {"ficsearch search -d shelf --facet trope --sort kudos -i fandom:'Original "
                     "Work'",
                     "the best liked, with the tropes counted"},
                    {"ficsearch search -d shelf --exclude-from blocklist.txt --all --format ids",
                     "every id that a blocklist leaves"},
                    {"ficsearch search -d shelf -- '-NTR'", "a query that begins with a dash"}},
       .run = run_search},
      {.name = "batch",
       .summary = "answer search requests from standard input",
       .opens = Opens::index,
       .options = {&options::kWarm},
       .description = "Reads one JSON request a line and prints one reply a line, in order. A bad "
                      "request is answered by an error object in its place, and the exit code is "
                      "then 2. schema/request.schema.json describes a request, and "
                      "schema/suggest-request.schema.json one for completions.",
       .examples = {{"echo '{\"q\":\"letter\",\"exclude\":[\"NTR\"]}' | ficsearch batch -d shelf",
                     "one request"},
                    {"echo '{\"suggest\":\"netor\",\"exclude\":[\"NTR\"]}' | ficsearch batch -d "
                     "shelf",
                     "completions"}},
       .run = run_batch},
      {.name = "suggest",
       .summary = "complete a tag, among the works that filters leave",
       .operands = "PREFIX...",
       .min_operands = 1,
       .max_operands = kAny,
       .opens = Opens::index,
       .options = joined(filter_options(), {&options::kSuggestLimit, &options::kJson,
                                            &options::kJsonl, &options::kListFormat}),
       .description = "Completes what somebody has typed so far, in any script: half-typed romaji "
                      "and kana too. Only tags that works bear which the filters leave: nothing "
                      "comes of excluded works alone. facet:PREFIX looks in one facet. Several "
                      "words are one prefix. The tsv form prints concept, facet, label, the "
                      "alias that fits and the number of works.",
       .examples = {{"ficsearch suggest -d shelf netor", "as a search page asks while one types"},
                    {"ficsearch suggest -d shelf -x NTR ねと",
                     "nothing that stands in excluded "
                     "works only"}},
       .run = run_suggest},
      {.name = "get",
       .summary = "show works by their ids",
       .operands = "ID...",
       .min_operands = 1,
       .max_operands = kAny,
       .opens = Opens::index,
       .options = joined(profile_options(), {&options::kSpoilers, &options::kJson}),
       .description =
           "Shows what the index holds of each work. A work that a profile hides counts "
           "as missing. With --json: the whole record, one work a line, in the form that "
           "import reads.",
       .examples = {{"ficsearch get -d shelf w1", "title, advisories, tags and summary"},
                    {"ficsearch get -d shelf --json w1", "everything"}},
       .run = run_get},
      {.name = "facets",
       .summary = "count works by fandom, trope and so on",
       .operands = "[QUERY]...",
       .max_operands = kAny,
       .opens = Opens::index,
       .options = joined(filter_options(),
                         {&options::kFacet, &options::kFacetLimit, &options::kFacetCounts,
                          &options::kExitStatus, &options::kJson, &options::kFacetFormat}),
       .description = "Counts the works that a search with the same filters would find, by each "
                      "value of a facet; by every facet if none is named.",
       .examples = {{"ficsearch facets -d shelf --facet fandom --facet-limit 0",
                     "every fandom with its number of works"},
                    {"ficsearch facets -d shelf --facet trope --facet-counts closure",
                     "tropes with the works of all that is narrower"}},
       .run = run_facets},
      {.name = "why",
       .summary = "say why a search shows a work or not",
       .operands = "ID...",
       .min_operands = 1,
       .max_operands = kAny,
       .opens = Opens::index,
       .options = joined({&options::kQuery}, joined(filter_options(), {&options::kJson})),
       .description = "Names every rule that hides the work: the entry, the tag as the work writes "
                      "it, the part that bears it, and the concepts in between. Takes the filters "
                      "of search. With --json: one work a line.",
       .examples = {{"ficsearch why -d shelf w1 --profile mine", "is it hidden, and by what?"},
                    {"ficsearch why -d shelf w1 --query 'slow burn' -x NTR", "with a query"}},
       .run = run_why},
      {.name = "delete",
       .summary = "take works out of an index",
       .operands = "[ID]...",
       .max_operands = kAny,
       .opens = Opens::index,
       .options = {&options::kWhere, &options::kYes, &options::kJson},
       .description =
           "Deletes the works with these ids, or every work that a query matches, in one "
           "transaction. Ids that are not there are named, and the exit code is then 3. "
           "No profile has a say: what readers never see can be deleted. Asks on a "
           "terminal, and needs --yes elsewhere.",
       .examples = {{"ficsearch delete -d shelf w1 w2", "two works"},
                    {"ficsearch delete -d shelf --where 'status:deleted' --yes",
                     "all that an archive has marked so"}},
       .run = run_delete},
      {.name = "profile list",
       .summary = "list the saved profiles of an index",
       .opens = Opens::index,
       .options = {&options::kJson},
       .description = "Prints a line for each saved profile, and one for the enforced one.",
       .examples = {{"ficsearch profile list -d shelf", "names and what they hold"}},
       .run = run_profile_list},
      {.name = "profile show",
       .summary = "show what a profile holds",
       .operands = "[NAME]",
       .max_operands = 1,
       .opens = Opens::index,
       .options = {&options::kEnforced, &options::kJson},
       .description = "Prints every entry as it was given, a line each.",
       .examples = {{"ficsearch profile show -d shelf mine", "all of it"},
                    {"ficsearch profile show -d shelf --enforced", "what the operator enforces"}},
       .run = run_profile_show},
      {.name = "profile set",
       .summary = "save a filter under a name",
       .operands = "[NAME]",
       .max_operands = 1,
       .opens = Opens::index,
       .options = {&options::kInclude, &options::kExclude, &options::kExcludeFrom,
                   &options::kWritten, &options::kMaxRating, &options::kLanguage,
                   &options::kMentions, &options::kEnforced},
       .description =
           "Saves what a reader keeps away from for good, in place of the profile of that "
           "name; searches apply it with --profile NAME or profile:NAME. The profile "
           "named default holds in every search that names none, and the enforced one "
           "in every search. Entries are kept as written, so they follow the vocabulary.",
       .examples = {{"ficsearch profile set -d shelf mine -x NTR --max-rating teen", "by hand"},
                    {"ficsearch profile set -d shelf mine --exclude-from blocklist.txt",
                     "a list of any length"},
                    {"ficsearch profile set -d shelf --enforced -x 'graphic violence'",
                     "for every reader"}},
       .run = run_profile_set},
      {.name = "profile remove",
       .summary = "remove a saved profile",
       .operands = "[NAME]",
       .max_operands = 1,
       .opens = Opens::index,
       .options = {&options::kEnforced, &options::kYes},
       .description =
           "Searches that name it fail from then on. Asks on a terminal, and needs --yes "
           "elsewhere.",
       .examples = {{"ficsearch profile remove -d shelf mine --yes", ""}},
       .run = run_profile_remove},
      {.name = "tags explain",
       .summary = "say what a tag means, and what it is not",
       .operands = "TAG...",
       .min_operands = 1,
       .max_operands = kAny,
       .opens = Opens::dictionary,
       .options = joined(profile_options(), {&options::kJson}),
       .description = "Definition, spellings, perspective, advisories, neighbours, and how they "
                      "differ; with an index, also how many works bear the tag, of those that "
                      "profiles leave. Several words are one tag.",
       .examples = {{"ficsearch tags explain NTR", "what the dictionary says"},
                    {"ficsearch tags explain -d shelf slow burn", "with the counts of an archive"}},
       .run = run_tags_explain},
      {.name = "tags list",
       .summary = "list the known tags",
       .opens = Opens::dictionary,
       .options =
           joined(filter_options(), {&options::kOneFacet, &options::kBelow, &options::kListLimit,
                                     &options::kJson, &options::kJsonl, &options::kListFormat}),
       .description = "Lists concepts with facet and label; with an index, first those that most "
                      "works bear, of the works that the filters leave, and also what only the "
                      "archive knows. The tsv form prints concept, facet, label and number of "
                      "works.",
       .examples = {{"ficsearch tags list --below partner-taking", "a family of tropes"},
                    {"ficsearch tags list -d shelf --facet fandom -x NTR",
                     "fandoms by the works that are left"}},
       .run = run_tags_list},
      {.name = "tags search",
       .summary = "find tags by what they are called and what they mean",
       .operands = "TEXT...",
       .min_operands = 1,
       .max_operands = kAny,
       .opens = Opens::dictionary,
       .options = joined(profile_options(), {&options::kMatchLimit, &options::kJson,
                                             &options::kJsonl, &options::kListFormat}),
       .description = "Finds concepts whose label, spelling or definition holds TEXT, in any "
                      "script, best first; with an index, also how many works bear each, of those "
                      "that profiles leave. Several words are one text. The tsv form prints "
                      "concept, facet, label, number of works, where the text was found and the "
                      "name that holds it.",
       .examples = {{"ficsearch tags search betrayal", "in names and definitions"}},
       .run = run_tags_search},
      {.name = "tags suggest",
       .summary = "complete a tag",
       .operands = "PREFIX...",
       .min_operands = 1,
       .max_operands = kAny,
       .opens = Opens::dictionary,
       .options = joined(profile_options(), {&options::kSuggestLimit, &options::kJson,
                                             &options::kJsonl, &options::kListFormat}),
       .description = "As suggest, but without other filters: from the dictionary, or of the works "
                      "of an index that profiles leave.",
       .examples = {{"ficsearch tags suggest ねとr", "as an input method leaves it"}},
       .run = run_tags_suggest},
      {.name = "tags lint",
       .summary = "find tags that a person should look at",
       .opens = Opens::dictionary,
       .options = {&options::kAllFindings, &options::kJson, &options::kJsonl,
                   &options::kListFormat},
       .description = "Lists names that are easily taken for each other; with an index, spellings "
                      "that mean two things in it, those that name several, and those of many "
                      "works that no concept has. "
                      "Nothing is changed. The tsv form prints kind, both names, the message, how "
                      "likely it is to mislead, and the number of works.",
       .examples = {{"ficsearch tags lint", "the shipped dictionary"}},
       .run = run_tags_lint},
      {.name = "tags add",
       .summary = "give a concept another spelling in an index",
       .operands = "SPELLING CONCEPT",
       .min_operands = 2,
       .max_operands = 2,
       .opens = Opens::index,
       .options = {&options::kJson},
       .description = "Searches, exclusions and facets know the spelling from now on; no work is "
                      "read again. A spelling that means another concept already is refused, and "
                      "the exit code is then 6. Put names of several words in quotes.",
       .examples = {{"ficsearch tags add -d shelf 'stolen sweetheart' netorare", ""}},
       .run = run_tags_add},
      {.name = "tags remove",
       .summary = "take something out of an index's own vocabulary",
       .operands = "SPELLING|CONCEPT...",
       .min_operands = 1,
       .max_operands = kAny,
       .opens = Opens::index,
       .description = "Takes out a spelling that was added, or a concept of the archive's own with "
                      "all that refers to it; for a concept of the dictionary, all that was added "
                      "to it. Answers are then as they were before. Several words are one name.",
       .examples = {{"ficsearch tags remove -d shelf stolen sweetheart", "one spelling"}},
       .run = run_tags_remove},
      {.name = "tags import",
       .summary = "read vocabulary into an index",
       .operands = "SOURCE...",
       .min_operands = 1,
       .max_operands = kAny,
       .completes = Completes::file,
       .opens = Opens::index,
       .options = {&options::kVocabularyFormat, &options::kCreate, &options::kConceptFacet,
                   &options::kReplace, &options::kJson},
       .description = "Reads spellings, concepts and implications from files or standard input "
                      "(-), in the formats of docs/vocabulary.md. A pair that would make one "
                      "concept of two, join facets or close a circle is refused alone and printed "
                      "with its reason; the exit code is then 6. With --verbose every pair is "
                      "printed.",
       .examples = {{"ficsearch tags import -d shelf own.toml", "what tags export wrote"},
                    {"ficsearch tags import -d shelf --format booru-aliases --create "
                     "--facet character aliases.csv",
                     "a table of an image board"}},
       .run = run_tags_import},
      {.name = "tags export",
       .summary = "print an index's own vocabulary",
       .opens = Opens::index,
       .options = {&options::kVocabularyExportFormat},
       .description = "Prints what the index has on top of the shipped dictionary. tags import "
                      "reads it back.",
       .examples = {{"ficsearch tags export -d shelf >own.toml", "the whole"}},
       .run = run_tags_export},
      {.name = "tags compare",
       .summary = "say of pairs of tags whether they are the same",
       .opens = Opens::dictionary,
       .description = "Reads two tags a line, with a tab between them, from standard input and "
                      "prints same, ask or different.",
       .examples = {{"printf 'NTR\\t寝取られ\\n' | ficsearch tags compare", "prints same"}},
       .run = run_tags_compare},
      {.name = "normalize",
       .summary = "print the keys that texts are compared by",
       .options = {&options::kTier},
       .description = "Prints a key for each line of standard input.",
       .examples = {{"echo ＮＴＲ | ficsearch normalize --tier F", "prints ntr"}},
       .run = run_normalize},
      {.name = "index status",
       .summary = "show how large an index is and what made it",
       .opens = Opens::index,
       .options = {&options::kJson},
       .description = "Works, revision, spellings, concepts, bytes on disk, and the versions of "
                      "the rules in force.",
       .examples = {{"ficsearch index status -d shelf --json", "for programs"}},
       .run = run_index_status},
      {.name = "index check",
       .summary = "look for damage in an index",
       .opens = Opens::index,
       .options = {&options::kDeep, &options::kJson},
       .description =
           "Compares every file with the seal, if there is one, then checks the tables, the "
           "checksum of every record, the tag registry and the profiles; with --deep also that "
           "everything in the index is what the records give. Damage is listed, and the exit "
           "code is then 5. Writers are kept away meanwhile; searches go on.",
       .examples = {{"ficsearch index check -d shelf", "every night"},
                    {"ficsearch index check -d shelf --deep --json", "every week, for programs"}},
       .run = run_index_check},
      {.name = "index seal",
       .summary = "note checksums of all files, for index check",
       .opens = Opens::index,
       .description =
           "Writes sizes and checksums of all files of the index beside them. From then on index "
           "check finds every bit that changes. The next change of the index removes the seal. "
           "backup, restore, compact and rebuild seal by themselves.",
       .examples = {{"ficsearch index seal -d shelf", "after the nightly import"}},
       .run = run_index_seal},
      {.name = "index backup",
       .summary = "copy an index to another directory",
       .operands = "DIR",
       .min_operands = 1,
       .max_operands = 1,
       .completes = Completes::directory,
       .opens = Opens::index,
       .description =
           "Copies the last commit to a new directory, reads the copy again, and seals it. It is "
           "an index like any other. Writers are kept away meanwhile; searches go on.",
       .examples = {{"ficsearch index backup -d shelf /backup/shelf-monday", ""}},
       .run = run_index_backup},
      {.name = "index restore",
       .summary = "make an index of a backup",
       .operands = "BACKUP",
       .min_operands = 1,
       .max_operands = 1,
       .completes = Completes::directory,
       .opens = Opens::new_index,
       .description =
           "Compares a backup with its seal and copies it to a directory that does not exist "
           "yet, so that nothing is overwritten: move a damaged index away first.",
       .examples = {{"ficsearch index restore -d shelf /backup/shelf-monday", ""}},
       .run = run_index_restore},
      {.name = "index compact",
       .summary = "make an index smaller and faster to read",
       .opens = Opens::index,
       .description =
           "Writes the tables anew without gaps, beside the old ones, seals them, and puts them "
           "in their place in one step. It needs as much room again as the index has, and keeps "
           "writers away meanwhile; searches go on.",
       .examples = {{"ficsearch index compact -d shelf", "after a large import"}},
       .run = run_index_compact},
      {.name = "index rebuild",
       .summary = "make an index anew from its stored works",
       .opens = Opens::index,
       .description =
           "Analyses every stored work under the rules of this program and puts a new index in "
           "the place of the old one in one step: after an update that changed the rules "
           "(normalizer_mismatch). Works keep their order; vocabulary and profiles are kept. It "
           "needs as much room again as the index has.",
       .examples = {{"ficsearch index rebuild -d shelf", ""}},
       .run = run_index_rebuild},
      {.name = "index export",
       .summary = "print every stored work",
       .opens = Opens::index,
       .options = {&options::kExportTo},
       .description =
           "Prints all works, one a line, in the order in which they were added, as import reads "
           "them: imported into a new index they give the same. Vocabulary and profiles are apart "
           "(tags export, profile show).",
       .examples = {{"ficsearch index export -d shelf | zstd >shelf.jsonl.zst", ""}},
       .run = run_index_export},
      {.name = "completions",
       .summary = "print a completion script for a shell",
       .operands = "bash|zsh|fish",
       .min_operands = 1,
       .max_operands = 1,
       .choices = completion_shells,
       .description = "The script completes commands, options, facets, sort keys and files.",
       .examples = {{"ficsearch completions bash >~/.local/share/bash-completion/completions/"
                     "ficsearch",
                     "for bash"}},
       .run = run_completions},
      {.name = "help",
       .summary = "show help for a command",
       .operands = "[COMMAND]...",
       .max_operands = 2,
       .choices = first_words,
       .description = "Without a COMMAND: the list of commands.",
       .examples = {{"ficsearch help tags explain", "the same as ficsearch tags explain --help"}},
       .run = run_help},
      {.name = "version",
       .summary = "show the versions of the program and of what decides its results",
       .options = {&options::kJson},
       .examples = {{"ficsearch version --json", "for programs"}},
       .run = run_version},
  };
}

const Command* find_named(std::string_view name) {
  const std::vector<Command>& all = commands();
  const auto found = std::find_if(all.begin(), all.end(),
                                  [name](const Command& command) { return command.name == name; });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace

const std::vector<Command>& commands() {
  static const std::vector<Command> all = make_commands();
  return all;
}

FoundCommand find_command(const std::vector<std::string>& words) {
  if (words.empty())
    throw Error(ErrorCode::usage, "no command is given", {}, "ficsearch help lists the commands");
  const std::string& first = words[0];
  if (const Command* command = find_named(first)) return {command, 1};
  if (first.starts_with('-'))
    throw Error(ErrorCode::usage, fmt::format("the command comes first, before {}", first), {},
                "ficsearch help lists the commands");
  const std::vector<std::string> below = second_words(first);
  if (below.empty()) {
    std::string near = did_you_mean(first, first_words());
    for (const Command& command : commands())
      if (command.name.ends_with(" " + first)) near = fmt::format("did you mean {}?", command.name);
    throw Error(ErrorCode::usage, fmt::format("there is no command \"{}\"", first), {},
                near.empty() ? "ficsearch help lists the commands" : near);
  }
  const std::string all = fmt::format("{} {{{}}}", first, fmt::join(below, "|"));
  if (words.size() < 2 || words[1].starts_with('-'))
    throw Error(ErrorCode::usage, fmt::format("{} needs a second word", first), {}, all);
  if (const Command* command = find_named(first + " " + words[1])) return {command, 2};
  const std::string near = did_you_mean(words[1], below);
  throw Error(ErrorCode::usage, fmt::format("there is no command \"{} {}\"", first, words[1]), {},
              near.empty() ? all : near);
}

std::vector<std::string> first_words() {
  std::vector<std::string> words;
  for (const Command& command : commands()) {
    std::string first(command.name.substr(0, command.name.find(' ')));
    if (words.empty() || words.back() != first) words.push_back(std::move(first));
  }
  return words;
}

std::vector<std::string> second_words(std::string_view first) {
  std::vector<std::string> words;
  for (const Command& command : commands()) {
    const std::size_t space = command.name.find(' ');
    if (space != std::string_view::npos && command.name.substr(0, space) == first)
      words.emplace_back(command.name.substr(space + 1));
  }
  return words;
}

}  // namespace ficsearch::cli
