// SPDX-License-Identifier: GPL-2.0-or-later
// The parts of QueryCompiler that find who is quoted, and in what role.
#include "common/schema/fields.h"
#include "query/search/query_compiler.h"
#include "query/search/speaker_names.h"

namespace pressarkiv {
namespace {

using Xapian::Query;

Query without_weight(const Query& query) { return Query(Query::OP_SCALE_WEIGHT, query, 0.0); }

/// The terms of a role's word in definite and indefinite form, which the stemmer does not always
/// bring together ("rektor", "rektorn").
std::vector<std::string> role_terms(const std::string& form, Analyzer& analyzer) {
  std::vector<std::string> terms{make_term(prefix::kRole, analyzer.term_of(form))};
  for (const std::string ending : {"n", "en", "t", "et"}) {
    terms.push_back(make_term(prefix::kRole, analyzer.term_of(form + ending)));
    const bool definite = form.size() > ending.size() + 2 &&
                          form.compare(form.size() - ending.size(), ending.size(), ending) == 0;
    if (definite) {
      const std::string bare = form.substr(0, form.size() - ending.size());
      terms.push_back(make_term(prefix::kRole, analyzer.term_of(bare)));
    }
  }
  return terms;
}

std::vector<std::string> terms_beginning(const Xapian::Database& index, const std::string& start) {
  const std::string first = make_term(prefix::kRole, start);
  return {index.allterms_begin(first), index.allterms_end(first)};
}

}  // namespace

Result<QueryCompiler::Part> QueryCompiler::compile_speaker(const QueryNode& node) {
  const bool prefix = node.kind == NodeKind::kPrefix;
  const Result<NameAliases> aliases = NameAliases::read(index_.layout());
  if (!aliases) return aliases.error();
  const SpeakerMatch match = find_speakers(index_.releases(), *aliases, node.text, prefix);
  std::vector<Query> by_office;
  for (const OfficeQuote& quote :
       office_quotes_ == nullptr ? std::vector<OfficeQuote>() : *office_quotes_) {
    if (match.names.empty() ? bears_name(quote.speaker, node.text, prefix)
                            : match.has(quote.speaker))
      by_office.push_back(office_quote(quote));
  }
  if (!match.note.empty() && !(match.names.empty() && !by_office.empty()))
    compiled_.notes.push_back(match.note);
  explain(node, match.names.empty()
                    ? "ingen i arkivet citeras under detta namn"
                    : std::to_string(match.names.size()) + " talare med detta namn");
  std::vector<std::string> terms;
  for (const SpeakerName& name : match.names) terms.push_back(name.term);
  if (!terms.empty()) by_office.emplace_back(Query::OP_OR, terms.begin(), terms.end());
  if (by_office.empty()) return Part{Query(), true};
  return Part{without_weight(Query(Query::OP_OR, by_office.begin(), by_office.end())), true};
}

/// The quotes of a release that an office speaks and nobody who is named in it.
Query QueryCompiler::office_quote(const OfficeQuote& quote) {
  std::vector<std::string> terms{make_term(prefix::kId, quote.release_id),
                                 make_term(prefix::kOpenOffice, "")};
  analyzer_.analyze(quote.role, analyzed_);
  for (const Token& token : analyzed_.tokens())
    terms.push_back(make_term(prefix::kRole, token.term));
  return Query(Query::OP_AND, terms.begin(), terms.end());
}

Result<QueryCompiler::Part> QueryCompiler::compile_role(const QueryNode& node) {
  std::vector<std::string> forms;
  analyzer_.analyze(node.text, analyzed_);
  for (const Token& token : analyzed_.tokens()) {
    if (token.kind == TokenKind::kMain) forms.emplace_back(token.form);
  }
  explain(node, "citerad i denna roll, i bestämd och obestämd form");
  std::vector<Query> words;
  for (std::size_t i = 0; i < forms.size(); ++i) {
    const bool prefix = node.kind == NodeKind::kPrefix && i + 1 == forms.size();
    const std::vector<std::string> terms =
        prefix ? terms_beginning(index_.releases(), forms[i]) : role_terms(forms[i], analyzer_);
    words.emplace_back(Query::OP_OR, terms.begin(), terms.end());
  }
  if (words.empty()) return Part{Query(), true};
  return Part{without_weight(Query(Query::OP_AND, words.begin(), words.end())), true};
}

}  // namespace pressarkiv
