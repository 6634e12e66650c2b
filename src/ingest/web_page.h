// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ficsearch/work.h"
#include "ingest/html_events.h"
#include "ingest/page_text.h"
#include "ingest/tag_block.h"

namespace ficsearch::ingest {

// Reads a page about a work: a download of a fan-fiction archive, the work's page there, a page of
// an e-book, or an article. Apart come
//
//   - what its <head> says in <title>, <meta> and <link>,
//   - the preface of a download: address, tags (tag_block.h), title, byline, summary, notes,
//   - the text: of #chapters, else of <article> or <main>, else of the whole page.
class WebPage : public HtmlHandler {
 public:
  enum class Kind {
    of_archive,  // has a block of tags, so that its preface and afterword are the archive's
    plain
  };
  // What `utf8` is. A novel too may have a preface, but none with a list of tags in it.
  static Kind kind_of(std::string_view utf8);

  explicit WebPage(Kind kind) : kind_(kind) {}

  void start(std::string_view name, const HtmlAttributes& attributes) override;
  void end(std::string_view name) override;
  void text(std::string_view text) override;

  // Whether the page has the tags of a work.
  bool has_tags() const noexcept { return tags_.found(); }

  // Whether the page is what an archive puts after a work, if the work is of one.
  bool is_afterword() const noexcept { return is_afterword_; }

  // The address of the work in an archive, by the link in its preface; empty if there is none.
  const std::string& work_url() const noexcept { return work_url_; }

  // All that the page says but its text; the id stays empty. Throws Error(`too_long`).
  Work take_work();
  std::string take_text() { return page_text_.take_text(); }
  std::vector<Reading> take_readings() { return page_text_.take_readings(); }

 private:
  // What an element that is open is for.
  enum class Role {
    none,
    preface,
    ignored,
    content,
    title,
    heading,
    author,
    byline,
    preface_heading,
    summary,
    notes
  };

  Role role_of(std::string_view name, const HtmlAttributes& attributes) const;
  bool is_in(Role role) const;
  void note_link(std::string_view href);
  void note_meta(const HtmlAttributes& attributes);
  std::string* target();

  Kind kind_;
  std::vector<Role> open_;
  std::vector<std::pair<std::string, std::string>> metas_;  // name in lower case, content
  PageText page_text_;
  PageText summary_;
  PageText notes_;
  TagBlock tags_;
  bool has_content_ = false;
  bool is_afterword_ = false;
  std::string title_;    // of <title>
  std::string heading_;  // of the preface, else the first <h1>
  std::string author_;
  std::vector<std::string> authors_;
  std::string byline_;
  std::string preface_heading_;
  std::string language_;
  std::string canonical_url_;
  std::string work_url_;
};

}  // namespace ficsearch::ingest
