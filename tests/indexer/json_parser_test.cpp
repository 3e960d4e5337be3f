// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/json_parser.h"

#include <catch2/catch.hpp>
#include <cstddef>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace pressarkiv {
namespace {

using Json = nlohmann::json;

/// What is parsed here is parsed alike there; what is refused there is refused here.
void check_against_nlohmann(const std::string& text) {
  CAPTURE(text);
  Json value;
  const Json wanted = Json::parse(text, nullptr, /*allow_exceptions=*/false);
  const bool parsed = json::parse(text, value);
  REQUIRE(parsed == !wanted.is_discarded());
  if (parsed) REQUIRE(value.dump() == wanted.dump());
}

const std::vector<std::string> kTexts = {
    R"({"id": "a", "title": "Ny bro", "body": "Länet får en bro.\n\n– Bra, säger \"Maja\"."})",
    R"( [1, -2, 3.5, 1e3, -0.0, 12345678901234567890123, 18446744073709551615] )",
    R"({"a": {"b": [[], {}, [null, true, false]]}, "a": "the last one counts"})",
    R"("\u00e5\u00C4\ud83d\ude00\u0000\b\f\n\r\t\/\\\"")",
    "\"a long text without an escape, and then one at the end of it\\n\"",
    "[\r\n\t]",
    "\"\x7F\"",
    "0",
};

TEST_CASE("json parser: values are those of nlohmann") {
  for (const std::string& text : kTexts) check_against_nlohmann(text);
}

TEST_CASE("json parser: what is no JSON is refused") {
  for (const std::string_view text : {"",
                                      " ",
                                      "{",
                                      "}",
                                      "[1,]",
                                      "{\"a\":1,}",
                                      "{\"a\"}",
                                      "{a:1}",
                                      "[1 2]",
                                      "01",
                                      "+1",
                                      "1.",
                                      "-",
                                      ".5",
                                      "1e",
                                      "1e999",
                                      "tru",
                                      "nulls",
                                      "\"",
                                      "\"\\\"",
                                      "\"\\x\"",
                                      "\"\\u12g4\"",
                                      "\"\\ud83d\"",
                                      "\"\\ude00\"",
                                      "\"\\ud83d\\u0041\"",
                                      "\"\\ud83dx\"",
                                      "\"\n\"",
                                      "\"\t\"",
                                      "{} x",
                                      "{}{}",
                                      "[\"a\" \"b\"]",
                                      "'a'",
                                      "NaN",
                                      "\"\\u\"",
                                      "\"\\",
                                      "[[1]"}) {
    check_against_nlohmann(std::string(text));
  }
}

TEST_CASE("json parser: broken anywhere, nothing is read otherwise than by nlohmann") {
  const std::string signs = "\"\\{}[],: \n0u-e.tn\x01";
  std::mt19937 random(7);
  const auto below = [&](std::size_t n) { return random() % n; };
  for (const std::string& text : kTexts) {
    for (int round = 0; round < 2000; ++round) {
      std::string broken = text;
      for (std::size_t changes = 1 + below(2); changes > 0; --changes) {
        const std::size_t at = below(broken.size());
        // Inside of a character of several bytes the text would be no UTF-8 any more.
        if (static_cast<unsigned char>(broken[at]) >= 0x80) continue;
        if (below(2) == 0) {
          broken[at] = signs[below(signs.size())];
        } else {
          broken.insert(at, 1, signs[below(signs.size())]);
        }
      }
      check_against_nlohmann(broken);
    }
  }
}

TEST_CASE("json parser: nothing is too deep to be refused") {
  Json value;
  const std::string deep(100000, '[');
  CHECK_FALSE(json::parse(deep, value));
  CHECK(json::parse(std::string(150, '[') + std::string(150, ']'), value));
}

}  // namespace
}  // namespace pressarkiv
