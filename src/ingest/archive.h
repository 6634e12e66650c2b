// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace ficsearch::ingest {

// What an archive may ask for; a larger one is refused before it is unpacked.
struct ArchiveLimits {
  std::size_t max_members = 20'000;
  std::uint64_t max_member_bytes = 64u << 20;
  std::uint64_t max_total_bytes = 1u << 30;  // of all members that are read
  std::uint64_t max_ratio = 200;             // of what is read to the size of the archive
  std::uint64_t ratio_floor = 4u << 20;      // what may always be read
};

struct ArchiveMember {
  std::string name;  // a label, never a path on this machine
  std::uint64_t size = 0;
};

// A ZIP archive, unpacked into memory only. Names are compared byte by byte; an archive with two
// members of one name is refused, for readers of archives differ in which of them they take.
// Archives inside it are members like others and are never opened.
class Archive {
 public:
  // Reads the list of members. Throws Error: `bad_archive`, `out_of_range` over a limit.
  explicit Archive(std::string path, ArchiveLimits limits = {});

  // In the order of the archive.
  const std::vector<ArchiveMember>& members() const noexcept { return members_; }
  bool has(std::string_view name) const;

  // The bytes of the member of that name. Throws Error: `bad_archive` if there is none or it is
  // damaged or encrypted; `out_of_range` over a limit.
  std::string read(const std::string& name);

  // Calls visit(name, bytes) for each of the members named that is there, in the order of the
  // archive. Throws as read() does.
  void read_each(const std::set<std::string>& names,
                 const std::function<void(const std::string&, std::string)>& visit);

 private:
  std::string path_;
  ArchiveLimits limits_;
  std::uint64_t archive_bytes_ = 0;
  std::uint64_t bytes_given_ = 0;
  std::vector<ArchiveMember> members_;
  std::set<std::string, std::less<>> names_;
};

// Whether a file that begins so is a ZIP archive.
bool looks_like_zip(std::string_view head) noexcept;

}  // namespace ficsearch::ingest
