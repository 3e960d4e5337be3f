// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/json_mapping.h"

#include <initializer_list>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

namespace pressarkiv {
namespace {

using Json = nlohmann::ordered_json;  // Ordered: the first mistake named is the first in the file.

struct FieldDefaults {
  JsonField field;
  std::string_view name;
  std::string_view paths;  // Parted by blanks, best first.
};

// The other names are those of the services named in corpus/FORMATS.md, of JSON Feed and of
// schema.org. Keys that only one service has stand before those that several use for other things.
constexpr std::array<FieldDefaults, kJsonFieldCount> kDefaults = {{
    {JsonField::kId, "id", "EncryptedId id guid uri news_id identifier"},
    {JsonField::kUrl, "url",
     "url PublicUrl CanonicalUrl CisionWireUrl link permalink canonical_url address"},
    {JsonField::kKind, "kind", "kind type_of_media InformationType type genre typ"},
    {JsonField::kTitle, "title", "title header headline rubrik HtmlTitle content.title name"},
    {JsonField::kPublished, "published",
     "published published_at PublishDate publish_date date_published datePublished pubDate "
     "versioncreated content.publish_date date datum created_at"},
    {JsonField::kUpdated, "updated",
     "updated updated_at LastChangeDate date_modified dateModified modified modified_at"},
    {JsonField::kPublishers, "publishers",
     "publishers publisher source_name SourceName pressroom_name sender avsändare organisation "
     "organization author authors"},
    {JsonField::kPeople, "people", "people persons person personer"},
    {JsonField::kSubjects, "subjects",
     "subjects subjects.subject tags.tag tags categories keywords properties.tags ämnen topics"},
    {JsonField::kRegions, "regions",
     "regions geographic_areas geographic_areas.geographic_area regioner places place"},
    {JsonField::kSummary, "summary",
     "summary lead leadtext lead_text HtmlIntro Intro ingress preamble content.preamble "
     "description_text description"},
    {JsonField::kBody, "body",
     "HtmlBody body content.html content_html body_html5 content.text content_text body_text "
     "articleBody brödtext content text html markdown"},
    {JsonField::kBoilerplate, "boilerplate",
     "boilerplate HtmlCompanyInformation CompanyInformation about_text"},
    {JsonField::kContacts, "contacts",
     "contacts.persons contact_people.contact_person contact_people contacts HtmlContact Contact "
     "press_contacts kontakter kontakt contacts.text"},
    {JsonField::kAttachments, "attachments",
     "attachments content.attachments Files documents attached_pdf attached_doc"},
    {JsonField::kLanguage, "language", "language LanguageCode lang locale properties.lang"},
}};

std::optional<JsonField> field_of(std::string_view name) {
  for (const FieldDefaults& entry : kDefaults) {
    if (entry.name == name) return entry.field;
  }
  return std::nullopt;
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    parts.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

Error mistake(std::string_view name, const std::string& what) {
  return {ErrorCode::kInvalidArgument, std::string(name) + ": " + what};
}

std::string known_names() {
  std::string names;
  for (const FieldDefaults& entry : kDefaults) {
    if (!names.empty()) names += ", ";
    names += entry.name;
  }
  return names;
}

/// The paths that one value of a mapping file names; nothing where it is neither a path nor a list
/// of paths.
std::optional<JsonMapping::Paths> paths_of(const Json& value) {
  JsonMapping::Paths paths;
  const auto add = [&](const Json& path) {
    if (!path.is_string()) return false;
    std::vector<std::string> keys = split(path.get_ref<const std::string&>(), '.');
    for (const std::string& key : keys) {
      if (key.empty()) return false;
    }
    paths.push_back(std::move(keys));
    return true;
  };
  if (!value.is_array()) return add(value) ? std::optional(paths) : std::nullopt;
  for (const Json& path : value) {
    if (!add(path)) return std::nullopt;
  }
  return paths;
}

}  // namespace

std::string_view json_field_name(JsonField field) {
  return kDefaults[static_cast<std::size_t>(field)].name;
}

const JsonMapping& JsonMapping::defaults() {
  static const JsonMapping kMapping = [] {
    JsonMapping mapping;
    for (const FieldDefaults& entry : kDefaults) {
      Paths& paths = mapping.paths_[static_cast<std::size_t>(entry.field)];
      for (const std::string& path : split(entry.paths, ' ')) paths.push_back(split(path, '.'));
    }
    return mapping;
  }();
  return kMapping;
}

Result<JsonMapping> JsonMapping::parse(std::string_view json, std::string_view name) {
  // Parsed without recursion; a mapping holds two levels, so that nothing deep is ever walked.
  const Json file = Json::parse(json, nullptr, /*allow_exceptions=*/false);
  if (!file.is_object()) {
    return mistake(name,
                   "not a field mapping; a JSON object like {\"title\": \"header\"} is "
                   "expected");
  }
  JsonMapping mapping = defaults();
  for (const auto& [key, value] : file.items()) {
    const std::optional<JsonField> field = field_of(key);
    if (!field) return mistake(name, "unknown field \"" + key + "\"; use " + known_names());
    std::optional<Paths> paths = paths_of(value);
    if (!paths) {
      return mistake(name, "field \"" + key +
                               "\": a path like \"tags.name\" or a list of paths "
                               "is expected");
    }
    mapping.paths_[static_cast<std::size_t>(*field)] = std::move(*paths);
  }
  return mapping;
}

}  // namespace pressarkiv
