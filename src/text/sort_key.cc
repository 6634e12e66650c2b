// SPDX-License-Identifier: GPL-3.0-or-later
// A sort key is ICU's collation key, which ends with the only zero byte in it, and then the text:
// where the first parts are equal the UTF-8 decides, and its bytes sort as its code points do.
#include "text/sort_key.h"

#include <unicode/coll.h>
#include <unicode/unistr.h>

#include <cstdint>
#include <memory>

#include "text/icu_status.h"

namespace ficsearch::text {
namespace {

const icu::Collator& root_collator() {
  static const std::unique_ptr<const icu::Collator> collator = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<const icu::Collator> loaded(
        icu::Collator::createInstance(icu::Locale::getRoot(), status));
    check_icu(status, "load its collation rules");
    return loaded;
  }();
  return *collator;
}

}  // namespace

std::string sort_key(std::string_view utf8) {
  const auto text = icu::UnicodeString::fromUTF8(
      icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())));
  const icu::Collator& collator = root_collator();
  std::string key;
  // Most keys take two bytes a character or fewer; getSortKey says how many it really needs.
  key.resize(2 * utf8.size() + 16);
  for (;;) {
    const auto needed = static_cast<std::size_t>(collator.getSortKey(
        text, reinterpret_cast<std::uint8_t*>(key.data()), static_cast<std::int32_t>(key.size())));
    if (needed == 0) throw std::bad_alloc();
    const bool fits = needed <= key.size();
    key.resize(needed);
    if (fits) break;
  }
  return key.append(utf8);
}

}  // namespace ficsearch::text
