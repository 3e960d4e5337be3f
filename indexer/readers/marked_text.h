// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/text/lines.h"

namespace pressarkiv {

/// What is left of Markdown or HTML when the mark-up is off.
struct MarkedText {
  std::string title;               ///< The first-level heading that it begins with; else empty.
  std::vector<text::Line> lines;   ///< All the rest, as text::assemble takes it.
  std::vector<std::string> files;  ///< Addresses of linked files and pictures, each once.
  std::vector<std::string> notes;  ///< For ReadRelease::notes.

  /// Adds an address once.
  void add_file(std::string_view address);
};

/// Whether a link leads to a file to be opened or saved, by its ending (".pdf", ".docx", ".jpg" …),
/// and not to another page.
bool leads_to_file(std::string_view address);

}  // namespace pressarkiv
