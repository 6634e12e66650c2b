// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/run.h"

#include <new>
#include <optional>

#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/error_text.h"
#include "cli/help.h"
#include "cli/last_words.h"
#include "cli/options.h"
#include "cli/search_arguments.h"
#include "ficsearch/error.h"

namespace ficsearch::cli {
namespace {

// What every program answers to, as the commands that it means.
std::vector<std::string> with_usual_names(std::vector<std::string> words) {
  if (words.empty()) return words;
  if (words[0] == "--help" || words[0] == "-h") words[0] = "help";
  if (words[0] == "--version") words[0] = "version";
  return words;
}

ExitCode run_command(const Command& command, const Arguments& arguments, Console& console) {
  ExitCode code = ExitCode::done;
  if (arguments.has(options::kHelp))
    console.out.write(command_help(command, console));
  else
    code = command.run(arguments, console);
  console.out.flush();
  return code;
}

}  // namespace

int run(const std::vector<std::string>& given) {
  ExitCode code = ExitCode::done;
  Paint error_paint = default_error_paint();
  std::string query;  // that an error may point into
  try {
    const std::vector<std::string> words = with_usual_names(given);
    const FoundCommand found = find_command(words);
    const auto rest = words.begin() + static_cast<std::ptrdiff_t>(found.words_of_name);
    const Arguments arguments = Arguments::parse(*found.command, {rest, words.end()});
    Console console = open_console(arguments);
    error_paint = console.messages.paint();
    query = query_with_offsets(arguments);
    code = run_command(*found.command, arguments, console);
  } catch (const OutputClosed&) {
    code = ExitCode::done;
  } catch (const Error& error) {
    write_error_text(error_text(error, query, error_paint));
    code = exit_code_of(error.code());
  } catch (const std::bad_alloc&) {
    write_out_of_memory();
    code = ExitCode::machine;
  }
  return static_cast<int>(code);
}

}  // namespace ficsearch::cli
