// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/ranker.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <random>
#include <set>

#include "common/schema/fields.h"
#include "query/search/all_matches.h"
#include "query/search/all_words.h"
#include "query/search/feedback.h"
#include "query/search/merged_scores.h"
#include "query/search/narrowed_scores.h"
#include "query/search/phrase_key.h"
#include "query/search/postings.h"
#include "query/search/scored_words.h"
#include "query/search/scores_source.h"
#include "query/search/token_pattern_source.h"
#include "tests/query/search/pattern_support.h"
#include "tests/support/made_columns.h"

namespace pressarkiv {
namespace {

using Xapian::Query;

struct LettersIndex {
  Xapian::WritableDatabase db{std::string(), Xapian::DB_BACKEND_INMEMORY};
  std::shared_ptr<const Columns> columns;
};

/// Releases of random letters, a word each.
LettersIndex letters_index(std::mt19937& random, int releases) {
  LettersIndex index;
  test::MadeColumns made;
  for (int i = 0; i < releases; ++i) {
    const std::string letters = test::random_letters(random, 5 + random() % 40, 'h');
    Xapian::Document document;
    for (const char each : letters) document.add_term(std::string(1, each));
    const Xapian::docid docid = index.db.add_document(document);
    made.set(docid, Column::kTokens, test::letter_stream("||" + letters));
    made.set_length(docid, index.db.get_doclength(docid));
  }
  index.columns = made.columns();
  return index;
}

std::vector<Xapian::docid> documents(const std::vector<Scored>& list) {
  std::vector<Xapian::docid> ids;
  for (const Scored& one : list) ids.push_back(one.document);
  return ids;
}

const TermNames nobody = [](std::uint32_t) { return std::string_view(); };

CompiledQuery phrase_query(std::string_view letters, const LettersIndex& index) {
  CompiledQuery compiled;
  std::vector<Query> words;
  for (const char each : letters) words.emplace_back(std::string(1, each));
  UncheckedPhrase phrase{
      Query(Query::OP_AND, words.begin(), words.end()), test::phrase(letters), {}};
  auto* source = new TokenPatternSource(phrase.pattern, std::nullopt, index.columns);
  compiled.query = Query(Query::OP_AND, phrase.candidates, Query(source->release()));
  compiled.unchecked = std::move(phrase);
  compiled.ranked = true;
  return compiled;
}

std::vector<std::string> different_letters(std::string_view letters) {
  std::set<std::string> terms;
  for (const char letter : letters) terms.emplace(1, letter);
  return {terms.begin(), terms.end()};
}

TEST_CASE("ranker: a phrase that need not be counted has the same best hits") {
  std::mt19937 random(3);
  const LettersIndex index = letters_index(random, 700);
  const Xapian::WritableDatabase& db = index.db;
  const RankingParameters parameters;
  int cut_short = 0;
  for (const char* letters : {"ab", "abc", "aa", "hgf", "abcd", "abcdefgh", "ax"}) {
    CAPTURE(letters);
    CompiledQuery compiled = phrase_query(letters, index);
    IndexMemory memory(
        db, index.columns);  // Of the session: from the second round on the phrase is known.
    for (const int round : {0, 1, 2, 3}) {
      const bool filtered = round % 2 == 0;
      // What the candidates are may be known.
      if (round == 2) compiled.unchecked->terms = different_letters(letters);
      const std::optional<Query> filters = filtered ? std::optional(Query("c")) : std::nullopt;
      Ranker ranker(db, memory, compiled, filters, parameters, nobody);
      Ranker counted(db, memory, compiled, filters, parameters, nobody);
      const Query whole =
          filtered ? Query(Query::OP_FILTER, compiled.query, *filters) : compiled.query;
      CHECK(counted.all() == all_matches(db, whole));
      CHECK(all_matches(db, counted.query()) == counted.all());
      CHECK(documents(counted.best(10, false).best) == documents(ranker.best(10, true).best));
      CHECK(counted.best(10, false).total == counted.all().size());
      const RankedList exact = ranker.best(10, true);
      Ranker uncounted(db, memory, compiled, filters, parameters, nobody);
      RankedList quick = uncounted.best(10, false);
      REQUIRE(exact.total_is_exact);
      REQUIRE(exact.total == ranker.all().size());
      if (quick.total_is_exact) CHECK(quick.total == exact.total);
      CHECK(quick.total <= exact.total);
      cut_short += quick.total_is_exact ? 0 : 1;
      REQUIRE(quick.best.size() >= exact.best.size());
      quick.best.resize(exact.best.size());
      CHECK(documents(quick.best) == documents(exact.best));
    }
  }
  CHECK(cut_short > 0);
}

TEST_CASE("ranker: scores that are there already need no matching") {
  std::mt19937 random(4);
  const LettersIndex index = letters_index(random, 300);
  const Xapian::WritableDatabase& db = index.db;
  Scores scores;
  for (Xapian::docid document = 1; document <= 300; ++document) {
    if (random() % 3 == 0)
      scores.push_back({document, static_cast<double>(random() % 20 + 1), true});
  }
  CompiledQuery compiled;
  compiled.scores = std::make_shared<const Scores>(scores);
  compiled.query = Query((new ScoresSource(compiled.scores))->release());
  compiled.ranked = true;
  CompiledQuery by_xapian = compiled;
  by_xapian.scores = nullptr;
  CompiledQuery known = compiled;  // The first of them are in order already.
  std::sort(scores.begin(), scores.end(), ranks_before);
  scores.resize(30);
  known.best = std::make_shared<const std::vector<Scored>>(scores);
  const RankingParameters parameters;
  IndexMemory memory(db, index.columns);
  const std::optional<Query> none;
  for (const auto& filters : {none, std::optional<Query>(Query("a")), std::optional<Query>(Query()),
                              std::optional<Query>(Query(Query::OP_OR, Query("b"), Query("c")))}) {
    for (const bool inside : {false, true}) {  // A condition in the query itself.
      CompiledQuery expected_query = by_xapian;
      if (inside) expected_query.query = Query(Query::OP_FILTER, by_xapian.query, Query("d"));
      Ranker matched(db, memory, expected_query, filters, parameters, nobody);
      const RankedList expected = matched.best(25, true);
      for (const CompiledQuery& query : {compiled, known, compiled}) {
        CompiledQuery asked = query;
        asked.query = expected_query.query;
        if (inside) asked.condition = Query("d");
        Ranker direct(db, memory, asked, filters, parameters, nobody);
        const RankedList list = direct.best(25, true);
        CHECK(documents(list.best) == documents(expected.best));
        CHECK(list.total == expected.total);
        CHECK(direct.all() == matched.all());
        CHECK(documents(direct.best(60, true).best) == documents(matched.best(60, true).best));
      }
    }
  }
}

TEST_CASE("narrowed scores: known as long as the list is, up to a number of scores") {
  const auto whole = std::make_shared<const Scores>(
      Scores{{1, 5, true}, {3, 9, false}, {4, 9, true}, {8, 1, true}});
  const NarrowedScores found = narrowed(*whole, {2, 3, 4, 8, 9}, 2);
  CHECK(documents(found.scores) == std::vector<Xapian::docid>{3, 4, 8});
  CHECK(documents(found.best) == std::vector<Xapian::docid>{3, 4});
  CHECK_FALSE(found.best.front().is_hit);
  CHECK(narrowed(*whole, {}, 2).best.empty());

  NarrowedScoresMemo memo(11);
  const auto list = std::make_shared<const NarrowedScores>(found);  // Five scores.
  memo.keep(whole, "a", list);
  CHECK(memo.find(whole, "a") == list);
  CHECK(memo.find(whole, "b") == nullptr);
  CHECK(memo.find(std::make_shared<const Scores>(*whole), "a") == nullptr);
  memo.keep(whole, "b", list);
  CHECK(memo.find(whole, "a") == list);
  memo.keep(whole, "c", list);  // Now it is too much.
  CHECK(memo.find(whole, "a") == nullptr);
  CHECK(memo.find(whole, "c") == list);
  memo.keep(whole, "d",
            std::make_shared<const NarrowedScores>(
                NarrowedScores{Scores(12), {}}));  // More than all of it.
  CHECK(memo.find(whole, "d") == nullptr);
  CHECK(memo.find(whole, "c") == list);
}

TEST_CASE("postings: a group's words count together, however it is put together") {
  std::mt19937 random(5);
  for (const int releases : {40, 3000}) {
    const LettersIndex index = letters_index(random, releases);
    const Xapian::WritableDatabase& db = index.db;
    PostingCache cache(db);
    Postings postings(db, cache);
    TermGroup group;
    group.terms = {"a", "b", "nobody", "f"};
    const Frequencies& found = postings.of_group(group);
    CHECK(&found == &postings.of_group(group));
    std::map<Xapian::docid, std::uint32_t> expected;
    for (const std::string& term : group.terms) {
      for (auto at = db.postlist_begin(term); at != db.postlist_end(term); ++at) {
        expected[*at] += at.get_wdf();
      }
    }
    REQUIRE(found.size() == expected.size());
    auto each = expected.begin();
    for (const Frequency& one : found) {
      CHECK(one.document == each->first);
      CHECK(one.frequency == each->second);
      ++each;
    }
  }
}

TEST_CASE("postings: rare groups are merged, common ones added up, to the same sums") {
  Xapian::WritableDatabase db(std::string(), Xapian::DB_BACKEND_INMEMORY);
  for (int i = 1; i <= 5000; ++i) {
    Xapian::Document document;
    document.add_term("some");
    if (i % 1000 == 0) document.add_term("rare", 2);
    if (i % 2500 == 0) document.add_term("rarer", 3);
    db.add_document(document);
  }
  PostingCache cache(db);
  Postings postings(db, cache);
  TermGroup group;
  group.terms = {"rare", "rarer"};
  const Frequencies& found = postings.of_group(group);
  REQUIRE(found.size() == 6);
  CHECK(found[1].document == 2000);
  CHECK(found[1].frequency == 2);
  CHECK(found[5].document == 5000);
  CHECK(found[5].frequency == 5);
}

TEST_CASE("merged scores: each document once, with what all lists say of it") {
  std::mt19937 random(8);
  for (const unsigned documents : {0U, 7U, 5000U, 200000U}) {
    CAPTURE(documents);
    std::vector<Scores> lists(6);
    std::map<Xapian::docid, MergedScore> expected;
    for (std::size_t list = 0; list < lists.size() && documents > 0; ++list) {
      std::map<Xapian::docid, double> drawn;
      for (std::size_t i = 0; i < list * 300; ++i) {
        drawn[static_cast<Xapian::docid>(1 + random() % documents)] =
            static_cast<double>(random() % 9);
      }
      for (const auto& [document, weight] : drawn) {
        const bool is_hit = random() % 2 == 0;
        lists[list].emplace_back(document, weight, is_hit);
        MergedScore& one = expected[document];
        one.sum += weight;
        one.best = std::max(one.best, weight);
        ++one.lists;
        one.is_hit = one.is_hit || is_hit;
      }
    }
    auto next = expected.begin();
    merge(lists, [&](Xapian::docid document, const MergedScore& one) {
      REQUIRE(next != expected.end());
      REQUIRE(document == next->first);
      CHECK(one.sum == next->second.sum);
      CHECK(one.best == next->second.best);
      CHECK(one.lists == next->second.lists);
      CHECK(one.is_hit == next->second.is_hit);
      ++next;
    });
    CHECK(next == expected.end());
  }
}

TEST_CASE("scored: the best of a list are the first of all, by document") {
  std::mt19937 random(9);
  Scores scores;
  for (Xapian::docid document = 1; document <= 500; ++document) {
    scores.emplace_back(document, static_cast<double>(random() % 30), true);
  }
  for (const std::size_t count : {0U, 1U, 60U, 499U, 500U, 1000U}) {
    CAPTURE(count);
    Scores all = scores;
    std::sort(all.begin(), all.end(), ranks_before);
    all.resize(std::min(count, all.size()));
    std::set<Xapian::docid> expected;
    for (const Scored& one : all) expected.insert(one.document);
    std::vector<Xapian::docid> found;
    for (const Scored* one : best_of(scores, count)) found.push_back(one->document);
    CHECK(found == std::vector<Xapian::docid>(expected.begin(), expected.end()));
  }
}

TEST_CASE("posting cache: the same lists again, also where it has had to forget them") {
  std::mt19937 random(10);
  const LettersIndex index = letters_index(random, 200);
  const Xapian::WritableDatabase& db = index.db;
  for (const std::size_t most : {std::size_t{300}, PostingCache::kMostPostings}) {
    PostingCache cache(db, most);
    for (int again = 0; again < 2; ++again) {
      for (const char* term : {"a", "b", "c", "nobody", "a"}) {
        const PostingCache::List list = cache.postings(term);
        CHECK(list->size() == db.get_termfreq(term));
        CHECK(cache.frequency(term) == db.get_termfreq(term));
        CHECK(*cache.short_postings(term) == *list);
        std::size_t at = 0;
        for (auto one = db.postlist_begin(term); one != db.postlist_end(term); ++one, ++at) {
          REQUIRE((*list)[at].document == *one);
          REQUIRE((*list)[at].frequency == one.get_wdf());
        }
      }
      CHECK(cache.frequency("h") == db.get_termfreq("h"));
    }
  }
}

TEST_CASE("phrase memo: lists by pattern and section, up to a number of documents") {
  const std::vector<Xapian::docid> some{1, 5, 9};
  const std::vector<Xapian::docid> more{2, 3, 4, 6};
  DocumentListMemo memo(6);
  memo.keep(phrase_key(test::phrase("ab"), std::nullopt), some);
  CHECK(*memo.find(phrase_key(test::phrase("ab"), std::nullopt)) == some);
  CHECK(!memo.find(phrase_key(test::phrase("ab"), Section::kTitle)));
  CHECK(!memo.find(phrase_key(test::phrase("ba"), std::nullopt)));
  CHECK(!memo.find(phrase_key(test::phrase("aB"), std::nullopt)));
  CHECK(!memo.find(phrase_key(test::phrase("ab", 2), std::nullopt)));
  CHECK(!memo.find(phrase_key(test::near("ab", 1), std::nullopt)));
  memo.keep(phrase_key(test::near("ab", 1), std::nullopt), {});
  CHECK(memo.find(phrase_key(test::near("ab", 1), std::nullopt))->empty());
  CHECK(memo.find(phrase_key(test::phrase("ab"), std::nullopt)));
  memo.keep(phrase_key(test::phrase("ba"), Section::kTitle), more);  // Now it is too much.
  CHECK(!memo.find(phrase_key(test::phrase("ab"), std::nullopt)));
  CHECK(*memo.find(phrase_key(test::phrase("ba"), Section::kTitle)) == more);
  memo.keep(phrase_key(test::phrase("cc"), std::nullopt), std::vector<Xapian::docid>(7));
  CHECK(!memo.find(phrase_key(test::phrase("cc"), std::nullopt)));
  CHECK(memo.find(phrase_key(test::phrase("ba"), Section::kTitle)));
}

TEST_CASE("scored words: found again in one setting, up to a number of scores") {
  const auto found = [](std::size_t releases) {
    auto words = std::make_shared<ScoredWords>();
    words->scores = std::make_shared<const Scores>(releases);
    return words;
  };
  const ExpansionLayers layers;
  const RankingParameters parameters;
  ScoredWordsMemo memo(6000);
  CHECK(memo.find({"a", "b"}, layers, parameters) == nullptr);
  const auto first = found(1000);
  memo.keep({"a", "b"}, first);
  CHECK(memo.find({"a", "b"}, layers, parameters) == first);
  CHECK(memo.find({"b", "a"}, layers, parameters) == nullptr);
  CHECK(memo.find({"ab"}, layers, parameters) == nullptr);
  memo.keep({"c"}, found(2000));
  CHECK(memo.find({"c"}, layers, parameters) != nullptr);
  memo.keep({"d"}, found(9000));  // More than it may hold: the others stay.
  CHECK(memo.find({"d"}, layers, parameters) == nullptr);
  CHECK(memo.find({"a", "b"}, layers, parameters) == first);
  memo.keep({"e"}, found(3000));  // No room beside the others, which are forgotten.
  CHECK(memo.find({"e"}, layers, parameters) != nullptr);
  CHECK(memo.find({"a", "b"}, layers, parameters) == nullptr);
  CHECK(memo.find({"e"}, ExpansionLayers::none(), parameters) == nullptr);
  RankingParameters other;
  other.expansion.synonym = 0.1;
  memo.keep({"e"}, found(1));
  CHECK(memo.find({"e"}, layers, other) == nullptr);
}

TEST_CASE("all words: scores what Xapian finds for them, from lists that are known") {
  std::mt19937 random(11);
  const LettersIndex index = letters_index(random, 900);
  const RankingParameters parameters;
  IndexMemory memory(index.db, index.columns);
  const Bm25 bm25(index.db, memory.lengths, parameters);
  for (const char* letters : {"a", "ab", "hgf", "abcdefgh", "ax"}) {
    CAPTURE(letters);
    std::vector<std::string> terms;
    for (const char* letter = letters; *letter != 0; ++letter) terms.emplace_back(1, *letter);
    const std::optional<Scores> scores = scores_of_all(terms, memory.postings, bm25);
    REQUIRE(scores);
    Xapian::Enquire enquire(index.db);
    enquire.set_query(Query(Query::OP_AND, terms.begin(), terms.end()));
    enquire.set_weighting_scheme(ranking_weight(parameters));
    std::map<Xapian::docid, double> weights;
    const Xapian::MSet matches = enquire.get_mset(0, 900);
    for (auto one = matches.begin(); one != matches.end(); ++one) weights[*one] = one.get_weight();
    REQUIRE(scores->size() == weights.size());
    for (const Scored& one : *scores) CHECK(one.weight == Approx(weights.at(one.document)));
    CHECK(std::is_sorted(scores->begin(), scores->end(),
                         [](const Scored& a, const Scored& b) { return a.document < b.document; }));
  }
}

TEST_CASE("all words: a list that is far longer than another is left to Xapian") {
  Xapian::WritableDatabase db(std::string(), Xapian::DB_BACKEND_INMEMORY);
  test::MadeColumns made;
  for (int i = 0; i < 200; ++i) {
    Xapian::Document document;
    document.add_term("common");
    if (i % 50 == 0) document.add_term("seldom");
    const Xapian::docid docid = db.add_document(document);
    made.set_length(docid, db.get_doclength(docid));
  }
  IndexMemory memory(db, made.columns());
  const RankingParameters parameters;
  const Bm25 bm25(db, memory.lengths, parameters);
  CHECK_FALSE(scores_of_all({"common", "seldom"}, memory.postings, bm25));
  CHECK(scores_of_all({"common", "never"}, memory.postings, bm25)->empty());
}

TEST_CASE("feedback: only adds, and only to what was found") {
  std::mt19937 random(6);
  Xapian::WritableDatabase db(std::string(), Xapian::DB_BACKEND_INMEMORY);
  test::MadeColumns made;
  for (int i = 0; i < 400; ++i) {
    Xapian::Document document;
    TokenStreamBuilder words;
    const auto add = [&](const std::string& word, Section section, std::uint32_t frequency) {
      document.add_term(word, frequency);
      words.add(section, hash_word(word, word));
    };
    add(i % 2 == 0 ? "even" : "odd", Section::kBody, kBodyWeight);
    if (i % 40 == 0) add("seldom", Section::kTitle, kTitleWeight);
    const Xapian::docid docid = db.add_document(document);
    made.set(docid, Column::kTokens, words.encode());
    made.set_length(docid, db.get_doclength(docid));
  }
  RankingParameters parameters;
  parameters.feedback = 1000;
  parameters.feedback_most = 2;
  IndexMemory memory(db, made.columns());
  const TermNames names = [](std::uint32_t hash) -> std::string_view {
    for (const std::string_view word : {"even", "odd", "seldom"}) {
      if (hash_word(word, word).term == hash) return word;
    }
    return {};
  };
  const Bm25 bm25(db, memory.lengths, parameters);
  std::vector<Scored> ranked;
  for (Xapian::docid document = 1; document <= 400; document += 2) {
    ranked.push_back({document, 500.0 - document, true});
  }
  const std::vector<Scored> before = ranked;
  const std::vector<WeightedTerm> terms =
      feedback_terms(db, memory, names, {ranked.data(), 200}, parameters);
  REQUIRE(terms.size() == 1);  // "even" is in half of all and says nothing.
  CHECK(terms.front().term == "seldom");
  CHECK(terms.front().releases == 10);
  add_feedback(db, memory.postings, terms, parameters, bm25, ranked);
  REQUIRE(ranked.size() == before.size());
  CHECK(std::is_sorted(ranked.begin(), ranked.end(), ranks_before));
  std::set<Xapian::docid> first;
  for (int i = 0; i < 10; ++i) first.insert(ranked[static_cast<std::size_t>(i)].document);
  CHECK(first == std::set<Xapian::docid>{1, 41, 81, 121, 161, 201, 241, 281, 321, 361});

  // The same list again is known, as long as it is remembered; another one never is.
  FeedbackMemo memo;
  auto first_list = std::make_shared<const std::vector<Scored>>(before);
  memo.keep(first_list, 200, ranked);
  REQUIRE(memo.find(first_list, 200) != nullptr);
  CHECK(documents(*memo.find(first_list, 200)) == documents(ranked));
  CHECK(memo.find(first_list, 100) == nullptr);
  CHECK(memo.find(std::make_shared<const std::vector<Scored>>(before), 200) == nullptr);

  // What was typed decides first: with little to gain, the far ones stay behind.
  parameters.feedback_most = 0.1;
  std::vector<Scored> held = before;
  add_feedback(db, memory.postings, terms, parameters, bm25, held);
  for (const Scored& one : held) {
    CHECK(one.weight <= 500.0 - one.document + 0.1 * before.front().weight + 1e-9);
  }
  CHECK(held.back().document == 399);
}

}  // namespace
}  // namespace pressarkiv
