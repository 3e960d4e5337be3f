// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <map>

#include "common/schema/content_table.h"

namespace pressarkiv {

/// Which release each release repeats, from the content table of its index; reads only the chunks
/// that are asked for. Methods may throw Xapian::Error.
class Copies {
 public:
  explicit Copies(const Xapian::Database& index) : index_(index) {}

  /// The release that this one repeats, nearly word for word; itself where it repeats none, and
  /// where the table is missing or damaged.
  Xapian::docid original(Xapian::docid document);

 private:
  const Xapian::Database& index_;
  std::map<std::uint32_t, ContentTable> chunks_;
};

}  // namespace pressarkiv
