// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "query/search/kept_streams.h"
#include "query/search/token_pattern.h"

namespace pressarkiv {

/// Checks all candidates of a phrase or nearness, by several threads where they are many. It
/// belongs to one state of one index, whose handles it keeps for the next time: throw it away when
/// the reader moves on.
class PhraseChecker {
 public:
  /// Another handle of the same state of the same index; nullopt where there is none.
  using OpenAgain = std::function<std::optional<Xapian::Database>()>;

  /// `threads`: at most so many; 0: as many as the machine runs at once.
  explicit PhraseChecker(OpenAgain open_again, unsigned threads = 0);

  /// Those of the candidates (ascending) that match. May throw Xapian::Error.
  std::vector<Xapian::docid> matches(const Xapian::Database& releases, const TokenPattern& pattern,
                                     std::optional<Section> section, KeptStreams& streams,
                                     const std::vector<Xapian::docid>& candidates);

 private:
  /// Releases that are worth a thread: a millisecond or two of work.
  static constexpr std::size_t kCandidatesAThread = 2000;

  void open_handles(std::size_t wanted);

  OpenAgain open_again_;
  std::size_t threads_;
  std::vector<Xapian::Database> handles_;  // For each thread beside the caller's one.
};

}  // namespace pressarkiv
