// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>

namespace pressarkiv {

/// A Xapian database that is being written. Xapian's own destructor tries to write what was not
/// committed and lets the failure of that (a full disk) end the process; this one closes the
/// database first and keeps the failure to itself, so that the error that came first is told.
class WritableIndex {
 public:
  WritableIndex(const std::string& path, int flags) : database_(path, flags) {}
  ~WritableIndex() {
    try {
      database_.close();
    } catch (const Xapian::Error&) {  // Nothing was committed: an older state stays.
    }
  }
  WritableIndex(const WritableIndex&) = delete;
  WritableIndex& operator=(const WritableIndex&) = delete;

  Xapian::WritableDatabase& operator*() { return database_; }
  Xapian::WritableDatabase* operator->() { return &database_; }

 private:
  Xapian::WritableDatabase database_;
};

}  // namespace pressarkiv
