// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "common/places/gazetteer.h"
#include "common/result.h"
#include "common/text/analyzer.h"
#include "query/expansion/expansion.h"
#include "query/language/ast.h"
#include "query/search/compiled_query.h"
#include "query/search/form_postings.h"
#include "query/search/index_reader.h"
#include "query/search/occurrence_target.h"
#include "query/search/scored_words.h"
#include "query/search/search_knowledge.h"
#include "query/search/search_request.h"

namespace pressarkiv {

/// AST → Xapian::Query, through the same analyzer and schema as the index.
///
/// Meaning of the parts: a free word is its stem in title, lead or body, weighted by BM25; free
/// words beside each other are ranked alternatives with a bonus for releases that hold them all
/// (RankingParameters::all_words); fields of metadata and dates select and never rank, also beside
/// free words; phrases match word for word; NEAR and ADJ match every inflection. May throw
/// Xapian::Error while it looks things up.
class QueryCompiler {
 public:
  /// All must outlive the compiler.
  QueryCompiler(IndexReader& index, Analyzer& analyzer, const Gazetteer& gazetteer,
                SearchKnowledge& sources, const SearchSettings& settings, bool explain = false)
      : index_(index),
        analyzer_(analyzer),
        gazetteer_(gazetteer),
        sources_(sources),
        settings_(settings),
        explain_(explain) {}

  /// Speakers that `sade:` finds beside those of the index. `quotes` must outlive the compiler.
  void know_speakers(const std::vector<OfficeQuote>& quotes) { office_quotes_ = &quotes; }

  Result<CompiledQuery> compile(const QueryNode& root);

  /// A query with words turned into the forms of the archive that they stand for (kForms):
  /// `familj:` words into their families, or also all others into their own forms, as counting
  /// wants it. Words in several pieces ("e-post") stay.
  enum class WhichWords { kFamilies, kAll };
  QueryNode with_forms(QueryNode node, WhichWords which);

  /// What of a query can be seen in a text: its words, phrases and nearnesses that are not
  /// excluded. Empty where it only selects (`ämne:Sjukvård`, dates).
  Result<std::vector<OccurrenceTarget>> occurrences(const QueryNode& root);

  /// The releases that may hold an occurrence, where occurrences alone decide whether a release is
  /// found: of one word in its forms, or of any of several. Some of them have other forms of the
  /// same stems only. nullopt for any other query: compile() finds its releases.
  std::optional<Xapian::Query> occurrence_candidates(const QueryNode& root);

  /// The condition of click-through filters and dates; nullopt where there is none. (An empty query
  /// is a condition that nothing meets.)
  std::optional<Xapian::Query> compile_filters(const SearchRequest& request) const;

 private:
  struct Part {
    Xapian::Query query;
    bool selects = false;  ///< Metadata or date: required even among free words, without weight.
    std::shared_ptr<const Scores> scores = {};             ///< CompiledQuery::scores
    std::shared_ptr<const std::vector<Scored>> best = {};  ///< CompiledQuery::best
    std::optional<Xapian::Query> condition = {};           ///< CompiledQuery::condition
    std::optional<UncheckedPhrase> unchecked = {};         ///< CompiledQuery::unchecked
    /// Set where the query is that all of these index terms stand in the running text.
    std::vector<std::string> all_of = {};
  };

  Status add_occurrences(const QueryNode& node, std::vector<OccurrenceTarget>& targets);
  std::optional<TokenPattern> pattern_of_leaf(const QueryNode& node);
  bool is_function_word(const QueryNode& node);
  std::string single_word(std::string_view text);
  std::vector<std::string> family_forms(const QueryNode& node, const Vocabulary& vocabulary);

  Result<Part> compile_node(const QueryNode& node, bool excluded);
  Result<Part> compile_word(const QueryNode& node, bool excluded);
  Result<Part> compile_phrase(const QueryNode& node, bool excluded);
  Result<Part> compile_prefix(const QueryNode& node, bool excluded);
  Result<Part> compile_forms(const QueryNode& node, bool excluded);
  std::vector<std::string> terms_of_forms(const std::vector<std::string>& forms);
  Result<Part> compile_dates(const QueryNode& node);
  Result<Part> compile_metadata(const QueryNode& node);
  Result<Part> compile_region(const QueryNode& node);
  Result<Part> compile_speaker(const QueryNode& node);
  Xapian::Query office_quote(const OfficeQuote& quote);
  Result<Part> compile_role(const QueryNode& node);
  Result<Part> compile_near(const QueryNode& node, bool excluded);
  Result<Part> compile_ranked(const QueryNode& node, bool excluded);
  /// The folded forms of a child that is a free word and nothing else.
  std::vector<std::string> plain_words(const QueryNode& node);
  /// The words with all that is searched for them, scored. A session works it out once.
  std::shared_ptr<const ScoredWords> compile_concepts(const std::vector<std::string>& words);
  ScoredWords score_words(const std::vector<std::string>& words);
  void mark(const Concept& meant, std::vector<HighlightTarget>& highlights);
  void explain(const std::vector<Concept>& concepts);
  Result<Part> compile_boolean(const QueryNode& node, bool excluded);
  static std::vector<std::string> all_of_parts(const std::vector<Part>& parts);

  /// One or several positional words of a typed text, every inflection or these very forms.
  struct Words {
    TokenPattern pattern;
    std::vector<std::string> terms;  ///< All of them must be in the release.
    std::vector<std::string> forms;
  };
  Words words_of(std::string_view text, bool exact);
  Result<TokenPattern> pattern_of(const QueryNode& node, std::vector<Xapian::Query>& needed,
                                  bool excluded);
  Xapian::Query with_pattern(const Xapian::Query& candidates, const TokenPattern& pattern,
                             QueryField field) const;
  std::vector<std::string> labels_matching(Facet facet, std::string_view text);
  struct Expansion {
    std::vector<std::string> terms;         ///< Ascending.
    std::vector<std::string> forms;         ///< Ascending.
    std::vector<std::string> shared_terms;  ///< Those that have forms without the prefix, too.
    std::string commonest_term;
    bool cut = false;  ///< More forms than are searched.
  };
  std::vector<std::string> filter_terms(const FacetFilter& filter) const;
  Expansion expand_prefix(std::string_view text);
  TokenPattern pattern_of_forms(const std::vector<std::string>& forms);
  /// Releases that hold any of the forms where `field` looks.
  Xapian::Query any_form(const Expansion& expansion, QueryField field);
  /// Releases that hold any of the terms, scored as one word; `shared` are settled by `forms`.
  Xapian::Query any_form(const TermsOfForms& terms, TokenPattern forms, QueryField field);
  double rarity(const std::string& term) const;
  /// Adds to the explanation where that was asked for.
  void explain(const QueryNode& node, std::string meaning);

  IndexReader& index_;
  Analyzer& analyzer_;
  const Gazetteer& gazetteer_;
  SearchKnowledge& sources_;
  const SearchSettings& settings_;
  const std::vector<OfficeQuote>* office_quotes_ = nullptr;
  const bool explain_;                        // Keep the steps of scores.
  std::size_t most_forms_ = kMaxPrefixForms;  // Of one `ord*`: they share what a query may cost.
  AnalyzedText analyzed_;
  CompiledQuery compiled_;
};

}  // namespace pressarkiv
