// SPDX-License-Identifier: GPL-2.0-or-later
#include <ostream>

#include "indexer/cli/commands.h"
#include "indexer/cli/common_options.h"
#include "indexer/extract/extractor.h"
#include "indexer/extract/facts_json.h"
#include "indexer/extract_json.h"
#include "indexer/readers/reader_registry.h"
#include "indexer/source_content.h"
#include "indexer/source_walker.h"

namespace pressarkiv {
namespace {

void add_options(OptionAdder& add) { add_reading_options(add); }

/// Reads the releases of one file and prints a line for each. The number refused.
std::uint64_t extract_source(const SourceFile& source, const ReadOptions& options,
                             const Extractor& extractor, Console& console) {
  const Result<std::string> bytes = read_bytes(source, console.in);
  if (!bytes) {
    fail(console, kIndexProgram, bytes.error().message);
    return 1;
  }
  std::uint64_t refused = 0;
  read_source(*bytes, source.path, source.default_id, options, [&](Result<ReadRelease> found) {
    if (!found) {
      ++refused;
      fail(console, kIndexProgram, found.error().message);
      return;
    }
    const Facts facts = extractor.extract(found->release);
    console.out << extract_line(found->release, people_json(facts),
                                quotes_json(found->release, facts), regions_json(facts),
                                bare_names_json(facts))
                << '\n';
  });
  return refused;
}

int run(const Arguments& arguments, Console& console) {
  if (arguments.words().empty()) {
    return fail(console, kIndexProgram,
                "nothing to read; name files or folders, or - for standard input");
  }
  const Result<ReadingChoice> reading = reading_of(arguments);
  if (!reading) return fail(console, kIndexProgram, reading.error().message);
  const Extractor extractor;
  std::uint64_t refused = 0;
  walk_sources(arguments.words(), [&](Result<SourceFile> source) {
    if (source) {
      refused += extract_source(*source, reading->options, extractor, console);
    } else {
      ++refused;
      fail(console, kIndexProgram, source.error().message);
    }
  });
  if (!console.out.flush()) return fail(console, kIndexProgram, "standard output: cannot write");
  return refused == 0 ? 0 : kExitSomeRefused;
}

}  // namespace

Command extract_command() {
  Command command;
  command.name = "extract";
  command.summary = "print what is read from files, as JSON Lines";
  command.usage = "PATH... [options]";
  command.text =
      "Reads releases as add does and prints one JSON object for each: its id, its structure "
      "(title,\n"
      "lead, date, sender, subjects, regions, boilerplate, contacts), the people it names with\n"
      "their roles, its quotes with their speakers, the places its text names, and apart from the\n"
      "people those it names by one word only. Needs no archive and changes nothing. The keys are\n"
      "described in query/render/OUTPUT.md.";
  command.examples =
      "  pressarkiv-index extract corpus/sample\n"
      "  pressarkiv-index extract release.txt | jq .structure\n";
  command.add_options = add_options;
  command.run = run;
  return command;
}

}  // namespace pressarkiv
