// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/byte_range.h"
#include "common/release.h"
#include "common/result.h"
#include "indexer/encoding.h"
#include "indexer/format_sniffer.h"
#include "indexer/readers/json_mapping.h"

namespace pressarkiv {

/// One source as it lies on the disk: the bytes, and what its name tells.
struct SourceBytes {
  std::string_view bytes;
  std::string_view path;        ///< For messages, and for what a path says (…/2015/03/…).
  std::string_view default_id;  ///< For a release without an id of its own.
};

/// One release that was read.
struct ReadRelease {
  Release release;
  ByteRange raw;  ///< Its own bytes in SourceBytes::bytes: read alone they give it again.
  Encoding encoding = Encoding::kUtf8;
  std::vector<std::string> notes;  ///< What was odd, for a report; no path in them.
};

/// What may be told about how to read.
struct ReadOptions {
  std::optional<SourceFormat> format;  ///< Instead of sniffing.
  std::optional<JsonMapping> mapping;  ///< Where a JSON release has its fields; else the defaults.

  const JsonMapping& field_mapping() const { return mapping ? *mapping : JsonMapping::defaults(); }
};

/// Takes each release of a source in turn, or an error whose message names the source, the line
/// and the reason. A broken release never hides the ones after it.
using ReleaseSink = std::function<void(Result<ReadRelease>)>;

/// A reader of one format. Stateless: `read` may run in several threads at once.
using ReadFunction = void (*)(const SourceBytes& source, const ReadOptions& options,
                              const ReleaseSink& sink);

}  // namespace pressarkiv
