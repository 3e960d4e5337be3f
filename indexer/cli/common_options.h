// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "common/cli/program.h"
#include "common/record/archive_layout.h"
#include "common/record/archive_lock.h"
#include "common/result.h"
#include "indexer/readers/reader.h"

namespace pressarkiv {

using OptionAdder = boost::program_options::options_description_easy_init;

void add_archive_option(OptionAdder& add);
void add_writing_options(OptionAdder& add);  ///< --lock-timeout, --threads, --quiet
void add_memory_option(OptionAdder& add);    ///< --memory
void add_reading_options(OptionAdder& add);  ///< --input-format, --mapping

ArchiveLayout archive_of(const Arguments& arguments, const Console& console);
Result<ArchiveLock> lock_archive(const Arguments& arguments, const ArchiveLayout& layout,
                                 const std::string& command);
Result<unsigned> threads_of(const Arguments& arguments);
Result<std::uint64_t> memory_of(const Arguments& arguments);

/// What --input-format and --mapping say.
struct ReadingChoice {
  ReadOptions options;
  std::string mapping_text;
};
Result<ReadingChoice> reading_of(const Arguments& arguments);

/// One line on a terminal that is rewritten as the work goes on; nothing where stderr is no
/// terminal, or with --quiet. Erased when the object dies.
class ProgressLine {
 public:
  ProgressLine(Console& console, bool quiet)
      : console_(console), shown_(!quiet && console.err_is_terminal) {}
  ~ProgressLine() { show(""); }
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;
  void show(const std::string& text);

 private:
  Console& console_;
  bool shown_;
};

/// "10,737": digits in threes.
std::string grouped(std::uint64_t number);
/// "1.4 MB".
std::string byte_size(std::uint64_t bytes);

}  // namespace pressarkiv
