// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <string_view>

namespace pressarkiv {

/// Swedish alphabetical order (ICU, locale sv: å ä ö after z). Not thread-safe.
class Collation {
 public:
  Collation();
  ~Collation();
  /// Total order: texts that collate alike are ordered by their bytes.
  bool less(std::string_view a, std::string_view b) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace pressarkiv
