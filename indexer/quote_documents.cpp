// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/quote_documents.h"

#include "common/schema/card.h"
#include "common/schema/fields.h"
#include "common/schema/stored_quote.h"
#include "indexer/filter_terms.h"
#include "indexer/xapian_document.h"

namespace pressarkiv {
namespace {

StoredQuote stored(const Quote& quote, const Release& release) {
  StoredQuote stored;
  stored.quote = quote;
  const ByteRange& where = quote.attribution.range;
  stored.attribution = text_of(release, quote.attribution.text).substr(where.begin, where.size());
  return stored;
}

}  // namespace

void QuoteDocuments::add_words(const Quote& quote, IndexedDocument& indexed) {
  analyzer_.analyze(quote.text, analyzed_);
  words_.begin(analyzed_.forms());
  words_.add(Section::kBody, kBodyWeight, quote.text, analyzed_);
  const std::uint32_t length = words_.add_terms(terms_);
  indexed.columns.push_back({Column::kLength, encode_length(length)});
  indexed.columns.push_back({Column::kTokens, words_.encode_tokens()});
}

std::vector<IndexedDocument> QuoteDocuments::build(const Release& release, const Facts& facts,
                                                   const std::vector<FacetValue>& facets,
                                                   EventNumber event) {
  std::vector<IndexedDocument> documents;
  if (facts.quotes.empty()) return documents;
  const std::string card = encode_card({release.id, release.title, release.date, release.publisher,
                                        release.kind, release.url, event});
  const std::string id_term = make_term(prefix::kId, release.id);
  for (const Quote& quote : facts.quotes) {
    IndexedDocument indexed;
    add_words(quote, indexed);
    add_speaker_terms(quote, analyzer_, analyzed_, terms_);
    if (quote.speaker_name.empty() && quote.via == SpeakerVia::kRole && !quote.role.empty())
      terms_.add_boolean(make_term(prefix::kOpenOffice, ""));
    terms_.add_boolean(id_term);
    if (release.date) add_date(*release.date, terms_, indexed);
    for (const FacetValue& facet : facets) terms_.add_boolean(facet.value->term);
    indexed.terms = terms_.take();
    indexed.columns.push_back({Column::kCard, card});
    indexed.columns.push_back({Column::kQuote, encode_quote(stored(quote, release))});
    documents.push_back(std::move(indexed));
  }
  return documents;
}

void replace_quotes(Xapian::WritableDatabase& quotes, const std::string& release_id,
                    const std::vector<IndexedDocument>& documents, const TermTable& terms,
                    std::map<std::uint32_t, std::vector<ColumnValue>>& columns) {
  const std::string id_term = make_term(prefix::kId, release_id);
  std::vector<Xapian::docid> old;
  for (auto one = quotes.postlist_begin(id_term); one != quotes.postlist_end(id_term); ++one) {
    old.push_back(*one);
  }
  for (const Xapian::docid docid : old) {
    quotes.delete_document(docid);
    columns[docid] = {};
  }
  for (const IndexedDocument& one : documents) {
    columns[quotes.add_document(xapian_document(one, terms))] = one.columns;
  }
}

}  // namespace pressarkiv
