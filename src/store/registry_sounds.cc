// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/registry_sounds.h"

#include <string>

#include "ficsearch/error.h"

namespace ficsearch::store {

RegistrySounds::RegistrySounds(const TagRegistry& registry) : places_(registry.size(), kNone) {
  std::string packed;
  registry.for_each_sounds([&](TagId id, const std::vector<std::string>& sounds) {
    packed.clear();
    for (const std::string& sound : sounds) packed.append(sound) += kEndOfOne;
    packed += kEnd;
    const auto place = sounds_.add(packed);
    if (!place)
      throw Error(ErrorCode::query_limit, "the sounds of the tags take more than 4 GB", {},
                  "split the archive over several indexes");
    places_.at(static_cast<std::size_t>(id)) = *place;
  });
}

}  // namespace ficsearch::store
