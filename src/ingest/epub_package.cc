// SPDX-License-Identifier: GPL-3.0-or-later
// EPUB 2 says what kind of title, person or date an element is in attributes (opf:role="aut"),
// EPUB 3 in refinements, elements that point at its id:
//
//   <dc:creator id="a">Lena Ito</dc:creator>
//   <meta refines="#a" property="role" scheme="marc:relators">aut</meta>
#include "ingest/epub_package.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "ficsearch/error.h"
#include "ingest/page_text.h"
#include "ingest/white_space.h"
#include "ingest/work_fields.h"

namespace ficsearch::ingest {
namespace {

constexpr std::array<std::string_view, 5> kPageTypes{
    "application/xhtml+xml", "text/html", "text/x-oeb1-document", "application/xml", "text/xml"};
constexpr std::array<std::string_view, 3> kGuideTypesLeftOut{"cover", "toc", "copyright-page"};

// The property of a meta without its prefix: "belongs-to-collection", "wordCount".
std::string_view local_property(std::string_view property) {
  return property.substr(property.rfind(':') + 1);
}

class Metadata {
 public:
  explicit Metadata(const XmlElement& metadata) { collect(metadata); }

  // Elements of that name in their order.
  std::vector<const XmlElement*> all(std::string_view name) const {
    std::vector<const XmlElement*> found;
    for (const XmlElement* element : elements_)
      if (element->name == name) found.push_back(element);
    return found;
  }

  // Texts of the metas of EPUB 3 with that property that refine nothing, and of the metas of EPUB 2
  // with that name.
  std::vector<const XmlElement*> metas(std::string_view property) const {
    std::vector<const XmlElement*> found;
    for (const XmlElement* meta : all("meta"))
      if (meta->attribute("refines").empty() &&
          (meta->attribute("property") == property || meta->attribute("name") == property))
        found.push_back(meta);
    return found;
  }

  std::string meta(std::string_view property) const {
    const auto found = metas(property);
    if (found.empty()) return {};
    return collapsed(found.front()->attribute("property").empty()
                         ? found.front()->attribute("content")
                         : std::string_view(found.front()->text));
  }

  // The refinements of `element` with that property; else the attribute of EPUB 2 of that name.
  std::vector<const XmlElement*> refinements(const XmlElement& element,
                                             std::string_view property) const {
    std::vector<const XmlElement*> found;
    const auto refining = refining_.find(element.attribute("id"));
    if (refining == refining_.end()) return found;
    for (const XmlElement* meta : refining->second)
      if (local_property(meta->attribute("property")) == property) found.push_back(meta);
    return found;
  }

  std::string refinement(const XmlElement& element, std::string_view property) const {
    const auto found = refinements(element, property);
    return collapsed(found.empty() ? element.attribute(property)
                                   : std::string_view(found.front()->text));
  }

 private:
  // EPUB 2 may put them into dc-metadata and x-metadata.
  void collect(const XmlElement& parent) {
    for (const XmlElement& element : parent.children) {
      if (element.name == "dc-metadata" || element.name == "x-metadata")
        collect(element);
      else
        add(element);
    }
  }

  void add(const XmlElement& element) {
    elements_.push_back(&element);
    const std::string_view target = element.attribute("refines");
    if (element.name == "meta" && target.starts_with('#'))
      refining_[target.substr(1)].push_back(&element);
  }

