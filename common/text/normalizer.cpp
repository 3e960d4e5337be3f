// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/normalizer.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>

#include <algorithm>
#include <cstdint>
#include <cstring>

#include "common/utf8.h"

namespace pressarkiv {
namespace {

// Longer than any real letter with its accents; bounds the work for one (UAX #15, stream-safe
// text, allows 30).
constexpr std::size_t kMostCharactersInCluster = 64;

const icu::Normalizer2* nfc() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* instance = icu::Normalizer2::getNFCInstance(status);
  return U_SUCCESS(status) ? instance : nullptr;
}

bool is_dropped(char32_t code) {
  return code == 0xAD || code == 0x34F || code == 0x180E || (code >= 0x200B && code <= 0x200F) ||
         (code >= 0x202A && code <= 0x202E) || (code >= 0x2060 && code <= 0x2064) ||
         (code >= 0x2066 && code <= 0x206F) || code == 0xFEFF;
}

bool is_odd_blank(char32_t code) {
  return code == 0x85 || code == 0xA0 || code == 0x1680 || (code >= 0x2000 && code <= 0x200A) ||
         code == 0x202F || code == 0x205F || code == 0x3000;
}

/// What stands for the character in a normal text; nullptr: itself.
const char* replacement(char32_t code) {
  if (code < 0x80) return nullptr;
  if (is_odd_blank(code)) return " ";
  switch (code) {
    case 0x2028:
    case 0x2029:
      return "\n";
    case 0x2010:
    case 0x2011:
      return "-";
    case 0x2018:
    case 0x2019:
    case 0x2BC:
      return "'";
    case 0xFB00:
      return "ff";
    case 0xFB01:
      return "fi";
    case 0xFB02:
      return "fl";
    case 0xFB03:
      return "ffi";
    case 0xFB04:
      return "ffl";
    case 0xFB05:
    case 0xFB06:
      return "st";
    case kReplacementCharacter:
      return "\xEF\xBF\xBD";
    default:
      break;
  }
  if (code >= 0x2080 && code <= 0x2089) {
    constexpr const char* kDigits[] = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};
    return kDigits[code - 0x2080];
  }
  return nullptr;
}

/// Characters above ASCII and Latin-1 letters that are common in Swedish text and normal as they
/// stand, whatever precedes them: Latin letters and – — ” “ „ • … € and the like.
bool is_surely_normal(char32_t code) {
  if (code < 0x300) return code != 0x2BC && code != 0xAD && code != 0xA0 && code != 0x85;
  return (code >= 0x2012 && code <= 0x2017) || (code >= 0x201A && code <= 0x2027) ||
         (code >= 0x2030 && code <= 0x205E) || code == 0x20AC;
}

/// End of the longest beginning of text[at…] that is surely normal.
std::size_t normal_end(std::string_view text, std::size_t at) {
  const std::size_t size = text.size();
  for (;;) {
    while (at + 8 <= size) {
      std::uint64_t word = 0;
      std::memcpy(&word, text.data() + at, 8);
      if ((word & 0x8080808080808080U) != 0) break;
      at += 8;
    }
    while (at < size && static_cast<unsigned char>(text[at]) < 0x80) ++at;
    if (at == size) return at;
    if (text[at] == '\xC3' && at + 1 < size && is_utf8_tail(text[at + 1])) {
      at += 2;
      continue;
    }
    std::size_t next = at;
    const char32_t code = next_character(text, next);
    if (!is_surely_normal(code)) return at;
    at = next;
  }
}

}  // namespace

/// Writes the normal form of one text, letter by letter with its accents ("cluster").
class NormalizerRun {
 public:
  NormalizerRun(std::string_view text, std::string& out, OffsetMap& map)
      : text_(text), out_(out), changes_(map.changes_), nfc_(nfc()) {}

  /// The first `plain` bytes are known to be normal.
  void run(std::size_t plain) {
    take_plain(0, plain);
    for (std::size_t at = plain; at < text_.size();) {
      plain = normal_end(text_, at);
      if (plain > at) {
        take_plain(at, plain);
        at = plain;
      } else {
        at = take_character(at);
      }
    }
    flush();
    begin_at(text_.size());
  }

