// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <numeric>
#include <string_view>
#include <utility>
#include <vector>

#include "common/columns/columns.h"
#include "common/little_endian.h"

namespace pressarkiv {

/// Lengths of releases (Column::kLength): ranking asks for the same ones for every way to meet a
/// word. Read for a thousand neighbours at once, when one of them is asked for.
class DocumentLengths {
 public:
  DocumentLengths(std::shared_ptr<const Columns> columns, std::uint32_t last_document)
      : columns_(std::move(columns)),
        lengths_(std::size_t{last_document} + 1),
        is_read_(last_document / kNeighbours + 1) {}

  /// 0 where there is no such release.
  std::uint32_t operator[](std::uint32_t document) {
    if (!is_read_[document / kNeighbours]) read(document / kNeighbours);
    return lengths_[document];
  }

 private:
  static constexpr std::uint32_t kNeighbours = 1024;

  void read(std::uint32_t part) {
    const auto begin = std::size_t{part} * kNeighbours;
    std::vector<std::uint32_t> documents(
        std::min<std::size_t>(kNeighbours, lengths_.size() - begin));
    std::iota(documents.begin(), documents.end(), static_cast<std::uint32_t>(begin));
    auto length = lengths_.begin() + static_cast<std::ptrdiff_t>(begin);
    ColumnReader(*columns_, Column::kLength).values(documents, [&](std::string_view bytes) {
      *length++ = bytes.size() == 4 ? little_endian<std::uint32_t>(bytes.data()) : 0;
    });
    is_read_[part] = true;
  }

  std::shared_ptr<const Columns> columns_;
  std::vector<std::uint32_t> lengths_;
  std::vector<bool> is_read_;
};

}  // namespace pressarkiv
