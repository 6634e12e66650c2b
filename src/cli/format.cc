// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/format.h"

#include "cli/options.h"
#include "ficsearch/error.h"

namespace ficsearch::cli {
namespace {

OutputFormat format_named(std::string_view name) {
  if (name == "ids") return OutputFormat::ids;
  if (name == "tsv") return OutputFormat::tsv;
  if (name == "json") return OutputFormat::json;
  if (name == "jsonl") return OutputFormat::jsonl;
  return OutputFormat::text;
}

}  // namespace

OutputFormat output_format(const Arguments& arguments, const Option& format_option) {
  const bool json = arguments.has(options::kJson);
  const bool jsonl = arguments.has(options::kJsonl);
  const auto name = arguments.value(format_option);
  if (int{json} + int{jsonl} + int{name.has_value()} > 1)
    throw Error(ErrorCode::usage, "--json, --jsonl and --format each choose the format; give one");
  if (json) return OutputFormat::json;
  if (jsonl) return OutputFormat::jsonl;
  return format_named(name.value_or("text"));
}

}  // namespace ficsearch::cli
