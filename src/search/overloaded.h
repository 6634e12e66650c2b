// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ficsearch::search {

// Sum types are handled by one overload a kind: a new kind does not compile until it has a meaning.
template <typename... Ts>
struct Overloaded : Ts... {
  using Ts::operator()...;
};
template <typename... Ts>
Overloaded(Ts...) -> Overloaded<Ts...>;

}  // namespace ficsearch::search
