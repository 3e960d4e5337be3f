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

/// What is parsed here is parsed alike there. Whether it was parsed here.
bool parses_as_nlohmann(const std::string& text) {
  CAPTURE(text);
  Json value;
  if (!json::parse(text, value)) return false;
  const Json wanted = Json::parse(text, nullptr, /*allow_exceptions=*/false);
  REQUIRE_FALSE(wanted.is_discarded());
  REQUIRE(value.dump() == wanted.dump());
  return true;
}

const std::vector<std::string> kTexts = {
    R"({"id": "a", "title": "Ny bro", "body": "Länet får en bro.\n\n– Bra, säger \"Maja\"."})",
    R"( [1, -2, 3.5, 1e3, -0, -0.0, 0.1, -9223372036854775808, 18446744073709551615] )",
    R"({"a": {"b": [[], {}, [null, true, false]]}, "a": "the last one counts"})",
    R"("\u00e5\u00C4\ud83d\ude00\u0000\b\f\n\r\t\/\\\"")",
    "\"a long text without an escape, and then one at the end of it\\n\"",
    "[\r\n\t]",
    "\"\x7F\"",
    "0",
};

TEST_CASE("json parser: values are those of nlohmann") {
  for (const std::string& text : kTexts) CHECK(parses_as_nlohmann(text));
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
    CAPTURE(text);
    Json value;
    CHECK_FALSE(json::parse(std::string(text), value));
  }
}

TEST_CASE("json parser: broken anywhere, nothing is read otherwise than by nlohmann") {
  const std::string signs = "\"\\{}[],: \n0u-e.tn\x01\xC3\xED\xF4";
  std::mt19937 random(7);
  const auto below = [&](std::size_t n) { return random() % n; };
  for (const std::string& text : kTexts) {
    for (int round = 0; round < 2000; ++round) {
      std::string broken = text;
      for (std::size_t changes = 1 + below(2); changes > 0; --changes) {
        const std::size_t at = below(broken.size());
        if (below(2) == 0) {
          broken[at] = signs[below(signs.size())];
        } else {
          broken.insert(at, 1, signs[below(signs.size())]);
        }
      }
      parses_as_nlohmann(broken);
    }
  }
}

TEST_CASE("json parser: every escape of one or two code units is that of nlohmann") {
  const auto escape = [](unsigned unit) {
    constexpr std::string_view kDigits = "0123456789aBcDeF";
    std::string text = "\\u";
    for (int shift = 12; shift >= 0; shift -= 4) {
      text += kDigits[(unit >> static_cast<unsigned>(shift)) & 0xFU];
    }
    return text;
  };
  const auto check = [](const std::string& text) {
    CAPTURE(text);
    const bool is_json = Json::accept(text);
    REQUIRE(parses_as_nlohmann(text) == is_json);
  };
  for (unsigned unit = 0; unit <= 0xFFFF; unit += unit >= 0xD7F0 && unit < 0xE010 ? 1 : 13) {
    check('"' + escape(unit) + '"');
    for (const unsigned next : {0x41U, 0xD7FFU, 0xD800U, 0xDBFFU, 0xDC00U, 0xDFFFU, 0xE000U}) {
      check('"' + escape(unit) + escape(next) + '"');
    }
  }
}

TEST_CASE("json parser: what only nlohmann can read is left to it") {
  for (const std::string& text :
       {std::string("18446744073709551616"), std::string("-9223372036854775809"),
        std::string("\xEF\xBB\xBF[1]"), std::string(2000, '[') + std::string(2000, ']'),
        '"' + std::string(std::size_t{2} << 20U, 'a') + '"'}) {
    Json value;
    CHECK(Json::accept(text));
    CHECK_FALSE(json::parse(text, value));
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
