// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sealing.h"

namespace ficsearch::engine {

store::Seal sealed(const std::filesystem::path& directory, MaintenanceSteps& steps) {
  steps.begin("reading files for the seal", store::bytes_of_index(directory));
  return store::write_seal(directory, steps.counting_bytes());
}

FilesReport report_of(const store::Seal& seal) {
  FilesReport report{seal.works, seal.files.size(), 0};
  for (const auto& [name, digest] : seal.files) report.bytes += digest.bytes;
  return report;
}

}  // namespace ficsearch::engine
