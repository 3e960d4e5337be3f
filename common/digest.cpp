// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/digest.h"

#include <nettle/sha2.h>

#include <algorithm>
#include <cstdint>

namespace pressarkiv {
namespace {

constexpr std::string_view kHexDigits = "0123456789abcdef";

std::optional<unsigned> hex_value(char digit) {
  if (digit >= '0' && digit <= '9') return static_cast<unsigned>(digit - '0');
  if (digit >= 'a' && digit <= 'f') return static_cast<unsigned>(digit - 'a') + 10U;
  if (digit >= 'A' && digit <= 'F') return static_cast<unsigned>(digit - 'A') + 10U;
  return std::nullopt;
}

void update(sha256_ctx& context, std::string_view bytes) {
  sha256_update(&context, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
}

Digest digest_of(sha256_ctx& context) {
  std::array<std::uint8_t, Digest::kBytes> raw{};
  sha256_digest(&context, raw.size(), raw.data());
  std::array<char, Digest::kBytes> bytes{};
  std::copy(raw.begin(), raw.end(), bytes.begin());
  return *Digest::from_bytes({bytes.data(), bytes.size()});
}

}  // namespace

std::optional<Digest> Digest::from_bytes(std::string_view bytes) {
  if (bytes.size() != kBytes) return std::nullopt;
  Digest digest;
  std::copy(bytes.begin(), bytes.end(), digest.bytes_.begin());
  return digest;
}

std::optional<Digest> Digest::from_hex(std::string_view hex) {
  if (hex.size() != 2 * kBytes) return std::nullopt;
  Digest digest;
  for (std::size_t i = 0; i < kBytes; ++i) {
    const auto high = hex_value(hex[2 * i]);
    const auto low = hex_value(hex[2 * i + 1]);
    if (!high || !low) return std::nullopt;
    digest.bytes_[i] = static_cast<char>((*high << 4U) | *low);
  }
  return digest;
}

std::string Digest::hex() const {
  std::string hex(2 * kBytes, '0');
  for (std::size_t i = 0; i < kBytes; ++i) {
    const auto value = static_cast<unsigned char>(bytes_[i]);
    hex[2 * i] = kHexDigits[value >> 4U];
    hex[2 * i + 1] = kHexDigits[value & 0xFU];
  }
  return hex;
}

Digest sha256(std::string_view bytes) {
  sha256_ctx context;  // NOLINT(cppcoreguidelines-pro-type-member-init): sha256_init() does it.
  sha256_init(&context);
  update(context, bytes);
  return digest_of(context);
}

struct Sha256::Context {
  sha256_ctx state{};
};

Sha256::Sha256() : context_(std::make_unique<Context>()) { sha256_init(&context_->state); }
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;
Sha256::~Sha256() = default;

void Sha256::add(std::string_view bytes) { update(context_->state, bytes); }

Digest Sha256::finish() { return digest_of(context_->state); }

}  // namespace pressarkiv
