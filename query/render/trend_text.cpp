// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>
#include <vector>

#include "query/render/text_table.h"
#include "query/render/theme_renderers.h"
#include "query/render/trend_parts.h"

namespace pressarkiv {
namespace {

using Rows = std::vector<std::vector<std::string>>;

/// More columns than that are no table to read; CSV has them all.
constexpr std::size_t kMostColumns = 7;

std::string unit_heading(PeriodUnit unit) {
  switch (unit) {
    case PeriodUnit::kYear:
      return "År";
    case PeriodUnit::kQuarter:
      return "Kvartal";
    case PeriodUnit::kMonth:
      return "Månad";
  }
  return {};
}

std::string spark_of(const TrendResult& result, const TrendSeries& series) {
  std::vector<double> heights;
  for (std::size_t i = 0; i < series.points.size(); ++i) {
    if (!result.periods[i].known()) continue;
    heights.push_back(series.points[i].thin ? -1 : series.points[i].per_thousand());
  }
  return sparkline(heights);
}

std::string interval_text(const TrendPoint& point) {
  constexpr double kThousand = 1000;
  return swedish_decimal(point.share.low * kThousand, 1) + "–" +
         swedish_decimal(point.share.high * kThousand, 1);
}

std::vector<std::string> full_row(const TrendResult& result, const std::string& label,
                                  const TrendPoint& point, const TrendSeries& series) {
  const bool empty = point.all_releases == 0;
  std::vector<std::string> row{label};
  if (empty) {
    row.insert(row.end(), {"–", "0", "–", "–", "–", "–"});
  } else {
    row.insert(row.end(),
               {swedish_number(point.releases), swedish_number(point.all_releases),
                swedish_decimal(point.per_thousand(), 1), interval_text(point),
                series.counts_occurrences ? swedish_number(point.occurrences) : "–",
                series.counts_occurrences ? swedish_decimal(point.per_million(), 1) : "–"});
  }
  if (result.quotes) {
    const bool none = point.all_quotes == 0;
    row.push_back(none ? "–" : swedish_number(point.quotes));
    row.push_back(swedish_number(point.all_quotes));
    row.push_back(none ? "–" : swedish_decimal(point.quotes_per_thousand(), 1));
  }
  row.emplace_back(empty ? "inga releaser" : point.thin ? "*" : "");
  return row;
}

/// Every number of one series.
std::string full_table(const TrendResult& result, const TrendSeries& series) {
  std::vector<std::string> heads{
      unit_heading(result.unit), "releaser", "av", "per 1 000", "95 %", "förekomster",
      "per miljon ord"};
  if (result.quotes) heads.insert(heads.end(), {"citat", "av", "per 1 000"});
  heads.emplace_back("");
  Rows rows{heads};
  for (std::size_t i = 0; i < series.points.size(); ++i) {
    rows.push_back(full_row(result, period_name(result, i), series.points[i], series));
  }
  rows.push_back(full_row(result, "Summa", series.total, series));
  return text_table(rows);
}

/// Several series side by side: releases and, after them, per thousand.
std::string side_by_side(const TrendResult& result) {
  std::vector<std::string> heads{unit_heading(result.unit)};
  std::vector<std::string> units{""};
  for (std::size_t s = 0; s < result.series.size(); ++s) {
    heads.insert(heads.end(), {std::string(1, static_cast<char>('A' + s)), ""});
    units.insert(units.end(), {"releaser", "per 1 000"});
  }
  Rows rows{heads, units};
  const auto add = [&](const std::string& label, const auto& point_of) {
    std::vector<std::string> row{label};
    for (const TrendSeries& series : result.series) {
      const TrendPoint& point = point_of(series);
      const bool empty = point.all_releases == 0;
      row.push_back(empty ? "–" : swedish_number(point.releases));
      row.push_back(empty ? "–"
                          : swedish_decimal(point.per_thousand(), 1) + (point.thin ? "*" : " "));
    }
    rows.push_back(std::move(row));
  };
  for (std::size_t i = 0; i < result.periods.size(); ++i) {
    add(period_name(result, i),
        [i](const TrendSeries& series) -> const TrendPoint& { return series.points[i]; });
  }
  add("Summa", [](const TrendSeries& series) -> const TrendPoint& { return series.total; });
  return text_table(rows);
}

std::string summary_lines(const TrendResult& result) {
  Rows rows;
  const bool lettered = result.series.size() <= kMostColumns;
  for (std::size_t s = 0; s < result.series.size(); ++s) {
    const TrendSeries& series = result.series[s];
    const std::string letter = lettered ? std::string(1, static_cast<char>('A' + s)) + "  " : "";
    std::vector<std::string> row{
        letter + printable(series_name(result, series)),
        swedish_number(series.total.releases) + " releaser",
        series.counts_occurrences ? swedish_number(series.total.occurrences) + " förekomster" : ""};
    if (result.quotes) {
      row.push_back(swedish_number(series.total.quotes) + " citat av " +
                    swedish_number(series.total.all_quotes));
    }
    row.push_back(swedish_decimal(series.total.per_thousand(), 1) + " per 1 000");
    row.push_back(spark_of(result, series));
    rows.push_back(std::move(row));
  }
  return text_table(rows);
}

bool some_thin(const TrendResult& result) {
  for (const TrendSeries& series : result.series) {
    for (const TrendPoint& point : series.points) {
      if (point.thin && point.all_releases > 0) return true;
    }
  }
  return false;
}

std::string footer(const TrendResult& result) {
  std::string out;
  if (some_thin(result)) {
    out += "* färre än " + std::to_string(result.thin) +
           " releaser i arkivet: för lite för att säga något (· i kurvan)\n";
  }
  if (result.unfinished) out += "… perioden är inte slut i arkivet\n";
  out += "Nämnare: " + denominator_text(result) + "\n";
  out += "Arkivrevision " + std::to_string(result.revision) + " · " +
         swedish_number(result.archive_releases) + " releaser";
  if (result.duplicates > 0) {
    out += " varav " + swedish_number(result.duplicates) + " dubbletter som inte räknas";
  }
  if (result.newest != 0) out += " · material till och med " + newest_text(result);
  return out + "\n";
}

}  // namespace

std::string trend_text(const TrendResult& result, const TextStyle& style) {
  std::string out;
  const auto bold = [&](const std::string& text) {
    return style.color ? "\033[1m" + text + "\033[0m" : text;
  };
  if (result.series.size() == 1) {
    const TrendSeries& series = result.series.front();
    out += bold(printable(series_name(result, series))) + "\n";
    out += "Per 1 000 releaser: " + spark_of(result, series) + "\n\n";
    out += full_table(result, series);
  } else {
    out += summary_lines(result) + "\n";
    if (result.series.size() <= kMostColumns) {
      out += side_by_side(result);
    } else {
      out += "Fler serier än en tabell rymmer: --format csv har alla tal.\n";
    }
  }
  return out + "\n" + footer(result);
}

}  // namespace pressarkiv
