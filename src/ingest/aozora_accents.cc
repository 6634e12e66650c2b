// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/aozora_accents.h"

#include <array>
#include <cstddef>

#include "base/utf8.h"

namespace ficsearch::ingest {
namespace {

// A mark written after a letter, and what both are together: the nth of `accented` for the nth of
// `letters`. Only letters after which the mark means nothing else are here: c' is as likely to be
// the beginning of c'est, and d/ the middle of and/or.
struct Accent {
  char mark;
  std::string_view letters;
  std::u32string_view accented;
};

constexpr std::array kAccents{
    Accent{'`', "AEIOUaeiou", U"ÀÈÌÒÙàèìòù"},
    Accent{'\'', "AEIOUYaeiouy", U"ÁÉÍÓÚÝáéíóúý"},
    Accent{'^', "AEIOUaeiou", U"ÂÊÎÔÛâêîôû"},
    Accent{'~', "ANOano", U"ÃÑÕãñõ"},
    Accent{':', "AEIOUYaeiouy", U"ÄËÏÖÜŸäëïöüÿ"},
    Accent{'_', "AEIOUaeiou", U"ĀĒĪŌŪāēīōū"},
    Accent{',', "Cc", U"Çç"},
    Accent{'/', "Oo", U"Øø"},
    Accent{'&', "Asa", U"Åßå"},
};

// A comma or colon before a space, or at the end, is punctuation.
bool is_punctuation_here(char mark, std::string_view rest) {
  return (mark == ',' || mark == ':') && (rest.empty() || rest.front() == ' ');
}

std::optional<char32_t> find_letter(char letter, char mark) {
  for (const Accent& accent : kAccents) {
    const std::size_t i = accent.letters.find(letter);
    if (accent.mark == mark && i != std::string_view::npos) return accent.accented[i];
  }
  return std::nullopt;
}

std::optional<char32_t> find_ligature(std::string_view text) {
  if (text.starts_with("ae&")) return U'æ';
  if (text.starts_with("AE&")) return U'Æ';
  if (text.starts_with("oe&")) return U'œ';
  if (text.starts_with("OE&")) return U'Œ';
  return std::nullopt;
}

bool is_japanese(std::string_view text) {
  for (std::size_t offset = 0; offset < text.size();)
    if (base::next_code_point(text, offset) >= U'〆') return true;
  return false;
}

}  // namespace

std::optional<std::string> find_accented(std::string_view text) {
  if (is_japanese(text)) return std::nullopt;
  std::string result;
  bool found = false;
  while (!text.empty()) {
    std::size_t used = 1;
    if (const auto ligature = find_ligature(text)) {
      base::append_code_point(result, *ligature);
      used = 3;
    } else if (const auto letter = text.size() > 1 && !is_punctuation_here(text[1], text.substr(2))
                                       ? find_letter(text[0], text[1])
                                       : std::nullopt) {
      base::append_code_point(result, *letter);
      used = 2;
    } else {
      result += text.front();
    }
    found = found || used > 1;
    text.remove_prefix(used);
  }
  if (!found) return std::nullopt;
  return result;
}

}  // namespace ficsearch::ingest
