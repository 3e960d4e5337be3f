// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/cli/common_options.h"

#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <iostream>
#include <thread>

#include "common/grouped.h"
#include "indexer/cli/commands.h"
#include "indexer/index_builder.h"
#include "indexer/source_content.h"
#include "indexer/source_walker.h"

namespace pressarkiv {
namespace {

namespace po = boost::program_options;

constexpr double kDefaultLockTimeoutSeconds = 10;
constexpr double kLongestLockTimeoutSeconds = 7 * 86400;
constexpr int kMostThreads = 256;

int megabytes(std::uint64_t bytes) { return static_cast<int>(bytes >> 20U); }

}  // namespace

void add_archive_option(OptionAdder& add) {
  add("archive", po::value<std::string>()->value_name("DIR"),
      "the archive; else PRESSARKIV_ARCHIVE, else ./pressarkiv.archive");
}

void add_writing_options(OptionAdder& add) {
  add("lock-timeout",
      po::value<double>()->value_name("SECONDS")->default_value(kDefaultLockTimeoutSeconds),
      "how long to wait for another writer");
  add("threads", po::value<int>()->value_name("N")->default_value(0),
      "threads at work; 0: one for each core");
  add("quiet,q", po::bool_switch(), "no progress and no notes; errors and counts only");
}

void add_memory_option(OptionAdder& add) {
  add("memory", po::value<int>()->value_name("MB")->default_value(megabytes(kDefaultBuildMemory)),
      "what building an index may need, roughly; 192 or more");
}

void add_reading_options(OptionAdder& add) {
  add("input-format", po::value<std::string>()->value_name("FORMAT"),
      "text, markdown, jsonl or json; else each file's bytes and name tell");
  add("mapping", po::value<std::string>()->value_name("FILE"),
      "where the fields of a release stand in JSON (corpus/FORMATS.md)");
}

ArchiveLayout archive_of(const Arguments& arguments, const Console& console) {
  return {arguments.has("archive") ? arguments.get<std::string>("archive") : console.archive};
}

Result<ArchiveLock> lock_archive(const Arguments& arguments, const ArchiveLayout& layout,
                                 const std::string& command) {
  const double seconds = arguments.get<double>("lock-timeout");
  if (!(seconds >= 0) || seconds > kLongestLockTimeoutSeconds) {
    return Error{ErrorCode::kInvalidArgument, "--lock-timeout takes seconds from 0 to 604800"};
  }
  const auto timeout = std::chrono::milliseconds(static_cast<std::int64_t>(seconds * 1000));
  return ArchiveLock::acquire(layout, process_holder(std::string(kIndexProgram) + " " + command),
                              timeout);
}

Result<unsigned> threads_of(const Arguments& arguments) {
  const int threads = arguments.get<int>("threads");
  if (threads < 0 || threads > kMostThreads) {
    return Error{ErrorCode::kInvalidArgument, "--threads takes a number from 0 to 256"};
  }
  return static_cast<unsigned>(threads);
}

Result<std::uint64_t> memory_of(const Arguments& arguments) {
  const int memory = arguments.get<int>("memory");
  if (memory < megabytes(kLeastBuildMemory)) {
    return Error{ErrorCode::kInvalidArgument, "--memory takes megabytes, 192 or more"};
  }
  return static_cast<std::uint64_t>(memory) << 20U;
}

Result<ReadingChoice> reading_of(const Arguments& arguments) {
  ReadingChoice choice;
  if (arguments.has("input-format")) {
    const std::string& name = arguments.get<std::string>("input-format");
    choice.options.format = format_of_name(name);
    if (!choice.options.format) {
      return Error{ErrorCode::kInvalidArgument,
                   "--input-format " + name + ": use text, markdown, jsonl or json"};
    }
  }
  if (arguments.has("mapping")) {
    const std::string& path = arguments.get<std::string>("mapping");
    Result<std::string> text = read_bytes(SourceFile{path, "", 0}, std::cin);
    if (!text) return Error{text.error().code, "--mapping " + path + ": cannot be read"};
    const Result<JsonMapping> mapping = JsonMapping::parse(*text, path);
    if (!mapping) return mapping.error();
    choice.options.mapping = *mapping;
    choice.mapping_text = std::move(*text);
  }
  return choice;
}

void ProgressLine::show(const std::string& text) {
  if (!shown_) return;
  console_.err << "\r\033[K" << text << std::flush;
}

std::string grouped(std::uint64_t number) { return grouped(number, ","); }

std::string byte_size(std::uint64_t bytes) {
  constexpr std::array kUnits{"bytes", "kB", "MB", "GB", "TB"};
  auto value = static_cast<double>(bytes);
  std::size_t unit = 0;
  for (; value >= 1000 && unit + 1 < kUnits.size(); ++unit) value /= 1000;
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), unit == 0 ? "%.0f %s" : "%.1f %s", value, kUnits[unit]);
  return text.data();
}

}  // namespace pressarkiv
