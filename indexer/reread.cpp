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
    return about(version,
                 {ErrorCode::kIncompatible, "no reader for format \"" + version.format + "\""});
  }
  if (!version.mapping.empty()) {
    Result<JsonMapping> mapping = JsonMapping::parse(version.mapping, "its field mapping");
    if (!mapping) return about(version, mapping.error());
    options.mapping = std::move(*mapping);
  }
  std::optional<Release> first;
  std::optional<Error> failure;
  const auto keep_first = [&](Result<ReadRelease> found) {
    if (first || failure) return;
    if (found) {
      first = std::move(found->release);
    } else {
      failure = found.error();
    }
  };
  read_source(version.bytes, version.path, version.release_id, options, keep_first);
  if (failure) return about(version, *failure);
  first->id = version.release_id;
  return std::move(*first);
}

}  // namespace pressarkiv
