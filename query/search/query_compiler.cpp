// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/query_compiler.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "common/schema/fields.h"
#include "common/sort_unique.h"
#include "common/text/normalizer.h"
#include "common/text/stopwords.h"
#include "query/language/parser.h"
#include "query/search/date_query.h"
#include "query/search/field_sections.h"
#include "query/search/forms_source.h"
#include "query/search/ranking.h"
#include "query/search/token_pattern_source.h"

namespace pressarkiv {
namespace {

using Xapian::Query;

std::string place_name(QueryField field) {
  switch (field) {
    case QueryField::kTitle:
      return "i rubriken";
    case QueryField::kLead:
      return "i ingressen";
    case QueryField::kBody:
      return "i brödtexten";
    case QueryField::kAbout:
      return "i avsändarens text om sig själv";
    default:
      return "i rubrik, ingress eller brödtext";
  }
}

Query nothing() { return {}; }
Query everything() { return Query(std::string()); }  // Query::MatchAll is shared between threads.
Query without_weight(const Query& query) { return Query(Query::OP_SCALE_WEIGHT, query, 0.0); }

/// Releases that hold a term where `field` looks, with the weight of the running text.
Query term_query(const std::string& term, QueryField field) {
  Query text(make_term(prefix::kText, term));
  if (field == QueryField::kTitle) {
    return Query(Query::OP_FILTER, text, Query(make_term(prefix::kTitle, term)));
  }
  if (field == QueryField::kAbout) return Query(make_term(prefix::kBoilerplate, term));
  return text;
}

Query all_of(const std::vector<std::string>& terms, QueryField field) {
  std::vector<Query> parts;
  parts.reserve(terms.size());
  for (const std::string& term : terms) parts.push_back(term_query(term, field));
  return parts.size() == 1 ? parts.front() : Query(Query::OP_AND, parts.begin(), parts.end());
}

/// A part of a nearness without any word that the analyzer knows.
bool says_nothing(const TokenPattern& pattern) {
  return pattern.kind != TokenPattern::Kind::kWord && pattern.children.empty();
}

/// Releases that hold any of the terms.
Query any_of_terms(const std::vector<std::string>& terms, QueryField field) {
  std::vector<Query> parts;
  parts.reserve(terms.size());
  for (const std::string& term : terms) parts.push_back(term_query(term, field));
  return Query(Query::OP_SYNONYM, parts.begin(), parts.end());
}

std::string joined(const std::vector<std::string>& words, const char* separator) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : separator) + word;
  return text;
}

/// How many `ord*` a query has.
std::size_t count_prefixes(const QueryNode& node) {
  std::size_t count = node.kind == NodeKind::kPrefix ? 1 : 0;
  for (const QueryNode& child : node.children) count += count_prefixes(child);
  return count;
}

void append_unique(std::vector<std::string>& list, std::string_view item) {
  if (std::find(list.begin(), list.end(), item) == list.end()) list.emplace_back(item);
}

/// The index terms of these stems in the running text.
std::vector<std::string> text_terms(const std::vector<std::string>& stems) {
  std::vector<std::string> terms;
  for (const std::string& stem : stems) terms.push_back(make_term(prefix::kText, stem));
  return terms;
}

}  // namespace

Result<CompiledQuery> QueryCompiler::compile(const QueryNode& typed) {
  compiled_ = CompiledQuery{};
  const QueryNode root = with_forms(typed, WhichWords::kFamilies);
  most_forms_ = kMaxPrefixForms / std::max<std::size_t>(1, count_prefixes(root));
  // One free word is a list of free words with nothing beside it.
  QueryNode list;
  list.kind = NodeKind::kRanked;
  if (root.kind == NodeKind::kWord) list.children.push_back(root);
  Result<Part> part = compile_node(root.kind == NodeKind::kWord ? list : root, false);
  if (!part) return part.error();
  compiled_.query = part->query;
  compiled_.scores = part->scores;
  compiled_.best = part->best;
  compiled_.condition = part->condition;
  compiled_.unchecked = part->unchecked;
  compiled_.all_of = part->all_of;
  sort_unique(compiled_.all_of);
  // Who says a word twice wants it to count twice.
  if (compiled_.all_of.size() != part->all_of.size()) compiled_.all_of.clear();
  compiled_.ranked = !part->selects && root.kind != NodeKind::kEverything;
  return std::move(compiled_);
}

