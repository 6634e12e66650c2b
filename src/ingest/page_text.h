// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ficsearch/work.h"
#include "ingest/html_events.h"

namespace ficsearch::ingest {

// Collects what a reader of pages sees: the text, a line for each block, and the readings that
// stand as ruby above it. Scripts, styles, navigation and drawings are left out,
// and so is what an e-book says about itself (epub:type imprint, colophon and the like); of ruby,
// the base stays in the text and its annotation becomes a reading.
//
// One collector may take several pages, one after another.
class PageText : public HtmlHandler {
 public:
  void start(std::string_view name, const HtmlAttributes& attributes) override;
  void end(std::string_view name) override;
  void text(std::string_view text) override;

  // Ends the line, so that what follows begins a new one.
  void end_line();

  // The text so far, without white space at its ends.
  std::string take_text();
  std::vector<Reading> take_readings() { return std::move(readings_); }

 private:
  struct Ruby {
    std::vector<std::string> bases;
    std::vector<std::string> annotations;
    bool base_is_open = false;
  };

  bool is_skipping() const noexcept { return skipped_depth_ > 0; }
  void append(std::string_view text);
  void finish_ruby();
  void add_reading(std::string surface, std::string kana);

  std::string text_;
  bool wants_space_ = false;
  std::size_t skipped_depth_ = 0;
  std::size_t preformatted_depth_ = 0;
  std::size_t ruby_depth_ = 0;
  std::size_t annotation_depth_ = 0;
  std::size_t parenthesis_depth_ = 0;
  Ruby ruby_;
  std::vector<Reading> readings_;
  std::set<std::pair<std::string, std::string>> known_readings_;
};

// The text of a fragment of HTML, such as a summary; text without marks stays as it is but for
// white space.
std::string text_of_html(std::string_view utf8);

}  // namespace ficsearch::ingest
