// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/tag_block.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/ascii.h"
#include "ingest/language_label.h"
#include "ingest/rating_label.h"
#include "ingest/white_space.h"
#include "ingest/work_fields.h"

namespace ficsearch::ingest {
namespace {

// A kind of entry: how the site calls it in a class, and how a download labels it.
struct Kind {
  std::string_view name;
  std::string_view label;
  std::string_view labels;  // of several
};
constexpr std::array kKinds{
    Kind{"rating", "rating", "ratings"},
    Kind{"warning", "archive warning", "archive warnings"},
    Kind{"warning", "warning", "warnings"},
    Kind{"category", "category", "categories"},
    Kind{"fandom", "fandom", "fandoms"},
    Kind{"relationship", "relationship", "relationships"},
    Kind{"character", "character", "characters"},
    Kind{"freeform", "additional tag", "additional tags"},
    Kind{"freeform", "tag", "tags"},
    Kind{"genre", "genre", "genres"},
    Kind{"language", "language", "languages"},
    Kind{"series", "series", "series"},
    Kind{"collections", "collection", "collections"},
    Kind{"stats", "stats", "statistics"},
    Kind{"published", "published", "posted"},
    Kind{"updated", "updated", "last updated"},
    Kind{"completed", "completed", "complete"},
    Kind{"status", "status", "status"},
    Kind{"words", "words", "word count"},
    Kind{"chapters", "chapters", "chapter"},
    Kind{"comments", "comments", "comment"},
    Kind{"kudos", "kudos", "kudos"},
    Kind{"bookmarks", "bookmarks", "bookmark"},
    Kind{"hits", "hits", "views"},
};

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), base::ascii_lower);
  return result;
}

std::string kind_of_label(std::string_view text) {
  std::string label = lower(collapsed(text));
  while (label.ends_with(':') || label.ends_with(' ')) label.pop_back();
  for (const Kind& kind : kKinds)
    if (label == kind.label || label == kind.labels) return std::string(kind.name);
  return label;
}

std::string kind_of_class(const HtmlAttributes& attributes) {
  for (const Kind& kind : kKinds)
    if (attributes.has_word("class", kind.name)) return std::string(kind.name);
  return {};
}

// "Published: 2020-01-02 Words: 1,234 Chapters: 3/?" -> calls visit("published", "2020-01-02")...
template <typename Visit>
void for_each_statistic(const std::string& text, Visit visit) {
  std::string kind;
  std::string value;
  for (const std::string& word : split_names(text, " ")) {
    if (!word.ends_with(':')) {
      value += word;
      continue;
    }
    if (!kind.empty()) visit(kind, value);
    kind = kind_of_label(word);
    value.clear();
  }
  if (!kind.empty()) visit(kind, value);
}

// "3/3" is complete, "2/3" and "2/?" are not.
std::string status_of_chapters(std::string_view chapters) {
  const std::size_t slash = chapters.find('/');
  if (slash == std::string_view::npos) return {};
  return chapters.substr(0, slash) == chapters.substr(slash + 1) ? "complete" : "in-progress";
}

// False if `kind` is none of them.
bool add_statistic(Work& work, std::string_view kind, const std::string& value) {
  if (kind == "words")
    work.words = parse_count(value);
  else if (kind == "kudos")
    work.kudos = parse_count(value);
  else if (kind == "hits")
    work.hits = parse_count(value);
  else if (kind == "comments")
    work.comments = parse_count(value);
  else if (kind == "bookmarks")
    work.bookmarks = parse_count(value);
  else if (kind == "published")
    work.published = parse_loose_date(value);
  else if (kind == "updated" || kind == "completed" || kind == "status")
    work.updated = parse_loose_date(value);
  else if (kind != "chapters")
    return false;
  if (kind == "completed") work.status = "complete";
  if (kind == "chapters" && work.status.empty()) work.status = status_of_chapters(value);
  return true;
}

// A kind of tags that has no facet, such as the category, is freeform: an exclusion must see it.
Facet facet_of(std::string_view kind) {
  const auto facet = find_facet(kind);
  return facet && *facet != Facet::status ? *facet : Facet::freeform;
}

}  // namespace

bool TagBlock::start(std::string_view name, const HtmlAttributes& attributes) {
  if (name == "dl") {
    const bool is_block = attributes.has_word("class", "tags") ||
                          attributes.has_word("class", "meta") ||
                          attributes.has_word("class", "stats");
    if (list_depth_ == 0 && !is_block) return false;
    found_ = true;
    ++list_depth_;
    finish_entry();  // a list inside an entry, such as one of statistics, has entries of its own
    return true;
  }
  if (list_depth_ == 0) return false;
  if (name == "dt") {
    finish_entry();
    in_label_ = true;
    label_.clear();
  } else if (name == "dd") {
    finish_entry();
    in_value_ = true;
    entry_.kind = kind_of_class(attributes);
    if (entry_.kind.empty()) entry_.kind = kind_of_label(label_);
  } else if (name == "a" && in_value_) {
    in_link_ = true;
    entry_.links.emplace_back();
  }
  return true;
}

bool TagBlock::end(std::string_view name) {
  if (list_depth_ == 0) return false;
  if (name == "dl") {
    finish_entry();
    --list_depth_;
  } else if (name == "dt") {
    in_label_ = false;
  } else if (name == "dd") {
    finish_entry();
  } else if (name == "a") {
    in_link_ = false;
  }
  return true;
}

bool TagBlock::text(std::string_view text) {
  if (list_depth_ == 0) return false;
  if (in_label_) label_ += text;
  if (in_value_) entry_.text += text;
  if (in_link_) entry_.links.back() += text;
  return true;
}

void TagBlock::finish_entry() {
  in_label_ = in_link_ = false;
  if (!in_value_) return;
  in_value_ = false;
  entries_.push_back(std::exchange(entry_, {}));
}

void TagBlock::add_to(Work& work) const {
  for (const Entry& entry : entries_) {
    const std::string text = collapsed(entry.text);
    // Commas stand between tags that are not linked, never inside one.
    const std::vector<std::string> names =
        entry.links.empty() ? split_names(text, ",") : entry.links;
    if (entry.kind == "rating" && !names.empty()) {
      work.rating = rating_of_label(names.front());
    } else if (entry.kind == "language") {
      work.language = language_of_label(text);
    } else if (entry.kind == "series" || entry.kind == "collections") {
      std::vector<std::string>& list = entry.kind == "series" ? work.series : work.collections;
      for (const std::string& name : names) add_name(list, name, entry.kind);
    } else if (entry.kind == "stats") {
      for_each_statistic(text, [&](std::string_view kind, const std::string& value) {
        add_statistic(work, kind, value);
      });
    } else if (!add_statistic(work, entry.kind, text)) {
      for (const std::string& name : names) add_tag(work, facet_of(entry.kind), name);
    }
  }
}

}  // namespace ficsearch::ingest
