// SPDX-License-Identifier: GPL-2.0-or-later
#include <array>
#include <iomanip>
#include <istream>
#include <nlohmann/json.hpp>
#include <ostream>

#include "common/text/analyzer.h"
#include "query/cli/commands.h"

namespace pressarkiv {
namespace {

namespace po = boost::program_options;

void add_options(OptionAdder& add) {
  add("tokens", po::bool_switch(),
      "a line in, a line out: the tokens, and after a tab what else is indexed at their places");
  add("format", po::value<std::string>()->value_name("FORMAT")->default_value("text"),
      "text or json");
}

constexpr std::array<const char*, 5> kKindNames{"main", "joined", "piece", "variant", "completed"};

const char* kind_name(TokenKind kind) { return kKindNames.at(static_cast<std::size_t>(kind)); }

int print_token_lines(Analyzer& analyzer, Console& console) {
  AnalyzedText analyzed;
  for (std::string line; std::getline(console.in, line);) {
    analyzer.analyze(line, analyzed);
    std::string tokens;
    std::string others;
    for (const Token& token : analyzed.tokens()) {
      std::string& list = token.kind == TokenKind::kMain ? tokens : others;
      if (!list.empty()) list += ' ';
      list += token.form;
    }
    console.out << tokens << (others.empty() ? "" : "\t") << others << '\n';
  }
  if (!console.out.flush()) return fail(console, kQueryProgram, "standard output: cannot write");
  return 0;
}

void print_table(const AnalyzedText& analyzed, std::ostream& out) {
  out << "position\trange\tkind\tform\tterm\n";
  for (const Token& token : analyzed.tokens()) {
    out << token.position << '\t' << token.range.begin << '-' << token.range.end << '\t'
        << kind_name(token.kind) << '\t' << token.form << '\t' << token.term << '\n';
  }
}

void print_json(const std::string& text, const AnalyzedText& analyzed, std::ostream& out) {
  nlohmann::ordered_json tokens = nlohmann::ordered_json::array();
  for (const Token& token : analyzed.tokens()) {
    tokens.push_back({{"form", std::string(token.form)},
                      {"term", std::string(token.term)},
                      {"range", {token.range.begin, token.range.end}},
                      {"position", token.position},
                      {"kind", kind_name(token.kind)}});
  }
  const nlohmann::ordered_json json = {{"schema", "pressarkiv.analysis/1"},
                                       {"text", text},
                                       {"analyzer", Analyzer::fingerprint()},
                                       {"tokens", std::move(tokens)}};
  out << json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
}

int run(const Arguments& arguments, Console& console) {
  const std::string& format = arguments.get<std::string>("format");
  if (format != "text" && format != "json") {
    return fail(console, kQueryProgram, "--format " + format + ": use text or json");
  }
  Analyzer analyzer;
  if (arguments.flag("tokens")) return print_token_lines(analyzer, console);
  const std::string text = arguments.joined_words();
  if (text.empty()) {
    return fail(console, kQueryProgram, "nothing to analyze; give a text, or --tokens < FILE");
  }
  AnalyzedText analyzed;
  analyzer.analyze(text, analyzed);
  if (format == "json") {
    print_json(text, analyzed, console.out);
  } else {
    print_table(analyzed, console.out);
  }
  return 0;
}

}  // namespace

Command analyze_command() {
  Command command;
  command.name = "analyze";
  command.summary = "what the text analysis makes of a text";
  command.usage = "TEXT... [options]";
  command.text =
      "Shows each token with its byte range, form and index term. Needs no archive: index, query\n"
      "and snippets use exactly this analysis.";
  command.examples =
      "  pressarkiv-query analyze 'EU:s bistånds- och utrikeshandelsminister'\n"
      "  pressarkiv-query analyze --tokens < texts.txt\n";
  command.free_words = true;
  command.add_options = add_options;
  command.run = run;
  return command;
}

}  // namespace pressarkiv
