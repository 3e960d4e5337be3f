// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace pressarkiv::test {

inline std::string index_program() {
  return std::string(PRESSARKIV_BINARY_DIR) + "/indexer/pressarkiv-index";
}
inline std::string query_program() {
  return std::string(PRESSARKIV_BINARY_DIR) + "/query/pressarkiv-query";
}

/// What one run of a program left.
struct Outcome {
  int status = 0;  ///< Exit status; 128 + signal where a signal ended it.
  std::string out;
  std::string err;
};

/// How to run it.
struct Run {
  std::vector<std::string> command;
  std::string input;     ///< Given on standard input.
  std::string folder;    ///< Working folder; "" for this one's.
  std::string out_path;  ///< Standard output goes there instead ("/dev/full").
  std::optional<std::uint64_t> max_file_bytes;          ///< No file may grow past it: a full disk.
  std::optional<std::chrono::milliseconds> kill_after;  ///< Then SIGKILL.
  std::vector<std::pair<std::string, std::string>> environment;
};

namespace detail {

inline void become(const Run& run, int in, int out, int err) {
  dup2(in, STDIN_FILENO);
  if (run.out_path.empty()) {
    dup2(out, STDOUT_FILENO);
  } else {
    dup2(open(run.out_path.c_str(), O_WRONLY | O_CREAT, 0644), STDOUT_FILENO);
  }
  dup2(err, STDERR_FILENO);
  if (!run.folder.empty() && chdir(run.folder.c_str()) != 0) _exit(126);
  unsetenv("PRESSARKIV_ARCHIVE");
  for (const auto& [name, value] : run.environment) setenv(name.c_str(), value.c_str(), 1);
  if (run.max_file_bytes) {
    std::signal(SIGXFSZ, SIG_IGN);  // Writes fail with EFBIG instead.
    const rlimit limit{*run.max_file_bytes, *run.max_file_bytes};
    setrlimit(RLIMIT_FSIZE, &limit);
  }
  std::vector<char*> arguments;
  for (const std::string& argument : run.command) {
    arguments.push_back(const_cast<char*>(argument.c_str()));
  }
  arguments.push_back(nullptr);
  execv(arguments[0], arguments.data());
  _exit(127);
}

inline bool read_some(int descriptor, std::string& text) {
  std::array<char, 65536> buffer;
  const ssize_t got = read(descriptor, buffer.data(), buffer.size());
  if (got > 0) text.append(buffer.data(), static_cast<std::size_t>(got));
  return got > 0 || (got < 0 && errno == EINTR);
}

}  // namespace detail

/// Runs a program to its end.
inline Outcome run_program(const Run& run) {
  int in[2];
  int out[2];
  int err[2];
  if (pipe2(in, O_CLOEXEC) != 0 || pipe2(out, O_CLOEXEC) != 0 || pipe2(err, O_CLOEXEC) != 0) {
    return {126, "", "no pipes"};
  }
  const pid_t child = fork();
  if (child == 0) detail::become(run, in[0], out[1], err[1]);
  close(in[0]);
  close(out[1]);
  close(err[1]);
  std::thread killer;
  if (run.kill_after) {
    killer = std::thread([child, delay = *run.kill_after] {
      std::this_thread::sleep_for(delay);
      kill(child, SIGKILL);  // Not reaped before the join below, so the number is still its own.
    });
  }
  std::thread feeder([&] {
    std::signal(SIGPIPE, SIG_IGN);
    std::size_t at = 0;
    while (at < run.input.size()) {
      const ssize_t put = write(in[1], run.input.data() + at, run.input.size() - at);
      if (put <= 0) break;
      at += static_cast<std::size_t>(put);
    }
    close(in[1]);
  });
  Outcome outcome;
  std::array<pollfd, 2> open{{{out[0], POLLIN, 0}, {err[0], POLLIN, 0}}};
  while (open[0].fd >= 0 || open[1].fd >= 0) {
    if (poll(open.data(), open.size(), -1) < 0) continue;
    if (open[0].fd >= 0 && open[0].revents && !detail::read_some(out[0], outcome.out))
      open[0].fd = -1;
    if (open[1].fd >= 0 && open[1].revents && !detail::read_some(err[0], outcome.err))
      open[1].fd = -1;
  }
  close(out[0]);
  close(err[0]);
  feeder.join();
  if (killer.joinable()) killer.join();
  int status = 0;
  waitpid(child, &status, 0);
  outcome.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return outcome;
}

inline Outcome index_run(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), index_program());
  Run run;
  run.command = std::move(arguments);
  return run_program(run);
}
inline Outcome query_run(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), query_program());
  Run run;
  run.command = std::move(arguments);
  return run_program(run);
}

}  // namespace pressarkiv::test
