// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/themes/surface_finder.h"

#include <algorithm>
#include <array>

#include "common/hash.h"
#include "common/text/fold.h"
#include "common/text/letters.h"
#include "common/text/stopwords.h"
#include "common/utf8.h"
#include "query/themes/release_text.h"
#include "query/themes/sample_judge.h"

namespace pressarkiv {
namespace {

// In byte order, for binary search. What is said once a week or year says when, not what.
constexpr std::array<std::string_view, 21> kCalendar{
    "april",   "augusti", "december", "februari",  "fredag", "fredagen", "januari",
    "juli",    "juni",    "lördag",   "maj",       "mars",   "måndag",   "november",
    "oktober", "onsdag",  "onsdagen", "september", "söndag", "tisdag",   "torsdag"};

constexpr std::array<std::string_view, 15> kAmounts{
    "år",       "hundra", "kr",   "krona",   "kronor",         "miljard", "miljarder", "miljon",
    "miljoner", "mkr",    "mnkr", "procent", "procentenheter", "tusen",   "tusentals"};

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
  return samples_wanted_ == Samples::kSpread || item >= samples_.size() ||
         samples_[item].size() < kSamples;
}

bool SurfaceFinder::add(std::size_t item, std::uint32_t docid, Span span) {
  if (!wants(item)) return false;
  if (item >= samples_.size()) samples_.resize(item + 1);
  std::vector<Sample>& samples = samples_[item];
  // One a release.
  if (!samples.empty() && samples.back().docid == docid) return true;
  const Sample sample{combined_hash(docid, span.begin), docid, item, span};
  if (samples.size() < kSamples) {
    samples.push_back(sample);
    return wants(item);
  }
  const auto highest =
      std::max_element(samples.begin(), samples.end(),
                       [](const Sample& a, const Sample& b) { return a.order < b.order; });
  if (sample.order >= highest->order) return true;
  samples.erase(highest);
  samples.push_back(sample);
  return true;
}

namespace {

/// The word that stands right before or behind in the same line, if a blank and nothing else parts
/// them; "" otherwise.
std::string_view word_before(std::string_view text, std::size_t at) {
  if (at < 2 || text[at - 1] != ' ') return {};
  const std::size_t end = at - 1;
  const std::size_t stop = text.find_last_of(" \n", end - 1);
  const std::size_t begin = stop == std::string_view::npos ? 0 : stop + 1;
  const std::string_view word = text.substr(begin, end - begin);
  return word.find_first_of(".,;:!?()\"–") == std::string_view::npos ? word : std::string_view();
}

std::string_view word_behind(std::string_view text, std::size_t at) {
  if (at + 1 >= text.size() || text[at] != ' ') return {};
  const std::string_view rest = text.substr(at + 1);
  return rest.substr(0, std::min(rest.find_first_of(" \n.,;:!?()\""), rest.size()));
}

/// "Ölund" and "Þorgerður", not "EU".
bool is_capitalised(std::string_view word) {
  if (word.empty() || !is_upper_at(word, 0)) return false;
  std::size_t second = 1;
  while (second < word.size() && is_utf8_tail(word[second])) ++second;
  return second < word.size() && is_lower_at(word, second);
}

/// One place of an expression in a text that outlives it.
struct Reading {
  std::string_view text;
  ByteRange range;
  std::string written() const { return one_line(text.substr(range.begin, range.size())); }
};

/// The readings that have the commonest words, made longer by the capitalised words that stand
/// beside most of them: "president Alexander" is "president Alexander Stubb".
class Spelling {
 public:
  explicit Spelling(std::vector<Reading> readings) : readings_(std::move(readings)) {
    keep_commonest();
  }

  std::string find() {
    constexpr int kMostAdded = 2;
    for (int i = 0; i < kMostAdded && grow(true); ++i) {
    }
    for (int i = 0; i < kMostAdded && grow(false); ++i) {
    }
    if (is_part_of_names()) return {};
    std::map<std::string, std::size_t> spellings;
    for (const Reading& reading : readings_) ++spellings[reading.written()];
    // A capital may be the beginning of a sentence: one without it tells.
    for (const auto& [written, count] : spellings) {
      if (fold_label(written) == written) return written;
    }
    return commonest(spellings);
  }

