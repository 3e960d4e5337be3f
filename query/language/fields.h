// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "query/language/ast.h"

namespace pressarkiv {

/// The field that a name before a colon means: Swedish or English, in any case, with or without
/// diacritics ("Ämne", "amne", "subject"); nullopt for anything else.
std::optional<QueryField> find_field(std::string_view name);

/// The Swedish name that a field is printed with: "ämne". "" for kAny.
std::string_view field_name(QueryField field);

/// The field that was probably meant by an unknown name ("ruprik" → "rubrik", "kommun" →
/// "region"); "" where nothing is near.
std::string_view guess_field(std::string_view name);

/// Whether the field is searched as running text: any, title, lead, body, about.
bool is_text_field(QueryField field);

}  // namespace pressarkiv
