// SPDX-License-Identifier: GPL-3.0-or-later
// A record is: version byte, then every field of Work in the order of its declaration, then 8 bytes
// of XXH3-64 over all that went before, little-endian. Texts and lists are preceded by their length
// as a varint; an optional number is a varint of 0 (absent) or the number + 1; dates are
// zigzag-coded first. There are no field names: a change of layout is a new version, and an index
// of another version is refused, never guessed at.
#include "store/record.h"

#include <xxhash.h>

#include <array>
#include <cstdint>

#include "ficsearch/error.h"
#include "store/checksum.h"
#include "store/varint.h"

namespace ficsearch::store {
namespace {

constexpr char kVersion = 1;

[[noreturn]] void damaged() {
  throw Error(ErrorCode::index_corrupt, "the stored record of a work is damaged", {},
              "restore a backup, or import the works into a new index");
}

std::uint64_t zigzag(std::int64_t number) {
  return static_cast<std::uint64_t>(number) << 1 ^ static_cast<std::uint64_t>(number >> 63);
}
std::int64_t unzigzag(std::uint64_t number) {
  return static_cast<std::int64_t>(number >> 1) ^ -static_cast<std::int64_t>(number & 1);
}

// Writing and reading visit the same fields in the same order: each type below has one `visit` for
// both.
class Encoder {
 public:
  void visit(const std::string& text) {
    append_varint(bytes_, text.size());
    bytes_ += text;
  }
  void visit(std::uint8_t number) { bytes_ += static_cast<char>(number); }
  void visit(Facet facet) { visit(static_cast<std::uint8_t>(facet)); }
  void visit(bool flag) { visit(static_cast<std::uint8_t>(flag)); }
  void visit(std::optional<std::uint32_t> number) {
    append_varint(bytes_, number ? std::uint64_t{*number} + 1 : 0);
  }
  void visit(std::optional<std::int64_t> date) {
    bytes_ += static_cast<char>(date.has_value());
    if (date) append_varint(bytes_, zigzag(*date));
  }
  template <typename T>
  void visit(const std::vector<T>& list) {
    append_varint(bytes_, list.size());
    for (const T& item : list) visit(item);
  }
  template <typename A, typename B>
  void visit(const std::pair<A, B>& pair) {
    visit(pair.first);
    visit(pair.second);
  }
  template <typename T>
  void visit(const T& value);

  std::string finish() && { return bytes_ += checksum_of(bytes_); }

 private:
  std::string bytes_{kVersion};
};

class Decoder {
 public:
  explicit Decoder(std::string_view bytes) : bytes_(bytes) {}

  void visit(std::string& text) {
    const std::uint64_t length = number();
    if (length > bytes_.size()) damaged();
    text.assign(bytes_, 0, length);
    bytes_.remove_prefix(length);
  }
  void visit(std::uint8_t& value) {
    if (bytes_.empty()) damaged();
    value = static_cast<std::uint8_t>(bytes_.front());
    bytes_.remove_prefix(1);
  }
  void visit(Facet& facet) {
    std::uint8_t value = 0;
    visit(value);
    facet = static_cast<Facet>(value);
    if (to_string(facet) == "unknown") damaged();
  }
  void visit(bool& flag) {
    std::uint8_t value = 0;
    visit(value);
    flag = value != 0;
  }
  void visit(std::optional<std::uint32_t>& value) {
    const std::uint64_t raw = number();
    if (raw > std::uint64_t{UINT32_MAX} + 1) damaged();
    if (raw != 0) value = static_cast<std::uint32_t>(raw - 1);
  }
  void visit(std::optional<std::int64_t>& date) {
    bool present = false;
    visit(present);
    if (present) date = unzigzag(number());
  }
  template <typename T>
  void visit(std::vector<T>& list) {
    const std::uint64_t size = number();
    if (size > bytes_.size()) damaged();  // every item takes at least a byte
    list.resize(size);
    for (T& item : list) visit(item);
  }
  template <typename A, typename B>
  void visit(std::pair<A, B>& pair) {
    visit(pair.first);
    visit(pair.second);
  }
  template <typename T>
  void visit(T& value);

  bool at_end() const noexcept { return bytes_.empty(); }

 private:
  std::uint64_t number() {
    std::uint64_t value = 0;
    if (!take_varint(bytes_, value)) damaged();
    return value;
  }

  std::string_view bytes_;
};

// The order of fields on disk, for writing and reading alike: `Value` is const when writing.
template <typename Visitor, typename Value>
void visit_fields(Visitor& visitor, Value& value) {
  using T = std::remove_const_t<Value>;
  const auto all = [&](auto&... fields) { (visitor.visit(fields), ...); };
  if constexpr (std::is_same_v<T, Tag>)
    all(value.facet, value.name, value.spoiler, value.strength);
  else if constexpr (std::is_same_v<T, Part>)
    all(value.id, value.kind, value.title, value.text, value.tags, value.main);
  else if constexpr (std::is_same_v<T, Reading>)
    all(value.surface, value.kana);
  else if constexpr (std::is_same_v<T, Work>)
    all(value.id, value.title, value.titles, value.authors, value.summary, value.language,
        value.rating, value.status, value.medium, value.series, value.collections, value.url,
        value.words, value.published, value.updated, value.kudos, value.hits, value.comments,
        value.bookmarks, value.tags, value.text, value.parts, value.readings, value.extra);
  else
    static_assert(!sizeof(T), "a type of record field without a layout");
}

template <typename T>
void Encoder::visit(const T& value) {
  visit_fields(*this, value);
}
template <typename T>
void Decoder::visit(T& value) {
  visit_fields(*this, value);
}

}  // namespace

std::string encode_record(const Work& work) {
  Encoder encoder;
  encoder.visit(work);
  return std::move(encoder).finish();
}

Work decode_record(std::string_view record) {
  if (record.size() <= kChecksumBytes) damaged();
  const std::string_view body = record.substr(0, record.size() - kChecksumBytes);
  if (checksum_of(body) != record.substr(body.size())) damaged();
  if (body.front() != kVersion)
    throw Error(ErrorCode::format_unknown,
                "a stored record has version " +
                    std::to_string(static_cast<unsigned char>(body.front())) +
                    "; this program knows version 1",
                {}, "use the version of ficsearch that wrote the index");
  Decoder decoder(body.substr(1));
  Work work;
  decoder.visit(work);
  if (!decoder.at_end()) damaged();
  return work;
}

std::string content_hash(std::string_view record) {
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, XXH3_128bits(record.data(), record.size()));
  return {reinterpret_cast<const char*>(canonical.digest), sizeof canonical.digest};
}

}  // namespace ficsearch::store
