// SPDX-License-Identifier: GPL-3.0-or-later
#include "snapshot/work_ids.h"

#include <xapian.h>

#include <charconv>
#include <functional>
#include <optional>
#include <string>
#include <system_error>
#include <utility>

#include "ficsearch/error.h"
#include "store/slots.h"
#include "store/terms.h"

namespace ficsearch::snapshot {

namespace {

[[noreturn]] void damaged() {
  throw Error(ErrorCode::index_corrupt,
              "the index is damaged: its works have other ids than those that they are found by",
              {}, "restore a backup, or import the works into a new index");
}

// Of an id that is written as to_string writes a number, below the greatest of 32 bits.
std::optional<std::uint32_t> number_of(std::string_view id) {
  std::uint32_t number = 0;
  const auto [end, failed] = std::from_chars(id.data(), id.data() + id.size(), number);
  const bool is_whole = failed == std::errc() && end == id.data() + id.size();
  const bool is_plain = id == "0" || (!id.empty() && id.front() != '0');
  if (!is_whole || !is_plain || number == UINT32_MAX) return std::nullopt;
  return number;
}

std::size_t sum_of_id_terms(const Xapian::Database& database) {
  const std::string prefix = store::terms::of_work("");
  std::size_t sum = 0;
  const Xapian::TermIterator end = database.allterms_end(prefix);
  for (Xapian::TermIterator term = database.allterms_begin(prefix); term != end; ++term)
    sum += std::hash<std::string>()(*term);
  return sum;
}

}  // namespace

// An id that a flipped bit made another one would be shown for a work that is left out.
WorkIds::WorkIds(const Xapian::Database& database) {
  Numbers numbers(std::size_t{database.get_lastdocid()} + 1);
  const auto slot = static_cast<Xapian::valueno>(store::Slot::work_id);
  std::size_t sum = 0;
  Xapian::doccount works = 0;
  const Xapian::ValueIterator end = database.valuestream_end(slot);
  const Xapian::PostingIterator last = database.postlist_end("");
  Xapian::PostingIterator work = database.postlist_begin("");
  for (Xapian::ValueIterator value = database.valuestream_begin(slot); value != end; ++value) {
    if (work == last || *work != value.get_docid()) damaged();  // each has an id, nobody else's
    ++work;
    const std::string id = *value;
    add(value.get_docid(), id, numbers);
    sum += std::hash<std::string>()(store::terms::of_work(id));
    ++works;
  }
  text_.shrink_to_fit();
  numbers_ = base::PackedNumbers(numbers);
  if (works != database.get_doccount() || sum != sum_of_id_terms(database)) damaged();
}

void WorkIds::add(std::uint32_t document, std::string_view id, Numbers& numbers) {
  if (numbers.empty()) return add_text(document, id);
  if (const auto number = number_of(id)) {
    numbers[document] = *number + 1;
  } else {
    turn_into_texts(numbers);
    add_text(document, id);
  }
}

void WorkIds::turn_into_texts(Numbers& to_turn) {
  const Numbers numbers = std::exchange(to_turn, {});
  begin_.reserve(numbers.size());
  for (std::uint32_t document = 0; document < numbers.size(); ++document)
    if (numbers[document] != 0) add_text(document, std::to_string(numbers[document] - 1));
}

void WorkIds::add_text(std::uint32_t document, std::string_view id) {
  if (text_.size() + id.size() > UINT32_MAX)
    throw Error(ErrorCode::query_limit, "the ids of the works take more than 4 GB", {},
                "split the archive over several indexes");
  begin_.resize(std::size_t{document} + 1, static_cast<std::uint32_t>(text_.size()));
  text_ += id;
}

std::string WorkIds::of(std::uint32_t document) const {
  if (numbers_.size() != 0) {
    const std::uint32_t number = numbers_[document];
    return number == 0 ? std::string() : std::to_string(number - 1);
  }
  if (document >= begin_.size()) return {};
  const std::size_t end =
      std::size_t{document} + 1 < begin_.size() ? begin_[document + 1] : text_.size();
  return text_.substr(begin_[document], end - begin_[document]);
}

}  // namespace ficsearch::snapshot
