// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/reject_log.h"

#include <fmt/format.h>

#include <filesystem>
#include <string_view>
#include <system_error>

#include "cli/numbers.h"
#include "ficsearch/error.h"
#include "ficsearch/json.h"
#include "ficsearch/text.h"

namespace ficsearch::cli {
namespace {

constexpr std::uint64_t kMostPrinted = 20;

std::string line_of(const Reject& reject) {
  std::string line = "rejected: " + reject.source;
  if (reject.line != 0) line += fmt::format(":{} (byte {})", reject.line, reject.byte_offset);
  if (!reject.id.empty()) line += fmt::format(", work {}", reject.id);
  return line + fmt::format(": {}: {}", to_string(reject.code), reject.message);
}

// A slip of the hand must not empty a dump or a book.
void refuse_other_file(const std::string& file) {
  constexpr std::string_view kStart = R"({"source":)";  // as to_json writes a refusal
  std::error_code failed;
  if (!std::filesystem::is_regular_file(file, failed)) return;
  std::ifstream in(file, std::ios::binary);
  std::string start(kStart.size(), '\0');
  in.read(start.data(), static_cast<std::streamsize>(start.size()));
  if (in.gcount() == 0 || start == kStart) return;
  throw Error(ErrorCode::usage,
              fmt::format("{} is there already and holds no refusals of an import", file), {},
              "give --rejects the name of another file");
}

}  // namespace

RejectLog::RejectLog(const std::optional<std::string>& file, const Messages& messages)
    : file_(file), messages_(messages) {
  if (!file_) return;
  refuse_other_file(*file_);
  out_.open(*file_, std::ios::binary | std::ios::trunc);
  if (!out_) throw Error(ErrorCode::io, fmt::format("cannot write the rejects file {}", *file_));
}

void RejectLog::add(const Reject& reject) {
  ++added_;
  if (file_) {
    out_ << to_json(reject) << '\n';
  } else if (printed_ < kMostPrinted || messages_.is_verbose()) {
    messages_.fault(terminal_safe(line_of(reject)));
    ++printed_;
  }
}

void RejectLog::close() {
  if (file_) {
    out_.close();
    if (!out_)
      throw Error(ErrorCode::io, fmt::format("the rejects file {} is not complete", *file_));
  } else if (printed_ < added_) {
    messages_.fault(fmt::format("rejected: and {} more; --rejects FILE keeps them all",
                                grouped(added_ - printed_)));
  }
}

}  // namespace ficsearch::cli
