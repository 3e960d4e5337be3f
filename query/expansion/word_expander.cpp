// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/expansion/word_expander.h"

#include <algorithm>
#include <unordered_set>

#include "common/text/letters.h"
#include "common/text/stopwords.h"

namespace pressarkiv {
namespace {

constexpr std::size_t kShownWords = 5;

/// "2023:15", "2022/23:91": laws, bills and reports are known by such numbers and nothing like
/// them.
bool is_number_of_record(std::string_view form) {
  const auto is_part = [](char c) { return is_digit(c) || c == ':' || c == '/'; };
  return form.size() >= 5 && std::all_of(form.begin(), form.end(), is_part) &&
         form.find_first_of(":/") != std::string_view::npos && is_digit(form.front());
}

}  // namespace

bool WordExpander::is_known(std::string_view form) const {
  return vocabulary_.releases(form) > 0 || !vocabulary_.related(WordRelation::kForm, form).empty();
}

std::uint64_t WordExpander::frequency(std::string_view form) const {
  std::uint64_t releases = 0;
  bool found = false;
  for (const VocabularyFormView& other : vocabulary_.related(WordRelation::kForm, form)) {
    releases += other.releases;
    found = found || other.form == form;
  }
  return found ? releases : releases + vocabulary_.releases(form);
}

TermGroup WordExpander::group_of(std::string_view form, std::vector<VocabularyFormView> forms) {
  std::stable_sort(forms.begin(), forms.end(),
                   [](const auto& a, const auto& b) { return a.releases > b.releases; });
  std::vector<std::string> terms{analyzer_.term_of(form)};
  std::vector<std::string> shown;
  terms.reserve(std::min(forms.size(), weights_.most_terms) + 2);  // Where they are, they stay.
  std::unordered_set<std::string_view> seen{terms.front()};
  for (const VocabularyFormView& other : forms) {
    if (terms.size() > weights_.most_terms) break;
    terms.push_back(analyzer_.term_of(other.form));
    if (!seen.insert(terms.back()).second) terms.pop_back();
    if (shown.size() < kShownWords) shown.emplace_back(other.form);
  }
  std::sort(terms.begin(), terms.end());
  return {std::move(terms), false, std::move(shown)};
}

TermGroup WordExpander::forms(std::string_view form) {
  const auto known = forms_.find(form);
  if (known != forms_.end()) return known->second;
  return forms_.emplace(form, find_forms(form)).first->second;
}

TermGroup WordExpander::find_forms(std::string_view form) {
  std::vector<VocabularyFormView> all;
  if (layers_.forms) all = vocabulary_.related(WordRelation::kForm, form);
  if (form.find('-') != std::string_view::npos) {
    // "e-post" is "epost" too.
    std::string joined(form);
    joined.erase(std::remove(joined.begin(), joined.end(), '-'), joined.end());
    const auto more = vocabulary_.related(WordRelation::kForm, joined);
    all.insert(all.end(), more.begin(), more.end());
  }
  return group_of(form, std::move(all));
}

TermGroup WordExpander::forms_and_compounds(std::string_view form) {
  const auto known = with_compounds_.find(form);
  if (known != with_compounds_.end()) return known->second;
  return with_compounds_.emplace(form, find_forms_and_compounds(form)).first->second;
}

TermGroup WordExpander::find_forms_and_compounds(std::string_view form) {
  TermGroup group = group_of(form, vocabulary_.related(WordRelation::kCompound, form));
  group.terms = united(group.terms, forms(form).terms);
  return group;
}

std::vector<Alternative> WordExpander::expand(std::string_view form, double scale) {
  std::vector<Alternative> alternatives;
  if (is_number_of_record(form)) {
    TermGroup number;
    number.terms = {analyzer_.term_of(form)};
    number.shown = {std::string(form)};
    alternatives.push_back(
        {ExpansionReason::kForms, scale * weights_.number_of_record, {std::move(number)}});
    return alternatives;
  }
  TermGroup own = forms(form);
  if (layers_.compounds) {
    TermGroup more = forms_and_compounds(form);
    if (more.terms.size() > own.terms.size()) {
      alternatives.push_back(
          {ExpansionReason::kCompounds, scale * weights_.compounds, {std::move(more)}});
    }
    add_parts(form, scale, alternatives);
  }
  alternatives.insert(alternatives.begin(), {ExpansionReason::kForms, scale, {std::move(own)}});
  return alternatives;
}

void WordExpander::add_parts(std::string_view form, double scale,
                             std::vector<Alternative>& alternatives) {
  const WordParts parts = vocabulary_.model().split(form);
  std::vector<TermGroup> groups;
  for (std::size_t i = 0; i < parts.count; ++i) {
    const ByteRange& range = parts.ranges[i];
    const std::string_view part = form.substr(range.begin, range.end - range.begin);
    if (is_stopword(part)) continue;
    groups.push_back(forms_and_compounds(part));
  }
  if (groups.size() < 2) return;
  for (const TermGroup& group : groups) {
    alternatives.push_back({ExpansionReason::kOnePart, scale * weights_.one_part, {group}});
  }
  alternatives.push_back({ExpansionReason::kParts, scale * weights_.parts, std::move(groups)});
}

}  // namespace pressarkiv
