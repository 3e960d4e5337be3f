// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/record/archive_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <thread>
#include <utility>

namespace pressarkiv {
namespace {

namespace fs = std::filesystem;

constexpr auto kPollInterval = std::chrono::milliseconds(20);
constexpr std::size_t kMaxHolderBytes = 512;
constexpr mode_t kLockMode = 0666;  // Less what the umask takes.

Error io_error(const fs::path& path, const std::string& what, int number) {
  std::string message = path.string() + ": " + what + ": " + std::strerror(number);
  if (number == ENOSPC || number == EDQUOT) message += "; free some space and run it again";
  if (number == EACCES || number == EPERM || number == EROFS) {
    message += "; the archive can be read but not added to from this account";
  }
  return {ErrorCode::kIo, message};
}

/// A new folder survives a power cut only when the folder above it was written too.
void sync_folder(const fs::path& folder) {
  const int descriptor =
      ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  ::fsync(descriptor);
  ::close(descriptor);
}

Status make_folder(const fs::path& root) {
  std::error_code error;
  const fs::file_status there = fs::status(root, error);
  if (fs::is_directory(there)) return Done{};
  if (fs::exists(there)) {
    return Error{ErrorCode::kInvalidArgument,
                 root.string() + ": a file, not an archive; name a folder with --archive"};
  }
  fs::create_directories(root, error);
  if (error) {
    return Error{ErrorCode::kIo,
                 root.string() + ": cannot make the archive folder: " + error.message()};
  }
  sync_folder(root.parent_path());
  return Done{};
}

std::string read_holder(int descriptor) {
  std::array<char, kMaxHolderBytes> buffer{};
  const ssize_t size = ::pread(descriptor, buffer.data(), buffer.size(), 0);
  std::string holder(buffer.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
  holder.resize(std::min(holder.size(), holder.find('\n')));
  return holder.empty() ? "another process" : holder;
}

Status write_holder(int descriptor, const fs::path& path, const std::string& holder) {
  std::string line = holder.substr(0, kMaxHolderBytes - 1);
  std::replace(line.begin(), line.end(), '\n', ' ');
  line += '\n';
  const bool written =
      ::ftruncate(descriptor, 0) == 0 &&
      ::pwrite(descriptor, line.data(), line.size(), 0) == static_cast<ssize_t>(line.size());
  if (!written) return io_error(path, "cannot write", errno);
  return Done{};
}

/// Whether the file that was locked is still the one that the others would lock.
bool is_same_file(int descriptor, const fs::path& path) {
  struct stat open_file {};
  struct stat named_file {};
  return ::fstat(descriptor, &open_file) == 0 && ::stat(path.c_str(), &named_file) == 0 &&
         open_file.st_dev == named_file.st_dev && open_file.st_ino == named_file.st_ino;
}

Error held_by(const ArchiveLayout& layout, const std::string& holder,
              std::chrono::milliseconds waited) {
  std::string message = layout.root.string() + ": being written to by " + holder;
  if (waited.count() > 0) message += " (waited " + std::to_string(waited.count()) + " ms)";
  return {ErrorCode::kLocked,
          message + "; try again when it is done, or wait longer with --lock-timeout"};
}

}  // namespace

Result<ArchiveLock> ArchiveLock::acquire(const ArchiveLayout& layout, const std::string& holder,
                                         std::chrono::milliseconds timeout) {
  if (Status made = make_folder(layout.root); !made) return made.error();
  const fs::path path = layout.lock();
  auto left = timeout;
  while (true) {
    const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, kLockMode);
    if (descriptor < 0) return io_error(path, "cannot open the lock", errno);
    if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0) {
      ArchiveLock lock(descriptor);
      if (!is_same_file(descriptor, path)) continue;  // Somebody removed it meanwhile.
      if (Status written = write_holder(descriptor, path, holder); !written) {
        return written.error();
      }
      return lock;
    }
    const int failure = errno;
    const std::string other = read_holder(descriptor);
    ::close(descriptor);
    if (failure != EWOULDBLOCK && failure != EINTR) return io_error(path, "cannot lock", failure);
    if (left.count() <= 0) return held_by(layout, other, timeout);
    // Sleeps are added up instead of asking a clock; what the calls in between cost is nothing.
    const auto pause = std::min<std::chrono::milliseconds>(left, kPollInterval);
    std::this_thread::sleep_for(pause);
    left -= pause;
  }
}

ArchiveLock::ArchiveLock(ArchiveLock&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)) {}

ArchiveLock& ArchiveLock::operator=(ArchiveLock&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

ArchiveLock::~ArchiveLock() {
  if (descriptor_ < 0) return;
  // The next holder overwrites the name anyway: a failure matters to nobody.
  [[maybe_unused]] const int emptied = ::ftruncate(descriptor_, 0);
  ::close(descriptor_);
}

}  // namespace pressarkiv
