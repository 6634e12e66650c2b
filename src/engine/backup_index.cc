// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>

#include "engine/maintenance_steps.h"
#include "engine/sealing.h"
#include "ficsearch/error.h"
#include "ficsearch/maintenance.h"
#include "store/durable_files.h"
#include "store/seal.h"
#include "store/writer_lock.h"

namespace ficsearch {
namespace {

using engine::MaintenanceSteps;

std::filesystem::path without_last_slash(const std::filesystem::path& directory) {
  return directory.has_filename() ? directory : directory.parent_path();
}

void refuse_what_exists(const std::filesystem::path& directory, const std::string& hint) {
  std::error_code failed;
  if (std::filesystem::exists(directory, failed))
    throw Error(ErrorCode::bad_value, directory.string() + " exists already",
                Place{.file = directory.string()}, hint);
}

// Copies the files of `seal` to a new directory beside `to`, reads them again, and gives it its
// name.
void copy_sealed(const std::filesystem::path& from, const store::Seal& seal,
                 const std::filesystem::path& to, MaintenanceSteps& steps) {
  const std::filesystem::path partial = to.string() + ".partial";
  std::error_code failed;
  std::filesystem::remove_all(partial, failed);
  if (!failed) std::filesystem::create_directories(partial, failed);
  if (failed)
    throw Error(ErrorCode::io, "cannot make " + partial.string() + ": " + failed.message(),
                Place{.file = partial.string()});
  const std::uint64_t bytes = engine::report_of(seal).bytes;
  steps.begin("copying files", bytes);
  for (const auto& [name, digest] : seal.files)
    if (store::copy_durably(from / name, partial / name, steps.counting_bytes()) != digest)
      throw Error(ErrorCode::index_corrupt,
                  "the file " + (from / name).string() + " changed while it was copied", {},
                  "run ficsearch index check, and look after the disk");
  store::write_durably(partial / store::kSealFile, to_text(seal));
  steps.begin("reading the copy", bytes);
  if (const auto differences = differences_from(seal, partial, steps.counting_bytes());
      !differences.empty())
    throw Error(ErrorCode::io, "the copy is not what was written: " + differences.front(),
                Place{.file = partial.string()}, "look after the disk that it is on");
  store::rename_durably(partial, to);
}

}  // namespace

FilesReport backup_index(const std::filesystem::path& directory, const std::filesystem::path& into,
                         const MaintenanceOptions& options) {
  const std::filesystem::path target = without_last_slash(into);
  refuse_what_exists(target, "name a new directory for each backup");
  const store::WriterLock lock(directory);
  MaintenanceSteps steps(options);
  std::optional<store::Seal> seal = store::find_seal(directory);
  if (seal) {
    steps.begin("comparing with the seal", engine::report_of(*seal).bytes);
    if (const auto differences = differences_from(*seal, directory, steps.counting_bytes());
        !differences.empty())
      throw Error(ErrorCode::index_corrupt,
                  directory.string() + " is damaged and was not copied: " + differences.front(),
                  Place{.file = directory.string()},
                  "ficsearch index check says more; restore the last backup");
  } else {
    seal = engine::sealed(directory, steps);
  }
  copy_sealed(directory, *seal, target, steps);
  return engine::report_of(*seal);
}

FilesReport restore_index(const std::filesystem::path& backup,
                          const std::filesystem::path& directory,
                          const MaintenanceOptions& options) {
  const std::filesystem::path target = without_last_slash(directory);
  refuse_what_exists(target, "move it away first, or restore to another directory");
  if (!std::filesystem::exists(backup / "iamglass"))
    throw Error(ErrorCode::no_index, "there is no backup in " + backup.string(),
                Place{.file = backup.string()}, "name what ficsearch index backup made");
  const auto seal = store::find_seal(backup);
  if (!seal)
    throw Error(ErrorCode::bad_value, backup.string() + " is not sealed: it is no backup",
                Place{.file = backup.string()},
                "name what ficsearch index backup made; an index can be copied with it");
  MaintenanceSteps steps(options);
  steps.begin("comparing with the seal", engine::report_of(*seal).bytes);
  if (const auto differences = differences_from(*seal, backup, steps.counting_bytes());
      !differences.empty())
    throw Error(ErrorCode::index_corrupt,
                "the backup " + backup.string() + " is damaged: " + differences.front(),
                Place{.file = backup.string()}, "restore an older one");
  copy_sealed(backup, *seal, target, steps);
  return engine::report_of(*seal);
}

}  // namespace ficsearch
