// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "ficsearch/import.h"

namespace ficsearch::cli {

// "12,345 works  34.5 MB  3,456 works/s  0:42 left"; without the time left if the size of the
// sources is unknown.
std::string progress_text(const ImportProgress& progress);

// One line at the bottom of a terminal that is drawn over again and again.
class ProgressLine {
 public:
  explicit ProgressLine(bool enabled) : enabled_(enabled) {}

  void draw(const ImportProgress& progress);
  // Makes room for another message.
  void clear();

 private:
  bool enabled_;
  bool drawn_ = false;
};

}  // namespace ficsearch::cli
