// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>
#include <cstdio>
#include <string>

#include "common/grouped.h"
#include "query/render/json_release.h"
#include "query/render/renderers.h"

namespace pressarkiv {
namespace {

constexpr std::size_t kHitIndent = 4;
constexpr std::size_t kBarColumns = 24;

class Paint {
 public:
  explicit Paint(bool color) : color_(color) {}
  std::string bold(const std::string& text) const { return with("\033[1m", text); }
  std::string dim(const std::string& text) const { return with("\033[2m", text); }

 private:
  std::string with(const char* code, const std::string& text) const {
    return color_ ? code + text + "\033[0m" : text;
  }
  bool color_;
};

std::string thousands(std::uint64_t number) { return grouped(number, "\u00A0"); }

void append_part(std::string& line, const std::string& part) {
  if (!part.empty()) line += (line.empty() ? "" : " · ") + part;
}

/// Bold words of the title stay bold on both sides of a mark.
std::string title_line(const Hit& hit, const TextStyle& style) {
  std::string title = marked_text(hit.title, hit.title_highlights, style);
  if (!style.color) return title;
  const std::string off = "\033[0m";
  for (std::size_t at = title.find(off); at != std::string::npos; at = title.find(off, at + 8)) {
    title.replace(at, off.size(), "\033[0m\033[1m");
  }
  return "\033[1m" + title + off;
}

/// "12,34".
std::string decimal_comma(double value) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.2f", value);
  std::string decimal = text.data();
  std::replace(decimal.begin(), decimal.end(), '.', ',');
  return decimal;
}

void append_hit(std::string& out, const Hit& hit, const TextStyle& style) {
  const Paint paint(style.color);
  std::string number = std::to_string(hit.rank);
  number.resize(std::max(number.size() + 1, kHitIndent), ' ');
  std::string title = wrapped(title_line(hit, style), kHitIndent, style.width);
  title.replace(0, kHitIndent, number);
  out += title;
  std::string line;
  append_part(line, hit.date ? hit.date->to_iso() : "utan datum");
  append_part(line, printable(hit.publisher));
  append_part(line, printable(hit.kind));
  append_part(line, printable(hit.id));
  out += std::string(kHitIndent, ' ') + paint.dim(line) + "\n";
  for (const Snippet& snippet : hit.snippets) {
    std::string text = snippet.starts_inside ? "… " : "";
    text += marked_text(snippet.text, snippet.highlights, style);
    if (snippet.ends_inside) text += " …";
    if (!snippet.speaker.empty()) text += " [" + printable(snippet.speaker) + " talar]";
    out += wrapped(text, kHitIndent, style.width);
  }
  if (!hit.score_parts.empty()) {
    std::string text = "poäng " + decimal_comma(hit.score) + " = ";
    for (const ScorePart& part : hit.score_parts) {
      text += (&part == &hit.score_parts.front() ? "" : " + ") + decimal_comma(part.weight) + " (" +
              printable(part.what) + ")";
    }
    out += wrapped(text, kHitIndent, style.width);
  }
  if (!hit.copies.empty()) {
    std::string text = hit.copies.size() == 1 ? "nästan likadan: " : "nästan likadana: ";
    for (const std::string& id : hit.copies) {
      text += (&id == &hit.copies.front() ? "" : ", ") + printable(id);
    }
    out += wrapped(text, kHitIndent, style.width);
  }
  if (!hit.shared.empty()) {
    std::string text = "gemensamt: ";
    for (const std::string& word : hit.shared) {
      text += (&word == &hit.shared.front() ? "" : ", ") + printable(word);
    }
    out += wrapped(text, kHitIndent, style.width);
  }
  out += '\n';
}

void append_facet(std::string& out, const FacetCounts& facet, const TextStyle& style) {
  const Paint paint(style.color);
  std::size_t widest = 0;
  std::uint64_t most = 1;
  for (const FacetValue& value : facet.values) {
    widest = std::max(widest, display_width(value.label));
    most = std::max(most, value.count);
  }
  widest = std::min<std::size_t>(widest, 48);
  std::string head(facet_name(facet.facet).swedish);
  head += " (" + thousands(facet.distinct) + (facet.distinct == 1 ? " värde" : " värden");
  if (facet.missing > 0)
    head +=
        ", " + thousands(facet.missing) + (facet.missing == 1 ? " träff utan" : " träffar utan");
  out += paint.bold(head + ")") + "\n";
  for (const FacetValue& value : facet.values) {
    const std::string label = printable(value.label);
    const std::size_t columns = display_width(label);
    const std::string count = thousands(value.count);
    out += "  " + label + std::string(widest > columns ? widest - columns : 0, ' ');
    out += std::string(display_width(count) < 8 ? 8 - display_width(count) : 1, ' ') + count + "  ";
    const auto bar = std::max<std::uint64_t>(1, value.count * kBarColumns / most);
    for (std::uint64_t i = 0; i < bar; ++i) out += "▪";
    out += '\n';
  }
  if (facet.values.size() < facet.distinct) {
    out += paint.dim("  … och " + thousands(facet.distinct - facet.values.size()) + " till") + "\n";
  }
  out += '\n';
}

std::string summary_line(const SearchResult& result) {
  if (result.total == 0) {
    return "Inga träffar bland " + thousands(result.archive_releases) + " releaser.\n";
  }
  std::string line = (result.total_is_exact ? "" : "minst ") + thousands(result.total) +
                     (result.total == 1 ? " träff" : " träffar") + " bland " +
                     thousands(result.archive_releases) + " releaser";
  if (!result.hits.empty() && result.hits.size() < result.total) {
    line +=
        ", här " + thousands(result.hits.front().rank) + "–" + thousands(result.hits.back().rank);
  }
  return line + ".\n";
}

void append_list(std::string& out, const char* heading, const std::vector<std::string>& items) {
  if (items.empty()) return;
  out += heading;
  for (std::size_t i = 0; i < items.size(); ++i) out += (i > 0 ? "; " : "") + printable(items[i]);
  out += '\n';
}

void append_line(std::string& out, const char* heading, const std::string& value) {
  if (!value.empty()) out += heading + printable(value) + "\n";
}

void append_text(std::string& out, const std::string& text, const TextStyle& style) {
  if (text.empty()) return;
  const std::string safe = printable(text);
  out += '\n';
  for (std::size_t at = 0; at <= safe.size();) {
    const std::size_t end = std::min(safe.find('\n', at), safe.size());
    out += wrapped(std::string_view(safe).substr(at, end - at), 0, style.width);
    at = end + 1;
  }
}

std::string release_text(const ReleaseView& release, const TextStyle& style) {
  const Paint paint(style.color);
  std::string out = wrapped(paint.bold(printable(release.title)), 0, style.width);
  append_line(out, "Id:          ", release.id);
  append_line(out, "Datum:       ", release.date ? release.date->to_iso() : "");
  append_line(out, "Uppdaterad:  ", release.updated ? release.updated->to_iso() : "");
  append_list(out, "Avsändare:   ", release.publishers);
  append_line(out, "Typ:         ", release.kind);
  append_list(out, "Ämnen:       ", release.subjects);
  append_list(out, "Regioner:    ", release.regions);
  append_list(out, "Län:         ", release.counties);
  append_list(out, "Personer:    ", release.people);
  append_line(out, "Adress:      ", release.url);
  append_line(out, "Språk:       ", release.language);
  append_list(out, "Bilagor:     ", release.attachments);
  append_text(out, release.lead, style);
  append_text(out, release.body, style);
  append_text(out, release.boilerplate, style);
  append_text(out, release.contact_text, style);
  return out;
}

}  // namespace

