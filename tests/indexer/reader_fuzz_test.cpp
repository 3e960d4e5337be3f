// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>
#include <cstdint>
#include <random>

#include "common/utf8.h"
#include "tests/indexer/reader_support.h"
#include "tests/support/golden.h"

namespace pressarkiv {
namespace {

bool is_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t before = at;
    if (next_character(text, at) == kReplacementCharacter && at == before + 1) return false;
  }
  return true;
}

bool is_sound(const Release& release) {
  std::size_t end = 0;
  for (const Block& block : release.blocks) {
    if (block.range.begin < end || block.range.end < block.range.begin) return false;
    end = block.range.end;
  }
  return end <= release.body.size() && !release.title.empty() && is_utf8(release.title) &&
         is_utf8(release.body) && is_utf8(release.lead);
}

std::string mutated(std::string text, std::minstd_rand& random) {
  const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random()) % n; };
  constexpr std::string_view kSigns = "{}[]\",:\\*_`#<>&|!-\n\t 0\xC3\xE2\xFF";
  const std::size_t changes = 1 + below(6);
  for (std::size_t i = 0; i < changes && !text.empty(); ++i) {
    const std::size_t at = below(text.size());
    switch (below(5)) {
      case 0:
        text[at] = kSigns[below(kSigns.size())];
        break;
      case 1:
        text.insert(at, 1, kSigns[below(kSigns.size())]);
        break;
      case 2:
        text.erase(at, 1 + below(20));
        break;
      case 3:
        text.insert(at, text.substr(below(text.size()), below(60)));
        break;
      default:
        text.resize(at);
        break;
    }
  }
  return text;
}

TEST_CASE("readers: damaged sources give releases or errors, and each release comes again") {
  struct Seed {
    std::string path;
    std::string bytes;
  };
  std::vector<Seed> seeds;
  for (const std::string name :
       {"markdown/all_marks.md", "markdown/front_matter.md", "json/services.json"}) {
    seeds.push_back({name, test::slurp(test::golden_path(name))});
    seeds.push_back({name, test::as_utf16(seeds.back().bytes, true, true)});
  }
  seeds.push_back(
      {"a.jsonl",
       "{\"title\": \"Å\", \"body\": \"x\"}\n{\"id\": 3, \"title\": \"B\", \"tags\": [\"c\"]}\n"});
  std::minstd_rand random(20150317);  // Always the same: a failure can be repeated.
  for (int round = 0; round < 200; ++round) {
    for (const Seed& seed : seeds) {
      const std::string bytes = mutated(seed.bytes, random);
      const test::ReadAll all = test::read_all(bytes, seed.path);
      const bool found_something = !all.releases.empty() || !all.errors.empty();
      bool sound = true;
      for (const ReadRelease& read : all.releases) sound = sound && is_sound(read.release);
      const bool again = test::bytes_give_them_again(bytes, seed.path, all);
      if (!found_something || !sound || !again) {
        INFO(seed.path << ", round " << round << ":\n" << bytes);
        CHECK(found_something);
        CHECK(sound);
        CHECK(again);
      }
    }
  }
}

}  // namespace
}  // namespace pressarkiv
