// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/cli/theme_options.h"

#include <ostream>

#include "query/cli/filter_options.h"

namespace pressarkiv {

namespace po = boost::program_options;

void add_theme_options(OptionAdder& add, const char* formats) {
  add_archive_option(add);
  add_filter_options(add);
  add("with-boilerplate", po::bool_switch(),
      "count paragraphs that a sender repeats, and the sender's text about itself, too");
  add("with-duplicates", po::bool_switch(), "count copies of a release too");
  add("format", po::value<std::string>()->value_name("FORMAT")->default_value("text"), formats);
  add("color", po::value<std::string>()->value_name("WHEN")->default_value("auto"),
      "auto, always or never");
  add("no-pager", po::bool_switch(), "never through PAGER");
}

Result<CountOptions> count_options_of(const Arguments& arguments) {
  CountOptions options;
  options.filters = filters_of(arguments);
  const Result<DateBounds> dates = dates_of(arguments);
  if (!dates) return dates.error();
  options.from = dates->from;
  options.to = dates->to;
  options.with_boilerplate = arguments.flag("with-boilerplate");
  options.with_duplicates = arguments.flag("with-duplicates");
  return options;
}

Result<ThemeOutput> theme_output_of(const Arguments& arguments, const Console& console,
                                    const char* formats) {
  ThemeOutput output;
  const std::string& name = arguments.get<std::string>("format");
  const auto format = find_output_format(name);
  if (!format) {
    return Error{ErrorCode::kInvalidArgument, "--format " + name + ": use " + std::string(formats)};
  }
  const Result<bool> color = color_of(arguments, console);
  if (!color) return color.error();
  output.format = *format;
  output.style.color = *color && *format == OutputFormat::kText;
  output.style.width = console.out_is_terminal ? console.width : 0;
  output.pager = *format == OutputFormat::kText && !arguments.flag("no-pager");
  return output;
}

int print_theme(const Console& console, const ThemeOutput& output,
                const std::vector<std::string>& notes, const std::string& text, bool found) {
  for (const std::string& note : notes) console.err << "obs: " << note << '\n';
  if (!print_paged(console, text, output.pager)) {
    console.err << kQueryProgram << ": standard output: cannot write\n";
    return kExitError;
  }
  return found ? 0 : kExitNothingFound;
}

}  // namespace pressarkiv
