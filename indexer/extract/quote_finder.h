// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "common/facts.h"
#include "indexer/extract/document_tokens.h"
#include "indexer/extract/person_finder.h"
#include "indexer/extract/role_finder.h"

namespace pressarkiv::extract {

/// Finds direct speech in title, lead and body, and who says it. Speaker indices are those of
/// `people`; `roles` may gain a role that only an attribution gives. The rules stand in the source.
std::vector<Quote> find_quotes(const Document& doc, const PersonTable& people,
                               std::vector<PersonRoles>& roles);

}  // namespace pressarkiv::extract
