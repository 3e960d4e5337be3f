// SPDX-License-Identifier: GPL-2.0-or-later
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iomanip>
#include <istream>
#include <ostream>

#include "query/cli/commands.h"
#include "query/search/searcher.h"

namespace pressarkiv {
namespace {

namespace po = boost::program_options;

constexpr std::int64_t kMostDepth = 1'000'000;

void add_options(OptionAdder& add) {
  add_archive_option(add);
  add("topics", po::value<std::string>()->value_name("FILE"),
      "qid<TAB>query or qid<TAB>kind<TAB>query<TAB>… a line; - is standard input");
  add("depth", po::value<std::int64_t>()->value_name("N")->default_value(20),
      "releases for each topic");
  add("tag", po::value<std::string>()->value_name("TEXT")->default_value("pressarkiv"),
      "name of the run, its last column");
  add("set", po::value<std::vector<std::string>>()->value_name("NAME=VALUE"),
      "another ranking parameter than the built-in one, for measuring; a wrong name lists them");
  add_layer_options(add);
}

struct Topic {
  std::string id;
  std::string query;
};

std::vector<std::string> columns_of(const std::string& line) {
  std::vector<std::string> columns;
  std::size_t at = 0;
  for (std::size_t tab = line.find('\t'); tab != std::string::npos; tab = line.find('\t', at)) {
    columns.push_back(line.substr(at, tab - at));
    at = tab + 1;
  }
  columns.push_back(line.substr(at));
  return columns;
}

Result<std::vector<Topic>> read_topics(std::istream& in, const std::string& name) {
  std::vector<Topic> topics;
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.empty() || line.front() == '#') continue;
    const std::vector<std::string> columns = columns_of(line);
    if (columns.size() < 2) {
      return Error{ErrorCode::kInvalidArgument, name + ":" + std::to_string(number) +
                                                    ": want qid<TAB>query or "
                                                    "qid<TAB>kind<TAB>query"};
    }
    topics.push_back({columns[0], columns.size() == 2 ? columns[1] : columns[2]});
  }
  return topics;
}

void print_hits(const Topic& topic, const SearchResult& result, const std::string& tag,
                std::ostream& out) {
  for (const Hit& hit : result.hits) {
    out << topic.id << " Q0 " << hit.id << ' ' << hit.rank << ' ' << std::fixed
        << std::setprecision(6) << hit.score << ' ' << tag << '\n';
  }
}

Result<std::vector<Topic>> topics_of(const Arguments& arguments, Console& console) {
  const std::string& path = arguments.get<std::string>("topics");
  if (path == "-") return read_topics(console.in, "standard input");
  std::ifstream file(path);
  if (!file) return Error{ErrorCode::kNotFound, path + ": cannot be read"};
  return read_topics(file, path);
}

Status set_parameter(const std::string& setting, RankingParameters& ranking) {
  const std::size_t equals = setting.find('=');
  std::string names;
  for (const NamedParameter& parameter : ranking_parameters()) {
    names += (names.empty() ? "" : ", ") + std::string(parameter.name);
    if (setting.substr(0, equals) != parameter.name || equals == std::string::npos) continue;
    const char* const text = setting.c_str() + equals + 1;
    char* end = nullptr;
    const double value = std::strtod(text, &end);
    if (end != text && *end == '\0' && std::isfinite(value) && value >= 0) {
      parameter.of(ranking) = value;
      return Done{};
    }
  }
  return Error{ErrorCode::kInvalidArgument,
               "--set " + setting + ": want NAME=NUMBER with one of " + names};
}

Result<SearchSettings> settings_of(const Arguments& arguments) {
  SearchSettings settings = layers_of(arguments);
  for (const std::string& setting : arguments.list("set")) {
    if (const Status set = set_parameter(setting, settings.ranking); !set) return set.error();
  }
  return settings;
}

int run(const Arguments& arguments, Console& console) {
  if (!arguments.has("topics")) return fail(console, kQueryProgram, "run needs --topics FILE");
  const Result<std::uint32_t> depth = count_of(arguments, "depth", kMostDepth);
  if (!depth) return fail(console, kQueryProgram, depth.error().message);
  const Result<std::vector<Topic>> topics = topics_of(arguments, console);
  if (!topics) return fail(console, kQueryProgram, topics.error().message);
  Result<Searcher> searcher = Searcher::open(archive_of(arguments, console));
  if (!searcher) return fail(console, kQueryProgram, searcher.error().message);

  const Result<SearchSettings> settings = settings_of(arguments);
  if (!settings) return fail(console, kQueryProgram, settings.error().message);

  int status = 0;
  for (const Topic& topic : *topics) {
    SearchRequest request;
    request.query = topic.query;
    request.settings = *settings;
    request.limit = *depth;
    request.snippets = false;
    const Result<SearchResult> result = searcher->search(request);
    if (!result) {
      status = fail(console, kQueryProgram, "topic " + topic.id + ": " + result.error().message);
      continue;
    }
    print_hits(topic, *result, arguments.get<std::string>("tag"), console.out);
  }
  if (!console.out.flush()) return fail(console, kQueryProgram, "standard output: cannot write");
  return status;
}

}  // namespace

Command run_command() {
  Command command;
  command.name = "run";
  command.summary = "a TREC run over a file of topics, for measuring ranking";
  command.usage = "--topics FILE [options]";
  command.text = "Searches each topic and prints lines \"qid Q0 id rank score tag\".";
  command.examples = "  pressarkiv-query run --topics topics.tsv > my.run\n";
  command.add_options = add_options;
  command.run = run;
  return command;
}

}  // namespace pressarkiv
