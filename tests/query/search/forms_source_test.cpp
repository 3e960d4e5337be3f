// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/forms_source.h"

#include <catch2/catch.hpp>
#include <map>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "common/schema/fields.h"
#include "query/search/all_matches.h"
#include "query/search/form_postings.h"
#include "tests/query/search/pattern_support.h"
#include "tests/support/made_columns.h"

namespace pressarkiv {
namespace {

using Xapian::Query;

/// Releases of random words "title||body": capitals are another form of the small letter's term.
class Letters {
 public:
  explicit Letters(unsigned seed) {
    std::mt19937 random(seed);
    for (int i = 0; i < 900; ++i) {
      std::string title = test::random_letters(random, random() % 3, 'h');
      std::string body = test::random_letters(random, 1 + random() % 9, 'h');
      for (char& letter : body) {
        if (random() % 2 == 0) letter = static_cast<char>(letter - 0x20);
      }
      add(title, body);
    }
    columns_ = made_.columns();
  }

  const Xapian::Database& db() const { return db_; }
  const std::shared_ptr<const Columns>& columns() const { return columns_; }
  /// Releases whose words hold one that `wanted` accepts.
  template <typename Wanted>
  std::set<Xapian::docid> with(Wanted wanted) const {
    std::set<Xapian::docid> found;
    for (std::size_t i = 0; i < texts_.size(); ++i) {
      if (std::any_of(texts_[i].begin(), texts_[i].end(), wanted))
        found.insert(static_cast<Xapian::docid>(i + 1));
    }
    return found;
  }
  const std::string& text(Xapian::docid document) const { return texts_[document - 1]; }
  const std::string& title(Xapian::docid document) const { return titles_[document - 1]; }

 private:
  void add(const std::string& title, const std::string& body) {
    Xapian::Document document;
    const auto small = [](char letter) { return std::string(1, static_cast<char>(letter | 0x20)); };
    for (const char letter : title + body) document.add_term(small(letter));
    for (const char letter : title) document.add_term(make_term(prefix::kTitle, small(letter)));
    const Xapian::docid docid = db_.add_document(document);
    made_.set(docid, Column::kTokens, test::letter_stream(title + "||" + body));
    made_.set_length(docid, db_.get_doclength(docid));
    titles_.push_back(title);
    texts_.push_back(title + body);
  }

