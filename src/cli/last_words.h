// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace ficsearch::cli {

// From now on an exception that nobody can catch ends the program with a message and the exit code
// of a failing machine. Xapian 1.4 throws one while it clears up after a write that failed in the
// midst of a commit, as on a full disk; the last commit is intact then, as after any crash.
void install_last_words();

// The index that the message is to name.
void name_in_last_words(const std::filesystem::path& index);

// Says that memory has run out, at the index that was named, without any.
void write_out_of_memory() noexcept;

}  // namespace ficsearch::cli
