// SPDX-License-Identifier: GPL-3.0-or-later
//
// A text is its length in decimal, a colon and its bytes; a number is the text of its digits; a
// list is its size and its items; a record is its fields in the order of each_field, which writer
// and reader share.
#include "tags/record_digest.h"

#include <charconv>
#include <utility>
#include <vector>

namespace ficsearch::tags {
namespace {

template <class Digest>
void each_field(Digest& digest, std::string& text) {
  digest(text);
}

template <class Digest>
void each_field(Digest& digest, ConceptSpelling& spelling) {
  digest(spelling.text);
  digest(spelling.script);
}

template <class Digest>
void each_field(Digest& digest, DistinctFrom& from) {
  digest(from.concept_id);
  digest(from.difference);
}

template <class Digest>
void each_field(Digest& digest, std::pair<std::string, std::string>& label) {
  digest(label.first);
  digest(label.second);
}

template <class Digest>
void each_field(Digest& digest, WrittenAlias& alias) {
  digest(alias.text);
  digest(alias.key);
  digest(alias.line);
}

template <class Digest>
void each_field(Digest& digest, Reference& reference) {
  digest(reference.link);
  digest(reference.id);
  digest(reference.line);
}

template <class Digest>
void each_field(Digest& digest, Concept& value) {
  digest(value.id);
  digest(value.facet);
  digest(value.labels);
  digest(value.definition);
  digest(value.spellings);
  digest(value.readings);
  digest(value.broader);
  digest(value.advisories_always);
  digest(value.advisories_commonly);
  digest(value.perspectives);
  digest(value.media);
  digest(value.related);
  digest(value.distinct);
  digest(value.note);
}

template <class Digest>
void each_field(Digest& digest, ConceptRecord& record) {
  each_field(digest, record.value);
  digest(record.source);
  digest(record.line);
  digest(record.aliases);
  digest(record.references);
}

class DigestWriter {
 public:
  void operator()(const std::string& text) {
    bytes_ += std::to_string(text.size());
    bytes_ += ':';
    bytes_ += text;
  }
  void operator()(std::size_t number) { (*this)(std::to_string(number)); }
  void operator()(Facet facet) { (*this)(std::size_t{static_cast<std::uint8_t>(facet)}); }
  void operator()(Link link) { (*this)(std::size_t{static_cast<std::uint8_t>(link)}); }
  template <class Item>
  void operator()(std::vector<Item>& items) {
    (*this)(items.size());
    for (Item& item : items) each_field(*this, item);
  }

  std::string bytes() && { return std::move(bytes_); }

 private:
  std::string bytes_;
};

[[noreturn]] void refuse_damaged() {
  throw Error(ErrorCode::bad_dictionary, "the built-in dictionary is damaged", {},
              "install the program again");
}

class DigestReader {
 public:
  explicit DigestReader(std::string_view bytes) : rest_(bytes) {}

  void operator()(std::string& text) { text = next_text(); }
  void operator()(std::size_t& number) { number = number_of(next_text()); }
  void operator()(Facet& facet) {
    const std::size_t number = number_of(next_text());
    if (number >= kAllFacets.size()) refuse_damaged();
    facet = static_cast<Facet>(number);
  }
  void operator()(Link& link) {
    const std::size_t number = number_of(next_text());
    if (number > static_cast<std::size_t>(Link::distinct)) refuse_damaged();
    link = static_cast<Link>(number);
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

}  // namespace

std::string digest_of(const ConceptRecord& record) {
  DigestWriter writer;
  ConceptRecord copy = record;  // each_field takes fields that a reader may fill
  each_field(writer, copy);
  return std::move(writer).bytes();
}

ConceptRecord read_digest(std::string_view digest) {
  DigestReader reader(digest);
  ConceptRecord record;
  each_field(reader, record);
  if (!reader.at_end()) refuse_damaged();
  return record;
}

}  // namespace ficsearch::tags
