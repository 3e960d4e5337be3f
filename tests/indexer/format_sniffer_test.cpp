// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/format_sniffer.h"

#include <catch2/catch.hpp>

#include "tests/indexer/reader_support.h"

namespace pressarkiv {
namespace {

using namespace std::string_view_literals;

TEST_CASE("format: bytes first, then the name") {
  struct Row {
    std::string_view bytes;
    std::string_view path;
    SourceFormat format;
  };
  using F = SourceFormat;
  const Row rows[] = {
      {"Pressmeddelande\n\nRubrik\n", "a.txt", F::kPlainText},
      {"# Rubrik\n\nText", "a.txt", F::kMarkdown},
      {"\n\n# Rubrik", "a", F::kMarkdown},
      {"# # #\n", "a.txt", F::kPlainText},
      {"#hashtag först\n", "a.txt", F::kPlainText},
      {"Vanlig text", "a.md", F::kMarkdown},
      {"---\ntitle: x\n---\nText", "a", F::kMarkdown},
      {"---\nEn inledning: med mening\n---\n", "a.txt", F::kPlainText},
      {"{\"a\": 1}\n{\"b\": 2}\n", "a.txt", F::kJsonLines},
      {"{\"a\": 1}\n", "a.jsonl", F::kJsonLines},
      {"{\"a\": 1}\n", "a.json", F::kJson},
      {"{\"a\": 1}\n", "a", F::kJson},
      {"{\n  \"a\": 1\n}\n", "a.jsonl", F::kJson},
      {"{\"a\": {\n \"b\": 1}}", "a", F::kJson},
      {"[{\"a\": 1}]", "a.jsonl", F::kJson},
      {"[\n]\n", "a", F::kJson},
      {"{\"a\": \"avhug\n{\"b\": 2}\n", "a.jsonl", F::kJsonLines},
      {"{\"a\": \"avhug\n{\"b\": 2}\n", "a", F::kJsonLines},
      {"skräp\n{\"b\": 2}\n{\"c\": 2}\n", "a", F::kJsonLines},
      {"skräp\n{\"b\": 2}\n", "a.jsonl", F::kJsonLines},
      {"{ det är en klammer }\n", "a.txt", F::kPlainText},
      {"{\"Citat\" i början}\n", "a.txt", F::kPlainText},
      {"[Pressmeddelande]\n", "a.txt", F::kPlainText},
      {"text", "a.json", F::kJson},
      {"\xEF\xBB\xBF# Rubrik\n", "a.txt", F::kMarkdown},
      {"\xEF\xBB\xBF{\"a\": 1}\n{\"a\": 1}\n", "a.txt", F::kJsonLines},
      {"", "a.txt", F::kPlainText},
  };
  for (const Row& row : rows) {
    INFO(row.path << ": " << row.bytes);
    CHECK(sniff_format(row.bytes, row.path) == row.format);
    if (row.bytes.substr(0, 3) != "\xEF\xBB\xBF") {
      CHECK(sniff_format(test::as_utf16(row.bytes, true, true), row.path) == row.format);
      CHECK(sniff_format(test::as_utf16(row.bytes, false, true), row.path) == row.format);
    }
  }
}

TEST_CASE("format: names go both ways") {
  for (const std::string_view name : {"text", "markdown", "jsonl", "json"}) {
    REQUIRE(format_of_name(name));
    CHECK(format_name(*format_of_name(name)) == name);
  }
  CHECK_FALSE(format_of_name("pdf"));
}

TEST_CASE("format: what no reader knows is refused by its name") {
  struct Row {
    std::string_view bytes;
    std::string_view what;
  };
  const Row rows[] = {
      {"%PDF-1.7\n%\xE2\xE3", "a PDF document"},
      {"\x89PNG\r\n\x1A\n\0\0"sv, "a picture (PNG)"},
      {"\xFF\xD8\xFF\xE0"sv, "a picture (JPEG)"},
      {"GIF89a...", "a picture (GIF)"},
      {"\0\0\0\x18"
       "ftypmp42"sv,
       "a film (MP4)"},
      {"PK\3\4....word/document.xml"sv, "a Word document"},
      {"PK\3\4....mimetypeapplication/vnd.oasis.opendocument.text"sv, "an OpenDocument file"},
      {"PK\3\4....fil.txt"sv, "an archive (ZIP)"},
      {"\x7F"
       "ELF\2\1\1"sv,
       "an executable (ELF)"},
      {"MZ\x90\0\3\0"sv, "an executable (Windows)"},
      {"\x1F\x8B\x08\0"sv, "packed with gzip"},
      {"{\\rtf1\\ansi", "an RTF document"},
      {"SQLite format 3\0"sv, "a database (SQLite)"},
      {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "an old Office document"},
      {"<!DOCTYPE html><html>", "a web page (HTML)"},
      {"\xEF\xBB\xBF\n<html lang=sv>", "a web page (HTML)"},
      {"<?xml version='1.0'?><rss>", "a feed (RSS or Atom)"},
      {"<?xml version='1.0'?><nitf>", "an XML document"},
  };
  for (const Row& row : rows) {
    INFO(row.what);
    const test::ReadAll all = test::read_all(row.bytes, "mapp/fil.txt");
    REQUIRE(all.errors.size() == 1);
    CHECK(all.codes[0] == ErrorCode::kUnsupportedFormat);
    CHECK_THAT(all.errors[0],
               Catch::StartsWith("mapp/fil.txt: ") && Catch::Contains(std::string(row.what)));
  }
  CHECK_FALSE(foreign_format("MZ är en förkortning"));
  CHECK_FALSE(foreign_format("<Kommunen> bygger"));
}

TEST_CASE("read_source: a source with nothing in it is an error") {
  for (const std::string_view bytes : {""sv, "\n \n"sv, "\xEF\xBB\xBF"sv, "\xFF\xFE"sv,
                                       "\xFF\xFE\n\0"sv, "[]"sv, "{\"items\": []}"sv}) {
    for (const std::string_view path : {"a.txt", "a.md", "a.jsonl", "a.json"}) {
      INFO(path << " of " << bytes.size() << " bytes");
      const test::ReadAll all = test::read_all(bytes, path);
      CHECK(all.releases.empty());
      CHECK_FALSE(all.errors.empty());
    }
  }
}

}  // namespace
}  // namespace pressarkiv
