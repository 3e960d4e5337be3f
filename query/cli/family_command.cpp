// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/cli/commands.h"
#include "query/render/theme_renderers.h"
#include "query/themes/theme_searcher.h"

namespace pressarkiv {
namespace {

namespace po = boost::program_options;

void add_options(OptionAdder& add) {
  add_archive_option(add);
  add("no-pager", po::bool_switch(), "never through PAGER");
}

int run(const Arguments& arguments, Console& console) {
  const std::vector<std::string> words = arguments.words();
  if (words.size() != 1) return fail(console, kQueryProgram, "family takes one word");
  Result<ThemeSearcher> searcher = ThemeSearcher::open(archive_of(arguments, console));
  if (!searcher) return fail(console, kQueryProgram, searcher.error().message);
  const Result<std::vector<FamilyMember>> family = searcher->family(words.front());
  if (!family) return fail(console, kQueryProgram, family.error().message);
  std::string out;
  for (const FamilyMember& member : *family) {
    out += member.form + "\t" + std::to_string(member.releases) + "\t";
    out += relation_name(member.relation);
    out += "\n";
  }
  if (!print_paged(console, out, !arguments.flag("no-pager"))) {
    return fail(console, kQueryProgram, "standard output: cannot write");
  }
  return family->empty() ? kExitNothingFound : 0;
}

}  // namespace

Command family_command() {
  Command command;
  command.name = "family";
  command.summary = "the forms of the archive that belong to a word: inflections, compounds";
  command.usage = "WORD [options]";
  command.text =
      "Prints one form a line with the releases that hold it and how it belongs to the word. The "
      "same\n"
      "forms are found and counted by familj:WORD in every query.";
  command.examples =
      "  pressarkiv-query family klimat\n"
      "  pressarkiv-query trends familj:klimat --per quarter --from 2023\n";
  command.add_options = add_options;
  command.run = run;
  return command;
}

}  // namespace pressarkiv
