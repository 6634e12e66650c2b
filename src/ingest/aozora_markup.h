// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "ficsearch/work.h"
#include "text/jisx0213.h"

namespace ficsearch::ingest {

// Turns lines of Aozora Bunko markup into plain text and collects their readings.
//
//   ｜base《reading》, base《reading》  the base; both go to readings()
//   ※［＃…］                            the character that the note describes, 〓 if it has no code
//   ［＃…］                              nothing: layout, emphasis, editors' remarks
//   〔cafe'〕                            café
//   ／＼, ／″＼                          〱, 〲
// What only looks like markup (a bracket never closed, 《 without a base) stays as it is.
class AozoraMarkup {
 public:
  // The plain text of one line; nullopt if the line held nothing but notes.
  std::optional<std::string> plain_line(std::string_view line);

  // What the lines so far had as ruby: each pair once, in order of appearance.
  const std::vector<Reading>& readings() const noexcept { return readings_; }

 private:
  struct Output;

  std::size_t take_ruby(std::string_view line, Output& output);
  std::size_t take_base_start(std::string_view line, Output& output) const;
  std::size_t take_note(std::string_view line, Output& output) const;
  std::size_t take_character(std::string_view line, std::string& plain) const;
  std::string characters(std::string_view text) const;
  std::string described_character(std::string_view note) const;
  void add_reading(std::string surface, std::string kana);

  text::Jisx0213 jisx0213_;
  std::vector<Reading> readings_;
  std::unordered_set<std::string> seen_;  // surface, NUL, kana
};

}  // namespace ficsearch::ingest
