// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/json_values.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <nlohmann/json.hpp>
#include <utility>

#include "indexer/encoding.h"
#include "indexer/readers/text/words.h"

namespace pressarkiv {
namespace {

using Json = nlohmann::json;

char lower_ascii(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 0x20) : c; }

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) {
           return lower_ascii(x) == lower_ascii(y);
         });
}

// The same for names that differ in ASCII case only.
std::uint64_t name_bit(std::string_view name) {
  constexpr unsigned kBits = 64;
  const unsigned first = name.empty() ? 0U : static_cast<unsigned char>(lower_ascii(name.front()));
  return std::uint64_t{1} << ((first * 7U + static_cast<unsigned>(name.size())) % kBits);
}

using MemberNames = std::array<std::string_view, 7>;

// Best first; empty names at the end are none.
constexpr MemberNames kTextMembers = {"text", "value", "html", "content", "#text", "name", "label"};
constexpr MemberNames kLabelMembers = {"name", "label", "title", "text", "value", "term", "#text"};
constexpr MemberNames kAddressMembers = {"url", "href", "downloadurl", "download_url",
                                         "src", "link", "document"};
constexpr MemberNames kDateMembers = {"datetime", "date", "value", "text"};

const MemberNames& speaking_members(ValueUse use) {
  switch (use) {
    case ValueUse::kLabel:
      return kLabelMembers;
    case ValueUse::kAddress:
      return kAddressMembers;
    case ValueUse::kDate:
      return kDateMembers;
    case ValueUse::kText:
      break;
  }
  return kTextMembers;
}

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && c != '\n' && c != '\t' && c != '\r') || byte == 0x7F;
}

// The text as a whole was cleaned before it was parsed, but escapes ("\r\n", "a\u030A", "\u0000")
// bring back what had been taken out.
std::string cleaned(const std::string& value) {
  if (is_plain_text(value)) return std::string(text::trim(value));
  std::string text;
  text.reserve(value.size());
  std::copy_if(value.begin(), value.end(), std::back_inserter(text),
               [](char c) { return !is_control(c); });
  // Cannot fail: the parser has checked that strings are UTF-8, and the control codes are gone.
  const Result<DecodedText> decoded = decode_text(text, {}, Encoding::kUtf8);
  return std::string(text::trim(decoded ? decoded->text : text));
}

void walk(const Json& value, const std::vector<std::string>& path, std::size_t depth,
          const std::function<void(const Json&)>& take) {
  if (value.is_array()) {
    for (const Json& each : value) walk(each, path, depth, take);
  } else if (depth == path.size()) {
    take(value);
  } else if (const Json* found = json_member(value, path[depth])) {
    walk(*found, path, depth + 1, take);
  }
}

}  // namespace

const Json* json_member(const Json& object, std::string_view key) {
  if (!object.is_object()) return nullptr;
  const Json::object_t& members = object.get_ref<const Json::object_t&>();
  const auto exact = members.find(key);
  if (exact != members.end()) return &exact->second;
  for (const auto& [name, value] : members) {
    if (equal_ignoring_case(name, key)) return &value;
  }
  return nullptr;
}

std::string json_text(const Json& value, ValueUse use) {
  if (value.is_string()) return cleaned(value.get_ref<const std::string&>());
  if (value.is_number()) return value.dump();
  if (!value.is_object()) return {};
  for (const std::string_view name : speaking_members(use)) {
    const Json* member = name.empty() ? nullptr : json_member(value, name);
    if (member == nullptr || !(member->is_string() || member->is_number())) continue;
    std::string text = json_text(*member, use);
    if (!text.empty()) return text;
  }
  return {};
}

JsonObject::JsonObject(const Json& object) : object_(object) {
  if (!object.is_object()) return;
  for (const auto& [name, value] : object.get_ref<const Json::object_t&>()) {
    names_ |= name_bit(name);
  }
}

void JsonObject::each(const std::vector<std::string>& path,
                      const std::function<void(const Json&)>& take) const {
  if (object_.is_object() && !path.empty() && (names_ & name_bit(path.front())) == 0) return;
  walk(object_, path, 0, take);
}

std::vector<std::string> JsonObject::texts(const JsonMapping::Paths& paths, ValueUse use) const {
  std::vector<std::string> texts;
  for (const std::vector<std::string>& path : paths) {
    each(path, [&](const Json& value) {
      std::string text = json_text(value, use);
      if (!text.empty()) texts.push_back(std::move(text));
    });
    if (!texts.empty()) break;
  }
  return texts;
}

}  // namespace pressarkiv
