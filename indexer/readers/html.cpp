// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/html.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <initializer_list>
#include <limits>
#include <memory>
#include <utility>

#include "common/utf8.h"
#include "indexer/readers/text/words.h"

namespace pressarkiv {
namespace {

constexpr int kDeepest = 250;

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_alphanumeric(char c) { return is_ascii_letter(c) || (c >= '0' && c <= '9'); }
bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

bool is_heading(std::string_view name) {
  return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

bool is_hidden(std::string_view name) {
  return is_one_of(name, {"script", "style", "head", "template", "noscript", "iframe", "object"});
}

// Elements that stand in a line of their own.
bool is_block(std::string_view name) {
  return is_heading(name) ||
         is_one_of(name, {"p",       "div",        "li",     "ul",     "ol",       "tr",
                          "table",   "blockquote", "pre",    "dl",     "dt",       "dd",
                          "section", "article",    "header", "footer", "figure",   "figcaption",
                          "address", "main",       "aside",  "form",   "fieldset", "caption",
                          "thead",   "tbody",      "center", "body",   "nav"});
}

bool is_inline(std::string_view name) {
  return is_one_of(name, {"br", "hr", "a", "b", "i", "u", "em", "strong", "span", "img", "sup",
                          "sub", "small", "td", "th", "html", "font", "script", "style"});
}

void append_utf8(std::string& out, unsigned code) {
  const auto put = [&out](unsigned byte) { out.push_back(static_cast<char>(byte)); };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0U | code >> 6U);
    put(0x80U | (code & 0x3FU));
  } else if (code < 0x10000) {
    put(0xE0U | code >> 12U);
    put(0x80U | (code >> 6U & 0x3FU));
    put(0x80U | (code & 0x3FU));
  } else {
    put(0xF0U | code >> 18U);
    put(0x80U | (code >> 12U & 0x3FU));
    put(0x80U | (code >> 6U & 0x3FU));
    put(0x80U | (code & 0x3FU));
  }
}

std::string numeric_entity(std::string_view digits) {
  const bool is_hex = !digits.empty() && (digits[0] == 'x' || digits[0] == 'X');
  if (is_hex) digits.remove_prefix(1);
  unsigned code = 0;
  const auto read =
      std::from_chars(digits.data(), digits.data() + digits.size(), code, is_hex ? 16 : 10);
  const bool whole = read.ec == std::errc() && read.ptr == digits.data() + digits.size();
  if (!whole || code < 0x20 || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) return {};
  std::string text;
  append_utf8(text, code);
  return text;
}

// What the parser tells, made into lines.
class LineBuilder {
 public:
  explicit LineBuilder(MarkedText& out) : out_(out) {}

  bool too_deep() const { return too_deep_; }

  void start(std::string_view name, const xmlChar** attributes) {
    if (++depth_ > kDeepest) too_deep_ = true;
    if (is_hidden(name)) ++hidden_;
    if (hidden_ > 0) return;
    if (name == "br") return line_break();
    if (name == "hr") return flush(true);
    if (name == "td" || name == "th") return cell();
    if (name == "a" || name == "img") take_address(name, attributes);
    if (!is_block(name)) return;
    flush(name != "tr" && name != "li");
    if (name == "li") item_ = true;
    if (is_heading(name)) heading_ = name[1] - '0';
    if (name == "pre") ++verbatim_;
  }

  void end(std::string_view name) {
    --depth_;
    if (is_hidden(name)) --hidden_;
    if (hidden_ > 0 || !is_block(name)) return;
    flush(name != "tr" && name != "li");
    if (name == "pre") --verbatim_;
    item_ = false;
    heading_ = 0;
    row_ = false;
  }

  void characters(std::string_view text) {
    if (hidden_ > 0) return;
    for (const char c : text) {
      if (verbatim_ > 0 && c == '\n') {
        flush(false);
      } else if (is_blank(c)) {
        blank_ = true;
      } else {
        if (blank_ && !line_.empty()) line_.push_back(' ');
        blank_ = false;
        breaks_ = 0;
        line_.push_back(c);
      }
    }
  }

  void finish() { flush(true); }

 private:
  void line_break() {
    if (!line_.empty()) {
      flush(false);
      breaks_ = 1;
    } else if (++breaks_ >= 2) {
      starts_chunk_ = true;
    }
  }

  void cell() {
    if (row_ && !line_.empty()) line_ += " |";
    blank_ = true;
    row_ = true;
  }

  // Ends the line; `parts` says that what follows is a chunk of its own.
  void flush(bool parts) {
    const std::string_view text = text::trim(line_);
    if (!text.empty()) {
      text::Line line;
      line.text = text;
      line.number = out_.lines.size() + 1;
      line.starts_chunk = starts_chunk_ || heading_ > 0;
      if (heading_ > 0) line.hint = text::LineHint::kHeading;
      if (item_) line.hint = text::LineHint::kListItem;
      starts_chunk_ = heading_ > 0;
      if (heading_ == 1 && out_.lines.empty() && out_.title.empty()) {
        out_.title = std::move(line.text);
      } else {
        out_.lines.push_back(std::move(line));
      }
      item_ = false;
    }
    starts_chunk_ = starts_chunk_ || parts;
    line_.clear();
    blank_ = false;
  }

