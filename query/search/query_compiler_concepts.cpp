// SPDX-License-Identifier: GPL-2.0-or-later
// The parts of QueryCompiler that search more than what was typed.
#include <algorithm>

#include "common/schema/fields.h"
#include "common/text/normalizer.h"
#include "query/expansion/query_expander.h"
#include "query/search/concept_scorer.h"
#include "query/search/nearness.h"
#include "query/search/query_compiler.h"

namespace pressarkiv {
namespace {

const char* reason_in_words(ExpansionReason reason) {
  switch (reason) {
    case ExpansionReason::kForms:
      return "ordet i alla böjningar";
    case ExpansionReason::kCompounds:
      return "sammansättningar med ordet";
    case ExpansionReason::kParts:
      return "alla ordets delar var för sig";
    case ExpansionReason::kOnePart:
      return "en del av ordet";
    case ExpansionReason::kSpelling:
      return "trolig stavning";
    case ExpansionReason::kJoined:
      return "hopskrivet";
    case ExpansionReason::kDivided:
      return "särskrivet";
    case ExpansionReason::kSynonym:
      return "betyder detsamma";
    case ExpansionReason::kPlaces:
      return "orter inom platsen";
  }
  return "";
}

/// "sammansättningar med ordet ×0,5 (klimatmål, klimatpolitik …)"
std::string in_words(const Alternative& alternative) {
  std::string text = reason_in_words(alternative.reason);
  std::string weight = std::to_string(alternative.weight);
  weight.resize(std::min(weight.size(), weight.find('.') + 3));
  std::replace(weight.begin(), weight.end(), '.', ',');
  text += " ×" + weight;
  std::string shown;
  for (const TermGroup& group : alternative.all) {
    std::string words;
    for (const std::string& word : group.shown) words += (words.empty() ? "" : ", ") + word;
    if (group.shown.size() < group.terms.size()) words += " …";
    shown += (shown.empty() ? "" : " + ") + words;
  }
  return shown.empty() ? text : text + " (" + shown + ")";
}

std::string in_words(const Concept& meant) {
  std::string text;
  for (const Alternative& alternative : meant.alternatives) {
    if (alternative.weight <= 0 || alternative.reason == ExpansionReason::kOnePart) continue;
    text += (text.empty() ? "" : "; ") + in_words(alternative);
  }
  return text;
}

}  // namespace

std::vector<std::string> QueryCompiler::plain_words(const QueryNode& node) {
  if (node.kind != NodeKind::kWord || node.field != QueryField::kAny ||
      node.demand != Demand::kOptional) {
    return {};
  }
  analyzer_.analyze(node.text, analyzed_);
  std::vector<std::string> words;
  for (const Token& token : analyzed_.tokens()) {
    // "e-post" is one word; its pieces alone are not what was meant.
    if (token.kind == TokenKind::kJoined) return {fold_accents(token.form)};
    if (token.kind == TokenKind::kMain) words.push_back(fold_accents(token.form));
  }
  return words;
}

std::shared_ptr<const ScoredWords> QueryCompiler::compile_concepts(
    const std::vector<std::string>& words) {
  ScoredWordsMemo& memo = sources_.memory(index_).words;
  ScoredWordsMemo::Found found = memo.find(words, settings_.layers, settings_.ranking);
  // Steps are not kept: who wants them explained pays for them.
  if (!found || explain_) {
    found = std::make_shared<const ScoredWords>(score_words(words));
    memo.keep(words, found);
  }
  const auto append = [](const auto& more, auto& list) {
    list.insert(list.end(), more.begin(), more.end());
  };
  append(found->notes, compiled_.notes);
  append(found->highlights, compiled_.highlights);
  return found;
}

ScoredWords QueryCompiler::score_words(const std::vector<std::string>& words) {
  QueryExpander expander(
      {*index_.vocabulary(), sources_.synonyms(index_), sources_.places(gazetteer_), analyzer_},
      settings_.layers, settings_.ranking.expansion);
  ExpandedQuery expanded = expander.expand(words);
  ScoredWords found;
  found.notes = std::move(expanded.notes);
  IndexMemory& memory = sources_.memory(index_);
  ConceptScorer scorer(index_.releases(), memory, settings_.ranking);
  // One concept alone has nothing to outweigh: all that speaks for it counts.
  const double more = expanded.concepts.size() == 1 ? 1 : settings_.ranking.more_evidence;
  std::vector<Scores> scores;
  for (const Concept& meant : expanded.concepts) {
    mark(meant, found.highlights);
    scores.push_back(scorer.score(meant, more));
  }
  if (explain_) explain(expanded.concepts);
  scorer.weigh_as_units(expanded.concepts, scores);
  Scores combined = scorer.combine(scores);
  ScoreSteps& steps = compiled_.steps;
  if (explain_) steps.all_words = combined;
  add_nearness(*memory.columns, expanded.concepts, settings_.ranking.nearness, combined);
  if (explain_) {
    steps.nearness = combined;
    for (const Concept& meant : expanded.concepts) steps.words.push_back(meant.typed);
    steps.concepts = std::move(scores);
  }
  found.best.resize(std::min(ScoredWords::kMostBest, combined.size()));
  std::partial_sort_copy(combined.begin(), combined.end(), found.best.begin(), found.best.end(),
                         ranks_before);
  found.scores = std::make_shared<const Scores>(std::move(combined));
  return found;
}

void QueryCompiler::mark(const Concept& meant, std::vector<HighlightTarget>& highlights) {
  const double worth = rarity(analyzer_.term_of(meant.typed));
  SharedWords words;
  SharedWords parts;
  for (const Alternative& alternative : meant.alternatives) {
    if (alternative.weight <= 0) continue;
    if (alternative.adjacent) {
      highlights.push_back({{}, {}, side_by_side(alternative), {}, {}, worth});
      continue;
    }
    SharedWords& terms = is_of_parts(alternative) ? parts : words;
    for (const TermGroup& group : alternative.all) terms = united(terms, group.terms);
  }
  highlights.push_back({words, {}, {}, {}, {}, worth});
  if (!parts.empty()) highlights.push_back({parts, {}, {}, {}, words, worth});
}

void QueryCompiler::explain(const std::vector<Concept>& concepts) {
  std::vector<ExplanationLine> lines;
  for (const Concept& meant : concepts) lines.push_back({meant.typed, in_words(meant)});
  // What was typed first is explained first.
  compiled_.explanation.insert(compiled_.explanation.begin(), lines.begin(), lines.end());
}

}  // namespace pressarkiv
