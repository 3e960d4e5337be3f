// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/csv_record.h"
#include "query/render/json_parts.h"
#include "query/render/text_table.h"
#include "query/render/theme_renderers.h"

namespace pressarkiv {
namespace {

Json release_json(const DuplicateRelease& release) {
  return {{"id", release.id}, {"title", release.title}, {"date", date_or_null(release.date)}};
}

Json group_json(const DuplicateGroup& group) {
  Json copies = Json::array();
  for (const DuplicateRelease& copy : group.copies) copies.push_back(release_json(copy));
  return {{"original", release_json(group.original)}, {"copies", std::move(copies)}};
}

std::string duplicates_json(const DuplicateList& list) {
  Json groups = Json::array();
  for (const DuplicateGroup& group : list.groups) groups.push_back(group_json(group));
  return dump_json({{"schema", "pressarkiv.duplicates/1"},
                    {"archive", {{"releases", list.archive_releases}, {"revision", list.revision}}},
                    {"copies", list.copies},
                    {"groups", std::move(groups)}},
                   2);
}

std::string duplicates_csv(const DuplicateList& list) {
  std::string out;
  append_csv_record(out,
                    {"original", "original_date", "copy", "copy_date", "copy_title", "revision"});
  const auto iso = [](const DuplicateRelease& release) {
    return release.date ? release.date->to_iso() : std::string();
  };
  const std::string revision = std::to_string(list.revision);
  for (const DuplicateGroup& group : list.groups) {
    for (const DuplicateRelease& copy : group.copies) {
      append_csv_record(
          out, {group.original.id, iso(group.original), copy.id, iso(copy), copy.title, revision});
    }
  }
  return out;
}

std::string duplicates_text(const DuplicateList& list) {
  std::string out;
  const auto described = [](const DuplicateRelease& release) {
    return (release.date ? release.date->to_iso() : "utan datum") + "  " +
           printable(release.title) + "  [" + printable(release.id) + "]\n";
  };
  for (const DuplicateGroup& group : list.groups) {
    out += described(group.original);
    for (const DuplicateRelease& copy : group.copies) out += "  = " + described(copy);
  }
  if (!out.empty()) out += "\n";
  out += swedish_number(list.copies) + " av " + swedish_number(list.archive_releases) +
         " releaser är samma text som en tidigare och räknas inte en gång till.\n";
  return out + "Arkivrevision " + std::to_string(list.revision) + "\n";
}

}  // namespace

std::string render(const DuplicateList& result, OutputFormat format, const TextStyle&) {
  switch (format) {
    case OutputFormat::kText:
      return duplicates_text(result);
    case OutputFormat::kJson:
      return duplicates_json(result);
    case OutputFormat::kJsonLines: {
      std::string out;
      for (const DuplicateGroup& group : result.groups) out += dump_json(group_json(group), -1);
      return out;
    }
    case OutputFormat::kCsv:
      return duplicates_csv(result);
  }
  return {};
}

}  // namespace pressarkiv
