// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "query/cli/commands.h"
#include "query/render/renderers.h"
#include "query/themes/count_options.h"

namespace pressarkiv {

/// Options of all commands that count: archive, filters, what is left out, form of the output.
/// `formats`: for --help.
void add_theme_options(OptionAdder& add, const char* formats);
Result<CountOptions> count_options_of(const Arguments& arguments);

/// How the output is to look.
struct ThemeOutput {
  OutputFormat format = OutputFormat::kText;
  TextStyle style;
  bool pager = false;
};
/// kInvalidArgument names `formats`, where --format or --color is not one of them.
Result<ThemeOutput> theme_output_of(const Arguments& arguments, const Console& console,
                                    const char* formats);

/// Prints notes and then the text; the exit status, `found` deciding between 0 and 1.
int print_theme(const Console& console, const ThemeOutput& output,
                const std::vector<std::string>& notes, const std::string& text, bool found);

}  // namespace pressarkiv