  Xapian::WritableDatabase db_{std::string(), Xapian::DB_BACKEND_INMEMORY};
  test::MadeColumns made_;
  std::shared_ptr<const Columns> columns_;
  std::vector<std::string> titles_;
  std::vector<std::string> texts_;
};

FormMatches found_in(const Letters& letters, const TermsOfForms& terms,
                     QueryField field = QueryField::kAny) {
  static const RankingParameters parameters;
  DocumentLengths lengths(letters.columns(), letters.db().get_lastdocid());
  return matches_of(letters.db(), terms, field, Bm25(letters.db(), lengths, parameters));
}

/// Any form of a and b; of c and d the capital one.
FormMatches some_forms(const Letters& letters) {
  FormMatches found = found_in(letters, {{"a", "b"}, {"c", "d"}});
  std::vector<WordMatch> words;
  for (const char letter : {'C', 'D'}) words.push_back({test::letter_hash(letter), true});
  found.forms = any_word(std::move(words));
  return found;
}

Query query_of(const Letters& letters, FormMatches found) {
  auto* source =
      new FormsSource(std::make_shared<FormMatches>(std::move(found)), letters.columns());
  return Query(source->release());
}

std::vector<Xapian::docid> list_of(const std::set<Xapian::docid>& documents) {
  return {documents.begin(), documents.end()};
}

TEST_CASE("forms source: finds what a plain scan finds, alone and inside other queries") {
  for (const unsigned seed : {1U, 2U, 3U}) {
    CAPTURE(seed);
    const Letters letters(seed);
    const Query forms = query_of(letters, some_forms(letters));
    const auto is_form = [](char letter) {
      return std::string("aAbBCD").find(letter) != std::string::npos;
    };
    const auto has_form = letters.with(is_form);
    const auto has_e = letters.with([](char letter) { return letter == 'e' || letter == 'E'; });
    CHECK(has_form.size() < letters.db().get_doccount());
    CHECK(all_matches(letters.db(), forms) == list_of(has_form));
    std::set<Xapian::docid> both;
    std::set<Xapian::docid> either = has_e;
    std::set<Xapian::docid> without = has_e;
    for (const Xapian::docid one : has_form) {
      if (has_e.contains(one)) both.insert(one);
      either.insert(one);
      without.erase(one);
    }
    CHECK(all_matches(letters.db(), Query(Query::OP_AND, Query("e"), forms)) == list_of(both));
    CHECK(all_matches(letters.db(), Query(Query::OP_AND, forms, forms)) == list_of(has_form));
    CHECK(all_matches(letters.db(), Query(Query::OP_OR, Query("e"), forms)) == list_of(either));
    CHECK(all_matches(letters.db(), Query(Query::OP_AND_NOT, Query("e"), forms)) ==
          list_of(without));
    CHECK(all_matches(letters.db(), Query(Query::OP_AND_MAYBE, forms, Query("e"))) ==
          list_of(has_form));
  }
}

TEST_CASE("forms source: the best of a list that stops early are the best of all") {
  const Letters letters(4);
  Xapian::Enquire enquire(letters.db());
  enquire.set_query(Query(Query::OP_OR, query_of(letters, some_forms(letters)), Query("e")));
  const Xapian::MSet all = enquire.get_mset(0, 900, 900);
  const Xapian::MSet best = enquire.get_mset(0, 10);
  REQUIRE(best.size() == 10);
  for (Xapian::doccount i = 0; i < 10; ++i) {
    CHECK(best[i].get_weight() == Approx(all[i].get_weight()));
  }
}

TEST_CASE("form postings: each release once, its words' frequencies together") {
  const Letters letters(5);
  const FormMatches found = found_in(letters, {{"a"}, {"c"}});
  std::map<Xapian::docid, bool> certain;
  for (const FormMatches::Match& one : found.matches) certain[one.document] = one.is_certain;
  CHECK(certain.size() == found.matches.size());
  const auto has = [](const std::string& text, char small) {
    return text.find(small) != std::string::npos ||
           text.find(static_cast<char>(small - 0x20)) != std::string::npos;
  };
  for (Xapian::docid document = 1; document <= letters.db().get_doccount(); ++document) {
    const std::string& text = letters.text(document);
    REQUIRE(certain.contains(document) == (has(text, 'a') || has(text, 'c')));
    if (certain.contains(document)) CHECK(certain[document] == has(text, 'a'));
  }
  const FormMatches in_title = found_in(letters, {{"a", "b"}, {}}, QueryField::kTitle);
  std::set<Xapian::docid> titles;
  for (const FormMatches::Match& one : in_title.matches) titles.insert(one.document);
  for (Xapian::docid document = 1; document <= letters.db().get_doccount(); ++document) {
    const std::string& title = letters.title(document);
    CHECK(titles.contains(document) == (has(title, 'a') || has(title, 'b')));
  }
}

TEST_CASE("form postings: a word weighs as much as Xapian has it weigh") {
  const Letters letters(6);
  const FormMatches found = found_in(letters, {{"a"}, {}});
  Xapian::Enquire enquire(letters.db());
  enquire.set_query(Query("a"));
  enquire.set_weighting_scheme(ranking_weight({}));
  std::map<Xapian::docid, double> weights;
  const Xapian::MSet all = enquire.get_mset(0, 900);
  for (auto one = all.begin(); one != all.end(); ++one) weights[*one] = one.get_weight();
  REQUIRE(weights.size() == found.matches.size());
  for (const FormMatches::Match& one : found.matches) {
    CHECK(one.weight == Approx(weights[one.document]));
    CHECK(one.weight <= found.best);
  }
}

}  // namespace
}  // namespace pressarkiv
