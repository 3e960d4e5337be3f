// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/marked_text.h"

#include <algorithm>
#include <array>

#include "indexer/readers/text/words.h"

namespace pressarkiv {
namespace {

constexpr std::array<std::string_view, 32> kFileEndings = {
    "pdf",  "doc", "docx", "odt", "rtf",  "txt", "xls", "xlsx", "ods",  "csv", "ppt",
    "pptx", "odp", "zip",  "jpg", "jpeg", "png", "gif", "webp", "svg",  "tif", "tiff",
    "eps",  "bmp", "mp3",  "wav", "m4a",  "mp4", "mov", "avi",  "webm", "epub"};
constexpr std::size_t kLongestEnding = 4;

}  // namespace

void MarkedText::add_file(std::string_view address) {
  if (address.empty()) return;
  if (std::find(files.begin(), files.end(), address) == files.end()) files.emplace_back(address);
}

bool leads_to_file(std::string_view address) {
  const std::string_view path = address.substr(0, address.find_first_of("?#"));
  const std::size_t host = path.find("://");
  const std::size_t dot = path.find_last_of("./");
  if (dot == std::string_view::npos || path[dot] != '.') return false;
  if (path.size() - dot - 1 > kLongestEnding) return false;
  // "https://example.mov" is a host, not a film.
  if (host != std::string_view::npos && path.find('/', host + 3) == std::string_view::npos) {
    return false;
  }
  const std::string ending = text::lower(path.substr(dot + 1));
  return std::find(kFileEndings.begin(), kFileEndings.end(), ending) != kFileEndings.end();
}

}  // namespace pressarkiv
