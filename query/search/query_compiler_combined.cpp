// SPDX-License-Identifier: GPL-2.0-or-later
// The parts of QueryCompiler that put a query together from parts of its own.
#include <algorithm>
#include <memory>
#include <utility>

#include "common/text/stopwords.h"
#include "query/search/field_sections.h"
#include "query/search/query_compiler.h"
#include "query/search/ranking.h"
#include "query/search/scores_source.h"

namespace pressarkiv {

using Xapian::Query;

/// The terms of all parts; none where one of them is more than its terms.
std::vector<std::string> QueryCompiler::all_of_parts(const std::vector<Part>& parts) {
  std::vector<std::string> terms;
  for (const Part& part : parts) {
    if (part.all_of.empty()) return {};
    terms.insert(terms.end(), part.all_of.begin(), part.all_of.end());
  }
  return terms;
}

Result<QueryCompiler::Part> QueryCompiler::compile_ranked(const QueryNode& node, bool excluded) {
  const auto passed_over = [&](const QueryNode& child) {
    if (child.kind != NodeKind::kWord || child.demand != Demand::kOptional) return false;
    analyzer_.analyze(child.text, analyzed_);
    return analyzed_.tokens().empty() ||
           (analyzed_.tokens().size() == 1 && is_stopword(analyzed_.tokens().front().form));
  };
  const bool has_content =
      std::any_of(node.children.begin(), node.children.end(), [&](const QueryNode& child) {
        return child.demand != Demand::kExcluded && !is_metadata(child.field) &&
               child.kind != NodeKind::kDates && !passed_over(child);
      });
  std::vector<Query> optional;
  std::vector<Query> required;
  std::vector<Part> required_parts;
  std::vector<Query> filters;
  std::vector<Query> unwanted;
  std::vector<std::string> words;
  const bool expand = !excluded && index_.vocabulary() != nullptr && !settings_.exact_words;
  for (const QueryNode& child : node.children) {
    if (has_content && passed_over(child)) {
      explain(child,
              "vanligt småord: söks inte för sig (skriv +" + child.text + " för att kräva det)");
      continue;
    }
    if (expand) {
      const std::vector<std::string> plain = plain_words(child);
      words.insert(words.end(), plain.begin(), plain.end());
      if (!plain.empty()) continue;
    }
    const bool unwanted_child = child.demand == Demand::kExcluded;
    Result<Part> part = compile_node(child, excluded || unwanted_child);
    if (!part) return part;
    if (unwanted_child) {
      unwanted.push_back(part->query);
    } else if (part->selects) {
      filters.push_back(part->query);
    } else if (child.demand == Demand::kRequired) {
      required.push_back(part->query);
      required_parts.push_back(*part);
    } else {
      optional.push_back(part->query);
    }
  }
  Part result;
  if (!words.empty()) {
    const std::shared_ptr<const ScoredWords> found = compile_concepts(words);
    const double most = found->best.empty() ? 0 : found->best.front().weight;
    optional.emplace_back((new ScoresSource(found->scores, most))->release());
    compiled_.has_free_words = true;
    if (optional.size() == 1 && required.empty() && unwanted.empty()) {
      result.scores = found->scores;
      result.best = {found, &found->best};
    }
  }
  if (!optional.empty()) {
    result.query = Query(Query::OP_OR, optional.begin(), optional.end());
    if (optional.size() > 1)
      result.query = with_all_words_bonus(result.query, optional, settings_.ranking.all_words);
  }
  if (!required.empty()) {
    const Query needed(Query::OP_AND, required.begin(), required.end());
    result.query = optional.empty() ? needed : Query(Query::OP_AND_MAYBE, needed, result.query);
  }
  result.selects = optional.empty() && required.empty();
  if (!filters.empty()) {
    const Query condition(Query::OP_AND, filters.begin(), filters.end());
    result.query = result.selects ? condition : Query(Query::OP_FILTER, result.query, condition);
    if (result.scores) result.condition = condition;
  }
  if (optional.empty() && required.empty() && filters.empty()) result.query = Query(std::string());
  if (!unwanted.empty()) {
    result.query = Query(Query::OP_AND_NOT, result.query,
                         Query(Query::OP_OR, unwanted.begin(), unwanted.end()));
  }
  if (optional.empty() && filters.empty() && unwanted.empty()) {
    result.all_of = all_of_parts(required_parts);
  }
  return result;
}

Result<QueryCompiler::Part> QueryCompiler::compile_boolean(const QueryNode& node, bool excluded) {
  if (node.kind == NodeKind::kNot) {
    const Result<Part> base = compile_node(node.children.at(0), excluded);
    if (!base) return base.error();
    const Result<Part> unwanted = compile_node(node.children.at(1), true);
    if (!unwanted) return unwanted.error();
    return Part{Query(Query::OP_AND_NOT, base->query, unwanted->query), base->selects};
  }
  std::vector<Query> queries;
  std::vector<Part> parts;
  bool selects = true;
  for (const QueryNode& child : node.children) {
    const Result<Part> part = compile_node(child, excluded);
    if (!part) return part.error();
    selects = selects && part->selects;
    queries.push_back(part->query);
    parts.push_back(*part);
  }
  const bool is_and = node.kind == NodeKind::kAnd;
  const auto op = is_and ? Query::OP_AND : Query::OP_OR;
  Part part{Query(op, queries.begin(), queries.end()), selects};
  if (is_and) part.all_of = all_of_parts(parts);
  return part;
}

}  // namespace pressarkiv
