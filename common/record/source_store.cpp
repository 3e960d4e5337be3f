// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/record/source_store.h"

#include <algorithm>

#include "common/compression.h"

namespace pressarkiv {
namespace {

[[noreturn]] void fail_damaged(const std::string& how) {
  throw sqlite::Failure(Error{ErrorCode::kCorrupt, how});
}

}  // namespace

SourceStore::SourceStore(const sqlite::Database& database)
    : database_(database),
      find_source_(database, "SELECT id FROM source WHERE digest = ?1"),
      add_source_(database,
                  "INSERT INTO source(digest, size, stored, first_piece) "
                  "VALUES(?1, ?2, ?3, ?4)"),
      add_piece_(database, "INSERT INTO piece(bytes) VALUES(?1)"),
      find_piece_(database, "SELECT bytes FROM piece WHERE id = ?1") {}

std::int64_t SourceStore::keep(std::string_view bytes, const Digest& digest) {
  {
    sqlite::Query found(find_source_, sqlite::Blob{digest.bytes()});
    if (found.next()) return found.number(0);
  }
  std::int64_t first_piece = 0;
  std::int64_t stored = 0;
  for (std::size_t at = 0; at < bytes.size(); at += kPieceBytes) {
    const std::string frame = compress(bytes.substr(at, kPieceBytes));
    sqlite::Query(add_piece_, sqlite::Blob{frame}).run();
    if (first_piece == 0) first_piece = database_.last_row();
    stored += static_cast<std::int64_t>(frame.size());
  }
  sqlite::Query(add_source_, sqlite::Blob{digest.bytes()}, static_cast<std::int64_t>(bytes.size()),
                stored, first_piece)
      .run();
  return database_.last_row();
}

std::string_view SourceStore::piece(const StoredSource& source, std::uint64_t index) {
  const std::int64_t id = source.first_piece + static_cast<std::int64_t>(index);
  const std::uint64_t wanted =
      std::min<std::uint64_t>(kPieceBytes, source.size - index * kPieceBytes);
  if (id != cached_piece_) {
    cached_piece_ = 0;
    sqlite::Query found(find_piece_, id);
    if (!found.next()) fail_damaged("piece " + std::to_string(id) + " is missing");
    Result<std::string> bytes = decompress(found.bytes(0), kPieceBytes);
    if (!bytes) fail_damaged("piece " + std::to_string(id) + ": " + bytes.error().message);
    cached_bytes_ = std::move(*bytes);
    cached_piece_ = id;
  }
  if (cached_bytes_.size() != wanted) {
    fail_damaged("piece " + std::to_string(id) + " is not of its size");
  }
  return cached_bytes_;
}

std::string SourceStore::read(const StoredSource& source, ByteRange range) {
  if (range.begin > range.end || range.end > source.size) {
    fail_damaged("bytes " + std::to_string(range.begin) + " to " + std::to_string(range.end) +
                 " lie outside the source, which has " + std::to_string(source.size));
  }
  std::string bytes;
  bytes.reserve(std::min(range.size(), kPieceBytes));
  while (bytes.size() < range.size()) {
    const std::size_t at = range.begin + bytes.size();
    const std::string_view part = piece(source, at / kPieceBytes).substr(at % kPieceBytes);
    bytes += part.substr(0, range.end - at);
  }
  return bytes;
}

void SourceStore::each_piece(const StoredSource& source,
                             const std::function<void(std::string_view)>& visit) {
  for (std::uint64_t i = 0; i * kPieceBytes < source.size; ++i) visit(piece(source, i));
}

}  // namespace pressarkiv
