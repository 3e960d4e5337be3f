// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace pressarkiv {

/// A SHA-256 (FIPS 180-4) as its 32 bytes.
class Digest {
 public:
  static constexpr std::size_t kBytes = 32;

  Digest() = default;
  /// The 32 bytes themselves; nullopt for another length.
  static std::optional<Digest> from_bytes(std::string_view bytes);
  /// 64 hexadecimal digits, lower or upper case; nullopt otherwise.
  static std::optional<Digest> from_hex(std::string_view hex);

  std::string_view bytes() const { return {bytes_.data(), bytes_.size()}; }
  /// 64 digits in lower case, as sha256sum prints them.
  std::string hex() const;
  bool operator==(const Digest&) const = default;

 private:
  std::array<char, kBytes> bytes_{};
};

/// The SHA-256 of `bytes`; about 1.5 GB/s where the processor helps.
Digest sha256(std::string_view bytes);

/// The SHA-256 of bytes that come in parts.
class Sha256 {
 public:
  Sha256();
  Sha256(Sha256&&) noexcept;
  Sha256& operator=(Sha256&&) noexcept;
  ~Sha256();

  void add(std::string_view bytes);
  /// The digest of all that was added; the next add() starts anew.
  Digest finish();

 private:
  struct Context;
  std::unique_ptr<Context> context_;
};

}  // namespace pressarkiv
