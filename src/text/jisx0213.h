// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

namespace ficsearch::text {

// A place in the character set JIS X 0213, as Japanese sources cite it ("1-85-9").
struct KutenCode {
  int plane;  // 1 or 2
  int row;    // 1 to 94
  int cell;   // 1 to 94
};

// The characters of JIS X 0213, of which Shift_JIS has only those of JIS X 0208.
// Threads: one at a time.
class Jisx0213 {
 public:
  // Throws Error(`io`) if the C library lacks its table.
  Jisx0213();
  ~Jisx0213();
  Jisx0213(const Jisx0213&) = delete;
  Jisx0213& operator=(const Jisx0213&) = delete;

  // The character at `code` in UTF-8 (for some kana, with a combining mark); nullopt if nothing
  // stands there.
  std::optional<std::string> find(KutenCode code) const;

 private:
  void* descriptor_;
};

}  // namespace ficsearch::text
