// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/digest.h"

#include <catch2/catch.hpp>
#include <string>

namespace pressarkiv {
namespace {

TEST_CASE("digest: the examples of FIPS 180-4") {
  struct Example {
    std::string text;
    std::string hex;
  };
  const Example example =
      GENERATE(Example{"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
               Example{"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
               Example{std::string(1000000, 'a'),
                       "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"});
  CHECK(sha256(example.text).hex() == example.hex);
}

TEST_CASE("digest: parts add up to the whole, and the next one starts anew") {
  const std::string text = "Region Gävleborg öppnar två nya mottagningar.";
  Sha256 hash;
  for (int round = 0; round < 2; ++round) {
    for (std::size_t i = 0; i < text.size(); i += 7) hash.add(std::string_view(text).substr(i, 7));
    CHECK(hash.finish() == sha256(text));
  }
}

TEST_CASE("digest: hex and bytes lead back to it, and nothing else does") {
  const Digest digest = sha256("x");
  CHECK(Digest::from_hex(digest.hex()) == digest);
  CHECK(Digest::from_bytes(digest.bytes()) == digest);
  std::string upper = digest.hex();
  for (char& c : upper) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  CHECK(Digest::from_hex(upper) == digest);
  CHECK_FALSE(Digest::from_hex(digest.hex().substr(1)));
  CHECK_FALSE(Digest::from_hex(std::string(64, 'g')));
  CHECK_FALSE(Digest::from_hex(""));
  CHECK_FALSE(Digest::from_bytes("too short"));
  CHECK(Digest().hex() == std::string(64, '0'));
}

}  // namespace
}  // namespace pressarkiv
