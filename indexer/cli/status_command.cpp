// SPDX-License-Identifier: GPL-2.0-or-later
#include <nlohmann/json.hpp>
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
  add("format", po::value<std::string>()->value_name("FORMAT")->default_value("text"),
      "text or json");
}

struct ArchiveStatus {
  RecordCounts counts;
  EventNumber last_event = 0;
  Result<IndexCheck> index = Error{};
};

void print_text(const ArchiveLayout& layout, const ArchiveStatus& status, Console& console) {
  const RecordCounts& counts = status.counts;
  std::ostream& out = console.out;
  out << "archive      " << layout.root.string() << '\n'
      << "releases     " << grouped(counts.releases) << '\n'
      << "versions     " << grouped(counts.versions) << '\n'
      << "sources      " << grouped(counts.sources) << ", " << byte_size(counts.source_bytes)
      << " as received, " << byte_size(counts.stored_bytes) << " stored\n"
      << "identical    " << grouped(counts.identical_releases)
      << " releases have the same bytes as an earlier one\n"
      << "last event   " << status.last_event << '\n';
  if (!status.index) {
    out << "index        " << status.index.error().message << '\n';
    return;
  }
  const IndexCheck& index = *status.index;
  out << "index        " << index.generation << ": " << grouped(index.documents) << " releases, "
      << byte_size(index.bytes) << ", up to event " << index.last_event;
  if (index.last_event < status.last_event) {
    out << " (behind the record; bring it up to date with: pressarkiv-index add)";
  }
  out << '\n';
  for (const std::string& problem : index.problems) out << "problem      " << problem << '\n';
}

void print_json(const ArchiveLayout& layout, const ArchiveStatus& status, Console& console) {
  nlohmann::ordered_json json = {{"schema", "pressarkiv.status/1"},
                                 {"archive", layout.root.string()},
                                 {"releases", status.counts.releases},
                                 {"versions", status.counts.versions},
                                 {"sources", status.counts.sources},
                                 {"source_bytes", status.counts.source_bytes},
                                 {"stored_bytes", status.counts.stored_bytes},
                                 {"identical_releases", status.counts.identical_releases},
                                 {"last_event", status.last_event}};
  if (status.index) {
    json["index"] = {{"generation", status.index->generation},
                     {"releases", status.index->documents},
                     {"bytes", status.index->bytes},
                     {"last_event", status.index->last_event},
                     {"problems", status.index->problems}};
  } else {
    json["index"] = nullptr;
  }
  console.out << json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
}

int run(const Arguments& arguments, Console& console) {
  const std::string& format = arguments.get<std::string>("format");
  if (format != "text" && format != "json") {
    return fail(console, kIndexProgram, "--format " + format + ": use text or json");
  }
  const ArchiveLayout layout = archive_of(arguments, console);
  const Result<RecordStore> record = RecordStore::open_for_reading(layout);
  if (!record) return fail(console, kIndexProgram, record.error().message);
  const Result<RecordCounts> counts = record->counts();
  if (!counts) return fail(console, kIndexProgram, counts.error().message);
  const Result<EventNumber> last_event = record->last_event();
  if (!last_event) return fail(console, kIndexProgram, last_event.error().message);
  const ArchiveStatus status{*counts, *last_event, check_index(layout, *record, false)};
  if (format == "json") {
    print_json(layout, status, console);
  } else {
    print_text(layout, status, console);
  }
  return 0;
}

}  // namespace

Command status_command() {
  Command command;
  command.name = "status";
  command.summary = "what is in the archive";
  command.usage = "[options]";
  command.text = "Counts of releases, versions, sources and bytes, and how far the index has come.";
  command.examples = "  pressarkiv-index status\n  pressarkiv-index status --format json\n";
  command.add_options = add_options;
  command.run = run;
  return command;
}

}  // namespace pressarkiv
