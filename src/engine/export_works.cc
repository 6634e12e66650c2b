// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/maintenance_steps.h"
#include "ficsearch/maintenance.h"
#include "store/document_stream.h"
#include "store/record.h"

namespace ficsearch {

std::uint64_t export_works(const std::filesystem::path& directory,
                           const std::function<void(Work&&)>& sink,
                           const MaintenanceOptions& options) {
  store::DocumentStream documents(directory);
  engine::MaintenanceSteps steps(options);
  steps.begin("exporting works", documents.works());
  std::uint64_t works = 0;
  for (; documents.next(); ++works) {
    sink(store::decode_record(documents.record()));
    steps.advance();
  }
  return works;
}

}  // namespace ficsearch
