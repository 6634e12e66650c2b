// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ficsearch::ingest {

// The attributes of an element, names in lower case.
class HtmlAttributes {
 public:
  void add(std::string_view name, std::string_view value) { values_.emplace_back(name, value); }
  // Empty if it is absent.
  std::string_view get(std::string_view name) const noexcept;
  // Whether a list of words, such as that of class or rel, holds `word`.
  bool has_word(std::string_view name, std::string_view word) const noexcept;

 private:
  std::vector<std::pair<std::string_view, std::string_view>> values_;
};

// What a page is made of, in order. Names are in lower case; every start has its end. The views
// are valid during the call. Exceptions end the parsing and reach its caller.
class HtmlHandler {
 public:
  virtual ~HtmlHandler() = default;
  virtual void start(std::string_view name, const HtmlAttributes& attributes) = 0;
  virtual void end(std::string_view name) = 0;
  // A stretch of text; one text may come in several.
  virtual void text(std::string_view text) = 0;
};

inline constexpr std::size_t kMaxHtmlDepth = 256;

// Reads HTML or XHTML, however broken, as browsers do. `utf8` is well-formed and without NUL. No
// DTD and no address is opened, no script is run. Throws Error(`out_of_range`) with the line where
// elements stand in each other deeper than kMaxHtmlDepth.
void parse_html(std::string_view utf8, HtmlHandler& handler);

}  // namespace ficsearch::ingest
