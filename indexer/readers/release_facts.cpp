// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/release_facts.h"

#include <algorithm>
#include <utility>

#include "common/text/fold.h"
#include "indexer/readers/text/date_finder.h"
#include "indexer/readers/text/header_line.h"
#include "indexer/readers/text/words.h"

namespace pressarkiv {
namespace {

// Folding is slow, and texts that differ in length by more than blanks, accents and soft hyphens
// can explain are not the same.
bool same_text(std::string_view a, std::string_view b) {
  if (a == b) return true;
  const std::size_t shorter = std::min(a.size(), b.size());
  const std::size_t longer = std::max(a.size(), b.size());
  return longer <= shorter + shorter / 4 + 8 && fold_label(a) == fold_label(b);
}

void add_once(std::vector<std::string>& labels, std::string label) {
  const bool there = std::any_of(labels.begin(), labels.end(),
                                 [&](const std::string& each) { return same_text(each, label); });
  if (!there) labels.push_back(std::move(label));
}

std::vector<std::string> joined(std::vector<std::string> first, std::vector<std::string> second) {
  if (first.empty()) return second;
  for (std::string& label : second) add_once(first, std::move(label));
  return first;
}

// "# Pressmeddelande" over "## Rådhuset får nytt tak": the first heading says what kind of text it
// is, the next what it is about.
void pass_over_type(MarkedText& text) {
  constexpr std::size_t kMostLines = 4;
  const auto parsed = text::parse_header_line(text.title);
  if (!parsed || !parsed->has_type || !parsed->title.empty()) return;
  const std::size_t near = std::min(kMostLines, text.lines.size());
  for (std::size_t i = 0; i < near; ++i) {
    if (text.lines[i].hint != text::LineHint::kHeading) continue;
    if (text::parse_header_line(text.lines[i].text)) continue;
    std::swap(text.title, text.lines[i].text);
    text.lines[i].hint = text::LineHint::kNone;
    // The kind stands on top, where header lines are looked for.
    std::rotate(text.lines.begin(), text.lines.begin() + static_cast<std::ptrdiff_t>(i),
                text.lines.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    return;
  }
}

// The first heading, or a first line, that says what the headline says goes; a heading that says
// something else is text.
void settle_title(MarkedText& text, std::string& title) {
  if (title.empty()) {
    pass_over_type(text);
    title = std::move(text.title);
  } else if (!text.title.empty()) {
    if (!same_text(text.title, title)) {
      text.lines.insert(text.lines.begin(), {text.title, 1, true, text::LineHint::kHeading});
    }
  } else if (!text.lines.empty() && same_text(text.lines.front().text, title)) {
    text.lines.erase(text.lines.begin());
    if (!text.lines.empty()) text.lines.front().starts_chunk = true;
  }
  text.title.clear();
}

void put_first(std::string_view paragraph, Release& release) {
  const std::size_t moved = paragraph.size() + (release.body.empty() ? 0 : 2);
  release.body.insert(
      0, release.body.empty() ? std::string(paragraph) : std::string(paragraph) + "\n\n");
  for (Block& block : release.blocks) {
    block.range.begin += moved;
    block.range.end += moved;
  }
  release.blocks.insert(release.blocks.begin(), {BlockKind::kParagraph, {0, paragraph.size()}});
}

void take_first(Release& release) {
  const std::size_t moved =
      release.blocks.size() > 1 ? release.blocks[1].range.begin : release.body.size();
  release.body.erase(0, moved);
  release.blocks.erase(release.blocks.begin());
  for (Block& block : release.blocks) {
    block.range.begin -= moved;
    block.range.end -= moved;
  }
}

void settle_lead(std::string summary, Release& release) {
  if (summary.empty() || same_text(release.lead, summary)) return;
  if (!release.lead.empty()) {
    const std::string paragraph = std::move(release.lead);
    put_first(paragraph, release);
  } else if (!release.blocks.empty() &&
             same_text(block_text(release, release.blocks[0]), summary)) {
    take_first(release);
  }
  release.lead = std::move(summary);
}

}  // namespace

text::Assembled assemble_stated(MarkedText text, StatedFacts facts) {
  settle_title(text, facts.title);
  // Without headline and body the lead has to tell what it is about.
  if (facts.title.empty() && text.lines.empty() && !facts.summary.empty()) {
    text.lines.push_back({facts.summary, 1, true, text::LineHint::kNone});
  }
  text::KnownFacts known;
  known.title = std::move(facts.title);
  if (!facts.publishers.empty()) known.publisher = facts.publishers.front();
  // Whom a text names most is no statement of the source; one with fields would have made it.
  known.guess_publisher = false;
  text::Assembled assembled = text::assemble(text::Document(std::move(text.lines)), known);
  Release& release = assembled.release;
  settle_lead(std::move(facts.summary), release);
  if (!facts.publishers.empty()) release.publishers = std::move(facts.publishers);
  if (!facts.kind.empty()) release.kind = std::move(facts.kind);
  if (facts.published) release.date = facts.published;
  if (facts.updated) release.updated = facts.updated;
  release.subjects = joined(std::move(facts.subjects), std::move(release.subjects));
  release.regions = joined(std::move(facts.regions), std::move(release.regions));
  release.attachments = joined(std::move(facts.attachments), std::move(text.files));
  if (!facts.boilerplate.empty() && !same_text(facts.boilerplate, release.boilerplate)) {
    if (!release.boilerplate.empty()) facts.boilerplate += "\n" + release.boilerplate;
    release.boilerplate = std::move(facts.boilerplate);
  }
  for (std::string& note : text.notes) assembled.notes.push_back(std::move(note));
  const bool has_text = !release.lead.empty() || !release.body.empty();
  if (has_text) {
    auto& notes = assembled.notes;
    notes.erase(std::remove(notes.begin(), notes.end(), "no text below the headline"), notes.end());
  }
  return assembled;
}

std::optional<PartialDate> stated_date(std::string_view text) {
  text = text::trim(text);
  if (auto date = parse_iso_date(text)) return date;
  if (const auto found = text::find_date(text)) return found->date;
  if (const auto found = text::find_month(text)) return found->date;
  return std::nullopt;
}

void add_labels(std::string_view text, std::vector<std::string>& labels) {
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find_first_of(";|\n", begin), text.size());
    const std::string_view label = text::trim(text.substr(begin, end - begin));
    if (!label.empty()) add_once(labels, std::string(label));
    begin = end + 1;
  }
}

}  // namespace pressarkiv
