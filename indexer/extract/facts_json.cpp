// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/facts_json.h"

#include <nlohmann/json.hpp>
#include <string>

namespace pressarkiv {
namespace {

using Json = nlohmann::ordered_json;

const char* text_name(FactText text) {
  switch (text) {
    case FactText::kTitle:
      return "title";
    case FactText::kLead:
      return "lead";
    case FactText::kContacts:
      return "contacts";
    case FactText::kBoilerplate:
      return "boilerplate";
    case FactText::kBody:
      break;
  }
  return "body";
}

Json range_json(const TextRange& where) {
  return Json::array({text_name(where.text), where.range.begin, where.range.end});
}

Json mentions_json(const std::vector<TextRange>& mentions) {
  Json list = Json::array();
  for (const TextRange& where : mentions) list.push_back(range_json(where));
  return list;
}

std::string dump(const Json& value) {
  return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

}  // namespace

std::string people_json(const Facts& facts) {
  Json people = Json::array();
  for (const Person& person : facts.people) {
    Json item;
    item["name"] = person.name;
    item["role"] = or_null(person.role);
    item["org"] = or_null(person.organisation);
    item["party"] = or_null(person.party);
    item["other_roles"] = person.other_roles;
    item["names"] = person.names;
    item["contact"] = person.is_contact;
    item["mentions"] = mentions_json(person.mentions);
    people.push_back(std::move(item));
  }
  return dump(people);
}

std::string bare_names_json(const Facts& facts) {
  Json names = Json::array();
  for (const BareName& name : facts.bare_names) {
    Json item;
    item["name"] = name.name;
    item["mentions"] = mentions_json(name.mentions);
    names.push_back(std::move(item));
  }
  return dump(names);
}

std::string quotes_json(const Release& release, const Facts& facts) {
  Json quotes = Json::array();
  for (const Quote& quote : facts.quotes) {
    Json item;
    item["text"] = quote.text;
    Json parts = Json::array();
    Json ranges = Json::array();
    const std::string& text = text_of(release, quote.source);
    for (const ByteRange& range : quote.parts) {
      parts.push_back(text.substr(range.begin, range.size()));
      ranges.push_back(range_json({quote.source, range}));
    }
    item["parts"] = std::move(parts);
    item["speaker"] = or_null(quote.speaker_name);
    item["role"] = or_null(quote.role);
    item["org"] = or_null(quote.organisation);
    item["verb"] = or_null(quote.verb);
    if (quote.attribution.range.empty()) {
      item["attribution"] = nullptr;
    } else {
      const ByteRange& range = quote.attribution.range;
      item["attribution"] =
          text_of(release, quote.attribution.text).substr(range.begin, range.size());
      item["attribution_range"] = range_json(quote.attribution);
    }
    item["resolved_via"] = to_string(quote.via);
    item["confidence"] = static_cast<int>(quote.confidence * 100 + 0.5F) / 100.0;
    item["ranges"] = std::move(ranges);
    quotes.push_back(std::move(item));
  }
  return dump(quotes);
}

std::string regions_json(const Facts& facts) {
  Json regions = Json::array();
  for (const RegionMention& region : facts.regions) {
    Json item;
    item["name"] = region.name;
    item["kind"] = to_string(region.kind);
    item["code"] = or_null(region.code);
    item["range"] = range_json(region.where);
    regions.push_back(std::move(item));
  }
  return dump(regions);
}

}  // namespace pressarkiv
