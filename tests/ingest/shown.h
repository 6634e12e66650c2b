// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "ficsearch/work.h"
#include "ingest/reader.h"

namespace ficsearch::test {

// A field of a work as tables of tests write it: lists joined by "; ", tags as "facet:name", titles
// as "language:title", dates in ISO 8601, readings as "surface=kana"; "extra.key" is the JSON text
// of a stored field. Empty if the work does not have it.
std::string shown(const Work& work, std::string_view field);

// The same of what a reader made of a record; of a reject, its code for the field "reject".
std::string shown(const ingest::ReadResult& result, std::string_view field);

}  // namespace ficsearch::test
