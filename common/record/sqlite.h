// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <exception>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "common/result.h"

/// A thin layer over SQLite for common/record alone. Errors are thrown as Failure, and caught
/// where RecordStore's functions end: nothing of it is seen outside.
namespace pressarkiv::sqlite {

/// An SQLite error, translated: `error()` is complete, `code()` is SQLite's primary result code.
class Failure : public std::exception {
 public:
  explicit Failure(Error error, int code = SQLITE_ERROR)
      : error_(std::make_shared<const Error>(std::move(error))), code_(code) {}
  const Error& error() const { return *error_; }
  int code() const { return code_; }
  const char* what() const noexcept override { return error_->message.c_str(); }

 private:
  std::shared_ptr<const Error> error_;  // Shared: copying an exception must not throw.
  int code_;
};

enum class OpenMode {
  kReadWrite,  ///< Makes the file where missing.
  kReadOnly,
  kImmutable,  ///< Read-only, and nobody writes meanwhile: no locks, no side files, no log.
};

/// One connection. Not to be used by two threads at once.
class Database {
 public:
  Database(const std::filesystem::path& path, OpenMode mode);

  /// Runs statements that give no rows of interest.
  void run(const char* sql) const;
  /// The first column of the first row as a number; 0 where there is no row.
  std::int64_t number(const char* sql) const;
  bool in_transaction() const { return sqlite3_get_autocommit(handle_.get()) == 0; }
  std::int64_t last_row() const { return sqlite3_last_insert_rowid(handle_.get()); }
  sqlite3* handle() const { return handle_.get(); }

 private:
  struct Close {
    void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
  };
  std::unique_ptr<sqlite3, Close> handle_;
};

/// A prepared statement, to be run by a Query.
class Statement {
 public:
  Statement(const Database& database, std::string_view sql);
  sqlite3_stmt* handle() const { return handle_.get(); }

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* handle) const { sqlite3_finalize(handle); }
  };
  std::unique_ptr<sqlite3_stmt, Finalize> handle_;
};

/// A parameter that is a BLOB, where a plain std::string_view is TEXT.
struct Blob {
  std::string_view bytes;
};

/// One run of a statement: binds ?1, ?2 … in order, gives rows, and resets the statement at the
/// end of its life. Text and blobs that are bound must live as long; those of a row live until the
/// next one.
class Query {
 public:
  template <typename... Parameters>
  explicit Query(const Statement& statement, const Parameters&... parameters)
      : handle_(statement.handle()) {
    (bind(parameters), ...);
  }
  ~Query() { sqlite3_reset(handle_); }
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;

  /// Whether there is another row.
  bool next();
  /// For statements that only change something.
  void run() {
    while (next()) {
    }
  }
  std::int64_t number(int column) const { return sqlite3_column_int64(handle_, column); }
  /// TEXT or BLOB; "" for NULL.
  std::string_view bytes(int column) const;
  bool is_null(int column) const { return sqlite3_column_type(handle_, column) == SQLITE_NULL; }

 private:
  void bind(std::int64_t value);
  void bind(std::string_view text);
  void bind(Blob blob);
  void bind(std::nullptr_t null);
  void check(int code) const;

  sqlite3_stmt* handle_;
  int bound_ = 0;
};

}  // namespace pressarkiv::sqlite
