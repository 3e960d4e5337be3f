// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/themes/surface_finder.h"

#include <algorithm>
#include <array>

#include "common/text/fold.h"
#include "common/utf8.h"
#include "query/themes/release_text.h"

namespace pressarkiv {
namespace {

// In byte order, for binary search. What is said once a week or year says when, not what.
constexpr std::array<std::string_view, 21> kCalendar{
    "april",   "augusti", "december", "februari",  "fredag", "fredagen", "januari",
    "juli",    "juni",    "lördag",   "maj",       "mars",   "måndag",   "november",
    "oktober", "onsdag",  "onsdagen", "september", "söndag", "tisdag",   "torsdag"};

bool is_calendar(std::string_view word) {
  return std::find(kCalendar.begin(), kCalendar.end(), word) != kCalendar.end() ||
         (word.size() > 2 && word.substr(word.size() - 2) == "en" &&
          is_calendar(word.substr(0, word.size() - 2)));
}

/// White space as single blanks, soft hyphens out.
std::string one_line(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i, 2) == "\xC2\xAD") {
      ++i;
    } else if (text[i] == '\n' || text[i] == ' ') {
      if (!out.empty() && out.back() != ' ') out.push_back(' ');
    } else {
      out.push_back(text[i]);
    }
  }
  return out;
}

std::string commonest(const std::map<std::string, std::size_t>& counts) {
  std::string best;
  std::size_t most = 0;
  for (const auto& [text, count] : counts) {
    if (count > most) {
      best = text;
      most = count;
    }
  }
  return best;
}

}  // namespace

bool SurfaceFinder::wants(std::size_t item) const {
  return item >= counts_.size() || counts_[item] < kSamples;
}

bool SurfaceFinder::add(std::size_t item, std::uint32_t docid, Span span) {
  if (!wants(item)) return false;
  if (item >= counts_.size()) counts_.resize(item + 1);
  ++counts_[item];
  samples_[docid].push_back({item, span});
  return counts_[item] < kSamples;
}

Result<std::vector<std::string>> SurfaceFinder::read(const IndexReader& index, Analyzer& analyzer,
                                                     std::size_t items) const {
  struct Spellings {
    std::map<std::string, std::size_t> folded;  // In lower case: which words.
    std::map<std::string, std::map<std::string, std::size_t>> written;  // Of each: how.
  };
  std::vector<Spellings> spellings(items);
  for (const auto& [docid, samples] : samples_) {
    const Result<ReleaseText> text = ReleaseText::read(index, analyzer, docid);
    if (!text) return text.error();
    for (const Sample& sample : samples) {
      const TextPlace place = text->place(sample.span.begin, sample.span.end);
      const std::string written =
          one_line(text->text(place.section).substr(place.range.begin, place.range.size()));
      const std::string folded = fold_label(written);
      ++spellings[sample.item].folded[folded];
      ++spellings[sample.item].written[folded][written];
    }
  }
  std::vector<std::string> words;
  for (const Spellings& item : spellings) {
    const std::string folded = commonest(item.folded);
    if (folded.empty()) {
      words.emplace_back();
      continue;
    }
    const auto& written = item.written.at(folded);
    // A capital may be the beginning of a sentence: one without it tells.
    const auto lower = written.find(folded);
    words.push_back(lower != written.end() ? folded : commonest(written));
  }
  return words;
}

bool says_little(const std::string& expression) {
  bool some = false;
  for (std::size_t at = 0; at < expression.size();) {
    const std::size_t end = std::min(expression.find(' ', at), expression.size());
    const std::string word = fold_label(expression.substr(at, end - at));
    at = end + 1;
    std::size_t letters = 0;
    for (const char c : word) {
      const auto byte = static_cast<unsigned char>(c);
      letters += (byte >= 'a' && byte <= 'z') || byte >= 0xC0 ? 1 : 0;
    }
    if (is_calendar(word)) return true;
    some = some || letters >= 3;
  }
  return !some;
}

}  // namespace pressarkiv
