// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/addresses.h"

#include <algorithm>
#include <array>

#include "common/text/letters.h"

namespace pressarkiv {
namespace {

// Those met in Swedish text. Ones that are Swedish words of their own too ("at", "de", "is", "nu")
// need a name of three letters before them.
constexpr std::array<std::string_view, 46> kDomains{
    "app", "at", "be", "biz", "ca", "ch",  "com",  "cz",  "de",   "dev",   "dk", "edu",
    "ee",  "es", "eu", "fi",  "fo", "fr",  "gov",  "ie",  "info", "int",   "io", "is",
    "it",  "jp", "lt", "lu",  "lv", "mil", "name", "net", "nl",   "no",    "nu", "org",
    "pl",  "pt", "ru", "se",  "tv", "ua",  "uk",   "us",  "eus",  "museum"};

bool is_address_byte(char byte) {
  constexpr std::string_view kSigns = "-._~%+/:@#?=&";
  return is_digit(byte) || is_ascii_letter(byte) || kSigns.find(byte) != std::string_view::npos;
}

/// Size of the address character at `at`; 0: none. Letters like å may be part of names.
std::size_t address_character(std::string_view text, std::size_t at) {
  return is_address_byte(text[at]) ? 1 : latin_letter_size(text, at);
}

bool is_label_byte(char byte) {
  return is_digit(byte) || is_ascii_letter(byte) || byte == '-' ||
         static_cast<unsigned char>(byte) >= 0x80;
}

/// Whether the text is a host name: labels of letters, digits and hyphens between points, at least
/// two, and letters at the end.
bool is_host(std::string_view text) {
  std::size_t labels = 0;
  while (!text.empty()) {
    const std::size_t dot = std::min(text.find('.'), text.size());
    const std::string_view label = text.substr(0, dot);
    if (label.empty() || !std::all_of(label.begin(), label.end(), is_label_byte)) return false;
    ++labels;
    if (dot == text.size()) return labels >= 2 && !is_digit(label.back()) && label.back() != '-';
    text.remove_prefix(dot + 1);
  }
  return false;
}

bool is_local_part(std::string_view text) {
  constexpr std::string_view kSigns = "-._+%";
  return !text.empty() && text.front() != '.' && text.back() != '.' &&
         std::all_of(text.begin(), text.end(), [&](char byte) {
           return is_label_byte(byte) || kSigns.find(byte) != std::string_view::npos;
         });
}

bool begins_with_www(std::string_view text) {
  return text.size() > 4 && (text[0] | 0x20) == 'w' && (text[1] | 0x20) == 'w' &&
         (text[2] | 0x20) == 'w' && text[3] == '.';
}

bool is_known_host(std::string_view host) {
  if (!is_host(host)) return false;
  if (begins_with_www(host)) return true;
  const std::size_t dot = host.rfind('.');
  const std::size_t name_begin = host.rfind('.', dot - 1) + 1;  // npos + 1 is 0.
  const std::string_view name = host.substr(name_begin, dot - name_begin);
  return name.size() >= 3 && is_top_level_domain(host.substr(dot + 1));
}

/// Where the host that begins at `begin` ends: at a slash, port or query.
std::size_t host_end(std::string_view text, std::size_t begin) {
  return std::min(text.find_first_of("/:?#", begin), text.size());
}

std::optional<Address> web_address(std::string_view text, std::size_t begin, ByteRange range,
                                   bool sure) {
  const std::size_t end = host_end(text, begin);
  const std::string_view host = text.substr(begin, end - begin);
  if (sure ? !is_host(host) : !is_known_host(host)) return std::nullopt;
  return Address{range, {begin, range.end}, {begin, end}, {}};
}

std::optional<Address> mail_address(std::string_view text, ByteRange range, std::size_t at_sign) {
  std::size_t begin = range.begin;
  const std::string_view before = text.substr(range.begin, at_sign - range.begin);
  if (const std::size_t colon = before.rfind(':'); colon != std::string_view::npos) {
    begin += colon + 1;
  }
  const std::size_t query = std::min(text.find_first_of("/:?#&=", at_sign), text.size());
  const ByteRange local{begin, at_sign};
  const ByteRange host{at_sign + 1, query};
  if (!is_local_part(text.substr(local.begin, local.size()))) return std::nullopt;
  if (!is_host(text.substr(host.begin, host.size()))) return std::nullopt;
  // "e-post:namn@exempel.se" without a blank: the label is no part of the address.
  const std::string_view label = text.substr(range.begin, begin - range.begin);
  const std::size_t outer = label.empty() || label == "mailto:" ? range.begin : begin;
  return Address{{outer, query}, {begin, query}, host, local};
}

/// The address that a run of address characters is; text ends with the run.
std::optional<Address> judge_run(std::string_view text, ByteRange run) {
  constexpr std::string_view kNeverFirst = ".-/:?&=#%+~_";
  constexpr std::string_view kNeverLast = ".-/:?&=#%+~_@";
  while (!run.empty() && kNeverFirst.find(text[run.begin]) != std::string_view::npos) ++run.begin;
  while (!run.empty() && kNeverLast.find(text[run.end - 1]) != std::string_view::npos) --run.end;
  text = text.substr(0, run.end);
  const std::size_t scheme = text.find("://", run.begin);
  if (scheme != std::string_view::npos) return web_address(text, scheme + 3, run, true);
  const std::size_t at_sign = text.find('@', run.begin);
  if (at_sign != std::string_view::npos) {
    const bool once = text.find('@', at_sign + 1) == std::string_view::npos;
    return once ? mail_address(text, run, at_sign) : std::nullopt;
  }
  return web_address(text, run.begin, run, false);
}

}  // namespace

bool is_top_level_domain(std::string_view label) {
  return std::find(kDomains.begin(), kDomains.end(), label) != kDomains.end();
}

std::optional<Address> find_address(std::string_view text, ByteRange range) {
  text = text.substr(0, range.end);
  for (std::size_t at = range.begin; at < range.end;) {
    const std::size_t begin = at;
    bool point_or_sign = false;
    while (at < range.end) {
      const std::size_t size = address_character(text, at);
      if (size == 0) break;
      point_or_sign = point_or_sign || text[at] == '.' || text[at] == '@';
      at += size;
    }
    if (point_or_sign) {
      auto address = judge_run(text.substr(0, at), {begin, at});
      if (address) return address;
    }
    if (at == begin) ++at;
  }
  return std::nullopt;
}

}  // namespace pressarkiv
