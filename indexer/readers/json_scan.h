// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "common/byte_range.h"
#include "indexer/encoding.h"

namespace pressarkiv::json {

/// Where values begin and end in JSON that may be broken, without building anything. Works on
/// bytes: everything that gives JSON its shape is ASCII, in all encodings that a source may have.
/// UTF-16 is looked at through a copy of one byte a code unit.
class Scan {
 public:
  /// `bytes` must outlive the scan.
  explicit Scan(std::string_view bytes);

  /// One byte a code unit: what all positions count in.
  std::string_view units() const { return units_; }
  /// The bytes of the source that a range of units stands for.
  ByteRange bytes_of(ByteRange units) const;
  /// UTF-16 where the source is that; the others are told for each value by itself.
  std::optional<Encoding> wide_encoding() const { return wide_; }
  bool marked() const { return mark_ > 0; }

 private:
  std::string narrow_;
  std::string_view units_;
  std::optional<Encoding> wide_;
  std::size_t mark_ = 0;  // Bytes of the byte order mark.
};

bool is_blank(char unit);
/// The first position from `at` on that is no blank; the end if there is none.
std::size_t skip_blanks(std::string_view units, std::size_t at);

/// Where a value ends, and how deep it goes.
struct ValueEnd {
  std::size_t end = 0;
  std::size_t depth = 0;
  bool complete = false;  ///< False: the text ends inside of it.
};
/// Follows the value that begins at `at`: brackets are counted, not matched, and whatever else
/// stands between commas and brackets counts as a value. Linear.
ValueEnd end_of_value(std::string_view units, std::size_t at);

/// Walks the members of the object that begins at `at`. Stops at whatever is out of order.
class MemberScan {
 public:
  MemberScan(std::string_view units, std::size_t at) : units_(units), at_(at + 1) {}
  /// Goes to the next member; false after the last one.
  bool next();
  std::string_view key() const { return key_; }  ///< As written, escapes and all.
  std::size_t value_at() const { return value_at_; }

 private:
  std::string_view units_;
  std::size_t at_;
  std::string_view key_;
  std::size_t value_at_ = 0;
  bool at_value_ = false;
};

}  // namespace pressarkiv::json
