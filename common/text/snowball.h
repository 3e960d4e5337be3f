// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <string_view>

namespace pressarkiv {

/// Snowball Swedish (libstemmer), some 300 ns a word: ask once a word (FormTable does). Not
/// thread-safe. Created lazily: an unused one costs nothing.
class Snowball {
 public:
  Snowball();
  ~Snowball();
  Snowball(Snowball&&) noexcept;
  Snowball& operator=(Snowball&&) noexcept;

  /// The stem of a lower-case word; lives until the next call.
  std::string_view stem(std::string_view word);

 private:
  struct Stemmer;
  std::unique_ptr<Stemmer> stemmer_;
};

}  // namespace pressarkiv