  std::vector<const XmlElement*> elements_;
  std::map<std::string_view, std::vector<const XmlElement*>> refining_;  // by the id they point at
};

const XmlElement& required(const XmlElement& parent, std::string_view name) {
  if (const XmlElement* found = parent.child(name)) return *found;
  throw Error(ErrorCode::bad_xml, "the package document has no <" + std::string(name) + '>');
}

void set_id(Work& work, const Metadata& metadata, std::string_view unique_id) {
  const std::vector<const XmlElement*> identifiers = metadata.all("identifier");
  std::vector<std::string> others;
  for (const XmlElement* identifier : identifiers)
    if (!unique_id.empty() && identifier->attribute("id") == unique_id)
      work.id = name_field(identifier->text, "identifier");
  for (const XmlElement* identifier : identifiers) {
    const std::string id = name_field(identifier->text, "identifier");
    if (work.id.empty()) work.id = id;
    if (work.url.empty() && (id.starts_with("https://") || id.starts_with("http://")))
      work.url = id;
    if (id != work.id) others.push_back(id);
  }
  add_extra(work, "identifiers", others);
}

void set_titles(Work& work, const Metadata& metadata, std::string_view package_language) {
  const std::vector<const XmlElement*> titles = metadata.all("title");
  const auto type_of = [&](const XmlElement* title) {
    return metadata.refinement(*title, "title-type");
  };
  const auto is_main = [&](const XmlElement* title) { return type_of(title) == "main"; };
  const auto main = std::find_if(titles.begin(), titles.end(), is_main);
  const XmlElement* const chosen = main != titles.end() ? *main
                                   : titles.empty()     ? nullptr
                                                        : titles.front();
  if (chosen == nullptr) return;
  work.title = collapsed(chosen->text);
  for (const XmlElement* title : titles) {
    const std::string type = type_of(title);
    const std::string_view language = title->attribute("lang");
    if (type == "collection")
      add_name(work.series, title->text, "series");
    else if (title != chosen)
      add_title(work, std::string(language.empty() ? package_language : language), title->text);
    for (const XmlElement* other : metadata.refinements(*title, "alternate-script"))
      add_title(work, std::string(other->attribute("lang")), other->text);
  }
}

bool is_author(const Metadata& metadata, const XmlElement& creator) {
  std::vector<std::string> roles;
  for (const XmlElement* role : metadata.refinements(creator, "role"))
    roles.push_back(collapsed(role->text));
  if (roles.empty() && !creator.attribute("role").empty())
    roles.push_back(collapsed(creator.attribute("role")));
  return roles.empty() || std::find(roles.begin(), roles.end(), "aut") != roles.end() ||
         std::find(roles.begin(), roles.end(), "cre") != roles.end();
}

// Creators in the order of display-seq, those without one behind in the order of the document.
std::vector<const XmlElement*> creators_in_order(const Metadata& metadata) {
  std::vector<std::pair<std::uint32_t, const XmlElement*>> ranked;
  for (const XmlElement* creator : metadata.all("creator")) {
    const auto rank = parse_count(metadata.refinement(*creator, "display-seq"));
    ranked.emplace_back(rank.value_or(UINT32_MAX), creator);
  }
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<const XmlElement*> creators;
  for (const auto& [rank, creator] : ranked) creators.push_back(creator);
  return creators;
}

// "Joseph Stäck (art)"
std::string contributor(const Metadata& metadata, const XmlElement& person) {
  const std::string role = metadata.refinement(person, "role");
  return collapsed(person.text) + (role.empty() ? "" : " (" + role + ')');
}

void set_people(Work& work, const Metadata& metadata) {
  std::vector<std::string> contributors;
  for (const XmlElement* creator : creators_in_order(metadata)) {
    if (!is_author(metadata, *creator)) {
      contributors.push_back(contributor(metadata, *creator));
      continue;
    }
    add_name(work.authors, creator->text, "authors");
    for (const XmlElement* other : metadata.refinements(*creator, "alternate-script"))
      add_name(work.authors, other->text, "authors");
  }
  for (const XmlElement* person : metadata.all("contributor"))
    contributors.push_back(contributor(metadata, *person));
  add_extra(work, "contributors", contributors);
}

void set_dates(Work& work, const Metadata& metadata) {
  for (const XmlElement* date : metadata.all("date")) {
    const std::string_view event = date->attribute("event");
    if (event == "modification")
      work.updated = parse_loose_date(date->text);
    else if (!work.published && event != "conversion" && event != "creation")
      work.published = parse_loose_date(date->text);
  }
  if (const auto modified = parse_loose_date(metadata.meta("dcterms:modified")))
    work.updated = modified;
}

void set_collections(Work& work, const Metadata& metadata) {
  for (const XmlElement* collection : metadata.metas("belongs-to-collection")) {
    const bool is_series = metadata.refinement(*collection, "collection-type") == "series";
    add_name(is_series ? work.series : work.collections, collection->text,
             is_series ? "series" : "collections");
  }
  add_name(work.series, metadata.meta("calibre:series"), "series");
}

// The pieces of `list` between `separator`, which is longer than a byte.
std::vector<std::string> split_at(std::string_view list, std::string_view separator) {
  std::vector<std::string> names;
  for (;;) {
    const std::size_t end = list.find(separator);
    names.emplace_back(list.substr(0, end));
    if (end == std::string_view::npos) return names;
    list.remove_prefix(end + separator.size());
  }
}

// The names in a book's subject. Where several are given, each is one heading, and a comma belongs
// to it ("Short stories, English"); where there is but one, it is a list if it has several
// separators ("Fantasy, NTR; Horror"), and what stands in it must be found. One separator tells
// nothing: "Holmes, Sherlock" and "Steins;Gate" are names. A heading of a vocabulary is never
// parted.
std::vector<std::string> subject_names(const Metadata& metadata, const XmlElement& subject,
                                       bool is_only) {
  constexpr std::string_view kListSeparator = "; ";
  const std::string text = collapsed(subject.text);
  if (!metadata.refinement(subject, "authority").empty()) return {text};
  const std::vector<std::string> entries = split_at(text, kListSeparator);
  const auto separators =
      std::count_if(text.begin(), text.end(), [](char c) { return c == ',' || c == ';'; });
  if (!is_only || separators < 2) return entries;
  if (entries.size() == 1 && text.find(',') == std::string::npos) return split_names(text, ";");
  std::vector<std::string> names;
  for (const std::string& entry : entries)
    for (std::string& name : split_names(entry, ",")) names.push_back(std::move(name));
  return names;
}

void set_tags(Work& work, const Metadata& metadata) {
  const std::vector<const XmlElement*> subjects = metadata.all("subject");
  for (const XmlElement* subject : subjects)
    for (const std::string& name : subject_names(metadata, *subject, subjects.size() == 1))
      add_tag(work, Facet::freeform, name);
  for (const XmlElement* genre : metadata.metas("schema:genre"))
    add_tag(work, Facet::genre, genre->text);
}

std::vector<std::string> texts_of(const std::vector<const XmlElement*>& elements) {
  std::vector<std::string> texts;
  for (const XmlElement* element : elements)
    if (std::string text = collapsed(element->text); !text.empty())
      texts.push_back(std::move(text));
  return texts;
}

void set_rest(Work& work, const Metadata& metadata) {
  std::vector<std::string> languages = texts_of(metadata.all("language"));
  if (!languages.empty()) {
    work.language = name_field(languages.front(), "language");
    languages.erase(languages.begin());
  }
  add_extra(work, "other_languages", languages);
  for (const XmlElement* description : metadata.all("description"))
    if (work.summary.empty()) work.summary = text_of_html(description->text);
  const std::vector<std::string> sources = texts_of(metadata.all("source"));
  for (const std::string& source : sources)
    if (work.url.empty() && (source.starts_with("https://") || source.starts_with("http://")))
      work.url = source;
  add_extra(work, "sources", sources);
  add_extra(work, "publisher", texts_of(metadata.all("publisher")));
  add_extra(work, "license", texts_of(metadata.all("rights")));
  for (const char* property : {"schema:wordCount", "se:word-count"})
    if (const auto words = parse_count(metadata.meta(property))) work.words = words;
}

using Manifest = std::map<std::string_view, const XmlElement*>;

Manifest manifest_of(const XmlElement& package) {
  Manifest manifest;
  for (const XmlElement& item : required(package, "manifest").children)
    if (item.name == "item") manifest.emplace(item.attribute("id"), &item);
  return manifest;
}

bool is_page(const XmlElement& item) {
  return std::find(kPageTypes.begin(), kPageTypes.end(), item.attribute("media-type")) !=
         kPageTypes.end();
}

bool is_navigation(const XmlElement& item) {
  return has_word(item.attribute("properties"), "nav");
}

// The item itself, or the first of its fallbacks that is a page of text; null if there is none.
const XmlElement* page_of(const Manifest& manifest, const XmlElement* item) {
  for (std::size_t steps = 0; item != nullptr && steps <= manifest.size(); ++steps) {
    const std::string_view type = item->attribute("media-type");
    const auto fallback = manifest.find(item->attribute("fallback"));
    // Other XML is text only if nothing better stands in for it.
    if (is_page(*item) && (type != "application/xml" && type != "text/xml")) return item;
    if (fallback == manifest.end()) return is_page(*item) ? item : nullptr;
    item = fallback->second;
  }
  return nullptr;
}

std::set<std::string> pages_left_out(const XmlElement& package, std::string_view path) {
  std::set<std::string> left_out;
  const XmlElement* const guide = package.child("guide");
  if (guide == nullptr) return left_out;
  for (const XmlElement& reference : guide->children)
    if (std::find(kGuideTypesLeftOut.begin(), kGuideTypesLeftOut.end(),
                  reference.attribute("type")) != kGuideTypesLeftOut.end())
      left_out.insert(resolve_href(path, reference.attribute("href")));
  return left_out;
}

std::vector<std::string> pages_of(const XmlElement& package, std::string_view path) {
  const Manifest manifest = manifest_of(package);
  std::set<std::string> seen = pages_left_out(package, path);
  std::vector<std::string> pages;
  for (const XmlElement& reference : required(package, "spine").children) {
    if (reference.name != "itemref") continue;
    const auto item = manifest.find(reference.attribute("idref"));
    if (item == manifest.end())
      throw Error(ErrorCode::bad_archive,
                  "the package has no item \"" +
                      std::string(reference.attribute("idref").substr(0, 80)) +
                      "\", which its spine names as a page");
    const XmlElement* const page = page_of(manifest, item->second);
    if (page == nullptr || is_navigation(*page)) continue;
    std::string member = resolve_href(path, page->attribute("href"));
    if (member.empty())
      throw Error(ErrorCode::bad_archive, "a page of the book leads out of it: " +
                                              std::string(page->attribute("href").substr(0, 80)));
    if (seen.insert(member).second) pages.push_back(std::move(member));
  }
  return pages;
}

std::optional<unsigned> hex_digit(char c) {
  if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a' + 10);
  if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A' + 10);
  return std::nullopt;
}

std::string percent_decoded(std::string_view text) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_escape = text[i] == '%' && i + 2 < text.size();
    const auto high = is_escape ? hex_digit(text[i + 1]) : std::nullopt;
    const auto low = is_escape ? hex_digit(text[i + 2]) : std::nullopt;
    if (high && low) {
      decoded += static_cast<char>(*high << 4 | *low);
      i += 2;
    } else {
      decoded += text[i];
    }
  }
  return decoded;
}

}  // namespace

