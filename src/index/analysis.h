// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>
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
  std::vector<std::string> label_folds;  // folded key of each label
};

// Analyses `work`; `record` is its store::encode_record. Ranking weights of the fields: title over
// authors over summary over body.
AnalysedWork analyse(const Work& work, std::string record, text::Tokenizer& tokenizer);

// Gives the number of a facet and written form with this folded key.
using TagNumbers =
    std::function<store::TagId(Facet facet, std::string_view written, std::string_view fold_key)>;

// The finished document: numbers every label and adds the value that lists them all.
store::Document number_tags(AnalysedWork analysed, const TagNumbers& number_of);

}  // namespace ficsearch::index
