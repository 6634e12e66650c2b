# SPDX-License-Identifier: GPL-3.0-or-later
# Warnings and sanitizers for our own targets; users of the library inherit neither.
add_library(ficsearch_warnings INTERFACE)
target_compile_options(ficsearch_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion $<$<BOOL:${FICSEARCH_WERROR}>:-Werror>)
if(FICSEARCH_SANITIZE)
  add_compile_options(-fsanitize=${FICSEARCH_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${FICSEARCH_SANITIZE})
endif()
