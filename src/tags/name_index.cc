// SPDX-License-Identifier: GPL-3.0-or-later
#include "tags/name_index.h"

#include <algorithm>
#include <utility>

namespace ficsearch::tags {
namespace {

// The first eight bytes as a number that compares as they do: most comparisons end there, without
// a look at the text. `behind` stands for each that a shorter text has not.
std::uint64_t first_bytes(std::string_view text, unsigned char behind = 0) {
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < sizeof number; ++i)
    number = number << 8 | (i < text.size() ? static_cast<unsigned char>(text[i]) : behind);
  return number;
}

}  // namespace

void SortedTexts::sort() {
  std::vector<std::pair<std::uint64_t, Entry>> keyed;
  keyed.reserve(entries_.size());
  for (const Entry& entry : entries_) keyed.emplace_back(first_bytes(entry.text()), entry);
  std::sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) {
    if (a.first != b.first) return a.first < b.first;
    return std::pair(a.second.text(), a.second.owner) < std::pair(b.second.text(), b.second.owner);
  });
  entries_.clear();
  for (const auto& [key, entry] : keyed)
    if (entries_.empty() || entries_.back().owner != entry.owner ||
        entries_.back().text() != entry.text())
      entries_.push_back(entry);
  entries_.shrink_to_fit();
  fences_.reserve((entries_.size() >> kFenceBits) + 1);
  for (std::size_t i = 0; i < entries_.size(); i += std::size_t{1} << kFenceBits)
    fences_.push_back(first_bytes(entries_[i].text()));
}

SortedTexts::Place SortedTexts::place_of(std::vector<std::uint64_t>::const_iterator fence) const {
  if (fence == fences_.end()) return entries_.end();
  return entries_.begin() + ((fence - fences_.begin()) << kFenceBits);
}

SortedTexts::Place SortedTexts::first_from(std::string_view text) const {
  const auto [from, behind] = std::equal_range(fences_.begin(), fences_.end(), first_bytes(text));
  return std::partition_point(place_of(from == fences_.begin() ? from : from - 1), place_of(behind),
                              [&](const Entry& entry) { return entry.text() < text; });
}

SortedTexts::Place SortedTexts::end_of_run(Place begin, std::string_view prefix) const {
  const auto behind = std::upper_bound(fences_.begin(), fences_.end(), first_bytes(prefix, 0xFF));
  const auto begins_so = [&](const Entry& entry) { return entry.text().starts_with(prefix); };
  if (behind != fences_.begin())
    if (const Place last = place_of(behind - 1); last > begin && begins_so(*last)) begin = last;
  return std::partition_point(begin, place_of(behind), begins_so);
}

void SortedTexts::weigh(const WeightOf& weight_of) {
  std::vector<std::uint32_t> level;
  level.reserve(entries_.size());
  for (const Entry& entry : entries_) level.push_back(weight_of(entry.owner));
  weights_ = {std::move(level)};
  while (weights_.back().size() > 1) {
    const std::vector<std::uint32_t>& below = weights_.back();
    std::vector<std::uint32_t> above((below.size() >> kBlockBits) + 1);
    for (std::size_t i = 0; i < below.size(); ++i)
      above[i >> kBlockBits] = std::max(above[i >> kBlockBits], below[i]);
    if (above.size() == below.size()) break;
    weights_.push_back(std::move(above));
  }
}

void HeaviestFirst::push(const Blocks& blocks) {
  if (blocks.first > blocks.last) return;
  const SortedTexts& texts = *runs_[blocks.run].texts;
  Node node{0, blocks.first, blocks};
  for (std::uint32_t block = blocks.first; block <= blocks.last; ++block)
    if (const std::uint32_t weight = texts.weight(blocks.level, block); weight > node.weight) {
      node.weight = weight;
      node.heaviest = block;
    }
  nodes_.push_back(node);
  std::push_heap(nodes_.begin(), nodes_.end(),
                 [](const Node& a, const Node& b) { return a.weight < b.weight; });
}

