// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/xml_document.h"

#include <libxml/xmlreader.h>

#include <memory>
#include <new>

#include "ficsearch/error.h"
#include "ingest/xml_silence.h"

namespace ficsearch::ingest {
namespace {

// No XML_PARSE_NOENT, DTDLOAD or HUGE, ever: they are how documents read files and eat memory.
constexpr int kOptions = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                         XML_PARSE_NOCDATA | XML_PARSE_COMPACT;

struct ReaderFree {
  void operator()(xmlTextReader* reader) const noexcept { xmlFreeTextReader(reader); }
};
using Reader = std::unique_ptr<xmlTextReader, ReaderFree>;

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

class TreeBuilder {
 public:
  TreeBuilder(std::string_view bytes, const std::string& name)
      : name_(name),
        reader_(xmlReaderForMemory(bytes.data(), static_cast<int>(bytes.size()), nullptr, nullptr,
                                   kOptions)) {
    if (!reader_) throw std::bad_alloc();
    // An error is what xmlTextReaderRead returns; libxml2 prints nothing.
    xmlTextReaderSetStructuredErrorHandler(reader_.get(), ignore, nullptr);
  }

  XmlElement build() {
    XmlElement document;
    open_.push_back(&document);
    int more = 0;
    while ((more = xmlTextReaderRead(reader_.get())) == 1) take_node();
    if (more != 0 || document.children.empty()) fail("it is not well-formed");
    return std::move(document.children.front());
  }

 private:
  static void ignore(void*, xmlErrorPtr) {}

  void take_node() {
    switch (xmlTextReaderNodeType(reader_.get())) {
      case XML_READER_TYPE_ELEMENT:
        return open_element();
      case XML_READER_TYPE_END_ELEMENT:
        open_.pop_back();
        return;
      case XML_READER_TYPE_TEXT:
      case XML_READER_TYPE_CDATA:
      case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
        open_.back()->text += view(xmlTextReaderConstValue(reader_.get()));
        return;
      case XML_READER_TYPE_ENTITY_REFERENCE:
        fail("it uses the entity &" + std::string(view(xmlTextReaderConstName(reader_.get()))) +
             ";, and entities are not read");
      default:
        return;
    }
  }

  void open_element() {
    if (++elements_ > kMaxXmlElements) refuse_size("elements", kMaxXmlElements);
    if (open_.size() > kMaxXmlDepth) refuse_size("levels", kMaxXmlDepth);
    const bool is_empty = xmlTextReaderIsEmptyElement(reader_.get()) == 1;
    XmlElement element;
    element.name = view(xmlTextReaderConstLocalName(reader_.get()));
    while (xmlTextReaderMoveToNextAttribute(reader_.get()) == 1)
      element.attributes.emplace_back(view(xmlTextReaderConstLocalName(reader_.get())),
                                      view(xmlTextReaderConstValue(reader_.get())));
    // The parent's children move when they grow, but only its last child is ever open.
    open_.back()->children.push_back(std::move(element));
    if (!is_empty) open_.push_back(&open_.back()->children.back());
  }

  [[noreturn]] void refuse_size(const std::string& what, std::size_t limit) const {
    throw Error(ErrorCode::out_of_range,
                name_ + " has more than " + std::to_string(limit) + ' ' + what);
  }

  [[noreturn]] void fail(const std::string& problem) const {
    const int line = xmlTextReaderGetParserLineNumber(reader_.get());
    throw Error(ErrorCode::bad_xml, name_ + ", line " + std::to_string(line) + ": " + problem);
  }

  const std::string& name_;
  Reader reader_;
  std::vector<XmlElement*> open_;
  std::size_t elements_ = 0;
};

}  // namespace

std::string_view XmlElement::attribute(std::string_view attribute_name) const noexcept {
  for (const auto& [key, value] : attributes)
    if (key == attribute_name) return value;
  return {};
}

const XmlElement* XmlElement::child(std::string_view child_name) const noexcept {
  for (const XmlElement& element : children)
    if (element.name == child_name) return &element;
  return nullptr;
}

XmlElement parse_xml(std::string_view bytes, const std::string& name) {
  if (bytes.size() > kMaxXmlBytes)
    throw Error(ErrorCode::out_of_range,
                name + " is longer than " + std::to_string(kMaxXmlBytes) + " bytes");
  const XmlSilence silence;
  return TreeBuilder(bytes, name).build();
}

}  // namespace ficsearch::ingest
