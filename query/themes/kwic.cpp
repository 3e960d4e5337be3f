// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/themes/kwic.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "common/schema/card.h"
#include "common/schema/fields.h"
#include "common/text/collation.h"
#include "common/text/fold.h"
#include "query/themes/release_quotes.h"
#include "query/themes/release_text.h"

namespace pressarkiv {
namespace {

constexpr std::array<const char*, kSectionCount> kSectionNames{"title", "lead", "body",
                                                               "boilerplate"};

/// One occurrence before its text is read.
struct Found {
  std::uint32_t docid = 0;
  std::uint32_t date = 0;
  Span span;
  bool in_quote = false;
  std::string speaker;
};

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

/// `text` with every run of white space (and soft line break) as one blank, none at the ends.
std::string single_blanks(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!blank) {
      out.push_back(c);
    } else if (!out.empty() && out.back() != ' ') {
      out.push_back(' ');
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

/// At most `columns` characters before `end`, not beginning inside a word.
std::string left_context(std::string_view text, std::size_t end, std::uint32_t columns) {
  std::size_t begin = end;
  for (std::uint32_t i = 0; i < columns && begin > 0; ++i) {
    --begin;
    while (begin > 0 && is_continuation(text[begin])) --begin;
  }
  if (begin > 0) {
    const std::size_t blank = text.find_first_of(" \n", begin - 1);
    if (blank != std::string_view::npos && blank < end) begin = blank;
  }
  return single_blanks(text.substr(begin, end - begin));
}

/// At most `columns` characters after `begin`, not ending inside a word.
std::string right_context(std::string_view text, std::size_t begin, std::uint32_t columns) {
  std::size_t end = begin;
  for (std::uint32_t i = 0; i < columns && end < text.size(); ++i) {
    ++end;
    while (end < text.size() && is_continuation(text[end])) ++end;
  }
  if (end < text.size()) {
    const std::size_t blank = text.find_last_of(" \n", end);
    if (blank != std::string_view::npos && blank > begin) end = blank;
  }
  return single_blanks(text.substr(begin, end - begin));
}

/// The words of a text, the last one first.
std::string backwards(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t blank = text.find_last_of(' ');
    const std::size_t begin = blank == std::string_view::npos ? 0 : blank + 1;
    if (!out.empty()) out.push_back(' ');
    out += text.substr(begin);
    text = text.substr(0, blank == std::string_view::npos ? 0 : blank);
  }
  return out;
}

class KwicLister {
 public:
  KwicLister(IndexReader& index, Analyzer& analyzer, const OccurrenceScanner& scanner,
             const KwicRequest& request)
      : index_(index), analyzer_(analyzer), scanner_(scanner), request_(request), quotes_(index) {}

  Result<KwicResult> list();

 private:
  Status find();
  Status read(std::uint32_t docid);
  Status find_speakers();
  void sort_by_speaker();
  void sort_by_date(bool newest);
  Status write_page();
  Status sort_by_context();
  void sort_by_publisher();
  std::pair<std::size_t, std::size_t> page() const;
  Result<KwicLine> line_of(const Found& found);

