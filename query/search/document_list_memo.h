// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace pressarkiv {

/// Lists of releases that a session has found: what matches a phrase or nearness (phrase_key.h), or
/// a condition of filters and dates. Who narrows a search down, turns a page or orders it anew asks
/// for the same one again. Belongs to one state of one index.
class DocumentListMemo {
 public:
  using List = std::shared_ptr<const std::vector<Xapian::docid>>;

  /// 8 MB; where it would become more, all are forgotten. A longer list is not kept.
  static constexpr std::size_t kMostDocuments = std::size_t{2} << 20U;

  explicit DocumentListMemo(std::size_t most_documents = kMostDocuments)
      : most_documents_(most_documents) {}

  /// Null where it is not known.
  List find(const std::string& key) const {
    const auto known = lists_.find(key);
    return known == lists_.end() ? nullptr : known->second;
  }

  /// What is remembered of a list that is given away.
  List keep(const std::string& key, std::vector<Xapian::docid> documents) {
    auto list = std::make_shared<const std::vector<Xapian::docid>>(std::move(documents));
    if (list->size() > most_documents_) return list;
    kept_documents_ += list->size();
    if (kept_documents_ > most_documents_) {
      lists_.clear();
      kept_documents_ = list->size();
    }
    lists_[key] = list;
    return list;
  }

 private:
  const std::size_t most_documents_;
  std::size_t kept_documents_ = 0;
  std::unordered_map<std::string, List> lists_;
};

}  // namespace pressarkiv
