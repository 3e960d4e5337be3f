// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/text/assemble.h"

#include <algorithm>
#include <utility>

#include "indexer/readers/text/body.h"
#include "indexer/readers/text/boilerplate.h"
#include "indexer/readers/text/closing.h"
#include "indexer/readers/text/columns.h"
#include "indexer/readers/text/contacts.h"
#include "indexer/readers/text/date_finder.h"
#include "indexer/readers/text/header.h"
#include "indexer/readers/text/label_blocks.h"
#include "indexer/readers/text/organisation.h"
#include "indexer/readers/text/page_furniture.h"
#include "indexer/readers/text/people.h"
#include "indexer/readers/text/sender.h"
#include "indexer/readers/text/words.h"

namespace pressarkiv::text {
namespace {

// Where the first paragraph has to serve as the headline, no more of it is taken than this, in
// bytes.
constexpr std::size_t kLongestMadeTitle = 200;

// The first sentence of a text without a headline, or its first words.
std::string made_title(std::string_view line) {
  const std::size_t bullet = bullet_length(line);
  if (bullet < line.size()) line.remove_prefix(bullet);
  std::string_view start = line.substr(0, kLongestMadeTitle);
  for (std::size_t i = 20; i + 1 < start.size(); ++i) {
    const bool stop = std::string_view(".!?").find(start[i]) != std::string_view::npos;
    if (stop && start[i + 1] == ' ') return std::string(start.substr(0, i + 1));
  }
  if (line.size() <= kLongestMadeTitle) return std::string(line);
  const std::size_t blank = start.rfind(' ');
  if (blank != std::string_view::npos) {
    start = start.substr(0, blank);
  } else {
    std::size_t end = kLongestMadeTitle;  // One endless word: cut before a character.
    while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80U) --end;
    start = line.substr(0, end);
  }
  return std::string(trim(start)) + "…";
}

class Assembly {
 public:
  Assembly(Document document, const KnownFacts& known)
      : document_(std::move(document)), known_(known) {}

  Assembled run() {
    furniture_ = take_page_furniture(document_);
    if (known_.title.empty()) split_columns(document_);
    header_ = take_header(document_, !known_.title.empty());
    if (header_.sender.empty()) header_.sender = furniture_.sender;
    take_title();
    take_end_marks(document_, header_.end);
    // Lists and contacts may stand above the headline too; what the header took is marked already.
    take_label_blocks(document_, 0, release_);
    take_contacts(document_, 0, release_);
    release_.contact_text = document_.joined(Role::kContact);
    take_date();
    take_rest_above_title();
    take_standing_text();
    take_dateline();
    take_date_of_today();
    take_body(document_, release_);
    release_.publisher = sender_of(release_);
    if (!release_.publisher.empty()) release_.publishers = {release_.publisher};
    drop_sender_from_contacts();
    release_.kind = header_.type;
    release_.preamble = preamble();
    if (release_.body.empty() && release_.lead.empty()) note("no text below the headline");
    return {std::move(release_), std::move(notes_)};
  }

 private:
  void note(std::string text) { notes_.push_back(std::move(text)); }

  void take_title() {
    release_.title = known_.title.empty() ? header_.title : known_.title;
    if (!release_.title.empty() || document_.size() == 0) return;
    // Nothing looks like a headline: the first line says best what it is about, and stays where it
    // is.
    const std::size_t first = header_.end < document_.size() ? header_.end : 0;
    release_.title = made_title(document_.line(first));
    note("no headline; its first words stand in");
  }

  void take_date() {
    const auto at_end = take_date_lines(document_, header_.end);
    release_.date = header_.date ? header_.date : at_end;
    release_.updated = header_.updated ? header_.updated : furniture_.updated;
  }

  void take_rest_above_title() {
    if (!known_.title.empty()) return;
    for (std::size_t i = 0; i < std::min(header_.end, document_.size()); ++i) {
      if (document_.is_text(i) && document_.roles[i] != Role::kTitle)
        document_.roles[i] = Role::kPreamble;
    }
  }

