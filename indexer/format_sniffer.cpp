// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/format_sniffer.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "indexer/encoding.h"
#include "indexer/readers/json_scan.h"

namespace pressarkiv {
namespace {

struct Name {
  SourceFormat format;
  std::string_view name;
};
constexpr std::array<Name, 4> kNames = {{{SourceFormat::kPlainText, "text"},
                                         {SourceFormat::kMarkdown, "markdown"},
                                         {SourceFormat::kJsonLines, "jsonl"},
                                         {SourceFormat::kJson, "json"}}};

struct Magic {
  std::size_t offset;
  std::string_view bytes;
  std::string_view what;
};

using namespace std::string_view_literals;

// From the formats' own specifications; all but the last few hold bytes that no text holds.
constexpr std::array<Magic, 34> kMagics = {{
    {0, "%PDF-"sv, "a PDF document"},
    {0, "\x89PNG\r\n\x1A\n"sv, "a picture (PNG)"},
    {0, "\xFF\xD8\xFF"sv, "a picture (JPEG)"},
    {0, "GIF87a"sv, "a picture (GIF)"},
    {0, "GIF89a"sv, "a picture (GIF)"},
    {8, "WEBPVP8"sv, "a picture (WebP)"},
    {0, "II*\0"sv, "a picture (TIFF)"},
    {0, "MM\0*"sv, "a picture (TIFF)"},
    {0, "8BPS\0"sv, "a picture (Photoshop)"},
    {4, "ftypheic"sv, "a picture (HEIC)"},
    {4, "ftyp"sv, "a film (MP4)"},
    {8, "WAVEfmt "sv, "a sound (WAV)"},
    {8, "AVI LIST"sv, "a film (AVI)"},
    {0, "ID3\2"sv, "a sound (MP3)"},
    {0, "ID3\3"sv, "a sound (MP3)"},
    {0, "ID3\4"sv, "a sound (MP3)"},
    {0, "OggS\0"sv, "a sound or film (Ogg)"},
    {0, "\x1A\x45\xDF\xA3"sv, "a film (Matroska)"},
    {0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "an old Office document (Word, Excel, PowerPoint)"},
    {0, "{\\rtf"sv, "an RTF document"},
    {0, "%!PS-"sv, "a PostScript document"},
    {0,
     "\x7F"
     "ELF"sv,
     "an executable (ELF)"},
    {0, "\xCF\xFA\xED\xFE"sv, "an executable (Mach-O)"},
    {0, "\xCA\xFE\xBA\xBE"sv, "an executable (Mach-O or Java)"},
    {0, "\0asm"sv, "an executable (WebAssembly)"},
    {0, "\x1F\x8B\x08"sv, "packed with gzip"},
    {0,
     "\xFD"
     "7zXZ\0"sv,
     "packed with xz"},
    {0, "\x28\xB5\x2F\xFD"sv, "packed with zstd"},
    {4, "1AY&SY"sv, "packed with bzip2"},
    {0, "7z\xBC\xAF\x27\x1C"sv, "an archive (7z)"},
    {0, "Rar!\x1A\7"sv, "an archive (RAR)"},
    {257, "ustar"sv, "an archive (tar)"},
    {0, "SQLite format 3\0"sv, "a database (SQLite)"},
    {0, "IamGlass\x0E"sv, "a database (Xapian)"},
}};

constexpr std::size_t kZipLook = 4096;
constexpr std::size_t kMarkupLook = 1024;
constexpr std::size_t kLinesLook = 5;

bool begins(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

std::string lower_ascii(std::string_view text) {
  std::string lowered(text);
  for (char& c : lowered) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 0x20);
  }
  return lowered;
}

// What a ZIP holds stands in the name of its first members.
std::string_view zip_kind(std::string_view bytes) {
  const std::string_view start = bytes.substr(0, kZipLook);
  const auto holds = [&](std::string_view name) {
    return start.find(name) != std::string_view::npos;
  };
  if (holds("application/vnd.oasis.opendocument")) return "an OpenDocument file";
  if (holds("application/epub")) return "a book (EPUB)";
  if (holds("word/") || bytes.find("word/document.xml") != std::string_view::npos) {
    return "a Word document";
  }
  if (holds("xl/")) return "an Excel workbook";
  if (holds("ppt/")) return "a PowerPoint presentation";
  return "an archive (ZIP)";
}

std::optional<std::string_view> markup_kind(std::string_view bytes) {
  std::string start = lower_ascii(bytes.substr(0, kMarkupLook));
  start.erase(std::remove(start.begin(), start.end(), '\0'), start.end());  // UTF-16.
  std::string_view text = start;
  const std::size_t tag = text.find_first_not_of(" \t\r\n\xEF\xBB\xBF\xFF\xFE");
  if (tag == std::string_view::npos || text[tag] != '<') return std::nullopt;
  text.remove_prefix(tag);
  if (begins(text, "<!doctype html") || begins(text, "<html")) return "a web page (HTML)";
  if (!begins(text, "<?xml") && !begins(text, "<rss") && !begins(text, "<feed"))
    return std::nullopt;
  const bool is_page = text.find("<!doctype html") != std::string_view::npos ||
                       text.find("<html") != std::string_view::npos;
  if (is_page) return "a web page (XHTML)";
  const bool is_feed =
      text.find("<rss") != std::string_view::npos || text.find("<feed") != std::string_view::npos;
  return is_feed ? "a feed (RSS or Atom)" : "an XML document";
}

std::string extension(std::string_view path) {
  const std::size_t dot = path.find_last_of("./");
  if (dot == std::string_view::npos || path[dot] != '.') return {};
  return lower_ascii(path.substr(dot + 1));
}

/// Whether an object begins here: a brace, then a name and a colon, or the end.
bool begins_object(std::string_view units) {
  if (units.empty() || units[0] != '{') return false;
  const std::size_t first = json::skip_blanks(units, 1);
  if (first < units.size() && units[first] == '}') return true;
  return json::MemberScan(units, 0).next();
}

std::size_t next_line(std::string_view units, std::size_t at) {
  const std::size_t end = units.find('\n', at);
  return end == std::string_view::npos ? units.size() : json::skip_blanks(units, end);
}

// One object a line, or one object over several.
SourceFormat json_kind(std::string_view units, std::size_t first, bool named_lines) {
  const std::size_t second = next_line(units, first);
  if (second == units.size()) return named_lines ? SourceFormat::kJsonLines : SourceFormat::kJson;
  const bool own_lines = units[second] == '{' && units[second - 1] == '\n';
  if (own_lines && begins_object(units.substr(second))) return SourceFormat::kJsonLines;
  const std::size_t line_end = units.find('\n', first);
  const json::ValueEnd value = json::end_of_value(units.substr(0, line_end), first);
  if (value.complete) return named_lines ? SourceFormat::kJsonLines : SourceFormat::kJson;
  // Laid out over lines, a line ends where a value or a bracket does; a broken one anywhere.
  const std::string_view line = units.substr(first, line_end - first);
  const std::size_t last = line.find_last_not_of(" \t\r");
  const bool laid_out = line[last] == '{' || line[last] == ',' || line[last] == '[';
  return named_lines && !laid_out ? SourceFormat::kJsonLines : SourceFormat::kJson;
}

std::optional<SourceFormat> sniff_json(std::string_view bytes, bool named_lines) {
  const json::Scan scan(bytes);
  const std::string_view units = scan.units();
  std::size_t at = json::skip_blanks(units, 0);
  if (at == units.size()) return std::nullopt;
  if (units[at] == '{' && begins_object(units.substr(at))) return json_kind(units, at, named_lines);
  if (units[at] == '[') {
    const std::size_t first = json::skip_blanks(units, at + 1);
    const bool list =
        first < units.size() &&
        (begins_object(units.substr(first)) ||
         (units[first] == ']' && json::skip_blanks(units, first + 1) == units.size()));
    if (list) return SourceFormat::kJson;
  }
  // A broken first line, and whole ones below.
  std::size_t objects = 0;
  for (std::size_t line = 0; line < kLinesLook && at < units.size();
       ++line, at = next_line(units, at)) {
    if (begins_object(units.substr(at)) && (at == 0 || units[at - 1] == '\n')) ++objects;
  }
  return objects >= 2 ? std::optional(SourceFormat::kJsonLines) : std::nullopt;
}

/// The first line of "---", with a key and a second one of "---" below.
bool has_front_matter(std::string_view text) {
  if (!begins(text, "---\n") && !begins(text, "---\r\n")) return false;
  const std::string_view inside = text.substr(text.find('\n') + 1, kMarkupLook * 4);
  const std::size_t end = inside.find("\n---");
  if (end == std::string_view::npos) return false;
  const std::size_t colon = inside.substr(0, end).find(':');
  return colon != std::string_view::npos &&
         inside.substr(0, colon).find(' ') == std::string_view::npos;
}

/// A headline of the first level: "# Ny park i Åmål".
bool has_headline(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
  return text.size() > 2 && text[0] == '#' && text[1] == ' ' && text[2] != '#' && text[2] != '\n';
}

}  // namespace

