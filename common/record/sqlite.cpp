// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/record/sqlite.h"

#include <cerrno>
#include <cstring>

namespace pressarkiv::sqlite {
namespace {

constexpr int kBusyTimeoutMs = 5000;
constexpr int kPrimaryCode = 0xFF;

bool is_disk_full(int code, int system_error) {
  return code == SQLITE_FULL || system_error == ENOSPC || system_error == EDQUOT;
}

Error translate(int code, const std::string& path, const std::string& text, int system_error) {
  const std::string reason = system_error != 0 ? text + ": " + std::strerror(system_error) : text;
  switch (code) {
    case SQLITE_FULL:
    case SQLITE_IOERR:
      if (is_disk_full(code, system_error)) {
        return {ErrorCode::kIo, path +
                                    ": no space left on the disk; nothing committed is lost: "
                                    "free some space and run the same command again"};
      }
      return {ErrorCode::kIo, path + ": " + reason +
                                  "; nothing committed is lost: check the disk "
                                  "and run the same command again"};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {ErrorCode::kLocked, path + ": in use by another process; try again when it is done"};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return {ErrorCode::kCorrupt, path + ": damaged (" + text + "); restore it from a copy"};
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_READONLY:
    case SQLITE_NOMEM:
    case SQLITE_TOOBIG:
      return {ErrorCode::kIo, path + ": " + reason};
    default:
      return {ErrorCode::kInternal, path + ": SQLite: " + reason};
  }
}

[[noreturn]] void fail(sqlite3* handle, int code, const std::string& path) {
  const int primary = code & kPrimaryCode;
  const bool system = primary == SQLITE_IOERR || primary == SQLITE_CANTOPEN;
  const int system_error = system && handle != nullptr ? sqlite3_system_errno(handle) : 0;
  const char* text = handle != nullptr ? sqlite3_errmsg(handle) : sqlite3_errstr(code);
  throw Failure(translate(primary, path, text, system_error), primary);
}

[[noreturn]] void fail(sqlite3* handle, int code) {
  const char* path = sqlite3_db_filename(handle, "main");
  fail(handle, code, path != nullptr ? path : "");
}

/// As a URI, because only that way may a file be called immutable.
std::string uri_of(const std::filesystem::path& path, OpenMode mode) {
  std::string uri = "file:";
  for (const char byte : path.string()) {
    switch (byte) {
      case '%':
        uri += "%25";
        break;
      case '?':
        uri += "%3f";
        break;
      case '#':
        uri += "%23";
        break;
      default:
        uri += byte;
    }
  }
  return mode == OpenMode::kImmutable ? uri + "?immutable=1" : uri;
}

}  // namespace

Database::Database(const std::filesystem::path& path, OpenMode mode) {
  const int access = mode == OpenMode::kReadWrite ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
                                                  : SQLITE_OPEN_READONLY;
  sqlite3* handle = nullptr;
  // An absolute path: "file://name" would name a host.
  const std::string uri = uri_of(std::filesystem::absolute(path), mode);
  const int code = sqlite3_open_v2(
      uri.c_str(), &handle, access | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI | SQLITE_OPEN_EXRESCODE,
      nullptr);
  handle_.reset(handle);
  if (code != SQLITE_OK) fail(handle, code, path.string());
  sqlite3_busy_timeout(handle, kBusyTimeoutMs);
}

void Database::run(const char* sql) const {
  const int code = sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) fail(handle_.get(), code);
}

std::int64_t Database::number(const char* sql) const {
  const Statement statement(*this, sql);
  Query query(statement);
  return query.next() ? query.number(0) : 0;
}

Statement::Statement(const Database& database, std::string_view sql) {
  sqlite3_stmt* handle = nullptr;
  const int code = sqlite3_prepare_v3(database.handle(), sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &handle, nullptr);
  handle_.reset(handle);
  if (code != SQLITE_OK) fail(database.handle(), code);
}

bool Query::next() {
  const int code = sqlite3_step(handle_);
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) fail(sqlite3_db_handle(handle_), code);
  return false;
}

std::string_view Query::bytes(int column) const {
  const void* data = sqlite3_column_blob(handle_, column);
  if (data == nullptr) return {};
  return {static_cast<const char*>(data),
          static_cast<std::size_t>(sqlite3_column_bytes(handle_, column))};
}

void Query::check(int code) const {
  if (code != SQLITE_OK) fail(sqlite3_db_handle(handle_), code);
}

void Query::bind(std::int64_t value) { check(sqlite3_bind_int64(handle_, ++bound_, value)); }

void Query::bind(std::string_view text) {
  const char* data = text.empty() ? "" : text.data();  // A null pointer would bind NULL.
  check(sqlite3_bind_text64(handle_, ++bound_, data, text.size(), SQLITE_STATIC, SQLITE_UTF8));
}

void Query::bind(Blob blob) {
  const char* data = blob.bytes.empty() ? "" : blob.bytes.data();
  check(sqlite3_bind_blob64(handle_, ++bound_, data, blob.bytes.size(), SQLITE_STATIC));
}

void Query::bind(std::nullptr_t /*null*/) { check(sqlite3_bind_null(handle_, ++bound_)); }

}  // namespace pressarkiv::sqlite
