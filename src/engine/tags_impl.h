// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "ficsearch/tags.h"
#include "store/reader.h"
#include "tags/compare.h"
#include "tags/dictionary.h"
#include "tags/mentions.h"

namespace ficsearch {

struct Tags::Impl {
  std::shared_ptr<const tags::Dictionary> dictionary;
  const store::Reader* reader;  // of the index that it belongs to; null for the dictionary alone
  tags::MentionFinder mentions{dictionary};
  std::unique_ptr<const tags::Comparer> comparer = std::make_unique<tags::Comparer>(dictionary);
};

}  // namespace ficsearch
