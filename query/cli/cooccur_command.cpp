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

constexpr std::int64_t kWidestWindow = 100;

void add_options(OptionAdder& add) {
  const auto number = [](std::int64_t otherwise) {
    return po::value<std::int64_t>()->value_name("N")->default_value(otherwise);
  };
  add_theme_options(add, kFormats);
  add("window", number(5), "words on either side");
  add("sentence", po::bool_switch(), "all words of the same sentence instead");
  add("order", po::value<std::string>()->value_name("MEASURE")->default_value("log-dice"),
      "log-dice or log-likelihood");
  add("limit,n", number(25), "words to show");
  add("least", number(5), "only what stands there so many times");
}

Result<CooccurRequest> request_of(const Arguments& arguments) {
  CooccurRequest request;
  request.query = arguments.joined_words();
  const Result<CountOptions> options = count_options_of(arguments);
  if (!options) return options.error();
  request.options = *options;
  if (request.options.with_boilerplate) {
    return Error{ErrorCode::kInvalidArgument,
                 "--with-boilerplate is for trends and kwic: boilerplate is no context"};
  }
  const std::string& order = arguments.get<std::string>("order");
  if (order != "log-dice" && order != "log-likelihood") {
    return Error{ErrorCode::kInvalidArgument,
                 "--order " + order + ": use log-dice or log-likelihood"};
  }
  request.order = order == "log-dice" ? CollocateOrder::kLogDice : CollocateOrder::kLogLikelihood;
  const Result<std::uint32_t> window = count_of(arguments, "window", kWidestWindow);
  if (!window) return window.error();
  const Result<std::uint32_t> limit = count_of(arguments, "limit", kMost);
  if (!limit) return limit.error();
  const Result<std::uint32_t> least = count_of(arguments, "least", kMost);
  if (!least) return least.error();
  request.window = *window;
  request.sentence = arguments.flag("sentence");
  request.limit = *limit;
  request.least = *least;
  return request;
}

int run(const Arguments& arguments, Console& console) {
  const Result<CooccurRequest> request = request_of(arguments);
  if (!request) return fail(console, kQueryProgram, request.error().message);
  const Result<ThemeOutput> output = theme_output_of(arguments, console, kFormats);
  if (!output) return fail(console, kQueryProgram, output.error().message);
  Result<ThemeSearcher> searcher = ThemeSearcher::open(archive_of(arguments, console));
  if (!searcher) return fail(console, kQueryProgram, searcher.error().message);
  const Result<CooccurResult> result = searcher->cooccur(*request);
  if (!result) return fail(console, kQueryProgram, result.error().message);
  return print_theme(console, *output, result->notes,
                     render(*result, output->format, output->style), !result->collocates.empty());
}

}  // namespace

Command cooccur_command() {
  Command command;
  command.name = "cooccur";
  command.summary = "words that stand near a query more often than chance has it";
  command.usage = "QUERY... [options]";
  command.text =
      "Lists the words within a window of the occurrences of a query, or in their sentences, by\n"
      "log-Dice (how exclusively they belong together) or log-likelihood (how sure it is). A count "
      "is of\n"
      "occurrences of the query; the curve shows, year by year, the share of them that have the "
      "word.";
  command.examples =
      "  pressarkiv-query cooccur kärnkraft\n"
      "  pressarkiv-query cooccur kärnkraft --sentence\n"
      "  pressarkiv-query cooccur familj:klimat --window 3 --order log-likelihood\n";
  command.free_words = true;
  command.add_options = add_options;
  command.run = run;
  return command;
}

}  // namespace pressarkiv
