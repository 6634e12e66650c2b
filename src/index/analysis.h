// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "ficsearch/work.h"
#include "index/labels.h"
#include "store/document.h"
#include "text/tokenizer.h"

namespace ficsearch::index {

// A work turned into terms and values: everything but the value with the numbers of its tags, which
// only the writer can give. So works can be analysed in parallel and numbered in order.
struct AnalysedWork {
  store::Document document;
  std::vector<Label> labels;
};

// Analyses `work`; `record` is its store::encode_record. Ranking weights of the fields: title over
// authors over summary over body.
AnalysedWork analyse(const Work& work, std::string record, text::Tokenizer& tokenizer);

// The value of Slot::tags: every label with the number that `number_of` gives it, by its place in
// `labels`.
std::string numbered_tags(const std::vector<Label>& labels,
                          const std::function<store::TagId(std::size_t place)>& number_of);

}  // namespace ficsearch::index
