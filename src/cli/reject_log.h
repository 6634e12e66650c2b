// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <fstream>
#include <optional>
#include <string>

#include "cli/messages.h"
#include "ficsearch/import.h"

namespace ficsearch::cli {

// Where the records go that an import refuses: all of them into a file of JSON lines if one is
// named, else the first twenty (all if verbose) to standard error, and how many more there were.
class RejectLog {
 public:
  // Creates or empties `file`. Throws Error: `io`, `usage` for one that holds something other than
  // refusals.
  RejectLog(const std::optional<std::string>& file, const Messages& messages);

  void add(const Reject& reject);
  // Throws Error(`io`) if the file could not be written whole.
  void close();

 private:
  std::optional<std::string> file_;
  std::ofstream out_;
  const Messages& messages_;
  std::uint64_t added_ = 0;
  std::uint64_t printed_ = 0;
};

}  // namespace ficsearch::cli
