// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/character_ranges.h"
#include "query/render/json_parts.h"
#include "query/render/json_release.h"
#include "query/render/renderers.h"

namespace pressarkiv {
namespace {

Json hit_json(const Hit& hit) {
  Json snippets = Json::array();
  for (const Snippet& snippet : hit.snippets) {
    snippets.push_back({{"text", snippet.text},
                        {"highlights", character_ranges(snippet.text, snippet.highlights)},
                        {"starts_inside", snippet.starts_inside},
                        {"ends_inside", snippet.ends_inside},
                        {"speaker", text_or_null(snippet.speaker)}});
  }
  Json json = {{"rank", hit.rank},
               {"score", hit.score},
               {"id", hit.id},
               {"title", hit.title},
               {"title_highlights", character_ranges(hit.title, hit.title_highlights)},
               {"date", date_or_null(hit.date)},
               {"publisher", text_or_null(hit.publisher)},
               {"kind", text_or_null(hit.kind)},
               {"url", text_or_null(hit.url)},
               {"snippets", std::move(snippets)}};
  if (!hit.shared.empty()) json["shared"] = hit.shared;
  if (!hit.score_parts.empty()) {
    Json parts = Json::array();
    for (const ScorePart& part : hit.score_parts) {
      parts.push_back({{"what", part.what}, {"weight", part.weight}});
    }
    json["score_parts"] = std::move(parts);
  }
  if (!hit.copies.empty()) json["copies"] = hit.copies;
  return json;
}

Json facet_json(const FacetCounts& facet) {
  Json values = Json::array();
  for (const FacetValue& value : facet.values) {
    values.push_back({{"label", value.label}, {"count", value.count}});
  }
  const FacetName& name = facet_name(facet.facet);
  return {{"facet", name.key},
          {"name", name.swedish},
          {"distinct", facet.distinct},
          {"missing", facet.missing},
          {"values", std::move(values)}};
}

}  // namespace

std::string render_json(const SearchResult& result, const RenderOptions& options) {
  Json json = {{"schema", "pressarkiv.search/1"},
               {"query", result.query},
               {"understood", result.understood},
               {"total", result.total},
               {"total_is_exact", result.total_is_exact},
               {"offset", result.offset},
               {"archive", {{"releases", result.archive_releases}, {"revision", result.revision}}},
               {"notes", result.notes}};
  if (options.explanation) {
    Json lines = Json::array();
    for (const ExplanationLine& line : result.explanation) {
      lines.push_back({{"part", line.part}, {"meaning", line.meaning}});
    }
    json["explanation"] = std::move(lines);
  }
  if (options.hits) {
    Json hits = Json::array();
    for (const Hit& hit : result.hits) hits.push_back(hit_json(hit));
    json["hits"] = std::move(hits);
  }
  if (options.facets) {
    Json facets = Json::array();
    for (const FacetCounts& facet : result.facets) facets.push_back(facet_json(facet));
    json["facets"] = std::move(facets);
  }
  return dump_json(json, 2);
}

std::string render_json_lines(const SearchResult& result) {
  std::string out;
  for (const Hit& hit : result.hits) out += dump_json(hit_json(hit), -1);
  return out;
}

std::string json_of_release(const ReleaseView& release, int indent) {
  return dump_json({{"schema", "pressarkiv.release/1"},
                    {"id", release.id},
                    {"title", release.title},
                    {"lead", text_or_null(release.lead)},
                    {"body", release.body},
                    {"boilerplate", text_or_null(release.boilerplate)},
                    {"contact", text_or_null(release.contact_text)},
                    {"date", date_or_null(release.date)},
                    {"updated", date_or_null(release.updated)},
                    {"publishers", release.publishers},
                    {"kind", text_or_null(release.kind)},
                    {"subjects", release.subjects},
                    {"regions", release.regions},
                    {"counties", release.counties},
                    {"people", release.people},
                    {"attachments", release.attachments},
                    {"url", text_or_null(release.url)},
                    {"language", text_or_null(release.language)}},
                   indent);
}

}  // namespace pressarkiv
