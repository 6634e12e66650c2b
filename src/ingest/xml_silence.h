// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libxml/xmlerror.h>

namespace ficsearch::ingest {

// While it lives, libxml2 prints nothing in this thread: some errors of charsets go past the
// handler of the parser. What matters is what the parser returns.
class XmlSilence {
 public:
  XmlSilence()
      : handler_(xmlStructuredError),
        data_(xmlStructuredErrorContext),
        printer_(xmlGenericError),
        printer_data_(xmlGenericErrorContext) {
    xmlSetStructuredErrorFunc(nullptr, [](void*, xmlErrorPtr) {});
    xmlSetGenericErrorFunc(nullptr, print_nothing);
  }
  XmlSilence(const XmlSilence&) = delete;
  XmlSilence& operator=(const XmlSilence&) = delete;
  ~XmlSilence() {
    xmlSetGenericErrorFunc(printer_data_, printer_);
    xmlSetStructuredErrorFunc(data_, handler_);
  }

 private:
  static void print_nothing(void*, const char*, ...) {}

  xmlStructuredErrorFunc handler_;
  void* data_;
  xmlGenericErrorFunc printer_;
  void* printer_data_;
};

}  // namespace ficsearch::ingest
