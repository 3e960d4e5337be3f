// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <stdexcept>

namespace pressarkiv::test {

/// A forked copy of the test that does one thing and tells its parent how far it is. It leaves by
/// _exit: no destructor, no report of the test framework.
class ChildProcess {
 public:
  /// Runs in the child. `tell` sends one byte to the parent. The value is the exit code.
  template <typename Work>
  explicit ChildProcess(Work work) {
    if (::pipe(pipe_) != 0) throw std::runtime_error("no pipe");
    id_ = ::fork();
    if (id_ < 0) throw std::runtime_error("no fork");
    if (id_ != 0) {
      ::close(pipe_[1]);
      return;
    }
    ::close(pipe_[0]);
    const int out = pipe_[1];
    ::_exit(work([out] {
      const char byte = '.';
      if (::write(out, &byte, 1) != 1) ::_exit(99);
    }));
  }
  ~ChildProcess() {
    if (id_ > 0) kill();
    ::close(pipe_[0]);
  }
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;

  /// Waits until the child has told something; false where it ended instead.
  bool heard() {
    char byte = 0;
    return ::read(pipe_[0], &byte, 1) == 1;
  }
  /// SIGKILL, and waits for the end.
  void kill() {
    ::kill(id_, SIGKILL);
    (void)wait();
  }
  /// The exit code; -1 where a signal ended it.
  int wait() {
    int status = 0;
    ::waitpid(id_, &status, 0);
    id_ = 0;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

 private:
  int pipe_[2] = {-1, -1};
  pid_t id_ = 0;
};

}  // namespace pressarkiv::test
