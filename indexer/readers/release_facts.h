// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/release.h"
#include "indexer/readers/marked_text.h"
#include "indexer/readers/text/assemble.h"

namespace pressarkiv {

/// What fields beside the text say: members of a JSON object, or front matter.
struct StatedFacts {
  std::string title;
  std::string summary;
  std::vector<std::string> publishers;
  std::vector<std::string> subjects;
  std::vector<std::string> regions;
  std::vector<std::string> attachments;
  std::string kind;
  std::string boilerplate;
  std::optional<PartialDate> published;
  std::optional<PartialDate> updated;
};

/// Joins text and fields to one release. A field wins over what the text says where there can be
/// only one (date, kind, sender); lists take both, each label once. A headline or lead that the
/// text repeats is taken once; a lead that only the field has leaves the text whole.
text::Assembled assemble_stated(MarkedText text, StatedFacts facts);

/// A date as data writes it: ISO 8601, else any form that a text may have ("3 mars 2015",
/// "Tue, 03 Mar 2015 10:00:00 +0100"). The day as written, whatever the time zone.
std::optional<PartialDate> stated_date(std::string_view text);

/// "a; b" or "a | b" or lines → items; commas part nothing, as labels hold them.
void add_labels(std::string_view text, std::vector<std::string>& labels);

}  // namespace pressarkiv
