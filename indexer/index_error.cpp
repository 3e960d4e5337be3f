// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/index_error.h"

#include <string>

namespace pressarkiv {

namespace fs = std::filesystem;

Error translate(const Xapian::Error& error, const fs::path& where) {
  const std::string text = where.string() + ": " + error.get_msg();
  const std::string type = error.get_type();
  if (type == "DatabaseCorruptError" || type == "DatabaseNotFoundError") {
    return {ErrorCode::kCorrupt,
            text + "; the record is not touched, mend the index with: pressarkiv-index rebuild"};
  }
  if (type == "DatabaseVersionError") {
    return {ErrorCode::kIncompatible, text + "; write it anew with: pressarkiv-index rebuild"};
  }
  if (type == "DatabaseLockError") return {ErrorCode::kLocked, text};
  std::string message = text;
  if (const char* reason = error.get_error_string()) message += std::string(" (") + reason + ")";
  return {ErrorCode::kIo, message + "; the record is safe, run the same command again"};
}

Error translate(const fs::filesystem_error& error, const fs::path& where) {
  return {ErrorCode::kIo, where.string() + ": " + error.code().message() +
                              "; the record is safe, run the same command again"};
}

}  // namespace pressarkiv
