// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/cli/commands.h"
#include "query/cli/theme_options.h"
#include "query/render/theme_renderers.h"
#include "query/themes/theme_searcher.h"

namespace pressarkiv {
namespace {

namespace po = boost::program_options;

constexpr std::int64_t kMost = 100'000;
constexpr const char* kFormats = "text, json, jsonl or csv";

void add_options(OptionAdder& add) {
  const auto number = [](std::int64_t otherwise) {
    return po::value<std::int64_t>()->value_name("N")->default_value(otherwise);
  };
  add_theme_options(add, kFormats);
  add("period", po::value<std::string>()->value_name("PERIOD"),
      "what rises and falls in it against the one before: 2024, 2024-Q2, 2024-05, "
      "2025-11..2026-01");
  add("limit,n", number(20), "themes in each list");
  add("least", number(5), "only what stands in so many releases");
}

Result<ThemeRequest> request_of(const Arguments& arguments) {
  ThemeRequest request;
  request.query = arguments.joined_words();
  const Result<CountOptions> options = count_options_of(arguments);
  if (!options) return options.error();
  request.options = *options;
  if (request.options.with_boilerplate) {
    return Error{ErrorCode::kInvalidArgument,
                 "--with-boilerplate is for trends and kwic: boilerplate is no theme"};
  }
  if (arguments.has("period")) {
    const std::string& label = arguments.get<std::string>("period");
    request.period = parse_period_range(label);
    if (!request.period) {
      return Error{ErrorCode::kInvalidArgument,
                   "--period " + label + ": use 2024, 2024-Q2, 2024-05 or 2025-11..2026-01"};
    }
  }
  const Result<std::uint32_t> limit = count_of(arguments, "limit", kMost);
  if (!limit) return limit.error();
  const Result<std::uint32_t> least = count_of(arguments, "least", kMost);
  if (!least) return least.error();
  request.limit = *limit;
  request.least_releases = *least;
  return request;
}

int run(const Arguments& arguments, Console& console) {
  const Result<ThemeRequest> request = request_of(arguments);
  if (!request) return fail(console, kQueryProgram, request.error().message);
  const Result<ThemeOutput> output = theme_output_of(arguments, console, kFormats);
  if (!output) return fail(console, kQueryProgram, output.error().message);
  Result<ThemeSearcher> searcher = ThemeSearcher::open(archive_of(arguments, console));
  if (!searcher) return fail(console, kQueryProgram, searcher.error().message);
  const Result<ThemeResult> result = searcher->themes(*request);
  if (!result) return fail(console, kQueryProgram, result.error().message);
  return print_theme(console, *output, result->notes,
                     render(*result, output->format, output->style),
                     !result->rising.empty() || !result->falling.empty());
}

}  // namespace

Command themes_command() {
  Command command;
  command.name = "themes";
  command.summary = "words and expressions that mark a selection, or rise and fall in a period";
  command.usage = "[QUERY...] [options]";
  command.text =
      "Compares the releases that query, filters and dates select with all others of the archive; "
      "with\n"
      "--period those of the period with the one before, and what rises with the year before that "
      "too,\n"
      "so that what only comes back is no news. Counted are releases. In order of what differs "
      "most "
      "for\n"
      "certain; G² says how sure it is. Named is what releases tell: not who says it, whom to "
      "call, "
      "or\n"
      "what they mention by the way. Boilerplate and copies are left out.";
  command.examples =
      "  pressarkiv-query themes --year 2024\n"
      "  pressarkiv-query themes --period 2025-Q4\n"
      "  pressarkiv-query themes --period 2025-11..2026-01\n"
      "  pressarkiv-query themes --person 'Ebba Busch' --limit 10\n"
      "  pressarkiv-query themes familj:klimat --from 2023 --format csv\n";
  command.free_words = true;
  command.add_options = add_options;
  command.run = run;
  return command;
}

}  // namespace pressarkiv
