// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/expansion/query_expander.h"

#include <algorithm>

#include "common/sort_unique.h"
#include "common/text/fold.h"
#include "common/text/letters.h"
#include "common/text/normalizer.h"
#include "common/text/stopwords.h"

namespace pressarkiv {
namespace {

constexpr std::size_t kMostJoined = 3;      ///< Words that are tried as one.
constexpr std::size_t kMostPlaceWords = 3;  ///< "Västra Götalands län".
constexpr std::size_t kShortestPlace = 3;   ///< Letters; shorter names are too often words.

void append(std::vector<Alternative> more, ExpansionReason reason,
            std::vector<Alternative>& alternatives) {
  for (Alternative& alternative : more) {
    if (alternative.reason == ExpansionReason::kForms) alternative.reason = reason;
    alternatives.push_back(std::move(alternative));
  }
}

std::string instead(const std::string& meant, const std::string& typed) {
  return "Söker även på ”" + meant + "” för ”" + typed + "”; skriv +" + typed +
         " för att söka på just det ordet";
}

}  // namespace

ExpandedQuery QueryExpander::expand(const std::vector<std::string>& forms) {
  ExpandedQuery expanded;
  std::vector<std::string> meant;
  const std::vector<bool> pieces = pieces_of_words(forms);
  for (std::size_t i = 0; i < forms.size(); ++i) {
    Concept word{forms[i], words_.expand(forms[i])};
    const bool may_be_a_slip = layers_.spelling && !pieces[i];
    meant.push_back(may_be_a_slip ? spelled(forms[i], word, expanded) : forms[i]);
    expanded.concepts.push_back(std::move(word));
  }
  if (layers_.spelling) join_neighbours(meant, expanded);
  if (layers_.synonyms) add_synonyms(meant, expanded);
  if (layers_.places) add_places(meant, expanded);
  return expanded;
}

std::vector<QueryExpander::Joined> QueryExpander::joined_words(
    const std::vector<std::string>& forms) const {
  std::vector<Joined> found;
  for (std::size_t first = 0; first < forms.size(); ++first) {
    std::string word = forms[first];
    for (std::size_t last = first + 1; last < forms.size() && last - first < kMostJoined; ++last) {
      word += forms[last];
      if (words_.is_known(word)) found.push_back({word, first, last});
    }
  }
  return found;
}

std::vector<bool> QueryExpander::pieces_of_words(const std::vector<std::string>& forms) const {
  std::vector<bool> pieces(forms.size());
  for (const Joined& joined : joined_words(forms)) {
    for (std::size_t i = joined.first; i <= joined.last; ++i) {
      pieces[i] = pieces[i] || words_.frequency(forms[i]) == 0;
    }
  }
  return pieces;
}

std::string QueryExpander::spelled(const std::string& form, Concept& word,
                                   ExpandedQuery& expanded) {
  const std::uint64_t frequency = words_.frequency(form);
  if (frequency == 0 && is_understood(form, word)) return form;
  const bool has_parts =
      std::any_of(word.alternatives.begin(), word.alternatives.end(),
                  [](const Alternative& one) { return one.reason == ExpansionReason::kParts; });
  const std::optional<Correction> correction = spelling_.correct(form, frequency, has_parts);
  if (correction) {
    append(words_.expand(correction->form, weights_.spelling), ExpansionReason::kSpelling,
           word.alternatives);
    expanded.notes.push_back(instead(correction->form, form));
    return correction->form;
  }
  if (frequency > 0 || has_parts) return form;
  const std::vector<std::string> halves = spelling_.divide(form);
  if (halves.empty()) return form;
  // Side by side, as they were run together; and, for less, each somewhere.
  Alternative beside{ExpansionReason::kDivided, weights_.spelling, {}};
  Alternative apart{ExpansionReason::kDivided, weights_.divided, {}};
  for (const std::string& half : halves) {
    beside.all.push_back(words_.forms(half));
    apart.all.push_back(words_.forms_and_compounds(half));
  }
  beside.adjacent = true;
  word.alternatives.push_back(std::move(beside));
  word.alternatives.push_back(std::move(apart));
  expanded.notes.push_back(instead(halves.front() + " " + halves.back(), form));
  return form;
}

bool QueryExpander::is_understood(const std::string& form, const Concept& word) const {
  const std::vector<Expression> others = sources_.synonyms.find({form}, 0, 1);
  if (std::any_of(others.begin(), others.end(),
                  [this](const Expression& other) { return is_in_archive(other); })) {
    return true;
  }
  return word.alternatives.size() > 1 && sources_.vocabulary.model().knows(form);
}

void QueryExpander::join_neighbours(const std::vector<std::string>& forms,
                                    ExpandedQuery& expanded) {
  for (const Joined& joined : joined_words(forms)) {
    // It belongs to each of the words that it is made of: who wrote it apart meant all of it.
    const auto pieces = static_cast<double>(joined.last - joined.first + 1);
    for (std::size_t i = joined.first; i <= joined.last; ++i) {
      append(words_.expand(joined.word, weights_.joined / pieces), ExpansionReason::kJoined,
             expanded.concepts[i].alternatives);
    }
  }
}

Alternative QueryExpander::in_other_words(const Expression& expression, double weight) {
  Alternative alternative{ExpansionReason::kSynonym, weight, {}};
  const bool one_word = expression.forms.size() == 1;
  for (const std::string& form : expression.forms) {
    alternative.all.push_back(one_word && layers_.compounds ? words_.forms_and_compounds(form)
                                                            : words_.forms(form));
    alternative.all.back().common = !one_word && is_stopword(form);
  }
  alternative.adjacent = !one_word;
  return alternative;
}

bool QueryExpander::is_in_archive(const Expression& expression) const {
  return std::all_of(expression.forms.begin(), expression.forms.end(),
                     [this](const std::string& form) { return words_.is_known(form); });
}

void QueryExpander::add_synonyms(const std::vector<std::string>& forms, ExpandedQuery& expanded) {
  for (std::size_t first = 0; first < forms.size(); ++first) {
    for (std::size_t count = 1;
         count <= sources_.synonyms.longest() && first + count <= forms.size(); ++count) {
      for (const Expression& other : sources_.synonyms.find(forms, first, count)) {
        if (!is_in_archive(other)) continue;
        for (std::size_t i = first; i < first + count; ++i) {
          expanded.concepts[i].alternatives.push_back(
              in_other_words(other, weights_.synonym / static_cast<double>(count)));
        }
      }
    }
  }
}

void QueryExpander::add_places(const std::vector<std::string>& forms, ExpandedQuery& expanded) {
  for (std::size_t first = 0; first < forms.size(); ++first) {
    std::string name;
    for (std::size_t last = first; last < forms.size() && last - first < kMostPlaceWords; ++last) {
      name += (name.empty() ? "" : " ") + forms[last];
      const PlaceTree::Inside* inside = sources_.places.find(name);
      if (inside == nullptr && name.ends_with('s')) {
        inside = sources_.places.find(std::string_view(name).substr(0, name.size() - 1));
      }
      if (inside == nullptr) continue;
      // A name that is an ordinary word too ("mark") is not taken for the place.
      if (first == last && !is_surely_a_place(name)) continue;
      for (std::size_t i = first; i <= last; ++i) {
        add_places_inside(*inside, weights_.places / static_cast<double>(last - first + 1),
                          expanded.concepts[i]);
      }
    }
  }
}

bool QueryExpander::is_surely_a_place(const std::string& form) const {
  if (count_characters(form) < kShortestPlace) return false;
  const auto known = sources_.vocabulary.find(form);
  return !known || known->name_only;
}

void QueryExpander::add_places_inside(const PlaceTree::Inside& inside, double weight,
                                      Concept& place) {
  std::vector<std::string> terms;
  std::vector<std::string> shown;
  const auto add = [&](const std::string& name, bool alone_too) {
    const std::vector<std::string> words = label_words(fold_label(name), " -");
    if (words.size() == 1) {
      if (!is_surely_a_place(words.front()) || !words_.is_known(words.front())) return;
      const TermGroup forms = words_.forms(words.front());
      terms.insert(terms.end(), forms.terms.begin(), forms.terms.end());
      shown.push_back(name);
    } else if (alone_too) {
      Alternative whole{ExpansionReason::kPlaces, weight, {}};
      for (const std::string& word : words) whole.all.push_back(words_.forms(word));
      whole.adjacent = true;
      place.alternatives.push_back(std::move(whole));
    }
  };
  for (const std::string& name : inside.municipalities) add(name, true);
  for (const std::string& name : inside.localities) add(name, false);
  if (terms.empty()) return;
  sort_unique(terms);
  TermGroup names{std::move(terms), false, std::move(shown)};
  place.alternatives.push_back({ExpansionReason::kPlaces, weight, {std::move(names)}});
}

}  // namespace pressarkiv
