// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/compression.h"

#include <catch2/catch.hpp>
#include <string>
#include <thread>

namespace pressarkiv {
namespace {

constexpr std::size_t kPlenty = std::size_t{1} << 24U;

std::string every_byte(std::size_t count) {
  std::string bytes(count, '\0');
  for (std::size_t i = 0; i < count; ++i) bytes[i] = static_cast<char>(i * i % 251);
  return bytes;
}

TEST_CASE("compression: what goes in comes out") {
  const std::string text =
      GENERATE(std::string(), std::string("a"), std::string("å\0ä", 5), every_byte(1500),
               every_byte(300000), std::string(1 << 20, 'x'));
  const std::string frame = compress(text);
  const Result<std::string> back = decompress(frame, kPlenty);
  REQUIRE(back.ok());
  CHECK(*back == text);
}

TEST_CASE("compression: text gets smaller") {
  std::string text;
  for (int i = 0; i < 200; ++i) text += "Kommunen bygger en ny skola i byn. ";
  CHECK(compress(text).size() < text.size() / 10);
}

TEST_CASE("compression: more than the limit is refused, the limit itself is not") {
  const std::string frame = compress(std::string(1000, 'x'));
  CHECK(decompress(frame, 1000).ok());
  const Result<std::string> refused = decompress(frame, 999);
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().code == ErrorCode::kCorrupt);
}

TEST_CASE("compression: damaged bytes are an error, never a crash") {
  const std::string frame = compress(every_byte(5000));
  SECTION("cut off anywhere") {
    for (std::size_t size = 0; size < frame.size(); size += 7) {
      CHECK_FALSE(decompress(std::string_view(frame).substr(0, size), kPlenty).ok());
    }
  }
  SECTION("one byte changed: an error or other bytes, but no more than the limit") {
    for (std::size_t i = 0; i < frame.size(); i += 3) {
      std::string changed = frame;
      changed[i] = static_cast<char>(changed[i] ^ 0x55);
      const Result<std::string> result = decompress(changed, kPlenty);
      if (result) CHECK(result->size() <= kPlenty);
    }
  }
  SECTION("something else") {
    CHECK_FALSE(decompress("not a frame at all", kPlenty).ok());
    CHECK_FALSE(decompress(frame + "more", kPlenty).ok());
  }
}

TEST_CASE("compression: a frame that claims far more than it can hold allocates nothing") {
  // Magic number, a frame header that claims 2^60 bytes, and one empty block.
  const std::string frame("\x28\xB5\x2F\xFD\xE0\x00\x00\x00\x00\x00\x00\x00\x10\x01\x00\x00", 16);
  CHECK_FALSE(decompress(frame, static_cast<std::size_t>(-1)).ok());
}

TEST_CASE("compression: threads do not disturb each other") {
  const auto work = [](char fill, bool& right) {
    right = true;
    for (std::size_t i = 1; i < 200; ++i) {
      const std::string text(i * 37, fill);
      const Result<std::string> back = decompress(compress(text), kPlenty);
      right = right && back && *back == text;
    }
  };
  bool one = false;
  bool two = false;
  std::thread first(work, 'a', std::ref(one));
  std::thread second(work, 'b', std::ref(two));
  first.join();
  second.join();
  CHECK(one);
  CHECK(two);
}

}  // namespace
}  // namespace pressarkiv
