// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/suggester.h"

#include <algorithm>
#include <array>

#include "common/schema/fields.h"
#include "common/text/fold.h"
#include "common/vocabulary/spelling.h"

namespace pressarkiv {
namespace {

using Kind = Suggestion::Kind;

/// Spellings that are tried for what may lack its marks.
constexpr std::size_t kMostSpellings = 243;

/// What `typed` may have been with its marks: "forsko" → "forsko", "försko", "forskö", …
std::vector<std::string> spellings_of(const std::string& typed) {
  std::vector<std::string> spellings{""};
  for (const char letter : typed) {
    std::vector<std::string_view> marks;
    if (letter == 'a') marks = {"å", "ä"};
    if (letter == 'o') marks = {"ö"};
    if (spellings.size() * (marks.size() + 1) > kMostSpellings) marks.clear();
    const std::size_t before = spellings.size();
    for (const std::string_view mark : marks) {
      for (std::size_t i = 0; i < before; ++i)
        spellings.push_back(spellings[i] + std::string(mark));
    }
    for (std::size_t i = 0; i < before; ++i) spellings[i] += letter;
  }
  return spellings;
}

void keep_most_frequent(std::vector<Suggestion>& suggestions, std::size_t most) {
  std::sort(suggestions.begin(), suggestions.end(), [](const Suggestion& a, const Suggestion& b) {
    return a.releases != b.releases ? a.releases > b.releases : a.text < b.text;
  });
  if (suggestions.size() > most) suggestions.resize(most);
}

std::vector<Suggestion> words(IndexReader& index, const std::string& typed, std::size_t most) {
  std::vector<Suggestion> found;
  if (index.vocabulary() == nullptr || typed.find(' ') != std::string::npos) return found;
  for (const std::string& spelling : spellings_of(typed)) {
    for (const VocabularyForm& form : index.vocabulary()->with_prefix(spelling)) {
      found.push_back({Kind::kWord, form.form, form.releases});
    }
  }
  keep_most_frequent(found, most);
  return found;
}

/// Whether one of the label's words begins so. Both without marks.
bool has_word_with_prefix(std::string_view label, std::string_view prefix) {
  for (std::size_t at = label.find(prefix); at != std::string_view::npos;
       at = label.find(prefix, at + 1)) {
    if (at == 0 || label[at - 1] == ' ' || label[at - 1] == '-') return true;
  }
  return false;
}

/// The label as its releases write it: of the first release that carries it.
std::string label_of(const IndexReader& index, Facet facet, const std::string& term) {
  const auto posting = index.releases().postlist_begin(term);
  if (posting == index.releases().postlist_end(term)) return {};
  const std::string_view packed = index.columns()->value(facet_column(facet), *posting);
  std::string label;
  each_facet_id(packed, [&](FacetId id) {
    std::string one = index.label(facet, id);
    if (label.empty() && facet_term(facet, one) == term) label = std::move(one);
  });
  return label;
}

std::vector<Suggestion> labels(const IndexReader& index, Facet facet, Kind kind,
                               const std::string& typed, std::size_t most) {
  std::vector<Suggestion> found;
  const std::string start(facet_prefix(facet));
  const std::string wanted = spelling_skeleton(typed);
  const auto end = index.releases().allterms_end(start);
  for (auto term = index.releases().allterms_begin(start); term != end; ++term) {
    const std::string whole = *term;
    const std::string skeleton = spelling_skeleton(std::string_view(whole).substr(start.size()));
    if (has_word_with_prefix(skeleton, wanted)) found.push_back({kind, whole, term.get_termfreq()});
  }
  keep_most_frequent(found, most);
  for (Suggestion& suggestion : found) suggestion.text = label_of(index, facet, suggestion.text);
  std::erase_if(found, [](const Suggestion& suggestion) { return suggestion.text.empty(); });
  return found;
}

}  // namespace

std::vector<Suggestion> suggest(IndexReader& index, std::string_view typed, std::size_t most) {
  const std::string folded = fold_label(typed);
  if (folded.empty()) return {};
  std::vector<Suggestion> suggestions = words(index, folded, most);
  const auto add = [&](Facet facet, Kind kind) {
    std::vector<Suggestion> more = labels(index, facet, kind, folded, most);
    suggestions.insert(suggestions.end(), more.begin(), more.end());
  };
  add(Facet::kSubject, Kind::kSubject);
  add(Facet::kCounty, Kind::kPlace);
  add(Facet::kMunicipality, Kind::kPlace);
  add(Facet::kPerson, Kind::kPerson);
  add(Facet::kPublisher, Kind::kPublisher);
  return suggestions;
}

std::string_view suggestion_kind_name(Kind kind) {
  constexpr std::array<std::string_view, 5> kNames{"word", "subject", "place", "person",
                                                   "publisher"};
  return kNames.at(static_cast<std::size_t>(kind));
}

}  // namespace pressarkiv
