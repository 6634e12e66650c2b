# SPDX-License-Identifier: GPL-3.0-or-later
# Every library the project uses, as an imported target. Packages: scripts/debian-packages.
find_package(PkgConfig REQUIRED)

pkg_check_modules(XAPIAN REQUIRED IMPORTED_TARGET xapian-core>=1.4.22)  # older ones corrupt a full disk
pkg_check_modules(ICU REQUIRED IMPORTED_TARGET icu-uc>=72 icu-i18n>=72)
pkg_check_modules(SIMDJSON REQUIRED IMPORTED_TARGET simdjson)
pkg_check_modules(XXHASH REQUIRED IMPORTED_TARGET libxxhash)
pkg_check_modules(FMT REQUIRED IMPORTED_TARGET fmt)
pkg_check_modules(LIBARCHIVE REQUIRED IMPORTED_TARGET libarchive)
pkg_check_modules(LIBXML2 REQUIRED IMPORTED_TARGET libxml-2.0)
pkg_check_modules(SQLITE3 REQUIRED IMPORTED_TARGET sqlite3)
pkg_check_modules(UCHARDET REQUIRED IMPORTED_TARGET uchardet)
pkg_check_modules(JEMALLOC REQUIRED IMPORTED_TARGET jemalloc)
pkg_check_modules(TOMLPLUSPLUS REQUIRED IMPORTED_TARGET tomlplusplus)
find_package(Boost 1.74 REQUIRED COMPONENTS program_options)
find_package(RapidJSON REQUIRED)
find_package(TBB 2021 REQUIRED)

find_path(LIBCSV_INCLUDE_DIR csv.h REQUIRED)
find_library(LIBCSV_LIBRARY csv REQUIRED)
add_library(libcsv::libcsv UNKNOWN IMPORTED)
set_target_properties(libcsv::libcsv PROPERTIES
  IMPORTED_LOCATION "${LIBCSV_LIBRARY}" INTERFACE_INCLUDE_DIRECTORIES "${LIBCSV_INCLUDE_DIR}")

find_path(MECAB_INCLUDE_DIR mecab.h REQUIRED)
find_library(MECAB_LIBRARY mecab REQUIRED)
add_library(mecab::mecab UNKNOWN IMPORTED)
set_target_properties(mecab::mecab PROPERTIES
  IMPORTED_LOCATION "${MECAB_LIBRARY}" INTERFACE_INCLUDE_DIRECTORIES "${MECAB_INCLUDE_DIR}")
find_path(MECAB_IPADIC_DIR sys.dic
  PATHS /var/lib/mecab/dic/ipadic-utf8 /usr/lib/mecab/dic/ipadic-utf8 NO_DEFAULT_PATH REQUIRED
  DOC "Folder of the IPADIC dictionary in UTF-8")
