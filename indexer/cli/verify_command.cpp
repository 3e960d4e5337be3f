// SPDX-License-Identifier: GPL-2.0-or-later
#include <ostream>

#include "common/record/record_store.h"
#include "indexer/cli/commands.h"
#include "indexer/cli/common_options.h"
#include "indexer/index_check.h"

namespace pressarkiv {
namespace {

namespace po = boost::program_options;

void add_options(OptionAdder& add) {
  add_archive_option(add);
  add("quiet,q", po::bool_switch(), "no progress");
}

int run(const Arguments& arguments, Console& console) {
  const ArchiveLayout layout = archive_of(arguments, console);
  const Result<RecordStore> record = RecordStore::open_for_reading(layout);
  if (!record) return fail(console, kIndexProgram, record.error().message);

  std::uint64_t problems = 0;
  const auto report = [&](const std::string& problem) {
    ++problems;
    console.out << "problem: " << problem << '\n';
  };
  Result<std::uint64_t> record_problems = [&] {
    ProgressLine line(console, arguments.flag("quiet"));
    return record->verify(
        [&](const std::string& problem) {
          line.show("");
          report("record: " + problem);
        },
        [&](std::uint64_t done, std::uint64_t total) {
          line.show("checking the record: " + grouped(done) + " of " + grouped(total));
        });
  }();
  if (!record_problems) return fail(console, kIndexProgram, record_problems.error().message);

  const Result<EventNumber> last_event = record->last_event();
  if (!last_event) return fail(console, kIndexProgram, last_event.error().message);
  const Result<IndexCheck> index = check_index(layout, *record, true);
  if (!index) {
    // An archive whose first index was never finished is whole: the record is what counts.
    if (index.error().code != ErrorCode::kNotFound)
      report("index: " + index.error().message);
    else
      console.err << "note: " << index.error().message << '\n';
  } else {
    for (const std::string& problem : index->problems) report("index: " + problem);
    if (index->last_event < *last_event) {
      console.err << "note: the index is at event " << index->last_event << " of " << *last_event
                  << "; the next add brings it up to date\n";
    }
  }
  const Result<RecordCounts> counts = record->counts();
  if (!counts) return fail(console, kIndexProgram, counts.error().message);
  console.out << (problems == 0 ? "sound: " : "DAMAGED: ") << grouped(counts->releases)
              << " releases, " << grouped(counts->versions) << " versions, "
              << grouped(counts->sources) << " sources, " << *last_event << " events; "
              << grouped(problems) << " problems\n";
  return problems == 0 ? 0 : kExitSomeRefused;
}

}  // namespace

Command verify_command() {
  Command command;
  command.name = "verify";
  command.summary = "check record, hashes, event chain and index";
  command.usage = "[options]";
  command.text =
      "Checks every kept source against its SHA-256, every version against its source, the chain\n"
      "of events, and the index against the record. Changes nothing. Each problem is named with\n"
      "what to do about it.";
  command.examples = "  pressarkiv-index verify --archive /srv/arkiv\n";
  command.add_options = add_options;
  command.run = run;
  return command;
}

}  // namespace pressarkiv
