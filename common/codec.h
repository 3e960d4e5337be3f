// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "common/byte_range.h"

namespace pressarkiv {

/// Appends values to a byte string: LEB128 numbers, and strings after their length. What
/// ByteReader reads back.
class ByteWriter {
 public:
  explicit ByteWriter(std::string& out) : out_(out) {}

  void number(std::uint64_t value) {
    while (value >= 0x80) {
      out_.push_back(static_cast<char>(value | 0x80U));
      value >>= 7U;
    }
    out_.push_back(static_cast<char>(value));
  }
  void text(std::string_view value) {
    number(value.size());
    out_.append(value);
  }
  void range(const ByteRange& value) {
    number(value.begin);
    number(value.size());
  }

 private:
  std::string& out_;
};

/// Reads what ByteWriter wrote. Damaged bytes never read outside the input: every call after the
/// first failure yields 0 or "", and ok() is false.
class ByteReader {
 public:
  explicit ByteReader(std::string_view in) : in_(in) {}

  std::uint64_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64 && at_ < in_.size(); shift += 7) {
      const auto byte = static_cast<unsigned char>(in_[at_++]);
      value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
      if (byte < 0x80) return value;
    }
    return fail(), 0;
  }
  std::string_view text() {
    const std::uint64_t size = number();
    if (!ok_ || size > in_.size() - at_) return fail(), std::string_view();
    const std::string_view value = in_.substr(at_, static_cast<std::size_t>(size));
    at_ += static_cast<std::size_t>(size);
    return value;
  }
  ByteRange range() {
    const auto begin = static_cast<std::size_t>(number());
    return {begin, begin + static_cast<std::size_t>(number())};
  }
  /// The bytes not read yet.
  std::string_view rest() const { return in_.substr(at_); }
  bool ok() const { return ok_; }

 private:
  void fail() {
    ok_ = false;
    at_ = in_.size();
  }

  std::string_view in_;
  std::size_t at_ = 0;
  bool ok_ = true;
};

}  // namespace pressarkiv
