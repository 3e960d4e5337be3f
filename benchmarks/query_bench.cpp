// SPDX-License-Identifier: GPL-2.0-or-later
// Times a list of queries in one process, in three modes: rank only, with ten snippets, with
// facets. usage: query_bench ARCHIVE QUERIES.tsv SET REPS [LAYER,…] QUERIES:
// class<TAB>query<TAB>filter; class word|and|phrase|filter|or; filter "subject=…" or
// "date=FROM..TO". LAYERs are forms, compounds, spelling, synonyms, places, feedback, nearness, or
// "all" (the default) or "none", which is what the rivals do: stems alone. Prints the columns of
// the rivals' programs, the layers in the peer's name: peer set mode class n p50 p95 p99 mean(ms)
// qps. REPS 0: each query once and without warming up, in a session that has not counted it before.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "query/search/searcher.h"

namespace {

using namespace pressarkiv;

struct BenchQuery {
  std::string kind;
  SearchRequest request;
};

/// The query as our language says it: "and" needs every word, a filter selects.
BenchQuery make_query(const std::string& kind, const std::string& text, const std::string& filter) {
  BenchQuery query;
  query.kind = kind;
  if (kind == "phrase") {
    query.request.query = '"' + text + '"';
  } else if (kind == "and") {
    std::istringstream words(text);
    for (std::string word; words >> word;) query.request.query += "+" + word + " ";
  } else {
    query.request.query = text;
  }
  const std::size_t equals = filter.find('=');
  if (filter.rfind("subject=", 0) == 0) {
    query.request.filters.push_back({Facet::kSubject, filter.substr(equals + 1)});
  } else if (filter.rfind("date=", 0) == 0) {
    const std::size_t dots = filter.find("..");
    query.request.from = parse_iso_date(filter.substr(equals + 1, dots - equals - 1));
    query.request.to = parse_iso_date(filter.substr(dots + 2));
  }
  return query;
}

std::vector<BenchQuery> read_queries(const char* path) {
  std::vector<BenchQuery> queries;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream columns(line);
    std::string kind;
    std::string text;
    std::string filter;
    std::getline(columns, kind, '\t');
    std::getline(columns, text, '\t');
    std::getline(columns, filter, '\t');
    queries.push_back(make_query(kind, text, filter));
  }
  return queries;
}

void set_mode(const std::string& mode, SearchRequest& request) {
  request.snippets = mode == "snippets";
  request.exact_total = false;  // As the rivals do: the ten best.
  request.facet_values = mode == "facets" ? 10 : 0;
  request.facets = {Facet::kSubject, Facet::kPerson, Facet::kYear};  // As the rivals count.
}

double milliseconds_of(Searcher& searcher, const SearchRequest& request) {
  const auto begin = std::chrono::steady_clock::now();
  const Result<SearchResult> result = searcher.search(request);
  const auto end = std::chrono::steady_clock::now();
  if (!result)
    std::fprintf(stderr, "%s: %s\n", request.query.c_str(), result.error().message.c_str());
  return std::chrono::duration<double, std::milli>(end - begin).count();
}

/// What is on when `layers` are.
SearchSettings settings_of(const std::string& layers) {
  SearchSettings settings;
  if (layers == "all") return settings;
  const auto has = [&](const char* name) {
    return ("," + layers + ",").find("," + std::string(name) + ",") != std::string::npos;
  };
  settings.layers = {has("forms"), has("compounds"), has("spelling"), has("synonyms"),
                     has("places")};
  if (!has("feedback")) settings.ranking.feedback = 0;
  if (!has("nearness")) settings.ranking.nearness = 0;
  return settings;
}

void report(const std::string& peer, const char* set, const std::string& mode,
            const std::string& kind, std::vector<double> times) {
  std::sort(times.begin(), times.end());
  double sum = 0;
  for (const double time : times) sum += time;
  const auto percentile = [&](double share) {
    const auto at = static_cast<std::size_t>(share * static_cast<double>(times.size()));
    return times[std::min(times.size() - 1, at)];
  };
  const auto count = static_cast<double>(times.size());
  std::printf("%s\t%s\t%s\t%s\t%zu\t%.3f\t%.3f\t%.3f\t%.3f\t%.0f\n", peer.c_str(), set,
              mode.c_str(), kind.c_str(), times.size(), percentile(.5), percentile(.95),
              percentile(.99), sum / count, count / (sum / 1e3));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 5 && argc != 6) {
    std::fprintf(stderr, "usage: query_bench ARCHIVE QUERIES.tsv SET REPS [LAYER,...|all|none]\n");
    return 2;
  }
  Result<Searcher> searcher = Searcher::open({argv[1]});
  if (!searcher) {
    std::fprintf(stderr, "%s\n", searcher.error().message.c_str());
    return 2;
  }
  std::vector<BenchQuery> queries = read_queries(argv[2]);
  const int repetitions = std::atoi(argv[4]);
  const std::string layers = argc == 6 ? argv[5] : "all";
  const SearchSettings settings = settings_of(layers);
  for (BenchQuery& query : queries) query.request.settings = settings;
  const bool first_time = repetitions == 0;
  const int warm_up = first_time ? 0 : 2;
  for (const std::string mode : {"rank", "snippets", "facets"}) {
    std::map<std::string, std::vector<double>> times;
    for (int round = 0; round < warm_up + (first_time ? 1 : repetitions); ++round) {
      for (BenchQuery& query : queries) {
        set_mode(mode, query.request);
        const double time = milliseconds_of(*searcher, query.request);
        if (round < warm_up) continue;
        times[query.kind].push_back(time);
        if (query.kind != "or") times["ALL"].push_back(time);
      }
    }
    for (const auto& [kind, list] : times)
      report("pressarkiv-" + layers, argv[3], mode, kind, list);
  }
  return 0;
}