// Few blocks that hold the whole run, and perhaps texts beside it.
void HeaviestFirst::add(const SortedTexts::Run& run) {
  if (run.begin == run.end) return;
  constexpr std::uint32_t kFew = 1U << SortedTexts::kBlockBits;
  const auto of_run = static_cast<std::uint32_t>(runs_.size());
  runs_.push_back(run);
  unsigned level = 0;
  const auto block_of = [&](std::uint32_t place) {
    return place >> (level * SortedTexts::kBlockBits);
  };
  while (block_of(run.end - 1) - block_of(run.begin) >= kFew) ++level;
  push({of_run, level, block_of(run.begin), block_of(run.end - 1)});
}

std::uint32_t HeaviestFirst::take() {
  for (;;) {
    std::pop_heap(nodes_.begin(), nodes_.end(),
                  [](const Node& a, const Node& b) { return a.weight < b.weight; });
    const auto [weight, heaviest, blocks] = nodes_.back();
    nodes_.pop_back();
    if (heaviest > blocks.first) push({blocks.run, blocks.level, blocks.first, heaviest - 1});
    push({blocks.run, blocks.level, heaviest + 1, blocks.last});
    const SortedTexts::Run& run = runs_[blocks.run];
    if (blocks.level == 0) return run.texts->owner(heaviest);
    const unsigned level = blocks.level - 1;
    const unsigned shift = level * SortedTexts::kBlockBits;
    const std::uint32_t first = heaviest << SortedTexts::kBlockBits;
    push({blocks.run, level, std::max(first, run.begin >> shift),
          std::min(first + (1U << SortedTexts::kBlockBits) - 1, (run.end - 1) >> shift)});
  }
}

void NameIndex::add_writing(std::string_view fold_key, std::uint32_t owner) {
  if (fold_key.empty()) return;
  writings_.add(fold_key, owner);
  for (std::size_t blank = fold_key.find(' '); blank != fold_key.npos;
       blank = fold_key.find(' ', blank + 1))
    later_words_.add(fold_key.substr(blank + 1), owner);
}

void NameIndex::sort() {
  writings_.sort();
  later_words_.sort();
  sounds_.sort();
}

void NameIndex::weigh(const SortedTexts::WeightOf& weight_of) {
  for (SortedTexts* texts : {&writings_, &later_words_, &sounds_}) texts->weigh(weight_of);
}

void NameIndex::add_begun(const TypedTag& typed, HeaviestFirst& runs) const {
  if (typed.is_empty()) return;
  runs.add(writings_.run_beginning(typed.fold()));
  for (const std::string& prefix : typed.begins().usual) runs.add(sounds_.run_beginning(prefix));
}

void NameIndex::add_holding(const TypedTag& typed, HeaviestFirst& runs) const {
  if (typed.is_empty()) return;
  if (typed.may_stand_within()) {
    // What begins with an ASCII letter is looked for by what follows.
    std::string_view from = typed.fold();
    while (!from.empty() && !begins_with_letter_of_index(from)) from.remove_prefix(1);
    runs.add(later_letters().run_beginning(from));
  } else {
    runs.add(later_words_.run_beginning(typed.fold()));
  }
  for (const std::string& prefix : typed.begins().rare) runs.add(sounds_.run_beginning(prefix));
}

const SortedTexts& NameIndex::later_letters() const {
  std::call_once(later_letters_->is_made, [&] {
    SortedTexts& texts = later_letters_->texts;
    std::vector<std::uint32_t> weights;  // by owner
    for (std::uint32_t place = 0; place < writings_.size(); ++place) {
      const std::string_view name = writings_.text(place);
      const std::uint32_t owner = writings_.owner(place);
      for (std::size_t i = 1; i < name.size(); ++i)
        if (static_cast<unsigned char>(name[i]) >= 0xC0) texts.add(name.substr(i), owner);
      if (!writings_.has_weights()) continue;
      if (owner >= weights.size()) weights.resize(owner + 1);
      weights[owner] = writings_.weight(0, place);
    }
    texts.sort();
    if (writings_.has_weights()) texts.weigh([&](std::uint32_t owner) { return weights[owner]; });
  });
  return later_letters_->texts;
}

}  // namespace ficsearch::tags
