// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>
#include <iomanip>
#include <istream>
#include <nlohmann/json.hpp>
#include <ostream>

#include "common/language/language_model.h"
#include "common/language/model_cache.h"
#include "common/record/generation.h"
#include "common/text/analyzer.h"
#include "common/text/letters.h"
#include "common/text/normalizer.h"
#include "query/cli/commands.h"

namespace pressarkiv {
namespace {

namespace po = boost::program_options;

void add_options(OptionAdder& add) {
  add("tokens", po::bool_switch(),
      "a line in, a line out: the tokens, and after a tab what else is indexed at their places");
  add("split", po::bool_switch(),
      "a word in, a word out: word<TAB>its parts with bars, as the archive's splitter cuts it");
  add("keys", po::bool_switch(), "a word in, a line out: form<TAB>the keys that its forms share");
  add_archive_option(add);
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

/// The language model of the archive or, where there is no archive, of the dictionary alone.
Result<LanguageModel> model_of(const Arguments& arguments, const Console& console) {
  const ArchiveLayout layout = archive_of(arguments, console);
  if (const Result<std::string> generation = current_generation(layout); generation) {
    const GenerationLayout lexicon{layout.generation(*generation)};
    return LanguageModel::open((lexicon.lexicon() / "model").string());
  }
  if (arguments.has("archive")) {
    return Error{ErrorCode::kNotFound,
                 layout.root.string() + ": no archive; make one with: pressarkiv-index add PATH"};
  }
  Result<std::string> bytes = dictionary_model(DictionaryPaths{}, console.cache);
  if (!bytes) return bytes.error();
  return LanguageModel::from_bytes(std::move(*bytes));
}

std::string split_of(const LanguageModel& model, const std::string& word) {
  const WordParts parts = model.split(word);
  if (parts.count == 0) return word;
  std::string split;
  std::size_t at = 0;
  for (std::size_t i = 0; i < parts.count; ++i) {
    // A shared consonant ("masskada") is printed once, with the first part.
    const std::size_t begin = std::max(at, parts.ranges[i].begin);
    split += (i > 0 ? "|" : "") + word.substr(begin, parts.ranges[i].end - begin);
    at = parts.ranges[i].end;
  }
  return split;
}

int print_word_lines(const LanguageModel& model, bool keys, Console& console) {
  WordKeys found;
  for (std::string line; std::getline(console.in, line);) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    std::string word;
    append_lower(normalize(line.substr(0, line.find('\t'))).text, word);
    console.out << line.substr(0, line.find('\t')) << '\t';
    if (keys) {
      model.keys(word, found);
      for (const std::string_view& key : found) {
        console.out << (&key == found.begin() ? "" : " ") << key;
      }
    } else {
      console.out << split_of(model, word);
    }
    console.out << '\n';
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
  if (arguments.flag("split") || arguments.flag("keys")) {
    const Result<LanguageModel> model = model_of(arguments, console);
    if (!model) return fail(console, kQueryProgram, model.error().message);
    return print_word_lines(*model, arguments.flag("keys"), console);
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
      "and snippets use exactly this analysis. --split and --keys show how words are cut and "
      "which\n"
      "forms belong together; they use the archive's own model where there is one.";
  command.examples =
      "  pressarkiv-query analyze 'EU:s bistånds- och utrikeshandelsminister'\n"
      "  pressarkiv-query analyze --tokens < texts.txt\n"
      "  echo arbetsmarknadsminister | pressarkiv-query analyze --split\n";
  command.free_words = true;
  command.add_options = add_options;
  command.run = run;
  return command;
}

}  // namespace pressarkiv
