// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/collation.h"

#include <unicode/coll.h>
#include <unicode/locid.h>
#include <unicode/stringpiece.h>

namespace pressarkiv {

struct Collation::State {
  std::unique_ptr<icu::Collator> collator;
};

Collation::Collation() : state_(std::make_unique<State>()) {
  UErrorCode status = U_ZERO_ERROR;
  state_->collator.reset(icu::Collator::createInstance(icu::Locale("sv"), status));
}

Collation::~Collation() = default;

bool Collation::less(std::string_view a, std::string_view b) const {
  if (state_->collator) {
    UErrorCode status = U_ZERO_ERROR;
    const UCollationResult order = state_->collator->compareUTF8(
        icu::StringPiece(a.data(), static_cast<std::int32_t>(a.size())),
        icu::StringPiece(b.data(), static_cast<std::int32_t>(b.size())), status);
    if (U_SUCCESS(status) && order != UCOL_EQUAL) return order == UCOL_LESS;
  }
  return a < b;
}

}  // namespace pressarkiv
