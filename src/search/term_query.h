// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "search/deadline.h"
#include "snapshot/doc_bits.h"
#include "snapshot/term_postings.h"

namespace Xapian {
class Query;
}

namespace ficsearch::search {

// A query of terms joined by AND and OR, with their posting lists: what can be answered without
// Xapian's matcher. Threads: one.
class TermQuery {
 public:
  using Postings = std::shared_ptr<const snapshot::TermPostings>;
  using Load = std::function<Postings(const std::string& term)>;

  // nullopt if `query` has anything else in it, such as a phrase. Throws what `load` throws.
  static std::optional<TermQuery> of(const Xapian::Query& query, const Load& load);

  // Puts the works that match into `into`. Throws Error(`timeout`).
  void add_to(snapshot::DocBits& into, const Deadline& deadline) const;

  // The terms of which any is enough, in the order of the query, and each as often as it stands
  // there. nullopt if some of them are joined by AND.
  std::optional<std::vector<Postings>> alternatives() const;

 private:
  enum class Kind : std::uint8_t { term, all_of, any_of };
  struct Node {
    Kind kind = Kind::any_of;
    Postings postings;        // of a term
    std::vector<Node> below;  // of all_of: those that fewest works can match first
    std::uint64_t most = 0;   // works that can match
    std::uint64_t terms = 0;  // number of them, in it and below
  };

  explicit TermQuery(Node root) : root_(std::move(root)) {}

  static Node node_of(const Xapian::Query& query, const Load& load);
  static bool matches(const Node& node, std::uint32_t document);
  static void add(const Node& node, snapshot::DocBits& into, const Deadline& deadline);
  static void add_all_of(const Node& node, snapshot::DocBits& into, const Deadline& deadline);
  static bool add_alternatives(const Node& node, std::vector<Postings>& terms);

  Node root_;
};

}  // namespace ficsearch::search
