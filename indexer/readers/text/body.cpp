// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/text/body.h"

#include <algorithm>
#include <string>
#include <vector>

#include "indexer/readers/text/boilerplate.h"
#include "indexer/readers/text/people.h"
#include "indexer/readers/text/word_list.h"
#include "indexer/readers/text/words.h"

namespace pressarkiv::text {
namespace {

constexpr std::size_t kMostLinkWords = 10;
constexpr std::size_t kLabelBytes = 60;

// The lines of the news in order, as indices into the document.
class BodyScan {
 public:
  BodyScan(const Document& document, Release& release) : document_(document), release_(release) {
    for (std::size_t i = 0; i < document.size(); ++i) {
      if (document.is_text(i)) news_.push_back(i);
    }
  }

  void run() {
    find_lists();
    const std::size_t lead = lead_at();
    std::size_t bytes = 0;
    for (const std::size_t i : news_) bytes += document_.line(i).size() + 2;
    release_.body.reserve(bytes);
    for (std::size_t at = 0; at < news_.size(); ++at) {
      if (at == lead) {
        release_.lead = line(at);
      } else {
        add(at);
      }
    }
  }

 private:
  const std::string& line(std::size_t at) const { return document_.line(news_[at]); }
  const Line& whole(std::size_t at) const { return document_.lines[news_[at]]; }

  // Dashes open spoken lines and lists alike. Lists stand together without blank lines, and most of
  // their items are no sentences; spoken lines are paragraphs.
  void find_lists() {
    is_item_.assign(news_.size(), false);
    for (std::size_t begin = 0; begin < news_.size();) {
      std::size_t end = begin;
      while (end < news_.size() && bulleted(end) && (end == begin || goes_on(begin, end))) ++end;
      if (end > begin) mark_list(begin, end);
      begin = std::max(end, begin + 1);
    }
  }

  bool bulleted(std::size_t at) const {
    return whole(at).hint == LineHint::kListItem || bullet_length(line(at)) > 0 ||
           is_numbered(line(at));
  }

  // "1. Ett hyrestak", "12) Beslut"; the number stays with the item.
  static bool is_numbered(std::string_view line) {
    const std::size_t digits = line.find_first_not_of("0123456789");
    return digits != std::string_view::npos && digits >= 1 && digits <= 2 &&
           digits + 1 < line.size() && (line[digits] == '.' || line[digits] == ')') &&
           line[digits + 1] == ' ';
  }

  bool is_below(std::size_t at) const {
    return at < news_.size() && news_[at] == news_[at - 1] + 1;
  }

  bool goes_on(std::size_t begin, std::size_t at) const {
    if (!is_below(at) || begins_with_dash(line(at)) != begins_with_dash(line(at - 1)) ||
        is_numbered(line(at)) != is_numbered(line(at - 1))) {
      return false;
    }
    // A blank line ends a list that had none, and stands above one that has none.
    if (!whole(at).starts_chunk) return true;
    const bool glued_above = at > begin + 1 && !whole(at - 1).starts_chunk;
    const bool glued_below = is_below(at + 1) && bulleted(at + 1) && !whole(at + 1).starts_chunk;
    return !glued_above && !glued_below;
  }

  void mark_list(std::size_t begin, std::size_t end) {
    const bool dashes = whole(begin).hint != LineHint::kListItem && begins_with_dash(line(begin));
    const bool numbers = is_numbered(line(begin)) && whole(begin).hint != LineHint::kListItem;
    if (numbers ? end - begin >= 2 : !dashes || is_dash_list(begin, end)) {
      std::fill(is_item_.begin() + static_cast<std::ptrdiff_t>(begin),
                is_item_.begin() + static_cast<std::ptrdiff_t>(end), true);
    }
  }

  bool is_dash_list(std::size_t begin, std::size_t end) const {
    std::size_t sentences = 0;
    std::size_t glued = 0;
    for (std::size_t at = begin; at < end; ++at) {
      if (std::string_view(".!?\"").find(line(at).back()) != std::string_view::npos) ++sentences;
      if (at > begin && !whole(at).starts_chunk) ++glued;
    }
    return end - begin >= 2 && sentences * 2 <= end - begin &&
           (glued + 1 == end - begin || sentences == 0);
  }

