// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/document_tokens.h"
#include "indexer/extract/name_reader.h"

namespace pressarkiv::extract {

/// What is to be seen of a run of capitalised words and around it, as features of the linear model
/// (name_model.h): "prev=säger", "suffix3=son". The same code serves the training program, so that
/// the two cannot differ.
class NameFeatures {
 public:
  explicit NameFeatures(const Document& doc)
      : doc_(doc), words_(doc.words()), names_(doc), kinds_(doc.size()) {}

  /// Calls visit(std::string_view) for each feature of reading `span`, a part of the run `whole`,
  /// as a person. The views last until the next call.
  template <typename Visit>
  void each(const NameRun& span, const NameRun& whole, Visit visit) {
    collect(span, whole);
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t end = text_.find('\n', at);
      visit(std::string_view(text_).substr(at, end - at));
      at = end + 1;
    }
  }

 private:
  void collect(const NameRun& span, const NameRun& whole);
  void add(std::string_view name, std::string_view value);
  void add_names(const NameRun& span, std::string_view size);
  void add_word(std::uint32_t token, std::string_view lower, std::string_view which);
  void add_before(const NameRun& span, std::string_view size);
  void add_behind(const NameRun& span, std::string_view size);
  void add_rest(const NameRun& span, const NameRun& whole);
  std::string_view word_at(std::uint32_t token) const;
  std::string_view kind_of(std::uint32_t token);
  std::string_view find_kind(std::uint32_t token) const;

  const Document& doc_;
  const WordClasses& words_;
  const NameReader names_;
  std::vector<std::string_view> kinds_;  // Of each token; empty until asked for.
  std::string text_;                     // Features, each closed by a line feed.
};

}  // namespace pressarkiv::extract
