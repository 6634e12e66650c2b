// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ficsearch/search.h"
#include "query/ast.h"
#include "query/entry_list_cache.h"
#include "query/plan.h"
#include "query/tag_meaning.h"
#include "query/tag_warnings.h"

namespace ficsearch::query {

enum class Side : std::uint8_t { include, exclude };

// What becomes of an entry that nobody knows: its literal text is left out, too, unless it was
// asked for as a tag.
Effect effect_of(Side side, bool asks_for_tags);

// "facet:value" or the bare value, as a user may have given the item.
std::string input_of(const FilterItem& item);

// Turns lists of items and single tag terms into entries of a plan. A list depends on nothing but
// itself, whose it is, dictionary, archive and mentions, so one that was resolved before is found
// in the context's cache, if it has one.
//
// Throws Error: `empty_filter`, naming the entry, `too_long`, `invalid_utf8`, `query_limit`.
class EntryResolver {
 public:
  // What people should know goes to `warnings` unless it is null. References are kept. Entries of a
  // profile are about no facet.
  EntryResolver(const ResolveContext& context, Mentions mentions, TagWarnings* warnings,
                FilterOrigin origin = FilterOrigin::request)
      : context_(context), mentions_(mentions), warnings_(warnings), origin_(origin) {}

  ChunkedList<Entry>::Chunk of_list(const std::vector<FilterItem>& items, Side side) const;
  // The exclude list of the saved profile of that name, or of the enforced one. The name stands for
  // the list: dictionary and archive of one commit have one profile of a name.
  ChunkedList<Entry>::Chunk of_saved_list(const std::vector<FilterItem>& items,
                                          const std::string& name) const;
  Entry of_item(const FilterItem& item, Side side) const;
  // A tag of any facet, or of the given one.
  Entry of_tag(const std::string& input, std::optional<Facet> facet, const std::string& text,
               Effect effect) const;
  // A tag that begins with the term's value.
  Entry of_prefix(const std::string& input, const TagTerm& term, Side side) const;
  // A tag that can mean several things: it leaves all of them out, and finds only what is written
  // like it.
  Entry of_unsure(const std::string& input, std::optional<Facet> facet, TagMeaning meaning,
                  Effect effect) const;

 private:
  // What became of an item or term, and what people should know of it.
  struct Resolved {
    Entry entry;
    std::optional<TagNotice> notice;
  };

  ChunkedList<Entry>::Chunk told(const std::shared_ptr<const ResolvedList>& resolved) const;
  std::string key_of(const std::vector<FilterItem>& items, Side side) const;
  std::string key_of_saved(const std::string& name) const;
  ResolvedList list(const std::vector<FilterItem>& items, Side side) const;
  Resolved item(const FilterItem& item, Side side) const;
  Resolved key(const std::string& input, std::optional<Facet> facet, const std::string& text,
               std::string fold_key, Effect effect) const;
  Resolved prefix(const std::string& input, const TagTerm& term, Side side) const;
  Resolved unsure(const std::string& input, std::optional<Facet> facet, TagMeaning meaning,
                  Effect effect) const;
  bool is_known(std::optional<Facet> facet, const std::string& fold_key) const;
  void add_mentions(Entry& entry) const;
  Entry told(Resolved resolved) const;

  const ResolveContext& context_;
  Mentions mentions_;
  TagWarnings* warnings_;
  FilterOrigin origin_;
};

}  // namespace ficsearch::query
