// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/people_renderer.h"

#include <map>
#include <nlohmann/json.hpp>

#include "query/render/csv_record.h"

namespace pressarkiv {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kCompanions = 10;
constexpr std::size_t kIndent = 4;

Json or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

std::string dump(const Json& value, int indent) {
  return value.dump(indent, ' ', false, Json::error_handler_t::replace);
}

std::string date_text(const PartialDate& date) { return date.year == 0 ? "" : date.to_iso(); }

/// What the list shows of a person.
struct Summary {
  std::string role;
  std::string organisation;
  std::string first;
  std::string last;
  std::string party;
};

Summary summary_of(const PeopleDirectory& directory, const DirectoryPerson& person) {
  Summary summary;
  for (const Sighting& sighting : person.sightings) {
    if (!sighting.roles.empty()) {
      summary.role = sighting.roles.front();
      summary.organisation = sighting.organisation;
    }
    if (!sighting.party.empty()) summary.party = sighting.party;
    const auto& date = directory.releases()[sighting.release].date;
    if (!date) continue;
    if (summary.first.empty()) summary.first = date->to_iso();
    summary.last = date->to_iso();
  }
  return summary;
}

Json summary_json(const PeopleDirectory& directory, const DirectoryPerson& person) {
  const Summary summary = summary_of(directory, person);
  Json item;
  item["name"] = person.name;
  item["role"] = or_null(summary.role);
  item["org"] = or_null(summary.organisation);
  item["party"] = or_null(summary.party);
  item["first"] = or_null(summary.first);
  item["last"] = or_null(summary.last);
  item["releases"] = person.sightings.size();
  item["quotes"] = person.quotes;
  return item;
}

Json evidence_json(const std::vector<RoleEvidence>& evidence) {
  Json list = Json::array();
  for (const RoleEvidence& item : evidence) {
    list.push_back(
        {{"date", or_null(date_text(item.date))}, {"id", item.release_id}, {"title", item.title}});
  }
  return list;
}

std::map<std::string, std::uint32_t> quotes_by_year(const PeopleDirectory& directory,
                                                    const DirectoryPerson& person) {
  std::map<std::string, std::uint32_t> years;
  for (const Sighting& sighting : person.sightings) {
    const auto& date = directory.releases()[sighting.release].date;
    if (sighting.quotes > 0 && date) years[std::to_string(date->year)] += sighting.quotes;
  }
  return years;
}

Json themes_json(const std::vector<Theme>& themes) {
  Json list = Json::array();
  for (const Theme& theme : themes)
    list.push_back({{"words", theme.words}, {"releases", theme.releases.hits}});
  return list;
}

Json person_json(const PeopleDirectory& directory, const DirectoryPerson& person,
                 const std::vector<Theme>& themes) {
  Json root = summary_json(directory, person);
  root["schema"] = "pressarkiv.person/1";
  root["names"] = person.other_names;
  Json roles = Json::array();
  for (const RoleInterval& interval : directory.roles_of(person)) {
    roles.push_back({{"role", interval.role},
                     {"org", or_null(interval.organisation)},
                     {"first", or_null(date_text(interval.evidence.front().date))},
                     {"last", or_null(date_text(interval.evidence.back().date))},
                     {"evidence", evidence_json(interval.evidence)}});
  }
  root["roles"] = std::move(roles);
  Json years = Json::object();
  for (const auto& [year, count] : quotes_by_year(directory, person)) years[year] = count;
  root["quotes_by_year"] = std::move(years);
  root["themes"] = themes_json(themes);
  Json together = Json::array();
  for (const auto& [other, count] : directory.companions(person, kCompanions))
    together.push_back({{"name", other->name}, {"releases", count}});
  root["together_with"] = std::move(together);
  Json same = Json::array();
  for (const DirectoryPerson* other : directory.likely_same(person))
    same.push_back({{"name", other->name}, {"releases", other->sightings.size()}});
  root["likely_same"] = std::move(same);
  return root;
}

std::string line_of(const PeopleDirectory& directory, const DirectoryPerson& person) {
  const Summary summary = summary_of(directory, person);
  std::string line = person.name;
  if (!summary.party.empty()) line += " (" + summary.party + ")";
  if (!summary.role.empty()) line += ", " + summary.role;
  if (!summary.organisation.empty()) line += ", " + summary.organisation;
  line += " · " + std::to_string(person.sightings.size()) + " releaser, " +
          std::to_string(person.quotes) + " citat";
  if (!summary.first.empty()) {
    line += " · " + summary.first;
    if (summary.last != summary.first) line += "–" + summary.last;
  }
  return line;
}

std::string interval_text(const RoleInterval& interval) {
  std::string line = interval.role;
  if (!interval.organisation.empty()) line += ", " + interval.organisation;
  const std::string first = date_text(interval.evidence.front().date);
  const std::string last = date_text(interval.evidence.back().date);
  line += ": " + (first.empty() ? "utan datum" : first);
  if (last != first) line += "–" + last;
  line += " (" + std::to_string(interval.evidence.size()) +
          (interval.evidence.size() == 1 ? " release; " : " releaser; ");
  line += interval.evidence.front().release_id;
  if (interval.evidence.size() > 1) line += " … " + interval.evidence.back().release_id;
  return line + ")";
}

std::string person_text(const PeopleDirectory& directory, const DirectoryPerson& person,
                        const std::vector<Theme>& themes, const TextStyle& style) {
  std::string out = wrapped(printable(line_of(directory, person)), 0, style.width);
  const auto heading = [&](const char* text) { out += std::string("\n") + text + "\n"; };
  const auto item = [&](const std::string& text) {
    out += wrapped(printable(text), kIndent, style.width);
  };
  if (!person.other_names.empty()) {
    heading("Andra namn");
    for (const std::string& name : person.other_names) item(name);
  }
  const std::vector<RoleInterval> roles = directory.roles_of(person);
  if (!roles.empty()) heading("Roller");
  for (const RoleInterval& interval : roles) item(interval_text(interval));
  const auto years = quotes_by_year(directory, person);
  if (!years.empty()) heading("Citat per år");
  for (const auto& [year, count] : years) item(year + "  " + std::to_string(count));
  if (!themes.empty()) heading("Utmärkande ämnen");
  for (const Theme& theme : themes)
    item(theme.words + " (" + std::to_string(theme.releases.hits) + ")");
  const auto companions = directory.companions(person, kCompanions);
  if (!companions.empty()) heading("Nämns tillsammans med");
  for (const auto& [other, count] : companions)
    item(other->name + " (" + std::to_string(count) + ")");
  const auto same = directory.likely_same(person);
  if (!same.empty()) heading("Troligen samma person");
  for (const DirectoryPerson* other : same)
    item(other->name + " (" + std::to_string(other->sightings.size()) + ")");
  return out;
}

}  // namespace

