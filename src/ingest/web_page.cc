// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/web_page.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "ingest/rating_label.h"
#include "ingest/white_space.h"
#include "ingest/work_fields.h"

namespace ficsearch::ingest {
namespace {

constexpr std::string_view kWorkPath = "/works/";

bool is_web_address(std::string_view url) {
  return url.starts_with("http://") || url.starts_with("https://");
}

// "http://host/works/123/chapters/4" -> "https://host/works/123"; empty for another address. Older
// downloads have http and newer ones https for one work.
std::string url_of_work(std::string_view href) {
  if (!is_web_address(href)) return {};
  const std::size_t host = href.find("://") + 3;
  const std::size_t path = href.find('/', host);
  if (path == std::string_view::npos || href.substr(path, kWorkPath.size()) != kWorkPath) return {};
  const std::size_t number = path + kWorkPath.size();
  std::size_t end = number;
  while (end < href.size() && base::is_ascii_digit(href[end])) ++end;
  if (end == number) return {};
  return "https://" + std::string(href.substr(host, end - host));
}

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), base::ascii_lower);
  return result;
}

bool is_heading(std::string_view name) {
  return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

std::string without_by(std::string_view byline) {
  const std::string text = collapsed(byline);
  constexpr std::string_view kBy = "by ";
  return base::equal_ignoring_case(text.substr(0, kBy.size()), kBy) ? text.substr(kBy.size())
                                                                    : text;
}

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

// Which field a <meta> is for; the first of a field counts.
enum class Meta { title, author, summary, language, published, updated, url, rating, license };
struct MetaName {
  std::string_view name;
  Meta meta;
};
constexpr std::array kMetaNames{
    MetaName{"og:title", Meta::title},
    MetaName{"dc.title", Meta::title},
    MetaName{"dcterms.title", Meta::title},
    MetaName{"author", Meta::author},
    MetaName{"article:author", Meta::author},
    MetaName{"dc.creator", Meta::author},
    MetaName{"dcterms.creator", Meta::author},
    MetaName{"description", Meta::summary},
    MetaName{"og:description", Meta::summary},
    MetaName{"dc.description", Meta::summary},
    MetaName{"dcterms.description", Meta::summary},
    MetaName{"dc.language", Meta::language},
    MetaName{"dcterms.language", Meta::language},
    MetaName{"article:published_time", Meta::published},
    MetaName{"date", Meta::published},
    MetaName{"dc.date", Meta::published},
    MetaName{"dcterms.date", Meta::published},
    MetaName{"dcterms.created", Meta::published},
    MetaName{"dcterms.issued", Meta::published},
    MetaName{"article:modified_time", Meta::updated},
    MetaName{"og:updated_time", Meta::updated},
    MetaName{"dcterms.modified", Meta::updated},
    MetaName{"dcterms.source", Meta::url},
    MetaName{"dc.source", Meta::url},
    MetaName{"og:url", Meta::url},
    MetaName{"rating", Meta::rating},
    MetaName{"dcterms.license", Meta::license},
    MetaName{"dcterms.rights", Meta::license},
    MetaName{"dc.rights", Meta::license},
};

}  // namespace

WebPage::Kind WebPage::kind_of(std::string_view utf8) {
  for (std::size_t at = utf8.find("<dl"); at != std::string_view::npos;
       at = utf8.find("<dl", at + 1)) {
    const std::string_view element = utf8.substr(at, utf8.find('>', at) - at);
    const bool is_of_work = contains(element, "work") && contains(element, "meta");
    if (contains(element, "class") && (contains(element, "tags") || is_of_work))
      return Kind::of_archive;
  }
  return Kind::plain;
}

void WebPage::start(std::string_view name, const HtmlAttributes& attributes) {
  if (name == "html" && language_.empty()) language_ = attributes.get("lang");
  if (name == "html" && language_.empty()) language_ = attributes.get("xml:lang");
  if (name == "meta") note_meta(attributes);
  if (name == "link" && attributes.has_word("rel", "canonical"))
    canonical_url_ = attributes.get("href");
  if (name == "a") note_link(attributes.get("href"));
  if (attributes.get("id") == "afterword") is_afterword_ = true;
  const bool is_of_tags = kind_ == Kind::of_archive && tags_.start(name, attributes);
  const Role role = is_of_tags ? Role::none : role_of(name, attributes);
  if (role == Role::content && !is_in(Role::content)) {
    // What stood before it is menus and titles.
    if (!has_content_) page_text_.take_text();
    has_content_ = true;
  }
  if (role == Role::author) author_.clear();
  if (role == Role::preface_heading) preface_heading_.clear();
  open_.push_back(role);
  if (is_of_tags || is_in(Role::ignored)) return;
  if (is_in(Role::summary)) return summary_.start(name, attributes);
  if (is_in(Role::notes)) return notes_.start(name, attributes);
  if (!is_in(Role::preface) && (!has_content_ || is_in(Role::content)))
    page_text_.start(name, attributes);
}

