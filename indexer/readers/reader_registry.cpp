// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/reader_registry.h"

#include <algorithm>
#include <string>
#include <utility>

#include "indexer/readers/json_reader.h"
#include "indexer/readers/markdown_reader.h"
#include "indexer/readers/text_reader.h"

namespace pressarkiv {
namespace {

Error refusal(std::string_view path, std::string_view what) {
  return {ErrorCode::kUnsupportedFormat,
          std::string(path) + ": " + std::string(what) + "; skipped"};
}

// Blanks, zero bytes beside them (UTF-16) and byte order marks.
bool is_nothing(std::string_view bytes) {
  return bytes.find_first_not_of(std::string_view(" \t\r\n\0", 5)) == std::string_view::npos ||
         bytes == "\xEF\xBB\xBF" || bytes == "\xFF\xFE" || bytes == "\xFE\xFF";
}

}  // namespace

const std::vector<ReaderEntry>& readers() {
  static const std::vector<ReaderEntry> kReaders = {
      {SourceFormat::kPlainText, &read_text},
      {SourceFormat::kMarkdown, &read_markdown},
      {SourceFormat::kJsonLines, &read_json_lines},
      {SourceFormat::kJson, &read_json},
  };
  return kReaders;
}

void read_source(std::string_view bytes, std::string_view path, std::string_view default_id,
                 const ReadOptions& options, const ReleaseSink& sink) {
  if (bytes.empty()) return sink(refusal(path, "empty"));
  if (is_nothing(bytes)) return sink(refusal(path, "empty but for blanks"));
  if (const auto foreign = foreign_format(bytes)) {
    return sink(refusal(path, std::string(*foreign) + ", not a text"));
  }
  const SourceFormat format = options.format ? *options.format : sniff_format(bytes, path);
  const auto entry = std::find_if(readers().begin(), readers().end(),
                                  [&](const ReaderEntry& each) { return each.format == format; });
  if (entry == readers().end()) return sink(refusal(path, "of a format without a reader"));
  bool called = false;
  entry->read({bytes, path, default_id}, options, [&](Result<ReadRelease> found) {
    called = true;
    sink(std::move(found));
  });
  if (!called) sink(refusal(path, "no release in it"));
}

}  // namespace pressarkiv
