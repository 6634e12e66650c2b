// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include "text/mecab_tagger.h"
#include "tools/normalization_case.h"

namespace ficsearch::tools {

// Runs cases through the normalizer.
class CaseChecker {
 public:
  // What the normalizer answers to a case, in the words of its `expected` column: equal to it if
  // the case passes. Throws Error(`bad_value`), with the line, for an unknown operation or a tier
  // that the operation does not have.
  std::string answer(const NormalizationCase& test_case);

 private:
  std::string answer_reading(const NormalizationCase& test_case);
  std::string answer_best(const NormalizationCase& test_case);
  // Opened when first needed: most cases do without a dictionary.
  text::MecabTagger& tagger();

  std::unique_ptr<text::MecabTagger> tagger_;
};

// Whether a case concerns one of `tiers` (letters): its own, and for operations that check many or
// none, S and F.
bool concerns(const NormalizationCase& test_case, const std::string& tiers);

}  // namespace ficsearch::tools
