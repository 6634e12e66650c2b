// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/library_versions.h"

#include <mecab.h>
#include <unicode/uversion.h>

namespace ficsearch::text {

std::string icu_version() {
  UVersionInfo version;
  u_getVersion(version);
  char text[U_MAX_VERSION_STRING_LENGTH];
  u_versionToString(version, text);
  return text;
}

std::string mecab_version() { return MeCab::Model::version(); }

}  // namespace ficsearch::text
