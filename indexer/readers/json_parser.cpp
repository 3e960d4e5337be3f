// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/json_parser.h"

#include <simdjson.h>

#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string_view>

namespace pressarkiv::json {
namespace {

using Json = nlohmann::json;
namespace dom = simdjson::dom;

// A parser keeps about 15 times the longest text it has had. Releases are shorter than this by far.
constexpr std::size_t kLongestText = std::size_t{1} << 20U;

void fill(Json& value, const dom::element& element);

void fill_object(Json& value, const dom::object& object) {
  value = Json::object();
  auto& members = value.get_ref<Json::object_t&>();
  for (const auto& [name, member] : object) fill(members[std::string(name)], member);
}

void fill_array(Json& value, const dom::array& array) {
  value = Json::array();
  auto& elements = value.get_ref<Json::array_t&>();
  elements.reserve(array.size());
  for (const dom::element& each : array) fill(elements.emplace_back(), each);
}

// As nlohmann does, which takes whole numbers as signed only where they have a sign.
void fill_whole_number(Json& value, std::int64_t number) {
  if (number < 0) {
    value = number;
  } else {
    value = static_cast<std::uint64_t>(number);
  }
}

void fill(Json& value, const dom::element& element) {
  switch (element.type()) {
    case dom::element_type::OBJECT:
      return fill_object(value, dom::object(element));
    case dom::element_type::ARRAY:
      return fill_array(value, dom::array(element));
    case dom::element_type::STRING:
      value = std::string_view(element);
      return;
    case dom::element_type::INT64:
      return fill_whole_number(value, std::int64_t(element));
    case dom::element_type::UINT64:
      value = std::uint64_t(element);
      return;
    case dom::element_type::DOUBLE:
      value = double(element);
      return;
    case dom::element_type::BOOL:
      value = bool(element);
      return;
    case dom::element_type::NULL_VALUE:
      value = nullptr;
      return;
  }
}

}  // namespace

bool parse(const std::string& text, Json& value) {
  thread_local dom::parser parser(kLongestText);
  dom::element root;
  if (parser.parse(text).get(root) != simdjson::SUCCESS) return false;
  fill(value, root);
  return true;
}

}  // namespace pressarkiv::json
