// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace ficsearch::store {

// What is left of the making of a new database whose maker was killed or could not write: the lock
// and empty tables, which Xapian neither opens nor makes anew.

// Whether the directory holds nothing else and is not empty. What has a byte of content is
// somebody's and is none of it. Throws std::filesystem::filesystem_error.
bool holds_half_beginning(const std::filesystem::path& directory);

// Removes it, unless somebody is making a database of it now. Throws as above.
void remove_half_beginning(const std::filesystem::path& directory);

}  // namespace ficsearch::store
