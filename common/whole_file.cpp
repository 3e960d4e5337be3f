// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/whole_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>

namespace pressarkiv {
namespace {

Error write_error(const std::filesystem::path& path, int reason) {
  return {ErrorCode::kIo, path.string() + ": cannot write: " + std::strerror(reason)};
}

/// 0, or errno.
int write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t size = ::write(file, bytes.data(), bytes.size());
    if (size < 0 && errno == EINTR) continue;
    if (size <= 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(size));
  }
  return ::fsync(file) == 0 ? 0 : errno;
}

/// So that the new name is on disk too. 0, or errno.
int sync_folder(const std::filesystem::path& folder) {
  const int file =
      ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (file < 0) return errno;
  const int failed = ::fsync(file) == 0 ? 0 : errno;
  ::close(file);
  return failed;
}

}  // namespace

Status write_whole_file(const std::filesystem::path& path, std::string_view bytes) {
  const std::string fresh = path.string() + ".new-" + std::to_string(::getpid());
  const int file = ::open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (file < 0) return write_error(path, errno);
  const int failed = write_all(file, bytes);
  ::close(file);
  if (failed != 0 || ::rename(fresh.c_str(), path.c_str()) != 0) {
    const int reason = failed != 0 ? failed : errno;
    ::unlink(fresh.c_str());
    return write_error(path, reason);
  }
  const int unsynced = sync_folder(path.parent_path());
  if (unsynced != 0) return write_error(path, unsynced);
  return Done{};
}

}  // namespace pressarkiv
