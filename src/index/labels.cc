// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/labels.h"

#include <algorithm>
#include <map>
#include <utility>

#include "store/slots.h"

namespace ficsearch::index {
namespace {

class Collector {
 public:
  void add(Facet facet, const std::string& written, std::uint8_t place, std::uint8_t strength = 0) {
    if (written.empty()) return;
    const auto [position, is_new] = places_.try_emplace({facet, written}, labels_.size());
    if (is_new) labels_.push_back({facet, written, 0, 0});
    Label& label = labels_[position->second];
    label.places |= place;
    label.strength = std::max(label.strength, strength);
  }

  void add_tags(const std::vector<Tag>& tags, bool main) {
    for (const Tag& tag : tags) {
      const bool open = tag.spoiler == 0;
      add(tag.facet, tag.name,
          main ? (open ? store::kOpenInMain : store::kSpoilerInMain)
               : (open ? store::kOpenInSide : store::kSpoilerInSide),
          tag.strength);
    }
  }

  void add_all(Facet facet, const std::vector<std::string>& names) {
    for (const std::string& name : names) add(facet, name, store::kOpenInMain);
  }

  std::vector<Label> finish() && { return std::move(labels_); }

 private:
  std::vector<Label> labels_;
  std::map<std::pair<Facet, std::string>, std::size_t> places_;
};

}  // namespace

std::vector<Label> labels_of(const Work& work) {
  Collector labels;
  labels.add_tags(work.tags, true);
  for (const Part& part : work.parts) labels.add_tags(part.tags, part.main);
  labels.add_all(Facet::author, work.authors);
  labels.add_all(Facet::series, work.series);
  labels.add_all(Facet::collection, work.collections);
  labels.add(Facet::language, work.language, store::kOpenInMain);
  labels.add(Facet::rating, std::string(to_string(rating_of(work.rating))), store::kOpenInMain);
  labels.add(Facet::status, work.status, store::kOpenInMain);
  labels.add(Facet::medium, work.medium, store::kOpenInMain);
  return std::move(labels).finish();
}

}  // namespace ficsearch::index
