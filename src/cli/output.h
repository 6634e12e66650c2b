// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace ficsearch::cli {

// Thrown when whoever reads our output has closed it: they have all they want, and the program ends
// quietly. Not an Error, because nothing went wrong.
struct OutputClosed {};

// Standard output, buffered.
class Output {
 public:
  // Throws OutputClosed, Error(`io`, `disk_full`) when the buffer is full and cannot be written.
  void write(std::string_view text);
  void write_line(std::string_view line);
  // As write. What is not flushed is lost, so that a failed command prints nothing.
  void flush();

 private:
  std::string buffer_;
};

}  // namespace ficsearch::cli
