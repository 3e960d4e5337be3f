// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/cli/program.h"
#include "common/record/archive_layout.h"
#include "common/result.h"
#include "query/search/search_request.h"

namespace pressarkiv {

inline constexpr const char* kQueryProgram = "pressarkiv-query";
inline constexpr int kExitNothingFound = 1;

using OptionAdder = boost::program_options::options_description_easy_init;

/// The commands of pressarkiv-query, one file each.
Command search_command();
Command show_command();
Command run_command();
Command analyze_command();
Command similar_command();
Command suggest_command();
Command quotes_command();
Command people_command();

void add_archive_option(OptionAdder& add);
ArchiveLayout archive_of(const Arguments& arguments, const Console& console);

/// A number of an option, refused where it is negative or above `most`.
Result<std::uint32_t> count_of(const Arguments& arguments, const char* option, std::int64_t most);
inline constexpr std::int64_t kMostHits = 10'000'000;  ///< What --limit and --offset take.

/// --from and --to: the first day of what is written, or the last; nullopt where it is not given.
Result<std::optional<PartialDate>> date_of(const Arguments& arguments, const char* option);
/// --sort relevance, newest or oldest.
Result<SortOrder> sort_of(const Arguments& arguments);
/// --color auto, always or never.
Result<bool> color_of(const Arguments& arguments, const Console& console);

/// The switches for the layers of a search: --exact, --no-compounds …
void add_layer_options(OptionAdder& add);
SearchSettings layers_of(const Arguments& arguments);

}  // namespace pressarkiv
