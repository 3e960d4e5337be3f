// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/record/version_table.h"

#include "common/digest.h"

namespace pressarkiv {
namespace {

std::string hex_of(std::string_view stored) {
  const std::optional<Digest> digest = Digest::from_bytes(stored);
  return digest ? digest->hex() : std::string();
}

}  // namespace

VersionTable::VersionTable(const sqlite::Database& database)
    : find_(database,
            "SELECT v.release, r.id, v.number, e.at, v.digest, s.digest, a.path, a.default_id, "
            "a.format, m.json, v.first_byte, v.end_byte, s.id, s.size, s.first_piece "
            "FROM version v JOIN release r ON r.key = v.release JOIN event e ON e.number = v.event "
            "JOIN arrival a ON a.id = v.arrival JOIN source s ON s.id = a.source "
            "LEFT JOIN mapping m ON m.id = a.mapping WHERE v.event = ?1") {}

std::optional<VersionRow> VersionTable::find(EventNumber event) const {
  sqlite::Query found(find_, static_cast<std::int64_t>(event));
  if (!found.next()) return std::nullopt;
  VersionRow row;
  row.version.event = event;
  row.version.key = static_cast<ReleaseKey>(found.number(0));
  row.version.release_id = found.bytes(1);
  row.version.version = static_cast<unsigned>(found.number(2));
  row.version.received_at = found.bytes(3);
  row.version.digest = hex_of(found.bytes(4));
  row.version.source_digest = hex_of(found.bytes(5));
  row.version.path = found.bytes(6);
  row.version.default_id = found.bytes(7);
  row.version.format = found.bytes(8);
  row.version.mapping = found.bytes(9);
  row.range.begin = static_cast<std::size_t>(found.number(10));
  row.range.end = static_cast<std::size_t>(found.number(11));
  row.source.id = found.number(12);
  row.source.size = static_cast<std::uint64_t>(found.number(13));
  row.source.first_piece = found.number(14);
  return row;
}

}  // namespace pressarkiv
