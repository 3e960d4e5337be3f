// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/cli/commands.h"
#include "query/render/theme_renderers.h"
#include "query/themes/theme_searcher.h"

namespace pressarkiv {
namespace {

namespace po = boost::program_options;

void add_options(OptionAdder& add) {
  add_archive_option(add);
  add("format", po::value<std::string>()->value_name("FORMAT")->default_value("text"),
      "text, json, jsonl or csv");
  add("no-pager", po::bool_switch(), "never through PAGER");
}

int run(const Arguments& arguments, Console& console) {
  if (!arguments.words().empty()) {
    return fail(console, kQueryProgram, "duplicates lists all of the archive; it takes no words");
  }
  const auto format = find_output_format(arguments.get<std::string>("format"));
  if (!format) return fail(console, kQueryProgram, "--format: use text, json, jsonl or csv");
  Result<ThemeSearcher> searcher = ThemeSearcher::open(archive_of(arguments, console));
  if (!searcher) return fail(console, kQueryProgram, searcher.error().message);
  const Result<DuplicateList> list = searcher->duplicates();
  if (!list) return fail(console, kQueryProgram, list.error().message);
  const bool pager = *format == OutputFormat::kText && !arguments.flag("no-pager");
  if (!print_paged(console, render(*list, *format, {}), pager)) {
    return fail(console, kQueryProgram, "standard output: cannot write");
  }
  return list->groups.empty() ? kExitNothingFound : 0;
}

}  // namespace

Command duplicates_command() {
  Command command;
  command.name = "duplicates";
  command.summary = "releases that repeat an earlier one, word for word or nearly";
  command.usage = "[options]";
  command.text =
      "Lists each text that was published more than once: the earliest release, which trends "
      "count,\n"
      "and those that repeat it with at most three words changed.";
  command.examples = "  pressarkiv-query duplicates --format csv\n";
  command.add_options = add_options;
  command.run = run;
  return command;
}

}  // namespace pressarkiv
