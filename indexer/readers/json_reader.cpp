// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/json_reader.h"

#include <algorithm>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>

#include "common/utf8.h"
#include "indexer/readers/decoding_notes.h"
#include "indexer/readers/json_parser.h"
#include "indexer/readers/json_release.h"
#include "indexer/readers/json_scan.h"
#include "indexer/readers/text/words.h"

namespace pressarkiv {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kDeepest = 100;    // Levels of brackets in one object.
constexpr std::size_t kDeepestList = 8;  // Lists of releases inside lists.
constexpr std::size_t kLongestReason = 120;
// How many times the source may be scanned in vain behind broken objects before it is given up.
constexpr std::size_t kWastedScans = 16;

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// "syntax error while parsing value - invalid literal; last read: '"a" x'" → "invalid literal".
std::string short_reason(std::string_view what) {
  if (const auto at = what.find("syntax error"); at != std::string_view::npos)
    what.remove_prefix(at);
  if (const auto at = what.find(" - "); at != std::string_view::npos) what.remove_prefix(at + 3);
  what = what.substr(0, what.find("; last read"));
  std::size_t size = std::min(what.size(), kLongestReason);
  while (size > 0 && size < what.size() && is_utf8_tail(what[size])) --size;
  return std::string(what.substr(0, size));
}

/// Writes line breaks and tabs inside of strings as escapes, as JSON demands and hands forget.
/// Whether there were any.
bool escape_controls(std::string& text) {
  if (text.find('\n') == std::string::npos && text.find('\t') == std::string::npos) return false;
  std::string escaped;
  std::size_t copied = 0;
  bool inside = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '"') {
      inside = !inside;
    } else if (c == '\\') {
      ++i;
    } else if (inside && (c == '\n' || c == '\t')) {
      escaped.append(text, copied, i - copied);
      escaped += c == '\n' ? "\\n" : "\\t";
      copied = i + 1;
    }
  }
  if (copied == 0) return false;
  escaped.append(text, copied, std::string::npos);
  text = std::move(escaped);
  return true;
}

class JsonSource {
 public:
  JsonSource(const SourceBytes& source, const ReadOptions& options, SourceFormat format,
             const ReleaseSink& sink)
      : source_(source), options_(options), format_(format), sink_(sink), scan_(source.bytes) {}

  void read_lines() {
    const std::string_view units = scan_.units();
    for (std::size_t begin = 0; begin < units.size();) {
      const std::size_t end = std::min(units.find('\n', begin), units.size());
      read_values(begin, end);
      begin = end + 1;
    }
  }

  void read_all() { read_values(0, scan_.units().size()); }

 private:
  // Values one after the other.
  void read_values(std::size_t at, std::size_t end) {
    const std::string_view units = scan_.units().substr(0, end);
    while ((at = json::skip_blanks(units, at)) < end) {
      if (units[at] == '{') {
        at = read_object(at, end, 0);
      } else if (units[at] == '[') {
        at = read_list(at, end, 0);
      } else if (units[at] == ',') {
        ++at;
      } else {
        ++values_;
        fail(at, "no JSON object, which begins with \"{\"");
        at = next_object(at, end);
      }
    }
  }

  // Behind text that is no value: the next line that begins with a brace.
  std::size_t next_object(std::size_t at, std::size_t end) const {
    const std::size_t next = scan_.units().substr(0, end).find("\n{", at);
    return next == std::string_view::npos ? end : next + 1;
  }

  /// Reads the objects of the list that begins at `at`; the position behind it.
  std::size_t read_list(std::size_t at, std::size_t end, std::size_t level) {
    const std::string_view units = scan_.units().substr(0, end);
    if (level >= kDeepestList) {
      fail(at, "lists of releases nested too deeply");
      return json::end_of_value(units, at).end;
    }
    const std::size_t start = at++;
    bool told = false;
    while ((at = json::skip_blanks(units, at)) < end) {
      if (units[at] == ']') return at + 1;
      if (units[at] == ',') {
        ++at;
      } else if (units[at] == '{') {
        at = read_object(at, end, level + 1);
      } else if (units[at] == '[') {
        at = read_list(at, end, level + 1);
      } else {
        ++values_;
        if (!std::exchange(told, true)) fail(at, "a list of values that are no objects");
        at = std::max(json::end_of_value(units, at).end, at + 1);
      }
    }
    if (!cut_off_) fail(start, "a list that is cut off: \"]\" is missing at the end");
    return end;
  }

