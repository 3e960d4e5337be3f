// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/date.h"
#include "query/themes/count_options.h"
#include "query/themes/period.h"

namespace pressarkiv {

enum class KwicSort : std::uint8_t {
  kDate,       ///< Oldest first.
  kNewest,     ///< Newest first.
  kLeft,       ///< By the words before the match, the nearest first.
  kRight,      ///< By the match's own words and those after it.
  kPublisher,  ///< By sender, then date.
  kSpeaker,    ///< By whose words it is in, then date; what is in no quote, or nobody's, last.
};

struct KwicRequest {
  std::string query;
  CountOptions options;
  std::optional<NamedPeriod> period;  ///< Only what trends count in this period.
  KwicSort sort = KwicSort::kDate;
  bool only_quotes = false;  ///< Only what begins inside a quote: the quotes that trends count.
  std::uint32_t offset = 0;
  std::uint32_t limit = 20;            ///< 0: all.
  std::uint32_t context_columns = 50;  ///< Characters of text on either side.
};

/// One occurrence with what stands around it in the same section, white space as single blanks.
struct KwicLine {
  std::string id;
  std::string title;
  std::optional<PartialDate> date;
  std::string publisher;
  std::string section;  ///< "title", "lead", "body", "boilerplate".
  bool in_quote = false;
  std::string speaker;  ///< Whose words it is in; "" outside quotes and where that is open.
  std::string left;
  std::string match;
  std::string right;
};

struct KwicResult {
  std::string query;
  std::string understood;
  std::string period;          ///< As named; "" for all.
  std::uint64_t total = 0;     ///< Occurrences: the very number that trends give.
  std::uint64_t releases = 0;  ///< In so many releases.
  std::uint32_t offset = 0;
  std::uint64_t revision = 0;
  std::vector<KwicLine> lines;
  std::vector<std::string> conditions;
  std::vector<std::string> notes;
};

}  // namespace pressarkiv
