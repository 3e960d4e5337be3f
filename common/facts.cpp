// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/facts.h"

namespace pressarkiv {

std::string_view to_string(SpeakerVia via) {
  switch (via) {
    case SpeakerVia::kName:
      return "name";
    case SpeakerVia::kSurname:
      return "surname";
    case SpeakerVia::kFirstName:
      return "firstname";
    case SpeakerVia::kPronoun:
      return "pronoun";
    case SpeakerVia::kRole:
      return "role";
    case SpeakerVia::kContext:
      return "context";
    case SpeakerVia::kNone:
      break;
  }
  return "none";
}

std::string_view to_string(PlaceKind kind) {
  switch (kind) {
    case PlaceKind::kMunicipality:
      return "municipality";
    case PlaceKind::kCounty:
      return "county";
    case PlaceKind::kProvince:
      return "province";
    case PlaceKind::kLocality:
      break;
  }
  return "locality";
}

}  // namespace pressarkiv
