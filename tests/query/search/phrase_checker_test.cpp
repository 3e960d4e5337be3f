// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/phrase_checker.h"

#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

#include "common/schema/fields.h"
#include "tests/query/search/pattern_support.h"
#include "tests/support/temp_dir.h"

namespace pressarkiv {
namespace {

using Documents = std::vector<Xapian::docid>;

TEST_CASE("kept streams: what was read is kept up to a number of bytes, and is the same") {
  Xapian::WritableDatabase db(std::string(), Xapian::DB_BACKEND_INMEMORY);
  for (const char* letters : {"||ab", "", "||bc", "||abcd"}) {
    Xapian::Document document;
    if (*letters != 0) document.add_value(kTokensSlot, test::letter_stream(letters));
    db.add_document(document);
  }
  const std::size_t one = test::letter_stream("||ab").size();
  KeptStreams kept(db.get_lastdocid(), 2 * one);
  TokenReader first(db);
  CHECK(kept.read(1, first) == test::letter_stream("||ab"));
  CHECK(kept.bytes() == 0);
  kept.start();
  for (int again = 0; again < 2; ++again) {
    TokenReader reader(db);
    CHECK(kept.read(1, reader) == test::letter_stream("||ab"));
    CHECK(kept.read(2, reader).empty());
    CHECK(kept.read(3, reader) == test::letter_stream("||bc"));
    CHECK(kept.read(4, reader) == test::letter_stream("||abcd"));
    CHECK(kept.bytes() == 2 * one);
  }
}

TEST_CASE("phrase checker: finds what a plain scan finds, by one thread and by several") {
  constexpr Xapian::docid kReleases = 13000;
  const test::TempDir dir;
  const std::string path = dir.file("releases");
  std::mt19937 random(7);
  Documents expected;
  Documents candidates;
  {
    Xapian::WritableDatabase db(path, Xapian::DB_CREATE);
    for (Xapian::docid id = 1; id <= kReleases; ++id) {
      Xapian::Document document;
      const std::string letters = test::random_letters(random, 5 + random() % 30, 'h');
      const bool has_stream = id % 1000 != 0;  // A release without text has none.
      if (has_stream) document.add_value(kTokensSlot, test::letter_stream("||" + letters));
      db.add_document(document);
      if (id % 7 == 0) continue;
      candidates.push_back(id);
      if (has_stream && letters.find("ab") != std::string::npos) expected.push_back(id);
    }
    db.commit();
  }
  const Xapian::Database db(path);
  REQUIRE(candidates.size() > 9000);
  int opened = 0;
  const auto open_again = [&]() -> std::optional<Xapian::Database> {
    ++opened;
    return Xapian::Database(path);
  };
  const Documents some(candidates.begin() + 500, candidates.begin() + 900);
  for (const unsigned threads : {1U, 2U, 3U}) {
    // All streams fit into what is kept, some do, none does.
    for (const std::size_t bytes : {std::size_t{1} << 30U, std::size_t{50000}, std::size_t{0}}) {
      CAPTURE(threads, bytes);
      PhraseChecker checker(open_again, threads);
      KeptStreams streams(kReleases, bytes);
      opened = 0;
      const Documents first = checker.matches(db, test::phrase("ba"), std::nullopt, streams, some);
      streams.start();
      for (int again = 0; again < 3; ++again) {
        CHECK(checker.matches(db, test::phrase("ab"), std::nullopt, streams, candidates) ==
              expected);
        CHECK(checker.matches(db, test::phrase("ba"), std::nullopt, streams, some) == first);
      }
      CHECK(opened == static_cast<int>(threads) - 1);
    }
    PhraseChecker checker(open_again, threads);
    KeptStreams streams(kReleases);
    CHECK(checker.matches(db, test::phrase("ab"), std::nullopt, streams, {}).empty());
  }
  KeptStreams streams(kReleases);
  PhraseChecker alone([] { return std::nullopt; }, 3);
  CHECK(alone.matches(db, test::phrase("ab"), std::nullopt, streams, candidates) == expected);
  CHECK(alone.matches(db, test::phrase("ab"), Section::kTitle, streams, candidates).empty());
}

}  // namespace
}  // namespace pressarkiv
