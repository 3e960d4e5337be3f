// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/program.h"

#include <algorithm>
#include <exception>
#include <iomanip>
#include <ostream>
#include <string_view>

#include "common/text/near_miss.h"
#include "common/version.h"

namespace pressarkiv {
namespace {

namespace po = boost::program_options;

constexpr unsigned kHelpWidth = 100;

void print_program_help(const Program& program, std::ostream& out) {
  out << program.name << " - " << program.summary << "\n\nUsage: " << program.name
      << " COMMAND [options]\n\nCommands:\n";
  for (const Command& command : program.commands) {
    out << "  " << std::left << std::setw(10) << command.name << command.summary << '\n';
  }
  out << "\nOptions of all commands:\n"
         "  --archive DIR   the archive; else PRESSARKIV_ARCHIVE, else ./pressarkiv.archive\n"
         "  --help          help for a command, with examples\n"
         "  --version       version of this program\n\nExit status: "
      << program.exit_codes << '\n';
}

void print_command_help(const Program& program, const Command& command,
                        const po::options_description& options, std::ostream& out) {
  out << "Usage: " << program.name << ' ' << command.name << ' ' << command.usage << "\n\n"
      << command.text << "\n\n"
      << options;
  if (!command.examples.empty()) out << "\nExamples:\n" << command.examples;
  out << "\nExit status: " << program.exit_codes << '\n';
}

/// A word such as -skola is a part of a query; -n and -h are options.
std::vector<po::option> take_query_word(std::vector<std::string>& arguments) {
  std::vector<po::option> taken;
  const std::string& first = arguments.front();
  if (first.size() <= 2 || first[0] != '-' || first[1] == '-') return taken;
  po::option word;
  word.value.push_back(first);
  word.original_tokens.push_back(first);
  taken.push_back(std::move(word));
  arguments.erase(arguments.begin());
  return taken;
}

std::string nearest_option(const po::options_description& options, const std::string& typed) {
  std::vector<std::string_view> names;
  for (const auto& option : options.options()) names.push_back(option->long_name());
  const std::size_t dashes = std::min(typed.find_first_not_of('-'), typed.size());
  const std::string_view nearest = nearest_name(std::string_view(typed).substr(dashes), names);
  return nearest.empty() ? "" : " (did you mean --" + std::string(nearest) + "?)";
}

po::variables_map parse(const Command& command, const po::options_description& visible,
                        const std::vector<std::string>& arguments) {
  po::options_description all;
  all.add(visible);
  all.add_options()("words", po::value<std::vector<std::string>>());
  po::positional_options_description positional;
  positional.add("words", -1);
  const int style = po::command_line_style::default_style & ~po::command_line_style::allow_guessing;
  po::command_line_parser parser(arguments);
  parser.options(all).positional(positional).style(style);
  if (command.free_words) parser.extra_style_parser(take_query_word);
  po::variables_map values;
  po::store(parser.run(), values);
  po::notify(values);
  return values;
}

int run_command(const Program& program, const Command& command,
                const std::vector<std::string>& arguments, Console& console) {
  po::options_description options("Options", kHelpWidth);
  auto add = options.add_options();
  if (command.add_options != nullptr) command.add_options(add);
  add("help,h", po::bool_switch(), "this text");
  const std::string see = "; see: " + program.name + " " + command.name + " --help";
  try {
    const Arguments parsed(parse(command, options, arguments));
    if (parsed.flag("help")) {
      print_command_help(program, command, options, console.out);
      return 0;
    }
    return command.run(parsed, console);
  } catch (const po::unknown_option& error) {
    return fail(console, program.name,
                std::string(error.what()) + nearest_option(options, error.get_option_name()) + see);
  } catch (const po::error& error) {
    return fail(console, program.name, error.what() + see);
  }
}

}  // namespace

std::vector<std::string> Arguments::list(const char* name) const {
  if (values_.count(name) == 0) return {};
  return values_[name].as<std::vector<std::string>>();
}

std::string Arguments::joined_words() const {
  std::string joined;
  for (const std::string& word : words()) joined += (joined.empty() ? "" : " ") + word;
  return joined;
}

int fail(Console& console, const std::string& program, const std::string& message) {
  console.err << program << ": " << message << '\n';
  return kExitError;
}

int run_program(const Program& program, int argc, const char* const* argv, Console& console) {
  std::vector<std::string> arguments(argv + 1, argv + std::max(argc, 1));
  if (arguments.empty()) {
    print_program_help(program, console.err);
    return kExitError;
  }
  std::string name = arguments.front();
  arguments.erase(arguments.begin());
  if (name == "--version") {
    console.out << program.name << ' ' << kVersion << '\n';
    return 0;
  }
  if (name == "help" && !arguments.empty()) {
    name = arguments.front();
    arguments = {"--help"};
  }
  if (name == "help" || name == "--help" || name == "-h") {
    print_program_help(program, console.out);
    return 0;
  }
  std::vector<std::string_view> names;
  for (const Command& command : program.commands) {
    if (command.name == name) return run_command(program, command, arguments, console);
    names.push_back(command.name);
  }
  const std::string_view nearest = nearest_name(name, names);
  return fail(console, program.name,
              "there is no command '" + name + "'" +
                  (nearest.empty() ? "" : " (did you mean " + std::string(nearest) + "?)") +
                  "; see: " + program.name + " --help");
}

}  // namespace pressarkiv