EpubPackage read_epub_package(const XmlElement& package, std::string_view path) {
  if (package.name != "package")
    throw Error(ErrorCode::bad_xml, "the package document is a <" + package.name + '>');
  const Metadata metadata(required(package, "metadata"));
  EpubPackage result;
  Work& work = result.work;
  set_id(work, metadata, package.attribute("unique-identifier"));
  set_rest(work, metadata);
  const std::string_view language = package.attribute("lang");
  set_titles(work, metadata, language.empty() ? std::string_view(work.language) : language);
  set_people(work, metadata);
  set_dates(work, metadata);
  set_collections(work, metadata);
  set_tags(work, metadata);
  result.pages = pages_of(package, path);
  return result;
}

std::string resolve_href(std::string_view base, std::string_view href) {
  href = href.substr(0, href.find_first_of("#?"));
  const std::size_t colon = href.find(':');
  if (href.empty() || (colon != std::string_view::npos && colon < href.find('/'))) return {};
  if (href.starts_with("//")) return {};
  std::string path = percent_decoded(href);
  if (path.find('\0') != std::string::npos) return {};
  if (!path.starts_with('/')) path = std::string(base.substr(0, base.rfind('/') + 1)) + path;
  std::vector<std::string> folders;
  for (std::string_view rest = path; !rest.empty();) {
    const std::size_t end = std::min(rest.find('/'), rest.size());
    const std::string_view name = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (name == ".." && !folders.empty()) folders.pop_back();
    if (!name.empty() && name != "." && name != "..") folders.emplace_back(name);
  }
  std::string member;
  for (const std::string& name : folders) member += (member.empty() ? "" : "/") + name;
  return member;
}

}  // namespace ficsearch::ingest
