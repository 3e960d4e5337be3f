// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract_json.h"

#include <nlohmann/json.hpp>

namespace pressarkiv {
namespace {

using Json = nlohmann::ordered_json;

Json text_or_null(std::string_view text) { return text.empty() ? Json() : Json(text); }

std::string_view first_line(std::string_view text) { return text.substr(0, text.find('\n')); }

}  // namespace

std::string extract_line(const Release& release, std::string_view people, std::string_view quotes,
                         std::string_view regions, std::string_view bare_names) {
  Json contacts = Json::array();
  for (const Contact& contact : release.contacts) contacts.push_back(contact.name);
  Json structure = Json::object();
  structure["title"] = text_or_null(release.title);
  structure["lead"] = text_or_null(release.lead);
  structure["date"] = release.date ? Json(release.date->to_iso()) : Json();
  structure["sender"] = text_or_null(release.publisher);
  structure["subjects"] = release.subjects;
  structure["regions"] = release.regions;
  structure["boilerplate_starts"] = text_or_null(first_line(release.boilerplate));
  structure["contacts"] = std::move(contacts);
  const auto dump = [](const Json& value) {
    // Bytes that are no UTF-8 become U+FFFD instead of an exception.
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
  };
  std::string line = "{\"id\": " + dump(Json(release.id)) + ", \"structure\": " + dump(structure);
  line += ", \"people\": ";
  line += people;
  line += ", \"quotes\": ";
  line += quotes;
  line += ", \"regions\": ";
  line += regions;
  line += ", \"bare_names\": ";
  line += bare_names;
  line += "}";
  return line;
}

}  // namespace pressarkiv
