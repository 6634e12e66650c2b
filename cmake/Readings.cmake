# SPDX-License-Identifier: GPL-3.0-or-later
# The reading tables that ficsearch finds in share/ficsearch, here and once installed. A table's name holds a hash of what
# it was made from, so that a program never meets the table of another version.
find_program(MECAB_DICT_INDEX mecab-dict-index PATHS /usr/lib/mecab /usr/libexec/mecab REQUIRED
  DOC "MeCab's compiler of dictionaries (Debian: mecab-utils)")

option(FICSEARCH_EDICT "Take readings of words and names from EDICT and ENAMDICT (Debian: edict, enamdict; licence: CC BY-SA, dict/EDICT-NOTICE)" ON)
if(FICSEARCH_EDICT)
  find_file(EDICT_FILE edict PATHS /usr/share/edict NO_DEFAULT_PATH
    DOC "EDICT in its old format, EUC-JP (Debian: edict)")
  find_file(ENAMDICT_FILE enamdict PATHS /usr/share/edict NO_DEFAULT_PATH
    DOC "ENAMDICT in its old format, EUC-JP (Debian: enamdict)")
  find_program(ICONV iconv REQUIRED)
  find_path(IPADIC_SOURCES Noun.csv PATHS /usr/share/mecab/dic/ipadic NO_DEFAULT_PATH
    DOC "Folder of IPADIC's sources, EUC-JP (Debian: mecab-ipadic)")
  if(NOT EDICT_FILE)
    message(FATAL_ERROR "EDICT is missing: install the Debian package edict, set EDICT_FILE, or build with FICSEARCH_EDICT=OFF")
  endif()
  if(NOT ENAMDICT_FILE)
    message(FATAL_ERROR "ENAMDICT is missing: install the Debian package enamdict, set ENAMDICT_FILE, or build with FICSEARCH_EDICT=OFF")
  endif()
  if(NOT IPADIC_SOURCES)
    message(FATAL_ERROR "IPADIC's sources are missing: install the Debian package mecab-ipadic, set IPADIC_SOURCES, or build with FICSEARCH_EDICT=OFF")
  endif()
  # Nouns that are no names.
  set(IPADIC_NOUN_FILES Noun.csv Noun.adjv.csv Noun.adverbal.csv Noun.nai.csv Noun.verbal.csv)
  list(TRANSFORM IPADIC_NOUN_FILES PREPEND "${IPADIC_SOURCES}/" OUTPUT_VARIABLE IPADIC_NOUNS)
endif()

set(FICSEARCH_DATA_BUILD_DIR "${CMAKE_BINARY_DIR}/share/ficsearch")
set(FICSEARCH_DATA_DIR "${CMAKE_INSTALL_DATADIR}/ficsearch")

# ficsearch_hash(VARIABLE file...): 16 hexadecimal digits of the files' content; an edit of one configures anew.
function(ficsearch_hash variable)
  set(hashes "")
  foreach(file IN LISTS ARGN)
    file(SHA256 "${file}" hash)
    string(APPEND hashes "${hash}")
  endforeach()
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${ARGN})
  string(SHA256 hash "${hashes}")
  string(SUBSTRING "${hash}" 0 16 hash)
  set(${variable} "${hash}" PARENT_SCOPE)
endfunction()