  std::string sender_of(const Release& release) const {
    if (!known_.publisher.empty()) return known_.publisher;
    if (!may_find_sender()) return "";
    if (known_.guess_publisher) return find_sender(header_, release);
    // "Artikel av statsrådet X": who wrote it, perhaps.
    const std::string stated = stated_sender(header_, release);
    const bool person = !person_in(stated).empty() && !is_organisation_like(stated);
    return is_capitalised(stated) && !person ? stated : "";
  }

  // "Nordans museum, Borås den 2 maj 2020" with no word of a release is a place and a day.
  bool may_find_sender() const {
    return known_.guess_publisher || !header_.type.empty() || !header_.sender.empty();
  }

  // By all of the text: what of it is standing text is not known yet.
  std::string likely_sender() const {
    if (!known_.publisher.empty() || !may_find_sender()) return known_.publisher;
    Release sketch = release_;
    take_body(document_, sketch);
    return sender_of(sketch);
  }

  // The sender helps to find the standing text, and the standing text to find the sender.
  void take_standing_text() {
    take_boilerplate(document_, header_.end, likely_sender());
    release_.boilerplate = document_.joined(Role::kBoilerplate);
    const auto above = take_date_lines(document_, header_.end);
    if (!release_.date) release_.date = above;
  }

  // "Malmö 2012-11-19. Delade turer …": cut from the first paragraph of the news.
  void take_dateline() {
    for (std::size_t i = header_.end; i < document_.size(); ++i) {
      if (!document_.is_text(i)) continue;
      std::string& line = document_.lines[i].text;
      const std::size_t length = dateline_length(line);
      if (length == 0) return;
      dateline_ = trim(std::string_view(line).substr(0, length));
      if (const auto found = find_date(dateline_); found && !release_.date)
        release_.date = found->date;
      line.erase(0, length);
      return;
    }
  }

  // "… presenteras i dag, den 9 februari 2023": no other line says when.
  void take_date_of_today() {
    if (release_.date) return;
    for (std::size_t i = header_.end; i < document_.size(); ++i) {
      if (!document_.is_text(i)) continue;
      release_.date = date_of_today(document_.line(i));
      return;  // Only the first paragraph of the news.
    }
  }

  // A card may name the sender below the person; two words with capitals look like a person.
  void drop_sender_from_contacts() {
    const auto is_sender = [this](const Contact& contact) {
      const std::string name = lower(contact.name);
      const std::string sender = lower(release_.publisher);
      return name == sender || begins_with(sender, name + ' ');  // "… AB", "… ek. för."
    };
    release_.contacts.erase(
        std::remove_if(release_.contacts.begin(), release_.contacts.end(), is_sender),
        release_.contacts.end());
  }

  // What frames the news: the lines above the headline, the dateline, the line of place and date at
  // the end, words that say that it is over, and the page's own. None of it is about anything, so
  // it is kept apart from all that is searched; rules of signs say nothing and go.
  std::string preamble() const {
    std::string all;
    const auto add = [&all](std::string_view line) {
      if (!all.empty()) all.push_back('\n');
      all += line;
    };
    bool dateline_pending = !dateline_.empty();
    for (std::size_t i = 0; i < document_.size(); ++i) {
      const Role role = document_.roles[i];
      if (dateline_pending && role != Role::kPreamble && i >= header_.end) {
        add(dateline_);
        dateline_pending = false;
      }
      const bool says_something = role == Role::kEndMark && !is_rule(document_.line(i));
      if (role == Role::kPreamble || role == Role::kDateLine || says_something)
        add(document_.line(i));
    }
    for (const std::string& line : furniture_.lines) add(line);
    return all;
  }

  Document document_;
  const KnownFacts& known_;
  Furniture furniture_;
  Header header_;
  Release release_;
  std::vector<std::string> notes_;
  std::string dateline_;
};

}  // namespace

Assembled assemble(Document document, const KnownFacts& known) {
  return Assembly(std::move(document), known).run();
}

}  // namespace pressarkiv::text
