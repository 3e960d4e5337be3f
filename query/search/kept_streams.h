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
/// releases, or the first ones that were asked for of a larger one. They belong to one state of one
/// index. Threads may read at once as long as no two read the same release.
class KeptStreams {
 public:
  static constexpr std::size_t kMostBytes = std::size_t{64} << 20U;

  explicit KeptStreams(Xapian::docid last_document, std::size_t most_bytes = kMostBytes)
      : last_document_(last_document), most_bytes_(most_bytes) {}

  /// Until this is called nothing is kept: who asks once must not pay for it.
  void start() { streams_.resize(std::size_t{last_document_} + 1); }

  /// The stream of a release, until the reader's next call or as long as the object.
  std::string_view read(Xapian::docid document, TokenReader& reader) {
    if (streams_.empty()) return reader.read(document);
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
  const Xapian::docid last_document_;
  const std::size_t most_bytes_;
  std::atomic<std::size_t> bytes_ = 0;
};

}  // namespace pressarkiv
