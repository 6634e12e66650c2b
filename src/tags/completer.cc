// SPDX-License-Identifier: GPL-3.0-or-later
#include "tags/completer.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "tags/alike_names.h"
#include "tags/script.h"
#include "text/keys.h"
#include "text/reading_key.h"

namespace ficsearch::tags {

Completer::Completer(const Dictionary& dictionary) : dictionary_(dictionary) {
  names_.reserve(dictionary.aliases().size() * 2);
  for (const Dictionary::Alias& alias : dictionary.aliases()) add(alias.target, alias.text, false);
  for (std::size_t i = 0; i < dictionary.concepts().size(); ++i)
    for (const std::string& reading : dictionary.concepts()[i].readings)
      add(static_cast<ConceptRef>(i), reading, true);
  for (std::uint32_t place = 0; place < names_.size(); ++place) {
    index_.add_writing(names_[place].fold, place);
    for (const std::string& sound : names_[place].sounds) index_.add_sound(sound, place);
  }
  index_.sort();
}

void Completer::add(ConceptRef owner, std::string_view text, bool is_reading) {
  Name name{is_reading ? "" : text::fold_key(text), {}, owner, text};
  if (is_kana(script_of(text))) name.sounds = {text::reading_key(text)};
  names_.push_back(std::move(name));
}

// The best name of each concept.
class Completer::Best {
 public:
  explicit Best(const Completer& completer) : completer_(completer) {}

  void add(std::uint32_t place, Fit fit) {
    const Name& name = completer_.names_[place];
    const bool is_other = name.text != completer_.dictionary_[name.owner].label();
    const Rank rank{fit, is_other, name.text.size(), name.text};
    const auto [entry, is_new] = best_.try_emplace(name.owner, rank);
    if (!is_new) entry->second = std::min(entry->second, rank);
  }

  std::vector<Completion> completions() const {
    std::vector<Completion> completions;
    for (const auto& [target, rank] : best_)
      completions.push_back({target, std::get<Fit>(rank), std::get<std::string_view>(rank)});
    std::stable_sort(completions.begin(), completions.end(),
                     [](const Completion& a, const Completion& b) { return a.fit < b.fit; });
    return completions;
  }

 private:
  // Of names that fit alike, the label says most, then the shortest.
  using Rank = std::tuple<Fit, bool, std::size_t, std::string_view>;

  const Completer& completer_;
  std::map<ConceptRef, Rank> best_;
};

std::vector<Completion> Completer::complete(const TypedTag& typed) const {
  Best best(*this);
  index_.for_each_begun(typed, [&](std::uint32_t place, Fit fit) { best.add(place, fit); });
  index_.for_each_holding(typed, [&](std::uint32_t place) { best.add(place, Fit::holds); });
  return best.completions();
}

const PieceIndex& Completer::pieces() const {
  std::call_once(pieces_are_made_, [&] {
    for (std::uint32_t place = 0; place < names_.size(); ++place)
      pieces_.add(place, name_pieces(names_[place].fold, names_[place].sounds));
    pieces_.finish();
  });
  return pieces_;
}

std::vector<Completion> Completer::complete_begun(const TypedTag& typed) const {
  Best best(*this);
  index_.for_each_begun(typed, [&](std::uint32_t place, Fit fit) { best.add(place, fit); });
  return best.completions();
}

}  // namespace ficsearch::tags
