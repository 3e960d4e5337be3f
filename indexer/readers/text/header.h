// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/date.h"
#include "indexer/readers/text/document.h"
#include "indexer/readers/text/header_line.h"

namespace pressarkiv::text {

/// What the lines above the headline say together.
struct Header {
  std::optional<PartialDate> date;
  std::optional<PartialDate> updated;
  std::string type;
  std::string sender;                     ///< Said to be the sender.
  std::vector<std::string> sender_hints;  ///< Beside a date or a type line; may be a place.
  std::string letterhead;  ///< A name alone above the headline, or before the type: sends, if
                           ///< nobody else is found.
  std::string title;
  std::size_t end = 0;  ///< The line after the headline.
};

/// Finds the headline; marks it and what stands above. With `title_known` the headline is not in
/// the text (a mark-up language gave it), and only header lines are taken.
Header take_header(Document& document, bool title_known);

}  // namespace pressarkiv::text
