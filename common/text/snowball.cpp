// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/snowball.h"

#include <libstemmer.h>

#include <cstddef>

namespace pressarkiv {

struct Snowball::Stemmer {
  sb_stemmer* handle = sb_stemmer_new("swedish", "UTF_8");

  Stemmer() = default;
  Stemmer(const Stemmer&) = delete;
  Stemmer& operator=(const Stemmer&) = delete;
  ~Stemmer() { sb_stemmer_delete(handle); }
};

Snowball::Snowball() = default;
Snowball::~Snowball() = default;
Snowball::Snowball(Snowball&&) noexcept = default;
Snowball& Snowball::operator=(Snowball&&) noexcept = default;

std::string_view Snowball::stem(std::string_view word) {
  if (!stemmer_) stemmer_ = std::make_unique<Stemmer>();
  if (stemmer_->handle == nullptr) return word;
  const auto* const bytes = reinterpret_cast<const sb_symbol*>(word.data());
  const sb_symbol* stemmed =
      sb_stemmer_stem(stemmer_->handle, bytes, static_cast<int>(word.size()));
  if (stemmed == nullptr) return word;  // Out of memory.
  return {reinterpret_cast<const char*>(stemmed),
          static_cast<std::size_t>(sb_stemmer_length(stemmer_->handle))};
}

}  // namespace pressarkiv
