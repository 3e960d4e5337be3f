// SPDX-License-Identifier: GPL-2.0-or-later
// Numbers and their lines: for random queries, the lines of a period are as many as its number.
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <random>
#include <set>

#include "common/text/analyzer.h"
#include "query/search/searcher.h"
#include "query/themes/theme_searcher.h"
#include "tests/support/run_program.h"
#include "tests/support/temp_dir.h"

using namespace pressarkiv;
using namespace pressarkiv::test;

namespace {

const std::string kCorpus = std::string(PRESSARKIV_SOURCE_DIR) + "/corpus";

/// The sample corpus, with copies of some of its files and one sender's standing paragraph.
const ArchiveLayout& archive() {
  static const TempDir dir;
  static const ArchiveLayout layout = [] {
    for (int i = 0; i < 8; ++i) {
      const std::string text =
          "Pressmeddelande - 20" + std::to_string(10 + i) + "\n\nNyhet " + std::to_string(i) +
          " om skolan\n\nKommunen bygger en skola nummer " + std::to_string(i) +
          " i år.\n\nKommunen är en kommun med skola, bredband och företag för alla som bor här.\n";
      dir.write("more/" + std::to_string(i) + ".txt", text);
      if (i < 2) dir.write("more/copy" + std::to_string(i) + ".txt", text);
    }
    const std::string path = dir.file("a.archive");
    const Outcome added =
        index_run({"add", "--archive", path, kCorpus + "/sample", kCorpus + "/sample-markdown",
                   kCorpus + "/sample-json", dir.file("more")});
    INFO(added.err);
    REQUIRE(added.status == 0);
    return ArchiveLayout{path};
  }();
  return layout;
}

/// Every release of the archive.
const std::vector<ReleaseView>& releases() {
  static const std::vector<ReleaseView> all = [] {
    Result<Searcher> searcher = Searcher::open(archive());
    REQUIRE(searcher);
    SearchRequest request;
    request.limit = 0;
    request.snippets = false;
    const Result<SearchResult> hits = searcher->search(request);
    REQUIRE(hits);
    std::vector<ReleaseView> views;
    for (const Hit& hit : hits->hits) {
      Result<ReleaseView> view = searcher->release(hit.id);
      REQUIRE(view);
      views.push_back(*view);
    }
    return views;
  }();
  return all;
}

/// Makes queries of words that stand in the archive.
class QueryMaker {
 public:
  explicit QueryMaker(std::mt19937& random) : random_(random) {
    Analyzer analyzer;
    AnalyzedText analyzed;
    for (const ReleaseView& release : releases()) {
      analyzer.analyze(release.title + "\n\n" + release.body, analyzed);
      for (const Token& token : analyzed.tokens()) {
        if (token.kind == TokenKind::kMain) words_.emplace_back(token.form);
      }
    }
    REQUIRE(words_.size() > 1000);
  }

  std::string next() {
    const std::size_t at = random_() % (words_.size() - 1);
    const std::string& word = words_[at];
    const std::string& other = words_[random_() % words_.size()];
    switch (random_() % 11) {
      case 0:
        return '"' + word + ' ' + words_[at + 1] + '"';
      case 1:
        return word.substr(0, 1 + word.size() / 2) + "*";
      case 2:
        return word + " NEAR/6 " + other;
      case 3:
        return word + " ELLER " + other;
      case 4:
        return word + " OCH " + other;
      case 5:
        return "+" + word + " -" + other;
      case 6:
        return "rubrik:" + word + " ELLER brödtext:" + other;
      case 7:
        return "om:" + word;
      case 8:
        return "familj:" + word;
      case 9:
        return "skola ADJ/20 kommun ELLER skol* ELLER \"en skola\"";
      default:
        return word;
    }
  }

