// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace ficsearch::store {

// Whether exchange_durably (store/durable_files.h) can give a directory beside `directory` its
// name: the file system has to know how, whoever runs this needs to write in the directory above,
// and `directory` must not be a mount point. `scratch` is an empty directory beside it to try with.
bool can_exchange(const std::filesystem::path& directory, const std::filesystem::path& scratch);

}  // namespace ficsearch::store