std::string_view format_name(SourceFormat format) {
  for (const Name& each : kNames) {
    if (each.format == format) return each.name;
  }
  return "";
}

std::optional<SourceFormat> format_of_name(std::string_view name) {
  for (const Name& each : kNames) {
    if (each.name == name) return each.format;
  }
  return std::nullopt;
}

SourceFormat sniff_format(std::string_view bytes, std::string_view path) {
  const std::string name = extension(path);
  const bool named_lines = name == "jsonl" || name == "ndjson" || name == "jsonlines";
  if (const auto format = sniff_json(bytes, named_lines)) return *format;
  const json::Scan start(bytes.substr(0, std::size_t{1} << 16U));
  if (has_front_matter(start.units()) || has_headline(start.units()))
    return SourceFormat::kMarkdown;
  if (named_lines) return SourceFormat::kJsonLines;
  if (name == "json") return SourceFormat::kJson;
  if (name == "md" || name == "markdown" || name == "mdown" || name == "mkd") {
    return SourceFormat::kMarkdown;
  }
  return SourceFormat::kPlainText;
}

std::optional<std::string_view> foreign_format(std::string_view bytes) {
  for (const Magic& magic : kMagics) {
    if (bytes.size() >= magic.offset + magic.bytes.size() &&
        bytes.substr(magic.offset, magic.bytes.size()) == magic.bytes) {
      return magic.what;
    }
  }
  if (begins(bytes, "PK\3\4") || begins(bytes, "PK\5\6")) return zip_kind(bytes);
  // Two letters alone may begin a text; its header of DOS holds zeros.
  if (begins(bytes, "MZ") && bytes.substr(0, 64).find('\0') != std::string_view::npos) {
    return "an executable (Windows)";
  }
  return markup_kind(bytes);
}

}  // namespace pressarkiv
