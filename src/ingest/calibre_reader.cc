// SPDX-License-Identifier: GPL-3.0-or-later
// The schema is Calibre's: books, and for each kind of thing (authors, tags, series...) a table of
// the things and one of links from books. All is asked for by names that stand here.
#include "ingest/calibre_reader.h"

#include <array>
#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>
#include <vector>

#include "ficsearch/error.h"
#include "ingest/calibre_columns.h"
#include "ingest/checked_name.h"
#include "ingest/decoded_text.h"
#include "ingest/epub_reader.h"
#include "ingest/page_text.h"
#include "ingest/reject.h"
#include "ingest/source_file.h"
#include "ingest/sqlite_guard.h"
#include "ingest/web_page.h"
#include "ingest/white_space.h"
#include "ingest/work_fields.h"
#include "ingest/work_file.h"

namespace ficsearch::ingest {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 6> kNeededTables{"books", "authors", "books_authors_link",
                                                        "data",  "tags",    "books_tags_link"};
constexpr std::array kTextFormats{"EPUB", "HTML", "TXT"};

struct BookFile {
  std::string format;
  std::string path;
};

std::vector<std::string> list(ForeignDatabase& database, const std::string& sql,
                              std::int64_t book) {
  std::vector<std::string> texts;
  Rows rows(database, sql);
  rows.bind(1, book);
  while (rows.next())
    if (std::string text = rows.text(0); !text.empty()) texts.push_back(std::move(text));
  return texts;
}

// The names of the things of one kind that the book is linked to, in the order of the links.
std::vector<std::string> linked(ForeignDatabase& database, const std::string& things,
                                const std::string& key, std::int64_t book) {
  const std::string links = "books_" + things + "_link";
  if (!database.has_table(things) || !database.has_table(links)) return {};
  const std::string name = things == "languages" ? "lang_code" : "name";
  return list(database,
              "SELECT t." + name + " FROM " + links + " l JOIN " + things + " t ON t.id = l." +
                  key + " WHERE l.book = ?1 ORDER BY l.id",
              book);
}

// The folder and file names come from the database and must stay below the library.
bool stays_below(const fs::path& path) {
  if (path.empty() || path.is_absolute()) return false;
  for (const fs::path& part : path)
    if (part == "..") return false;
  return true;
}

// Calibre writes "A, B" as "A| B", for commas stand between authors elsewhere.
std::string author_name(std::string name) {
  for (char& c : name)
    if (c == '|') c = ',';
  return name;
}

// Languages come as ISO 639-2; the frequent ones as the shorter codes that archives use.
std::string language_code(const std::string& code) {
  constexpr std::array kShort{
      std::pair{"eng", "en"}, std::pair{"jpn", "ja"}, std::pair{"zho", "zh"},
      std::pair{"kor", "ko"}, std::pair{"spa", "es"}, std::pair{"fra", "fr"},
      std::pair{"deu", "de"}, std::pair{"ita", "it"}, std::pair{"por", "pt"},
      std::pair{"rus", "ru"}, std::pair{"pol", "pl"}, std::pair{"vie", "vi"},
  };
  for (const auto& [three, two] : kShort)
    if (code == three) return two;
  return code;
}

void add_page(ReadWork& result, std::string_view bytes) {
  Work& work = result.work;
  const DecodedText decoded = decode_text(bytes, declared_charset(bytes));
  WebPage page(WebPage::kind_of(decoded.utf8));
  parse_html(decoded.utf8, page);
  for (const Tag& tag : page.take_work().tags) add_tag(work, tag.facet, tag.name);
  work.text = page.take_text();
  work.readings = page.take_readings();
  result.replaced_bytes += decoded.replaced_bytes;
  if (!decoded.note.empty()) result.notes.push_back(decoded.note);
}

// What the book's own file says that Calibre does not.
void add_epub(ReadWork& result, const std::string& path) {
  ReadWork book = read_epub_work(path);
  Work& work = result.work;
  result.replaced_bytes += book.replaced_bytes;
  work.text = std::move(book.work.text);
  work.readings = std::move(book.work.readings);
  for (const Tag& tag : book.work.tags)
    if (tag.facet != Facet::freeform) add_tag(work, tag.facet, tag.name);
  if (work.rating.empty()) work.rating = book.work.rating;
  if (work.status.empty()) work.status = book.work.status;
  if (work.url.empty()) work.url = book.work.url;
  if (work.language.empty()) work.language = book.work.language;
  if (!work.words) work.words = book.work.words;
}

class CalibreReader : public WorkReader {
 public:
  explicit CalibreReader(InputFile file)
      : size_(file.size()), path_(file.path()), database_(path_) {
    database_.check();
    for (const std::string_view table : kNeededTables) database_.check_table(table);
    columns_ = calibre_columns(database_);
    books_.emplace(database_,
                   "SELECT id, title, uuid, pubdate, last_modified, path, series_index "
                   "FROM books ORDER BY id");
  }

  std::optional<ReadResult> next() override {
    if (!books_->next()) {
      done_ = true;
      return std::nullopt;
    }
    std::string id;
    try {
      return read_book(id);
    } catch (const Error& error) {
      // A book's file that cannot be read is no fault of the library.
      if (error.code() == ErrorCode::io && error.where().file.empty()) throw;
      Reject reject = to_reject(error, {path_});
      reject.id = id;
      return reject;
    }
  }

