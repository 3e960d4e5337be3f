// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/snippet_maker.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "common/text/sentences.h"

namespace pressarkiv {
namespace {

constexpr double kRepeatedMark = 0.05;   // Worth of seeing a target again, as a share of the first.
constexpr double kEarlySentence = 0.02;  // Worth of standing one sentence earlier, among equals.
constexpr double kLeadBonus = 0.1;

/// One text of a release that snippets may come from.
struct Source {
  std::string_view text;
  std::vector<Mark> marks;
  std::vector<ByteRange> sentences;
};

/// A sentence as a candidate.
struct Candidate {
  std::size_t source = 0;
  std::size_t sentence = 0;
  double score = 0;  // May be negative: a common word far down is still what matched.
  bool marked = false;
  std::vector<bool> seen;  // Which targets it shows.
};

Candidate judge(const std::vector<Source>& sources, std::size_t source, std::size_t sentence,
                const std::vector<HighlightTarget>& targets) {
  Candidate candidate{source, sentence, 0, false, std::vector<bool>(targets.size())};
  const ByteRange range = sources[source].sentences[sentence];
  const std::vector<Mark>& marks = sources[source].marks;
  auto mark =
      std::lower_bound(marks.begin(), marks.end(), range.begin,
                       [](const Mark& m, std::size_t begin) { return m.range.begin < begin; });
  for (; mark != marks.end() && mark->range.begin < range.end; ++mark) {
    const double worth = targets[mark->target].weight;
    candidate.score += candidate.seen[mark->target] ? kRepeatedMark * worth : worth;
    candidate.seen[mark->target] = true;
    candidate.marked = true;
  }
  if (candidate.marked) {
    candidate.score += source == 0 ? kLeadBonus : 0;
    candidate.score -= kEarlySentence * static_cast<double>(std::min<std::size_t>(sentence, 20));
  }
  return candidate;
}

bool is_utf8_tail(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// Moves an offset to the nearest word border at or before it (never before `floor`).
std::size_t word_border_before(std::string_view text, std::size_t at, std::size_t floor) {
  std::size_t border = at;
  while (border > floor && text[border - 1] != ' ' && text[border - 1] != '\n') --border;
  if (border > floor) return border;
  while (at > floor && at < text.size() && is_utf8_tail(text[at])) --at;  // One endless word.
  return at;
}

/// A part of a sentence longer than `max_bytes`, around its first mark.
ByteRange cut_long(const Source& source, ByteRange sentence, std::size_t max_bytes) {
  std::size_t first = sentence.begin;
  for (const Mark& mark : source.marks) {
    if (mark.range.begin >= sentence.begin && mark.range.begin < sentence.end) {
      first = mark.range.begin;
      break;
    }
  }
  const std::size_t lead_in = max_bytes / 4;
  std::size_t begin = sentence.begin;
  if (first - sentence.begin > lead_in) {
    begin = word_border_before(source.text, first - lead_in, sentence.begin);
    // Behind one endless word: what matched comes first, the word not at all.
    if (first - begin > max_bytes / 2) begin = first;
  }
  std::size_t end = sentence.end;
  if (end - begin > max_bytes) end = word_border_before(source.text, begin + max_bytes, begin);
  while (end > begin && source.text[end - 1] == ' ') --end;
  return {begin, end};
}

/// The sentence with as many of its neighbours in the same paragraph as there is room for.
ByteRange widen(const Source& source, std::size_t sentence, std::size_t max_bytes) {
  ByteRange range = source.sentences[sentence];
  if (range.size() > max_bytes) return cut_long(source, range, max_bytes);
  const auto same_paragraph = [&](std::size_t begin, std::size_t end) {
    return source.text.substr(begin, end - begin).find('\n') == std::string_view::npos;
  };
  for (std::size_t next = sentence + 1; next < source.sentences.size(); ++next) {
    const ByteRange after = source.sentences[next];
    if (after.end - range.begin > max_bytes || !same_paragraph(range.end, after.begin)) break;
    range.end = after.end;
  }
  for (std::size_t before = sentence; before-- > 0;) {
    const ByteRange earlier = source.sentences[before];
    if (range.end - earlier.begin > max_bytes || !same_paragraph(earlier.end, range.begin)) break;
    range.begin = earlier.begin;
  }
  return range;
}

Snippet cut_out(const Source& source, ByteRange range) {
  Snippet snippet;
  snippet.text = source.text.substr(range.begin, range.size());
  std::replace(snippet.text.begin(), snippet.text.end(), '\n', ' ');
  snippet.highlights = highlight_ranges(source.marks, range);
  const auto some_text = [](std::string_view text) {
    return text.find_first_not_of(" \n\t") != std::string_view::npos;
  };
  snippet.starts_inside = some_text(source.text.substr(0, range.begin));
  snippet.ends_inside = some_text(source.text.substr(range.end));
  return snippet;
}

std::vector<Source> sources_of(const Release& release, Highlighter& highlighter,
                               const std::vector<HighlightTarget>& targets) {
  std::vector<Source> sources;
  const auto add = [&](std::string_view text, Section section) {
    sources.push_back({text, highlighter.mark(text, section), split_sentences(text)});
  };
  add(release.lead, Section::kLead);
  add(release.body, Section::kBody);
  const bool about = std::any_of(targets.begin(), targets.end(), [](const HighlightTarget& t) {
    return t.section == Section::kBoilerplate;
  });
  if (about) add(release.boilerplate, Section::kBoilerplate);
  return sources;
}

std::vector<Snippet> beginning(const std::vector<Source>& sources, std::uint32_t max_bytes) {
  for (const Source& source : sources) {
    if (!source.sentences.empty()) return {cut_out(source, widen(source, 0, max_bytes))};
  }
  return {};
}

/// The best candidate that shows a target not in `seen`; empty: any target.
const Candidate* best_of(const std::vector<Candidate>& candidates, const std::vector<bool>& seen) {
  const Candidate* best = nullptr;
  for (const Candidate& candidate : candidates) {
    bool adds = seen.empty();
    for (std::size_t i = 0; i < seen.size(); ++i) adds = adds || (candidate.seen[i] && !seen[i]);
    if (adds && (!best || candidate.score > best->score)) best = &candidate;
  }
  return best;
}

}  // namespace

std::vector<Snippet> make_snippets(const Release& release, Highlighter& highlighter,
                                   const std::vector<HighlightTarget>& targets,
                                   std::uint32_t max_bytes) {
  const std::vector<Source> sources = sources_of(release, highlighter, targets);
  std::vector<Candidate> candidates;
  for (std::size_t source = 0; source < sources.size(); ++source) {
    for (std::size_t i = 0; i < sources[source].sentences.size(); ++i) {
      Candidate candidate = judge(sources, source, i, targets);
      if (candidate.marked) candidates.push_back(std::move(candidate));
    }
  }
  const Candidate* best = best_of(candidates, {});
  if (!best) return beginning(sources, max_bytes);
  const Candidate* second = best_of(candidates, best->seen);
  if (second) {
    const ByteRange a = widen(sources[best->source], best->sentence, max_bytes / 2);
    const ByteRange b = widen(sources[second->source], second->sentence, max_bytes / 2);
    const bool apart = second->source != best->source || b.begin >= a.end || b.end <= a.begin;
    if (apart) {
      return {cut_out(sources[best->source], a), cut_out(sources[second->source], b)};
    }
  }
  return {cut_out(sources[best->source], widen(sources[best->source], best->sentence, max_bytes))};
}

}  // namespace pressarkiv
