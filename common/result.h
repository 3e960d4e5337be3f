// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <utility>
#include <variant>

namespace pressarkiv {

/// What kind of thing went wrong. Few, and the most specific one that fits. A command line turns
/// a code into its exit status, a web page into its HTTP status.
enum class ErrorCode {
  kInvalidArgument,  ///< A caller asked for something that makes no sense (an unknown field name).
  kQuerySyntax,      ///< A query that cannot be understood; the message names the column.
  kNotFound,         ///< The named file, release or archive does not exist.
  kUnsupportedFormat,  ///< Bytes of no format that a reader knows (a picture, an executable).
  kCorrupt,            ///< Stored or received bytes are damaged.
  kIo,                 ///< The operating system refused (permission, full disk, broken device).
  kLocked,             ///< Another process writes to the archive.
  kIncompatible,       ///< Written by a newer version, or by another analyzer.
  kInternal,           ///< A bug of ours.
};

/// One failure: what happened, where, and what to do about it, in one line without a final full
/// stop. `message` is complete: callers add a file name only where it is not in it.
struct Error {
  ErrorCode code = ErrorCode::kInternal;
  std::string message;
};

/// Either a value or an Error. For failures of *input* and *environment*; bugs are assertions.
/// Reading value() of a failed Result is a bug.
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : content_(std::move(value)) {}      // NOLINT(google-explicit-constructor)
  Result(Error error) : content_(std::move(error)) {}  // NOLINT(google-explicit-constructor)

  bool ok() const { return content_.index() == 0; }
  explicit operator bool() const { return ok(); }

  T& value() & { return std::get<0>(content_); }
  const T& value() const& { return std::get<0>(content_); }
  T&& value() && { return std::get<0>(std::move(content_)); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }

  const Error& error() const { return std::get<1>(content_); }

 private:
  std::variant<T, Error> content_;
};

/// Success without a value.
struct Done {};
using Status = Result<Done>;

}  // namespace pressarkiv
