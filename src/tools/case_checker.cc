// SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/case_checker.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "ficsearch/error.h"
#include "text/censored_match.h"
#include "text/keys.h"
#include "text/lossy_key.h"
#include "text/match_tier.h"
#include "text/mixed_script.h"
#include "text/reading_key.h"
#include "text/readings.h"
#include "text/romaji.h"
#include "text/stem_key.h"

namespace ficsearch::tools {
namespace {

using Case = NormalizationCase;

Error bad_case(const Case& test_case, const std::string& message) {
  return Error(ErrorCode::bad_value, test_case.id + ": " + message, Place{.line = test_case.line});
}

std::string yes_or_no(bool yes) {
  return yes ? "yes" : "no";
}

// All keys of `utf8` at a tier, best first.
std::vector<std::string> keys_at(const Case& test_case, const std::string& utf8) {
  if (test_case.tier == "S") return {text::surface_key(utf8)};
  if (test_case.tier == "F") return {text::fold_key(utf8)};
  if (test_case.tier == "Y") return {text::reading_key(utf8)};
  if (test_case.tier == "E") return {text::stem_key(utf8)};
  if (test_case.tier == "R") return text::romaji_candidates(utf8);
  if (test_case.tier == "L") return text::lossy_keys(utf8);
  throw bad_case(test_case, "texts have no key at tier '" + test_case.tier + "'");
}

std::string answer_equal(const Case& test_case) {
  const auto of_a = keys_at(test_case, test_case.a);
  const auto of_b = keys_at(test_case, test_case.b);
  return yes_or_no(std::find_first_of(of_a.begin(), of_a.end(), of_b.begin(), of_b.end()) !=
                   of_a.end());
}

std::string answer_key(const Case& test_case) {
  const auto keys = keys_at(test_case, test_case.a);
  return keys.empty() ? std::string() : keys.front();
}

std::string answer_candidate(const Case& test_case) {
  const auto candidates = text::romaji_candidates(test_case.a);
  return yes_or_no(std::find(candidates.begin(), candidates.end(),
                             text::reading_key(test_case.b)) != candidates.end());
}

std::string answer_idempotent(const Case& test_case) {
  const auto settles = [&](std::string (*key)(std::string_view)) {
    const std::string once = key(test_case.a);
    return key(once) == once;
  };
  return yes_or_no(settles(text::surface_key) && settles(text::fold_key) &&
                   settles(text::reading_key) && settles(text::stem_key) &&
                   settles(text::lossy_key) &&
                   text::fold_key(text::surface_key(test_case.a)) == text::fold_key(test_case.a));
}

std::string bytes_of_hex(const Case& test_case) {
  const std::string_view hex = test_case.a;
  std::string bytes;
  for (std::size_t i = 0; i < hex.size(); i += 2) {
    unsigned byte = 0;
    const std::string_view digits = hex.substr(i, 2);
    const char* const end = digits.data() + digits.size();
    if (digits.size() != 2 || std::from_chars(digits.data(), end, byte, 16).ptr != end)
      throw bad_case(test_case, "'" + test_case.a + "' is no string of bytes in hexadecimal");
    bytes += static_cast<char>(byte);
  }
  return bytes;
}

std::string answer_query(const Case& test_case) {
  const std::string bytes = bytes_of_hex(test_case);
  try {
    return text::surface_key(base::checked_input(bytes, base::kMaxQueryBytes));
  } catch (const Error&) {  // refusing is one of the answers
    return "REJECT";
  }
}

std::string answer_document(const Case& test_case) {
  return text::surface_key(base::clean_document(bytes_of_hex(test_case)).text);
}

std::string answer_span(const Case& test_case) {
  const text::MappedKey mapped = text::fold_mapped(test_case.a);
  const std::string wanted = text::fold_key(test_case.b);
  const std::size_t at = mapped.key.find(wanted);
  if (wanted.empty() || at == std::string::npos) return "none";
  const auto [begin, end] = text::source_range(mapped, at, at + wanted.size(), test_case.a);
  return test_case.a.substr(begin, end - begin);
}

// "text|reading"; the reading may be left out.
text::ReadSpelling read_spelling(const std::string& cell) {
  const std::size_t bar = cell.rfind('|');
  if (bar == std::string::npos) return {cell, ""};
  return {cell.substr(0, bar), cell.substr(bar + 1)};
}

std::string answer_mixed(const Case& test_case) {
  return yes_or_no(
      text::same_but_for_kanji(read_spelling(test_case.a), read_spelling(test_case.b)));
}

std::string answer_censored(const Case& test_case) {
  return yes_or_no(text::censored_match(test_case.a, test_case.b));
}

// Operations whose tier column does not name one of the tiers that they check.
constexpr std::array<std::string_view, 4> kGeneralOperations{"idem", "query", "document", "span"};

}  // namespace

text::MecabTagger& CaseChecker::tagger() {
  if (!tagger_) tagger_ = std::make_unique<text::MecabTagger>();
  return *tagger_;
}

// The key of the reading that the case gives; if the case says that the dictionary knows it, the
// dictionary must agree.
std::string CaseChecker::answer_reading(const Case& test_case) {
  const bool is_stock = test_case.note.starts_with("source=stock");
  if (!is_stock && !test_case.note.starts_with("source=registry"))
    throw bad_case(test_case, "the note says neither source=stock nor source=registry");
  const std::string given = text::reading_key(test_case.b);
  if (!is_stock || given != test_case.expected) return given;
  const auto proposed = text::readings_of(tagger(), test_case.a);
  return proposed.empty() ? "none" : text::reading_key(proposed.front().kana);
}

std::string CaseChecker::answer_best(const Case& test_case) {
  const auto tier = text::strongest_match(tagger(), test_case.a, read_spelling(test_case.b));
  return tier ? std::string(to_string(*tier)) : "none";
}

std::string CaseChecker::answer(const Case& test_case) {
  const std::string& operation = test_case.operation;
  if (operation == "eq" || operation == "ne") return answer_equal(test_case);
  if (operation == "key") return answer_key(test_case);
  if (operation == "idem") return answer_idempotent(test_case);
  if (operation == "cand") return answer_candidate(test_case);
  if (operation == "cmatch") return answer_censored(test_case);
  if (operation == "query") return answer_query(test_case);
  if (operation == "document") return answer_document(test_case);
  if (operation == "span") return answer_span(test_case);
  if (operation == "mixed") return answer_mixed(test_case);
  if (operation == "reading") return answer_reading(test_case);
  if (operation == "best") return answer_best(test_case);
  throw bad_case(test_case, "unknown operation '" + operation + "'");
}

bool concerns(const Case& test_case, const std::string& tiers) {
  const bool is_general = std::find(kGeneralOperations.begin(), kGeneralOperations.end(),
                                    test_case.operation) != kGeneralOperations.end();
  return (is_general ? std::string("SF") : test_case.tier).find_first_of(tiers) !=
         std::string::npos;
}

}  // namespace ficsearch::tools
