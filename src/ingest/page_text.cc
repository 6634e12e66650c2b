// SPDX-License-Identifier: GPL-3.0-or-later
// Ruby comes in three writings, and each gives the same readings:
//
//   <ruby>漢字<rt>かんじ</rt></ruby>                             漢字=かんじ
//   <ruby>漢<rt>かん</rt>字<rt>じ</rt></ruby>                    漢=かん, 字=じ, 漢字=かんじ
//   <ruby><rb>漢</rb><rb>字</rb><rt>かん</rt><rt>じ</rt></ruby>  the same three
#include "ingest/page_text.h"

#include <algorithm>
#include <array>

namespace ficsearch::ingest {
namespace {

constexpr std::array<std::string_view, 11> kSkipped{"head",  "script",   "style", "nav",
                                                    "svg",   "template", "math",  "object",
                                                    "audio", "video",    "select"};

constexpr std::array<std::string_view, 38> kBlocks{
    "address", "article", "aside",   "blockquote", "body", "br",       "caption",    "center",
    "dd",      "details", "div",     "dl",         "dt",   "fieldset", "figcaption", "figure",
    "footer",  "form",    "h1",      "h2",         "h3",   "h4",       "h5",         "h6",
    "header",  "hgroup",  "hr",      "html",       "li",   "main",     "ol",         "p",
    "pre",     "section", "summary", "table",      "tr",   "ul"};

constexpr std::string_view kSpace = " \t\r\n\f";

// What an e-book has by epub:type that is no part of its text: what it says about itself, and the
// marks of notes, which would stick to the words before them.
constexpr std::array<std::string_view, 12> kNoText{
    "cover",   "toc",      "landmarks",      "page-list", "lot",     "loi",
    "imprint", "colophon", "copyright-page", "titlepage", "noteref", "backlink"};

template <std::size_t size>
bool is_one_of(const std::array<std::string_view, size>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool has_no_text(const HtmlAttributes& attributes) {
  return !attributes.get("epub:type").empty() &&
         std::any_of(kNoText.begin(), kNoText.end(),
                     [&](std::string_view type) { return attributes.has_word("epub:type", type); });
}

std::string joined(const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts) all += text;
  return all;
}

std::string trimmed(std::string_view text) {
  const std::size_t begin = std::min(text.find_first_not_of(kSpace), text.size());
  const std::size_t end = text.find_last_not_of(kSpace) + 1;
  return end > begin ? std::string(text.substr(begin, end - begin)) : std::string();
}

void enter(std::size_t& depth) {
  ++depth;
}

void leave(std::size_t& depth) {
  if (depth > 0) --depth;
}

}  // namespace

void PageText::start(std::string_view name, const HtmlAttributes& attributes) {
  if (is_skipping() || is_one_of(kSkipped, name) || has_no_text(attributes))
    return enter(skipped_depth_);
  if (name == "ruby") {
    enter(ruby_depth_);
  } else if (name == "rt") {
    enter(annotation_depth_);
    if (ruby_depth_ > 0) ruby_.annotations.emplace_back();
    ruby_.base_is_open = false;
  } else if (name == "rp") {
    enter(parenthesis_depth_);
  } else if (name == "rb") {
    ruby_.base_is_open = false;
  } else if (is_one_of(kBlocks, name)) {
    end_line();
    if (name == "pre") enter(preformatted_depth_);
  } else if (name == "td" || name == "th") {
    wants_space_ = !text_.empty() && !text_.ends_with('\n');
  }
}

void PageText::end(std::string_view name) {
  if (is_skipping()) return leave(skipped_depth_);
  if (name == "ruby") {
    leave(ruby_depth_);
    if (ruby_depth_ == 0) finish_ruby();
  } else if (name == "rt") {
    leave(annotation_depth_);
  } else if (name == "rp") {
    leave(parenthesis_depth_);
  } else if (is_one_of(kBlocks, name)) {
    end_line();
    if (name == "pre") leave(preformatted_depth_);
  }
}

void PageText::text(std::string_view text) {
  if (is_skipping() || parenthesis_depth_ > 0) return;
  if (annotation_depth_ > 0) {
    if (!ruby_.annotations.empty()) ruby_.annotations.back() += text;
    return;
  }
  if (ruby_depth_ > 0 && text.find_first_not_of(kSpace) != std::string_view::npos) {
    if (!ruby_.base_is_open) ruby_.bases.emplace_back();
    ruby_.base_is_open = true;
    ruby_.bases.back() += text;
  }
  append(text);
}

void PageText::end_line() {
  wants_space_ = false;
  while (text_.ends_with(' ')) text_.pop_back();
  if (!text_.empty() && !text_.ends_with('\n')) text_ += '\n';
}

void PageText::append(std::string_view text) {
  if (preformatted_depth_ > 0) {
    text_ += text;
    return;
  }
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = std::min(text.find_first_not_of(kSpace, at), text.size());
    if (begin > at) wants_space_ = !text_.empty() && !text_.ends_with('\n');
    if (begin == text.size()) return;
    const std::size_t end = std::min(text.find_first_of(kSpace, begin), text.size());
    if (wants_space_) text_ += ' ';
    wants_space_ = false;
    text_.append(text, begin, end - begin);
    at = end;
  }
}

void PageText::finish_ruby() {
  Ruby ruby = std::exchange(ruby_, {});
  if (ruby.bases.size() > 1 && ruby.bases.size() == ruby.annotations.size())
    for (std::size_t i = 0; i < ruby.bases.size(); ++i)
      add_reading(trimmed(ruby.bases[i]), trimmed(ruby.annotations[i]));
  for (std::vector<std::string>* texts : {&ruby.bases, &ruby.annotations})
    for (std::string& text : *texts) text = trimmed(text);
  add_reading(joined(ruby.bases), joined(ruby.annotations));
}

void PageText::add_reading(std::string surface, std::string kana) {
  if (surface.empty() || kana.empty()) return;
  if (known_readings_.emplace(surface, kana).second)
    readings_.push_back({std::move(surface), std::move(kana)});
}

std::string PageText::take_text() {
  std::string text = trimmed(text_);
  text_.clear();
  wants_space_ = false;
  return text;
}

std::string text_of_html(std::string_view utf8) {
  PageText page;
  parse_html(utf8, page);
  return page.take_text();
}

}  // namespace ficsearch::ingest
