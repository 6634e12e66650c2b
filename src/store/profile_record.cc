// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/profile_record.h"

#include "ficsearch/error.h"
#include "store/checksum.h"
#include "store/varint.h"

namespace ficsearch::store {
namespace {

constexpr char kVersion = 1;
constexpr char kAbsent = '\xFF';  // a facet or rating that is not given

void append_text(std::string& bytes, const std::string& text) {
  append_varint(bytes, text.size());
  bytes += text;
}

void append_items(std::string& bytes, const std::vector<FilterItem>& items) {
  append_varint(bytes, items.size());
  for (const FilterItem& item : items) {
    bytes += item.facet ? static_cast<char>(*item.facet) : kAbsent;
    bytes += static_cast<char>(item.match);
    append_text(bytes, item.value);
  }
}

class ProfileReader {
 public:
  ProfileReader(std::string_view bytes, std::string_view name) : bytes_(bytes), name_(name) {}

  Profile read() {
    check();
    Profile profile;
    profile.include = items();
    profile.exclude = items();
    if (const char rating = byte(); rating != kAbsent)
      profile.max_rating = checked(static_cast<Rating>(rating), Rating::explicit_);
    for (std::size_t left = count(); left > 0; --left) profile.languages.push_back(text());
    profile.mentions = checked(static_cast<Mentions>(byte()), Mentions::exclude);
    if (!bytes_.empty()) damaged();
    return profile;
  }

 private:
  [[noreturn]] void damaged() const {
    throw Error(ErrorCode::index_corrupt, "the stored profile \"" + name_ + "\" is damaged", {},
                "set it again, or restore a backup");
  }

  // Takes version and checksum off.
  void check() {
    if (bytes_.size() <= kChecksumBytes) damaged();
    const std::string_view body = bytes_.substr(0, bytes_.size() - kChecksumBytes);
    if (checksum_of(body) != bytes_.substr(body.size())) damaged();
    if (body.front() != kVersion)
      throw Error(ErrorCode::format_unknown,
                  "the stored profile \"" + name_ + "\" has version " +
                      std::to_string(static_cast<unsigned char>(body.front())) +
                      "; this program knows version 1",
                  {}, "use the version of ficsearch that wrote it");
    bytes_ = body.substr(1);
  }

  char byte() {
    if (bytes_.empty()) damaged();
    const char value = bytes_.front();
    bytes_.remove_prefix(1);
    return value;
  }

  std::size_t count() {
    std::uint64_t value = 0;
    if (!take_varint(bytes_, value) || value > bytes_.size()) damaged();
    return static_cast<std::size_t>(value);
  }

  std::string text() {
    const std::size_t length = count();
    std::string value(bytes_.substr(0, length));
    bytes_.remove_prefix(length);
    return value;
  }

  template <typename Enum>
  Enum checked(Enum value, Enum last) const {
    if (value > last) damaged();
    return value;
  }

  std::vector<FilterItem> items() {
    std::vector<FilterItem> read;
    for (std::size_t left = count(); left > 0; --left) {
      FilterItem item;
      if (const char facet = byte(); facet != kAbsent)
        item.facet = checked(static_cast<Facet>(facet), Facet::status);
      item.match = checked(static_cast<Match>(byte()), Match::written);
      item.value = text();
      read.push_back(std::move(item));
    }
    return read;
  }

  std::string_view bytes_;
  std::string name_;
};

}  // namespace

std::string encode_profile(const Profile& profile) {
  std::string bytes{kVersion};
  append_items(bytes, profile.include);
  append_items(bytes, profile.exclude);
  bytes += profile.max_rating ? static_cast<char>(*profile.max_rating) : kAbsent;
  append_varint(bytes, profile.languages.size());
  for (const std::string& language : profile.languages) append_text(bytes, language);
  bytes += static_cast<char>(profile.mentions);
  return bytes += checksum_of(bytes);
}

Profile decode_profile(std::string_view record, std::string_view name) {
  return ProfileReader(record, name).read();
}

}  // namespace ficsearch::store
