// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/html_events.h"
#include "ingest/white_space.h"
#include "ingest/xml_silence.h"

#include <libxml/HTMLparser.h>

#include <exception>
#include <memory>
#include <new>

#include "ficsearch/error.h"

namespace ficsearch::ingest {
namespace {

constexpr int kOptions = HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR |
                         HTML_PARSE_NOWARNING | HTML_PARSE_IGNORE_ENC | HTML_PARSE_NODEFDTD;

// Where a document type stands if there is one.
constexpr std::size_t kPrologBytes = 1024;

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

struct ContextFree {
  void operator()(htmlParserCtxt* context) const noexcept { htmlFreeParserCtxt(context); }
};
using Context = std::unique_ptr<htmlParserCtxt, ContextFree>;

// What libxml2's callbacks share.
struct Parsing {
  HtmlHandler& handler;
  htmlParserCtxt* context = nullptr;
  std::size_t depth = 0;
  std::exception_ptr failure = nullptr;

  // Exceptions may not pass through C: the first is kept, and nothing follows it.
  template <typename Step>
  void run(Step step) noexcept {
    if (failure) return;
    try {
      step();
    } catch (...) {
      failure = std::current_exception();
      xmlStopParser(context);
    }
  }
};

void refuse_deep(const Parsing& parsing) {
  if (parsing.depth <= kMaxHtmlDepth) return;
  const int line = xmlSAX2GetLineNumber(parsing.context);
  throw Error(ErrorCode::out_of_range, "line " + std::to_string(line) +
                                           ": elements stand in each other deeper than " +
                                           std::to_string(kMaxHtmlDepth) + " levels");
}

void on_start(void* data, const xmlChar* name, const xmlChar** attributes) {
  auto& parsing = *static_cast<Parsing*>(data);
  parsing.run([&] {
    ++parsing.depth;
    refuse_deep(parsing);
    HtmlAttributes read;
    for (; attributes != nullptr && *attributes != nullptr; attributes += 2)
      read.add(view(attributes[0]), view(attributes[1]));
    parsing.handler.start(view(name), read);
  });
}

void on_end(void* data, const xmlChar* name) {
  auto& parsing = *static_cast<Parsing*>(data);
  parsing.run([&] {
    --parsing.depth;
    parsing.handler.end(view(name));
  });
}

void on_text(void* data, const xmlChar* text, int size) {
  auto& parsing = *static_cast<Parsing*>(data);
  parsing.run([&] { parsing.handler.text(view(text).substr(0, static_cast<std::size_t>(size))); });
}

// <!DOCTYPE html [ <!ENTITY … > ]> is of XML; HTML would take its end for text.
std::string_view without_doctype(std::string_view page) {
  const std::size_t doctype = page.substr(0, kPrologBytes).find("<!DOCTYPE");
  if (doctype == std::string_view::npos) return page;
  const std::size_t subset = page.find_first_of("[>", doctype);
  if (subset == std::string_view::npos || page[subset] == '>') return page;
  const std::size_t end = page.find("]>", subset);
  return end == std::string_view::npos ? page : page.substr(end + 2);
}

}  // namespace

std::string_view HtmlAttributes::get(std::string_view name) const noexcept {
  for (const auto& [key, value] : values_)
    if (key == name) return value;
  return {};
}

bool HtmlAttributes::has_word(std::string_view name, std::string_view word) const noexcept {
  return ingest::has_word(get(name), word);
}

void parse_html(std::string_view utf8, HtmlHandler& handler) {
  const XmlSilence silence;
  const Context context{htmlNewParserCtxt()};
  if (!context) throw std::bad_alloc();
  const std::string_view page = without_doctype(utf8);
  Parsing parsing{.handler = handler, .context = context.get()};
  *context->sax = {};
  context->sax->startElement = on_start;
  context->sax->endElement = on_end;
  context->sax->characters = on_text;
  context->sax->cdataBlock = on_text;
  context->sax->ignorableWhitespace = on_text;
  context->userData = &parsing;
  htmlCtxtReadMemory(context.get(), page.data(), static_cast<int>(page.size()), nullptr, "UTF-8",
                     kOptions);
  if (parsing.failure) std::rethrow_exception(parsing.failure);
}

}  // namespace ficsearch::ingest
