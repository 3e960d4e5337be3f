// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>

#include "common/schema/token_stream.h"
#include "query/language/ast.h"

namespace pressarkiv {

/// Whether a field selects by metadata; all others look into the text.
inline bool is_metadata(QueryField field) {
  switch (field) {
    case QueryField::kSubject:
    case QueryField::kRegion:
    case QueryField::kPerson:
    case QueryField::kPublisher:
    case QueryField::kKind:
    case QueryField::kDate:
    case QueryField::kId:
    case QueryField::kSpeaker:
    case QueryField::kRole:
      return true;
    default:
      return false;
  }
}

/// The section that a field is checked in; nullopt: title, lead and body together.
inline std::optional<Section> section_of(QueryField field) {
  switch (field) {
    case QueryField::kTitle:
      return Section::kTitle;
    case QueryField::kLead:
      return Section::kLead;
    case QueryField::kBody:
      return Section::kBody;
    case QueryField::kAbout:
      return Section::kBoilerplate;
    default:
      return std::nullopt;
  }
}

}  // namespace pressarkiv
