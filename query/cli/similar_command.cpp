// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

#include "query/cli/commands.h"
#include "query/render/renderers.h"
#include "query/search/searcher.h"

namespace pressarkiv {
namespace {

namespace po = boost::program_options;

constexpr std::int64_t kMostHits = 100'000;
constexpr std::size_t kWidestText = 100;

void add_options(OptionAdder& add) {
  add_archive_option(add);
  add("limit,n", po::value<std::int64_t>()->value_name("N")->default_value(10), "hits to show");
  add("format", po::value<std::string>()->value_name("FORMAT")->default_value("text"),
      "text, json, jsonl or csv");
  add("no-pager", po::bool_switch(), "never through PAGER");
}

int run(const Arguments& arguments, Console& console) {
  const std::vector<std::string> words = arguments.words();
  if (words.size() != 1) {
    return fail(console, kQueryProgram, "similar takes one release id, as search prints it");
  }
  const auto format = find_output_format(arguments.get<std::string>("format"));
  if (!format) return fail(console, kQueryProgram, "--format: use text, json, jsonl or csv");
  const Result<std::uint32_t> limit = count_of(arguments, "limit", kMostHits);
  if (!limit) return fail(console, kQueryProgram, limit.error().message);
  Result<Searcher> searcher = Searcher::open(archive_of(arguments, console));
  if (!searcher) return fail(console, kQueryProgram, searcher.error().message);
  const Result<SearchResult> result = searcher->similar(words.front(), *limit);
  if (!result) return fail(console, kQueryProgram, result.error().message);
  for (const std::string& note : result->notes) console.err << "obs: " << note << '\n';
  RenderOptions options;
  options.style.color = console.color;
  options.style.width = console.out_is_terminal ? std::min(console.width, kWidestText) : 0;
  const bool pager = *format == OutputFormat::kText && !arguments.flag("no-pager");
  if (!print_paged(console, render(*result, *format, options), pager)) {
    return fail(console, kQueryProgram, "standard output: cannot write");
  }
  return result->hits.empty() ? kExitNothingFound : 0;
}

}  // namespace

Command similar_command() {
  Command command;
  command.name = "similar";
  command.summary = "releases about the same things as one release";
  command.usage = "ID [options]";
  command.text =
      "Finds releases that share the words which mark the given one, and shows these words.\n"
      "The senders' texts about themselves do not count; releases that say the same again are\n"
      "left out, and a note says how many.";
  command.examples = "  pressarkiv-query similar 2012/2012-09-11-foretagsklimat -n 5\n";
  command.add_options = add_options;
  command.run = run;
  return command;
}

}  // namespace pressarkiv