 private:
  std::mt19937& random_;
  std::vector<std::string> words_;
};

CountOptions random_options(std::mt19937& random) {
  CountOptions options;
  options.with_boilerplate = random() % 3 == 0;
  options.with_duplicates = random() % 3 == 0;
  if (random() % 4 == 0) options.from = PartialDate{2011, 0, 0};
  if (random() % 4 == 0) options.to = PartialDate{2020, 6, 0};
  if (random() % 6 == 0) options.filters.push_back({Facet::kKind, "Pressmeddelande"});
  return options;
}

}  // namespace

TEST_CASE("kwic: as many lines as the trend has occurrences, for random queries and periods") {
  std::mt19937 random(20260128);
  Result<ThemeSearcher> searcher = ThemeSearcher::open(archive());
  REQUIRE(searcher);
  QueryMaker queries(random);
  std::size_t compared = 0;
  std::size_t occurrences = 0;
  for (int round = 0; round < 150; ++round) {
    TrendRequest request;
    request.queries = {queries.next()};
    request.options = random_options(random);
    request.unit = static_cast<PeriodUnit>(random() % 3);
    CAPTURE(request.queries.front(), request.options.with_boilerplate,
            request.options.with_duplicates);
    const Result<TrendResult> trend = searcher->trends(request);
    if (!trend) continue;  // "OCH" and the like may stand in a text.
    const TrendSeries& series = trend->series.front();
    if (!series.counts_occurrences) continue;
    // All of them would take long in a build for debugging: some, and the whole.
    for (int period = 0; period < 10; ++period) {
      const std::size_t i = random() % trend->periods.size();
      KwicRequest lines;
      lines.query = request.queries.front();
      lines.options = request.options;
      lines.period = NamedPeriod{trend->periods[i], request.unit};
      lines.limit = 0;
      lines.sort = static_cast<KwicSort>(random() % 5);
      const Result<KwicResult> kwic = searcher->kwic(lines);
      REQUIRE(kwic);
      CAPTURE(kwic->period);
      REQUIRE(kwic->lines.size() == series.points[i].occurrences);
      REQUIRE(kwic->total == series.points[i].occurrences);
      REQUIRE(kwic->releases == series.points[i].releases);
      CHECK(series.points[i].releases <= series.points[i].all_releases);
      CHECK(series.points[i].occurrences <= series.points[i].all_words);
      std::set<std::string> ids;
      for (const KwicLine& line : kwic->lines) {
        CHECK_FALSE(line.match.empty());
        ids.insert(line.id);
      }
      CHECK(ids.size() == series.points[i].releases);
      ++compared;
    }
    KwicRequest whole;
    whole.query = request.queries.front();
    whole.options = request.options;
    whole.limit = 0;
    const Result<KwicResult> kwic = searcher->kwic(whole);
    REQUIRE(kwic);
    CHECK(kwic->lines.size() == series.total.occurrences);
    occurrences += kwic->lines.size();
    std::uint64_t sum = 0;
    for (const TrendPoint& point : series.points) sum += point.occurrences;
    CHECK(sum == series.total.occurrences);
  }
  CHECK(compared > 500);
  CHECK(occurrences > 1000);
}

TEST_CASE("trends: a form is counted as often as it stands in the texts") {
  std::mt19937 random(5);
  Result<ThemeSearcher> searcher = ThemeSearcher::open(archive());
  REQUIRE(searcher);
  Analyzer analyzer;
  AnalyzedText analyzed;
  std::map<std::string, std::uint64_t> count_of;  // By form, over everything.
  std::map<std::string, std::uint64_t> releases_of;
  std::uint64_t words = 0;
  for (const ReleaseView& release : releases()) {
    std::set<std::string> seen;
    for (const std::string* text :
         {&release.title, &release.lead, &release.body, &release.boilerplate}) {
      analyzer.analyze(*text, analyzed);
      for (const Token& token : analyzed.tokens()) {
        if (token.kind != TokenKind::kMain) continue;
        ++words;
        const std::string form(token.form);
        ++count_of[form];
        if (seen.insert(form).second) ++releases_of[form];
      }
    }
  }
  std::size_t checked = 0;
  for (const auto& [form, count] : count_of) {
    const bool plain = std::all_of(form.begin(), form.end(), [](char c) { return c >= 'a'; });
    if (!plain || random() % 10 != 0) continue;
    TrendRequest request;
    request.queries = {'"' + form + '"'};
    request.options.with_boilerplate = true;
    request.options.with_duplicates = true;
    const Result<TrendResult> trend = searcher->trends(request);
    REQUIRE(trend);
    CAPTURE(form);
    CHECK(trend->series.front().total.occurrences == count);
    CHECK(trend->series.front().total.releases == releases_of[form]);
    CHECK(trend->series.front().total.all_releases == releases().size());
    CHECK(trend->series.front().total.all_words == words);
    ++checked;
  }
  CHECK(checked > 50);
}

