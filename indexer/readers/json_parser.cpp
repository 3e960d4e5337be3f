// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/json_parser.h"

#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>

#include "common/eight_bytes.h"

namespace pressarkiv::json {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kDeepest = 200;

class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  bool run(Json& value) {
    if (!read_value(value, 0)) return false;
    skip_blanks();
    return at_ == text_.size();
  }

 private:
  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  bool take(char c) {
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  bool take(std::string_view word) {
    if (text_.substr(at_, word.size()) != word) return false;
    at_ += word.size();
    return true;
  }

  void skip_blanks() {
    while (at_ < text_.size() &&
           (text_[at_] == ' ' || text_[at_] == '\n' || text_[at_] == '\r' || text_[at_] == '\t')) {
      ++at_;
    }
  }

  bool read_value(Json& value, std::size_t depth) {
    skip_blanks();
    switch (peek()) {
      case '{':
        return depth < kDeepest && read_object(value, depth + 1);
      case '[':
        return depth < kDeepest && read_array(value, depth + 1);
      case '"': {
        std::string text;
        if (!read_string(text)) return false;
        value = std::move(text);
        return true;
      }
      case 't':
        value = true;
        return take("true");
      case 'f':
        value = false;
        return take("false");
      case 'n':
        value = nullptr;
        return take("null");
      default:
        return read_number(value);
    }
  }

  bool read_object(Json& value, std::size_t depth) {
    ++at_;
    value = Json::object();
    auto& members = value.get_ref<Json::object_t&>();
    skip_blanks();
    if (take('}')) return true;
    std::string name;
    do {
      skip_blanks();
      name.clear();
      if (!read_string(name)) return false;
      skip_blanks();
      if (!take(':') || !read_value(members[name], depth)) return false;
      skip_blanks();
    } while (take(','));
    return take('}');
  }

  bool read_array(Json& value, std::size_t depth) {
    ++at_;
    value = Json::array();
    auto& elements = value.get_ref<Json::array_t&>();
    skip_blanks();
    if (take(']')) return true;
    do {
      elements.emplace_back();
      if (!read_value(elements.back(), depth)) return false;
      skip_blanks();
    } while (take(','));
    return take(']');
  }

  // Numbers are few, and how they are rounded is nlohmann's business.
  bool read_number(Json& value) {
    const std::size_t end = std::min(text_.find_first_not_of("+-.0123456789Ee", at_), text_.size());
    const std::string_view number = text_.substr(at_, end - at_);
    value = Json::parse(number, nullptr, /*allow_exceptions=*/false);
    at_ = end;
    return value.is_number();
  }

  bool read_string(std::string& out) {
    if (!take('"')) return false;
    const std::size_t likely_end = text_.find('"', at_);
    if (likely_end == std::string_view::npos) return false;
    out.reserve(likely_end - at_);
    while (true) {
      const std::size_t end = end_of_run(at_);
      out.append(text_.substr(at_, end - at_));
      at_ = end;
      if (take('"')) return true;
      if (!take('\\') || !read_escape(out)) return false;
    }
  }

  // The first byte from `at` on that is not itself inside of a string: a mark, a backslash, a
  // control code.
  std::size_t end_of_run(std::size_t at) const {
    for (; at + sizeof(EightBytes) <= text_.size(); at += sizeof(EightBytes)) {
      const EightBytes bytes = eight_bytes(text_, at);
      if (any_below(bytes, 0x20) || any_is(bytes, '"') || any_is(bytes, '\\')) break;
    }
    while (at < text_.size() && static_cast<unsigned char>(text_[at]) >= 0x20 && text_[at] != '"' &&
           text_[at] != '\\') {
      ++at;
    }
    return at;
  }

  bool read_escape(std::string& out) {
    constexpr std::string_view kSigns = "\"\\/bfnrt";
    constexpr std::string_view kMeant = "\"\\/\b\f\n\r\t";
    const char sign = peek();
    if (sign == 'u') return read_code_unit(out);
    const std::size_t which = sign == '\0' ? std::string_view::npos : kSigns.find(sign);
    if (which == std::string_view::npos) return false;
    out.push_back(kMeant[which]);
    ++at_;
    return true;
  }

  // "u00e5", "ud83d\ude00".
  bool read_code_unit(std::string& out) {
    std::optional<UChar32> code = read_four_digits();
    if (!code || U16_IS_TRAIL(*code)) return false;
    if (U16_IS_LEAD(*code)) {
      if (!take('\\') || peek() != 'u') return false;
      const std::optional<UChar32> trail = read_four_digits();
      if (!trail || !U16_IS_TRAIL(*trail)) return false;
      code = U16_GET_SUPPLEMENTARY(*code, *trail);
    }
    std::array<char, U8_MAX_LENGTH> bytes{};
    std::int32_t size = 0;
    U8_APPEND_UNSAFE(bytes.data(), size, *code);
    out.append(bytes.data(), static_cast<std::size_t>(size));
    return true;
  }

  std::optional<UChar32> read_four_digits() {
    ++at_;  // The "u".
    UChar32 code = 0;
    for (int i = 0; i < 4; ++i, ++at_) {
      const char c = peek();
      if (c >= '0' && c <= '9') {
        code = code * 16 + (c - '0');
      } else if (c >= 'a' && c <= 'f') {
        code = code * 16 + (c - 'a' + 10);
      } else if (c >= 'A' && c <= 'F') {
        code = code * 16 + (c - 'A' + 10);
      } else {
        return std::nullopt;
      }
    }
    return code;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

bool parse(std::string_view text, Json& value) { return Parser(text).run(value); }

}  // namespace pressarkiv::json
