// SPDX-License-Identifier: GPL-3.0-or-later
// The C library's iconv, because ICU has no table of JIS X 0213. In EUC a place is written as its
// row and cell, each plus 0xA0, with 0x8F in front for plane 2.
#include "text/jisx0213.h"

#include <iconv.h>

#include <cstddef>

#include "ficsearch/error.h"

namespace ficsearch::text {
namespace {

bool is_in_range(KutenCode code) noexcept {
  return (code.plane == 1 || code.plane == 2) && code.row >= 1 && code.row <= 94 &&
         code.cell >= 1 && code.cell <= 94;
}

char euc_byte(int number) noexcept {
  return static_cast<char>(static_cast<unsigned char>(number + 0xA0));
}

}  // namespace

Jisx0213::Jisx0213() : descriptor_(::iconv_open("UTF-8", "EUC-JISX0213")) {
  if (descriptor_ == reinterpret_cast<void*>(-1))
    throw Error(ErrorCode::io, "the C library cannot convert EUC-JISX0213", {},
                "install its character set modules (gconv)");
}

Jisx0213::~Jisx0213() {
  ::iconv_close(descriptor_);
}

std::optional<std::string> Jisx0213::find(KutenCode code) const {
  if (!is_in_range(code)) return std::nullopt;
  std::string euc;
  if (code.plane == 2) euc += '\x8F';
  euc += euc_byte(code.row);
  euc += euc_byte(code.cell);
  char utf8[16];
  char* source = euc.data();
  char* target = utf8;
  std::size_t source_left = euc.size();
  std::size_t target_left = sizeof utf8;
  constexpr auto kFailed = static_cast<std::size_t>(-1);
  ::iconv(descriptor_, nullptr, nullptr, nullptr, nullptr);
  if (::iconv(descriptor_, &source, &source_left, &target, &target_left) == kFailed ||
      // Some kana are held back, since a combining mark might follow.
      ::iconv(descriptor_, nullptr, nullptr, &target, &target_left) == kFailed)
    return std::nullopt;
  return std::string(utf8, target);
}

}  // namespace ficsearch::text
