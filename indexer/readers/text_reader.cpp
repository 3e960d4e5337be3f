// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/text_reader.h"

#include <string>
#include <utility>

#include "indexer/encoding.h"
#include "indexer/readers/text/assemble.h"
#include "indexer/readers/text/lines.h"

namespace pressarkiv {
namespace {

Error nothing_in(const SourceBytes& source, std::string_view what) {
  return {ErrorCode::kUnsupportedFormat,
          std::string(source.path) + ": " + std::string(what) + "; skipped"};
}

void note_encoding(const DecodedText& decoded, std::vector<std::string>& notes) {
  if (decoded.encoding != Encoding::kUtf8) notes.emplace_back(encoding_name(decoded.encoding));
  if (decoded.composed) notes.emplace_back("characters composed (NFC)");
  if (decoded.lossy) notes.emplace_back("bytes that are no text were replaced or left out");
}

}  // namespace

void read_text(const SourceBytes& source, const ReadOptions& /*options*/, const ReleaseSink& sink) {
  if (source.bytes.empty()) return sink(nothing_in(source, "empty file"));
  auto decoded = decode_text(source.bytes, {source.path});
  if (!decoded) return sink(decoded.error());

  text::Document document(text::split_lines(decoded->text));
  decoded->text = std::string();  // The lines are copies; a large source need not be held twice.
  if (document.size() == 0) return sink(nothing_in(source, "only blank lines"));

  text::Assembled assembled = text::assemble(std::move(document));
  ReadRelease read;
  read.release = std::move(assembled.release);
  read.release.id = source.default_id;
  read.release.source_format = "text";
  read.raw = {0, source.bytes.size()};
  read.encoding = decoded->encoding;
  note_encoding(*decoded, read.notes);
  read.notes.insert(read.notes.end(), assembled.notes.begin(), assembled.notes.end());
  sink(std::move(read));
}

}  // namespace pressarkiv
