// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/json_mapping.h"

namespace pressarkiv {

/// What a value is wanted for: tells which member of an object stands for the object.
enum class ValueUse { kText, kLabel, kAddress, kDate };

/// The member of an object, its name compared exactly, else without regard to ASCII case ("Title"
/// for "title"); null if there is none.
const nlohmann::json* json_member(const nlohmann::json& object, std::string_view key);

/// Calls `take` for each value that a path leads to; a list on the way or at the end means each of
/// its members.
void each_json_value(const nlohmann::json& object, const std::vector<std::string>& path,
                     const std::function<void(const nlohmann::json&)>& take);

/// What a value says: a string, a number, or the member of an object that says it ("name", "text",
/// "url" …). NFC, line ends "\n", no control codes, blanks off the ends. Empty for null and for
/// true and false.
std::string json_text(const nlohmann::json& value, ValueUse use);

/// The texts of the first path with anything in it.
std::vector<std::string> json_texts(const nlohmann::json& object, const JsonMapping::Paths& paths,
                                    ValueUse use);

}  // namespace pressarkiv
