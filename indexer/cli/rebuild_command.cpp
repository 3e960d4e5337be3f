// SPDX-License-Identifier: GPL-2.0-or-later
#include <ostream>

#include "common/record/record_store.h"
#include "indexer/cli/commands.h"
#include "indexer/cli/common_options.h"
#include "indexer/cli/interrupt.h"
#include "indexer/index_builder.h"
#include "indexer/reading.h"

namespace pressarkiv {
namespace {

namespace po = boost::program_options;

void add_options(OptionAdder& add) {
  add_archive_option(add);
  add_writing_options(add);
  add_memory_option(add);
  add("reread", po::bool_switch(), "read every release again from its bytes, whatever was kept");
}

int run(const Arguments& arguments, Console& console) {
  if (!arguments.words().empty()) {
    return fail(console, kIndexProgram, "rebuild takes no paths: it reads the record");
  }
  const Result<unsigned> threads = threads_of(arguments);
  if (!threads) return fail(console, kIndexProgram, threads.error().message);
  const Result<std::uint64_t> memory = memory_of(arguments);
  if (!memory) return fail(console, kIndexProgram, memory.error().message);
  const ArchiveLayout layout = archive_of(arguments, console);
  // Reading first: a mistyped folder must not become an archive.
  if (const auto there = RecordStore::open_for_reading(layout); !there) {
    return fail(console, kIndexProgram, there.error().message);
  }
  const Result<ArchiveLock> lock = lock_archive(arguments, layout, "rebuild");
  if (!lock) return fail(console, kIndexProgram, lock.error().message);
  const Result<RecordStore> record = RecordStore::open_for_writing(layout);
  if (!record) return fail(console, kIndexProgram, record.error().message);
  Result<ReadingStore> readings = ReadingStore::open(layout, reading_maker());
  if (!readings) return fail(console, kIndexProgram, readings.error().message);

  catch_interrupts();
  const Result<IndexReport> report = [&] {
    ProgressLine line(console, arguments.flag("quiet"));
    IndexOptions options;
    options.threads = *threads;
    options.memory_bytes = *memory;
    options.reread = arguments.flag("reread");
    options.cancelled = interrupted;
    options.lexicon.cache = console.cache;
    options.progress = [&line](std::uint64_t done, std::uint64_t total) {
      line.show("indexing: " + grouped(done) + " of " + grouped(total) + " releases");
    };
    return rebuild_index(layout, *record, *readings, options);
  }();
  if (interrupted()) {
    console.err << kIndexProgram << ": interrupted; the index is as it was before\n";
    return kExitInterrupted;
  }
  if (!report) return fail(console, kIndexProgram, report.error().message);
  for (const std::string& problem : report->problems) {
    console.err << kIndexProgram << ": " << problem << '\n';
  }
  console.out << "archive " << layout.root.string() << ": " << grouped(report->indexed)
              << " releases indexed anew\n";
  return report->problems.empty() ? 0 : kExitSomeRefused;
}

}  // namespace

Command rebuild_command() {
  Command command;
  command.name = "rebuild";
  command.summary = "write the index anew from the record";
  command.usage = "[options]";
  command.text =
      "Writes a new index with the text analysis of this version, which replaces the old one in\n"
      "one step. Searches go on meanwhile. The record is not changed. What was read and extracted\n"
      "before is taken as it is (readings.db) where this version's readers made it; everything "
      "else\n"
      "is read again from the bytes in the record.";
  command.examples =
      "  pressarkiv-index rebuild --archive /srv/arkiv\n"
      "  pressarkiv-index rebuild --archive /srv/arkiv --reread\n";
  command.add_options = add_options;
  command.run = run;
  return command;
}

}  // namespace pressarkiv
