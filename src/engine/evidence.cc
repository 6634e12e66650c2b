// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/evidence.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace ficsearch::engine {
namespace {

class Collector {
 public:
  explicit Collector(const tags::MentionFinder& finder) : finder_(finder) {}

  void add_text(std::string_view field, std::string_view text) { add(field, text, Plain::counts); }

  // A tag that names a concept plainly is that tag; only what it says beyond is evidence.
  void add_tags(const std::vector<Tag>& tags) {
    for (const Tag& tag : tags)
      if (tag.spoiler == 0) add("tags", tag.name, Plain::is_left_out);
  }

  std::vector<Evidence> finish() && { return std::move(evidence_); }

 private:
  enum class Plain { counts, is_left_out };

  void add(std::string_view field, std::string_view text, Plain plain) {
    for (const tags::Mention& mention : finder_.find(text)) {
      if (plain == Plain::is_left_out && mention.polarity == Polarity::plain) continue;
      Evidence found{
          std::string(field), finder_.dictionary()[mention.target].id, mention.polarity,
          std::string(text.substr(mention.range.begin, mention.range.end - mention.range.begin))};
      if (std::find(evidence_.begin(), evidence_.end(), found) == evidence_.end())
        evidence_.push_back(std::move(found));
    }
  }

  const tags::MentionFinder& finder_;
  std::vector<Evidence> evidence_;
};

}  // namespace

std::vector<Evidence> evidence_of(const Work& work, const tags::MentionFinder& finder) {
  Collector collector(finder);
  collector.add_text("title", work.title);
  for (const auto& [language, titles] : work.titles)
    for (const std::string& title : titles)
      if (title != work.title) collector.add_text("titles", title);
  collector.add_text("summary", work.summary);
  collector.add_tags(work.tags);
  for (const Part& part : work.parts) collector.add_tags(part.tags);
  return std::move(collector).finish();
}

}  // namespace ficsearch::engine
