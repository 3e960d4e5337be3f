// SPDX-License-Identifier: GPL-2.0-or-later
#include <ostream>

#include "query/cli/commands.h"
#include "query/cli/filter_options.h"
#include "query/render/renderers.h"
#include "query/search/searcher.h"

namespace pressarkiv {
namespace {

namespace po = boost::program_options;

constexpr std::int64_t kMostFacetValues = 1'000'000;
constexpr std::size_t kWidestText = 100;

void add_options(OptionAdder& add) {
  const auto text = [] { return po::value<std::string>(); };
  const auto number = [](std::int64_t otherwise) {
    return po::value<std::int64_t>()->value_name("N")->default_value(otherwise);
  };
  add_archive_option(add);
  add("limit,n", number(10), "hits to show; 0: all");
  add("offset", number(0), "hits to pass over");
  add("page", number(1), "the same by pages of --limit hits");
  add("sort", text()->value_name("ORDER")->default_value("relevance"),
      "relevance, newest or oldest");
  add_filter_options(add);
  add("facets", po::bool_switch(),
      "count subjects, counties, municipalities, people, senders, years");
  add("facet", po::value<std::vector<std::string>>()->value_name("NAME"),
      "count only this one (may be repeated): subject, county, municipality, person, publisher, "
      "year, kind, region");
  add("facet-values", number(10), "values to show of each; 0: all");
  add("only-facets", po::bool_switch(), "counts without hits");
  add("copies", po::bool_switch(), "near-identical releases each for itself, not folded");
  add("no-count", po::bool_switch(),
      "stop when the best hits are found, however many more there are (\"minst\")");
  add("no-snippets", po::bool_switch(), "titles only");
  add_layer_options(add);
  add("explain", po::bool_switch(), "show what was understood of the query");
  add("format", text()->value_name("FORMAT")->default_value("text"), "text, json, jsonl or csv");
  add("color", text()->value_name("WHEN")->default_value("auto"), "auto, always or never");
  add("no-pager", po::bool_switch(), "never through PAGER");
}

Status add_facets(const Arguments& arguments, SearchRequest& request) {
  for (const std::string& name : arguments.list("facet")) {
    const auto facet = find_facet(name);
    if (!facet) {
      return Error{ErrorCode::kInvalidArgument,
                   "--facet " + name +
                       ": use subject, county, municipality, person, publisher, "
                       "year, kind or region"};
    }
    request.facets.push_back(*facet);
  }
  const Result<std::uint32_t> values = count_of(arguments, "facet-values", kMostFacetValues);
  if (!values) return values.error();
  const bool wanted =
      arguments.flag("facets") || arguments.flag("only-facets") || !request.facets.empty();
  if (wanted) request.facet_values = *values == 0 ? kMostFacetValues : *values;
  return Done{};
}

Status add_paging(const Arguments& arguments, SearchRequest& request) {
  const Result<std::uint32_t> limit = count_of(arguments, "limit", kMostHits);
  if (!limit) return limit.error();
  const Result<std::uint32_t> offset = count_of(arguments, "offset", kMostHits);
  if (!offset) return offset.error();
  const Result<std::uint32_t> page = count_of(arguments, "page", kMostHits);
  if (!page) return page.error();
  if (*page == 0) return Error{ErrorCode::kInvalidArgument, "--page counts from 1"};
  request.limit = *limit;
  request.offset = *offset + (*page - 1) * *limit;
  return Done{};
}

Result<SearchRequest> request_of(const Arguments& arguments) {
  SearchRequest request;
  request.query = arguments.joined_words();
  request.snippets = !arguments.flag("no-snippets") && !arguments.flag("only-facets");
  request.settings = layers_of(arguments);
  // CSV has no place for what is folded.
  request.fold_copies = !arguments.flag("copies") && arguments.get<std::string>("format") != "csv";
  request.explain = arguments.flag("explain");
  request.exact_total = !arguments.flag("no-count");
  request.filters = filters_of(arguments);
  if (const Status paging = add_paging(arguments, request); !paging) return paging.error();
  if (const Status facets = add_facets(arguments, request); !facets) return facets.error();
  const Result<SortOrder> sort = sort_of(arguments);
  if (!sort) return sort.error();
  request.sort = *sort;
  const Result<DateBounds> dates = dates_of(arguments);
  if (!dates) return dates.error();
  request.from = dates->from;
  request.to = dates->to;
  return request;
}

int run(const Arguments& arguments, Console& console) {
  const Result<SearchRequest> request = request_of(arguments);
  if (!request) return fail(console, kQueryProgram, request.error().message);
  const Result<bool> color = color_of(arguments, console);
  if (!color) return fail(console, kQueryProgram, color.error().message);
  const auto format = find_output_format(arguments.get<std::string>("format"));
  if (!format) return fail(console, kQueryProgram, "--format: use text, json, jsonl or csv");

  RenderOptions options;
  options.hits = !arguments.flag("only-facets");
  options.facets = request->facet_values > 0;
  options.explanation = request->explain;
  options.style.color = *color && *format == OutputFormat::kText;
  options.style.width = console.out_is_terminal ? std::min(console.width, kWidestText) : 0;
  if (*format == OutputFormat::kCsv && options.facets && options.hits) {
    return fail(console, kQueryProgram,
                "--format csv has room for one table: add --only-facets, or leave facets out");
  }

  Result<Searcher> searcher = Searcher::open(archive_of(arguments, console));
  if (!searcher) return fail(console, kQueryProgram, searcher.error().message);
  const Result<SearchResult> result = searcher->search(*request);
  if (!result) return fail(console, kQueryProgram, result.error().message);
  for (const std::string& note : result->notes) console.err << "obs: " << note << '\n';
  const bool pager = *format == OutputFormat::kText && !arguments.flag("no-pager");
  if (!print_paged(console, render(*result, *format, options), pager)) {
    return fail(console, kQueryProgram, "standard output: cannot write");
  }
  return result->total > 0 ? 0 : kExitNothingFound;
}

}  // namespace

Command search_command() {
  Command command;
  command.name = "search";
  command.summary = "ranked releases with snippets, facets and filters";
  command.usage = "QUERY... [options]";
  command.text =
      "Free words find releases with any of them in any inflection, those with all of them first.\n"
      "  \"exakt fras\"   word for word       ord*            words that begin so\n"
      "  +ord -ord      with, without       AND OR NOT      also OCH ELLER INTE; ( )\n"
      "  NEAR/5 ADJ/5   within five words, in any order or in this order (ONEAR/5 too)\n"
      "  rubrik: ingress: brödtext: om: ämne: region: person: avsändare: typ: datum: id:\n"
      "  (title: lead: body: about: subject: region: person: publisher: kind: date: id:)\n"
      "  datum:2019  datum:2019-05  datum:2024-Q2  datum:2012..2014  2020..  ..2014\n"
      "An empty query finds everything, the newest first. The whole language:\n"
      "query/language/GRAMMAR.md.";
  command.examples =
      "  pressarkiv-query search företagarklimat\n"
      "  pressarkiv-query search '\"bättre bemötande\" region:Alingsås' --facets\n"
      "  pressarkiv-query search bredband landsbygd -skola --from 2012 --sort newest\n"
      "  pressarkiv-query search elpris --county Skåne --format jsonl --limit 0\n"
      "  pressarkiv-query search '' --only-facets --facet publisher --format csv\n";
  command.free_words = true;
  command.add_options = add_options;
  command.run = run;
  return command;
}

}  // namespace pressarkiv
