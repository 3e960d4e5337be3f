// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

#include "common/release.h"
#include "indexer/readers/text/document.h"

namespace pressarkiv::text {

/// Length in bytes of the words that announce contacts at the start of a line ("Presskontakt:",
/// "För mer information, kontakta", "Har du frågor?"), 0 if there are none.
std::size_t contact_phrase_length(std::string_view line);

/// Marks contact blocks and single contact lines from line `from` on, and adds the people in them
/// to the release. Sentences that name a contact inside a longer paragraph stay where they are, but
/// their people are added too.
void take_contacts(Document& document, std::size_t from, Release& release);

}  // namespace pressarkiv::text
