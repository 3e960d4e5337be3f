// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/release.h"
#include "indexer/readers/text/document.h"

namespace pressarkiv::text {

/// What a source tells of a release beside its text. Empty means that it does not.
struct KnownFacts {
  std::string title;      ///< The headline, where mark-up names it; the lines then do not hold it.
  std::string publisher;  ///< Who issues it; helps to recognise the text about the sender.
  bool guess_publisher = true;  ///< Whether who issues it may be weighed from the text; what its
                                ///< header says counts anyway.
};

/// A release put together, and what was odd in it.
struct Assembled {
  Release release;
  std::vector<std::string> notes;  ///< For ReadRelease::notes.
};

/// Puts the pieces of the analysis together: what belongs to the page or print, header, labels,
/// contacts, date, standing text, sender, lead, body. Used by every reader whose releases are text;
/// mark-up is told by Line::hint, with its signs ("## ", "- ") taken off the text already.
///
/// Fills title, lead, body, blocks, boilerplate, contacts, contact_text, preamble, date, updated,
/// publisher, kind, subjects and regions; id, url, language and source_format are the caller's.
/// No word of the lines is lost: each is in title, preamble, lead, body, boilerplate, contact_text,
/// subjects or regions, but for the names of the label lines ("Ämnen"), bullets and rules of signs.
/// The title is never empty if there is a line or a known title. Never fails; linear in the text.
Assembled assemble(Document document, const KnownFacts& known = {});

}  // namespace pressarkiv::text
