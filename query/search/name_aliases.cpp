// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/name_aliases.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

#include "common/text/fold.h"

namespace pressarkiv {
namespace {

std::vector<std::string> cells_of(std::string_view line) {
  std::vector<std::string> cells;
  for (std::size_t at = 0; at <= line.size();) {
    const std::size_t end = std::min(line.find('\t', at), line.size());
    std::string cell = fold_label(line.substr(at, end - at));
    if (!cell.empty()) cells.push_back(std::move(cell));
    at = end + 1;
  }
  return cells;
}

}  // namespace

Result<NameAliases> NameAliases::read(const ArchiveLayout& layout) {
  const std::string path = layout.names().string();
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored)) return NameAliases{};
  std::ifstream in(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  if (!in) return Error{ErrorCode::kIo, path + ": cannot be read"};
  return parse(text, path);
}

Result<NameAliases> NameAliases::parse(std::string_view text, const std::string& name) {
  NameAliases aliases;
  std::size_t number = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    at = end + 1;
    ++number;
    if (line.empty() || line.front() == '#' || line.front() == '\r') continue;
    const std::vector<std::string> cells = cells_of(line);
    const bool same = cells.size() >= 3 && cells[0] == "samma";
    const bool apart = cells.size() == 3 && cells[0] == "olika";
    if (!same && !apart) {
      return Error{ErrorCode::kInvalidArgument,
                   name + ": line " + std::to_string(number) +
                       ": write samma or olika and two names, with tabs between them"};
    }
    if (apart) {
      aliases.apart_.emplace(std::min(cells[1], cells[2]), std::max(cells[1], cells[2]));
      continue;
    }
    for (std::size_t i = 2; i < cells.size(); ++i) {
      if (cells[i] != cells[1]) aliases.canonical_[cells[i]] = cells[1];
    }
  }
  return aliases;
}

const std::string& NameAliases::canonical(const std::string& key) const {
  const auto found = canonical_.find(key);
  return found == canonical_.end() ? key : found->second;
}

bool NameAliases::are_apart(const std::string& a, const std::string& b) const {
  return apart_.count({std::min(a, b), std::max(a, b)}) > 0;
}

}  // namespace pressarkiv
