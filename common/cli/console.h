// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>

namespace pressarkiv {

/// Where a program talks to its user: the streams, what is known of the terminal, and what the
/// environment says. Made once in main(); commands see nothing else of the outside.
struct Console {
  Console(std::istream& input, std::ostream& output, std::ostream& messages)
      : in(input), out(output), err(messages) {}

  std::istream& in;
  std::ostream& out;  ///< Results, nothing else.
  std::ostream& err;  ///< Everything else.
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  bool color = false;      ///< Terminal, and neither NO_COLOR nor TERM=dumb.
  std::size_t width = 80;  ///< Columns of the terminal.
  std::size_t height = 24;
  std::string archive;  ///< PRESSARKIV_ARCHIVE, else "./pressarkiv.archive".
  std::string pager;    ///< PAGER, else "less".
  std::string cache;    ///< XDG_CACHE_HOME/pressarkiv, else ~/.cache/pressarkiv; "": nowhere.
};

/// The console of this process.
Console process_console();

/// Now, in UTC: "2025-06-01T10:00:00Z".
std::string utc_now();

/// Who this process is, for others to read: "pressarkiv-index add, pid 4711 on HOST, since …".
std::string process_holder(const std::string& what);

/// Prints `text` through a pager where it is longer than the terminal, plainly otherwise. False
/// where the output could not be written (full disk).
bool print_paged(const Console& console, const std::string& text, bool allow_pager);

}  // namespace pressarkiv
