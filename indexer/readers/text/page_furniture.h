// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/date.h"
#include "indexer/readers/text/document.h"

namespace pressarkiv::text {

/// What a page or a print puts around a release and that is no part of it.
struct Furniture {
  std::vector<std::string> lines;      ///< As written, in order.
  std::optional<PartialDate> updated;  ///< "Sidan uppdaterad 2023-03-15".
  std::string sender;                  ///< "X" of "Läs fler pressmeddelanden från X".
};

/// Whether a line is a way of moving about ("Hem > Nyheter", "Hoppa till innehåll"), a button
/// ("Dela", "Skriv ut"), a page number ("1 (2)", "Sida 1 av 2"), an offer to subscribe, a question
/// about the page ("Hjälpte informationen dig?") or when the page was changed.
bool is_page_furniture(std::string_view line);

/// Takes these lines out of the document, and page numbers off the ends of lines set in columns. A
/// document that holds nothing else is left as it is. Linear.
Furniture take_page_furniture(Document& document);

}  // namespace pressarkiv::text
