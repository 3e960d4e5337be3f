// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/form_postings.h"

#include <algorithm>
#include <string_view>

#include "common/schema/fields.h"
#include "query/search/frequency_sum.h"

namespace pressarkiv {
namespace {

void add_all(const Xapian::Database& releases, const std::string& term, FrequencySum& sum) {
  const auto end = releases.postlist_end(term);
  for (auto posting = releases.postlist_begin(term); posting != end; ++posting) {
    sum.add({*posting, posting.get_wdf()});
  }
}

/// Of the releases that have the word in the title, too.
void add_in_title(const Xapian::Database& releases, const std::string& text, FrequencySum& sum) {
  const std::string term = make_term(prefix::kText, text);
  const std::string title_term = make_term(prefix::kTitle, text);
  auto posting = releases.postlist_begin(term);
  const auto end = releases.postlist_end(term);
  const auto title_end = releases.postlist_end(title_term);
  for (auto title = releases.postlist_begin(title_term); title != title_end; ++title) {
    if (posting != end) posting.skip_to(*title);
    if (posting == end) return;
    if (*posting == *title) sum.add({*posting, posting.get_wdf()});
  }
}

Frequencies sum_of(const Xapian::Database& releases, const std::vector<std::string>& terms,
                   QueryField field, FrequencySum& sum) {
  for (const std::string& text : terms) {
    if (field == QueryField::kTitle) {
      add_in_title(releases, text, sum);
    } else {
      const bool about = field == QueryField::kAbout;
      add_all(releases, make_term(about ? prefix::kBoilerplate : prefix::kText, text), sum);
    }
  }
  return sum.take();
}

}  // namespace

FormMatches matches_of(const Xapian::Database& releases, const TermsOfForms& terms,
                       QueryField field, const Bm25& bm25) {
  FrequencySum sum(releases.get_lastdocid());
  const Frequencies certain = sum_of(releases, terms.certain, field, sum);
  const Frequencies shared = sum_of(releases, terms.shared, field, sum);
  FormMatches found;
  found.matches.reserve(certain.size() + shared.size());
  const auto add = [&](Xapian::docid document, std::uint32_t frequency, bool is_certain) {
    found.matches.push_back({document, is_certain, bm25.share(document, frequency)});
  };
  auto other = shared.begin();
  for (const Frequency& one : certain) {
    for (; other != shared.end() && other->document < one.document; ++other) {
      add(other->document, other->frequency, false);
    }
    const bool both = other != shared.end() && other->document == one.document;
    add(one.document, one.frequency + (both ? other++->frequency : 0), true);
  }
  for (; other != shared.end(); ++other) add(other->document, other->frequency, false);
  const double worth = bm25.most(static_cast<double>(found.matches.size()));
  for (FormMatches::Match& one : found.matches) {
    one.weight *= worth;
    found.best = std::max(found.best, one.weight);
  }
  return found;
}

}  // namespace pressarkiv
