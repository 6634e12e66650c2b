// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/arguments.h"
#include "cli/console.h"
#include "cli/exit_code.h"

namespace ficsearch::cli {

// The subcommands, each in the file of its name: arguments -> a request -> one call of the library
// -> a printer. They throw what the library throws; commands.h says what each is for.
ExitCode run_batch(const Arguments& arguments, Console& console);
ExitCode run_completions(const Arguments& arguments, Console& console);
ExitCode run_delete(const Arguments& arguments, Console& console);
ExitCode run_facets(const Arguments& arguments, Console& console);
ExitCode run_get(const Arguments& arguments, Console& console);
ExitCode run_help(const Arguments& arguments, Console& console);
ExitCode run_import(const Arguments& arguments, Console& console);
ExitCode run_index_backup(const Arguments& arguments, Console& console);
ExitCode run_index_check(const Arguments& arguments, Console& console);
ExitCode run_index_compact(const Arguments& arguments, Console& console);
ExitCode run_index_export(const Arguments& arguments, Console& console);
ExitCode run_index_rebuild(const Arguments& arguments, Console& console);
ExitCode run_index_restore(const Arguments& arguments, Console& console);
ExitCode run_index_seal(const Arguments& arguments, Console& console);
ExitCode run_index_status(const Arguments& arguments, Console& console);
ExitCode run_init(const Arguments& arguments, Console& console);
ExitCode run_normalize(const Arguments& arguments, Console& console);
ExitCode run_profile_list(const Arguments& arguments, Console& console);
ExitCode run_profile_remove(const Arguments& arguments, Console& console);
ExitCode run_profile_set(const Arguments& arguments, Console& console);
ExitCode run_profile_show(const Arguments& arguments, Console& console);
ExitCode run_search(const Arguments& arguments, Console& console);
ExitCode run_suggest(const Arguments& arguments, Console& console);
ExitCode run_tags_add(const Arguments& arguments, Console& console);
ExitCode run_tags_compare(const Arguments& arguments, Console& console);
ExitCode run_tags_explain(const Arguments& arguments, Console& console);
ExitCode run_tags_export(const Arguments& arguments, Console& console);
ExitCode run_tags_import(const Arguments& arguments, Console& console);
ExitCode run_tags_lint(const Arguments& arguments, Console& console);
ExitCode run_tags_list(const Arguments& arguments, Console& console);
ExitCode run_tags_remove(const Arguments& arguments, Console& console);
ExitCode run_tags_search(const Arguments& arguments, Console& console);
ExitCode run_tags_suggest(const Arguments& arguments, Console& console);
ExitCode run_version(const Arguments& arguments, Console& console);
ExitCode run_why(const Arguments& arguments, Console& console);

}  // namespace ficsearch::cli
