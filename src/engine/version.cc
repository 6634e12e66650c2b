// SPDX-License-Identifier: GPL-3.0-or-later
#include "ficsearch/version.h"

#include "store/xapian_version.h"
#include "tags/dictionary.h"
#include "text/keys.h"
#include "text/library_versions.h"

namespace ficsearch {

VersionInfo version() {
  return {FICSEARCH_VERSION,          store::xapian_version(),
          text::icu_version(),        text::mecab_version(),
          text::normalizer_version(), tags::Dictionary::builtin()->version()};
}

}  // namespace ficsearch
