// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <ostream>

#include "query/cli/commands.h"
#include "query/cli/gnuplot.h"
#include "query/cli/theme_options.h"
#include "query/render/theme_renderers.h"
#include "query/themes/theme_searcher.h"

namespace pressarkiv {
namespace {

namespace po = boost::program_options;

constexpr std::int64_t kMostGroups = 1'000'000;
constexpr const char* kFormats = "text, json, jsonl, csv, svg or png (the last two need gnuplot)";

void add_options(OptionAdder& add) {
  const auto text = [] { return po::value<std::string>(); };
  const auto number = [](std::int64_t otherwise) {
    return po::value<std::int64_t>()->value_name("N")->default_value(otherwise);
  };
  add_theme_options(add, kFormats);
  add("per", text()->value_name("UNIT")->default_value("year"), "year, quarter or month");
  add("by", text()->value_name("FACET"),
      "split by subject, county, municipality, region, person, publisher, kind, by speaker (what "
      "stands in quotes) or by member (the words of a family or query)");
  add("groups", number(6), "with --by: the values with the most releases; 0: all");
  add("quotes", po::bool_switch(), "count quotes with the query, too, beside all quotes");
  add("thin", number(30), "mark periods with fewer releases in the archive than this");
}

Result<TrendRequest> request_of(const Arguments& arguments) {
  TrendRequest request;
  request.queries = arguments.words();
  if (request.queries.empty()) {
    return Error{ErrorCode::kInvalidArgument,
                 "trends takes one or more queries; see: pressarkiv-query trends --help"};
  }
  const Result<CountOptions> options = count_options_of(arguments);
  if (!options) return options.error();
  request.options = *options;
  const std::string& unit = arguments.get<std::string>("per");
  const auto found_unit = find_period_unit(unit);
  if (!found_unit) {
    return Error{ErrorCode::kInvalidArgument, "--per " + unit + ": use year, quarter or month"};
  }
  request.unit = *found_unit;
  if (arguments.has("by")) {
    const std::string& name = arguments.get<std::string>("by");
    request.by = find_facet(name);
    request.split = request.by                              ? TrendSplit::kFacet
                    : name == "speaker" || name == "talare" ? TrendSplit::kSpeaker
                    : name == "member" || name == "ord"     ? TrendSplit::kMember
                                                            : TrendSplit::kNone;
    if (request.split == TrendSplit::kNone || request.by == Facet::kYear) {
      return Error{ErrorCode::kInvalidArgument,
                   "--by " + name +
                       ": use subject, county, municipality, region, person, publisher, kind, "
                       "speaker or member"};
    }
  }
  request.quotes = arguments.flag("quotes");
  if (request.quotes && request.split == TrendSplit::kMember) {
    return Error{ErrorCode::kInvalidArgument, "--quotes goes with any --by but member"};
  }
  const Result<std::uint32_t> groups = count_of(arguments, "groups", kMostGroups);
  if (!groups) return groups.error();
  request.max_groups = *groups;
  const Result<std::uint32_t> thin = count_of(arguments, "thin", kMostGroups);
  if (!thin) return thin.error();
  request.thin = *thin;
  return request;
}

bool found_some(const TrendResult& result) {
  return std::any_of(result.series.begin(), result.series.end(),
                     [](const TrendSeries& series) { return series.total.releases > 0; });
}

int draw(const TrendResult& result, PlotFormat format, Console& console) {
  for (const std::string& note : result.notes) console.err << "obs: " << note << '\n';
  const Result<std::string> picture = run_gnuplot(plot_script(result, format));
  if (!picture) return fail(console, kQueryProgram, picture.error().message);
  if (!print_paged(console, *picture, false)) {
    return fail(console, kQueryProgram, "standard output: cannot write");
  }
  return found_some(result) ? 0 : kExitNothingFound;
}

int run(const Arguments& arguments, Console& console) {
  const Result<TrendRequest> request = request_of(arguments);
  if (!request) return fail(console, kQueryProgram, request.error().message);
  const std::string& name = arguments.get<std::string>("format");
  const bool picture = name == "svg" || name == "png";
  ThemeOutput output;
  if (!picture) {
    const Result<ThemeOutput> wanted = theme_output_of(arguments, console, kFormats);
    if (!wanted) return fail(console, kQueryProgram, wanted.error().message);
    output = *wanted;
  }
  Result<ThemeSearcher> searcher = ThemeSearcher::open(archive_of(arguments, console));
  if (!searcher) return fail(console, kQueryProgram, searcher.error().message);
  const Result<TrendResult> result = searcher->trends(*request);
  if (!result) return fail(console, kQueryProgram, result.error().message);
  if (picture) return draw(*result, name == "svg" ? PlotFormat::kSvg : PlotFormat::kPng, console);
  return print_theme(console, output, result->notes, render(*result, output.format, output.style),
                     found_some(*result));
}

}  // namespace

Command trends_command() {
  Command command;
  command.name = "trends";
  command.summary = "how often queries occur over time, with denominators and intervals";
  command.usage = "QUERY... [options]";
  command.text =
      "Counts releases with the query, and its occurrences in them, per period; each of them "
      "beside\n"
      "all releases (and words) of the archive in that period. Every argument is a query of its "
      "own:\n"
      "quote one of several words. Paragraphs that a sender repeats in release after release, its\n"
      "text about itself, and copies of a release are left out. `kwic` with --period lists the "
      "very\n"
      "occurrences of a number.";
  command.examples =
      "  pressarkiv-query trends företagarklimat företagsklimat\n"
      "  pressarkiv-query trends 'kärnkraft ELLER kärnenergi' --per quarter --from 2022\n"
      "  pressarkiv-query trends bredband --by county --format csv\n"
      "  pressarkiv-query trends kärnkraft --quotes\n"
      "  pressarkiv-query trends kärnkraft --by speaker\n"
      "  pressarkiv-query trends familj:klimat --by member --format svg > ord.svg\n"
      "  pressarkiv-query trends kärnkraft vindkraft --from 2022 --format svg > kraft.svg\n";
  command.free_words = true;
  command.add_options = add_options;
  command.run = run;
  return command;
}

}  // namespace pressarkiv
