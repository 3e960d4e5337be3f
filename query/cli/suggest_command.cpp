// SPDX-License-Identifier: GPL-2.0-or-later
#include <array>
#include <nlohmann/json.hpp>
#include <ostream>

#include "query/cli/commands.h"
#include "query/search/searcher.h"

namespace pressarkiv {
namespace {

namespace po = boost::program_options;

constexpr std::int64_t kMostSuggestions = 1000;

void add_options(OptionAdder& add) {
  add_archive_option(add);
  add("limit,n", po::value<std::int64_t>()->value_name("N")->default_value(8),
      "suggestions of each kind");
  add("format", po::value<std::string>()->value_name("FORMAT")->default_value("text"),
      "text or json");
}

std::string_view in_swedish(Suggestion::Kind kind) {
  constexpr std::array<std::string_view, 5> kNames{"ord", "ämne", "plats", "person", "avsändare"};
  return kNames.at(static_cast<std::size_t>(kind));
}

void print_json(const std::string& typed, const std::vector<Suggestion>& suggestions,
                std::ostream& out) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const Suggestion& suggestion : suggestions) {
    list.push_back({{"kind", suggestion_kind_name(suggestion.kind)},
                    {"text", suggestion.text},
                    {"releases", suggestion.releases}});
  }
  const nlohmann::ordered_json json = {
      {"schema", "pressarkiv.suggest/1"}, {"typed", typed}, {"suggestions", std::move(list)}};
  out << json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
}

int run(const Arguments& arguments, Console& console) {
  const std::string& format = arguments.get<std::string>("format");
  if (format != "text" && format != "json") {
    return fail(console, kQueryProgram, "--format " + format + ": use text or json");
  }
  const Result<std::uint32_t> limit = count_of(arguments, "limit", kMostSuggestions);
  if (!limit) return fail(console, kQueryProgram, limit.error().message);
  const std::string typed = arguments.joined_words();
  if (typed.empty()) return fail(console, kQueryProgram, "suggest what? give the first letters");
  Result<Searcher> searcher = Searcher::open(archive_of(arguments, console));
  if (!searcher) return fail(console, kQueryProgram, searcher.error().message);
  const Result<std::vector<Suggestion>> found =
      searcher->suggest(typed, *limit == 0 ? kMostSuggestions : *limit);
  if (!found) return fail(console, kQueryProgram, found.error().message);
  if (format == "json") {
    print_json(typed, *found, console.out);
  } else {
    for (const Suggestion& suggestion : *found) {
      console.out << suggestion.text << '\t' << suggestion.releases << '\t'
                  << in_swedish(suggestion.kind) << '\n';
    }
  }
  if (!console.out.flush()) return fail(console, kQueryProgram, "standard output: cannot write");
  return found->empty() ? kExitNothingFound : 0;
}

}  // namespace

Command suggest_command() {
  Command command;
  command.name = "suggest";
  command.summary = "words, subjects, places, people and senders that begin so";
  command.usage = "PREFIX [options]";
  command.text =
      "Prints what the archive has that begins with what was typed, with the number of releases.\n"
      "å ä ö may be typed without their marks; names are met at each of their words.";
  command.examples =
      "  pressarkiv-query suggest forsko\n"
      "  pressarkiv-query suggest reuter --format json\n";
  command.free_words = true;
  command.add_options = add_options;
  command.run = run;
  return command;
}

}  // namespace pressarkiv
