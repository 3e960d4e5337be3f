// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/record/nearest_ids.h"

#include <algorithm>

namespace pressarkiv {
namespace {

constexpr std::size_t kMaxIds = 3;
constexpr std::size_t kMaxExtensionBytes = 6;  // ".jsonl"

std::string_view without_extension(std::string_view path) {
  const std::size_t dot = path.rfind('.');
  const bool extension = dot != std::string_view::npos && dot > 0 &&
                         path.size() - dot <= kMaxExtensionBytes &&
                         path.find('/', dot) == std::string_view::npos;
  return extension ? path.substr(0, dot) : path;
}

std::string_view last_part(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::vector<std::string> ids_with(const sqlite::Database& database, std::string_view part) {
  std::vector<std::string> ids;
  if (part.empty()) return ids;
  const sqlite::Statement statement(database,
                                    "SELECT id FROM release WHERE instr(lower(id), lower(?1)) > 0 "
                                    "ORDER BY length(id), id LIMIT 3");
  sqlite::Query found(statement, part);
  while (found.next()) ids.emplace_back(found.bytes(0));
  return ids;
}

std::size_t common_prefix(std::string_view a, std::string_view b) {
  const std::size_t size = std::min(a.size(), b.size());
  std::size_t i = 0;
  while (i < size && a[i] == b[i]) ++i;
  return i;
}

std::vector<std::string> neighbours(const sqlite::Database& database, std::string_view asked) {
  std::vector<std::string> ids;
  for (const std::string_view sql :
       {"SELECT id FROM release WHERE id < ?1 ORDER BY id DESC LIMIT 2",
        "SELECT id FROM release WHERE id > ?1 ORDER BY id LIMIT 2"}) {
    const sqlite::Statement statement(database, sql);
    sqlite::Query found(statement, asked);
    while (found.next()) {
      if (2 * common_prefix(found.bytes(0), asked) >= asked.size()) {
        ids.emplace_back(found.bytes(0));
      }
    }
  }
  std::stable_sort(ids.begin(), ids.end(), [asked](const std::string& a, const std::string& b) {
    const std::size_t in_a = common_prefix(a, asked);
    const std::size_t in_b = common_prefix(b, asked);
    return in_a != in_b ? in_a > in_b : a.size() < b.size();
  });
  if (ids.size() > kMaxIds) ids.resize(kMaxIds);
  return ids;
}

}  // namespace

std::vector<std::string> nearest_ids(const sqlite::Database& database, std::string_view asked) {
  const std::string_view stem = without_extension(asked);
  for (const std::string_view part : {asked, stem, last_part(stem)}) {
    std::vector<std::string> ids = ids_with(database, part);
    if (!ids.empty()) return ids;
  }
  return neighbours(database, asked);
}

std::string not_found_message(const sqlite::Database& database, std::string_view asked) {
  std::string message = "no release '" + std::string(asked) + "' in the archive";
  const std::vector<std::string> ids = nearest_ids(database, asked);
  for (std::size_t i = 0; i < ids.size(); ++i) message += (i == 0 ? "; nearest: " : ", ") + ids[i];
  return message;
}

}  // namespace pressarkiv