Result<QueryCompiler::Part> QueryCompiler::compile_node(const QueryNode& node, bool excluded) {
  if (node.kind == NodeKind::kDates) return compile_dates(node);
  const bool leaf = node.kind == NodeKind::kWord || node.kind == NodeKind::kPrefix ||
                    node.kind == NodeKind::kPhrase;
  if (leaf && is_metadata(node.field)) return compile_metadata(node);
  switch (node.kind) {
    case NodeKind::kWord:
      return compile_word(node, excluded);
    case NodeKind::kPrefix:
      return compile_prefix(node, excluded);
    case NodeKind::kPhrase:
      return compile_phrase(node, excluded);
    case NodeKind::kForms:
      return compile_forms(node, excluded);
    case NodeKind::kNear:
    case NodeKind::kAdjacent:
      return compile_near(node, excluded);
    case NodeKind::kRanked:
      return compile_ranked(node, excluded);
    case NodeKind::kEverything:
    case NodeKind::kDates:
      return Part{everything(), true};
    case NodeKind::kAnd:
    case NodeKind::kOr:
    case NodeKind::kNot:
      return compile_boolean(node, excluded);
  }
  return Part{nothing(), false};
}

QueryCompiler::Words QueryCompiler::words_of(std::string_view text, bool exact) {
  Words words;
  words.pattern.kind = TokenPattern::Kind::kOrdered;
  analyzer_.analyze(text, analyzed_);
  for (const Token& token : analyzed_.tokens()) {
    if (token.kind != TokenKind::kMain) continue;
    const std::string form = fold_accents(token.form);
    TokenPattern word;
    word.words.push_back({hash_word(token.term, form), exact});
    words.pattern.children.push_back(std::move(word));
    append_unique(words.terms, token.term);
    append_unique(words.forms, form);
  }
  return words;
}

TokenPattern QueryCompiler::pattern_of_forms(const std::vector<std::string>& forms) {
  std::vector<WordMatch> words;
  words.reserve(forms.size());
  for (const std::string& form : forms) {
    words.push_back({hash_word(analyzer_.term_of(form), form), true});
  }
  return any_word(std::move(words));
}

Query QueryCompiler::any_form(const TermsOfForms& terms, TokenPattern forms, QueryField field) {
  const Xapian::Database& releases = index_.releases();
  const Bm25 bm25(releases, sources_.memory(index_).lengths, settings_.ranking);
  auto found = std::make_shared<FormMatches>(matches_of(releases, terms, field, bm25));
  found->forms = std::move(forms);
  found->section = section_of(field);
  return Query((new FormsSource(std::move(found), index_.columns()))->release());
}

Query QueryCompiler::any_form(const Expansion& expansion, QueryField field) {
  const bool is_one_section = field == QueryField::kLead || field == QueryField::kBody;
  TermsOfForms terms;
  terms.shared = is_one_section ? expansion.terms : expansion.shared_terms;
  std::set_difference(expansion.terms.begin(), expansion.terms.end(), terms.shared.begin(),
                      terms.shared.end(), std::back_inserter(terms.certain));
  return any_form(terms, pattern_of_forms(expansion.forms), field);
}

double QueryCompiler::rarity(const std::string& term) const {
  const double frequency = index_.releases().get_termfreq(make_term(prefix::kText, term));
  const double documents = index_.releases().get_doccount();
  return std::log((documents + 1.0) / (frequency + 0.5));
}

Query QueryCompiler::with_pattern(const Query& candidates, const TokenPattern& pattern,
                                  QueryField field) const {
  auto* source = new TokenPatternSource(pattern, section_of(field), index_.columns());
  return Query(Query::OP_AND, candidates, Query(source->release()));
}

Result<QueryCompiler::Part> QueryCompiler::compile_word(const QueryNode& node, bool excluded) {
  if (settings_.exact_words) return compile_phrase(node, excluded);
  const Words words = words_of(node.text, false);
  std::vector<std::string> spellings;  // "epost" and "e-post" for "e-post".
  for (const Token& token : analyzed_.tokens()) {
    if (token.kind == TokenKind::kJoined) append_unique(spellings, token.term);
  }
  if (words.terms.empty()) {
    if (!excluded) compiled_.notes.push_back("”" + node.text + "” innehåller inget sökbart ord");
    return Part{everything(), true};
  }
  Query query = all_of(words.terms, node.field);
  if (words.terms.size() > 1) {
    // Joined or apart: both are the word; apart its pieces must be there.
    for (const std::string& spelling : spellings) query |= term_query(spelling, node.field);
  }
  const bool check = node.field == QueryField::kLead || node.field == QueryField::kBody;
  if (check) query = with_pattern(query, words.pattern, node.field);
  if (!excluded) {
    for (const std::string& term : words.terms) {
      compiled_.highlights.push_back({{term}, {}, {}, section_of(node.field), {}, rarity(term)});
    }
    for (const std::string& term : spellings) {
      compiled_.highlights.push_back({{term}, {}, {}, section_of(node.field), {}, rarity(term)});
    }
  }
  std::vector<std::string> shown = words.terms;
  shown.insert(shown.end(), spellings.begin(), spellings.end());
  explain(node, "ordet i alla böjningar (" + joined(shown, ", ") + ") " + place_name(node.field));
  Part part{query, false};
  if (node.field == QueryField::kAny && words.terms.size() == shown.size()) {
    part.all_of = text_terms(words.terms);
  }
  return part;
}

