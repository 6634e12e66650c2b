// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/random_archive.h"

namespace ficsearch::test {
namespace {

const std::vector<std::string> kTags{
    "NTR",         "ntr",         "ＮＴＲ",         "N.T.R",       "寝取られ",     "ねとられ",
    "ネトラレ",    "ﾈﾄﾗﾚ",        "netorare",       "netori",      "寝取り",       "ネトリ",
    "netorase",    "寝取らせ",    "ねとらせ",       "NTRなし",     "no NTR",       "純愛",
    "yandere",     "ヤンデレ",    "ツンデレ",       "Tsundere",    "slow burn",    "Slow-Burn",
    "slowburn",    "異世界",      "異世界転生",     "isekai",      "魔王",         "maou",
    "魔法",        "竜殺し",      "Dragon Country", "entry level", "知られざる札", "しられざる札",
    "Unheard Tag", "unheard-tag", "百合",           "Fate/Zero",   "A/B",          "A & B",
    "A×B",         "饗宴",        "きょうえん",     "キョウエン",  "kyouen",       "N〇R",
    "売り上げ",    "売上",        "けいおん!",      "けいおん!!",  "k-on!"};
const std::vector<std::string> kWords{
    "country", "entry",    "slow",     "burn", "dragon", "NTR",    "netorare", "寝取られ", "竜",
    "魔王",    "が来る",   "少年",     "少女", "の冒険", "ＮＴＲ", "don't",    "1.5",      "、",
    "!",       "ラーメン", "ﾗｰﾒﾝ",     "純愛", "R-18",   "café",   "なし",     "要素あり", "no",
    "without", "or",       "寝〇られ", "N*R",  "・",     "。",     "鬼",       "寝取り",   "無"};
const std::vector<std::string> kAuthors{"Aya Mori", "森 彩", "夏目漱石", "Robin Hale"};
const std::vector<Facet> kTagFacets{Facet::freeform, Facet::freeform,  Facet::freeform,
                                    Facet::freeform, Facet::trope,     Facet::genre,
                                    Facet::fandom,   Facet::character, Facet::relationship};
const std::vector<std::string> kRatings{"general", "teen", "mature", "explicit", "", "PG"};
const std::vector<std::string> kTextFields{"title", "summary", "body", "text"};
const std::vector<std::string> kLanguages{"ja", "en", "zh-Hans", ""};
const std::vector<std::string> kSorts{
    "updated",   "updated:asc",   "published", "published:asc", "words",    "words:asc",
    "kudos",     "kudos:asc",     "hits",      "hits:asc",      "comments", "comments:asc",
    "bookmarks", "bookmarks:asc", "rating",    "rating:asc",    "title",    "title:asc",
    "relevance", "relevance",     "relevance"};
// Entries about facets that works have without tags, or by what their tags bring along.
const std::vector<FilterItem> kOtherItems{
    {Facet::advisory, "betrayal"},    {Facet::advisory, "humiliation"},
    {Facet::perspective, "betrayed"}, {Facet::author, "森 彩"},
    {Facet::author, "Aya Mori"},      {Facet::language, "ja"},
    {Facet::rating, "teen"},          {Facet::rating, "unrated"},
    {Facet::status, "complete"},      {Facet::trope, "partner-taking"},
    {Facet::trope, "netorare"},       {Facet::freeform, "unheard tag"},
    {std::nullopt, "slow-burn"},      {Facet::series, "Dragon Country"}};
const std::vector<std::string> kTargets{"netorare",  "netori", "netorase", "yandere",
                                        "slow-burn", "isekai", "betrayal"};

}  // namespace

std::string RandomArchive::phrase(std::size_t most_words) {
  std::string text;
  for (std::size_t left = 1 + below(most_words); left > 0; --left) {
    text += pick(kWords);
    if (!one_in(3)) text += ' ';
  }
  return text;
}

Tag RandomArchive::tag() {
  Tag tag{pick(kTagFacets), pick(kTags), 0, 0};
  if (one_in(5)) tag.spoiler = static_cast<std::uint8_t>(1 + below(2));
  if (one_in(4)) tag.strength = static_cast<std::uint8_t>(1 + below(3));
  return tag;
}

Work RandomArchive::work(std::size_t number) {
  Work work;
  work.id = "w" + std::to_string(number);
  work.title = phrase(4);
  if (one_in(4)) work.titles = {{"ja", {phrase(3)}}};
  for (std::size_t left = below(3); left > 0; --left) work.authors.push_back(pick(kAuthors));
  if (!one_in(3)) work.summary = phrase(8);
  work.language = pick(kLanguages);
  work.rating = pick(kRatings);
  if (one_in(2)) work.status = "complete";
  const auto number_up_to = [&](std::size_t bound) {
    return static_cast<std::uint32_t>(below(bound));
  };
  if (!one_in(4)) work.words = number_up_to(5) * 10000;
  if (!one_in(4)) work.kudos = number_up_to(6);
  if (!one_in(4)) work.hits = number_up_to(3);
  if (!one_in(4)) work.updated = static_cast<std::int64_t>(number_up_to(9)) * 86400 - 300000;
  if (one_in(3)) work.comments = number_up_to(3) * 2000000000U;
  if (one_in(3)) work.bookmarks = number_up_to(40);
  if (one_in(8)) work.series = {"Dragon Country"};
  if (!one_in(4)) work.published = static_cast<std::int64_t>(number_up_to(9)) * 86400;
  // Too far from the others for 32 bits.
  if (one_in(200)) work.published = one_in(2) ? -60000000000 : 250000000000;
  for (std::size_t left = below(5); left > 0; --left) work.tags.push_back(tag());
  if (one_in(3)) work.text = phrase(12);
  for (std::size_t left = one_in(3) ? 1 + below(2) : 0; left > 0; --left) {
    Part part;
    part.id = "r" + std::to_string(left);
    part.kind = "route";
    part.title = phrase(2);
    part.main = one_in(2);
    for (std::size_t tags = below(3); tags > 0; --tags) part.tags.push_back(tag());
    work.parts.push_back(std::move(part));
  }
  return work;
}

std::vector<Work> RandomArchive::works(std::size_t count) {
  std::vector<Work> works;
  for (std::size_t number = 0; number < count; ++number) works.push_back(work(number));
  return works;
}

FilterItem RandomArchive::item() {
  if (one_in(6)) return pick(kOtherItems);
  FilterItem item{std::nullopt, pick(kTags), Match::concept_};
  if (one_in(8)) item.value = "partner-taking";
  if (one_in(8)) item.value = phrase(1) + "x";
  if (one_in(3)) item.facet = pick(kTagFacets);
  if (one_in(6)) item.match = Match::written;
  return item;
}

std::string RandomArchive::clause(int depth) {
  switch (below(depth > 0 ? 10 : 7)) {
    case 0:
      return pick(kWords);
    case 1:
      return "\"" + phrase(2) + "\"";
    case 2:
      return "tag:\"" + pick(kTags) + "\"";
    case 3:
      return "trope:\"" + pick(kTags) + "\"";
    case 4:
      return one_in(2) ? "words:>=10k" : "kudos:2..4";
    case 5:
      return one_in(2) ? "rating:<=teen" : "neto*";
    case 6:
      return pick(kTextFields) + ":\"" + phrase(2) + "\"";
    case 7:
      return "(" + clause(depth - 1) + " OR " + clause(depth - 1) + ")";
    case 8:
      return "(" + clause(depth - 1) + " " + clause(depth - 1) + ")";
    default:
      return "-(" + clause(depth - 1) + ")";
  }
}

std::string RandomArchive::query() {
  std::string query;
  for (std::size_t left = below(3); left > 0; --left) query += (one_in(3) ? " -" : " ") + clause(2);
  return query;
}

SearchRequest RandomArchive::request() {
  SearchRequest request;
  request.query = query();
  if (one_in(6)) request.filter = clause(1);
  if (one_in(3)) request.include.push_back(item());
  const std::size_t excludes = one_in(8) ? 10 + below(30) : below(4);
  for (std::size_t left = excludes; left > 0; --left) request.exclude.push_back(item());
  if (one_in(8)) request.max_rating = Rating::teen;
  if (one_in(8)) request.languages = {pick(kLanguages)};
  if (!request.languages.empty() && request.languages.front().empty()) request.languages.clear();
  for (const Facet facet : kAllFacets)
    if (one_in(6)) request.facets.push_back(facet);
  request.facet_limit = one_in(3) ? 0 : 1 + below(6);
  if (one_in(3)) request.facet_counts = FacetCounts::closure;
  request.sort = {parse_sort_key(pick(kSorts))};
  if (const SortKey second = parse_sort_key(pick(kSorts));
      one_in(3) && second.field != request.sort.front().field)
    request.sort.push_back(second);
  if (one_in(6)) {  // what posting lists of words answer alone
    request.query = "text:\"" + pick(kWords) + "\" text:\"" + pick(kWords) + "\"";
    request.sort = {parse_sort_key("relevance")};
  }
  if (one_in(4)) request.spoilers = Spoilers::all;
  if (one_in(4)) request.part_scope = PartScope::main;
  if (one_in(3)) request.mentions = Mentions::exclude;
  if (one_in(4)) request.profile = one_in(8) ? "nobody's" : "mine";
  if (!request.profile) request.without_profile = one_in(3);
  request.limit = std::nullopt;
  if (!one_in(4)) {
    request.limit = below(12);
    request.offset = one_in(2) ? 0 : below(20);
  }
  return request;
}

Profile RandomArchive::profile() {
  Profile profile;
  if (one_in(4)) profile.include.push_back(item());
  const std::size_t excludes = one_in(4) ? 10 + below(30) : 1 + below(3);
  for (std::size_t left = excludes; left > 0; --left) profile.exclude.push_back(item());
  if (one_in(6)) profile.max_rating = Rating::mature;
  if (one_in(8)) profile.languages = {"ja", "en"};
  if (one_in(4)) profile.mentions = Mentions::exclude;
  return profile;
}

SearchRequest RandomArchive::varied(SearchRequest request) {
  if (one_in(2))
    request.part_scope = request.part_scope == PartScope::any ? PartScope::main : PartScope::any;
  else
    request.spoilers = request.spoilers == Spoilers::none ? Spoilers::all : Spoilers::none;
  if (one_in(4))
    request.mentions = request.mentions == Mentions::ignore ? Mentions::exclude : Mentions::ignore;
  return request;
}

std::string RandomArchive::vocabulary() {
  std::string lines;
  for (std::size_t left = 1 + below(4); left > 0; --left)
    lines += pick(kTags) + "\t" + pick(kTargets) + "\n";
  return lines;
}

}  // namespace ficsearch::test