  /// Reads the object that begins at `at`, or the releases in it; the position to go on at.
  std::size_t read_object(std::size_t at, std::size_t end, std::size_t level) {
    const std::string_view units = scan_.units().substr(0, end);
    if (const auto inner = releases_inside(units, at)) {
      if (units[*inner] == '[') {
        read_list(*inner, end, level + 1);
      } else if (level < kDeepestList) {
        read_object(*inner, end, level + 1);
      } else {
        fail(at, "lists of releases nested too deeply");
      }
      return json::end_of_value(units, at).end;
    }
    ++values_;
    const json::ValueEnd value = json::end_of_value(units, at);
    if (value.depth > kDeepest) {
      fail(at, "an object nested more than " + std::to_string(kDeepest) + " levels deep");
      return value.end;
    }
    if (!value.complete) {
      fail(at, "a JSON object that is cut off");
      const std::size_t next = same_margin(at, value.end);
      cut_off_ = next == value.end;
      return next;
    }
    return read_release(at, value.end) ? value.end : same_margin(at, value.end);
  }

  /// Where a list of releases (or an object around it) begins, if the object at `at` is the answer
  /// of a service and no release.
  std::optional<std::size_t> releases_inside(std::string_view units, std::size_t at) const {
    std::optional<std::size_t> inside;
    bool has_title = false;
    bool has_id = false;
    for (json::MemberScan member(units, at); member.next();) {
      const std::string key = text::lower(member.key());
      if (begins_path(JsonField::kBody, key)) return std::nullopt;
      has_title = has_title || begins_path(JsonField::kTitle, key);
      has_id = has_id || begins_path(JsonField::kId, key);
      const char opens = units[member.value_at()];
      const bool is_list =
          opens == '[' && holds_objects(units, member.value_at()) &&
          is_one_of(key, {"items", "releases", "entries", "articles", "results", "posts",
                          "pressreleases", "press_releases", "news", "materials", "item", "data"});
      const bool is_wrapper = opens == '{' && is_one_of(key, {"search_result", "data", "response",
                                                              "result", "feed", "channel", "item"});
      if ((is_list || is_wrapper) && !inside) inside = member.value_at();
    }
    return has_title && has_id ? std::nullopt : inside;
  }

  static bool holds_objects(std::string_view units, std::size_t list_at) {
    const std::size_t first = json::skip_blanks(units, list_at + 1);
    return first < units.size() && (units[first] == '{' || units[first] == ']');
  }

  bool begins_path(JsonField field, std::string_view lowered_key) const {
    const JsonMapping::Paths& paths = options_.field_mapping().paths(field);
    return std::any_of(paths.begin(), paths.end(), [&](const std::vector<std::string>& path) {
      return path.front().size() == lowered_key.size() && text::lower(path.front()) == lowered_key;
    });
  }

  // The next object after a broken one: in files laid out by a program it begins in a line of its
  // own, as far from the margin as the broken one did.
  std::size_t same_margin(std::size_t at, std::size_t end) {
    const std::string_view units = scan_.units();
    std::size_t line = at;
    while (line > 0 && (units[line - 1] == ' ' || units[line - 1] == '\t')) --line;
    if (line == 0 || units[line - 1] != '\n') return end;
    wasted_ += end - at;
    if (wasted_ > kWastedScans * units.size()) return end;
    const std::string begin = "\n" + std::string(units.substr(line, at - line)) + "{";
    const std::size_t next = units.substr(0, end).find(begin, at);
    return next == std::string_view::npos ? end : next + begin.size() - 1;
  }

