// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document_builder.h"

#include <algorithm>

#include "common/hash.h"
#include "common/schema/card.h"
#include "common/schema/fields.h"
#include "common/schema/stored_people.h"
#include "common/schema/stored_release.h"
#include "common/text/letters.h"
#include "common/text/normalizer.h"
#include "common/vocabulary/vocabulary_segment.h"
#include "indexer/quote_documents.h"

namespace pressarkiv {
namespace {

std::uint32_t section_weight(Section section) {
  switch (section) {
    case Section::kTitle:
      return kTitleWeight;
    case Section::kLead:
      return kLeadWeight;
    case Section::kBody:
      return kBodyWeight;
    case Section::kBoilerplate:
      break;
  }
  return 0;  // Searchable on its own, out of ranking.
}

/// Tells senders apart; 0 where the release names none.
std::uint32_t sender_hash(const Release& release) {
  const std::string key =
      facet_key(release.publishers.empty() ? release.publisher : release.publishers.front());
  return key.empty() ? 0 : static_cast<std::uint32_t>(stable_hash(key));
}

/// How the word that begins at `at` is written, for telling names from words: a capital at the
/// beginning of a sentence or line says nothing.
std::uint32_t writing_of(std::string_view text, std::size_t at) {
  if (is_lower_at(text, at)) return FormEntry::kSeenLower;
  if (!is_upper_at(text, at)) return 0;
  while (at > 0 && text[at - 1] == ' ') --at;
  if (at == 0) return 0;
  const char before = text[at - 1];
  const bool inside =
      is_ascii_letter(before) || is_digit(before) || before == ',' ||
      (static_cast<unsigned char>(before) >= 0x80 && is_word_at(text, character_before(text, at)));
  return inside ? FormEntry::kSeenAsName : 0;
}

/// The terms and ids of all facets but the year.
void add_facets(const std::vector<FacetValue>& facets, Xapian::Document& document) {
  std::vector<FacetId> ids;
  for (std::size_t i = 0; i < facets.size(); ++i) {
    ids.push_back(facets[i].value->id);
    document.add_boolean_term(facets[i].value->term);
    if (i + 1 < facets.size() && facets[i + 1].facet == facets[i].facet) continue;
    document.add_value(facet_slot(facets[i].facet), pack_facet_ids(std::move(ids)));
    ids.clear();
  }
}

}  // namespace

Xapian::Document DocumentBuilder::build(const Release& release, const Facts& facts,
                                        const std::vector<FacetValue>& facets) {
  tokens_.clear();
  terms_.clear();
  forms_.clear();
  sketch_ = ContentSketch{};
  content_words_.clear();
  index_section(Section::kTitle, release.title);
  sketch_section(Section::kTitle, {});
  index_section(Section::kLead, release.lead);
  sketch_section(Section::kLead, {});
  index_section(Section::kBody, release.body);
  std::vector<ByteRange> blocks;
  for (const Block& block : release.blocks) blocks.push_back(block.range);
  sketch_section(Section::kBody, blocks);
  index_section(Section::kBoilerplate, release.boilerplate);
  sketch_.boilerplate_words = analyzed_.length();

  count_abbreviations(release);

  Xapian::Document document;
  add_terms(document);
  add_facets(facets, document);
  for (const Quote& quote : facts.quotes) add_speaker_terms(quote, analyzer_, analyzed_, document);
  add_dates(release, document);
  document.add_boolean_term(make_term(prefix::kId, release.id));
  if (!release.language.empty()) {
    document.add_boolean_term(make_term(prefix::kLanguage, release.language));
  }
  document.add_value(kCardSlot, encode_card({release.id, release.title, release.date,
                                             release.publisher, release.kind, release.url}));
  document.add_value(kTokensSlot, tokens_.encode());
  document.add_value(kTextSlot, encode_release(release));
  if (!facts.people.empty()) {
    document.add_value(kPeopleSlot, encode_people(stored_people(facts)));
  }
  sketch_.sender_hash = sender_hash(release);
  sketch_.minima = min_hash(content_words_);
  document.add_value(kContentSlot, encode_sketch(sketch_));
  for (const auto& [form, flags] : forms_) {
    FormCount& count = form_counts_[form];
    ++count.releases;
    count.flags |= flags;
  }
  return document;
}

void DocumentBuilder::index_section(Section section, std::string_view text) {
  const std::uint32_t weight = section_weight(section);
  analyzer_.analyze(text, analyzed_);
  for (const Token& token : analyzed_.tokens()) {
    TermFrequencies& frequencies = terms_[std::string(token.term)];
    frequencies.text += weight;
    if (section == Section::kTitle) ++frequencies.title;
    if (section == Section::kBoilerplate) ++frequencies.boilerplate;
    const std::string folded = fold_accents(token.form);
    if (token.kind == TokenKind::kMain) tokens_.add(section, hash_word(token.term, folded));
    forms_[folded] |= writing_of(text, token.range.begin);
  }
}

/// Notes the blocks of the section that was analysed last; without `blocks` it is one.
void DocumentBuilder::sketch_section(Section section, const std::vector<ByteRange>& blocks) {
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
  for (const Token& token : analyzed_.tokens()) {
    if (token.kind != TokenKind::kMain) continue;
    bool crossed = false;
    while (next < blocks.size() && token.range.begin >= blocks[next].end) {
      crossed = true;
      ++next;
    }
    if (crossed) close();
    hash = combined_hash(hash, stable_hash(token.form));
    ++block.words;
    content_words_.push_back(static_cast<std::uint32_t>(stable_hash(token.term)));
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

void DocumentBuilder::add_terms(Xapian::Document& document) {
  for (const auto& [term, frequencies] : terms_) {
    if (frequencies.text > 0) document.add_term(make_term(prefix::kText, term), frequencies.text);
    if (frequencies.title > 0) {
      // Boolean: the title has its weight in the text's wdf already, and must not make the
      // document longer twice.
      document.add_boolean_term(make_term(prefix::kTitle, term));
    }
    if (frequencies.boilerplate > 0) {
      document.add_boolean_term(make_term(prefix::kBoilerplate, term));
    }
  }
}

void DocumentBuilder::add_dates(const Release& release, Xapian::Document& document) {
  if (!release.date) return;
  const PartialDate& date = *release.date;
  document.add_value(kDateSlot, sortable_date(date));
  document.add_value(facet_slot(Facet::kYear), pack_facet_ids({static_cast<FacetId>(date.year)}));
  document.add_boolean_term(year_term(date));
  if (date.precision() >= DatePrecision::kMonth) document.add_boolean_term(month_term(date));
  if (date.precision() >= DatePrecision::kDay) document.add_boolean_term(day_term(date));
}

}  // namespace pressarkiv
