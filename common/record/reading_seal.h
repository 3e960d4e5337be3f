// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "common/digest.h"

namespace pressarkiv {

/// What ties a reading to the version it is of, whose own bytes have `digest` (hexadecimal).
inline Digest reading_seal(std::string_view digest, std::string_view release,
                           std::string_view facts) {
  Sha256 sum;
  sum.add(digest);
  sum.add(std::to_string(release.size()));
  sum.add(":");
  sum.add(release);
  sum.add(facts);
  return sum.finish();
}

}  // namespace pressarkiv