  // The index of the lead among the news; news_.size() if there is none.
  std::size_t lead_at() const {
    std::size_t at = 0;
    while (at < news_.size() && (is_caption_or_link(line(at)) || is_when_or_where(line(at)))) ++at;
    if (at >= news_.size() || is_item_[at] || is_speech(line(at))) return news_.size();
    if (whole(at).hint == LineHint::kHeading && !is_lead_set_as_heading(at)) return news_.size();
    if (heads_list(at)) return news_.size();
    // How to come there, not what it is about.
    if (at > 0 && is_when_or_where(line(at - 1)) && has_reach(line(at))) return news_.size();
    return at + 1 < news_.size() ? at : news_.size();
  }

  // "Tid: fredag 31 januari kl. 10", as in invitations.
  static bool is_when_or_where(std::string_view line) {
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || colon > kLabelBytes) return false;
    return is_one_of(lower(trim(line.substr(0, colon))),
                     {"tid", "plats", "när", "var", "datum", "tidpunkt", "dag", "lokal", "vad",
                      "vem", "vilka", "adress", "tid och plats"});
  }

  // Whole sentences over a paragraph, as some desks set the lead in Markdown and HTML.
  bool is_lead_set_as_heading(std::size_t at) const {
    constexpr std::size_t kFewestWords = 12;
    return line(at).back() == '.' && count_words(line(at)) >= kFewestWords &&
           at + 1 < news_.size() && whole(at + 1).hint != LineHint::kHeading;
  }

  // "Tredje kvartalet" over its items.
  bool heads_list(std::size_t at) const {
    constexpr std::size_t kMostWords = 4;
    return at + 1 < news_.size() && is_item_[at + 1] && is_heading_like(line(at)) &&
           count_words(line(at)) <= kMostWords;
  }

  bool is_subheading(std::size_t at) const {
    if (is_item_[at]) return false;
    if (whole(at).hint == LineHint::kHeading) return true;
    if (!whole(at).starts_chunk || at + 1 >= news_.size() || news_[at + 1] != news_[at] + 1)
      return false;
    if (!is_heading_like(line(at)) || is_caption_or_link(line(at)) || is_speech(line(at)))
      return false;
    return is_item_[at + 1] || is_speech(line(at + 1)) || !is_heading_like(line(at + 1));
  }

  void add(std::size_t at) {
    std::string_view text = line(at);
    BlockKind kind = BlockKind::kParagraph;
    if (is_item_[at]) {
      kind = BlockKind::kListItem;
      text.remove_prefix(bullet_length(text));
    } else if (is_subheading(at)) {
      kind = BlockKind::kSubheading;
    }
    std::string& body = release_.body;
    if (!body.empty()) body += "\n\n";
    const std::size_t begin = body.size();
    body += text;
    release_.blocks.push_back({kind, {begin, body.size()}});
  }

  const Document& document_;
  Release& release_;
  std::vector<std::size_t> news_;
  std::vector<bool> is_item_;
};

}  // namespace

bool is_caption_or_link(std::string_view line) {
  static constexpr auto kCaptions =
      phrases("bild", "bildtext", "bilder", "foto", "fotograf", "illustration", "pressbild",
              "pressbilder", "högupplöst bild", "högupplösta bilder", "på bilden", "bilaga",
              "bilagor", "länk", "länkar", "dokument");
  static constexpr auto kLinks = phrases("läs mer", "läs hela", "läs rapporten", "ladda ner",
                                         "ladda ned", "se även", "mer att läsa", "bild:", "foto:");
  if (kCaptions.may_begin(line) || kLinks.may_begin(line)) {
    const std::string lowered = lower(line.substr(0, kLabelBytes));
    if (kCaptions.begin(lowered) && lowered.find(':') != std::string::npos) return true;
    if (kLinks.begin(lowered)) return true;
  }
  return !has_more_words(line, kMostLinkWords) && has_link(line);
}

void take_body(const Document& document, Release& release) { BodyScan(document, release).run(); }

}  // namespace pressarkiv::text
