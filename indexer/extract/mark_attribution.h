// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "indexer/extract/attribution.h"

namespace pressarkiv::extract {

/// Whether a quote mark can close what another one opened.
bool can_close_mark(std::string_view open, std::string_view close);

/// Reads who is said to say the words between two quote marks in running text.
class MarkReader {
 public:
  /// Both must outlive the reader.
  MarkReader(const Document& doc, const PersonTable& people) : doc_(doc), people_(people) {}

  /// ”…”, säger X. `close` is the closing mark, `end` that of the paragraph.
  std::optional<Attribution> behind(std::uint32_t close, std::uint32_t end) const;
  /// ”…”, lyder hans enda kommentar.
  std::optional<Attribution> possessive_behind(std::uint32_t close, std::uint32_t end) const;
  /// Enligt X är det ”…”; X säger: ”…”. The words from the sentence's begin to the mark: someone
  /// must be said to speak there.
  std::optional<Attribution> before(std::uint32_t sentence, std::uint32_t open) const;

 private:
  bool word_is(std::uint32_t i, std::string_view word) const;

  const Document& doc_;
  const PersonTable& people_;
};

}  // namespace pressarkiv::extract
