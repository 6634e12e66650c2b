// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include "store/document.h"

namespace ficsearch::store {

// A document as Xapian takes it: a tree with a node for each term, several times as large. Make it
// when it is written and not before, so that the trees of waiting documents do not push those of
// the writer out of the processor's cache (a twentieth of an import).
//
// Throws what Xapian throws.
Xapian::Document xapian_document(const Document& document);

}  // namespace ficsearch::store
