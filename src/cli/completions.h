// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace ficsearch::cli {

// The shells that a completion script can be made for.
std::vector<std::string> completion_shells();

// Scripts that complete commands, options and the values that options have, made from the table of
// commands. One file each, because shells differ in everything.
std::string bash_completions();
std::string zsh_completions();
std::string fish_completions();

}  // namespace ficsearch::cli
