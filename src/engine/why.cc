// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/why.h"

#include <algorithm>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "engine/concept_path.h"
#include "search/applied.h"
#include "search/exclusion_gate.h"
#include "search/one_work.h"
#include "search/stored_fields.h"
#include "search/tag_selection.h"
#include "store/xapian_guard.h"
#include "tags/resolution.h"

namespace ficsearch::engine {
namespace {

using search::Side;

// "rating mature", "words 12000"; "no words" if the work does not say.
std::string value_text(const Work& work, Field field) {
  const std::string name(to_string(field));
  if (field == Field::title) return name + " " + work.title;
  const auto shown = search::stored_fields(work, {name});
  if (shown.empty()) return "no " + name;
  const FieldValue& value = shown.front().second;
  if (const auto* number = std::get_if<std::int64_t>(&value))
    return name + " " + std::to_string(*number);
  return name + " " + std::get<std::string>(value);
}

class Explainer {
 public:
  Explainer(const query::Plan& plan, search::OneWork& work, const store::TagRegistry& registry,
            const tags::Dictionary& dictionary)
      : plan_(plan), work_(work), registry_(registry), dictionary_(dictionary) {}

  Why run() {
    Why why;
    why.id = work_.work().id;
    why.title = work_.work().title;
    for (const query::Entry& entry : plan_.include) why.rules.push_back(of_include(entry));
    for (const query::Entry& entry : plan_.exclude)
      if (work_.meets(entry.node, Side::exclude)) why.rules.push_back(of_exclude(entry));
    for (std::size_t i = 0; i < plan_.require.size(); ++i)
      why.rules.push_back(of_condition(plan_.require[i], plan_.conditions[i]));
    why.excludes = plan_.exclude.size();
    why.shown = std::none_of(why.rules.begin(), why.rules.end(),
                             [](const WhyRule& rule) { return rule.hides; });
    why.query = plan_.canonical_query;
    why.profile = plan_.profile;
    return why;
  }

 private:
  WhyRule of_include(const query::Entry& entry) {
    WhyRule rule{RuleKind::include, entry.input, entry.origin, false, {}, {}, {}};
    rule.hides = !work_.meets(entry.node, Side::include);
    rule.tags = tags_of(entry.node, Side::include, entry.concepts);
    return rule;
  }

  WhyRule of_exclude(const query::Entry& entry) {
    WhyRule rule{RuleKind::exclude, entry.input, entry.origin, true, {}, {}, {}};
    rule.tags = tags_of(entry.node, Side::exclude, entry.concepts);
    rule.mentions = work_.mentions_meeting(entry.node);
    add_values(rule, entry.node);
    return rule;
  }

  WhyRule of_condition(const query::PlanNode& node, const query::Condition& condition) {
    WhyRule rule{RuleKind::condition, condition.input, condition.origin, false, {}, {}, {}};
    rule.hides = !work_.meets(node, Side::include);
    // What stands below a negation is looked at as an exclusion does.
    if (const auto* without = std::get_if<query::PlanNot>(&node.value))
      rule.tags = tags_of(*without->node, Side::exclude, {});
    else
      rule.tags = tags_of(node, Side::include, {});
    add_values(rule, node);
    return rule;
  }

  std::vector<WhyTag> tags_of(const query::PlanNode& node, Side side,
                              const std::vector<std::string>& targets) {
    std::vector<WhyTag> tags;
    for (const store::TagId id : work_.tags_meeting(node, side)) {
      const store::TagEntry& entry = registry_.entry(id);
      add_bearers(tags, entry, path_of(entry, targets));
    }
    return tags;
  }

  // A tag stands with the work and with every part that bears it; what is no tag of the work in
  // its record, such as an author, stands with the work.
  void add_bearers(std::vector<WhyTag>& tags, const store::TagEntry& entry,
                   const std::vector<std::string>& path) const {
    const std::size_t before = tags.size();
    const auto add_all = [&](const std::vector<Tag>& borne, const Part& part) {
      for (const Tag& tag : borne)
        if (tag.facet == entry.facet && tag.name == entry.written)
          tags.push_back(
              {entry.facet, entry.written, tag.spoiler, part.id, part.kind, part.title, path});
    };
    add_all(work_.work().tags, Part{});
    for (const Part& part : work_.work().parts) add_all(part.tags, part);
    if (tags.size() == before) tags.push_back({entry.facet, entry.written, 0, "", "", "", path});
  }

  std::vector<std::string> path_of(const store::TagEntry& entry,
                                   const std::vector<std::string>& targets) const {
    std::vector<std::string> meanings;
    if (const auto ref = tags::concept_of(dictionary_, entry.facet, entry.fold))
      meanings.push_back(dictionary_[*ref].id);
    if (const auto join = registry_.join_of(entry.id))
      for (const std::string& key : join->meanings)
        if (std::string id = store::meaning_of_key(key).concept_id; !id.empty())
          meanings.push_back(std::move(id));
    return concept_path(dictionary_, meanings, targets);
  }

  void add_values(WhyRule& rule, const query::PlanNode& node) const {
    if (const auto* range = std::get_if<query::ValueRange>(&node.value))
      rule.values.push_back(value_text(work_.work(), range->field));
    const auto add_all = [&](const query::PlanNodes& nodes) {
      for (const query::PlanNode& below : nodes) add_values(rule, below);
    };
    if (const auto* all = std::get_if<query::PlanAnd>(&node.value)) add_all(all->nodes);
    if (const auto* any = std::get_if<query::PlanOr>(&node.value)) add_all(any->nodes);
    if (const auto* without = std::get_if<query::PlanNot>(&node.value))
      add_values(rule, *without->node);
  }

  const query::Plan& plan_;
  search::OneWork& work_;
  const store::TagRegistry& registry_;
  const tags::Dictionary& dictionary_;
};

// As a search does before it shows a work.
void check_again(const query::Plan& plan, const SearchRequest& request, const Work& work,
                 const store::Reader& reader, const tags::Dictionary& dictionary) {
  const search::TagSelector selector(dictionary, reader.registry());
  store::guarded(reader.directory(), [&] {
    search::ExclusionGate(plan, search::tags_of_excludes(plan, selector), request.part_scope,
                          selector, search::ExclusionGate::Trust::nothing, nullptr)
        .check(work);
  });
}

}  // namespace

Why why(const query::Plan& plan, const SearchRequest& request, store::DocumentId id,
        const store::Reader& reader, const tags::MentionFinder& mentions,
        text::Tokenizer& tokenizer, const search::Deadline& deadline) {
  search::OneWork work(id, request, reader, mentions, tokenizer, deadline);
  Why why = Explainer(plan, work, reader.registry(), mentions.dictionary()).run();
  if (why.shown) check_again(plan, request, work.work(), reader, mentions.dictionary());
  deadline.check();
  why.snapshot = reader.uuid() + ":" + std::to_string(reader.revision());
  return why;
}

}  // namespace ficsearch::engine
