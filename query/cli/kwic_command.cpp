// SPDX-License-Identifier: GPL-2.0-or-later
#include <optional>

#include "query/cli/commands.h"
#include "query/cli/theme_options.h"
#include "query/render/theme_renderers.h"
#include "query/themes/theme_searcher.h"

namespace pressarkiv {
namespace {

namespace po = boost::program_options;

constexpr std::int64_t kMostLines = 100'000'000;
constexpr std::int64_t kWidestContext = 10'000;
constexpr const char* kFormats = "text, json, jsonl or csv";

void add_options(OptionAdder& add) {
  const auto text = [] { return po::value<std::string>(); };
  const auto number = [](std::int64_t otherwise) {
    return po::value<std::int64_t>()->value_name("N")->default_value(otherwise);
  };
  add_theme_options(add, kFormats);
  add("period", text()->value_name("PERIOD"),
      "only what trends count there: 2019, 2019-Q2, 2019-05, 2019-okänd, okänd");
  add("sort", text()->value_name("ORDER")->default_value("date"),
      "date, newest, left, right, publisher or speaker");
  add("quotes", po::bool_switch(), "only what stands in quotes, with who says it");
  add("limit,n", number(20), "lines to show; 0: all");
  add("offset", number(0), "lines to pass over");
  add("context", number(50), "characters on either side");
}

std::optional<KwicSort> find_sort(const std::string& name) {
  if (name == "date") return KwicSort::kDate;
  if (name == "newest") return KwicSort::kNewest;
  if (name == "left") return KwicSort::kLeft;
  if (name == "right") return KwicSort::kRight;
  if (name == "publisher") return KwicSort::kPublisher;
  if (name == "speaker") return KwicSort::kSpeaker;
  return std::nullopt;
}

Result<KwicRequest> request_of(const Arguments& arguments) {
  KwicRequest request;
  request.query = arguments.joined_words();
  const Result<CountOptions> options = count_options_of(arguments);
  if (!options) return options.error();
  request.options = *options;
  if (arguments.has("period")) {
    const std::string& label = arguments.get<std::string>("period");
    request.period = parse_period(label);
    if (!request.period) {
      return Error{ErrorCode::kInvalidArgument,
                   "--period " + label +
                       ": use a period as trends print it: 2019, 2019-Q2, 2019-05, 2019-okänd or "
                       "okänd"};
    }
  }
  const std::string& sort = arguments.get<std::string>("sort");
  const auto order = find_sort(sort);
  if (!order) {
    return Error{ErrorCode::kInvalidArgument,
                 "--sort " + sort + ": use date, newest, left, right, publisher or speaker"};
  }
  request.sort = *order;
  request.only_quotes = arguments.flag("quotes");
  const Result<std::uint32_t> limit = count_of(arguments, "limit", kMostLines);
  if (!limit) return limit.error();
  const Result<std::uint32_t> offset = count_of(arguments, "offset", kMostLines);
  if (!offset) return offset.error();
  const Result<std::uint32_t> context = count_of(arguments, "context", kWidestContext);
  if (!context) return context.error();
  request.limit = *limit;
  request.offset = *offset;
  request.context_columns = *context;
  return request;
}

int run(const Arguments& arguments, Console& console) {
  const Result<KwicRequest> request = request_of(arguments);
  if (!request) return fail(console, kQueryProgram, request.error().message);
  const Result<ThemeOutput> output = theme_output_of(arguments, console, kFormats);
  if (!output) return fail(console, kQueryProgram, output.error().message);
  Result<ThemeSearcher> searcher = ThemeSearcher::open(archive_of(arguments, console));
  if (!searcher) return fail(console, kQueryProgram, searcher.error().message);
  const Result<KwicResult> result = searcher->kwic(*request);
  if (!result) return fail(console, kQueryProgram, result.error().message);
  return print_theme(console, *output, result->notes,
                     render(*result, output->format, output->style), result->total > 0);
}

}  // namespace

Command kwic_command() {
  Command command;
  command.name = "kwic";
  command.summary = "concordance: every occurrence with its context";
  command.usage = "QUERY... [options]";
  command.text =
      "Lists the occurrences of a query (key word in context). They are those that trends count: "
      "the\n"
      "lines of a --period are as many as its number there.";
  command.examples =
      "  pressarkiv-query kwic företagarklimat --sort right\n"
      "  pressarkiv-query kwic kärnkraft --period 2024-Q1 --limit 0\n"
      "  pressarkiv-query kwic kärnkraft --quotes --sort speaker\n"
      "  pressarkiv-query kwic '\"grön omställning\"' --sort left --format csv --limit 0\n";
  command.free_words = true;
  command.add_options = add_options;
  command.run = run;
  return command;
}

}  // namespace pressarkiv
