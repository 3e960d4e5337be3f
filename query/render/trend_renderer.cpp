// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "query/render/csv_record.h"
#include "query/render/json_parts.h"
#include "query/render/theme_renderers.h"
#include "query/render/trend_parts.h"

namespace pressarkiv {
namespace {

/// Four decimals: as many as the counts can bear.
double rounded(double value) {
  constexpr double kPlaces = 10000;
  return std::round(value * kPlaces) / kPlaces;
}

bool is_split(const TrendResult& result) { return result.split != TrendSplit::kNone; }

std::string decimal(double value) {
  std::array<char, 48> text{};
  std::snprintf(text.data(), text.size(), "%.4f", value);
  return text.data();
}

Json numbers_json(const TrendResult& result, const TrendPoint& point, const TrendSeries& series) {
  constexpr double kThousand = 1000;
  const bool empty = point.all_releases == 0;
  Json json = {{"releases", point.releases},
               {"all_releases", point.all_releases},
               {"per_thousand", empty ? Json() : Json(rounded(point.per_thousand()))},
               {"interval", empty ? Json()
                                  : Json::array({rounded(point.share.low * kThousand),
                                                 rounded(point.share.high * kThousand)})},
               {"occurrences", series.counts_occurrences ? Json(point.occurrences) : Json()},
               {"all_words", point.all_words},
               {"per_million", series.counts_occurrences && point.all_words > 0
                                   ? Json(rounded(point.per_million()))
                                   : Json()},
               {"thin", point.thin}};
  if (!result.quotes) return json;
  const bool none = point.all_quotes == 0;
  json["quotes"] = point.quotes;
  json["all_quotes"] = point.all_quotes;
  json["quotes_per_thousand"] = none ? Json() : Json(rounded(point.quotes_per_thousand()));
  json["quotes_interval"] = none ? Json()
                                 : Json::array({rounded(point.quote_share.low * kThousand),
                                                rounded(point.quote_share.high * kThousand)});
  return json;
}

Json point_json(const TrendResult& result, const TrendSeries& series, std::size_t place) {
  Json json = {{"period", period_label(result.periods[place], result.unit)},
               {"known", result.periods[place].known()}};
  json.update(numbers_json(result, series.points[place], series));
  return json;
}

std::string trend_json(const TrendResult& result) {
  Json series_list = Json::array();
  for (const TrendSeries& series : result.series) {
    Json points = Json::array();
    for (std::size_t i = 0; i < series.points.size(); ++i) {
      points.push_back(point_json(result, series, i));
    }
    series_list.push_back({{"query", series.query},
                           {"understood", series.understood},
                           {"group", is_split(result) ? Json(series.group) : Json()},
                           {"total", numbers_json(result, series.total, series)},
                           {"points", std::move(points)}});
  }
  const Json json = {
      {"schema", "pressarkiv.trends/1"},
      {"archive", {{"releases", result.archive_releases}, {"revision", result.revision}}},
      {"newest", result.newest == 0 ? Json() : Json(newest_text(result))},
      {"unit", unit_key(result.unit)},
      {"by", is_split(result) ? Json(split_key(result)) : Json()},
      {"thin_below", result.thin},
      {"duplicates", result.duplicates},
      {"unfinished", result.unfinished},
      {"conditions", result.conditions},
      {"notes", result.notes},
      {"series", std::move(series_list)}};
  return dump_json(json, 2);
}

std::string trend_json_lines(const TrendResult& result) {
  std::string out;
  for (const TrendSeries& series : result.series) {
    for (std::size_t i = 0; i < series.points.size(); ++i) {
      Json json = {{"revision", result.revision},
                   {"query", series.query},
                   {"group", is_split(result) ? Json(series.group) : Json()}};
      json.update(point_json(result, series, i));
      out += dump_json(json, -1);
    }
  }
  return out;
}

std::string trend_csv(const TrendResult& result) {
  std::string out;
  append_csv_record(
      out, {"query", "group", "period", "releases", "all_releases", "per_thousand", "interval_low",
            "interval_high", "occurrences", "all_words", "per_million", "quotes", "all_quotes",
            "quotes_per_thousand", "thin", "revision"});
  constexpr double kThousand = 1000;
  const std::string revision = std::to_string(result.revision);
  for (const TrendSeries& series : result.series) {
    for (std::size_t i = 0; i < series.points.size(); ++i) {
      const TrendPoint& point = series.points[i];
      const bool some = point.all_releases > 0;
      const bool words = series.counts_occurrences;
      append_csv_record(
          out, {series.query, series.group, period_label(result.periods[i], result.unit),
                std::to_string(point.releases), std::to_string(point.all_releases),
                some ? decimal(point.per_thousand()) : "",
                some ? decimal(point.share.low * kThousand) : "",
                some ? decimal(point.share.high * kThousand) : "",
                words ? std::to_string(point.occurrences) : "", std::to_string(point.all_words),
                words && point.all_words > 0 ? decimal(point.per_million()) : "",
                result.quotes ? std::to_string(point.quotes) : "",
                result.quotes ? std::to_string(point.all_quotes) : "",
                result.quotes && point.all_quotes > 0 ? decimal(point.quotes_per_thousand()) : "",
                point.thin ? "1" : "0", revision});
    }
  }
  return out;
}

}  // namespace

std::string series_name(const TrendResult& result, const TrendSeries& series) {
  const std::string query = series.query.empty() ? "alla releaser" : series.query;
  return is_split(result) ? query + " · " + series.group : query;
}

std::string split_key(const TrendResult& result) {
  switch (result.split) {
    case TrendSplit::kNone:
      return {};
    case TrendSplit::kFacet:
      return std::string(facet_name(*result.by).key);
    case TrendSplit::kSpeaker:
      return "speaker";
    case TrendSplit::kMember:
      return "member";
  }
  return {};
}

std::string period_name(const TrendResult& result, std::size_t place) {
  std::string label = period_label(result.periods[place], result.unit);
  const bool last_known =
      result.periods[place].known() &&
      std::none_of(result.periods.begin() + static_cast<std::ptrdiff_t>(place) + 1,
                   result.periods.end(), [](const TrendPeriod& later) { return later.known(); });
  return result.unfinished && last_known ? label + "…" : label;
}

std::string denominator_text(const TrendResult& result) {
  std::string text = "alla releaser i arkivet";
  if (result.split == TrendSplit::kFacet) {
    text =
        "releaser i arkivet med samma värde (" + std::string(facet_name(*result.by).swedish) + ")";
  }
  if (result.split == TrendSplit::kSpeaker) {
    text = "releaser i arkivet med citat av samma talare, orden i dessa citat";
  }
  for (const std::string& condition : result.conditions) text += ", " + condition;
  return text;
}

std::string newest_text(const TrendResult& result) {
  const PartialDate date{static_cast<int>(result.newest / 10000), result.newest / 100 % 100,
                         result.newest % 100};
  return date.to_iso();
}

std::string render(const TrendResult& result, OutputFormat format, const TextStyle& style) {
  switch (format) {
    case OutputFormat::kText:
      return trend_text(result, style);
    case OutputFormat::kJson:
      return trend_json(result);
    case OutputFormat::kJsonLines:
      return trend_json_lines(result);
    case OutputFormat::kCsv:
      return trend_csv(result);
  }
  return {};
}

}  // namespace pressarkiv
