// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/console.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <iostream>

namespace pressarkiv {
namespace {

std::string environment(const char* name, const char* otherwise) {
  const char* value = std::getenv(name);
  return value != nullptr && *value != '\0' ? value : otherwise;
}

bool wants_color() {
  const char* no_color = std::getenv("NO_COLOR");
  return (no_color == nullptr || *no_color == '\0') && environment("TERM", "dumb") != "dumb";
}

/// As the XDG base directory specification has it.
std::string cache_folder() {
  const std::string cache = environment("XDG_CACHE_HOME", "");
  if (!cache.empty()) return cache + "/pressarkiv";
  const std::string home = environment("HOME", "");
  return home.empty() ? std::string() : home + "/.cache/pressarkiv";
}

}  // namespace

Console process_console() {
  Console console(std::cin, std::cout, std::cerr);
  console.out_is_terminal = isatty(STDOUT_FILENO) != 0;
  console.err_is_terminal = isatty(STDERR_FILENO) != 0;
  console.color = console.out_is_terminal && wants_color();
  console.archive = environment("PRESSARKIV_ARCHIVE", "./pressarkiv.archive");
  console.pager = environment("PAGER", "less");
  console.cache = cache_folder();
  winsize size{};
  if (console.out_is_terminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    console.width = size.ws_col;
    console.height = std::max<std::size_t>(size.ws_row, 2);
  }
  return console;
}

std::string utc_now() {
  const std::time_t now = std::time(nullptr);
  std::tm utc{};
  gmtime_r(&now, &utc);
  std::array<char, 32> buffer{};
  std::strftime(buffer.data(), buffer.size(), "%Y-%m-%dT%H:%M:%SZ", &utc);
  return buffer.data();
}

std::string process_holder(const std::string& what) {
  std::array<char, 256> host{};
  if (gethostname(host.data(), host.size() - 1) != 0) std::strcpy(host.data(), "unknown host");
  return what + ", pid " + std::to_string(getpid()) + " on " + host.data() + ", since " + utc_now();
}

bool print_paged(const Console& console, const std::string& text, bool allow_pager) {
  const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
  if (allow_pager && console.out_is_terminal && lines >= console.height) {
    // -F: leave at once where it fits; -R: keep colours; -X: leave the text on the screen.
    const std::string command = console.pager == "less" ? std::string("less -FRX") : console.pager;
    if (std::FILE* pager = popen(command.c_str(), "w")) {
      std::fwrite(text.data(), 1, text.size(), pager);
      const int status = pclose(pager);
      constexpr int kNoSuchCommand = 127;
      if (status >= 0 && WEXITSTATUS(status) != kNoSuchCommand) return true;
    }
  }
  console.out << text << std::flush;
  return console.out.good();
}

}  // namespace pressarkiv
