// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ficsearch/error.h"
#include "ficsearch/facet.h"

namespace ficsearch::tags {

// Values as one run of bytes, for what is built into the program. Only the program that wrote them
// reads them, so they have no version.
//
// A text is its length in decimal, a colon and its bytes; a number is the text of its digits; a
// list is its size and its items; a record is its fields in the order of each_field, which writer
// and reader share and which stands in this namespace for each type.
template <class Digest>
void each_field(Digest& digest, std::string& text) {
  digest(text);
}

class DigestWriter {
 public:
  void operator()(const std::string& text) {
    bytes_ += std::to_string(text.size());
    bytes_ += ':';
    bytes_ += text;
  }
  void operator()(std::size_t number) { (*this)(std::to_string(number)); }
  // `last` is the greatest enumerator.
  template <class Enum>
  void operator()(Enum value, Enum /*last*/) {
    (*this)(static_cast<std::size_t>(value));
  }
  template <class Item>
  void operator()(std::vector<Item>& items) {
    (*this)(items.size());
    for (Item& item : items) each_field(*this, item);
  }

  std::string bytes() && { return std::move(bytes_); }

 private:
  std::string bytes_;
};

[[noreturn]] inline void refuse_damaged() {
  throw Error(ErrorCode::bad_dictionary, "the built-in dictionary is damaged", {},
              "install the program again");
}

class DigestReader {
 public:
  explicit DigestReader(std::string_view bytes) : rest_(bytes) {}

  void operator()(std::string& text) { text = next_text(); }
  void operator()(std::size_t& number) { number = number_of(next_text()); }
  template <class Enum>
  void operator()(Enum& value, Enum last) {
    const std::size_t number = number_of(next_text());
    if (number > static_cast<std::size_t>(last)) refuse_damaged();
    value = static_cast<Enum>(number);
  }
  template <class Item>
  void operator()(std::vector<Item>& items) {
    const std::size_t count = number_of(next_text());
    if (count > rest_.size()) refuse_damaged();  // An item takes a byte at least.
    items.resize(count);
    for (Item& item : items) each_field(*this, item);
  }

  bool at_end() const noexcept { return rest_.empty(); }

 private:
  static std::size_t number_of(std::string_view digits) {
    std::size_t number = 0;
    const char* end = digits.data() + digits.size();
    const auto [stop, failure] = std::from_chars(digits.data(), end, number);
    if (failure != std::errc() || stop != end) refuse_damaged();
    return number;
  }

  std::string_view next_text() {
    const std::size_t colon = rest_.find(':');
    if (colon == std::string_view::npos) refuse_damaged();
    const std::size_t size = number_of(rest_.substr(0, colon));
    rest_.remove_prefix(colon + 1);
    if (size > rest_.size()) refuse_damaged();
    const std::string_view text = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return text;
  }

  std::string_view rest_;
};

}  // namespace ficsearch::tags
