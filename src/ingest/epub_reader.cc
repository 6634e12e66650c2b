// SPDX-License-Identifier: GPL-3.0-or-later
// container.xml names the package, the package names the pages in reading order. Pages are turned
// into text as the archive gives them, so that no more than one is in memory as a page.
#include "ingest/epub_reader.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "ficsearch/error.h"
#include "ingest/content_id.h"
#include "ingest/decoded_text.h"
#include "ingest/epub_package.h"
#include "ingest/jsonl_reader.h"
#include "ingest/web_page.h"
#include "ingest/work_fields.h"
#include "ingest/work_file.h"
#include "ingest/xml_document.h"

namespace ficsearch::ingest {
namespace {

constexpr std::string_view kContainer = "META-INF/container.xml";
constexpr std::string_view kEncryption = "META-INF/encryption.xml";

// What a page of the book came to.
struct PageContent {
  std::string text;
  std::vector<Reading> readings;
  bool is_afterword = false;
};

// The first package that the container names is the book; others are other renditions of it.
std::string package_path(Archive& archive) {
  const XmlElement container =
      parse_xml(archive.read(std::string(kContainer)), std::string(kContainer));
  if (const XmlElement* const files = container.child("rootfiles"))
    for (const XmlElement& file : files->children)
      if (file.name == "rootfile") {
        std::string path = resolve_href("", file.attribute("full-path"));
        if (!path.empty()) return path;
      }
  throw Error(ErrorCode::bad_xml, std::string(kContainer) + " names no package document");
}

// Members that are encrypted; fonts often are, and do no harm.
std::set<std::string> encrypted_members(Archive& archive) {
  std::set<std::string> members;
  if (!archive.has(kEncryption)) return members;
  const XmlElement encryption =
      parse_xml(archive.read(std::string(kEncryption)), std::string(kEncryption));
  for (const XmlElement& data : encryption.children)
    if (const XmlElement* const cipher = data.child("CipherData"))
      if (const XmlElement* const reference = cipher->child("CipherReference"))
        members.insert(resolve_href("", reference->attribute("URI")));
  return members;
}

// A subject that the preface gives under its facet says nothing more as a freeform tag.
void add_tags_of_preface(Work& work, const Work& preface) {
  std::erase_if(work.tags, [&](const Tag& subject) {
    return subject.facet == Facet::freeform &&
           std::any_of(preface.tags.begin(), preface.tags.end(),
                       [&](const Tag& tag) { return tag.name == subject.name; });
  });
  for (const Tag& tag : preface.tags) add_tag(work, tag.facet, tag.name);
}

void add_preface(Work& work, WebPage& page) {
  Work preface = page.take_work();
  add_tags_of_preface(work, preface);
  if (!page.work_url().empty()) work.id = work.url = page.work_url();
  if (work.rating.empty()) work.rating = preface.rating;
  if (work.status.empty()) work.status = preface.status;
  if (work.summary.empty()) work.summary = preface.summary;
  if (work.language.empty()) work.language = preface.language;
  for (const std::string& author : preface.authors) add_name(work.authors, author, "authors");
  for (const std::string& series : preface.series) add_name(work.series, series, "series");
  for (const std::string& name : preface.collections)
    add_name(work.collections, name, "collections");
  if (preface.published) work.published = preface.published;
  if (preface.updated) work.updated = preface.updated;
  if (preface.words) work.words = preface.words;
  work.kudos = preface.kudos;
  work.hits = preface.hits;
  work.comments = preface.comments;
  work.bookmarks = preface.bookmarks;
}

class Book {
 public:
  explicit Book(const std::string& path) : archive_(path) {}

  ReadWork read() {
    const std::string path = package_path(archive_);
    const std::string package = archive_.read(path);
    EpubPackage parsed = read_epub_package(parse_xml(package, path), path);
    result_.work = std::move(parsed.work);
    if (result_.work.id.empty()) result_.work.id = content_id("epub", package);
    read_pages(parsed.pages);
    join_pages(parsed.pages);
    if (result_.work.title.empty()) throw Error(ErrorCode::missing_title, "the book has no title");
    return std::move(result_);
  }

 private:
  void read_pages(const std::vector<std::string>& pages) {
    const std::set<std::string> encrypted = encrypted_members(archive_);
    for (const std::string& page : pages) {
      if (encrypted.contains(page))
        throw Error(ErrorCode::bad_archive, "the text of the book is encrypted", {},
                    "only books without rights management can be read");
      if (!archive_.has(page))
        throw Error(ErrorCode::bad_archive,
                    "the archive has no \"" + page + "\", which the package names as a page");
    }
    archive_.read_each({pages.begin(), pages.end()},
                       [&](const std::string& name, std::string bytes) { take(name, bytes); });
  }

  void take(const std::string& name, const std::string& bytes) {
    std::string charset = declared_charset(bytes);
    // XML without a declaration is UTF-8, or UTF-16 with its mark.
    if (charset.empty()) charset = "UTF-8";
    const DecodedText decoded = decode_text(bytes, charset);
    result_.replaced_bytes += decoded.replaced_bytes;
    WebPage page(WebPage::kind_of(decoded.utf8));
    parse_html(decoded.utf8, page);
    PageContent content{page.take_text(), page.take_readings(), page.is_afterword()};
    if (page.has_tags()) {
      add_preface(result_.work, page);
      is_download_ = true;
    }
    text_bytes_ += content.text.size();
    if (text_bytes_ > kMaxRecordBytes)
      throw Error(ErrorCode::out_of_range, "the text of the book is longer than " +
                                               std::to_string(kMaxRecordBytes) + " bytes");
    contents_.emplace(name, std::move(content));
  }

  void join_pages(const std::vector<std::string>& pages) {
    std::set<std::pair<std::string, std::string>> known;
    Work& work = result_.work;
    for (const std::string& name : pages) {
      PageContent& page = contents_[name];
      if (page.text.empty() || (is_download_ && page.is_afterword)) continue;
      work.text.append(work.text.empty() ? "" : "\n\n").append(page.text);
      page.text = {};
      for (Reading& reading : page.readings)
        if (known.emplace(reading.surface, reading.kana).second)
          work.readings.push_back(std::move(reading));
    }
  }

  Archive archive_;
  ReadWork result_;
  std::map<std::string, PageContent> contents_;  // by archive member
  std::size_t text_bytes_ = 0;
  bool is_download_ = false;
};

}  // namespace

std::unique_ptr<WorkReader> read_epub(InputFile file) {
  return read_work_file(std::move(file), {},
                        [](InputFile& book) { return read_epub_work(book.path()); });
}

ReadWork read_epub_work(const std::string& path) {
  return Book(path).read();
}

bool is_epub(const Archive& archive) {
  return archive.has(kContainer);
}

}  // namespace ficsearch::ingest
