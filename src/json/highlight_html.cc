// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/highlight_html.h"

#include <string_view>

namespace ficsearch::json {
namespace {

void append_escaped(std::string& html, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '&':
        html += "&amp;";
        break;
      case '<':
        html += "&lt;";
        break;
      case '>':
        html += "&gt;";
        break;
      case '"':
        html += "&quot;";
        break;
      case '\'':
        html += "&#39;";
        break;
      default:
        html += c;
    }
  }
}

}  // namespace

std::string highlight_html(const Highlight& highlight) {
  const std::string_view text = highlight.text;
  std::string html = highlight.cut_before ? "…" : "";
  std::size_t done = 0;
  for (const auto& [begin, end] : highlight.matches) {
    append_escaped(html, text.substr(done, begin - done));
    html += "<mark>";
    append_escaped(html, text.substr(begin, end - begin));
    html += "</mark>";
    done = end;
  }
  append_escaped(html, text.substr(done));
  if (highlight.cut_after) html += "…";
  return html;
}

}  // namespace ficsearch::json
