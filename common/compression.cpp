// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/compression.h"

#include <zstd.h>

#include <cstdint>
#include <memory>
#include <new>

namespace pressarkiv {
namespace {

constexpr int kLevel = 3;
// No zstd block holds more than 128 KiB or is shorter than 4 bytes (RFC 8878, 3.1.1.2): what a
// frame of so many bytes can expand to at most.
constexpr std::uint64_t kMaxBlockBytes = std::uint64_t{128} << 10U;
constexpr std::uint64_t kMinBlockBytes = 4;

struct FreeContext {
  void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
  void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};

ZSTD_CCtx* compression_context() {
  thread_local const std::unique_ptr<ZSTD_CCtx, FreeContext> context(ZSTD_createCCtx());
  if (!context) throw std::bad_alloc();
  return context.get();
}

ZSTD_DCtx* decompression_context() {
  thread_local const std::unique_ptr<ZSTD_DCtx, FreeContext> context(ZSTD_createDCtx());
  if (!context) throw std::bad_alloc();
  return context.get();
}

Error damaged(const std::string& how) {
  return {ErrorCode::kCorrupt, "compressed bytes are damaged: " + how};
}

}  // namespace

std::string compress(std::string_view bytes) {
  std::string frame(ZSTD_compressBound(bytes.size()), '\0');
  const std::size_t size = ZSTD_compressCCtx(compression_context(), frame.data(), frame.size(),
                                             bytes.data(), bytes.size(), kLevel);
  if (ZSTD_isError(size) != 0) throw std::bad_alloc();  // The only failure with so much room.
  frame.resize(size);
  return frame;
}

Result<std::string> decompress(std::string_view frame, std::size_t max_bytes) {
  const std::uint64_t claimed = ZSTD_getFrameContentSize(frame.data(), frame.size());
  if (claimed == ZSTD_CONTENTSIZE_ERROR || claimed == ZSTD_CONTENTSIZE_UNKNOWN) {
    return damaged("not a zstd frame that tells its size");
  }
  if (claimed > max_bytes || claimed / kMaxBlockBytes > frame.size() / kMinBlockBytes) {
    return damaged("they claim to hold " + std::to_string(claimed) + " bytes");
  }
  std::string bytes(static_cast<std::size_t>(claimed), '\0');
  const std::size_t size = ZSTD_decompressDCtx(decompression_context(), bytes.data(), bytes.size(),
                                               frame.data(), frame.size());
  if (ZSTD_isError(size) != 0) return damaged(ZSTD_getErrorName(size));
  if (size != bytes.size()) return damaged("shorter than they claim");
  return bytes;
}

}  // namespace pressarkiv
