// SPDX-License-Identifier: GPL-2.0-or-later
// The part of QueryCompiler that says what counts as an occurrence of a query.
#include <algorithm>
#include <set>

#include "common/text/normalizer.h"
#include "common/text/stopwords.h"
#include "query/expansion/word_family.h"
#include "query/search/field_sections.h"
#include "query/search/query_compiler.h"
#include "query/search/release_association.h"

namespace pressarkiv {

Result<std::vector<OccurrenceTarget>> QueryCompiler::occurrences(const QueryNode& root) {
  std::vector<OccurrenceTarget> targets;
  if (Status added = add_occurrences(root, targets); !added) return added.error();
  return targets;
}

/// The folded form of a typed word that is one word for the analyzer too; "" otherwise.
std::string QueryCompiler::single_word(std::string_view text) {
  analyzer_.analyze(text, analyzed_);
  if (analyzed_.tokens().size() != 1) return {};
  return fold_accents(analyzed_.tokens().front().form);
}

/// The forms of `familj:word` and of `familj:"word -dropped +added"`. Empty where the text is
/// anything else.
std::vector<std::string> QueryCompiler::family_forms(const QueryNode& node,
                                                     const Vocabulary& vocabulary) {
  const auto spec =
      read_family_spec(node.text, [this](std::string_view piece) { return single_word(piece); });
  if (!spec) return {};
  std::set<std::string> forms{spec->word};
  for (FamilyMember& member :
       word_family(vocabulary, release_association(index_, analyzer_), *spec)) {
    forms.insert(std::move(member.form));
  }
  return {forms.begin(), forms.end()};
}

QueryNode QueryCompiler::with_forms(QueryNode node, WhichWords which) {
  for (QueryNode& child : node.children) child = with_forms(std::move(child), which);
  const bool family = node.field == QueryField::kFamily;
  if (family) node.field = QueryField::kAny;
  const bool one = node.kind == NodeKind::kWord || (family && node.kind == NodeKind::kPhrase);
  if (!one || is_metadata(node.field)) return node;
  if (!family && which == WhichWords::kFamilies) return node;
  const Vocabulary* vocabulary = index_.vocabulary();
  if (vocabulary == nullptr) return node;
  std::vector<std::string> forms;
  if (family) {
    forms = family_forms(node, *vocabulary);
  } else if (const std::string word = single_word(node.text); !word.empty()) {
    forms.push_back(word);
    if (!is_stopword(word)) {
      for (VocabularyForm& form : vocabulary->forms_of(word)) forms.push_back(std::move(form.form));
    }
    std::sort(forms.begin(), forms.end());
    forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
  }
  if (forms.empty()) return node;
  node.kind = NodeKind::kForms;
  node.forms = std::move(forms);
  return node;
}

bool QueryCompiler::is_function_word(const QueryNode& node) {
  const bool word = node.kind == NodeKind::kWord || node.kind == NodeKind::kForms;
  if (!word || node.demand != Demand::kOptional) return false;
  analyzer_.analyze(node.text, analyzed_);
  return analyzed_.tokens().size() == 1 && is_stopword(analyzed_.tokens().front().form);
}

Status QueryCompiler::add_occurrences(const QueryNode& node,
                                      std::vector<OccurrenceTarget>& targets) {
  switch (node.kind) {
    case NodeKind::kWord:
    case NodeKind::kPrefix:
    case NodeKind::kPhrase:
    case NodeKind::kForms:
      if (is_metadata(node.field)) return Done{};
      if (auto pattern = pattern_of_leaf(node)) {
        targets.push_back({std::move(*pattern), section_of(node.field)});
      }
      return Done{};
    case NodeKind::kNear:
    case NodeKind::kAdjacent: {
      std::vector<Xapian::Query> needed;
      Result<TokenPattern> pattern = pattern_of(node, needed, true);
      if (!pattern) return pattern.error();
      if (!pattern->children.empty()) {
        targets.push_back({std::move(*pattern), section_of(node.field)});
      }
      return Done{};
    }
    case NodeKind::kNot:
      return add_occurrences(node.children.at(0), targets);
    case NodeKind::kRanked:
    case NodeKind::kAnd:
    case NodeKind::kOr: {
      // Function words beside others are passed over, as in search.
      const bool only_function_words =
          std::all_of(node.children.begin(), node.children.end(),
                      [this](const QueryNode& child) { return is_function_word(child); });
      for (const QueryNode& child : node.children) {
        if (child.demand == Demand::kExcluded) continue;
        const bool passed_over =
            node.kind == NodeKind::kRanked && !only_function_words && is_function_word(child);
        if (passed_over) continue;
        if (Status added = add_occurrences(child, targets); !added) return added;
      }
      return Done{};
    }
    case NodeKind::kDates:
    case NodeKind::kEverything:
      break;
  }
  return Done{};
}

/// The pattern of one typed word, phrase or ord*; nullopt where it holds nothing to look for.
std::optional<TokenPattern> QueryCompiler::pattern_of_leaf(const QueryNode& node) {
  if (node.kind == NodeKind::kPrefix) {
    const Expansion expansion = expand_prefix(node.text);
    if (expansion.forms.empty()) return std::nullopt;
    return pattern_of_forms(expansion.forms);
  }
  if (node.kind == NodeKind::kForms) return pattern_of_forms(node.forms);
  Words words = words_of(node.text, node.kind == NodeKind::kPhrase);
  if (words.terms.empty()) return std::nullopt;
  if (words.pattern.children.size() == 1) return std::move(words.pattern.children.front());
  if (node.kind == NodeKind::kPhrase) return std::move(words.pattern);
  TokenPattern any;  // "e-post": apart or joined.
  any.kind = TokenPattern::Kind::kAny;
  for (const Token& token : analyzed_.tokens()) {
    if (token.kind != TokenKind::kJoined) continue;
    any.children.push_back(any_word({{hash_word(token.term, fold_accents(token.form)), false}}));
  }
  any.children.push_back(std::move(words.pattern));
  return any;
}

}  // namespace pressarkiv
