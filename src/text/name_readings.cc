// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/name_readings.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/utf8.h"
#include "text/data_file.h"
#include "text/name_parts.h"

namespace ficsearch::text {
namespace {

constexpr std::array<std::string_view, 14> kClans{"源",   "平",   "橘",   "紀",   "藤原",
                                                  "菅原", "大江", "大伴", "蘇我", "物部",
                                                  "小野", "在原", "和気", "清原"};

bool is_clan(std::string_view surname) {
  return std::find(kClans.begin(), kClans.end(), surname) != kClans.end();
}

std::vector<std::string_view> find(const ReadingTable& parts, char part, std::string_view surface) {
  return parts.find(part + std::string(surface));
}

}  // namespace

std::vector<std::string> name_readings(const ReadingTable& parts, std::string_view surface) {
  std::set<std::string> readings;
  for (std::size_t border = 0; border < surface.size();) {
    base::next_code_point(surface, border);
    if (border == surface.size()) break;
    const std::string_view surname = surface.substr(0, border);
    const auto of_surname = find(parts, kSurname, surname);
    if (of_surname.empty()) continue;
    for (const std::string_view given : find(parts, kGivenName, surface.substr(border)))
      for (const std::string_view family : of_surname) {
        readings.insert(std::string(family).append(given));
        if (is_clan(surname)) readings.insert(std::string(family).append("の").append(given));
        if (readings.size() > kMaxNameReadings) return {};
      }
  }
  return {readings.begin(), readings.end()};
}

std::vector<std::string> readings_of_name(const ReadingTable& parts, std::string_view surface) {
  std::vector<std::string> readings;
  for (const char part : {kPlace, kSurname, kGivenName})
    for (const std::string_view reading : find(parts, part, surface))
      if (std::find(readings.begin(), readings.end(), reading) == readings.end())
        readings.emplace_back(reading);
  return readings;
}

bool is_name_sound(const ReadingTable& parts, NamePart part, std::string_view sound) {
  return !find(parts, part == NamePart::surname ? kSurnameSound : kGivenNameSound, sound).empty();
}

const ReadingTable& installed_name_parts() {
#ifdef FICSEARCH_ENAMDICT_HASH
  static const ReadingTable table =
      ReadingTable::load(data_file("names-" FICSEARCH_ENAMDICT_HASH ".tsv"));
#else
  static const ReadingTable table;
#endif
  return table;
}

}  // namespace ficsearch::text
