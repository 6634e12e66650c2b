// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "ficsearch/import.h"
#include "ficsearch/maintenance.h"

namespace ficsearch::cli {

// "12,345 works  34.5 MB  3,456 works/s  0:42 left"; without the time left if the size of the
// sources is unknown.
std::string progress_text(const ImportProgress& progress);

// "checking works  1,234 of 5,000"; in percent where the numbers would be too long to read.
std::string progress_text(const MaintenanceProgress& progress);

// One line at the bottom of a terminal that is drawn over again and again.
class ProgressLine {
 public:
  explicit ProgressLine(bool enabled) : enabled_(enabled) {}
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;
  ~ProgressLine() { clear(); }

  void draw(const ImportProgress& progress);
  void draw(const MaintenanceProgress& progress);
  // Makes room for another message.
  void clear();

 private:
  void show(const std::string& text);

  bool enabled_;
  bool drawn_ = false;
};

}  // namespace ficsearch::cli
