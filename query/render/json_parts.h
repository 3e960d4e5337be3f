// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "common/date.h"

namespace pressarkiv {

/// Pieces that all JSON output is made of.
using Json = nlohmann::ordered_json;

/// Indented by `indent` blanks a level, or on one line where it is -1; ends with a line feed. Bytes
/// that are no UTF-8 become U+FFFD.
inline std::string dump_json(const Json& json, int indent) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace) + "\n";
}

inline Json text_or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

inline Json date_or_null(const std::optional<PartialDate>& date) {
  return date ? Json(date->to_iso()) : Json();
}

}  // namespace pressarkiv
