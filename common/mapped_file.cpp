// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace pressarkiv {

Result<MappedFile> MappedFile::open(const std::string& path, std::string_view what) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) {
    const ErrorCode code = errno == ENOENT ? ErrorCode::kNotFound : ErrorCode::kIo;
    return Error{code,
                 path + ": cannot open the " + std::string(what) + ": " + std::strerror(errno)};
  }
  Result<MappedFile> mapped = of(file, path, what);
  ::close(file);
  return mapped;
}

Result<MappedFile> MappedFile::of(int descriptor, const std::string& path, std::string_view what) {
  MappedFile mapped;
  struct stat status {};
  void* start = MAP_FAILED;
  if (fstat(descriptor, &status) == 0 && status.st_size > 0) {
    start = mmap(nullptr, static_cast<std::size_t>(status.st_size), PROT_READ, MAP_SHARED,
                 descriptor, 0);
  }
  if (start == MAP_FAILED) {
    return Error{ErrorCode::kCorrupt,
                 path + ": empty or unreadable " + std::string(what) + "; build it anew"};
  }
  mapped.start_ = start;
  mapped.size_ = static_cast<std::size_t>(status.st_size);
  return mapped;
}

MappedFile::~MappedFile() {
  if (start_ != nullptr) munmap(start_, size_);
}

}  // namespace pressarkiv
