// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exception>
#include <filesystem>
#include <utility>

namespace ficsearch::store {

// Throws the Error that says what the exception in flight means for the index at `directory`.
// Anything that is not a Xapian exception passes through unchanged. Call only inside a catch block.
[[noreturn]] void rethrow_translated(const std::filesystem::path& directory);

// Runs `action`, translating what Xapian throws. Every call into Xapian from outside this folder's
// own helpers goes through here, so that no code says merely "Xapian failed".
template <typename Action>
decltype(auto) guarded(const std::filesystem::path& directory, Action&& action) {
  try {
    return std::forward<Action>(action)();
  } catch (...) {
    rethrow_translated(directory);
  }
}

}  // namespace ficsearch::store
