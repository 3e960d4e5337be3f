// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "indexer/readers/reader.h"

namespace pressarkiv {

/// A format and its reader.
struct ReaderEntry {
  SourceFormat format;
  ReadFunction read;
};

/// Every reader there is. A new format needs a line here, one in SourceFormat and a rule in
/// format_sniffer.cpp.
const std::vector<ReaderEntry>& readers();

/// Reads all releases of one source with the reader that fits. `bytes` are the source's own; they
/// must outlive the call only. The sink is called at least once: a source with nothing in it is an
/// error.
///
/// To read one release again from the bytes of its range, pass these bytes with the path and the
/// id of the release as `default_id`.
void read_source(std::string_view bytes, std::string_view path, std::string_view default_id,
                 const ReadOptions& options, const ReleaseSink& sink);

}  // namespace pressarkiv
