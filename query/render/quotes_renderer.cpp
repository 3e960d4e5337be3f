// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/quotes_renderer.h"

#include <nlohmann/json.hpp>

#include "common/grouped.h"
#include "query/render/character_ranges.h"
#include "query/render/csv_record.h"

namespace pressarkiv {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kSchema = "pressarkiv.quotes/1";

Json or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

std::string dump(const Json& value, int indent) {
  return value.dump(indent, ' ', false, Json::error_handler_t::replace);
}

std::string via_of(const FoundQuote& found) {
  return found.by_date ? "date" : std::string(to_string(found.hit.quote->quote.via));
}

const char* text_name(FactText text) {
  switch (text) {
    case FactText::kTitle:
      return "title";
    case FactText::kLead:
      return "lead";
    case FactText::kContacts:
      return "contacts";
    case FactText::kBoilerplate:
      return "boilerplate";
    case FactText::kBody:
      break;
  }
  return "body";
}

Json byte_ranges(const std::vector<ByteRange>& ranges) {
  Json list = Json::array();
  for (const ByteRange& range : ranges) list.push_back(Json::array({range.begin, range.end}));
  return list;
}

Json quote_json(const FoundQuote& found) {
  const Quote& quote = found.hit.quote->quote;
  Json item;
  item["rank"] = found.hit.rank;
  item["text"] = quote.text;
  item["speaker"] = or_null(found.speaker);
  item["role"] = or_null(found.role);
  item["org"] = or_null(quote.organisation);
  item["verb"] = or_null(quote.verb);
  item["attribution"] = or_null(found.hit.quote->attribution);
  item["resolved_via"] = via_of(found);
  item["confidence"] = static_cast<int>(quote.confidence * 100 + 0.5F) / 100.0;
  if (found.by_date) item["evidence"] = found.evidence;
  item["date"] = found.hit.date ? Json(found.hit.date->to_iso()) : Json();
  item["id"] = found.hit.id;
  item["title"] = found.hit.title;
  item["publisher"] = or_null(found.hit.publisher);
  item["url"] = or_null(found.hit.url);
  item["in"] = text_name(quote.source);
  item["byte_ranges"] = byte_ranges(quote.parts);
  item["highlights"] = character_ranges(quote.text, found.hit.quote_highlights);
  if (!found.context.empty()) item["context"] = found.context;
  item["citation"] = found.citation;
  return item;
}

std::string render_json(const QuoteResult& result) {
  Json root;
  root["schema"] = kSchema;
  root["query"] = result.query;
  root["understood"] = result.understood;
  root["total"] = result.total;
  root["offset"] = result.offset;
  root["notes"] = result.notes;
  Json quotes = Json::array();
  for (const FoundQuote& quote : result.quotes) quotes.push_back(quote_json(quote));
  root["quotes"] = std::move(quotes);
  if (!result.counts.empty()) {
    Json counts = Json::array();
    for (const QuoteCount& count : result.counts)
      counts.push_back({{"period", or_null(count.period)}, {"count", count.count}});
    root["per"] = std::move(counts);
  }
  return dump(root, 2) + "\n";
}

std::string render_lines(const QuoteResult& result) {
  std::string out;
  for (const FoundQuote& quote : result.quotes) out += dump(quote_json(quote), -1) + "\n";
  return out;
}

std::string render_csv(const QuoteResult& result) {
  std::string out;
  if (!result.counts.empty()) {
    append_csv_record(out, {"period", "count"});
    for (const QuoteCount& count : result.counts)
      append_csv_record(out, {count.period, std::to_string(count.count)});
    return out;
  }
  append_csv_record(out, {"rank", "date", "speaker", "role", "org", "text", "resolved_via", "id",
                          "title", "publisher", "url", "citation"});
  for (const FoundQuote& found : result.quotes) {
    const Hit& hit = found.hit;
    append_csv_record(
        out, {std::to_string(hit.rank), hit.date ? hit.date->to_iso() : "", found.speaker,
              found.role, hit.quote->quote.organisation, hit.quote->quote.text, via_of(found),
              hit.id, hit.title, hit.publisher, hit.url, found.citation});
  }
  return out;
}

std::string who(const FoundQuote& found) {
  std::string line = found.speaker.empty() ? "okänd talare" : found.speaker;
  if (!found.role.empty()) line += ", " + found.role;
  const std::string& organisation = found.hit.quote->quote.organisation;
  if (!organisation.empty()) line += " (" + organisation + ")";
  if (found.by_date) line += "  [bara rollen nämns; " + found.evidence + "]";
  return line;
}

std::string render_text(const QuoteResult& result, const TextStyle& style) {
  std::string out;
  if (!result.counts.empty()) {
    for (const QuoteCount& count : result.counts) {
      out += (count.period.empty() ? "okänt datum" : count.period) + "\t" +
             std::to_string(count.count) + "\n";
    }
    return out;
  }
  if (result.total == 0) return "Inga citat.\n";
  out += grouped(result.total, "\u00A0") + " citat";
  if (result.quotes.size() < result.total)
    out += ", här " + std::to_string(result.offset + 1) + "–" +
           std::to_string(result.offset + result.quotes.size());
  out += ".\n";
  for (const FoundQuote& found : result.quotes) {
    const Hit& hit = found.hit;
    const std::size_t indent = 4;
    out += "\n" + wrapped(std::to_string(hit.rank) + "  ”" +
                              marked_text(hit.quote->quote.text, hit.quote_highlights, style) + "”",
                          0, style.width);
    out += wrapped(printable(who(found)), indent, style.width);
    out +=
        wrapped(printable("”" + hit.title + "” · " + (hit.date ? hit.date->to_iso() : "odaterad") +
                          (hit.publisher.empty() ? "" : " · " + hit.publisher) + " · " + hit.id),
                indent, style.width);
    if (!found.context.empty())
      out += wrapped("Stycket: " + printable(found.context), indent, style.width);
    out += wrapped("Källa: " + printable(found.citation), indent, 0);
  }
  return out;
}

}  // namespace

std::string render_quotes(const QuoteResult& result, OutputFormat format, const TextStyle& style) {
  switch (format) {
    case OutputFormat::kJson:
      return render_json(result);
    case OutputFormat::kJsonLines:
      return render_lines(result);
    case OutputFormat::kCsv:
      return render_csv(result);
    case OutputFormat::kText:
      break;
  }
  return render_text(result, style);
}

}  // namespace pressarkiv
