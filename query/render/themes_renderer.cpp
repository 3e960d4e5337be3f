// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
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
          {"log_ratio", rounded(theme.log_ratio)},
          {"beside", theme.beside}};
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

constexpr std::size_t kMostBeside = 2;

std::string times_text(double log_ratio) { return swedish_decimal(std::exp2(log_ratio), 1) + " ×"; }

/// What to give to kwic for a theme: its words in all forms, beside each other.
std::string lines_query(const std::string& words) {
  std::string query;
  for (const char c : words) query += c == ' ' ? std::string(" ADJ/1 ") : std::string(1, c);
  return query;
}

std::string list_text(const std::string& heading, const std::string& here, const std::string& there,
                      bool with_past, const std::vector<Theme>& themes) {
  std::vector<std::string> names{heading, here, there};
  if (with_past) names.emplace_back("året före");
  names.insert(names.end(), {"gånger", "G²"});
  std::vector<std::vector<std::string>> rows{names};
  for (const Theme& theme : themes) {
    std::string words = theme.words;
    for (std::size_t i = 0; i < std::min(theme.beside.size(), kMostBeside); ++i) {
      words += (i == 0 ? " (även " : ", ") + theme.beside[i];
    }
    if (!theme.beside.empty()) words += ")";
    std::vector<std::string> row{printable(words), swedish_number(theme.releases.hits),
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
  out += ".\n";
  if (periods && !result.rising.empty()) {
    const std::size_t dots = result.period.find("..");
    const std::string when =
        dots == std::string::npos
            ? "--period " + result.period
            : "--from " + result.period.substr(0, dots) + " --to " + result.period.substr(dots + 2);
    out += "Rader att läsa: pressarkiv-query kwic '" +
           printable(lines_query(result.rising.front().words)) + "' " + when + "\n";
  }
  out += "Arkivrevision " + std::to_string(result.revision);
  if (!result.query.empty()) out += " · " + printable(result.query);
  for (const std::string& condition : result.conditions) out += " · " + printable(condition);
  return out + "\n";
}

/// The lines behind a number: what to give to kwic. A sentence is taken as so many words.
std::string lines_query(const CooccurResult& result, const std::string& word) {
  constexpr std::uint32_t kSentenceWords = 25;
  const bool several = result.query.find(' ') != std::string::npos;
  return (several ? "(" + result.query + ")" : result.query) + " NEAR/" +
         std::to_string(result.sentence ? kSentenceWords : result.window) + " " + word;
}

Json collocate_json(const CooccurResult& result, const Collocate& collocate) {
  Json years = Json::array();
  for (std::size_t i = 0; i < collocate.by_year.size(); ++i) {
    years.push_back({{"year", result.years[i].year},
                     {"both", collocate.by_year[i]},
                     {"occurrences", result.years[i].occurrences}});
  }
  return {{"word", collocate.word},
          {"both", collocate.both},
          {"alone", collocate.alone},
          {"log_dice", rounded(collocate.log_dice)},
          {"log_likelihood", rounded(collocate.log_likelihood)},
          {"kwic", lines_query(result, collocate.word)},
          {"years", std::move(years)}};
}

/// Of the query's occurrences each year, those with the word; years with few are dots.
std::string spark_of(const CooccurResult& result, const Collocate& collocate) {
  constexpr std::uint64_t kThin = 10;
  std::vector<double> heights;
  for (std::size_t i = 0; i < collocate.by_year.size(); ++i) {
    const std::uint64_t all = result.years[i].occurrences;
    heights.push_back(
        all < kThin ? -1 : static_cast<double>(collocate.by_year[i]) / static_cast<double>(all));
  }
  return sparkline(heights);
}

std::string cooccur_text(const CooccurResult& result) {
  std::string span;
  if (!result.years.empty()) {
    span =
        std::to_string(result.years.front().year) + "–" + std::to_string(result.years.back().year);
  }
  std::vector<std::vector<std::string>> rows{
      {"Ord", "tillsammans", "i arkivet", "log-Dice", "G²", span}};
  for (const Collocate& collocate : result.collocates) {
    rows.push_back({printable(collocate.word), swedish_number(collocate.both),
                    swedish_number(collocate.alone), swedish_decimal(collocate.log_dice, 2),
                    swedish_decimal(collocate.log_likelihood, 1), spark_of(result, collocate)});
  }
  const std::string where =
      result.sentence ? "i samma mening" : "högst " + std::to_string(result.window) + " ord bort";
  std::string out = text_table(rows) + "\n" + swedish_number(result.occurrences) +
                    " förekomster av " + printable(result.query) + ", " + where +
                    ". Kurvan: andel av årets förekomster, · färre än 10.\n";
  if (!result.collocates.empty()) {
    out += "Rader att läsa: pressarkiv-query kwic '" +
           printable(lines_query(result, result.collocates.front().word)) + "'\n";
  }
  out += "Arkivrevision " + std::to_string(result.revision);
  for (const std::string& condition : result.conditions) out += " · " + printable(condition);
  return out + "\n";
}

std::string cooccur_json(const CooccurResult& result) {
  Json list = Json::array();
  for (const Collocate& collocate : result.collocates)
    list.push_back(collocate_json(result, collocate));
  return dump_json({{"schema", "pressarkiv.cooccur/1"},
                    {"query", result.query},
                    {"understood", result.understood},
                    {"archive", {{"revision", result.revision}}},
                    {"window", result.sentence ? Json() : Json(result.window)},
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
    append_csv_record(out, {collocate.word, std::to_string(collocate.both),
                            std::to_string(collocate.alone), decimal(collocate.log_dice),
                            decimal(collocate.log_likelihood), std::to_string(result.occurrences),
                            result.sentence ? "sentence" : std::to_string(result.window),
                            result.query, std::to_string(result.revision)});
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
        json.update(collocate_json(result, collocate));
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