TEST_CASE("trends: a word is counted in all its forms, a family with its compounds") {
  Result<ThemeSearcher> searcher = ThemeSearcher::open(archive());
  REQUIRE(searcher);
  const auto count = [&](const std::string& query) {
    TrendRequest request;
    request.queries = {query};
    const Result<TrendResult> trend = searcher->trends(request);
    REQUIRE(trend);
    return trend->series.front().total;
  };
  const std::string word = GENERATE("skola", "kommun", "företag", "väg");
  CAPTURE(word);
  const Result<std::vector<FamilyMember>> family = searcher->family(word);
  REQUIRE(family);
  std::uint64_t inflections = 0;
  std::uint64_t all = 0;
  for (const FamilyMember& member : *family) {
    const std::uint64_t occurrences = count('"' + member.form + '"').occurrences;
    all += occurrences;
    if (member.relation == FamilyRelation::kInflection) inflections += occurrences;
  }
  CHECK(inflections > 0);
  CHECK(all > inflections);
  CHECK(count(word).occurrences == inflections);
  CHECK(count("familj:" + word).occurrences == all);
  CHECK(count("familj:" + word).releases >= count(word).releases);
}

TEST_CASE("kwic: the match stands in the text of its release, its context beside it") {
  Result<ThemeSearcher> searcher = ThemeSearcher::open(archive());
  REQUIRE(searcher);
  KwicRequest request;
  request.query = "skola ELLER \"i år\"";
  request.limit = 0;
  request.context_columns = 30;
  const Result<KwicResult> kwic = searcher->kwic(request);
  REQUIRE(kwic);
  REQUIRE(kwic->lines.size() > 20);
  std::map<std::string, const ReleaseView*> view_of;
  for (const ReleaseView& release : releases()) view_of[release.id] = &release;
  const auto single_blanks = [](std::string text) {
    std::string out;
    for (const char c : text) {
      const char next = c == '\n' ? ' ' : c;
      if (next != ' ' || (!out.empty() && out.back() != ' ')) out.push_back(next);
    }
    return out;
  };
  for (const KwicLine& line : kwic->lines) {
    const ReleaseView& release = *view_of.at(line.id);
    const std::string text = single_blanks(
        line.section == "title" ? release.title
                                : (line.section == "lead" ? release.lead : release.body));
    const auto joined = [](const std::string& a, const std::string& b) {
      return a + (a.empty() || b.empty() ? "" : " ") + b;
    };
    CAPTURE(line.id, line.section, line.left, line.match, line.right);
    // Punctuation may stand right beside a word, so the blanks between are tried both ways.
    const bool there = text.find(joined(line.left, line.match)) != std::string::npos ||
                       text.find(line.left + line.match) != std::string::npos;
    CHECK(there);
    const bool goes_on = text.find(joined(line.match, line.right)) != std::string::npos ||
                         text.find(line.match + line.right) != std::string::npos;
    CHECK(goes_on);
  }
}

