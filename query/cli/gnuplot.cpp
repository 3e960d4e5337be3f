// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/cli/gnuplot.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

extern char** environ;

namespace pressarkiv {
namespace {

/// A file in memory; closed at the end.
class MemoryFile {
 public:
  explicit MemoryFile(const char* name) : descriptor_(memfd_create(name, MFD_CLOEXEC)) {}
  ~MemoryFile() {
    if (descriptor_ >= 0) close(descriptor_);
  }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  int descriptor() const { return descriptor_; }

  bool write(const std::string& bytes) const {
    std::size_t at = 0;
    while (at < bytes.size()) {
      const ssize_t put = ::write(descriptor_, bytes.data() + at, bytes.size() - at);
      if (put < 0 && errno == EINTR) continue;
      if (put <= 0) return false;
      at += static_cast<std::size_t>(put);
    }
    return lseek(descriptor_, 0, SEEK_SET) == 0;
  }

  std::string read_all() const {
    std::string bytes;
    std::array<char, 65536> buffer{};
    off_t at = 0;
    for (;;) {
      const ssize_t got = pread(descriptor_, buffer.data(), buffer.size(), at);
      if (got < 0 && errno == EINTR) continue;
      if (got <= 0) return bytes;
      bytes.append(buffer.data(), static_cast<std::size_t>(got));
      at += got;
    }
  }

 private:
  int descriptor_;
};

Error failure(const std::string& what) {
  return {ErrorCode::kIo, "gnuplot: " + what + "; --format csv gives the same numbers"};
}

}  // namespace

Result<std::string> run_gnuplot(const std::string& script) {
  const MemoryFile in("gnuplot-script");
  const MemoryFile out("gnuplot-picture");
  const MemoryFile err("gnuplot-messages");
  if (in.descriptor() < 0 || out.descriptor() < 0 || err.descriptor() < 0 || !in.write(script)) {
    return failure(std::string("no room for its script: ") + std::strerror(errno));
  }
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, in.descriptor(), STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, out.descriptor(), STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, err.descriptor(), STDERR_FILENO);
  std::string program = "gnuplot";
  std::string no_startup_file = "-d";
  std::array<char*, 3> arguments{program.data(), no_startup_file.data(), nullptr};
  pid_t child = 0;
  const int failed =
      posix_spawnp(&child, program.c_str(), &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (failed == ENOENT) {
    return Error{ErrorCode::kNotFound,
                 "pictures are drawn by gnuplot, which is not installed (Debian: apt install "
                 "gnuplot-nox); --format csv gives the same numbers"};
  }
  if (failed != 0) return failure(std::strerror(failed));
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  std::string picture = out.read_all();
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0 || picture.empty()) {
    std::string said = err.read_all();
    for (char& c : said) c = c == '\n' ? ' ' : c;
    return failure("did not draw: " + said);
  }
  return picture;
}

}  // namespace pressarkiv