std::string render_text(const SearchResult& result, const RenderOptions& options) {
  std::string out;
  const Paint paint(options.style.color);
  if (options.explanation) {
    out += paint.bold("Så tolkades frågan: ") + printable(result.understood) + "\n";
    for (const ExplanationLine& line : result.explanation) {
      // The ways to meet one word stand under each other.
      std::string meaning = printable(line.meaning);
      const std::string indent = "\n      ";
      for (std::size_t at = 0; (at = meaning.find("; ", at)) != std::string::npos;) {
        meaning.replace(at, 2, indent);
      }
      out += "  " + printable(line.part) + "  →  " + meaning + "\n";
    }
    out += '\n';
  }
  out += summary_line(result) + "\n";
  if (options.hits) {
    for (const Hit& hit : result.hits) append_hit(out, hit, options.style);
  }
  if (options.facets) {
    for (const FacetCounts& facet : result.facets) {
      if (!facet.values.empty()) append_facet(out, facet, options.style);
    }
  }
  while (out.size() > 1 && out.back() == '\n' && out[out.size() - 2] == '\n') out.pop_back();
  return out;
}

std::string render_release(const ReleaseView& release, OutputFormat format,
                           const TextStyle& style) {
  if (format == OutputFormat::kText) return release_text(release, style);
  return json_of_release(release, format == OutputFormat::kJson ? 2 : -1);
}

}  // namespace pressarkiv
