// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/snapshot_alike.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <numeric>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "tags/alike_names.h"

namespace ficsearch::engine {
namespace {

class SnapshotAlike {
 public:
  SnapshotAlike(const SuggestionRequest& request, const tags::Completer& completer,
                search::BorneMeanings& borne, const Likeness& likeness)
      : request_(request),
        completer_(completer),
        borne_(borne),
        meanings_(borne.resident().meanings),
        likeness_(likeness),
        shared_(meanings_.size()),
        shared_of_names_(completer.names().size()) {
    borne_.count_all();
    weigh_pieces();
    add_up();
  }

  void visit_each(const VisitAlike& visit) {
    std::vector<Alike> alike = candidates();
    const auto rank = [](const Alike& a) { return std::pair(-a.score, ~a.works); };
    std::sort(alike.begin(), alike.end(),
              [&](const Alike& a, const Alike& b) { return rank(a) < rank(b); });
    for (auto first = alike.begin(); first != alike.end();) {
      request_.deadline.check();
      const auto end = std::find_if(
          first, alike.end(), [&](const Alike& other) { return rank(other) != rank(*first); });
      if (visit_equals({first, end}, visit)) return;
      first = end;
    }
  }

 private:
  struct Alike {
    std::uint32_t meaning;
    std::string_view name;  // of a concept
    double score;
    std::uint64_t works;
  };

  bool is_offered(std::uint32_t meaning) {
    return is_of(request_.facet, meanings_.facet(meaning)) && borne_.works(meaning) != 0;
  }
  std::uint32_t owner(std::uint32_t place) const {
    return meanings_.of_concept(completer_.names()[place].owner);
  }
  const tags::PieceIndex& spellings() const { return borne_.completions().pieces; }

  // The offered concepts that have a name.
  std::vector<bool> named_concepts() {
    std::vector<bool> is_named(completer_.dictionary().concepts().size());
    for (std::uint32_t place = 0; place < completer_.names().size(); ++place)
      if (is_offered(owner(place))) is_named[owner(place)] = true;
    return is_named;
  }

  // Whoever has the piece, each once.
  std::size_t owners_having(std::uint64_t piece) {
    std::size_t having = 0;
    spellings().for_each(piece,
                         [&](std::uint32_t meaning) { having += is_offered(meaning) ? 1 : 0; });
    std::vector<bool> is_counted(completer_.dictionary().concepts().size());
    completer_.pieces().for_each(piece, [&](std::uint32_t place) {
      if (is_counted[owner(place)] || !is_offered(owner(place))) return;
      is_counted[owner(place)] = true;
      ++having;
    });
    return having;
  }

  void weigh_pieces() {
    const std::vector<bool> is_named = named_concepts();
    auto owners = static_cast<std::size_t>(std::count(is_named.begin(), is_named.end(), true));
    for (auto meaning = static_cast<std::uint32_t>(is_named.size()); meaning < meanings_.size();
         ++meaning)
      if (is_offered(meaning)) ++owners;
    for (const std::uint64_t piece : likeness_.pieces) {
      request_.deadline.check();
      weights_.push_back(tags::piece_weight(owners, owners_having(piece)));
    }
    least_ = likeness_.least_share * std::accumulate(weights_.begin(), weights_.end(), 0.0);
  }

  // Piece after piece, as AlikeNames does: sums of floating point depend on their order.
  void add_up() {
    for (std::size_t i = 0; i < weights_.size(); ++i) {
      request_.deadline.check();
      spellings().for_each(likeness_.pieces[i], [&](std::uint32_t meaning) {
        if (shared_[meaning] == 0) touched_.push_back(meaning);
        shared_[meaning] += weights_[i];
      });
      completer_.pieces().for_each(likeness_.pieces[i], [&](std::uint32_t place) {
        shared_of_names_[place] += weights_[i];
      });
    }
  }

  std::vector<Alike> candidates() {
    std::vector<Alike> alike;
    for (const std::uint32_t meaning : touched_)
      if (shared_[meaning] >= least_ && is_offered(meaning))
        alike.push_back({meaning,
                         {},
                         tags::likeness(shared_[meaning], spellings().pieces_of(meaning)),
                         borne_.works(meaning)});
    std::map<std::uint32_t, Alike> best;  // of each concept the best name, of equals the first
    for (std::uint32_t place = 0; place < shared_of_names_.size(); ++place) {
      const double shared = shared_of_names_[place];
      if (shared == 0 || shared < least_ || !is_offered(owner(place))) continue;
      const Alike name{owner(place), completer_.names()[place].text,
                       tags::likeness(shared, completer_.pieces().pieces_of(place)),
                       borne_.works(owner(place))};
      const auto [known, is_new] = best.try_emplace(name.meaning, name);
      if (!is_new && name.score > known->second.score) known->second = name;
    }
    for (const auto& [meaning, name] : best) alike.push_back(name);
    return alike;
  }

  // Those that are equally alike, and borne equally often, in the order of offers.
  bool visit_equals(std::span<const Alike> equals, const VisitAlike& visit) {
    std::vector<std::pair<search::BorneTag, std::string_view>> tags;
    for (const Alike& each : equals)
      tags.emplace_back(borne_.tag(each.meaning, each.works), each.name);
    std::sort(tags.begin(), tags.end(), [](const auto& a, const auto& b) {
      return std::tie(a.first.label, a.first.facet, a.first.concept_id) <
             std::tie(b.first.label, b.first.facet, b.first.concept_id);
    });
    return std::any_of(tags.begin(), tags.end(), [&](const auto& each) {
      return visit({each.first.ref, &each.first}, each.second);
    });
  }

  const SuggestionRequest& request_;
  const tags::Completer& completer_;
  search::BorneMeanings& borne_;
  const snapshot::MeaningTable& meanings_;
  const Likeness& likeness_;
  std::vector<double> weights_;          // of the text's pieces
  double least_ = 0;                     // that a name has to share
  std::vector<double> shared_;           // by meaning: of spellings
  std::vector<std::uint32_t> touched_;   // the spellings that share something
  std::vector<double> shared_of_names_;  // of concepts, by place in the completer
};

}  // namespace

void visit_alike_in_snapshot(const SuggestionRequest& request, const tags::Completer& completer,
                             search::BorneMeanings& borne, const Likeness& likeness,
                             const VisitAlike& visit) {
  SnapshotAlike(request, completer, borne, likeness).visit_each(visit);
}

}  // namespace ficsearch::engine
