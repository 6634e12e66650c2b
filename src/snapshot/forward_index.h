// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/byte_chunks.h"
#include "base/packed_numbers.h"
#include "snapshot/doc_bits.h"
#include "snapshot/number_groups.h"
#include "store/slots.h"
#include "store/terms.h"

namespace Xapian {
class Database;
}

namespace ficsearch::snapshot {

// What is found of the written forms while the works are read, by TagId.
struct FormUse {
  std::vector<std::uint32_t> works;  // how many bear it, whatever the part and spoiler level
  // Whether some work bears it as a spoiler or in a part that is not main, so that it may not
  // count.
  std::vector<bool> exceptional;
};

// The written forms that every work bears, in the order of the documents: about 2.5 bytes a tag and
// 2 a work. Common forms were given low numbers, which are short. Immutable; any number of threads
// may read.
class ForwardIndex {
 public:
  // Forms have numbers below this.
  static constexpr std::uint32_t kMostForms = std::uint32_t{1} << 28;

  // `forms`: the size of the registry. `use`: where to put what PostingLists needs. Throws
  // Error(`index_corrupt`; `query_limit` for more forms than kMostForms, or lists of more than
  // 4 GB), and what Xapian throws.
  ForwardIndex(const Xapian::Database& database, std::uint32_t forms, FormUse& use);

  // What one work bears. Valid as long as the index.
  class Forms {
   public:
    // Calls visit(form, places) with each, ascending, until one gives true, and says whether one
    // did. Places are of store::TagPlaces.
    template <typename Visit>
    bool any_of(Visit&& visit) const {
      const auto with_places = [&](std::uint32_t number) {
        return visit(store::TagId{number >> kPlaceBits},
                     static_cast<std::uint8_t>(number & kPlaceMask));
      };
      const auto in_the_open = [&](std::uint32_t number) {
        return visit(store::TagId{number}, std::uint8_t{store::kOpenInMain});
      };
      return places_follow_ ? any_number(with_places) : any_number(in_the_open);
    }
    // Calls ahead(form) and then visit(form, places) with each: the first may fetch what the second
    // needs, for some dozen forms together.
    template <typename Ahead, typename Visit>
    void for_each_fetched(Ahead&& ahead, Visit&& visit) const {
      const unsigned shift = places_follow_ ? kPlaceBits : 0;
      NumberGroups::Taken taken;
      for (const std::uint8_t* next = list_; next != nullptr;) {
        const std::size_t count = groups_.take(next, taken);
        for (std::size_t i = 0; i < count; ++i) ahead(store::TagId{taken[i] >> shift});
        for (std::size_t i = 0; i < count; ++i)
          visit(store::TagId{taken[i] >> shift},
                places_follow_ ? static_cast<std::uint8_t>(taken[i] & kPlaceMask)
                               : std::uint8_t{store::kOpenInMain});
      }
    }
    // Calls visit(form, places) with each.
    template <typename Visit>
    void for_each(Visit&& visit) const {
      any_of([&](store::TagId form, std::uint8_t places) {
        visit(form, places);
        return false;
      });
    }

   private:
    friend ForwardIndex;
    Forms(const NumberGroups& groups, const std::uint8_t* list, bool places_follow)
        : groups_(groups), list_(list), places_follow_(places_follow) {}

    template <typename Visit>
    bool any_number(Visit&& visit) const {
      NumberGroups::Taken taken;
      for (const std::uint8_t* next = list_; next != nullptr;) {
        const std::size_t count = groups_.take(next, taken);
        for (std::size_t i = 0; i < count; ++i)
          if (visit(taken[i])) return true;
      }
      return false;
    }

    const NumberGroups& groups_;
    const std::uint8_t* list_;
    bool places_follow_;
  };

  Forms of(std::uint32_t document) const noexcept { return forms_at(list_of(document), document); }
  // Begins to fetch the forms of a document: most of the time of a look is waiting for memory.
  void fetch(std::uint32_t document) const noexcept { __builtin_prefetch(list_of(document)); }
  // Calls visit(document, its forms) for each work of a set, ascending. The lists of works further
  // on are fetched meanwhile: most of the time of a scan is waiting for memory.
  template <typename Visit>
  void for_each(const DocBits& works, Visit&& visit) const {
    std::array<Fetched, kFetchedAhead> fetched{};
    std::size_t count = 0;
    const auto visit_fetched = [&](const Fetched& work) {
      visit(work.number, forms_at(work.list, work.number));
    };
    works.for_each([&](std::uint32_t number) {
      const std::uint8_t* const list = list_of(number);
      __builtin_prefetch(list);
      Fetched& place = fetched[count % kFetchedAhead];
      if (count++ >= kFetchedAhead) visit_fetched(place);
      place = {number, list};
    });
    for (std::size_t i = count < kFetchedAhead ? 0 : count - kFetchedAhead; i < count; ++i)
      visit_fetched(fetched[i % kFetchedAhead]);
  }
  // The same for each that has a list.
  template <typename Visit>
  void for_each(Visit&& visit) const {
    for (std::uint32_t document = 0; document < limit(); ++document)
      if (begin_[document] != kNoList) visit(document, of(document));
  }

  // Every document number is below it.
  std::uint32_t limit() const noexcept { return with_places_.limit(); }
  // The size of the registry.
  std::uint32_t forms() const noexcept { return forms_; }
  // How many works have a list, and the sum of their numbers.
  std::uint32_t works() const noexcept { return works_; }
  std::uint64_t sum_of_works() const noexcept { return sum_of_works_; }
  std::size_t bytes() const noexcept;

 private:
  static constexpr std::size_t kFetchedAhead = 16;
  // A place where an empty list is; nothing else is put there.
  static constexpr std::uint32_t kNoList = 0;
  // A work that bears some form in another way than openly in its main part has the places behind
  // each number.
  static constexpr unsigned kPlaceBits = 4;
  static constexpr std::uint32_t kPlaceMask = (1U << kPlaceBits) - 1;

  struct Fetched {
    std::uint32_t number;
    const std::uint8_t* list;
  };

  Forms forms_at(const std::uint8_t* list, std::uint32_t document) const noexcept {
    const bool places_follow = with_places_.contains(document);
    return {places_follow ? numbers_and_places_ : numbers_, list, places_follow};
  }
  const std::uint8_t* list_of(std::uint32_t document) const noexcept {
    return reinterpret_cast<const std::uint8_t*>(lists_.at(begin_[document]));
  }
  // Says where the list is.
  std::uint32_t add(std::uint32_t document, const std::vector<store::PlacedTag>& tags,
                    FormUse& use);
  std::uint32_t place_of(const std::vector<std::uint8_t>& list);

  std::uint32_t forms_;
  NumberGroups numbers_;
  NumberGroups numbers_and_places_;
  base::PackedNumbers begin_;  // by document number
  DocBits with_places_;
  base::ByteChunks lists_{NumberGroups::kReadBeyond};
  std::uint32_t works_ = 0;
  std::uint64_t sum_of_works_ = 0;
  std::vector<std::uint32_t> packed_numbers_;  // of the work that is being added
  std::vector<std::uint8_t> packed_;
};

}  // namespace ficsearch::snapshot
