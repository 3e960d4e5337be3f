// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/markdown_reader.h"

#include <initializer_list>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "indexer/encoding.h"
#include "indexer/readers/decoding_notes.h"
#include "indexer/readers/front_matter.h"
#include "indexer/readers/markdown.h"
#include "indexer/readers/path_facts.h"
#include "indexer/readers/release_facts.h"

namespace pressarkiv {
namespace {

std::vector<std::string> labels(const FrontMatter& matter,
                                std::initializer_list<std::string_view> keys) {
  std::vector<std::string> labels;
  if (const std::vector<std::string>* values = matter.find(keys)) {
    for (const std::string& value : *values) add_labels(value, labels);
  }
  return labels;
}

StatedFacts facts_of(const FrontMatter& matter) {
  StatedFacts facts;
  facts.title = matter.first({"title", "rubrik", "headline"});
  facts.summary = matter.first({"summary", "ingress", "lead", "description", "excerpt"});
  facts.publishers = labels(matter, {"publisher", "publishers", "avsändare", "sender", "author"});
  facts.subjects =
      labels(matter, {"subjects", "ämnen", "tags", "keywords", "categories", "category"});
  facts.regions = labels(matter, {"regions", "regioner", "region", "places"});
  facts.attachments = labels(matter, {"attachments", "bilagor"});
  facts.kind = matter.first({"kind", "type", "typ"});
  facts.published = stated_date(matter.first({"published", "date", "datum", "publicerad"}));
  facts.updated = stated_date(matter.first({"updated", "modified", "lastmod", "uppdaterad"}));
  return facts;
}

bool fits(const PartialDate& exact, const PartialDate& rough) {
  return rough.first_day() <= exact.first_day() && exact.last_day() <= rough.last_day();
}

/// The path says when a release was published, as a rule only to the month. A date in the text that
/// lies in that month is the day; another one is about something else.
void settle_date(const PathFacts& path, bool stated, text::Assembled& assembled) {
  Release& release = assembled.release;
  if (stated || !path.date) return;
  if (release.date && fits(*release.date, *path.date)) return;
  if (release.date) assembled.notes.emplace_back("a date in the text that the path speaks against");
  release.date = path.date;
}

}  // namespace

void read_markdown(const SourceBytes& source, const ReadOptions& /*options*/,
                   const ReleaseSink& sink) {
  auto decoded = decode_text(source.bytes, {source.path});
  if (!decoded) return sink(decoded.error());
  const FrontMatter matter = read_front_matter(decoded->text);
  MarkedText text = parse_markdown(std::string_view(decoded->text).substr(matter.end));
  StatedFacts facts = facts_of(matter);
  if (facts.title.empty() && facts.summary.empty() && text.title.empty() && text.lines.empty()) {
    return sink(Error{ErrorCode::kUnsupportedFormat,
                      std::string(source.path) + ": neither headline nor text; skipped"});
  }
  const PathFacts path = path_facts(source.path);
  const bool date_stated = facts.published.has_value();
  ReadRelease read;
  note_decoding(*decoded, read.notes);
  text::Assembled assembled = assemble_stated(std::move(text), std::move(facts));
  settle_date(path, date_stated, assembled);
  read.release = std::move(assembled.release);
  if (read.release.kind.empty()) read.release.kind = path.kind;
  read.release.id = matter.first({"id"});
  if (read.release.id.empty()) read.release.id = source.default_id;
  read.release.url = matter.first({"url", "link", "permalink", "canonical"});
  read.release.language = matter.first({"language", "lang", "språk"});
  read.release.people = labels(matter, {"people", "personer"});
  read.release.source_format = "markdown";
  read.raw = {0, source.bytes.size()};
  read.encoding = decoded->encoding;
  read.notes.insert(read.notes.end(), std::make_move_iterator(assembled.notes.begin()),
                    std::make_move_iterator(assembled.notes.end()));
  sink(std::move(read));
}

}  // namespace pressarkiv
