// SPDX-License-Identifier: GPL-2.0-or-later
#include <array>
#include <cstdio>
#include <string>

#include "query/render/csv_record.h"
#include "query/render/renderers.h"

namespace pressarkiv {
namespace {

std::string decimal(double value) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.4f", value);
  return text.data();
}

std::string joined_snippets(const Hit& hit) {
  std::string text;
  for (const Snippet& snippet : hit.snippets) text += (text.empty() ? "" : " … ") + snippet.text;
  return text;
}

}  // namespace

std::string render_csv(const SearchResult& result, const RenderOptions& options) {
  std::string out;
  if (!options.hits) {
    append_csv_record(out, {"facet", "label", "count", "total"});
    for (const FacetCounts& facet : result.facets) {
      for (const FacetValue& value : facet.values) {
        append_csv_record(out, {facet_name(facet.facet).key, value.label,
                                std::to_string(value.count), std::to_string(result.total)});
      }
    }
    return out;
  }
  append_csv_record(
      out, {"rank", "score", "id", "title", "date", "publisher", "kind", "url", "snippet"});
  for (const Hit& hit : result.hits) {
    append_csv_record(out, {std::to_string(hit.rank), decimal(hit.score), hit.id, hit.title,
                            hit.date ? hit.date->to_iso() : "", hit.publisher, hit.kind, hit.url,
                            joined_snippets(hit)});
  }
  return out;
}

}  // namespace pressarkiv
