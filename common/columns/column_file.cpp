// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/columns/column_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace pressarkiv {
namespace {

/// Blocks begin where the machine reads numbers soonest.
constexpr std::uint64_t kAlignment = 8;

}  // namespace

ColumnFile::ColumnFile(const std::filesystem::path& path, std::uint64_t end)
    : path_(path), end_((end + kAlignment - 1) / kAlignment * kAlignment) {
  file_ = ::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
  if (file_ < 0) fail("cannot open the columns of the index");
}

ColumnFile::~ColumnFile() { ::close(file_); }

void ColumnFile::fail(const char* what) const {
  throw std::filesystem::filesystem_error(what, path_,
                                          std::error_code(errno, std::generic_category()));
}

BlockPlace ColumnFile::append(const ColumnBlock& block) {
  BlockPlace place;
  place.bytes = static_cast<std::uint32_t>(block.bytes.size());
  place.first = block.first;
  place.last = block.last;
  place.documents = block.documents;
  place.checksum = block_checksum(block.bytes);
  const std::uint64_t room = (block.bytes.size() + kAlignment - 1) / kAlignment * kAlignment;
  place.position = end_.fetch_add(room);
  std::size_t written = 0;
  while (written < block.bytes.size()) {
    const ssize_t bytes =
        ::pwrite(file_, block.bytes.data() + written, block.bytes.size() - written,
                 static_cast<off_t>(place.position + written));
    if (bytes < 0 && errno == EINTR) continue;
    if (bytes <= 0) fail("cannot write the columns of the index");
    written += static_cast<std::size_t>(bytes);
  }
  return place;
}

void ColumnFile::sync() {
  if (::fsync(file_) != 0) fail("cannot write the columns of the index");
}

}  // namespace pressarkiv
