// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/term_table.h"

namespace pressarkiv {

/// A term of a document.
struct DocumentTerm {
  TermId term = 0;
  std::uint32_t wdf = 0;  ///< Within-document frequency; 0 for terms that only filter.
  bool operator==(const DocumentTerm&) const = default;
};

/// Gathers the terms of one document after the other; a term that is added again counts once, with
/// its frequencies together.
class DocumentTerms {
 public:
  /// `table` must outlive the object.
  explicit DocumentTerms(TermTable& table) : table_(table) {}

  TermTable& table() { return table_; }

  void add(TermId term, std::uint32_t wdf) {
    if (term >= places_.size()) places_.resize(table_.size());
    Place& place = places_[term];
    if (place.document == document_) {
      terms_[place.at].wdf += wdf;
      return;
    }
    place = {document_, static_cast<std::uint32_t>(terms_.size())};
    terms_.push_back({term, wdf});
  }
  void add_boolean(std::string_view term) { add(table_.id_of(term), 0); }

  /// Those of the document at hand, in the order they came; another document begins.
  std::vector<DocumentTerm> take() {
    ++document_;
    std::vector<DocumentTerm> taken(terms_);
    terms_.clear();
    return taken;
  }

 private:
  /// Where a term stands in terms_, if it is one of the document at hand.
  struct Place {
    std::uint32_t document = 0;
    std::uint32_t at = 0;
  };

  TermTable& table_;
  std::vector<Place> places_;  // By term.
  std::vector<DocumentTerm> terms_;
  std::uint32_t document_ = 1;
};

}  // namespace pressarkiv
