// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <boost/program_options.hpp>
#include <string>
#include <vector>

#include "common/cli/console.h"
#include "common/result.h"

namespace pressarkiv {

/// Exit status of both programs beside 0; what 1 means is the program's own.
inline constexpr int kExitError = 2;
inline constexpr int kExitInterrupted = 130;  ///< As a shell reports Ctrl-C.

/// The arguments of one command after its name, parsed.
class Arguments {
 public:
  explicit Arguments(boost::program_options::variables_map values) : values_(std::move(values)) {}

  bool has(const char* name) const { return values_.count(name) > 0 && !values_[name].defaulted(); }
  template <typename T>
  const T& get(const char* name) const {
    return values_[name].as<T>();
  }
  bool flag(const char* name) const { return values_[name].as<bool>(); }
  /// Values of an option that may be repeated; none if it was not given.
  std::vector<std::string> list(const char* name) const;
  /// What stands beside the options.
  std::vector<std::string> words() const { return list("words"); }
  /// The same, one space between them.
  std::string joined_words() const;

 private:
  boost::program_options::variables_map values_;
};

/// One command of a program: `pressarkiv-query search …`.
struct Command {
  std::string name;
  std::string summary;      ///< One line for the list of commands.
  std::string usage;        ///< What follows the name: "QUERY… [options]".
  std::string text;         ///< A paragraph or more for --help; examples come last.
  std::string examples;     ///< Lines as typed, with comments.
  bool free_words = false;  ///< Words such as -skola are part of a query, not options.
  void (*add_options)(boost::program_options::options_description_easy_init& add) = nullptr;
  int (*run)(const Arguments& arguments, Console& console) = nullptr;
};

struct Program {
  std::string name;
  std::string summary;
  std::string exit_codes;
  std::vector<Command> commands;
};

/// main() of a program: finds the command, parses its options, runs it. Returns the exit status.
int run_program(const Program& program, int argc, const char* const* argv, Console& console);

/// Prints an error as every command does: "pressarkiv-query: message". Returns kExitError.
int fail(Console& console, const std::string& program, const std::string& message);

}  // namespace pressarkiv