  IndexReader& index_;
  Analyzer& analyzer_;
  const OccurrenceScanner& scanner_;
  const KwicRequest& request_;
  std::vector<Found> found_;
  std::uint32_t text_docid_ = 0;  // Whose text and quotes are at hand.
  ReleaseQuotes quotes_;
  std::optional<ReleaseText> text_;
  std::vector<PlacedQuote> speakers_;
  KwicResult result_;
};

Status KwicLister::find() {
  const auto wanted = [this](std::uint32_t date) {
    return !request_.period || period_of(date, request_.period->unit) == request_.period->period;
  };
  const Result<ScanSummary> summary =
      scanner_.scan(request_.query, request_.options,
                    [&](const ContentEntry& entry, const std::vector<Span>& spans) {
                      if (!wanted(entry.date)) return;
                      ++result_.releases;
                      for (const Span& span : spans) {
                        found_.push_back({entry.docid, entry.date, span, false, {}});
                      }
                    });
  if (!summary) return summary.error();
  if (!summary->counts_occurrences) {
    return Error{ErrorCode::kInvalidArgument,
                 "'" + request_.query +
                     "' only selects releases: a concordance needs a word or a "
                     "phrase that can stand in a text"};
  }
  result_.understood = summary->understood;
  result_.notes = summary->notes;
  if (request_.only_quotes || request_.sort == KwicSort::kSpeaker) {
    if (Status read = find_speakers(); !read) return read.error();
  }
  result_.total = found_.size();
  return Done{};
}

Status KwicLister::read(std::uint32_t docid) {
  if (text_ && text_docid_ == docid) return Done{};
  Result<ReleaseText> text = ReleaseText::read(index_, analyzer_, docid);
  if (!text) return text.error();
  text_ = std::move(*text);
  text_docid_ = docid;
  speakers_ = quotes_.of(text_->release().id);
  return Done{};
}

/// Finds out in whose quotes the occurrences are; those in none go, where only quotes are wanted.
Status KwicLister::find_speakers() {
  for (Found& found : found_) {
    if (Status done = read(found.docid); !done) return done.error();
    const auto quote = quotes_.find(text_->place(found.span.begin, found.span.end));
    found.in_quote = quote.has_value();
    if (quote) found.speaker = speakers_[*quote].speaker;
  }
  if (!request_.only_quotes) return Done{};
  std::erase_if(found_, [](const Found& found) { return !found.in_quote; });
  result_.releases = 0;
  std::uint32_t last = 0;
  for (const Found& found : found_) {
    result_.releases += found.docid != last ? 1 : 0;
    last = found.docid;
  }
  return Done{};
}

std::pair<std::size_t, std::size_t> KwicLister::page() const {
  const std::size_t begin = std::min<std::size_t>(request_.offset, found_.size());
  const std::size_t most = request_.limit == 0 ? found_.size() : request_.limit;
  return {begin, std::min(found_.size(), begin + most)};
}

Result<KwicLine> KwicLister::line_of(const Found& found) {
  if (Status done = read(found.docid); !done) return done.error();
  const Release& release = text_->release();
  const TextPlace place = text_->place(found.span.begin, found.span.end);
  const std::string_view text = text_->text(place.section);
  KwicLine line;
  line.id = release.id;
  line.title = release.title;
  line.date = release.date;
  line.publisher = release.publisher;
  line.section = kSectionNames[static_cast<std::size_t>(place.section)];
  if (const auto quote = quotes_.find(place)) {
    line.in_quote = true;
    line.speaker = speakers_[*quote].speaker;
  }
  line.left = left_context(text, place.range.begin, request_.context_columns);
  line.match = single_blanks(text.substr(place.range.begin, place.range.size()));
  line.right = right_context(text, place.range.end, request_.context_columns);
  return line;
}

/// Makes every line, for the order is in the texts, and keeps the page.
Status KwicLister::sort_by_context() {
  struct Keyed {
    std::string key;
    std::size_t place = 0;
    KwicLine line;
  };
  std::vector<Keyed> lines;
  for (std::size_t i = 0; i < found_.size(); ++i) {
    Result<KwicLine> line = line_of(found_[i]);
    if (!line) return line.error();
    std::string key = request_.sort == KwicSort::kLeft
                          ? backwards(fold_label(line->left))
                          : fold_label(line->match + " " + line->right);
    lines.push_back({std::move(key), i, std::move(*line)});
  }
  const Collation collation;
  std::sort(lines.begin(), lines.end(), [&](const Keyed& a, const Keyed& b) {
    if (a.key != b.key) return collation.less(a.key, b.key);
    return a.place < b.place;
  });
  const auto [begin, end] = page();
  for (std::size_t i = begin; i < end; ++i) result_.lines.push_back(std::move(lines[i].line));
  return Done{};
}

void KwicLister::sort_by_publisher() {
  struct Keyed {
    std::string publisher;
    Found found;
  };
  std::vector<Keyed> keyed;
  ColumnReader cards(*index_.columns(), Column::kCard);
  for (const Found& found : found_) {  // Still ascending by docid here.
    keyed.push_back({decode_card(cards.value(found.docid)).publisher, found});
  }
  const Collation collation;
  std::stable_sort(keyed.begin(), keyed.end(), [&](const Keyed& a, const Keyed& b) {
    if (a.publisher != b.publisher) return collation.less(a.publisher, b.publisher);
    return a.found.date < b.found.date;
  });
  for (std::size_t i = 0; i < keyed.size(); ++i) found_[i] = keyed[i].found;
}

void KwicLister::sort_by_speaker() {
  const Collation collation;
  std::stable_sort(found_.begin(), found_.end(), [&](const Found& a, const Found& b) {
    if (a.speaker.empty() != b.speaker.empty()) return b.speaker.empty();
    if (a.speaker != b.speaker) return collation.less(a.speaker, b.speaker);
    if (a.in_quote != b.in_quote) return a.in_quote;
    return a.date < b.date;
  });
}

void KwicLister::sort_by_date(bool newest) {
  // What has no date comes last, whichever end of time comes first.
  const auto key = [newest](const Found& found) {
    if (found.date == 0) return std::pair<int, std::int64_t>{1, 0};
    return std::pair<int, std::int64_t>{0, newest ? -std::int64_t{found.date} : found.date};
  };
  std::stable_sort(found_.begin(), found_.end(),
                   [&](const Found& a, const Found& b) { return key(a) < key(b); });
}

Status KwicLister::write_page() {
  switch (request_.sort) {
    case KwicSort::kLeft:
    case KwicSort::kRight:
      return sort_by_context();
    case KwicSort::kPublisher:
      sort_by_publisher();
      break;
    case KwicSort::kSpeaker:
      sort_by_speaker();
      break;
    case KwicSort::kDate:
    case KwicSort::kNewest:
      sort_by_date(request_.sort == KwicSort::kNewest);
      break;
  }
  const auto [begin, end] = page();
  for (std::size_t i = begin; i < end; ++i) {
    Result<KwicLine> line = line_of(found_[i]);
    if (!line) return line.error();
    result_.lines.push_back(std::move(*line));
  }
  return Done{};
}

Result<KwicResult> KwicLister::list() {
  result_.query = request_.query;
  result_.offset = request_.offset;
  result_.revision = index_.last_event();
  result_.conditions = conditions_of(request_.options);
  if (request_.period) {
    result_.period = period_label(request_.period->period, request_.period->unit);
  }
  if (Status found = find(); !found) return found.error();
  if (Status written = write_page(); !written) return written.error();
  return std::move(result_);
}

}  // namespace

Result<KwicResult> list_occurrences(IndexReader& index, Analyzer& analyzer,
                                    const OccurrenceScanner& scanner, const KwicRequest& request) {
  return KwicLister(index, analyzer, scanner, request).list();
}

}  // namespace pressarkiv
