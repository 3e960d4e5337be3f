// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <vector>

namespace pressarkiv {

/// Lengths of releases, looked up once each: ranking asks for the same ones for every way to meet a
/// word, and Xapian searches a tree each time. May throw Xapian::Error.
class DocumentLengths {
 public:
  explicit DocumentLengths(const Xapian::Database& releases)
      : releases_(releases), lengths_(std::size_t{releases.get_lastdocid()} + 1, kUnknown) {}

  std::uint32_t operator[](Xapian::docid document) {
    std::uint32_t& length = lengths_[document];
    if (length == kUnknown) length = releases_.get_doclength(document);
    return length;
  }

 private:
  static constexpr std::uint32_t kUnknown = 0xFFFFFFFF;
  const Xapian::Database releases_;  // A handle: cheap to copy.
  std::vector<std::uint32_t> lengths_;
};

}  // namespace pressarkiv
