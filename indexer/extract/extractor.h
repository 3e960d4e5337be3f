// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>

#include "common/facts.h"
#include "common/release.h"

namespace pressarkiv {

/// Who is named in a release, with what roles, who says what, and which places are named. Pure: the
/// same release gives the same facts. Thread-safe; keep one: its first release takes some
/// milliseconds more, in which the name tables are read.
class Extractor {
 public:
  Extractor();
  ~Extractor();
  Extractor(const Extractor&) = delete;
  Extractor& operator=(const Extractor&) = delete;

  /// Never fails; O(bytes). Ranges never split a UTF-8 sequence of the release's texts.
  Facts extract(const Release& release) const;

 private:
  struct Tables;
  const Tables& tables() const;

  mutable std::once_flag made_;
  mutable std::unique_ptr<const Tables> tables_;
};

}  // namespace pressarkiv
