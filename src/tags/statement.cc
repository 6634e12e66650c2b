// SPDX-License-Identifier: GPL-3.0-or-later
#include "tags/statement.h"

namespace ficsearch::tags {
namespace {

struct Shown {
  std::string operator()(const NamedConcept& named) const { return named.name; }
  std::string operator()(const DescribedConcept& described) const { return described.value.id; }
  std::string operator()(const SpellingOf& spelling) const {
    return spelling.spelling + " -> " + spelling.target;
  }
  std::string operator()(const ReadingOf& reading) const {
    return reading.reading + " read " + reading.target;
  }
  std::string operator()(const LinkBetween& link) const {
    return link.from + " " + std::string(to_string(link.link)) + " " + link.to;
  }
};

}  // namespace

std::string to_string(const Statement& statement) {
  return std::visit(Shown{}, statement.what);
}

}  // namespace ficsearch::tags
