// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <atomic>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "query/search/token_reader.h"

namespace pressarkiv {

/// Token streams that were read once, up to a number of bytes: those of an archive of 50,000
/// releases, or the first ones of a larger one. They belong to one state of one index. Threads may
/// read at once as long as no two read the same release.
class KeptStreams {
 public:
  KeptStreams(Xapian::docid last_document, std::size_t most_bytes)
      : streams_(std::size_t{last_document} + 1), most_bytes_(most_bytes) {}

  /// The stream of a release, until the reader's next call or as long as the object.
  std::string_view read(Xapian::docid document, TokenReader& reader) {
    std::string& kept = streams_[document];
    if (!kept.empty()) return kept;
    const std::string_view stream = reader.read(document);
    if (bytes_.load(std::memory_order_relaxed) >= most_bytes_) return stream;
    bytes_.fetch_add(stream.size(), std::memory_order_relaxed);
    kept = stream;
    return stream;
  }

  std::size_t bytes() const { return bytes_; }

 private:
  std::vector<std::string> streams_;  // By document.
  const std::size_t most_bytes_;
  std::atomic<std::size_t> bytes_ = 0;
};

}  // namespace pressarkiv