 private:
  void keep_commonest() {
    std::map<std::string, std::size_t> folded;
    for (const Reading& reading : readings_) ++folded[fold_label(reading.written())];
    const std::string best = commonest(folded);
    std::erase_if(readings_,
                  [&](const Reading& reading) { return fold_label(reading.written()) != best; });
  }

  static std::string_view neighbour(const Reading& reading, bool behind) {
    const std::string_view word = behind ? word_behind(reading.text, reading.range.end)
                                         : word_before(reading.text, reading.range.begin);
    return is_capitalised(word) && !is_stopword(fold_label(word)) ? word : std::string_view();
  }

  /// Takes in the capitalised neighbour that most readings have; false where there is none.
  bool grow(bool behind) {
    std::map<std::string, std::size_t> words;
    for (const Reading& reading : readings_) ++words[std::string(neighbour(reading, behind))];
    const std::string best = commonest(words);
    if (best.empty() || words[best] * 3 < readings_.size() * 2) return false;
    std::erase_if(readings_,
                  [&](const Reading& reading) { return neighbour(reading, behind) != best; });
    for (Reading& reading : readings_) {
      if (behind) {
        reading.range.end += 1 + best.size();
      } else {
        reading.range.begin -= 1 + best.size();
      }
    }
    return true;
  }

  /// "David" of this David and that one.
  bool is_part_of_names() const {
    std::size_t parts = 0;
    for (const Reading& reading : readings_) {
      const std::string written = reading.written();
      if (written.find(' ') != std::string::npos || !is_capitalised(written)) return false;
      parts += neighbour(reading, true).empty() && neighbour(reading, false).empty() ? 0 : 1;
    }
    return parts * 2 > readings_.size();
  }

  std::vector<Reading> readings_;
};

/// Whether blanks and hyphens alone stand between the words.
bool is_contiguous(std::string_view written) {
  return written.find_first_of(",;()!?\"") == std::string_view::npos &&
         written.find(". ") == std::string_view::npos &&
         written.find(": ") == std::string_view::npos &&
         written.find(" – ") == std::string_view::npos;
}

}  // namespace

Result<std::vector<std::string>> SurfaceFinder::read(IndexReader& index, Analyzer& analyzer,
                                                     std::size_t items,
                                                     double least_content) const {
  std::map<std::uint32_t, std::vector<Sample>> by_release;
  for (const auto& samples : samples_) {
    for (const Sample& sample : samples) by_release[sample.docid].push_back(sample);
  }
  std::vector<std::vector<Reading>> readings(items);
  std::vector<ReleaseText> texts;
  texts.reserve(by_release.size());
  for (const auto& [docid, samples] : by_release) {
    Result<ReleaseText> text = ReleaseText::read(index, analyzer, docid);
    if (!text) return text.error();
    texts.push_back(std::move(*text));
    for (const Sample& sample : samples) {
      const TextPlace place = texts.back().place(sample.span.begin, sample.span.end);
      const Reading reading{texts.back().text(place.section), place.range};
      const bool is_content = is_contiguous(reading.written()) &&
                              (place.section == Section::kTitle ||
                               judge_sample(reading.text, place.range) == SampleKind::kContent);
      if (is_content || least_content == 0) readings[sample.item].push_back(reading);
    }
  }
  std::vector<std::string> words(items);
  for (std::size_t i = 0; i < std::min(items, samples_.size()); ++i) {
    const auto wanted = least_content * static_cast<double>(samples_[i].size());
    if (readings[i].empty() || static_cast<double>(readings[i].size()) < wanted) continue;
    words[i] = Spelling(std::move(readings[i])).find();
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
    const bool amount = std::find(kAmounts.begin(), kAmounts.end(), word) != kAmounts.end();
    some = some || (letters >= 3 && !amount && !is_stopword(word));
  }
  return !some;
}

}  // namespace pressarkiv
