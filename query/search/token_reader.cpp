// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/token_reader.h"

#include "common/schema/fields.h"

namespace pressarkiv {

TokenReader::TokenReader(const Xapian::Database& releases)
    : at_(releases.valuestream_begin(kTokensSlot)), end_(releases.valuestream_end(kTokensSlot)) {}

std::string_view TokenReader::read(Xapian::docid document) {
  if (at_ != end_) at_.skip_to(document);
  if (at_ == end_ || at_.get_docid() != document) return {};
  encoded_ = *at_;
  return encoded_;
}

}  // namespace pressarkiv
