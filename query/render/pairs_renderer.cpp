// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/pairs_renderer.h"

#include <array>
#include <cstdio>

#include "query/render/csv_record.h"
#include "query/render/json_parts.h"
#include "query/render/text_layout.h"

namespace pressarkiv {
namespace {

std::string score_text(double score) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%.2f", score);
  return text.data();
}

std::string joined(const std::vector<std::string>& parts) {
  std::string all;
  for (const std::string& part : parts) all += (all.empty() ? "" : "; ") + part;
  return all;
}

Json pair_json(const LikelyPair& pair) {
  const auto person = [](const DirectoryPerson& entry) {
    return Json{{"name", entry.name}, {"releases", entry.sightings.size()}};
  };
  return {{"score", std::stod(score_text(pair.score))},
          {"difference", to_string(pair.difference)},
          {"people", Json::array({person(*pair.first), person(*pair.second)})},
          {"for", pair.reasons},
          {"against", pair.objections}};
}

std::string pair_text(const LikelyPair& pair) {
  const auto person = [](const DirectoryPerson& entry) {
    return entry.name + " (" + std::to_string(entry.sightings.size()) + ")";
  };
  std::string out =
      score_text(pair.score) + "  " + person(*pair.first) + " – " + person(*pair.second) + "\n";
  out += "      för: " + joined(pair.reasons) + "\n";
  if (!pair.objections.empty()) out += "      mot: " + joined(pair.objections) + "\n";
  return out;
}

}  // namespace

std::string render_pairs(const std::vector<LikelyPair>& pairs, OutputFormat format) {
  std::string out;
  if (format == OutputFormat::kJson) {
    Json list = Json::array();
    for (const LikelyPair& pair : pairs) list.push_back(pair_json(pair));
    return dump_json({{"schema", "pressarkiv.pairs/1"}, {"pairs", std::move(list)}}, 2);
  }
  if (format == OutputFormat::kCsv)
    append_csv_record(out, {"score", "difference", "name", "releases", "other", "other_releases",
                            "for", "against"});
  for (const LikelyPair& pair : pairs) {
    if (format == OutputFormat::kJsonLines) {
      out += dump_json(pair_json(pair), -1);
    } else if (format == OutputFormat::kCsv) {
      append_csv_record(out, {score_text(pair.score), to_string(pair.difference), pair.first->name,
                              std::to_string(pair.first->sightings.size()), pair.second->name,
                              std::to_string(pair.second->sightings.size()), joined(pair.reasons),
                              joined(pair.objections)});
    } else {
      out += printable(pair_text(pair));
    }
  }
  return out;
}

}  // namespace pressarkiv
