// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/file_stamp.h"

#include <sys/stat.h>

namespace pressarkiv {

FileStamp FileStamp::of(const std::filesystem::path& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return {};
  constexpr std::int64_t kNanoseconds = 1'000'000'000;
  return {status.st_ino, status.st_mtim.tv_sec * kNanoseconds + status.st_mtim.tv_nsec};
}

}  // namespace pressarkiv
