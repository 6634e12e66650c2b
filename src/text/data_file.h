// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

namespace ficsearch::text {

// The path of a file that is installed with ficsearch, in share/ficsearch.
//
// Looked for beside the library or program that holds this code, in its folder's parents (lib and
// bin stand beside share, in an installation as in a build tree), and then where ficsearch was
// configured to be installed. Neither environment nor user configuration is read. Throws
// Error(`io`) if it is nowhere.
std::filesystem::path data_file(const std::string& name);

}  // namespace ficsearch::text
