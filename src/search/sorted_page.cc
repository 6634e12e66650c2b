// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/sorted_page.h"

#include <xapian.h>

#include <algorithm>
#include <functional>
#include <string>

#include "snapshot/column.h"
#include "store/slots.h"

namespace ficsearch::search {
namespace {

using snapshot::Column;
using snapshot::DocBits;

// Looking a work up in a set costs about as much as looking at two works of the set in a row.
constexpr std::uint64_t kWalkCost = 2;

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

std::vector<std::uint32_t> walked_page(const DocBits& set, const std::vector<std::uint32_t>& order,
                                       const WorkOrder& comes_first, const PageBounds& bounds) {
  auto work = order.begin();
  if (bounds.after)
    work = std::partition_point(order.begin(), order.end(), [&](std::uint32_t candidate) {
      return !comes_first.is_behind(candidate, *bounds.after);
    });
  std::vector<std::uint32_t> page;
  std::size_t to_skip = bounds.offset;
  for (; work != order.end() && page.size() < bounds.limit; ++work) {
    if (!set.contains(*work)) continue;
    if (to_skip > 0)
      --to_skip;
    else
      page.push_back(*work);
  }
  return page;
}

std::vector<std::uint32_t> selected_page(const DocBits& set, const WorkOrder& comes_first,
                                         const PageBounds& bounds) {
  const std::size_t wanted = bounds.offset + bounds.limit;
  // The best so far. When twice as many are held as are wanted, the worse half goes, and the worst
  // that is left bounds what comes.
  std::vector<std::uint32_t> best;
  bool is_bounded = false;
  std::uint32_t bound = 0;
  set.for_each([&](std::uint32_t work) {
    if (bounds.after && !comes_first.is_behind(work, *bounds.after)) return;
    if (is_bounded && !comes_first(work, bound)) return;
    best.push_back(work);
    if (best.size() < 2 * wanted) return;
    const auto last = best.begin() + static_cast<std::ptrdiff_t>(wanted) - 1;
    std::nth_element(best.begin(), last, best.end(), std::cref(comes_first));
    bound = *last;
    is_bounded = true;
    best.resize(wanted);
  });
  if (best.size() <= bounds.offset) return {};
  const std::size_t end = std::min(wanted, best.size());
  std::partial_sort(best.begin(), best.begin() + static_cast<std::ptrdiff_t>(end), best.end(),
                    std::cref(comes_first));
  return {best.begin() + static_cast<std::ptrdiff_t>(bounds.offset),
          best.begin() + static_cast<std::ptrdiff_t>(end)};
}

// The place of a title among those of the works: the index has no list of titles to look it up in.
std::int64_t doubled_key_of_title(const std::string& value, const store::Reader& reader,
                                  snapshot::Snapshot& snapshot) {
  const auto& order = snapshot.order(reader, Field::title, true);
  const auto slot = static_cast<Xapian::valueno>(store::Slot::title);
  const auto value_of = [&](std::uint32_t work) {
    return reader.database().get_document(work, Xapian::DOC_ASSUME_VALID).get_value(slot);
  };
  const auto found = std::partition_point(order.begin(), order.end(), [&](std::uint32_t work) {
    return snapshot.column(reader, Field::title).key(work) == 0 || value_of(work) < value;
  });
  if (value.empty()) return 0;
  if (found == order.end()) return INT64_MAX;
  const std::int64_t key = 2 * std::int64_t{snapshot.column(reader, Field::title).key(*found)};
  return value_of(*found) == value ? key : key - 1;
}

}  // namespace

std::vector<std::uint32_t> sorted_page(const DocBits& set, std::uint64_t count,
                                       const std::vector<SortKey>& keys, const PageBounds& bounds,
                                       const store::Reader& reader, snapshot::Snapshot& snapshot) {
  if (count == 0 || bounds.limit == 0 || bounds.offset >= count) return {};
  const WorkOrder order(keys, reader, snapshot);
  PageBounds within = bounds;
  within.limit = std::min<std::size_t>(bounds.limit, count - bounds.offset);
  if (keys.size() == 1 && snapshot.resident() != nullptr) {
    const std::uint64_t steps = (within.offset + within.limit) * snapshot.limit() / count;
    if (steps * kWalkCost < count)
      return walked_page(set, snapshot.order(reader, *keys.front().field, keys.front().ascending),
                         order, within);
  }
  return selected_page(set, order, within);
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
