// SPDX-License-Identifier: GPL-2.0-or-later
#include <cmath>

#include "query/render/csv_record.h"
#include "query/render/json_parts.h"
#include "query/render/text_table.h"
#include "query/render/theme_renderers.h"

namespace pressarkiv {
namespace {

double rounded(double value) {
  constexpr double kPlaces = 10000;
  return std::round(value * kPlaces) / kPlaces;
}

std::string decimal(double value) {
  std::string text = swedish_decimal(value, 4);
  text[text.find(',')] = '.';
  return text;
}

Json theme_json(const Theme& theme) {
  return {{"words", theme.words},
          {"releases", theme.releases.hits},
          {"all_releases", theme.releases.all},
          {"other_releases", theme.releases.other_hits},
          {"other_all_releases", theme.releases.other_all},
          {"past_releases", theme.past},
          {"past_all_releases", theme.past_all},
          {"log_likelihood", rounded(theme.log_likelihood)},
          {"log_ratio", rounded(theme.log_ratio)}};
}

Json list_json(const std::vector<Theme>& themes) {
  Json list = Json::array();
  for (const Theme& theme : themes) list.push_back(theme_json(theme));
  return list;
}

std::string themes_json(const ThemeResult& result) {
  return dump_json({{"schema", "pressarkiv.themes/1"},
                    {"query", result.query},
                    {"archive", {{"revision", result.revision}}},
                    {"period", text_or_null(result.period)},
                    {"previous", text_or_null(result.previous)},
                    {"selected", result.selected},
                    {"compared", result.compared},
                    {"past", result.past},
                    {"conditions", result.conditions},
                    {"notes", result.notes},
                    {"rising", list_json(result.rising)},
                    {"falling", list_json(result.falling)}},
                   2);
}

std::string themes_lines(const ThemeResult& result) {
  std::string out;
  for (const auto* list : {&result.rising, &result.falling}) {
    for (const Theme& theme : *list) {
      Json json = {{"revision", result.revision},
                   {"query", result.query},
                   {"direction", list == &result.rising ? "rising" : "falling"}};
      json.update(theme_json(theme));
      out += dump_json(json, -1);
    }
  }
  return out;
}

std::string themes_csv(const ThemeResult& result) {
  std::string out;
  append_csv_record(out, {"direction", "words", "releases", "all_releases", "other_releases",
                          "other_all_releases", "past_releases", "past_all_releases",
                          "log_likelihood", "log_ratio", "query", "period", "revision"});
  for (const auto* list : {&result.rising, &result.falling}) {
    for (const Theme& theme : *list) {
      append_csv_record(
          out, {list == &result.rising ? "rising" : "falling", theme.words,
                std::to_string(theme.releases.hits), std::to_string(theme.releases.all),
                std::to_string(theme.releases.other_hits), std::to_string(theme.releases.other_all),
                std::to_string(theme.past), std::to_string(theme.past_all),
                decimal(theme.log_likelihood), decimal(theme.log_ratio), result.query,
                result.period, std::to_string(result.revision)});
    }
  }
  return out;
}

std::string times_text(double log_ratio) { return swedish_decimal(std::exp2(log_ratio), 1) + " ×"; }

std::string list_text(const std::string& heading, const std::string& here, const std::string& there,
                      bool with_past, const std::vector<Theme>& themes) {
  std::vector<std::string> names{heading, here, there};
  if (with_past) names.emplace_back("året före");
  names.insert(names.end(), {"gånger", "G²"});
  std::vector<std::vector<std::string>> rows{names};
  for (const Theme& theme : themes) {
    std::vector<std::string> row{printable(theme.words), swedish_number(theme.releases.hits),
                                 swedish_number(theme.releases.other_hits)};
    if (with_past) row.push_back(swedish_number(theme.past));
    row.push_back(times_text(theme.log_ratio));
    row.push_back(swedish_decimal(theme.log_likelihood, 1));
    rows.push_back(std::move(row));
  }
  return text_table(rows);
}

std::string themes_text(const ThemeResult& result) {
  const bool periods = !result.period.empty();
  const std::string here = periods ? result.period : "urvalet";
  const std::string there = periods ? result.previous : "resten";
  std::string out =
      list_text(periods ? "Ökar" : "Utmärker urvalet", here, there, result.past > 0, result.rising);
  if (periods) out += "\n" + list_text("Minskar", there, here, false, result.falling);
  out += "\nReleaser med orden, av " + swedish_number(result.selected) + " (" + here + ") och " +
         swedish_number(result.compared) + " (" + there + ")";
  if (result.past > 0) {
    out += ", " + swedish_number(result.past) +
           " (året före); det som ökar jämförs med båda tillsammans";
  }
  out += ".\nArkivrevision " + std::to_string(result.revision);
  if (!result.query.empty()) out += " · " + printable(result.query);
  for (const std::string& condition : result.conditions) out += " · " + printable(condition);
  return out + "\n";
}

Json collocate_json(const Collocate& collocate) {
  return {{"word", collocate.word},
          {"both", collocate.both},
          {"alone", collocate.alone},
          {"log_dice", rounded(collocate.log_dice)},
          {"log_likelihood", rounded(collocate.log_likelihood)}};
}

std::string cooccur_text(const CooccurResult& result) {
  std::vector<std::vector<std::string>> rows{{"Ord", "tillsammans", "i arkivet", "log-Dice", "G²"}};
  for (const Collocate& collocate : result.collocates) {
    rows.push_back({printable(collocate.word), swedish_number(collocate.both),
                    swedish_number(collocate.alone), swedish_decimal(collocate.log_dice, 2),
                    swedish_decimal(collocate.log_likelihood, 1)});
  }
  const std::string window = std::to_string(result.window);
  std::string out = text_table(rows) + "\n" + swedish_number(result.occurrences) +
                    " förekomster av " + printable(result.query) + ", högst " + window +
                    " ord bort. Rader att läsa: kwic '" + printable(result.query) + " NEAR/" +
                    window + " ORD'\nArkivrevision " + std::to_string(result.revision);
  for (const std::string& condition : result.conditions) out += " · " + printable(condition);
  return out + "\n";
}

std::string cooccur_json(const CooccurResult& result) {
  Json list = Json::array();
  for (const Collocate& collocate : result.collocates) list.push_back(collocate_json(collocate));
  return dump_json({{"schema", "pressarkiv.cooccur/1"},
                    {"query", result.query},
                    {"understood", result.understood},
                    {"archive", {{"revision", result.revision}}},
                    {"window", result.window},
                    {"occurrences", result.occurrences},
                    {"conditions", result.conditions},
                    {"notes", result.notes},
                    {"collocates", std::move(list)}},
                   2);
}

std::string cooccur_csv(const CooccurResult& result) {
  std::string out;
  append_csv_record(out, {"word", "both", "alone", "log_dice", "log_likelihood", "occurrences",
                          "window", "query", "revision"});
  for (const Collocate& collocate : result.collocates) {
    append_csv_record(
        out, {collocate.word, std::to_string(collocate.both), std::to_string(collocate.alone),
              decimal(collocate.log_dice), decimal(collocate.log_likelihood),
              std::to_string(result.occurrences), std::to_string(result.window), result.query,
              std::to_string(result.revision)});
  }
  return out;
}

}  // namespace

std::string render(const ThemeResult& result, OutputFormat format, const TextStyle&) {
  switch (format) {
    case OutputFormat::kText:
      return themes_text(result);
    case OutputFormat::kJson:
      return themes_json(result);
    case OutputFormat::kJsonLines:
      return themes_lines(result);
    case OutputFormat::kCsv:
      return themes_csv(result);
  }
  return {};
}

std::string render(const CooccurResult& result, OutputFormat format, const TextStyle&) {
  switch (format) {
    case OutputFormat::kText:
      return cooccur_text(result);
    case OutputFormat::kJson:
      return cooccur_json(result);
    case OutputFormat::kJsonLines: {
      std::string out;
      for (const Collocate& collocate : result.collocates) {
        Json json = {{"revision", result.revision}, {"query", result.query}};
        json.update(collocate_json(collocate));
        out += dump_json(json, -1);
      }
      return out;
    }
    case OutputFormat::kCsv:
      return cooccur_csv(result);
  }
  return {};
}

}  // namespace pressarkiv
