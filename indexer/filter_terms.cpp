// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/filter_terms.h"

#include "common/schema/fields.h"
#include "common/text/fold.h"

namespace pressarkiv {

void add_date(const PartialDate& date, DocumentTerms& terms, IndexedDocument& indexed) {
  indexed.date = sortable_date(date);
  terms.add_boolean(year_term(date));
  if (date.precision() >= DatePrecision::kMonth) terms.add_boolean(month_term(date));
  if (date.precision() >= DatePrecision::kDay) terms.add_boolean(day_term(date));
}

void add_speaker_terms(const Quote& quote, Analyzer& analyzer, AnalyzedText& buffer,
                       DocumentTerms& terms) {
  if (!quote.speaker_name.empty()) {
    const std::string key = facet_key(quote.speaker_name);
    terms.add_boolean(make_term(prefix::kSpeaker, key));
    for (const std::string& word : label_words(key)) {
      terms.add_boolean(make_term(prefix::kSpeakerWord, word));
    }
  }
  analyzer.analyze(quote.role, buffer);
  for (const Token& token : buffer.tokens()) {
    terms.add_boolean(make_term(prefix::kRole, token.term));
  }
}

}  // namespace pressarkiv
