// SPDX-License-Identifier: GPL-2.0-or-later
// The parts of QueryCompiler that find who is quoted, and in what role.
#include "common/schema/fields.h"
#include "query/search/query_compiler.h"
#include "query/search/speaker_names.h"

namespace pressarkiv {
namespace {

using Xapian::Query;

Query without_weight(const Query& query) { return Query(Query::OP_SCALE_WEIGHT, query, 0.0); }

Query all_terms(const std::vector<std::string>& terms) {
  return terms.empty() ? Query() : Query(Query::OP_AND, terms.begin(), terms.end());
}

}  // namespace

Result<QueryCompiler::Part> QueryCompiler::compile_speaker(const QueryNode& node) {
  const bool prefix = node.kind == NodeKind::kPrefix;
  const SpeakerMatch match = find_speakers(index_.releases(), node.text, prefix);
  if (!match.note.empty()) compiled_.notes.push_back(match.note);
  explain(node, match.names.empty()
                    ? "ingen i arkivet citeras under detta namn"
                    : std::to_string(match.names.size()) + " talare med detta namn");
  std::vector<std::string> terms;
  for (const SpeakerName& name : match.names) terms.push_back(name.term);
  if (terms.empty()) return Part{Query(), true};
  return Part{without_weight(Query(Query::OP_OR, terms.begin(), terms.end())), true};
}

Result<QueryCompiler::Part> QueryCompiler::compile_role(const QueryNode& node) {
  std::vector<std::string> terms;
  analyzer_.analyze(node.text, analyzed_);
  for (const Token& token : analyzed_.tokens()) {
    if (token.kind == TokenKind::kMain) terms.push_back(make_term(prefix::kRole, token.term));
  }
  explain(node, "citerad i denna roll, i alla böjningar");
  if (node.kind == NodeKind::kPrefix && !terms.empty()) {
    const std::string start = terms.back();
    std::vector<std::string> expanded;
    const auto end = index_.releases().allterms_end(start);
    for (auto term = index_.releases().allterms_begin(start); term != end; ++term)
      expanded.push_back(*term);
    terms.pop_back();
    if (expanded.empty()) return Part{Query(), true};
    const Query any(Query::OP_OR, expanded.begin(), expanded.end());
    return Part{without_weight(terms.empty() ? any : Query(Query::OP_AND, all_terms(terms), any)),
                true};
  }
  return Part{without_weight(all_terms(terms)), true};
}

}  // namespace pressarkiv
