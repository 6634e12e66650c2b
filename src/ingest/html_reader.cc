// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/html_reader.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/ascii.h"
#include "ficsearch/error.h"
#include "ingest/decoded_text.h"
#include "ingest/web_page.h"
#include "ingest/work_fields.h"
#include "ingest/work_file.h"

namespace ficsearch::ingest {
namespace {

constexpr std::size_t kHeadBytes = 4096;

ReadWork read_page(InputFile& file) {
  const std::string_view bytes = whole_file(file);
  const DecodedText decoded = decode_text(bytes, declared_charset(bytes));
  WebPage page(WebPage::kind_of(decoded.utf8));
  parse_html(decoded.utf8, page);
  ReadWork result{.work = page.take_work(), .unknown_keys = {}};
  Work& work = result.work;
  work.text = page.take_text();
  work.readings = page.take_readings();
  work.id = work.url.empty() ? stem_of(file.source()) : name_field(work.url, "id");
  result.replaced_bytes = decoded.replaced_bytes;
  if (!decoded.note.empty()) result.notes.push_back(decoded.note);
  if (work.title.empty()) throw Error(ErrorCode::missing_title, "the page has no title");
  return result;
}

}  // namespace

std::unique_ptr<WorkReader> read_html(InputFile file) {
  return read_work_file(std::move(file), {}, read_page);
}

bool looks_like_html(std::string_view head) {
  std::string start(head.substr(0, kHeadBytes));
  std::transform(start.begin(), start.end(), start.begin(), base::ascii_lower);
  if (!start.starts_with('<')) return false;
  const auto has = [&](std::string_view sign) { return start.find(sign) != std::string::npos; };
  if (has("<!doctype html") || has("<html")) return true;
  // Old pages leave both out; feeds and other XML have bodies and titles of their own.
  return !start.starts_with("<?xml") && (has("<head>") || has("<body"));
}

}  // namespace ficsearch::ingest
