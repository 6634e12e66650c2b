// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace ficsearch::text {

// C: whether `censored` is `term` with one or more of its characters hidden, each by one mark
// (寝〇られ, N*R), and at least as many shown as hidden. Compares surface keys.
//
// A pattern fits many words of a language. Ask it of a curated list of sensitive terms, never of
// all terms. Pure; input is well-formed UTF-8.
bool censored_match(std::string_view censored, std::string_view term);

// Whether any character of `utf8` may hide another: quick to ask before censored_match.
bool has_censor_mark(std::string_view utf8);

}  // namespace ficsearch::text
