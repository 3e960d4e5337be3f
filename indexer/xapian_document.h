// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>

#include "common/schema/fields.h"
#include "indexer/indexed_document.h"

namespace pressarkiv {

/// What Xapian is to know of a document whose terms are numbered in `table`.
inline Xapian::Document xapian_document(const IndexedDocument& indexed, const TermTable& table) {
  Xapian::Document document;
  for (const DocumentTerm& term : indexed.terms) {
    document.add_term(std::string(table.text(term.term)), term.wdf);
  }
  if (!indexed.date.empty()) document.add_value(kDateSlot, indexed.date);
  return document;
}

}  // namespace pressarkiv
