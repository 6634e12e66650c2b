// SPDX-License-Identifier: GPL-3.0-or-later
#include "tags/mentions.h"

#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "support/rows.h"
#include "text/keys.h"

namespace ficsearch::tags {
namespace {

const MentionFinder& finder() {
  static const MentionFinder finder = [] {
    const std::array sources{
        DictionarySource{"mentions.toml", test::read_data("tags/mentions.toml")}};
    return MentionFinder(std::make_shared<const Dictionary>(Dictionary::parse(sources)));
  }();
  return finder;
}

std::string said_in(std::string_view text) {
  std::string said;
  for (const Mention& mention : finder().find(text)) {
    if (!said.empty()) said += ' ';
    said += finder().dictionary()[mention.target].id;
    said += ':';
    said += to_string(mention.polarity);
  }
  return said;
}

std::string joined(const std::vector<std::string>& pieces) {
  std::string text;
  for (const std::string& piece : pieces) text += piece;
  return text;
}

// Texts in which spellings, cues and separators meet in any order.
rc::Gen<std::string> any_statement() {
  const std::vector<std::string> pieces{
      "NTR",   "netorare", "寝取られ", "ネトリ", "浮気", "cheating", "鬱展開", "ハーレム",
      "无NTR", "なし",     "あり",     "無",     "注意", "要素",     "は",     "の",
      "や",    "ではない", "かも",     "ルート", "没有", "no",       "not",    "without",
      "or",    "and",      "free",     "・",     "、",   "。",       "（",     "）",
      ", ",    ". ",       "?",        "-",      " ",    "\n",       "word",   "〇",
      "N*R",   "A",        "語",       "が来る", "é"};
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces)),
                      joined);
}

// The same text as an author writes it who hides from filters: each character followed by an
// invisible one, and ASCII letters in full width.
std::string disguised(const std::string& text) {
  std::string hidden;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = base::next_code_point(text, at);
    const bool is_letter = (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
    base::append_code_point(hidden, is_letter ? c + (U'ａ' - U'a') : c);
    if (c > U' ' && c != U'.') base::append_code_point(hidden, 0x200B);
  }
  return hidden;
}

bool is_border(std::string_view text, std::size_t offset) {
  return offset == text.size() || (static_cast<unsigned char>(text[offset]) & 0xC0) != 0x80;
}

TEST_CASE("mentions: a text announces, denies or names concepts", "[tags]") {
  for (const test::Row& row : test::read_rows("tags/mentions.tsv"))
    DYNAMIC_SECTION(row["text"] << ": " << row["why"]) {
      CHECK(said_in(row["text"]) == row["mentions"]);
    }
}

TEST_CASE("mentions: a range covers the spelling as written", "[tags]") {
  const std::string text = "この話にＮ.Ｔ.Ｒ要素なし";
  const std::vector<Mention> mentions = finder().find(text);
  REQUIRE(mentions.size() == 2);
  const text::ByteRange range = mentions[0].range;
  CHECK(text.substr(range.begin, range.end - range.begin) == "Ｎ.Ｔ.Ｒ");
  CHECK(mentions[0].polarity == Polarity::absent);
}

TEST_CASE("mentions: an absence that no concept stands for is still one", "[tags]") {
  CHECK(said_in("ハーレムなし") == "harem:absent");
  CHECK_FALSE(finder().dictionary().resolve(text::fold_key("ハーレムなし"), std::nullopt));
}

TEST_CASE("mentions: ranges are ordered and lie on character borders", "[tags]") {
  rc::prop("in any statement", [] {
    const std::string text = *any_statement();
    std::size_t begin = 0;
    for (const Mention& mention : finder().find(text)) {
      RC_ASSERT(mention.range.begin >= begin);
      RC_ASSERT(mention.range.begin < mention.range.end);
      RC_ASSERT(mention.range.end <= text.size());
      RC_ASSERT(is_border(text, mention.range.begin) && is_border(text, mention.range.end));
      begin = mention.range.begin;
    }
  });
}

TEST_CASE("mentions: disguises change nothing", "[tags]") {
  rc::prop("in any statement", [] {
    const std::string text = *any_statement();
    RC_ASSERT(said_in(disguised(text)) == said_in(text));
  });
}

TEST_CASE("mentions: only concepts are mentioned of which a spelling is there", "[tags]") {
  rc::prop("in any statement", [] {
    std::string text = *any_statement();
    // Behind a mark a spelling is there without its key.
    std::erase_if(text, [](char c) { return c == '*'; });
    RC_PRE(text.find("〇") == std::string::npos);
    const std::string key = text::fold_key(text);
    for (const Mention& mention : finder().find(text)) {
      const auto keys = finder().dictionary().alias_keys(mention.target);
      RC_ASSERT(std::any_of(keys.begin(), keys.end(), [&](const std::string& spelling) {
        return key.find(spelling) != std::string::npos;
      }));
    }
  });
}

}  // namespace
}  // namespace ficsearch::tags
