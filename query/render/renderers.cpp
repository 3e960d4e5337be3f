// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/renderers.h"

namespace pressarkiv {

std::optional<OutputFormat> find_output_format(std::string_view name) {
  if (name == "text") return OutputFormat::kText;
  if (name == "json") return OutputFormat::kJson;
  if (name == "jsonl") return OutputFormat::kJsonLines;
  if (name == "csv") return OutputFormat::kCsv;
  return std::nullopt;
}

std::string render(const SearchResult& result, OutputFormat format, const RenderOptions& options) {
  switch (format) {
    case OutputFormat::kText:
      return render_text(result, options);
    case OutputFormat::kJson:
      return render_json(result, options);
    case OutputFormat::kJsonLines:
      return render_json_lines(result);
    case OutputFormat::kCsv:
      return render_csv(result, options);
  }
  return {};
}

}  // namespace pressarkiv
