// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
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

/// What a value says: a string, a number, or the member of an object that says it ("name", "text",
/// "url" …). NFC, line ends "\n", no control codes, blanks off the ends. Empty for null and for
/// true and false.
std::string json_text(const nlohmann::json& value, ValueUse use);

/// An object that is asked for dozens of paths, most of which begin with a name that none of its
/// members has.
class JsonObject {
 public:
  /// `object` must outlive this.
  explicit JsonObject(const nlohmann::json& object);

  /// Calls `take` for each value that a path leads to; a list on the way or at the end means each
  /// of its members.
  void each(const std::vector<std::string>& path,
            const std::function<void(const nlohmann::json&)>& take) const;
  /// The texts of the first path with anything in it.
  std::vector<std::string> texts(const JsonMapping::Paths& paths, ValueUse use) const;

 private:
  const nlohmann::json& object_;
  std::uint64_t names_ = 0;  // A bit for each member's name; others may have the same one.
};

}  // namespace pressarkiv
