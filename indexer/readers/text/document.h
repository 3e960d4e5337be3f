// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "indexer/readers/text/lines.h"

namespace pressarkiv::text {

/// What a line turned out to be. Each step of the analysis turns some kText into something else.
enum class Role : unsigned char {
  kText,      ///< News, until a step says otherwise.
  kPreamble,  ///< Above the headline: type line, sender, date, correction.
  kTitle,
  kLabel,  ///< Part of a block of subjects or regions.
  kContact,
  kBoilerplate,
  kDateLine,  ///< "Malmö den 2 december 2020" at the end.
  kEndMark,   ///< "# # #", "SLUT", rules of dashes.
};

/// The lines of one release with what is known of each.
struct Document {
  std::vector<Line> lines;
  std::vector<Role> roles;

  explicit Document(std::vector<Line> all)
      : lines(std::move(all)), roles(lines.size(), Role::kText) {}

  std::size_t size() const { return lines.size(); }
  const std::string& line(std::size_t i) const { return lines[i].text; }
  bool is_text(std::size_t i) const { return i < size() && roles[i] == Role::kText; }
  /// The line after the last one of the chunk (lines without a blank between) that holds line i.
  std::size_t chunk_end(std::size_t i) const {
    std::size_t end = i + 1;
    while (end < size() && !lines[end].starts_chunk) ++end;
    return end;
  }
  void mark(std::size_t begin, std::size_t end, Role role) {
    for (std::size_t i = begin; i < end; ++i) roles[i] = role;
  }
  /// The lines of a role, one below the other.
  std::string joined(Role role) const {
    std::string all;
    for (std::size_t i = 0; i < size(); ++i) {
      if (roles[i] != role) continue;
      if (!all.empty()) all.push_back('\n');
      all += lines[i].text;
    }
    return all;
  }
};

}  // namespace pressarkiv::text
