// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/fields.h"

#include <array>
#include <vector>

#include "common/text/near_miss.h"
#include "query/language/characters.h"

namespace pressarkiv {
namespace {

/// The one table of fields. `folded` is what fold_name() makes of the Swedish name.
struct FieldName {
  QueryField field;
  std::string_view swedish;
  std::string_view folded;
  std::string_view english;
};
constexpr std::array<FieldName, 14> kFieldNames{{
    {QueryField::kTitle, "rubrik", "rubrik", "title"},
    {QueryField::kLead, "ingress", "ingress", "lead"},
    {QueryField::kBody, "brödtext", "brodtext", "body"},
    {QueryField::kAbout, "om", "om", "about"},
    {QueryField::kSubject, "ämne", "amne", "subject"},
    {QueryField::kRegion, "region", "region", "region"},
    {QueryField::kPerson, "person", "person", "person"},
    {QueryField::kPublisher, "avsändare", "avsandare", "publisher"},
    {QueryField::kKind, "typ", "typ", "kind"},
    {QueryField::kDate, "datum", "datum", "date"},
    {QueryField::kId, "id", "id", "id"},
    {QueryField::kSpeaker, "sade", "sade", "speaker"},
    {QueryField::kRole, "roll", "roll", "role"},
    {QueryField::kFamily, "familj", "familj", "family"},
}};

/// Names that people use for a field in other archives, and its Swedish name here.
struct OtherName {
  std::string_view folded;
  std::string_view swedish;
};
constexpr std::array<OtherName, 17> kOtherNames{{
    {"titel", "rubrik"},
    {"headline", "rubrik"},
    {"text", "brödtext"},
    {"tema", "ämne"},
    {"amnesord", "ämne"},
    {"kommun", "region"},
    {"lan", "region"},
    {"plats", "region"},
    {"ort", "region"},
    {"namn", "person"},
    {"sager", "sade"},
    {"talare", "sade"},
    {"befattning", "roll"},
    {"sandare", "avsändare"},
    {"sender", "avsändare"},
    {"ar", "datum"},
    {"year", "datum"},
}};

}  // namespace

std::optional<QueryField> find_field(std::string_view name) {
  if (name.size() < 2 || name.size() > 24) return std::nullopt;
  const std::string folded = fold_name(name);
  for (const FieldName& entry : kFieldNames) {
    if (folded == entry.folded || folded == entry.english) return entry.field;
  }
  return std::nullopt;
}

std::string_view field_name(QueryField field) {
  for (const FieldName& entry : kFieldNames) {
    if (entry.field == field) return entry.swedish;
  }
  return {};
}

std::string_view guess_field(std::string_view name) {
  const std::string folded = fold_name(name);
  for (const OtherName& entry : kOtherNames) {
    if (folded == entry.folded) return entry.swedish;
  }
  std::vector<std::string_view> names;
  for (const FieldName& entry : kFieldNames) {
    names.push_back(entry.folded);
    names.push_back(entry.english);
  }
  const std::string_view nearest = nearest_name(folded, names);
  if (nearest.empty()) return {};
  const std::optional<QueryField> field = find_field(nearest);
  return field ? field_name(*field) : std::string_view();
}

bool is_text_field(QueryField field) {
  switch (field) {
    case QueryField::kAny:
    case QueryField::kTitle:
    case QueryField::kLead:
    case QueryField::kBody:
    case QueryField::kAbout:
    case QueryField::kFamily:
      return true;
    default:
      return false;
  }
}

}  // namespace pressarkiv
