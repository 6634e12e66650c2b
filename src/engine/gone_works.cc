// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/gone_works.h"

#include <functional>
#include <utility>

#include "store/document_stream.h"
#include "store/slots.h"

namespace ficsearch::engine {

std::uint64_t hash_of_id(std::string_view work_id) noexcept {
  return std::hash<std::string_view>{}(work_id);
}

std::vector<std::string> works_not_among(const ExactHashes& ids,
                                         const std::filesystem::path& directory) {
  std::vector<std::string> gone;
  store::DocumentStream documents(directory);
  while (documents.next()) {
    std::string id = documents.value(store::Slot::work_id);
    if (!ids.contains(hash_of_id(id))) gone.push_back(std::move(id));
  }
  return gone;
}

}  // namespace ficsearch::engine
