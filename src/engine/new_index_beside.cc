// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/new_index_beside.h"

#include "engine/sealing.h"
#include "ficsearch/error.h"
#include "store/durable_files.h"
#include "store/seal.h"

namespace ficsearch::engine {
namespace {

// As it is if there is nothing: then the lock says so.
std::filesystem::path resolved(const std::filesystem::path& directory) {
  std::error_code failed;
  std::filesystem::path real = std::filesystem::canonical(directory, failed);
  return failed ? directory : real;
}

}  // namespace

NewIndexBeside::NewIndexBeside(const std::filesystem::path& directory)
    : old_(resolved(directory)), new_(old_.string() + ".new"), lock_(old_) {
  std::error_code failed;
  std::filesystem::remove_all(new_, failed);
  if (failed)
    throw Error(ErrorCode::io, "cannot remove " + new_.string() + ": " + failed.message(),
                Place{.file = new_.string()});
}

NewIndexBeside::~NewIndexBeside() {
  std::error_code failed;  // the next one tries again
  std::filesystem::remove_all(new_, failed);
}

SizeReport NewIndexBeside::put_in_place(MaintenanceSteps& steps) {
  store::sync_files_of_index(new_);
  const FilesReport seal = report_of(sealed(new_, steps));
  const SizeReport report{seal.works, store::bytes_of_index(old_), seal.bytes};
  store::exchange_durably(new_, old_);
  return report;
}

}  // namespace ficsearch::engine
