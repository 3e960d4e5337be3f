// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>

#include "query/cli/commands.h"

namespace pressarkiv {

namespace po = boost::program_options;

void add_archive_option(OptionAdder& add) {
  add("archive", po::value<std::string>()->value_name("DIR"),
      "the archive; else PRESSARKIV_ARCHIVE, else ./pressarkiv.archive");
}

ArchiveLayout archive_of(const Arguments& arguments, const Console& console) {
  return {arguments.has("archive") ? arguments.get<std::string>("archive") : console.archive};
}

Result<std::uint32_t> count_of(const Arguments& arguments, const char* option, std::int64_t most) {
  const std::int64_t value = arguments.get<std::int64_t>(option);
  if (value < 0 || value > most) {
    return Error{ErrorCode::kInvalidArgument,
                 "--" + std::string(option) + " takes a number from 0 to " + std::to_string(most)};
  }
  return static_cast<std::uint32_t>(value);
}

}  // namespace pressarkiv
