// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <ostream>

#include "query/cli/commands.h"
#include "query/render/quotes_renderer.h"
#include "query/speakers/quote_search.h"

namespace pressarkiv {
namespace {

namespace po = boost::program_options;

constexpr std::size_t kWidestText = 100;

void add_options(OptionAdder& add) {
  const auto text = [] { return po::value<std::string>(); };
  const auto texts = [] { return po::value<std::vector<std::string>>()->value_name("VALUE"); };
  const auto number = [](std::int64_t otherwise) {
    return po::value<std::int64_t>()->value_name("N")->default_value(otherwise);
  };
  add_archive_option(add);
  add("speaker", texts(),
      "only what this person says; a part of the name or a near spelling will do");
  add("role", texts(), "only what is said in this role, as näringslivschef");
  add("release", text()->value_name("ID"), "only the quotes of this release, in its order");
  add("from", text()->value_name("DATE"),
      "published then or later: 2019, 2019-05, 2019-05-14, 2019-Q2");
  add("to", text()->value_name("DATE"), "published then or earlier");
  add("sort", text()->value_name("ORDER")->default_value("relevance"),
      "relevance, newest or oldest");
  add("limit,n", number(10), "quotes to show; 0: all");
  add("offset", number(0), "quotes to pass over");
  add("per", text()->value_name("PERIOD"), "count them: year, quarter or month");
  add("context", po::bool_switch(), "show the paragraph around each quote");
  add("format", text()->value_name("FORMAT")->default_value("text"), "text, json, jsonl or csv");
  add("color", text()->value_name("WHEN")->default_value("auto"), "auto, always or never");
  add("no-pager", po::bool_switch(), "never through PAGER");
}

/// `sade:"…"` of an option's values; several are alternatives.
std::string field_query(const std::string& field, const std::vector<std::string>& values) {
  std::string query;
  for (const std::string& value : values) {
    std::string plain;
    std::copy_if(value.begin(), value.end(), std::back_inserter(plain),
                 [](char c) { return c != '"'; });
    query += (query.empty() ? "" : " ELLER ") + field + ":\"" + plain + "\"";
  }
  return values.size() > 1 ? "(" + query + ") " : query.empty() ? query : query + " ";
}

Result<std::optional<QuotePeriod>> period_option(const Arguments& arguments) {
  if (!arguments.has("per")) return std::optional<QuotePeriod>();
  const std::string& name = arguments.get<std::string>("per");
  if (name == "year") return std::optional<QuotePeriod>(QuotePeriod::kYear);
  if (name == "quarter") return std::optional<QuotePeriod>(QuotePeriod::kQuarter);
  if (name == "month") return std::optional<QuotePeriod>(QuotePeriod::kMonth);
  return Error{ErrorCode::kInvalidArgument, "--per " + name + ": use year, quarter or month"};
}

Result<QuoteRequest> request_of(const Arguments& arguments) {
  QuoteRequest request;
  SearchRequest& search = request.search;
  search.query =
      field_query("sade", arguments.list("speaker")) + field_query("roll", arguments.list("role"));
  if (arguments.has("release"))
    search.query += field_query("id", {arguments.get<std::string>("release")});
  const std::string words = arguments.joined_words();
  if (!words.empty()) search.query += search.query.empty() ? words : "(" + words + ")";
  const Result<std::uint32_t> limit = count_of(arguments, "limit", kMostHits);
  if (!limit) return limit.error();
  const Result<std::uint32_t> offset = count_of(arguments, "offset", kMostHits);
  if (!offset) return offset.error();
  search.limit = arguments.has("release") && !arguments.has("limit") ? 0 : *limit;
  search.offset = *offset;
  const Result<SortOrder> sort = sort_of(arguments);
  if (!sort) return sort.error();
  search.sort = *sort;
  const auto from = date_of(arguments, "from");
  if (!from) return from.error();
  const auto to = date_of(arguments, "to");
  if (!to) return to.error();
  search.from = *from;
  search.to = *to;
  if (search.from && search.to && search.to->last_day() < search.from->first_day()) {
    return Error{ErrorCode::kInvalidArgument, "--from lies after --to"};
  }
  const Result<std::optional<QuotePeriod>> per = period_option(arguments);
  if (!per) return per.error();
  request.per = *per;
  request.context = arguments.flag("context");
  return request;
}

int run(const Arguments& arguments, Console& console) {
  const Result<QuoteRequest> request = request_of(arguments);
  if (!request) return fail(console, kQueryProgram, request.error().message);
  const Result<bool> color = color_of(arguments, console);
  if (!color) return fail(console, kQueryProgram, color.error().message);
  const auto format = find_output_format(arguments.get<std::string>("format"));
  if (!format) return fail(console, kQueryProgram, "--format: use text, json, jsonl or csv");
  Result<QuoteSearch> search = QuoteSearch::open(archive_of(arguments, console));
  if (!search) return fail(console, kQueryProgram, search.error().message);
  const Result<QuoteResult> result = search->search(*request);
  if (!result) return fail(console, kQueryProgram, result.error().message);
  for (const std::string& note : result->notes) console.err << "obs: " << note << '\n';
  const TextStyle style{*color && *format == OutputFormat::kText,
                        console.out_is_terminal ? std::min(console.width, kWidestText) : 0};
  const bool pager = *format == OutputFormat::kText && !arguments.flag("no-pager");
  if (!print_paged(console, render_quotes(*result, *format, style), pager)) {
    return fail(console, kQueryProgram, "standard output: cannot write");
  }
  return result->total > 0 ? 0 : kExitNothingFound;
}

}  // namespace

Command quotes_command() {
  Command command;
  command.name = "quotes";
  command.summary = "who said what: quotes by speaker, role, words and date";
  command.usage = "[QUERY...] [options]";
  command.text =
      "Finds direct speech. The query language is that of search, over the words of the quotes;\n"
      "sade: (speaker:) and roll: (role:) select as --speaker and --role do. Each quote comes "
      "with\n"
      "its speaker, the role given in that release, the release and its date, and a line to "
      "paste.\n"
      "A quote whose release names an office only is given to the one person who held it then, "
      "and\n"
      "says so; --speaker finds it, too. Where nobody can be known, the speaker stays open.";
  command.examples =
      "  pressarkiv-query quotes --speaker \"Cecilia Reuterberg\" bemötande --from 2012\n"
      "  pressarkiv-query quotes 'roll:näringslivschef företagsklimat' --sort newest\n"
      "  pressarkiv-query quotes --speaker Reuterberg --per year --format csv\n"
      "  pressarkiv-query quotes --release 2012/2012-09-11-foretagsklimat --context\n";
  command.free_words = true;
  command.add_options = add_options;
  command.run = run;
  return command;
}

}  // namespace pressarkiv
