// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "common/result.h"

namespace pressarkiv {

/// The fields of a release that a JSON object can give.
enum class JsonField {
  kId,
  kUrl,
  kKind,
  kTitle,
  kPublished,
  kUpdated,
  kPublishers,
  kPeople,
  kSubjects,
  kRegions,
  kSummary,
  kBody,
  kBoilerplate,
  kContacts,
  kAttachments,
  kLanguage,
};
inline constexpr std::size_t kJsonFieldCount = 16;

/// "id", "url" …: the name of a field in a mapping file.
std::string_view json_field_name(JsonField field);

/// Where in a JSON object each field of a release stands.
///
/// A mapping file is one JSON object: {"title": "header", "subjects": ["tags.tag.name",
/// "subjects"]}. Keys are our names (json_field_name); a value is a path, or a list of paths of
/// which the first with anything in it counts. Path members are parted by dots; a list on the way
/// means each of its members. A field that the file leaves out keeps its default paths; an empty
/// list turns it off.
class JsonMapping {
 public:
  /// Paths of a field in order of preference; each is a list of keys.
  using Paths = std::vector<std::vector<std::string>>;

  /// The names of the fields themselves, and common other names ("header", "lead", "tags" …).
  static const JsonMapping& defaults();
  /// Reads a mapping file. `name` is named in errors.
  static Result<JsonMapping> parse(std::string_view json, std::string_view name);

  const Paths& paths(JsonField field) const { return paths_[static_cast<std::size_t>(field)]; }

 private:
  std::array<Paths, kJsonFieldCount> paths_;
};

}  // namespace pressarkiv
