// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/notes.h"

#include "query/language/characters.h"

namespace pressarkiv {
namespace {

constexpr std::size_t kMaxNotes = 6;

}  // namespace

std::string at_column(std::string_view text, std::size_t offset, std::string_view message) {
  return "kolumn " + std::to_string(column_of(text, offset)) + ": " + std::string(message);
}

Error syntax_error(std::string_view text, std::size_t offset, std::string_view message) {
  return {ErrorCode::kQuerySyntax, at_column(text, offset, message)};
}

void QueryNotes::add(std::size_t offset, std::string_view message) {
  if (lines_.size() < kMaxNotes) lines_.push_back(at_column(text_, offset, message));
}

void QueryNotes::add(std::string message) {
  if (lines_.size() < kMaxNotes) lines_.push_back(std::move(message));
}

}  // namespace pressarkiv
