// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "ficsearch/concept.h"
#include "ficsearch/facet.h"
#include "tags/concept_record.h"

namespace ficsearch::tags {

// What one line of a vocabulary source says, before anybody has checked it. Concepts are named by
// id, label or spelling, as the source names them.

// There is such a concept. Only a name: what the sources of other programs know of one.
struct NamedConcept {
  std::string name;
  std::optional<Facet> facet;  // nullopt: the source does not say
};

// A concept with what describes it: id, facet, labels, definition and note of `value`.
struct DescribedConcept {
  Concept value;
};

struct SpellingOf {
  std::string spelling;
  std::optional<Facet> facet;  // that the source gives the spelling
  std::string target;
};

// `reading` is kana.
struct ReadingOf {
  std::string reading;
  std::string target;
};

// Whether an advisory is always due or commonly; meaningless for other links.
enum class Due { always, commonly };

struct LinkBetween {
  Link link = Link::broader;
  std::string from;
  std::string to;
  Due due = Due::always;
  std::string difference = {};                     // of a distinct pair
  std::optional<Facet> from_facet = std::nullopt;  // that the source gives
  std::optional<Facet> to_facet = std::nullopt;
};

struct Statement {
  std::size_t line = 0;
  std::variant<NamedConcept, DescribedConcept, SpellingOf, ReadingOf, LinkBetween> what;
  // Why the source itself takes it back, such as "its status is deleted"; empty: it stands.
  std::string withdrawn = {};
};

// For people: "寝取られ -> netorare", "netorare broader partner-taking".
std::string to_string(const Statement& statement);

}  // namespace ficsearch::tags
