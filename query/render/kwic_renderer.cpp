// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

#include "query/render/csv_record.h"
#include "query/render/json_parts.h"
#include "query/render/text_table.h"
#include "query/render/theme_renderers.h"

namespace pressarkiv {
namespace {

Json line_json(const KwicLine& line) {
  return {{"id", line.id},
          {"title", line.title},
          {"date", date_or_null(line.date)},
          {"publisher", text_or_null(line.publisher)},
          {"section", line.section},
          {"in_quote", line.in_quote},
          {"speaker", text_or_null(line.speaker)},
          {"left", line.left},
          {"match", line.match},
          {"right", line.right}};
}

std::string kwic_json(const KwicResult& result) {
  Json lines = Json::array();
  for (const KwicLine& line : result.lines) lines.push_back(line_json(line));
  return dump_json({{"schema", "pressarkiv.kwic/1"},
                    {"query", result.query},
                    {"understood", result.understood},
                    {"archive", {{"revision", result.revision}}},
                    {"period", text_or_null(result.period)},
                    {"total", result.total},
                    {"releases", result.releases},
                    {"offset", result.offset},
                    {"conditions", result.conditions},
                    {"notes", result.notes},
                    {"lines", std::move(lines)}},
                   2);
}

std::string kwic_json_lines(const KwicResult& result) {
  std::string out;
  for (const KwicLine& line : result.lines) {
    Json json = {{"revision", result.revision}, {"query", result.query}};
    json.update(line_json(line));
    out += dump_json(json, -1);
  }
  return out;
}

std::string kwic_csv(const KwicResult& result) {
  std::string out;
  append_csv_record(out, {"date", "id", "publisher", "section", "speaker", "left", "match", "right",
                          "query", "revision"});
  const std::string revision = std::to_string(result.revision);
  for (const KwicLine& line : result.lines) {
    append_csv_record(out,
                      {line.date ? line.date->to_iso() : "", line.id, line.publisher, line.section,
                       line.speaker, line.left, line.match, line.right, result.query, revision});
  }
  return out;
}

std::string kwic_text(const KwicResult& result, const TextStyle& style) {
  std::size_t widest = 0;
  for (const KwicLine& line : result.lines) {
    widest = std::max(widest, display_width(printable(line.left)));
  }
  std::string out;
  for (const KwicLine& line : result.lines) {
    std::string date = line.date ? line.date->to_iso() : "utan datum";
    date.resize(10, ' ');
    const std::string left = printable(line.left);
    const std::string text = line.match + "  " + line.right;
    out += date + "  " + std::string(widest - display_width(left), ' ') + left + "  ";
    out += marked_text(text, {{0, line.match.size()}}, style);
    if (!line.speaker.empty()) out += "  (" + printable(line.speaker) + ")";
    out += (style.color ? "  \033[2m[" : "  [") + printable(line.id) +
           (style.color ? "]\033[0m\n" : "]\n");
  }
  if (!out.empty()) out += "\n";
  out += swedish_number(result.total) + (result.total == 1 ? " förekomst" : " förekomster") +
         " av " + printable(result.query) + " i " + swedish_number(result.releases) +
         (result.releases == 1 ? " release" : " releaser");
  if (!result.period.empty()) out += ", period " + result.period;
  if (!result.lines.empty() && result.lines.size() < result.total) {
    out += "; här " + swedish_number(result.offset + 1) + "–" +
           swedish_number(result.offset + result.lines.size());
  }
  out += "\nArkivrevision " + std::to_string(result.revision);
  for (const std::string& condition : result.conditions) out += " · " + condition;
  return out + "\n";
}

}  // namespace

std::string render(const KwicResult& result, OutputFormat format, const TextStyle& style) {
  switch (format) {
    case OutputFormat::kText:
      return kwic_text(result, style);
    case OutputFormat::kJson:
      return kwic_json(result);
    case OutputFormat::kJsonLines:
      return kwic_json_lines(result);
    case OutputFormat::kCsv:
      return kwic_csv(result);
  }
  return {};
}

}  // namespace pressarkiv
