// SPDX-License-Identifier: GPL-2.0-or-later
#include <filesystem>
#include <nlohmann/json.hpp>
#include <ostream>

#include "common/record/record_store.h"
#include "indexer/cli/commands.h"
#include "indexer/cli/common_options.h"
#include "indexer/cli/interrupt.h"
#include "indexer/index_builder.h"
#include "indexer/ingest.h"
#include "indexer/reading.h"

namespace pressarkiv {
namespace {

namespace po = boost::program_options;

void add_options(OptionAdder& add) {
  add_archive_option(add);
  add_reading_options(add);
  add_writing_options(add);
  add_memory_option(add);
  add("format", po::value<std::string>()->value_name("FORMAT")->default_value("text"),
      "of the report: text or json");
  add("verbose,v", po::bool_switch(), "name each release in which something was odd");
}

/// Whether any of the paths is there: a slip in a path must not leave an empty archive behind.
bool any_exists(const std::vector<std::string>& paths) {
  for (const std::string& path : paths) {
    std::error_code ignored;
    if (path == "-" || std::filesystem::exists(path, ignored)) return true;
  }
  return false;
}

std::string counted(const std::map<std::string, std::uint64_t>& counts) {
  std::string text;
  for (const auto& [name, count] : counts) {
    text += (text.empty() ? "" : ", ") + name + " " + grouped(count);
  }
  return text;
}

void print_text(const IngestReport& report, const IndexReport& index, const ArchiveLayout& layout,
                Console& console) {
  console.out << "added " << grouped(report.added) << ", updated " << grouped(report.updated)
              << ", unchanged " << grouped(report.unchanged) << ", refused "
              << grouped(report.refused) << "  (" << grouped(report.sources) << " files";
  if (!report.formats.empty()) console.out << ": " << counted(report.formats);
  console.out << ")\n";
  if (!report.encodings.empty()) console.out << "encodings: " << counted(report.encodings) << '\n';
  console.out << "archive " << layout.root.string() << ": " << grouped(index.indexed)
              << (index.rebuilt ? " releases indexed anew\n" : " releases indexed\n");
}

void print_json(const IngestReport& report, const IndexReport& index, const ArchiveLayout& layout,
                Console& console) {
  const nlohmann::ordered_json json = {
      {"schema", "pressarkiv.add/1"},  {"archive", layout.root.string()},
      {"files", report.sources},       {"added", report.added},
      {"updated", report.updated},     {"unchanged", report.unchanged},
      {"refused", report.refused},     {"formats", report.formats},
      {"encodings", report.encodings}, {"notes", report.notes},
      {"indexed", index.indexed},      {"interrupted", report.interrupted}};
  console.out << json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
}

void print_notes(const IngestReport& report, Console& console) {
  for (const auto& [note, count] : report.notes) {
    console.err << "note: " << grouped(count) << " × " << note << '\n';
  }
  if (!report.notes.empty()) console.err << "note: --verbose names the releases\n";
  if (report.sources == 0 && report.refused == 0) {
    console.err << "note: no files were found there\n";
  }
}

Result<IngestReport> take_in(const Arguments& arguments, RecordStore& record,
                             ReadingStore& readings, const ReadingChoice& reading, unsigned threads,
                             const ArchiveLayout& layout, Console& console) {
  const bool quiet = arguments.flag("quiet");
  const bool verbose = arguments.flag("verbose");
  ProgressLine line(console, quiet);
  IngestOptions options;
  options.read = reading.options;
  options.mapping_text = reading.mapping_text;
  options.archive_folder = layout.root.string();
  options.threads = threads;
  options.now = utc_now;
  options.cancelled = interrupted;
  options.progress = [&line](std::uint64_t sources, std::uint64_t releases) {
    line.show("reading: " + grouped(sources) + " files, " + grouped(releases) + " releases");
  };
  options.refused = [&](const std::string& message) {
    line.show("");
    console.err << kIndexProgram << ": " << message << '\n';
  };
  if (verbose) {
    options.noted = [&](const std::string& path, const std::string& id, const std::string& note) {
      line.show("");
      console.err << "note: " << path << " (" << id << "): " << note << '\n';
    };
  }
  return ingest(arguments.words(), record, readings, console.in, options);
}

int report_all(const Arguments& arguments, const IngestReport& report, const IndexReport& index,
               const ArchiveLayout& layout, Console& console) {
  for (const std::string& problem : index.problems) {
    console.err << kIndexProgram << ": " << problem << '\n';
  }
  if (!arguments.flag("quiet") && !arguments.flag("verbose")) print_notes(report, console);
  if (arguments.get<std::string>("format") == "json") {
    print_json(report, index, layout, console);
  } else {
    print_text(report, index, layout, console);
  }
  if (!console.out.flush()) return fail(console, kIndexProgram, "standard output: cannot write");
  return report.refused > 0 || !index.problems.empty() ? kExitSomeRefused : 0;
}

int run(const Arguments& arguments, Console& console) {
  if (arguments.words().empty()) {
    return fail(console, kIndexProgram,
                "nothing to add; name files or folders, or - for standard input");
  }
  const std::string& format = arguments.get<std::string>("format");
  if (format != "text" && format != "json") {
    return fail(console, kIndexProgram, "--format " + format + ": use text or json");
  }
  const Result<ReadingChoice> reading = reading_of(arguments);
  if (!reading) return fail(console, kIndexProgram, reading.error().message);
  const Result<unsigned> threads = threads_of(arguments);
  if (!threads) return fail(console, kIndexProgram, threads.error().message);
  const Result<std::uint64_t> memory = memory_of(arguments);
  if (!memory) return fail(console, kIndexProgram, memory.error().message);
  if (!any_exists(arguments.words())) {
    return fail(console, kIndexProgram,
                arguments.words().front() + ": no such file or folder; nothing was added");
  }

  const ArchiveLayout layout = archive_of(arguments, console);
  const Result<ArchiveLock> lock = lock_archive(arguments, layout, "add");
  if (!lock) return fail(console, kIndexProgram, lock.error().message);
  Result<RecordStore> record = RecordStore::open_for_writing(layout);
  if (!record) return fail(console, kIndexProgram, record.error().message);
  Result<ReadingStore> readings = ReadingStore::open(layout, reading_maker());
  if (!readings) return fail(console, kIndexProgram, readings.error().message);

  catch_interrupts();
  const Result<IngestReport> report =
      take_in(arguments, *record, *readings, *reading, *threads, layout, console);
  if (!report) return fail(console, kIndexProgram, report.error().message);

  Result<IndexReport> index = [&] {
    ProgressLine line(console, arguments.flag("quiet"));
    IndexOptions options;
    options.threads = *threads;
    options.memory_bytes = *memory;
    options.cancelled = interrupted;
    options.lexicon.cache = console.cache;
    options.progress = [&line](std::uint64_t done, std::uint64_t total) {
      line.show("indexing: " + grouped(done) + " of " + grouped(total) + " releases");
    };
    return catch_up_index(layout, *record, *readings, options);
  }();
  if (interrupted()) {
    console.err << kIndexProgram << ": interrupted; what was taken (" << grouped(report->releases())
                << " releases) is safe, run the same command again to go on\n";
    return kExitInterrupted;
  }
  if (!index) return fail(console, kIndexProgram, index.error().message);
  return report_all(arguments, *report, *index, layout, console);
}

}  // namespace

Command add_command() {
  Command command;
  command.name = "add";
  command.summary = "take releases into the archive and index them";
  command.usage = "PATH... [options]";
  command.text =
      "Reads files and folders (\"-\" is standard input), keeps every source byte for byte in the\n"
      "record, and brings the index up to date. Plain text, Markdown, JSON Lines and JSON are\n"
      "told apart by their bytes, in UTF-8, UTF-16 or Windows-1252. Adding the same again changes\n"
      "nothing; a changed text becomes a new version. A file that cannot be read is named and\n"
      "passed over. Stopped at any moment, nothing committed is lost: run it again to go on.";
  command.examples =
      "  pressarkiv-index add pressmeddelanden/\n"
      "  pressarkiv-index add --archive /srv/arkiv 2024/ 2025/ export.jsonl\n"
      "  xz -dc export.jsonl.xz | pressarkiv-index add -\n"
      "  pressarkiv-index add --mapping mynewsdesk.json export.json\n";
  command.add_options = add_options;
  command.run = run;
  return command;
}

}  // namespace pressarkiv
