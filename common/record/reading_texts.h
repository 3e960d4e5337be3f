// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "common/record/archive_layout.h"
#include "common/record/record_store.h"
#include "common/result.h"

namespace pressarkiv {

/// The releases of the archive's readings, for showing: what an index leaves there. Shows them as
/// they stood when it was opened, so open it after the index; reads beside a writer, and in folders
/// that cannot be written. One object a thread. Errors say what to run:
/// kCorrupt (damaged, or the file or these readings in it are gone), kIo.
class ReadingTexts {
 public:
  /// `identity`: of the readings that the index was made of (ReadingStore::identity()).
  static Result<ReadingTexts> open(const ArchiveLayout& layout, const std::string& identity);

  ReadingTexts(ReadingTexts&&) noexcept;
  ReadingTexts& operator=(ReadingTexts&&) noexcept;
  ~ReadingTexts();

  /// encode_release() of the version that `event` brought. Some 5 µs.
  Result<std::string> release(EventNumber event) const;
  /// Whether it is there, and byte for byte what was made of the version with this digest.
  Result<bool> is_sound(EventNumber event, std::string_view digest) const;

 private:
  struct State;
  explicit ReadingTexts(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace pressarkiv
