// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/themes/occurrence_scanner.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "common/schema/fields.h"
#include "query/language/parser.h"
#include "query/search/all_matches.h"
#include "query/search/pattern_matcher.h"
#include "query/search/query_compiler.h"

namespace pressarkiv {
namespace {

SearchRequest filters_of(const CountOptions& options) {
  SearchRequest request;
  request.filters = options.filters;
  request.from = options.from;
  request.to = options.to;
  return request;
}

void look_in_about(QueryNode& node) {
  node.field = QueryField::kAbout;
  for (QueryNode& child : node.children) look_in_about(child);
}

/// The same query, where words without a field are also looked for in the boilerplate.
QueryNode with_boilerplate(QueryNode node) {
  const bool leaf = node.kind == NodeKind::kWord || node.kind == NodeKind::kPrefix ||
                    node.kind == NodeKind::kPhrase || node.kind == NodeKind::kForms ||
                    node.kind == NodeKind::kNear || node.kind == NodeKind::kAdjacent;
  if (!leaf) {
    for (QueryNode& child : node.children) child = with_boilerplate(std::move(child));
    return node;
  }
  if (node.field != QueryField::kAny) return node;
  QueryNode either;
  either.kind = NodeKind::kOr;
  either.demand = std::exchange(node.demand, Demand::kOptional);
  either.children = {node, node};
  look_in_about(either.children.back());
  return either;
}

/// Whether a span lies, in part at least, in a repeated paragraph.
bool is_repeated(const Span& span, const ContentEntry& entry, const ContentTable& table) {
  for (std::uint32_t row = 0; row < entry.range_count; ++row) {
    const SectionRange& range = table.ranges[entry.first_range + row];
    if (span.begin < range.end && range.begin < span.end) return true;
  }
  return false;
}

/// Finds the occurrences in one token stream; keeps its buffer.
class SpanFinder {
 public:
  SpanFinder(const std::vector<OccurrenceTarget>& targets, const ContentTable& table,
             bool keep_repeated)
      : table_(table), keep_repeated_(keep_repeated) {
    for (const OccurrenceTarget& target : targets) {
      targets_.push_back({PatternMatcher(target.pattern), target.section});
    }
  }

  const std::vector<Span>& find(const TokenStreamView& stream, const ContentEntry& entry) {
    found_.clear();
    for (Target& target : targets_) {
      const std::vector<Span> spans = target.matcher.find(stream, target.section);
      found_.insert(found_.end(), spans.begin(), spans.end());
    }
    found_any_ = !found_.empty();
    if (!keep_repeated_ && entry.range_count > 0) {
      found_.erase(std::remove_if(found_.begin(), found_.end(),
                                  [&](const Span& s) { return is_repeated(s, entry, table_); }),
                   found_.end());
    }
    keep_disjoint();
    return found_;
  }
  /// Whether the stream that was looked at last has an occurrence at all, repeated or not.
  bool found_any() const { return found_any_; }

 private:
  void keep_disjoint() {
    std::sort(found_.begin(), found_.end(), [](const Span& a, const Span& b) {
      return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
    });
    std::size_t kept = 0;
    for (const Span& span : found_) {
      if (kept == 0 || span.begin >= found_[kept - 1].end) found_[kept++] = span;
    }
    found_.resize(kept);
  }

