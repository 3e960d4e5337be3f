// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/cli/commands.h"
#include "query/render/theme_renderers.h"
#include "query/themes/theme_searcher.h"

namespace pressarkiv {
namespace {

namespace po = boost::program_options;

void add_options(OptionAdder& add) {
  add_archive_option(add);
  add("near", po::bool_switch(),
      "also what is near and not counted: derivations, compounds of the same matter, expressions");
  add("no-pager", po::bool_switch(), "never through PAGER");
}

void append_lines(const std::vector<FamilyMember>& members, std::string& out) {
  for (const FamilyMember& member : members) {
    out += member.form + "\t" + std::to_string(member.releases) + "\t";
    out += relation_name(member.relation);
    out += "\n";
  }
}

int run(const Arguments& arguments, Console& console) {
  const std::string word = arguments.joined_words();
  if (word.empty()) return fail(console, kQueryProgram, "family takes a word");
  Result<ThemeSearcher> searcher = ThemeSearcher::open(archive_of(arguments, console));
  if (!searcher) return fail(console, kQueryProgram, searcher.error().message);
  const Result<std::vector<FamilyMember>> family = searcher->family(word);
  if (!family) return fail(console, kQueryProgram, family.error().message);
  std::string out;
  append_lines(*family, out);
  if (arguments.flag("near")) {
    const Result<std::vector<FamilyMember>> near = searcher->relatives(word);
    if (!near) return fail(console, kQueryProgram, near.error().message);
    append_lines(*near, out);
  }
  if (!print_paged(console, out, !arguments.flag("no-pager"))) {
    return fail(console, kQueryProgram, "standard output: cannot write");
  }
  return out.empty() ? kExitNothingFound : 0;
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
      "forms are found and counted by familj:WORD in every query. In quotes a family may be "
      "changed: "
      "-WORD\n"
      "drops that word with its family, +WORD adds a word in its own forms; the same holds in a "
      "query.";
  command.examples =
      "  pressarkiv-query family klimat\n"
      "  pressarkiv-query family företagarklimat --near\n"
      "  pressarkiv-query family 'skola -högskola +lärosäte'\n"
      "  pressarkiv-query trends 'familj:\"skola -högskola\"' --per quarter\n"
      "  pressarkiv-query trends familj:klimat --per quarter --from 2023\n";
  command.add_options = add_options;
  command.run = run;
  return command;
}

}  // namespace pressarkiv
