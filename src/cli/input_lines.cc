// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/input_lines.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>

#include "ficsearch/error.h"

namespace ficsearch::cli {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

struct NumberedLine {
  const std::string& file;
  std::size_t number;
  std::string_view text;
};

void use_line(const NumberedLine& line, Console& console,
              const std::function<void(std::string_view)>& use) {
  try {
    use(line.text);
  } catch (const Error& error) {
    // Nobody below knows of lines; a message without one is no help in a list of a thousand. The
    // lines before this one keep their answers.
    console.out.flush();
    Place where = error.where();
    if (where.line || !where.file.empty()) throw;
    where.file = line.file;
    where.line = line.number;
    throw Error(error.code(), error.what(), std::move(where), error.hint());
  }
}

[[noreturn]] void throw_unreadable(const std::string& file, int error) {
  throw Error(ErrorCode::io,
              fmt::format("cannot read {}: {}", file == "-" ? "standard input" : file,
                          error == 0 ? "it ends in the middle" : std::strerror(error)));
}

}  // namespace

void for_each_line(const std::string& file, Console& console,
                   const std::function<void(std::string_view)>& use) {
  const bool from_stdin = file == "-";
  if (from_stdin && !console.may_wait_for_a_person && ::isatty(STDIN_FILENO) == 1)
    throw Error(ErrorCode::usage, "standard input is a terminal, and --no-input forbids to ask");
  std::ifstream opened;
  errno = 0;
  if (!from_stdin) opened.open(file, std::ios::binary);
  if (!from_stdin && !opened) throw_unreadable(file, errno);
  std::istream& in = from_stdin ? std::cin : opened;
  std::string line;
  for (std::size_t number = 1;; ++number) {
    if (from_stdin && in.rdbuf()->in_avail() <= 0) console.out.flush();
    if (!std::getline(in, line)) break;
    std::string_view text = line;
    if (number == 1 && text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
    if (text.ends_with('\r')) text.remove_suffix(1);
    use_line({file, number, text}, console, use);
  }
  if (in.bad()) throw_unreadable(file, errno);
}

}  // namespace ficsearch::cli
