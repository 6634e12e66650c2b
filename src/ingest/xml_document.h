// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ficsearch::ingest {

// An element of a small XML document. Names are local: "title" for <dc:title>, "role" for
// opf:role="…".
struct XmlElement {
  std::string name;
  std::vector<std::pair<std::string, std::string>> attributes;
  std::string text;  // of the element itself, white space as it is
  std::vector<XmlElement> children;

  // The value of an attribute; empty if it is absent.
  std::string_view attribute(std::string_view attribute_name) const noexcept;
  // The first child of that name; null if there is none.
  const XmlElement* child(std::string_view child_name) const noexcept;
};

// Limits of documents that are kept in memory whole.
inline constexpr std::size_t kMaxXmlBytes = 8u << 20;
inline constexpr std::size_t kMaxXmlElements = 200'000;
inline constexpr std::size_t kMaxXmlDepth = 256;

// The root of a package document or comic description, in the charset that it declares. No entity
// is expanded but XML's own five, no DTD is read and no address is opened: a document that needs
// them is refused. `name` is for messages. Throws Error: `bad_xml` with the line, `out_of_range`
// over a limit.
XmlElement parse_xml(std::string_view bytes, const std::string& name);

}  // namespace ficsearch::ingest
