// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/language/swedish_stem.h"

#include <libstemmer.h>

#include <catch2/catch.hpp>
#include <memory>
#include <string>

#include "common/language/word_lists.h"

namespace pressarkiv {
namespace {

class Libstemmer {
 public:
  std::string stem(std::string_view word) {
    const auto* text = reinterpret_cast<const sb_symbol*>(word.data());
    const sb_symbol* out = sb_stemmer_stem(stemmer_.get(), text, static_cast<int>(word.size()));
    const auto size = static_cast<std::size_t>(sb_stemmer_length(stemmer_.get()));
    return {reinterpret_cast<const char*>(out), size};
  }

 private:
  std::unique_ptr<sb_stemmer, decltype(&sb_stemmer_delete)> stemmer_{
      sb_stemmer_new("swedish", "UTF_8"), &sb_stemmer_delete};
};

TEST_CASE("swedish stem: endings come off inside the region only") {
  const auto [word, stem] = GENERATE(table<std::string, std::string>({
      {"företagarna", "företag"},
      {"skolorna", "skol"},
      {"möjligheter", "möj"},
      {"fullt", "fullt"},
      {"arbetslöst", "arbetslös"},
      {"hus", "hus"},
      {"is", "is"},
      {"ö", "ö"},
      {"", ""},
  }));
  CHECK(swedish_stem(word) == stem);
}

TEST_CASE("swedish stem: the same as libstemmer for every part of the word list") {
  Libstemmer libstemmer;
  const NstParts parts = nst_parts();
  std::size_t different = 0;
  for (const auto* list : {&parts.first, &parts.last}) {
    for (const std::string_view word : *list) {
      for (const std::string_view front : {"", "klimat", "över"}) {
        const std::string whole = std::string(front).append(word);
        if (swedish_stem(whole) == libstemmer.stem(whole)) continue;
        if (++different < 5) UNSCOPED_INFO(whole << ": " << swedish_stem(whole));
      }
    }
  }
  CHECK(different == 0);
}

TEST_CASE("swedish stem: bytes that are no text are safe") {
  for (const std::string word : {"\xFF\xFE", "\xC3", "a\x80\x80\x80s", "\xC3\xC3\xC3\xC3het"}) {
    CHECK(swedish_stem_size(word) <= word.size());
  }
}

}  // namespace
}  // namespace pressarkiv