 private:
  /// Takes text that is normal, but holds back its last character: an accent may follow.
  void take_plain(std::size_t begin, std::size_t end) {
    if (begin == end) return;
    flush();
    begin_at(begin);
    std::size_t last = end - 1;
    while (is_utf8_tail(text_[last])) --last;
    out_.append(text_.substr(begin, last - begin));
    done_ = last;
    cluster_.assign(text_.substr(last, end - last));
    cluster_range_ = {last, end};
    characters_ = 1;
  }

  /// Takes the character at `at`; returns where the next one is.
  std::size_t take_character(std::size_t at) {
    const std::size_t begin = at;
    const char32_t code = next_character(text_, at);
    if (is_dropped(code)) return at;
    if (characters_ == 0 || starts_cluster(code)) {
      flush();
      begin_at(begin);
      cluster_range_.begin = begin;
    }
    if (const char* other = replacement(code)) {
      cluster_ += other;
    } else {
      cluster_.append(text_.substr(begin, at - begin));
    }
    cluster_range_.end = at;
    ++characters_;
    return at;
  }

  /// The next character taken begins at `begin`: what lies between it and the last was dropped.
  void begin_at(std::size_t begin) {
    if (begin == done_) return;
    changes_.push_back({{out_.size(), out_.size()}, {done_, begin}});
    done_ = begin;
  }

  bool starts_cluster(char32_t code) const {
    if (characters_ >= kMostCharactersInCluster || replacement(code) != nullptr) return true;
    return nfc_ == nullptr || nfc_->hasBoundaryBefore(static_cast<UChar32>(code));
  }

  void flush() {
    if (cluster_.empty()) return;
    if (characters_ > 1 || static_cast<unsigned char>(cluster_[0]) >= 0xCC) compose();
    const std::size_t begin = out_.size();
    out_ += cluster_;
    if (text_.substr(cluster_range_.begin, cluster_range_.size()) != cluster_) {
      changes_.push_back({{begin, out_.size()}, cluster_range_});
    }
    done_ = cluster_range_.end;
    cluster_.clear();
    characters_ = 0;
  }

  void compose() {
    if (nfc_ == nullptr) return;
    composed_.clear();
    icu::StringByteSink<std::string> sink(&composed_);
    UErrorCode status = U_ZERO_ERROR;
    nfc_->normalizeUTF8(
        0, icu::StringPiece(cluster_.data(), static_cast<std::int32_t>(cluster_.size())), sink,
        nullptr, status);
    if (U_SUCCESS(status)) cluster_.swap(composed_);
  }

  std::string_view text_;
  std::string& out_;
  std::vector<OffsetMap::Change>& changes_;
  const icu::Normalizer2* nfc_;
  std::string cluster_;  // Not yet written.
  std::string composed_;
  ByteRange cluster_range_;     // Its bytes in the original.
  std::size_t characters_ = 0;  // In the cluster.
  std::size_t done_ = 0;        // Original bytes before it are written or dropped.
};

std::size_t OffsetMap::original_begin(std::size_t normal) const {
  const auto after = std::upper_bound(
      changes_.begin(), changes_.end(), normal,
      [](std::size_t at, const Change& change) { return at < change.normal.begin; });
  if (after == changes_.begin()) return normal;
  const Change& change = *(after - 1);
  if (normal < change.normal.end) return change.original.begin;
  return change.original.end + (normal - change.normal.end);
}

std::size_t OffsetMap::original_end(std::size_t normal) const {
  const auto after = std::lower_bound(
      changes_.begin(), changes_.end(), normal,
      [](const Change& change, std::size_t at) { return change.normal.begin < at; });
  if (after == changes_.begin()) return normal;
  const Change& change = *(after - 1);
  if (normal <= change.normal.end) return change.original.end;
  return change.original.end + (normal - change.normal.end);
}

ByteRange OffsetMap::original(ByteRange normal) const {
  if (is_identity()) return normal;
  const std::size_t begin = original_begin(normal.begin);
  return {begin, normal.empty() ? begin : original_end(normal.end)};
}

void NormalText::assign(std::string_view text) {
  map_.changes_.clear();
  const std::size_t plain = normal_end(text, 0);
  if (plain == text.size()) {
    text_ = text;
    return;
  }
  buffer_.clear();
  NormalizerRun(text, buffer_, map_).run(plain);
  text_ = buffer_;
}

NormalizedText normalize(std::string_view text) {
  NormalText normal;
  normal.assign(text);
  return {std::string(normal.text()), normal.map()};
}

}  // namespace pressarkiv