std::string render_people(const PeopleDirectory& directory,
                          const std::vector<const DirectoryPerson*>& people, OutputFormat format) {
  std::string out;
  if (format == OutputFormat::kJson) {
    Json list = Json::array();
    for (const DirectoryPerson* person : people) list.push_back(summary_json(directory, *person));
    return dump({{"schema", "pressarkiv.people/1"}, {"people", std::move(list)}}, 2) + "\n";
  }
  if (format == OutputFormat::kCsv)
    append_csv_record(out, {"name", "role", "org", "party", "first", "last", "releases", "quotes"});
  for (const DirectoryPerson* person : people) {
    if (format == OutputFormat::kJsonLines) {
      out += dump(summary_json(directory, *person), -1) + "\n";
    } else if (format == OutputFormat::kCsv) {
      const Summary summary = summary_of(directory, *person);
      append_csv_record(out, {person->name, summary.role, summary.organisation, summary.party,
                              summary.first, summary.last, std::to_string(person->sightings.size()),
                              std::to_string(person->quotes)});
    } else {
      out += printable(line_of(directory, *person)) + "\n";
    }
  }
  return out;
}

std::string render_person(const PeopleDirectory& directory, const DirectoryPerson& person,
                          const std::vector<Theme>& themes, OutputFormat format,
                          const TextStyle& style) {
  switch (format) {
    case OutputFormat::kJson:
      return dump(person_json(directory, person, themes), 2) + "\n";
    case OutputFormat::kJsonLines:
      return dump(person_json(directory, person, themes), -1) + "\n";
    case OutputFormat::kCsv:
      return render_people(directory, {&person}, format);
    case OutputFormat::kText:
      break;
  }
  return person_text(directory, person, themes, style);
}

std::string render_holder(const RoleAnswer& answer, OutputFormat format) {
  if (format == OutputFormat::kText || format == OutputFormat::kCsv) {
    std::string out = printable(answer.name) + "\n" + printable(answer.role);
    if (!answer.organisation.empty()) out += ", " + printable(answer.organisation);
    out += "; " + answer.reason + "\n";
    for (const RoleEvidence& item : answer.evidence) {
      out += date_text(item.date) + "\t" + printable(item.release_id) + "\t" +
             printable(item.title) + "\n";
    }
    return out;
  }
  Json root;
  root["schema"] = "pressarkiv.holder/1";
  root["name"] = or_null(answer.name);
  root["role"] = or_null(answer.role);
  root["org"] = or_null(answer.organisation);
  root["reason"] = answer.reason;
  root["evidence"] = evidence_json(answer.evidence);
  return dump(root, format == OutputFormat::kJson ? 2 : -1) + "\n";
}

}  // namespace pressarkiv
