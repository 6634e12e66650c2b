// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/cbz_reader.h"

#include <string>
#include <string_view>
#include <utility>

#include "base/ascii.h"
#include "ficsearch/error.h"
#include "ingest/comic_info.h"
#include "ingest/content_id.h"
#include "ingest/white_space.h"
#include "ingest/work_file.h"
#include "ingest/xml_document.h"

namespace ficsearch::ingest {
namespace {

constexpr std::string_view kInfo = "ComicInfo.xml";

bool is_info(std::string_view member) {
  return base::equal_ignoring_case(member.substr(member.rfind('/') + 1), kInfo);
}

// The member that describes the comic, in whatever folder; empty if there is none.
std::string info_of(const Archive& archive) {
  for (const ArchiveMember& member : archive.members())
    if (is_info(member.name)) return member.name;
  return {};
}

std::string id_of(const XmlElement& info, const Archive& archive) {
  std::string content;
  for (const char* name : {"Series", "Volume", "Number", "Title"}) {
    if (const XmlElement* const element = info.child(name)) content += collapsed(element->text);
    content += '\0';
  }
  for (const ArchiveMember& member : archive.members())
    if (!is_info(member.name))
      content.append(member.name)
          .append(1, '\0')
          .append(std::to_string(member.size))
          .append(1, '\0');
  return content_id("cbz", content);
}

ReadWork read_comic(const std::string& path) {
  Archive archive(path);
  const std::string member = info_of(archive);
  if (member.empty())
    throw Error(ErrorCode::bad_archive, "the archive has no ComicInfo.xml", {},
                "comics are told by it; a tagger for comics writes one");
  const XmlElement info = parse_xml(archive.read(member), std::string(kInfo));
  ReadWork result{.work = read_comic_info(info), .unknown_keys = {}};
  if (result.work.title.empty())
    throw Error(ErrorCode::missing_title, "ComicInfo.xml has neither Title nor Series");
  if (result.work.id.empty()) result.work.id = id_of(info, archive);
  return result;
}

}  // namespace

std::unique_ptr<WorkReader> read_cbz(InputFile file) {
  return read_work_file(std::move(file), {},
                        [](InputFile& comic) { return read_comic(comic.path()); });
}

bool is_cbz(const Archive& archive) {
  return !info_of(archive).empty();
}

}  // namespace ficsearch::ingest