Result<QueryCompiler::Part> QueryCompiler::compile_phrase(const QueryNode& node, bool excluded) {
  const Words words = words_of(node.text, true);
  if (words.terms.empty()) {
    if (!excluded) compiled_.notes.push_back("”" + node.text + "” innehåller inget sökbart ord");
    return Part{everything(), true};
  }
  const Query candidates = all_of(words.terms, node.field);
  const Query query = with_pattern(candidates, words.pattern, node.field);
  if (!excluded) {
    double weight = 0;
    for (const std::string& term : words.terms) weight += rarity(term);
    compiled_.highlights.push_back(
        {words.terms, words.forms, words.pattern, section_of(node.field), {}, weight});
  }
  explain(node, words.pattern.children.size() == 1
                    ? "just denna form av ordet " + place_name(node.field)
                    : "orden ordagrant efter varandra " + place_name(node.field));
  Part part{query, false};
  part.unchecked = {candidates, words.pattern, section_of(node.field)};
  if (node.field == QueryField::kAny) part.unchecked->terms = text_terms(words.terms);
  return part;
}

std::vector<std::string> QueryCompiler::terms_of_forms(const std::vector<std::string>& forms) {
  std::vector<std::string> terms;
  terms.reserve(forms.size());
  for (const std::string& form : forms) terms.push_back(analyzer_.term_of(form));
  sort_unique(terms);
  return terms;
}

std::optional<Query> QueryCompiler::occurrence_candidates(const QueryNode& root) {
  if (root.demand != Demand::kOptional || root.field != QueryField::kAny) return std::nullopt;
  if (root.kind == NodeKind::kForms && !root.forms.empty()) {
    return any_of_terms(terms_of_forms(root.forms), root.field);
  }
  if (root.kind != NodeKind::kOr) return std::nullopt;
  std::vector<Query> parts;
  for (const QueryNode& child : root.children) {
    const std::optional<Query> part = occurrence_candidates(child);
    if (!part) return std::nullopt;
    parts.push_back(*part);
  }
  return Query(Query::OP_OR, parts.begin(), parts.end());
}

Result<QueryCompiler::Part> QueryCompiler::compile_forms(const QueryNode& node, bool excluded) {
  explain(node, std::to_string(node.forms.size()) + " ordformer " + place_name(node.field));
  if (node.forms.empty()) return Part{nothing(), false};
  std::vector<std::string> terms = terms_of_forms(node.forms);
  const Query query = any_form(TermsOfForms{{}, terms}, pattern_of_forms(node.forms), node.field);
  if (!excluded) {
    const double worth = rarity(analyzer_.term_of(node.text));
    compiled_.highlights.push_back(
        {std::move(terms), node.forms, {}, section_of(node.field), {}, worth});
  }
  return Part{query, false};
}

Result<QueryCompiler::Part> QueryCompiler::compile_prefix(const QueryNode& node, bool excluded) {
  const Expansion expansion = expand_prefix(node.text);
  if (expansion.terms.empty()) {
    explain(node, "inget ord i arkivet börjar så");
    return Part{nothing(), false};
  }
  const Query query = any_form(expansion, node.field);
  if (expansion.cut) {
    compiled_.notes.push_back("”" + node.text + "*” passar fler än " + std::to_string(most_forms_) +
                              " ord; de vanligaste söks. Skriv fler bokstäver för att få med alla");
  }
  if (!excluded) {
    compiled_.highlights.push_back({expansion.terms,
                                    expansion.forms,
                                    {},
                                    section_of(node.field),
                                    {},
                                    rarity(expansion.commonest_term)});
  }
  explain(node,
          std::to_string(expansion.forms.size()) + " ord som börjar så " + place_name(node.field));
  return Part{query, false};
}

