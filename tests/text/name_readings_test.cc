// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/name_readings.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "text/lossy_key.h"
#include "text/name_parts.h"
#include "text/reading_key.h"

namespace ficsearch::text {
namespace {

using Readings = std::vector<std::string>;

constexpr const char* kEnamdict =
    "　？？？ /ENAMDICT/\n"
    "山崎 [やまさき] /(p,s) Yamasaki/\n"
    "山崎 [やまざき] /(s) Yamazaki/\n"
    "山 [やま] /(s,f) Yama/\n"
    "巌 [いわお] /(g,m) Iwao/\n"
    "崎巌 [さきいわ] /(m) Sakiiwa/\n"
    "源 [みなもと] /(s) Minamoto/\n"
    "頼朝 [よりとも] /(m) Yoritomo/\n"
    "源頼朝 [みなもとのよりとも] /(h) Minamoto no Yoritomo/\n"
    "東京 [とうきょう] /(p) Tokyo/\n"
    "マリア [まりあ] /(f) Maria/\n";

TEST_CASE("name parts: surnames and given names with kanji, nothing else", "[text]") {
  const WordReadings parts = name_parts(kEnamdict);
  CHECK(parts.at("S山崎") == Readings{"やまさき", "やまざき"});
  CHECK(parts.at("S山") == Readings{"やま"});
  CHECK(parts.at("G山") == Readings{"やま"});
  const auto is_name = [](const auto& part) {
    return part.first.front() == kSurname || part.first.front() == kGivenName;
  };
  CHECK(std::count_if(parts.begin(), parts.end(), is_name) == 7);
}

TEST_CASE("name sounds: without lengths, surnames and given names apart", "[text]") {
  const ReadingTable parts(
      to_table(name_parts("高梨 [たかなし] /(s) Takanashi/\n"
                          "大井 [おおい] /(s) Ooi/\n"
                          "祐太 [ゆうた] /(m) Yuuta/\n"
                          "恵子 [けいこ] /(f) Keiko/\n"
                          "千鶴 [ちづる] /(f) Chizuru/\n")));
  for (const char* surname : {"たかなし", "おい"}) {
    CAPTURE(surname);
    CHECK(is_name_sound(parts, NamePart::surname, surname));
    CHECK(!is_name_sound(parts, NamePart::given_name, surname));
  }
  for (const char* given : {"ゆうた", "けいこ", "ちづる"}) {
    CAPTURE(given);
    CHECK(is_name_sound(parts, NamePart::given_name, lossy_key(reading_key(given))));
    CHECK(!is_name_sound(parts, NamePart::surname, lossy_key(reading_key(given))));
  }
}

TEST_CASE("name readings: each surname with each given name", "[text]") {
  const ReadingTable parts(to_table(name_parts(kEnamdict)));
  CHECK(name_readings(parts, "山崎巌") ==
        Readings{"やまさきいわ", "やまさきいわお", "やまざきいわお"});
  CHECK(name_readings(parts, "源頼朝") == Readings{"みなもとのよりとも", "みなもとよりとも"});
  CHECK(name_readings(parts, "山崎") == Readings{});
  CHECK(name_readings(parts, "東京巌") == Readings{});
  CHECK(name_readings(parts, "") == Readings{});
}

TEST_CASE("name readings: one name by itself, a place first", "[text]") {
  const ReadingTable parts(to_table(name_parts(kEnamdict)));
  CHECK(readings_of_name(parts, "山崎") == Readings{"やまさき", "やまざき"});
  CHECK(readings_of_name(parts, "東京") == Readings{"とうきょう"});
  CHECK(readings_of_name(parts, "頼朝") == Readings{"よりとも"});
  CHECK(readings_of_name(parts, "源頼朝") == Readings{});
}

TEST_CASE("name readings: none rather than some of too many", "[text]") {
  WordReadings parts;
  for (int i = 0; i < 10; ++i) {
    parts["S一"].push_back("い" + std::to_string(i));
    parts["G二"].push_back("に" + std::to_string(i));
  }
  CHECK(name_readings(ReadingTable(to_table(parts)), "一二") == Readings{});
  parts["G二"].resize(9);
  CHECK(name_readings(ReadingTable(to_table(parts)), "一二").size() == 90);
}

}  // namespace
}  // namespace ficsearch::text
