// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document_builder.h"

#include <algorithm>

#include "common/hash.h"
#include "common/schema/card.h"
#include "common/schema/fields.h"
#include "common/schema/stored_people.h"
#include "indexer/filter_terms.h"

namespace pressarkiv {
namespace {

/// Tells senders apart; 0 where the release names none.
std::uint32_t sender_hash(const Release& release) {
  const std::string key =
      facet_key(release.publishers.empty() ? release.publisher : release.publishers.front());
  return key.empty() ? 0 : static_cast<std::uint32_t>(stable_hash(key));
}

/// The terms and ids of all facets but the year.
void add_facets(const std::vector<FacetValue>& facets, DocumentTerms& terms,
                IndexedDocument& indexed) {
  std::vector<FacetId> ids;
  for (std::size_t i = 0; i < facets.size(); ++i) {
    ids.push_back(facets[i].value->id);
    terms.add_boolean(facets[i].value->term);
    if (i + 1 < facets.size() && facets[i + 1].facet == facets[i].facet) continue;
    indexed.columns.push_back({facet_column(facets[i].facet), pack_facet_ids(std::move(ids))});
    ids.clear();
  }
}

}  // namespace

IndexedDocument DocumentBuilder::build(const Release& release, const Facts& facts,
                                       const std::vector<FacetValue>& facets, EventNumber event) {
  sketch_ = ContentSketch{};
  content_words_.clear();
  analyzer_.analyze(release.title, analyzed_);
  words_.begin(analyzed_.forms());
  words_.add(Section::kTitle, kTitleWeight, release.title, analyzed_);
  sketch_section(Section::kTitle, {});
  analyzer_.analyze_further(release.lead, analyzed_);
  words_.add(Section::kLead, kLeadWeight, release.lead, analyzed_);
  sketch_section(Section::kLead, {});
  analyzer_.analyze_further(release.body, analyzed_);
  words_.add(Section::kBody, kBodyWeight, release.body, analyzed_);
  sketch_section(Section::kBody, release.blocks);
  analyzer_.analyze_further(release.boilerplate, analyzed_);
  // Searchable on its own, out of ranking.
  words_.add(Section::kBoilerplate, 0, release.boilerplate, analyzed_);
  sketch_.boilerplate_words = analyzed_.length();

  count_abbreviations(release);

  IndexedDocument indexed;
  indexed.columns.push_back({Column::kLength, encode_length(words_.add_terms(terms_))});
  add_facets(facets, terms_, indexed);
  for (const Quote& quote : facts.quotes) add_speaker_terms(quote, analyzer_, analyzed_, terms_);
  if (release.date) {
    add_date(*release.date, terms_, indexed);
    indexed.columns.push_back(
        {facet_column(Facet::kYear), pack_facet_ids({static_cast<FacetId>(release.date->year)})});
  }
  terms_.add_boolean(make_term(prefix::kId, release.id));
  if (!release.language.empty()) {
    terms_.add_boolean(make_term(prefix::kLanguage, release.language));
  }
  indexed.terms = terms_.take();
  add_columns(release, facts, event, indexed.columns);
  return indexed;
}

void DocumentBuilder::add_columns(const Release& release, const Facts& facts, EventNumber event,
                                  std::vector<ColumnValue>& columns) {
  columns.push_back(
      {Column::kCard, encode_card({release.id, release.title, release.date, release.publisher,
                                   release.kind, release.url, event})});
  columns.push_back({Column::kTokens, words_.encode_tokens()});
  if (!facts.people.empty()) {
    columns.push_back({Column::kPeople, encode_people(stored_people(facts))});
  }
  sketch_.sender_hash = sender_hash(release);
  sketch_.minima = min_hash(content_words_);
  columns.push_back({Column::kContent, encode_sketch(sketch_)});
}

/// Notes the blocks of the section that was analysed last; without `blocks` it is one.
void DocumentBuilder::sketch_section(Section section, const std::vector<Block>& blocks) {
  std::size_t next = 0;  // Of blocks: where the present one ends, another begins.
  ContentBlock block;
  std::uint64_t hash = 0;
  const auto close = [&] {
    block.hash = static_cast<std::uint32_t>(hash);
    if (block.words > 0 && section == Section::kTitle) {
      sketch_.title_words = block.words;
      sketch_.title_hash = block.hash;
    } else if (block.words > 0) {
      sketch_.blocks.push_back(block);
    }
    block = ContentBlock{};
    hash = 0;
  };
  const FormTable& forms = *analyzed_.forms();
  for (const Token& token : analyzed_.tokens()) {
    if (token.kind != TokenKind::kMain) continue;
    bool crossed = false;
    while (next < blocks.size() && token.range.begin >= blocks[next].range.end) {
      crossed = true;
      ++next;
    }
    if (crossed) close();
    const KnownForm& known = forms.form(token.form_number);
    hash = combined_hash(hash, known.form_hash);
    ++block.words;
    content_words_.push_back(static_cast<std::uint32_t>(forms.term(known.term_number).hash));
  }
  close();
}

void DocumentBuilder::count_abbreviations(const Release& release) {
  std::vector<Explained> found;
  for (const std::string* text : {&release.title, &release.lead, &release.body}) {
    find_abbreviations(*text, found);
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  for (Explained& pair : found) ++abbreviations_[std::move(pair)];
}

}  // namespace pressarkiv