  void take_address(std::string_view name, const xmlChar** attributes) {
    for (const xmlChar** at = attributes; at != nullptr && at[0] != nullptr; at += 2) {
      if (at[1] == nullptr) continue;
      const std::string_view key(reinterpret_cast<const char*>(at[0]));
      const std::string_view value = text::trim(reinterpret_cast<const char*>(at[1]));
      if (key == "href" && name == "a" && leads_to_file(value)) out_.add_file(value);
      if (key == "src" && name == "img" && value.substr(0, 5) != "data:") out_.add_file(value);
    }
  }

  MarkedText& out_;
  std::string line_;
  int depth_ = 0;
  int hidden_ = 0;
  int verbatim_ = 0;
  int heading_ = 0;
  int breaks_ = 0;
  bool item_ = false;
  bool row_ = false;
  bool blank_ = false;
  bool starts_chunk_ = true;
  bool too_deep_ = false;
};

std::string_view view(const xmlChar* text) { return reinterpret_cast<const char*>(text); }

struct ParserState {
  LineBuilder* builder = nullptr;
  htmlParserCtxtPtr context = nullptr;
};

htmlSAXHandler handlers() {
  htmlSAXHandler sax{};
  sax.startElement = [](void* user, const xmlChar* name, const xmlChar** attributes) {
    auto* state = static_cast<ParserState*>(user);
    state->builder->start(view(name), attributes);
    if (state->builder->too_deep()) xmlStopParser(state->context);
  };
  sax.endElement = [](void* user, const xmlChar* name) {
    static_cast<ParserState*>(user)->builder->end(view(name));
  };
  const auto characters = [](void* user, const xmlChar* text, int size) {
    static_cast<ParserState*>(user)->builder->characters(
        {reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
  };
  sax.characters = characters;
  sax.ignorableWhitespace = characters;
  sax.cdataBlock = [](void*, const xmlChar*, int) {};  // Scripts and styles.
  return sax;
}

// Every tag becomes a blank: what is left when nothing else works.
std::string without_tags(std::string_view html) {
  std::string text;
  for (std::size_t at = 0; at < html.size();) {
    const std::size_t tag = std::min(html.find('<', at), html.size());
    text += html.substr(at, tag - at);
    if (tag == html.size()) break;
    const std::size_t end = html.find('>', tag);
    at = end == std::string_view::npos ? html.size() : end + 1;
    text.push_back(' ');
  }
  return text;
}

// False where it had to give up.
bool parse_with_library(std::string_view html, MarkedText& out) {
  if (html.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()) / 2) return false;
  xmlInitParser();  // Does nothing from the second time on; safe in several threads.
  const std::unique_ptr<htmlParserCtxt, decltype(&htmlFreeParserCtxt)> context(htmlNewParserCtxt(),
                                                                               &htmlFreeParserCtxt);
  if (!context) return false;
  LineBuilder builder(out);
  ParserState state{&builder, context.get()};
  *context->sax = handlers();
  context->userData = &state;
  htmlDocPtr document = htmlCtxtReadMemory(
      context.get(), html.data(), static_cast<int>(html.size()), nullptr, "UTF-8",
      HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
          HTML_PARSE_NODEFDTD);
  if (document != nullptr) xmlFreeDoc(document);
  builder.finish();
  return !builder.too_deep();
}

}  // namespace

bool looks_like_html(std::string_view text) {
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    std::size_t begin = at + 1;
    if (begin < text.size() && text[begin] == '/') ++begin;
    std::size_t end = begin;
    while (end < text.size() && end - begin < 12 && is_alphanumeric(text[end])) ++end;
    if (end == begin || end == text.size()) continue;
    if (text[end] != '>' && text[end] != '/' && !is_blank(text[end])) continue;
    const std::string name = text::lower(text.substr(begin, end - begin));
    if (is_block(name) || is_inline(name)) return true;
  }
  return false;
}

MarkedText parse_html(std::string_view html) {
  MarkedText out;
  // libxml2 takes NUL for the end; control codes are gone from text that was decoded.
  if (html.find('\0') == std::string_view::npos && parse_with_library(html, out)) return out;
  out = MarkedText();
  out.lines = text::split_lines(without_tags(html));
  out.notes.emplace_back("HTML nested too deeply; its tags were cut out");
  return out;
}

std::string plain_line(std::string_view text) {
  const std::size_t ampersand = text.find('&');
  const bool has_entity =
      ampersand != std::string_view::npos && text.find(';', ampersand) != std::string_view::npos;
  std::string line;
  const auto add = [&line](std::string_view more) {
    if (!line.empty()) line.push_back(' ');
    line += more;
  };
  if (has_entity || looks_like_html(text)) {
    const MarkedText marked = parse_html(text);
    if (!marked.title.empty()) add(marked.title);
    for (const text::Line& each : marked.lines) add(each.text);
  } else {
    // Not text::words: no-break spaces stay as they were written.
    for (std::size_t at = 0; at < text.size();) {
      std::size_t end = at;
      while (end < text.size() && !is_blank(text[end])) ++end;
      if (end > at) add(text.substr(at, end - at));
      at = end + 1;
    }
  }
  return line;
}

std::string entity(std::string_view name) {
  if (name.empty() || name.size() > 10) return {};
  if (name[0] == '#') return numeric_entity(name.substr(1));
  if (name == "apos") return "'";  // HTML 4, which libxml2 knows, has no such entity.
  const std::string key(name);
  const htmlEntityDesc* found = htmlEntityLookup(reinterpret_cast<const xmlChar*>(key.c_str()));
  if (found == nullptr) return {};
  std::string text;
  append_utf8(text, found->value);
  return text;
}

}  // namespace pressarkiv
