// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/comic_info.h"

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "ficsearch/error.h"
#include "ingest/page_text.h"
#include "ingest/rating_label.h"
#include "ingest/tag_column.h"
#include "ingest/white_space.h"
#include "ingest/work_fields.h"

namespace ficsearch::ingest {
namespace {

// Lists are texts with commas.
constexpr std::string_view kSeparator = ",";

constexpr std::array kTagElements{
    std::pair{"Genre", Facet::genre},          std::pair{"Tags", Facet::freeform},
    std::pair{"Characters", Facet::character}, std::pair{"MainCharacterOrTeam", Facet::character},
    std::pair{"Teams", Facet::character},      std::pair{"Locations", Facet::freeform},
};
constexpr std::array<std::string_view, 7> kPeople{"Penciller",   "Inker",  "Colorist",  "Letterer",
                                                  "CoverArtist", "Editor", "Translator"};
// Elements that set_* below read, or that say nothing of the work.
constexpr std::array<std::string_view, 16> kRead{
    "Title", "Series", "StoryArc",  "SeriesGroup", "Writer", "Summary", "LanguageISO", "Manga",
    "Web",   "Year",   "AgeRating", "Month",       "Day",    "GTIN",    "Pages",       "PageCount"};

class Info {
 public:
  explicit Info(const XmlElement& root) : root_(root) {}

  std::string operator[](std::string_view name) const {
    const XmlElement* const element = root_.child(name);
    return element == nullptr ? std::string() : collapsed(element->text);
  }
  // Of every element of this name: a list that comes twice must not lose a tag.
  std::vector<std::string> list(std::string_view name) const {
    std::vector<std::string> names;
    for (const XmlElement& element : elements())
      if (element.name == name)
        for (std::string& one : split_names(collapsed(element.text), kSeparator))
          names.push_back(std::move(one));
    return names;
  }
  const std::vector<XmlElement>& elements() const noexcept { return root_.children; }

 private:
  const XmlElement& root_;
};

std::string two_digits(const std::string& number) {
  return number.size() == 1 ? '0' + number : number;
}

void set_title(Work& work, const Info& info) {
  work.title = info["Title"];
  if (!work.title.empty() || info["Series"].empty()) return;
  work.title = info["Series"];
  if (!info["Number"].empty()) work.title += " " + info["Number"];
}

void set_people(Work& work, const Info& info) {
  for (const std::string& writer : info.list("Writer")) add_name(work.authors, writer, "authors");
  std::vector<std::string> contributors;
  for (const std::string_view role : kPeople)
    for (const std::string& person : info.list(role))
      contributors.push_back(person + " (" + std::string(role) + ')');
  add_extra(work, "contributors", contributors);
}

void set_series(Work& work, const Info& info) {
  add_name(work.series, info["Series"], "series");
  for (const std::string& arc : info.list("StoryArc")) add_name(work.series, arc, "series");
  for (const std::string& group : info.list("SeriesGroup"))
    add_name(work.collections, group, "collections");
}

void set_date(Work& work, const Info& info) {
  std::string date = info["Year"];
  for (const char* part : {"Month", "Day"}) {
    if (info[part].empty()) break;
    date += '-' + two_digits(info[part]);
  }
  work.published = parse_loose_date(date);
}

void set_medium(Work& work, const Info& info) {
  const std::string manga = info["Manga"];
  work.medium = manga.starts_with("Yes") ? "manga" : "comic";
}

void keep_rest(Work& work, const Info& info) {
  std::vector<std::string_view> read(kRead.begin(), kRead.end());
  for (const auto& [name, facet] : kTagElements) read.push_back(name);
  read.insert(read.end(), kPeople.begin(), kPeople.end());
  for (const XmlElement& element : info.elements()) {
    if (std::find(read.begin(), read.end(), element.name) != read.end()) continue;
    read.push_back(element.name);
    std::string key = element.name;
    std::transform(key.begin(), key.end(), key.begin(), base::ascii_lower);
    if (is_called_like_tags(key))
      throw Error(ErrorCode::bad_xml,
                  "the element <" + element.name +
                      "> is called as if it held tags, but is none of ComicInfo.xml",
                  {}, "call it Genre, Tags, Characters or as the standard has it");
    add_extra(work, key, collapsed(element.text));
  }
}

}  // namespace

Work read_comic_info(const XmlElement& root) {
  if (root.name != "ComicInfo")
    throw Error(ErrorCode::bad_xml, "ComicInfo.xml is a <" + root.name + '>');
  const Info info(root);
  Work work;
  if (!info["GTIN"].empty()) work.id = name_field("gtin:" + info["GTIN"], "id");
  set_title(work, info);
  set_people(work, info);
  set_series(work, info);
  set_date(work, info);
  set_medium(work, info);
  work.summary = text_of_html(info["Summary"]);
  work.language = name_field(info["LanguageISO"], "language");
  work.rating = rating_of_label(info["AgeRating"]);
  const std::vector<std::string> urls = split_names(info["Web"], " ");
  if (!urls.empty()) work.url = urls.front();
  for (const auto& [name, facet] : kTagElements)
    for (const std::string& tag : info.list(name)) add_tag(work, facet, tag);
  keep_rest(work, info);
  return work;
}

}  // namespace ficsearch::ingest
