// SPDX-License-Identifier: GPL-3.0-or-later
// suggested_names INDEX: the first five suggestions for each tag of standard input, one line for a
// tag: names and concepts, with tabs between. scripts/measure_quality asks it how often the tag that
// was meant is among them.
#include <cstddef>
#include <iostream>
#include <string>

#include "ficsearch/error.h"
#include "ficsearch/index.h"
#include "ficsearch/search.h"

namespace {

constexpr std::size_t kShown = 5;

void print_suggestions(const std::string& index_directory) {
  ficsearch::Index index = ficsearch::Index::open(index_directory);
  std::string line;
  while (std::getline(std::cin, line)) {
    std::string names;
    // Whatever a tag begins with is part of it: no facet is named re in re:zero.
    for (const ficsearch::Suggestion& each : index.suggest({}, "freeform:" + line, kShown))
      for (const std::string& name : {each.label, each.matched, each.concept_id})
        names += (names.empty() ? "" : "\t") + name;
    std::cout << names << '\n';
  }
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc != 2) {
    std::cerr << "usage: suggested_names INDEX <TAGS\n";
    return 2;
  }
  print_suggestions(argv[1]);
  return 0;
} catch (const ficsearch::Error& error) {
  std::cerr << error.where().file << ": error: " << error.what() << '\n';
  return 1;
}
