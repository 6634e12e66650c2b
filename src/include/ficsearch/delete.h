// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "ficsearch/search.h"

namespace ficsearch {

// What a deletion did.
struct DeleteReport {
  std::uint64_t deleted = 0;         // works
  std::vector<std::string> missing;  // ids that the index did not have
};

// Both delete in one transaction: after the call all are gone, or on an Error none is. The numbers
// of other works stay, and so do the spellings that the archive has learnt. Throw Error:
// `no_index`, `locked`, `format_unknown`, `normalizer_mismatch`, `io`, `disk_full`.

// An id given twice counts once.
DeleteReport delete_works(const std::filesystem::path& directory,
                          const std::vector<std::string>& ids);

// Every work that matches the query and filters of `request`; its page is ignored. No profile has a
// say here, not even the enforced one: an archive can be cleaned of what readers never see.
// `confirm` is told how many works match, under the writer's lock, and may say no: then nothing is
// deleted. Throws what a search throws, too.
DeleteReport delete_matching(const std::filesystem::path& directory, const SearchRequest& request,
                             const std::function<bool(std::uint64_t works)>& confirm);

}  // namespace ficsearch
