// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>

#include "common/facts.h"
#include "common/release.h"

namespace pressarkiv {

/// Who is named in a release, with what roles, who says what, and which places are named. Pure: the
/// same release gives the same facts. Immutable after construction (some milliseconds: the name
/// tables) and thread-safe; keep one.
class Extractor {
 public:
  Extractor();
  ~Extractor();
  Extractor(const Extractor&) = delete;
  Extractor& operator=(const Extractor&) = delete;

  /// Never fails; O(bytes). Ranges never split a UTF-8 sequence of the release's texts.
  Facts extract(const Release& release) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace pressarkiv
