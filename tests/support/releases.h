// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "tests/support/temp_dir.h"

namespace pressarkiv::test {

/// A small release as a newsroom exports it.
inline std::string text_release(const std::string& title, const std::string& body,
                                const std::string& date = "2019-05-14",
                                const std::string& subject = "Företagande, allmänt",
                                const std::string& region = "Alingsås") {
  return "Pressmeddelande - " + date + "\n\n" + title + "\n\n" + body + "\n\nÄmnen\n\n  • " +
         subject + "\n\nRegioner\n\n  • " + region +
         "\n\nOM SENDAREN\n\nSändaren är en påhittad kommun som finns i testerna.\n";
}

/// Writes `count` different releases of a few hundred words below `folder`, the same ones each
/// time.
inline void write_many_releases(const TempDir& folder, const std::string& below, int count) {
  static constexpr const char* kWords[] = {"kommunen",  "företagen", "skolan",    "bredband",
                                           "vägen",     "elpriset",  "samverkan", "miljoner",
                                           "politiker", "året"};
  std::uint32_t state = 12345;
  const auto next = [&state] { return (state = state * 1664525U + 1013904223U) >> 16U; };
  for (int i = 0; i < count; ++i) {
    std::string body;
    for (int word = 0; word < 300; ++word) {
      body += kWords[next() % 10] + std::string(word % 12 == 11 ? ".\n\n" : " ") +
              (word % 7 == 0 ? "ord" + std::to_string(next() % 5000) + " " : "");
    }
    folder.write(below + "/" + std::to_string(2006 + i % 20) + "/" + std::to_string(i) + ".txt",
                 text_release("Nyhet nummer " + std::to_string(i), body,
                              std::to_string(2006 + i % 20) + "-03-0" + std::to_string(1 + i % 9)));
  }
}

}  // namespace pressarkiv::test
