// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/concept_path.h"

#include <algorithm>
#include <map>

namespace ficsearch::engine {
namespace {

std::vector<std::string> above(const Concept& subject) {
  std::vector<std::string> ids = subject.broader;
  for (const auto* called_for : {&subject.advisories_always, &subject.advisories_commonly,
                                 &subject.perspectives, &subject.media})
    ids.insert(ids.end(), called_for->begin(), called_for->end());
  return ids;
}

}  // namespace

std::vector<std::string> concept_path(const tags::Dictionary& dictionary,
                                      const std::vector<std::string>& from,
                                      const std::vector<std::string>& to) {
  if (from.empty()) return {};
  if (to.empty()) return {from.front()};
  std::map<std::string, std::string> came_from;
  std::vector<std::string> reached;  // breadth first, so that the first way found is a shortest
  const auto reach = [&](const std::string& id, const std::string& before) {
    if (came_from.emplace(id, before).second) reached.push_back(id);
  };
  for (const std::string& id : from) reach(id, "");
  for (std::size_t next = 0; next < reached.size(); ++next) {
    const std::string id = reached[next];
    if (std::find(to.begin(), to.end(), id) != to.end()) {
      std::vector<std::string> path;
      for (std::string step = id; !step.empty(); step = came_from[step]) path.push_back(step);
      std::reverse(path.begin(), path.end());
      return path;
    }
    if (const auto ref = dictionary.find(id))
      for (const std::string& broader : above(dictionary[*ref])) reach(broader, id);
  }
  return {};
}

}  // namespace ficsearch::engine
