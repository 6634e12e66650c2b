// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/sorted_page.h"

#include <xapian.h>

#include <algorithm>
#include <functional>
#include <optional>
#include <string>

#include "snapshot/column.h"
#include "snapshot/sort_order.h"
#include "store/slots.h"

namespace ficsearch::search {
namespace {

using snapshot::Column;
using snapshot::DocBits;
using snapshot::SortOrder;

// Finding a work of the set and comparing it by its columns, which are far away in memory, costs
// about as much as so many steps along an order that is in a row.
constexpr std::uint64_t kSelectCost = 16;

// The order of works by the columns of the sort keys.
class WorkOrder {
 public:
  WorkOrder(const std::vector<SortKey>& keys, const store::Reader& reader,
            snapshot::Snapshot& snapshot) {
    for (const SortKey& key : keys)
      columns_.push_back({&snapshot.column(reader, *key.field), key.ascending});
  }

  bool operator()(std::uint32_t a, std::uint32_t b) const {
    for (const auto& [column, ascending] : columns_) {
      const std::uint32_t of_a = column->key(a);
      const std::uint32_t of_b = column->key(b);
      if (of_a != of_b) return ascending ? of_a < of_b : of_a > of_b;
    }
    return a > b;
  }

  bool is_behind(std::uint32_t work, const PagePosition& position) const {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const std::int64_t key = 2 * std::int64_t{columns_[i].column->key(work)};
      if (key != position.doubled_keys[i])
        return columns_[i].ascending ? key > position.doubled_keys[i]
                                     : key < position.doubled_keys[i];
    }
    return work < position.document;
  }

