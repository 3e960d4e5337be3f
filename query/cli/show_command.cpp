// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <ostream>

#include "common/record/record_store.h"
#include "query/cli/commands.h"
#include "query/render/renderers.h"
#include "query/search/searcher.h"

namespace pressarkiv {
namespace {

namespace po = boost::program_options;

constexpr std::size_t kWidestText = 100;

void add_options(OptionAdder& add) {
  add_archive_option(add);
  add("original", po::bool_switch(), "the bytes as they were received, and nothing else");
  add("source", po::bool_switch(),
      "with --original: the whole file that the release came in, not only its own part");
  add("version", po::value<std::int64_t>()->value_name("N"), "with --original: an earlier version");
  add("versions", po::bool_switch(), "list the versions that the archive holds");
  add("format", po::value<std::string>()->value_name("FORMAT")->default_value("text"),
      "text, json or jsonl");
  add("no-pager", po::bool_switch(), "never through PAGER");
}

int write_bytes(const std::string& bytes, Console& console) {
  console.out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!console.out.flush()) return fail(console, kQueryProgram, "standard output: cannot write");
  return 0;
}

/// A release that is not there is "nothing found"; everything else is an error.
int fail_as(const Error& error, Console& console) {
  const int status = fail(console, kQueryProgram, error.message);
  return error.code == ErrorCode::kNotFound ? kExitNothingFound : status;
}

int show_original(const Arguments& arguments, const RecordStore& record, const std::string& id,
                  Console& console) {
  Result<StoredVersion> version = record.current(id);
  if (!version) return fail_as(version.error(), console);
  if (arguments.has("version")) {
    const Result<std::vector<StoredVersion>> all = record.versions(id);
    if (!all) return fail(console, kQueryProgram, all.error().message);
    const std::int64_t wanted = arguments.get<std::int64_t>("version");
    const auto found = std::find_if(all->begin(), all->end(), [&](const StoredVersion& v) {
      return static_cast<std::int64_t>(v.version) == wanted;
    });
    if (found == all->end()) {
      return fail(console, kQueryProgram,
                  id + " has versions 1 to " + std::to_string(all->size()) + ", not " +
                      std::to_string(wanted));
    }
    version = *found;
  }
  if (!arguments.flag("source")) return write_bytes(version->bytes, console);
  const Result<std::string> source = record.source(version->source_digest);
  if (!source) return fail(console, kQueryProgram, source.error().message);
  return write_bytes(*source, console);
}

int list_versions(const RecordStore& record, const std::string& id, Console& console) {
  const Result<std::vector<StoredVersion>> versions = record.versions(id);
  if (!versions) return fail_as(versions.error(), console);
  console.out << "version\treceived\tbytes\tsha256\tpath\n";
  for (const StoredVersion& version : *versions) {
    console.out << version.version << '\t' << version.received_at << '\t' << version.bytes.size()
                << '\t' << version.digest << '\t' << version.path << '\n';
  }
  return 0;
}

int show_release(const Arguments& arguments, const ArchiveLayout& layout, const std::string& id,
                 Console& console) {
  const auto format = find_output_format(arguments.get<std::string>("format"));
  if (!format || *format == OutputFormat::kCsv) {
    return fail(console, kQueryProgram, "--format: use text, json or jsonl");
  }
  Result<Searcher> searcher = Searcher::open(layout);
  if (!searcher) return fail(console, kQueryProgram, searcher.error().message);
  const Result<ReleaseView> release = searcher->release(id);
  if (!release) return fail_as(release.error(), console);
  const TextStyle style{console.color,
                        console.out_is_terminal ? std::min(console.width, kWidestText) : 0};
  const bool pager = *format == OutputFormat::kText && !arguments.flag("no-pager");
  if (!print_paged(console, render_release(*release, *format, style), pager)) {
    return fail(console, kQueryProgram, "standard output: cannot write");
  }
  return 0;
}

int run(const Arguments& arguments, Console& console) {
  const std::vector<std::string> words = arguments.words();
  if (words.size() != 1) {
    return fail(console, kQueryProgram, "show takes one release id, as search prints it");
  }
  const ArchiveLayout layout = archive_of(arguments, console);
  const bool from_record = arguments.flag("original") || arguments.flag("versions");
  if (!from_record && (arguments.has("version") || arguments.flag("source"))) {
    return fail(console, kQueryProgram, "--version and --source go with --original");
  }
  if (!from_record) return show_release(arguments, layout, words.front(), console);
  const Result<RecordStore> record = RecordStore::open_for_reading(layout);
  if (!record) return fail(console, kQueryProgram, record.error().message);
  if (arguments.flag("versions")) return list_versions(*record, words.front(), console);
  return show_original(arguments, *record, words.front(), console);
}

}  // namespace

Command show_command() {
  Command command;
  command.name = "show";
  command.summary = "one release, as read or byte for byte as received";
  command.usage = "ID [options]";
  command.text = "Prints a release of the archive by its id.";
  command.examples =
      "  pressarkiv-query show 2012/2012-09-11-foretagsklimat\n"
      "  pressarkiv-query show 2012/2012-09-11-foretagsklimat --original | sha256sum\n"
      "  pressarkiv-query show 2012/2012-09-11-foretagsklimat --versions\n";
  command.add_options = add_options;
  command.run = run;
  return command;
}

}  // namespace pressarkiv
