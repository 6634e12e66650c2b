// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <optional>

namespace ficsearch::store {

// The process that holds the writer's lock of the index at `directory`, which may be this one.
// nullopt if nobody does or it cannot be known: the process is another user's or in another
// container, or there is no /proc. Only for messages: the answer may be outdated when it is given.
std::optional<pid_t> find_lock_holder(const std::filesystem::path& directory);

}  // namespace ficsearch::store