TEST_CASE("trends: quotes are those that kwic lists, and speakers share them out") {
  Result<ThemeSearcher> searcher = ThemeSearcher::open(archive());
  REQUIRE(searcher);
  for (const std::string query : {"företag", "skola ELLER kommun", "vi"}) {
    CAPTURE(query);
    TrendRequest request;
    request.queries = {query};
    request.quotes = true;
    const Result<TrendResult> whole = searcher->trends(request);
    REQUIRE(whole);
    const TrendPoint total = whole->series.front().total;
    CHECK(total.quotes > 0);
    CHECK(total.quotes < total.all_quotes);

    KwicRequest lines;
    lines.query = query;
    lines.only_quotes = true;
    lines.sort = KwicSort::kSpeaker;
    lines.limit = 0;
    const Result<KwicResult> listed = searcher->kwic(lines);
    REQUIRE(listed);
    CHECK(listed->total == listed->lines.size());
    std::map<std::string, std::uint64_t> lines_of;
    for (const KwicLine& line : listed->lines) {
      CHECK(line.in_quote);
      ++lines_of[line.speaker];
    }

    request.split = TrendSplit::kSpeaker;
    request.max_groups = 0;
    const Result<TrendResult> split = searcher->trends(request);
    REQUIRE(split);
    std::uint64_t quotes = 0;
    for (const TrendSeries& series : split->series) {
      CAPTURE(series.group);
      quotes += series.total.quotes;
      CHECK(series.total.quotes <= series.total.all_quotes);
      CHECK(series.total.releases <= series.total.all_releases);
      const std::string speaker = series.group == "(okänd talare)" ? "" : series.group;
      CHECK(series.total.occurrences == lines_of[speaker]);
    }
    CHECK(quotes == total.quotes);
  }
}

TEST_CASE("trends: the words of a family share out its occurrences") {
  Result<ThemeSearcher> searcher = ThemeSearcher::open(archive());
  REQUIRE(searcher);
  TrendRequest request;
  request.queries = {"familj:företag"};
  const Result<TrendResult> whole = searcher->trends(request);
  REQUIRE(whole);
  request.split = TrendSplit::kMember;
  for (const std::uint32_t groups : {0U, 2U}) {
    request.max_groups = groups;
    const Result<TrendResult> split = searcher->trends(request);
    REQUIRE(split);
    REQUIRE(split->series.size() > 2);
    CHECK((groups == 0 || split->series.size() == groups + 1));
    CHECK((split->series.back().group == "övriga") == (groups != 0));
    for (std::size_t i = 0; i < whole->periods.size(); ++i) {
      std::uint64_t occurrences = 0;
      for (const TrendSeries& series : split->series) {
        occurrences += series.points[i].occurrences;
        CHECK(series.points[i].all_words == whole->series.front().points[i].all_words);
      }
      CHECK(occurrences == whole->series.front().points[i].occurrences);
    }
  }
}

TEST_CASE("trends: groups are counted beside their own denominators") {
  Result<ThemeSearcher> searcher = ThemeSearcher::open(archive());
  REQUIRE(searcher);
  TrendRequest request;
  request.queries = {"kommun"};
  request.split = TrendSplit::kFacet;
  request.by = Facet::kCounty;
  request.max_groups = 0;
  const Result<TrendResult> split = searcher->trends(request);
  REQUIRE(split);
  REQUIRE(split->series.size() > 2);
  for (const TrendSeries& series : split->series) {
    if (series.group == "(uppgift saknas)") continue;
    TrendRequest one = request;
    one.split = TrendSplit::kNone;
    one.by.reset();
    one.options.filters = {{Facet::kCounty, series.group}};
    const Result<TrendResult> filtered = searcher->trends(one);
    REQUIRE(filtered);
    CAPTURE(series.group);
    CHECK(filtered->series.front().total.releases == series.total.releases);
    CHECK(filtered->series.front().total.occurrences == series.total.occurrences);
    CHECK(filtered->series.front().total.all_releases == series.total.all_releases);
    CHECK(filtered->series.front().total.all_words == series.total.all_words);
  }
}
