// SPDX-License-Identifier: GPL-2.0-or-later
// The parts of QueryCompiler that look things up in the index's labels and vocabulary.
#include <algorithm>

#include "common/schema/fields.h"
#include "common/sort_unique.h"
#include "common/text/fold.h"
#include "common/text/normalizer.h"
#include "query/search/date_query.h"
#include "query/search/query_compiler.h"
#include "query/search/ranking.h"

namespace pressarkiv {
namespace {

using Xapian::Query;

Query without_weight(const Query& query) { return Query(Query::OP_SCALE_WEIGHT, query, 0.0); }

Query any_of(const std::vector<std::string>& terms) {
  if (terms.empty()) return {};
  return without_weight(Query(Query::OP_OR, terms.begin(), terms.end()));
}

std::optional<Facet> facet_of(QueryField field) {
  switch (field) {
    case QueryField::kSubject:
      return Facet::kSubject;
    case QueryField::kPerson:
      return Facet::kPerson;
    case QueryField::kPublisher:
      return Facet::kPublisher;
    case QueryField::kKind:
      return Facet::kKind;
    case QueryField::kRegion:
      return Facet::kRegion;
    default:
      return std::nullopt;
  }
}

/// Whether `words` stand in `label` one after the other, each at the start of a word of it and
/// all but a prefix to the end of it. Both are folded.
bool label_holds(std::string_view label, std::string_view words, bool is_prefix) {
  const auto is_letter = [](char c) {
    return static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') ||
           (c >= '0' && c <= '9');
  };
  for (std::size_t at = label.find(words); at != std::string_view::npos;
       at = label.find(words, at + 1)) {
    const std::size_t end = at + words.size();
    const bool starts = at == 0 || !is_letter(label[at - 1]);
    // A genitive is the same name: "Alingsås kommuns".
    const bool ends =
        is_prefix || end == label.size() || !is_letter(label[end]) ||
        (label[end] == 's' && (end + 1 == label.size() || !is_letter(label[end + 1])));
    if (starts && ends) return true;
  }
  return false;
}

}  // namespace

std::vector<std::string> QueryCompiler::labels_matching(Facet facet, std::string_view text) {
  const std::string words = fold_label(text.substr(0, text.find('*')));
  const bool is_prefix = text.find('*') != std::string_view::npos;
  std::vector<std::string> terms;
  if (words.empty()) return terms;
  const std::string start(facet_prefix(facet));
  const Xapian::Database& db = index_.releases();
  const auto end = db.allterms_end(start);
  for (auto term = db.allterms_begin(start); term != end; ++term) {
    const std::string whole = *term;
    if (label_holds(std::string_view(whole).substr(start.size()), words, is_prefix)) {
      terms.push_back(whole);
    }
  }
  return terms;
}

Result<QueryCompiler::Part> QueryCompiler::compile_region(const QueryNode& node) {
  if (const auto place = gazetteer_.find(node.text); place && node.kind != NodeKind::kPrefix) {
    const bool county = place->municipality == nullptr;
    const std::string& name = county ? place->county->name : place->municipality->name;
    explain(node, county ? "releaser om " + name + " eller någon kommun där"
                         : "releaser om kommunen " + name + " (" + place->county->name + ")");
    return Part{
        without_weight(Query(facet_term(county ? Facet::kCounty : Facet::kMunicipality, name))),
        true};
  }
  const std::string text = node.kind == NodeKind::kPrefix ? node.text + "*" : node.text;
  const std::vector<std::string> terms = labels_matching(Facet::kRegion, text);
  explain(node, std::to_string(terms.size()) + " regioner med detta namn");
  return Part{any_of(terms), true};
}

Result<QueryCompiler::Part> QueryCompiler::compile_metadata(const QueryNode& node) {
  if (node.field == QueryField::kId) {
    explain(node, "releasen med detta id");
    return Part{without_weight(Query(make_term(prefix::kId, node.text))), true};
  }
  if (node.field == QueryField::kRegion) return compile_region(node);
  if (node.field == QueryField::kSpeaker) return compile_speaker(node);
  if (node.field == QueryField::kRole) return compile_role(node);
  const std::optional<Facet> facet = facet_of(node.field);
  if (!facet) {
    // The parser has turned every date into kDates, or refused it with its column.
    return Error{ErrorCode::kQuerySyntax,
                 "”" + node.text +
                     "” är inget datum; skriv till exempel datum:2019, datum:2019-05 eller "
                     "datum:2012..2014"};
  }
  const std::string text = node.kind == NodeKind::kPrefix ? node.text + "*" : node.text;
  const std::vector<std::string> terms = labels_matching(*facet, text);
  explain(node, std::to_string(terms.size()) + " värden för " +
                    std::string(facet_name(*facet).swedish) + " med dessa ord");
  return Part{any_of(terms), true};
}

std::vector<std::string> QueryCompiler::filter_terms(const FacetFilter& filter) const {
  std::vector<std::string> terms{facet_term(filter.facet, filter.label)};
  const auto place = gazetteer_.find(filter.label);
  if (!place) return terms;
  const bool any_region = filter.facet == Facet::kRegion;
  if (place->municipality && (any_region || filter.facet == Facet::kMunicipality)) {
    terms.push_back(facet_term(Facet::kMunicipality, place->municipality->name));
  }
  if (filter.facet == Facet::kCounty || (any_region && !place->municipality)) {
    terms.push_back(facet_term(Facet::kCounty, place->county->name));
  }
  return terms;
}

std::optional<Query> QueryCompiler::compile_filters(const SearchRequest& request) const {
  std::vector<Query> conditions;
  for (const FacetName& name : kFacetNames) {
    std::vector<std::string> terms;
    for (const FacetFilter& filter : request.filters) {
      if (filter.facet != name.facet) continue;
      const std::vector<std::string> more = filter_terms(filter);
      terms.insert(terms.end(), more.begin(), more.end());
    }
    if (!terms.empty()) conditions.emplace_back(Query::OP_OR, terms.begin(), terms.end());
  }
  if (request.from || request.to) {
    conditions.push_back(date_range_query(index_.releases(), request.from, request.to));
  }
  if (conditions.empty()) return std::nullopt;
  return Query(Query::OP_AND, conditions.begin(), conditions.end());
}

QueryCompiler::Expansion QueryCompiler::expand_prefix(std::string_view text) {
  Expansion expansion;
  const std::string start = fold_label(text);
  if (start.empty()) return expansion;
  const Vocabulary* vocabulary = index_.vocabulary();
  if (vocabulary == nullptr) {
    compiled_.notes.push_back("”" + std::string(text) + "*”: " + index_.vocabulary_error());
    return expansion;
  }
  std::vector<VocabularyForm> forms = vocabulary->with_prefix(start);
  std::sort(forms.begin(), forms.end(), [](const auto& a, const auto& b) {
    return a.releases != b.releases ? a.releases > b.releases : a.form < b.form;
  });
  expansion.cut = forms.size() > most_forms_;
  if (expansion.cut) forms.resize(most_forms_);
  for (VocabularyForm& known : forms) {
    std::string& form = known.form;
    std::string term = analyzer_.term_of(form);
    // Every form of a stem begins with the stem, so a stem with the prefix needs no check.
    if (!term.starts_with(start)) expansion.shared_terms.push_back(term);
    if (expansion.commonest_term.empty()) expansion.commonest_term = term;
    expansion.terms.push_back(std::move(term));
    expansion.forms.push_back(std::move(form));
  }
  std::sort(expansion.forms.begin(), expansion.forms.end());
  sort_unique(expansion.terms);
  sort_unique(expansion.shared_terms);
  return expansion;
}

}  // namespace pressarkiv
