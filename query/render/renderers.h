// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "query/render/text_layout.h"
#include "query/search/search_result.h"

namespace pressarkiv {

/// The forms a result can be written in. What each holds, key by key: query/render/OUTPUT.md.
enum class OutputFormat { kText, kJson, kJsonLines, kCsv };
/// "text", "json", "jsonl", "csv"; nullopt for anything else.
std::optional<OutputFormat> find_output_format(std::string_view name);

/// What of a result is written.
struct RenderOptions {
  TextStyle style;  ///< For text.
  bool hits = true;
  bool facets = false;
  bool explanation = false;  ///< What was understood of the query.
};

/// A result in one of the forms, complete, ending with a line feed. Never fails; text that is no
/// UTF-8 is written with U+FFFD. CSV has one table: hits, or with options.hits off the facets.
std::string render(const SearchResult& result, OutputFormat format, const RenderOptions& options);
std::string render_text(const SearchResult& result, const RenderOptions& options);
std::string render_json(const SearchResult& result, const RenderOptions& options);
/// One hit a line, nothing else.
std::string render_json_lines(const SearchResult& result);
std::string render_csv(const SearchResult& result, const RenderOptions& options);

/// One release (`show ID`). There is no CSV of it: kCsv gives JSON Lines.
std::string render_release(const ReleaseView& release, OutputFormat format, const TextStyle& style);

}  // namespace pressarkiv
