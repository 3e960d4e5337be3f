// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "query/search/token_pattern.h"

namespace pressarkiv {

/// All releases that match the phrases and nearnesses which a session has counted: who narrows a
/// search down, turns a page or orders it anew asks for the same one again. Belongs to one state of
/// one index.
class PhraseMemo {
 public:
  using List = std::shared_ptr<const std::vector<Xapian::docid>>;

  /// 8 MB; where it would become more, all are forgotten. A longer list is not kept.
  static constexpr std::size_t kMostDocuments = std::size_t{2} << 20U;

  explicit PhraseMemo(std::size_t most_documents = kMostDocuments)
      : most_documents_(most_documents) {}

  /// Null where it is not known.
  List find(const TokenPattern& pattern, std::optional<Section> section) const;
  void keep(const TokenPattern& pattern, std::optional<Section> section,
            const std::vector<Xapian::docid>& all_matches);

 private:
  const std::size_t most_documents_;
  std::size_t kept_documents_ = 0;
  std::unordered_map<std::string, List> lists_;  // By the pattern's text: see key_of().
};

}  // namespace pressarkiv