  std::uint64_t bytes_read() const override { return done_ ? size_ : 0; }
  std::uint64_t bytes_total() const override { return size_; }

 private:
  ReadWork read_book(std::string& id) {
    const std::int64_t book = books_->number(0);
    const std::string uuid = books_->text(2);
    ReadWork result;
    Work& work = result.work;
    work.id = id = checked_id("calibre:" + (uuid.empty() ? std::to_string(book) : uuid));
    work.title = collapsed(books_->text(1));
    if (work.title.empty()) throw Error(ErrorCode::missing_title, "the book has no title");
    work.published = date(3);
    work.updated = date(4);
    add_names(work, book);
    add_identifiers(work, book);
    if (database_.has_table("comments"))
      for (const std::string& comment :
           list(database_, "SELECT text FROM comments WHERE book = ?1", book))
        work.summary = text_of_html(comment);
    for (const CalibreColumn& column : columns_) add_calibre_column(work, database_, column, book);
    add_text(result, book);
    return result;
  }

  // Calibre has the year 101 for "unknown".
  std::optional<std::int64_t> date(int column) const {
    const std::string text = books_->text(column);
    if (text.starts_with("0101-")) return std::nullopt;
    return parse_loose_date(text);
  }

  void add_names(Work& work, std::int64_t book) {
    for (const std::string& author : linked(database_, "authors", "author", book))
      add_name(work.authors, author_name(author), "authors");
    for (const std::string& tag :
         linked_texts(database_,
                      "SELECT t.name FROM books_tags_link l LEFT JOIN tags t ON t.id = l.tag "
                      "WHERE l.book = ?1 ORDER BY l.id",
                      book))
      add_tag(work, Facet::freeform, tag);
    for (const std::string& series : linked(database_, "series", "series", book))
      add_name(work.series, series, "series");
    const std::vector<std::string> languages = linked(database_, "languages", "lang_code", book);
    if (!languages.empty())
      work.language = name_field(language_code(languages.front()), "language");
    add_extra(work, "publisher", linked(database_, "publishers", "publisher", book));
  }

  void add_identifiers(Work& work, std::int64_t book) {
    if (!database_.has_table("identifiers")) return;
    std::vector<std::string> identifiers;
    Rows rows(database_, "SELECT type, val FROM identifiers WHERE book = ?1 ORDER BY id");
    rows.bind(1, book);
    while (rows.next()) {
      const std::string value = rows.text(1);
      if (rows.text(0) == "url" || rows.text(0) == "uri")
        work.url = value;
      else
        identifiers.push_back(rows.text(0) + ':' + value);
    }
    add_extra(work, "identifiers", identifiers);
  }

  void add_text(ReadWork& result, std::int64_t book) {
    const auto file = file_of(book);
    if (!file) return;
    if (file->format == "EPUB") return add_epub(result, file->path);
    InputFile text = InputFile::open(file->path);
    if (file->format == "HTML") return add_page(result, whole_file(text));
    DecodedText decoded = decode_text(whole_file(text));
    result.work.text = std::move(decoded.utf8);
    result.replaced_bytes += decoded.replaced_bytes;
    if (!decoded.note.empty()) result.notes.push_back(std::move(decoded.note));
  }

  // The file that the book's text is taken from; nullopt if the library has none.
  std::optional<BookFile> file_of(std::int64_t book) {
    for (const char* format : kTextFormats) {
      Rows rows(database_, "SELECT name FROM data WHERE book = ?1 AND format = ?2 COLLATE NOCASE");
      if (!rows.bind(1, book).bind(2, std::string_view(format)).next()) continue;
      std::string extension = format;
      for (char& c : extension) c = static_cast<char>(c - 'A' + 'a');
      const fs::path below = fs::path(books_->text(5)) / (rows.text(0) + '.' + extension);
      if (!stays_below(below))
        throw Error(ErrorCode::bad_database, "the book's path leads out of the library");
      const fs::path path = fs::path(path_).parent_path() / below;
      std::error_code ignored;
      if (!fs::is_regular_file(path, ignored))
        throw Error(ErrorCode::bad_database, "the book's file is missing: " + below.native(), {},
                    "have Calibre check the library");
      if (!is_inside(path, fs::absolute(path_).parent_path()))
        throw Error(ErrorCode::bad_database,
                    "the book's file is a link that leads out of the library: " + below.native());
      return BookFile{format, path.native()};
    }
    return std::nullopt;
  }

  std::uint64_t size_;
  std::string path_;
  ForeignDatabase database_;
  std::vector<CalibreColumn> columns_;
  std::optional<Rows> books_;
  bool done_ = false;
};

}  // namespace

std::unique_ptr<WorkReader> read_calibre(InputFile file) {
  return std::make_unique<CalibreReader>(std::move(file));
}

bool is_calibre_library(const std::string& path) {
  try {
    ForeignDatabase database(path);
    return database.has_table("books") && database.has_table("books_authors_link");
  } catch (const Error& error) {
    // What is wrong with one that is called as Calibre calls it is told when it is read.
    if (fs::path(path).filename() == kCalibreDatabase) return true;
    if (error.code() != ErrorCode::bad_database) throw;
    return false;
  }
}

bool looks_like_sqlite(std::string_view head) noexcept {
  return head.starts_with(std::string_view("SQLite format 3\0", 16));
}

}  // namespace ficsearch::ingest
