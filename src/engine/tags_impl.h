// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <utility>

#include "ficsearch/tags.h"
#include "store/reader.h"
#include "tags/compare.h"
#include "tags/completer.h"
#include "tags/dictionary.h"
#include "tags/mentions.h"

namespace ficsearch {

struct Tags::Impl {
  Impl(std::shared_ptr<const tags::Dictionary> of, const store::Reader* from)
      : dictionary(std::move(of)), reader(from) {}

  // Made when it is first asked for: most commands complete nothing.
  const tags::Completer& completer() const {
    std::call_once(completer_made_, [&] { completer_.emplace(*dictionary); });
    return *completer_;
  }

  std::shared_ptr<const tags::Dictionary> dictionary;
  const store::Reader* reader;  // of the index that it belongs to; null for the dictionary alone
  tags::MentionFinder mentions{dictionary};
  std::unique_ptr<const tags::Comparer> comparer = std::make_unique<tags::Comparer>(dictionary);

 private:
  mutable std::once_flag completer_made_;
  mutable std::optional<tags::Completer> completer_;  // guarded by completer_made_
};

}  // namespace ficsearch
