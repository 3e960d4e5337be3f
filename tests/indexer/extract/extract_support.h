// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "indexer/extract/extractor.h"

namespace pressarkiv::test {

/// One extractor for all cases: its tables are large.
inline const Extractor& extractor() {
  static const Extractor one;
  return one;
}

/// A release of a body alone; its paragraphs are blocks as a reader would make them.
inline Release release_of(std::string body, std::string title = "Ett besked") {
  Release release;
  release.id = std::string(1, 'x');
  release.title = std::move(title);
  release.body = std::move(body);
  for (std::size_t at = 0; at < release.body.size();) {
    const std::size_t end = std::min(release.body.find("\n\n", at), release.body.size());
    release.blocks.push_back({BlockKind::kParagraph, {at, end}});
    at = end + 2;
  }
  return release;
}

inline Facts facts_of(const std::string& body) { return extractor().extract(release_of(body)); }

/// "Anna Ek; Bo Ås": everyone who is named.
inline std::string names_of(const Facts& facts) {
  std::string all;
  for (const Person& person : facts.people) all.append(all.empty() ? "" : "; ").append(person.name);
  return all;
}

/// "text | speaker | via" of each quote, one a line.
inline std::string quotes_of(const Facts& facts) {
  std::string all;
  for (const Quote& quote : facts.quotes) {
    if (!all.empty()) all += '\n';
    const std::string_view speaker =
        quote.speaker_name.empty() ? std::string_view("?") : std::string_view(quote.speaker_name);
    all.append(quote.text).append(" | ").append(speaker).append(" | ").append(to_string(quote.via));
  }
  return all;
}

}  // namespace pressarkiv::test
