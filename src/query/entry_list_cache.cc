// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/entry_list_cache.h"

#include <utility>
#include <variant>

namespace ficsearch::query {
namespace {

// Of what an object holds beside itself, roughly.
std::size_t held(const std::vector<std::string>& texts) {
  std::size_t bytes = 0;
  for (const std::string& text : texts) bytes += sizeof text + text.capacity();
  return bytes;
}

std::size_t held(const PlanNode& node);

std::size_t held(const PlanNodes& nodes) {
  std::size_t bytes = 0;
  for (const PlanNode& node : nodes) bytes += sizeof node + held(node);
  return bytes;
}

struct HeldByNode {
  std::size_t operator()(const TagSet& set) const {
    return held(set.concepts) + held(set.spellings);
  }
  std::size_t operator()(const WrittenTag& tag) const { return tag.written.capacity(); }
  std::size_t operator()(const TagPrefix& prefix) const { return prefix.prefix.capacity(); }
  std::size_t operator()(const TextPhrase& phrase) const { return phrase.text.capacity(); }
  std::size_t operator()(const ValueRange&) const { return 0; }
  std::size_t operator()(const Mentioned& mentioned) const { return held(mentioned.concepts); }
  std::size_t operator()(const PlanAnd& all) const { return held(all.nodes); }
  std::size_t operator()(const PlanOr& any) const { return held(any.nodes); }
  std::size_t operator()(const PlanNot& negation) const {
    return sizeof(PlanNode) + held(*negation.node);
  }
};

std::size_t held(const PlanNode& node) {
  return std::visit(HeldByNode{}, node.value);
}

std::size_t held(const TagNotice& notice) {
  if (const auto* warning = std::get_if<Warning>(&notice))
    return warning->message.capacity() + warning->input.capacity();
  const auto& unknown = std::get<UnknownTag>(notice);
  return unknown.input.capacity() + unknown.text.capacity() + unknown.fold_key.capacity();
}

std::size_t bytes_of(const ResolvedList& list) {
  std::size_t bytes = sizeof list;
  for (const Entry& entry : list.entries)
    bytes += sizeof entry + entry.input.capacity() + held(entry.node) + held(entry.concepts);
  for (const TagNotice& notice : list.notices) bytes += sizeof notice + held(notice);
  return bytes;
}

}  // namespace

std::shared_ptr<const ResolvedList> EntryListCache::get(
    std::string key, const std::function<ResolvedList()>& resolve, Keep keep) {
  if (auto known = lists_.find(key)) return known;
  auto resolved = std::make_shared<const ResolvedList>(resolve());
  if (keep == Keep::if_it_comes_again && !lists_.comes_again(key)) return resolved;
  const std::size_t bytes = key.capacity() + bytes_of(*resolved);
  return lists_.keep(std::move(key), std::move(resolved), bytes);
}

}  // namespace ficsearch::query