Result<QueryCompiler::Part> QueryCompiler::compile_dates(const QueryNode& node) {
  std::string meaning = "publicerat ";
  if (node.from) meaning += "från och med " + node.from->first_day().to_iso() + " ";
  if (node.to) meaning += "till och med " + node.to->last_day().to_iso();
  if (!node.from && !node.to) meaning += "när som helst, med känt datum";
  while (meaning.back() == ' ') meaning.pop_back();
  explain(node, meaning);
  const Xapian::Database& db = index_.releases();
  return Part{without_weight(date_range_query(db, node.from, node.to)), true};
}

Result<TokenPattern> QueryCompiler::pattern_of(const QueryNode& node, std::vector<Query>& needed,
                                               bool excluded) {
  TokenPattern pattern;
  switch (node.kind) {
    case NodeKind::kWord:
    case NodeKind::kPhrase: {
      const Words words = words_of(node.text, node.kind == NodeKind::kPhrase);
      if (words.terms.empty()) return words.pattern;  // Nothing to search for: passed over.
      needed.push_back(all_of(words.terms, node.field));
      if (!excluded) {
        for (const std::string& term : words.terms) {
          compiled_.highlights.push_back(
              {{term}, {}, {}, section_of(node.field), {}, rarity(term)});
        }
      }
      return words.pattern;
    }
    case NodeKind::kPrefix: {
      const Expansion expansion = expand_prefix(node.text);
      // The nearness reads the streams: here the terms are enough.
      needed.push_back(any_form(TermsOfForms{expansion.terms, {}}, {}, node.field));
      pattern = pattern_of_forms(expansion.forms);
      if (!excluded && !expansion.terms.empty()) {
        compiled_.highlights.push_back(
            {expansion.terms, expansion.forms, {}, section_of(node.field), {}, 1});
      }
      return pattern;
    }
    case NodeKind::kForms:
      needed.push_back(any_form(TermsOfForms{terms_of_forms(node.forms), {}}, {}, node.field));
      return pattern_of_forms(node.forms);
    case NodeKind::kOr:
    case NodeKind::kRanked: {
      pattern.kind = TokenPattern::Kind::kAny;
      std::vector<Query> alternatives;
      for (const QueryNode& child : node.children) {
        std::vector<Query> child_needed;
        Result<TokenPattern> part = pattern_of(child, child_needed, excluded);
        if (!part) return part;
        if (says_nothing(*part)) continue;
        pattern.children.push_back(std::move(*part));
        alternatives.emplace_back(Query::OP_AND, child_needed.begin(), child_needed.end());
      }
      if (!alternatives.empty()) {
        needed.emplace_back(Query::OP_OR, alternatives.begin(), alternatives.end());
      }
      return pattern;
    }
    case NodeKind::kNear:
    case NodeKind::kAdjacent:
      pattern.kind =
          node.kind == NodeKind::kNear ? TokenPattern::Kind::kNear : TokenPattern::Kind::kOrdered;
      pattern.distance = node.distance;
      for (const QueryNode& child : node.children) {
        Result<TokenPattern> part = pattern_of(child, needed, excluded);
        if (!part) return part;
        if (!says_nothing(*part)) pattern.children.push_back(std::move(*part));
      }
      return pattern;
    default:
      break;
  }
  // The parser makes nearness of nothing else.
  return Error{ErrorCode::kQuerySyntax,
               "bara ord, fraser, ord* och ELLER-grupper kan stå vid NEAR och ADJ"};
}

Result<QueryCompiler::Part> QueryCompiler::compile_near(const QueryNode& node, bool excluded) {
  std::vector<Query> needed;
  const Result<TokenPattern> pattern = pattern_of(node, needed, excluded);
  if (!pattern) return pattern.error();
  if (says_nothing(*pattern)) {
    if (!excluded) compiled_.notes.push_back(print_query(node) + " innehåller inget sökbart ord");
    return Part{everything(), true};
  }
  const Query candidates(Query::OP_AND, needed.begin(), needed.end());
  explain(node, "högst " + std::to_string(node.distance) + " ord från varandra" +
                    (node.kind == NodeKind::kAdjacent ? ", i denna ordning, " : " ") +
                    place_name(node.field));
  Part part{with_pattern(candidates, *pattern, node.field), false};
  part.unchecked = {candidates, *pattern, section_of(node.field)};
  return part;
}

void QueryCompiler::explain(const QueryNode& node, std::string meaning) {
  if (!explain_) return;
  compiled_.explanation.push_back({print_query(node), std::move(meaning)});
}

}  // namespace pressarkiv