void WebPage::end(std::string_view name) {
  const bool is_of_tags = kind_ == Kind::of_archive && tags_.end(name);
  if (!is_of_tags && !is_in(Role::ignored)) {
    if (is_in(Role::summary))
      summary_.end(name);
    else if (is_in(Role::notes))
      notes_.end(name);
    else if (!is_in(Role::preface) && (!has_content_ || is_in(Role::content)))
      page_text_.end(name);
  }
  if (open_.empty()) return;
  if (open_.back() == Role::author) authors_.push_back(author_);
  open_.pop_back();
}

void WebPage::text(std::string_view text) {
  if (kind_ == Kind::of_archive && tags_.text(text)) return;
  if (is_in(Role::ignored)) return;
  if (is_in(Role::summary)) return summary_.text(text);
  if (is_in(Role::notes)) return notes_.text(text);
  if (std::string* const field = target()) *field += text;
  if (is_in(Role::byline)) byline_ += text;
  if (!is_in(Role::preface) && !is_in(Role::title) && (!has_content_ || is_in(Role::content)))
    page_text_.text(text);
}

WebPage::Role WebPage::role_of(std::string_view name, const HtmlAttributes& attributes) const {
  const std::string_view id = attributes.get("id");
  if (name == "title" && title_.empty() && !is_in(Role::content)) return Role::title;
  if (kind_ == Kind::of_archive && id == "afterword") return Role::ignored;
  if (kind_ == Kind::of_archive &&
      (id == "preface" || (attributes.has_word("class", "preface") && !is_in(Role::content))))
    return Role::preface;
  if (is_in(Role::preface)) {
    if (name == "a" && attributes.has_word("rel", "author")) return Role::author;
    if (attributes.has_word("class", "byline")) return Role::byline;
    if (name == "h1" || (is_heading(name) && attributes.has_word("class", "title")))
      return Role::heading;
    if (name == "p" || is_heading(name)) return Role::preface_heading;
    if (name == "blockquote")
      return contains(lower(preface_heading_), "summary") ? Role::summary : Role::notes;
    return Role::none;
  }
  if (id == "chapters" || name == "article" || name == "main" || attributes.get("role") == "main")
    return Role::content;
  if (name == "h1" && heading_.empty()) return Role::heading;
  return Role::none;
}

bool WebPage::is_in(Role role) const {
  return std::find(open_.begin(), open_.end(), role) != open_.end();
}

void WebPage::note_link(std::string_view href) {
  if (work_url_.empty() && is_in(Role::preface)) work_url_ = url_of_work(href);
}

void WebPage::note_meta(const HtmlAttributes& attributes) {
  std::string_view name = attributes.get("name");
  if (name.empty()) name = attributes.get("property");
  const std::string_view content = attributes.get("content");
  if (!name.empty() && !content.empty()) metas_.emplace_back(lower(name), std::string(content));
}

// Where text that is here goes besides the text of the page; null if nowhere.
std::string* WebPage::target() {
  for (auto role = open_.rbegin(); role != open_.rend(); ++role) {
    if (*role == Role::title) return &title_;
    if (*role == Role::heading) return &heading_;
    if (*role == Role::author) return &author_;
    if (*role == Role::preface_heading) return &preface_heading_;
  }
  return nullptr;
}

Work WebPage::take_work() {
  Work work;
  std::vector<std::pair<Meta, std::string>> facts;
  for (const auto& [name, content] : metas_) {
    if (name == "keywords" || name == "article:tag" || name == "dc.subject")
      for (const std::string& tag : split_names(content, ",")) add_tag(work, Facet::freeform, tag);
    for (const MetaName& known : kMetaNames)
      if (name == known.name) facts.emplace_back(known.meta, content);
  }
  const auto fact = [&](Meta meta) -> std::string {
    for (const auto& [kind, content] : facts)
      if (kind == meta) return collapsed(content);
    return {};
  };
  for (const std::string& name : authors_) add_name(work.authors, name, "authors");
  if (work.authors.empty()) add_name(work.authors, without_by(byline_), "authors");
  for (const auto& [kind, content] : facts)
    if (kind == Meta::author && !is_web_address(content))
      add_name(work.authors, content, "authors");
  work.summary = summary_.take_text();
  if (work.summary.empty()) work.summary = fact(Meta::summary);
  work.language = name_field(language_.empty() ? fact(Meta::language) : language_, "language");
  work.published = parse_loose_date(fact(Meta::published));
  work.updated = parse_loose_date(fact(Meta::updated));
  work.rating = rating_of_label(fact(Meta::rating));
  tags_.add_to(work);
  const std::string heading = collapsed(heading_);
  const std::string title = fact(Meta::title).empty() ? collapsed(title_) : fact(Meta::title);
  work.title = has_tags() && !heading.empty() ? heading : title.empty() ? heading : title;
  for (const std::string& url : {work_url_, collapsed(canonical_url_), fact(Meta::url)})
    if (work.url.empty() && is_web_address(url)) work.url = url;
  add_extra(work, "license", fact(Meta::license));
  add_extra(work, "notes", notes_.take_text());
  return work;
}

}  // namespace ficsearch::ingest
