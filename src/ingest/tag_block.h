// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "ficsearch/work.h"
#include "ingest/html_events.h"

namespace ficsearch::ingest {

// Reads the block of tags that fan-fiction archives put on a work's page and in the preface of a
// download: <dl class="tags"> (or "meta", "stats") with a <dt> for each kind and its tags in <dd>.
//
// The kind is told by the class of the <dd>, as on the site, or by the text of the <dt>, as in a
// download. What is linked is a tag; a value without links is one text.
class TagBlock {
 public:
  // Each is to be told of everything on the page, in order. True if it belongs to the block, and
  // so not to the text of the work.
  bool start(std::string_view name, const HtmlAttributes& attributes);
  bool end(std::string_view name);
  bool text(std::string_view text);

  bool found() const noexcept { return found_; }

  // What the block said: tags, rating, language, series, collections, counts, dates, status.
  // Throws Error(`too_long`).
  void add_to(Work& work) const;

 private:
  struct Entry {
    std::string kind;
    std::vector<std::string> links;
    std::string text;
  };

  void finish_entry();

  std::size_t list_depth_ = 0;  // of <dl> in each other
  bool found_ = false;
  bool in_label_ = false;
  bool in_value_ = false;
  bool in_link_ = false;
  std::string label_;
  Entry entry_;
  std::vector<Entry> entries_;
};

}  // namespace ficsearch::ingest
