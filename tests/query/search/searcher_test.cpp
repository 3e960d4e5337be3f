// SPDX-License-Identifier: GPL-2.0-or-later
// A searcher that stays open while a writer goes on.
#include "query/search/searcher.h"

#include <catch2/catch.hpp>

#include "tests/support/run_program.h"
#include "tests/support/temp_dir.h"

using namespace pressarkiv;
using namespace pressarkiv::test;

namespace {

void add(const TempDir& dir, const std::string& name, const std::string& title) {
  dir.write(name, "Pressmeddelande 2024-05-01\n\n" + title + "\n\nKommunen har beslutat om " +
                      title + " efter en lång debatt i fullmäktige.\n");
  const Outcome added = index_run({"add", "--archive", dir.file("archive"), dir.file(name)});
  INFO(added.err);
  REQUIRE(added.status == 0);
}

std::uint64_t hits(Searcher& searcher, const std::string& query) {
  SearchRequest request;
  request.query = query;
  request.facet_values = 10;
  const Result<SearchResult> result = searcher.search(request);
  if (!result) FAIL(result.error().message);
  return result->total;
}

}  // namespace

TEST_CASE("searcher: what was added is found by a searcher that was open before") {
  const TempDir dir;
  add(dir, "first.txt", "Bredband till alla byar");
  Result<Searcher> searcher = Searcher::open(ArchiveLayout{dir.file("archive")});
  REQUIRE(searcher);
  CHECK(hits(*searcher, "bredband") == 1);
  CHECK(hits(*searcher, "\"bredband till\"") == 1);  // What a session remembers is of one state.
  CHECK(hits(*searcher, "\"bredband till\"") == 1);
  CHECK(hits(*searcher, "") == 1);

  add(dir, "second.txt", "Bredband till skärgården");  // Into the generation that is there.
  CHECK(hits(*searcher, "bredband") == 2);
  CHECK(hits(*searcher, "\"bredband till\"") == 2);
  CHECK(hits(*searcher, "skärgården") == 1);

  const Outcome rebuilt = index_run({"rebuild", "--archive", dir.file("archive")});  // A new one.
  REQUIRE(rebuilt.status == 0);
  add(dir, "third.txt", "Bredband till fjällen");
  CHECK(hits(*searcher, "bredband") == 3);
  CHECK(hits(*searcher, "\"bredband till\"") == 3);
  CHECK(hits(*searcher, "bredb*") == 3);
  CHECK(hits(*searcher, "") == 3);
}

TEST_CASE("searcher: words that are asked again answer as they did, whatever is beside them") {
  const TempDir dir;
  add(dir, "first.txt", "Bredband till alla byar");
  add(dir, "second.txt", "Bredbandsnät i skärgården");
  SearchRequest plain;
  plain.query = "bredban";  // A slip: notes are a part of the answer.
  SearchRequest dated = plain;
  dated.to = parse_iso_date("2020-01-01");
  SearchRequest stems = plain;
  stems.settings.layers = ExpansionLayers::none();
  SearchRequest explained = plain;
  explained.explain = true;
  Result<Searcher> session = Searcher::open(ArchiveLayout{dir.file("archive")});
  REQUIRE(session);
  for (const SearchRequest& request :
       {plain, dated, plain, stems, plain, explained, plain, explained}) {
    Result<Searcher> fresh = Searcher::open(ArchiveLayout{dir.file("archive")});
    REQUIRE(fresh);
    const Result<SearchResult> expected = fresh->search(request);
    const Result<SearchResult> result = session->search(request);
    REQUIRE(expected);
    REQUIRE(result);
    CHECK(result->total == expected->total);
    CHECK(result->notes == expected->notes);
    CHECK(result->explanation.size() == expected->explanation.size());
    REQUIRE(result->hits.size() == expected->hits.size());
    for (std::size_t i = 0; i < result->hits.size(); ++i) {
      CHECK(result->hits[i].id == expected->hits[i].id);
      CHECK(result->hits[i].score == expected->hits[i].score);
      CHECK(result->hits[i].title_highlights.size() == expected->hits[i].title_highlights.size());
      CHECK(result->hits[i].score_parts.size() == expected->hits[i].score_parts.size());
    }
  }
}

TEST_CASE("searcher: an archive that is taken away still answers from what is open, or says why") {
  const TempDir dir;
  add(dir, "first.txt", "Bredband till alla byar");
  Result<Searcher> searcher = Searcher::open(ArchiveLayout{dir.file("archive")});
  REQUIRE(searcher);
  CHECK(hits(*searcher, "bredband") == 1);
  std::filesystem::remove_all(dir.file("archive/index"));
  SearchRequest request;
  request.query = "bredband";
  const Result<SearchResult> result = searcher->search(request);
  if (result) {
    CHECK(result->total == 1);
  } else {
    CHECK(result.error().message.find("archive") != std::string::npos);
  }
}