  struct Target {
    PatternMatcher matcher;
    std::optional<Section> section;
  };
  std::vector<Target> targets_;
  const ContentTable& table_;
  bool keep_repeated_;
  std::vector<Span> found_;
  bool found_any_ = false;
};

void append_unique(std::vector<std::string>& list, const std::vector<std::string>& more) {
  for (const std::string& item : more) {
    if (std::find(list.begin(), list.end(), item) == list.end()) list.push_back(item);
  }
}

void collect_forms(const QueryNode& node, std::set<std::string>& forms) {
  forms.insert(node.forms.begin(), node.forms.end());
  for (const QueryNode& child : node.children) collect_forms(child, forms);
}

}  // namespace

Result<std::vector<std::string>> OccurrenceScanner::forms(const std::string& query) const {
  const Result<ParsedQuery> parsed = parse_query(query);
  if (!parsed) return parsed.error();
  const SearchSettings settings;
  QueryCompiler compiler(index_, analyzer_, gazetteer_, knowledge_, settings);
  std::set<std::string> forms;
  collect_forms(compiler.with_forms(parsed->root, QueryCompiler::WhichWords::kAll), forms);
  return std::vector<std::string>(forms.begin(), forms.end());
}

Result<ScanSummary> OccurrenceScanner::scan(const std::string& query, const CountOptions& options,
                                            const OccurrenceVisitor& visit) const {
  const Result<ParsedQuery> parsed = parse_query(query);
  if (!parsed) return parsed.error();
  SearchSettings settings;  // What was typed in all its forms, and nothing that it may have meant.
  settings.layers = ExpansionLayers::none();
  QueryCompiler compiler(index_, analyzer_, gazetteer_, knowledge_, settings);
  QueryNode root = compiler.with_forms(parsed->root, QueryCompiler::WhichWords::kAll);
  if (options.with_boilerplate) root = with_boilerplate(std::move(root));
  ScanSummary summary;
  std::optional<Xapian::Query> candidates = compiler.occurrence_candidates(root);
  const bool only_candidates = candidates.has_value();
  if (!candidates) {  // Most queries of one word or family need not be looked at twice.
    const Result<CompiledQuery> compiled = compiler.compile(root);
    if (!compiled) return compiled.error();
    candidates = compiled->query;
    summary.notes = compiled->notes;
  }
  const Result<std::vector<OccurrenceTarget>> targets = compiler.occurrences(root);
  if (!targets) return targets.error();
  Xapian::Query matching = *candidates;
  if (const auto filters = compiler.compile_filters(filters_of(options))) {
    matching = Xapian::Query(Xapian::Query::OP_FILTER, matching, *filters);
  }

  summary.understood = print_query(parsed->root);
  std::vector<std::string> notes = parsed->notes;
  append_unique(notes, summary.notes);
  summary.notes = std::move(notes);
  summary.counts_occurrences = !targets->empty();
  SpanFinder finder(*targets, table_, options.with_boilerplate);
  ColumnReader streams(*index_.columns(), Column::kTokens);
  for (const Xapian::docid docid : all_matches(index_.releases(), matching)) {
    const ContentEntry* entry = find_entry(table_, docid);
    if (entry == nullptr) continue;
    if (entry->duplicate_of != 0 && !options.with_duplicates) continue;
    if (!summary.counts_occurrences) {
      visit(*entry, {});
      continue;
    }
    const std::vector<Span>& spans = finder.find(streams.tokens(docid), *entry);
    if (spans.empty()) {
      summary.elsewhere += only_candidates && !finder.found_any() ? 0 : 1;
    } else {
      visit(*entry, spans);
    }
  }
  return summary;
}

std::vector<const ContentEntry*> OccurrenceScanner::population(const CountOptions& options) const {
  const SearchSettings settings;
  const QueryCompiler compiler(index_, analyzer_, gazetteer_, knowledge_, settings);
  std::vector<const ContentEntry*> counted;
  counted.reserve(table_.entries.size());
  const auto take = [&](const ContentEntry& entry) {
    if (entry.duplicate_of == 0 || options.with_duplicates) counted.push_back(&entry);
  };
  if (const auto filters = compiler.compile_filters(filters_of(options))) {
    for (const Xapian::docid docid : all_matches(index_.releases(), *filters)) {
      if (const ContentEntry* entry = find_entry(table_, docid)) take(*entry);
    }
  } else {
    for (const ContentEntry& entry : table_.entries) take(entry);
  }
  return counted;
}

}  // namespace pressarkiv
