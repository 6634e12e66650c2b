// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/checked_name.h"

#include <algorithm>

#include "base/utf8.h"
#include "ficsearch/error.h"
#include "ingest/white_space.h"

namespace ficsearch::ingest {
namespace {

constexpr char32_t kDelete = 0x7F;
constexpr char32_t kLastControl = 0x9F;
constexpr char32_t kLineSeparator = 0x2028;
constexpr char32_t kParagraphSeparator = 0x2029;

bool is_control(char32_t c) noexcept {
  return c < ' ' || (c >= kDelete && c <= kLastControl);
}

bool is_line_separator(char32_t c) noexcept {
  return c == kLineSeparator || c == kParagraphSeparator;
}

template <typename Is>
bool has_any(std::string_view text, Is is) {
  for (std::size_t offset = 0; offset < text.size();)
    if (is(base::next_code_point(text, offset))) return true;
  return false;
}

// Names are many, and nearly none of them needs a look at its characters.
bool may_have_controls(std::string_view text) noexcept {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < ' ' || byte == kDelete || byte == 0xC2;  // of the controls U+0080 to U+009F
  });
}

}  // namespace

std::string checked_name(std::string_view name, std::string_view field) {
  if (!may_have_controls(name)) return std::string(name);
  const bool has_breaks = name.find_first_of("\t\n\v\f\r") != std::string_view::npos;
  std::string checked = has_breaks ? collapsed(name) : std::string(name);
  if (has_any(checked, is_control))
    throw Error(ErrorCode::out_of_range,
                "a name in \"" + std::string(field) + "\" holds a control character", {},
                "take it out: who excludes the name without it would not be heard");
  return checked;
}

std::string checked_id(std::string id) {
  if (id.empty()) throw Error(ErrorCode::missing_id, "the work has no id");
  if (base::find_ill_formed(id)) throw Error(ErrorCode::invalid_utf8, "the id is not UTF-8");
  if (id.size() > base::kMaxTagBytes)
    throw Error(ErrorCode::too_long, "the id has " + std::to_string(id.size()) + " bytes; " +
                                         std::to_string(base::kMaxTagBytes) + " are allowed");
  if (has_any(id, [](char32_t c) { return is_control(c) || is_line_separator(c); }))
    throw Error(ErrorCode::out_of_range, "the id holds a control character or a line separator");
  return id;
}

}  // namespace ficsearch::ingest