  bool read_release(std::size_t begin, std::size_t end) {
    const ByteRange raw = scan_.bytes_of({begin, end});
    const TextPlace place{source_.path, raw.begin, line_of(begin)};
    auto decoded =
        decode_text(source_.bytes.substr(raw.begin, raw.size()), place, scan_.wide_encoding());
    if (!decoded) return sink_(decoded.error()), false;
    ReadRelease read;
    read.raw = raw;
    if (decoded->encoding == Encoding::kUtf8 && scan_.marked())
      decoded->encoding = Encoding::kUtf8Bom;
    read.encoding = decoded->encoding;
    note_decoding(*decoded, read.notes);
    if (escape_controls(decoded->text))
      read.notes.emplace_back("line breaks or tabs inside JSON strings");
    Json object;
    if (!parse(decoded->text, begin, object)) return false;
    Result<JsonRelease> made = release_of_json(object, options_.field_mapping());
    if (!made) return fail(begin, made.error().message), false;
    read.release = std::move(made->release);
    read.release.source_format = format_name(format_);
    read.notes.insert(read.notes.end(), std::make_move_iterator(made->notes.begin()),
                      std::make_move_iterator(made->notes.end()));
    take_id(read);
    sink_(std::move(read));
    return true;
  }

  bool parse(const std::string& text, std::size_t begin, Json& object) {
    if (json::parse(text, object)) return true;
    try {
      object = Json::parse(text);
      return true;
    } catch (const Json::parse_error& error) {
      const std::size_t at = std::min(error.byte > 0 ? error.byte - 1 : 0, text.size());
      const std::string_view before = std::string_view(text).substr(0, at);
      const auto lines = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
      const std::size_t line_begin = before.rfind('\n') + 1;  // npos + 1 is 0.
      fail(begin,
           "not JSON near column " +
               std::to_string(text::count_characters(before.substr(line_begin)) + 1) + ": " +
               short_reason(error.what()),
           lines);
    } catch (const Json::exception& error) {  // A number beyond all bounds.
      fail(begin, "not JSON: " + short_reason(error.what()));
    }
    return false;
  }

  void take_id(ReadRelease& read) {
    std::string& id = read.release.id;
    if (id.empty()) {
      id = source_.default_id;
      if (values_ > 1) id += "#" + std::to_string(values_);
    } else if (!ids_.insert(id).second) {
      read.notes.emplace_back("the id of an earlier release of the same source");
    }
  }

  // Positions mostly grow, so that lines are counted once.
  std::size_t line_of(std::size_t at) {
    if (at < counted_to_) {
      counted_to_ = 0;
      line_ = 1;
    }
    const std::string_view units = scan_.units().substr(0, at);
    for (std::size_t end = units.find('\n', counted_to_); end != std::string_view::npos;
         end = units.find('\n', end + 1)) {
      ++line_;
    }
    counted_to_ = at;
    return line_;
  }

  void fail(std::size_t at, const std::string& what, std::size_t lines_below = 0) {
    sink_(Error{ErrorCode::kCorrupt, std::string(source_.path) + ": line " +
                                         std::to_string(line_of(at) + lines_below) + ": " + what +
                                         "; skipped"});
  }

  const SourceBytes& source_;
  const ReadOptions& options_;
  SourceFormat format_;
  const ReleaseSink& sink_;
  json::Scan scan_;
  std::unordered_set<std::string> ids_;
  std::size_t values_ = 0;  // Objects, whole or broken, begun so far.
  std::size_t wasted_ = 0;
  std::size_t counted_to_ = 0;
  std::size_t line_ = 1;
  bool cut_off_ = false;  // The source ended inside of an object.
};

}  // namespace

void read_json_lines(const SourceBytes& source, const ReadOptions& options,
                     const ReleaseSink& sink) {
  JsonSource(source, options, SourceFormat::kJsonLines, sink).read_lines();
}

void read_json(const SourceBytes& source, const ReadOptions& options, const ReleaseSink& sink) {
  JsonSource(source, options, SourceFormat::kJson, sink).read_all();
}

}  // namespace pressarkiv