 private:
  struct SortColumn {
    const Column* column;
    bool ascending;
  };
  std::vector<SortColumn> columns_;
};

std::vector<std::uint32_t> walked_page(const DocBits& set, const SortOrder& order,
                                       const WorkOrder& comes_first, const PageBounds& bounds) {
  SortOrder::Place begin;
  if (bounds.after)
    begin = order.partition_point(
        [&](std::uint32_t candidate) { return !comes_first.is_behind(candidate, *bounds.after); });
  std::vector<std::uint32_t> page;
  std::size_t to_skip = bounds.offset;
  order.any_of(begin, [&](std::uint32_t work) {
    if (!set.contains(work)) return false;
    if (to_skip > 0)
      --to_skip;
    else
      page.push_back(work);
    return page.size() == bounds.limit;
  });
  return page;
}

// Takes the page of what `comes_first` orders. When twice as many are held as are wanted, the worse
// half goes, and the worst that is left bounds what comes. From both ends inwards: works are mostly
// added in the order of what they are sorted by, or against it, and then the first few already
// bound nearly all others.
template <typename Item, typename ComesFirst>
std::vector<Item> best_of(const std::vector<Item>& items, ComesFirst comes_first,
                          const PageBounds& bounds) {
  const std::size_t wanted = bounds.offset + bounds.limit;
  std::vector<Item> best;
  std::optional<Item> bound;
  for (std::size_t taken = 0; taken < items.size(); ++taken) {
    const Item item = items[taken % 2 == 0 ? items.size() - 1 - taken / 2 : taken / 2];
    if (bound && !comes_first(item, *bound)) continue;
    best.push_back(item);
    if (best.size() < 2 * wanted) continue;
    const auto last = best.begin() + static_cast<std::ptrdiff_t>(wanted) - 1;
    std::nth_element(best.begin(), last, best.end(), comes_first);
    bound = *last;
    best.resize(wanted);
  }
  if (best.size() <= bounds.offset) return {};
  const std::size_t end = std::min(wanted, best.size());
  std::partial_sort(best.begin(), best.begin() + static_cast<std::ptrdiff_t>(end), best.end(),
                    comes_first);
  return {best.begin() + static_cast<std::ptrdiff_t>(bounds.offset),
          best.begin() + static_cast<std::ptrdiff_t>(end)};
}

std::vector<std::uint32_t> selected_page(const DocBits& set, const WorkOrder& order,
                                         const PageBounds& bounds) {
  std::vector<std::uint32_t> works;
  works.reserve(set.count());
  set.for_each([&](std::uint32_t work) {
    if (!bounds.after || order.is_behind(work, *bounds.after)) works.push_back(work);
  });
  return best_of(works, std::cref(order), bounds);
}

// By one key, work and key are one number: nothing is looked up twice. All are looked up before any
// is compared, so that the processor waits for many at once.
std::vector<std::uint32_t> selected_page(const DocBits& set, const Column& column, bool ascending,
                                         const PageBounds& bounds) {
  const std::uint32_t flip = ascending ? ~std::uint32_t{0} : 0;
  std::vector<std::uint64_t> works;
  works.reserve(set.count());
  set.for_each([&](std::uint32_t work) {
    works.push_back(std::uint64_t{column.key(work) ^ flip} << 32 | work);
  });
  std::vector<std::uint32_t> page;
  for (const std::uint64_t best : best_of(works, std::greater<>(), bounds))
    page.push_back(static_cast<std::uint32_t>(best));
  return page;
}

// The place of a title among those of the works: the index has no list of titles to look it up in.
std::int64_t doubled_key_of_title(const std::string& value, const store::Reader& reader,
                                  snapshot::Snapshot& snapshot) {
  const SortOrder& order = snapshot.order(reader, Field::title, true);
  const auto slot = static_cast<Xapian::valueno>(store::Slot::title);
  const auto value_of = [&](std::uint32_t work) {
    return reader.database().get_document(work, Xapian::DOC_ASSUME_VALID).get_value(slot);
  };
  if (value.empty()) return 0;
  const SortOrder::Place place = order.partition_point([&](std::uint32_t work) {
    return snapshot.column(reader, Field::title).key(work) == 0 || value_of(work) < value;
  });
  std::int64_t doubled_key = INT64_MAX;
  order.any_of(place, [&](std::uint32_t found) {
    const std::int64_t key = 2 * std::int64_t{snapshot.column(reader, Field::title).key(found)};
    doubled_key = value_of(found) == value ? key : key - 1;
    return true;
  });
  return doubled_key;
}

}  // namespace

std::vector<std::uint32_t> sorted_page(const DocBits& set, std::uint64_t count,
                                       const std::vector<SortKey>& keys, const PageBounds& bounds,
                                       const store::Reader& reader, snapshot::Snapshot& snapshot) {
  if (count == 0 || bounds.limit == 0 || bounds.offset >= count) return {};
  const WorkOrder order(keys, reader, snapshot);
  PageBounds within = bounds;
  within.limit = std::min<std::size_t>(bounds.limit, count - bounds.offset);
  if (keys.size() > 1) return selected_page(set, order, within);
  const auto& [field, ascending] = keys.front();
  if (snapshot.resident() != nullptr) {
    const std::uint64_t steps = (within.offset + within.limit) * snapshot.limit() / count;
    if (steps < count * kSelectCost)
      return walked_page(set, snapshot.order(reader, *field, ascending), order, within);
  }
  if (within.after) return selected_page(set, order, within);
  return selected_page(set, snapshot.column(reader, *field), ascending, within);
}

PagePosition position_behind(const std::vector<SortKey>& keys,
                             const std::vector<std::string>& values, std::uint32_t document,
                             const store::Reader& reader, snapshot::Snapshot& snapshot) {
  PagePosition position{{}, document};
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const Field field = *keys[i].field;
    position.doubled_keys.push_back(
        field == Field::title ? doubled_key_of_title(values[i], reader, snapshot)
        : values[i].empty()
            ? 0
            : snapshot.column(reader, field).doubled_key(store::decode_value(field, values[i])));
  }
  return position;
}

}  // namespace ficsearch::search
