// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/reread.h"

#include <optional>
#include <string>
#include <utility>

#include "indexer/readers/reader_registry.h"

namespace pressarkiv {
namespace {

Error about(const StoredVersion& version, Error error) {
  error.message = version.release_id + ": cannot be read again: " + error.message;
  return error;
}

}  // namespace

Result<Release> reread(const StoredVersion& version) {
  ReadOptions options;
  options.format = format_of_name(version.format);
  if (!options.format) {
    return about(version, {ErrorCode::kIncompatible, "no reader for format \"" + version.format + "\""});
  }
  if (!version.mapping.empty()) {
    Result<JsonMapping> mapping = JsonMapping::parse(version.mapping, "its field mapping");
    if (!mapping) return about(version, mapping.error());
    options.mapping = std::move(*mapping);
  }
  std::optional<Result<Release>> first;
  read_source(version.bytes, version.path, version.release_id, options, [&](Result<ReadRelease> found) {
    if (first) return;
    if (found) {
      first.emplace(std::move(found->release));
    } else {
      first.emplace(found.error());
    }
  });
  if (!*first) return about(version, first->error());
  (*first)->id = version.release_id;
  return std::move(*first);
}

}  // namespace pressarkiv
