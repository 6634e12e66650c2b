// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/ast.h"

namespace ficsearch::query {

// Out of line, because a Node holds Nodes. Two negations are equal if what they negate is.
bool operator==(const And& a, const And& b) {
  return a.nodes == b.nodes;
}
bool operator==(const Or& a, const Or& b) {
  return a.nodes == b.nodes;
}
bool operator==(const Not& a, const Not& b) {
  return *a.node == *b.node;
}
bool operator==(const Node& a, const Node& b) {
  return a.value == b.value;
}
bool operator==(const Ast& a, const Ast& b) {
  return a.root == b.root && a.profile == b.profile && a.sort == b.sort;
}

}  // namespace ficsearch::query
