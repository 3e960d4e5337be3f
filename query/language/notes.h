// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/result.h"

namespace pressarkiv {

/// "kolumn 7: `message`", counted in characters.
std::string at_column(std::string_view text, std::size_t offset, std::string_view message);

/// A refusal of a query that names the column.
Error syntax_error(std::string_view text, std::size_t offset, std::string_view message);

/// What a user is told about one query; a few lines at most, however odd the query is.
class QueryNotes {
 public:
  /// `text` must outlive the notes.
  explicit QueryNotes(std::string_view text) : text_(text) {}

  void add(std::size_t offset, std::string_view message);
  void add(std::string message);
  void clear() { lines_.clear(); }
  std::vector<std::string> take() { return std::move(lines_); }

 private:
  std::string_view text_;
  std::vector<std::string> lines_;
};

}  // namespace pressarkiv
