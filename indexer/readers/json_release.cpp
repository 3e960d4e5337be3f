// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/json_release.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "indexer/readers/html.h"
#include "indexer/readers/json_values.h"
#include "indexer/readers/markdown.h"
#include "indexer/readers/release_facts.h"
#include "indexer/readers/text/contacts.h"
#include "indexer/readers/text/words.h"

namespace pressarkiv {
namespace {

using Json = nlohmann::json;

// In the order in which a contact line names them.
constexpr std::array<std::string_view, 13> kContactDetails = {
    "title",        "role",  "jobtitle",  "specialist", "organisation",
    "organization", "phone", "telephone", "mobile",     "phone_alternative",
    "email",        "mail",  "address"};

MarkedText parse_marked(std::string_view text) {
  return looks_like_html(text) ? parse_html(text) : parse_markdown(text);
}

class JsonReleaseReader {
 public:
  JsonReleaseReader(const Json& object, const JsonMapping& mapping)
      : object_(object), mapping_(mapping) {}

  Result<JsonRelease> run() {
    StatedFacts facts = read_facts();
    MarkedText body = read_body();
    if (facts.title.empty())
      notes_.emplace_back("no headline among the fields; the text gives one");
    if (facts.title.empty() && facts.summary.empty() && body.title.empty() && body.lines.empty()) {
      return Error{ErrorCode::kCorrupt,
                   "an object with neither headline nor text; a field mapping "
                   "says under which names they stand"};
    }
    text::Assembled assembled = assemble_stated(std::move(body), std::move(facts));
    Release& release = assembled.release;
    release.id = first(JsonField::kId);
    release.url = first(JsonField::kUrl, ValueUse::kAddress);
    release.language = first(JsonField::kLanguage);
    release.people = labels(JsonField::kPeople);
    take_contacts(release);
    notes_.insert(notes_.end(), std::make_move_iterator(assembled.notes.begin()),
                  std::make_move_iterator(assembled.notes.end()));
    return JsonRelease{std::move(release), std::move(notes_)};
  }

 private:
  std::vector<std::string> texts(JsonField field, ValueUse use) const {
    return object_.texts(mapping_.paths(field), use);
  }

  std::string first(JsonField field, ValueUse use = ValueUse::kLabel) const {
    std::vector<std::string> found = texts(field, use);
    return found.empty() ? std::string() : std::move(found.front());
  }

  std::vector<std::string> labels(JsonField field) const {
    std::vector<std::string> labels;
    for (const std::string& text : texts(field, ValueUse::kLabel))
      add_labels(plain_line(text), labels);
    return labels;
  }

  std::optional<PartialDate> date(JsonField field) {
    const std::string text = first(field, ValueUse::kDate);
    if (text.empty()) return std::nullopt;
    const std::optional<PartialDate> date = stated_date(text);
    if (!date) notes_.emplace_back("a date that is not understood");
    return date;
  }

  StatedFacts read_facts() {
    StatedFacts facts;
    facts.title = plain_line(first(JsonField::kTitle));
    facts.summary = plain_line(joined_texts(JsonField::kSummary, "\n"));
    for (const std::string& name : texts(JsonField::kPublishers, ValueUse::kLabel)) {
      facts.publishers.push_back(plain_line(name));
    }
    facts.subjects = labels(JsonField::kSubjects);
    facts.regions = labels(JsonField::kRegions);
    facts.attachments = texts(JsonField::kAttachments, ValueUse::kAddress);
    facts.kind = first(JsonField::kKind);
    facts.boilerplate = plain_lines(joined_texts(JsonField::kBoilerplate, "\n"));
    facts.published = date(JsonField::kPublished);
    facts.updated = date(JsonField::kUpdated);
    return facts;
  }

  std::string joined_texts(JsonField field, std::string_view separator) const {
    std::string all;
    for (const std::string& text : texts(field, ValueUse::kText)) {
      if (!all.empty()) all += separator;
      all += text;
    }
    return all;
  }

  MarkedText read_body() const { return parse_marked(joined_texts(JsonField::kBody, "\n\n")); }

  static std::string plain_lines(std::string_view text) {
    std::string all;
    if (text.empty()) return all;
    MarkedText marked = parse_marked(text);
    if (!marked.title.empty()) all = std::move(marked.title);
    for (const text::Line& line : marked.lines) {
      if (!all.empty()) all += '\n';
      all += line.text;
    }
    return all;
  }

  // The first path with contacts counts. Text fields as a whole go through the analysis of contact
  // blocks.
  void take_contacts(Release& release) const {
    for (const std::vector<std::string>& path : mapping_.paths(JsonField::kContacts)) {
      bool found = false;
      object_.each(path, [&](const Json& value) {
        found =
            (value.is_object() ? take_person(value, release) : take_text(value, release)) || found;
      });
      if (found) return;
    }
  }

  static bool take_person(const Json& person, Release& release) {
    const Json* name = json_member(person, "name");
    Contact contact;
    if (name != nullptr && name->is_string())
      contact.name = plain_line(json_text(*name, ValueUse::kLabel));
    if (contact.name.empty()) return false;
    for (const std::string_view key : kContactDetails) {
      const Json* value = json_member(person, key);
      if (value == nullptr || !value->is_string()) continue;
      const std::string detail = plain_line(json_text(*value, ValueUse::kText));
      if (detail.empty()) continue;
      if (!contact.details.empty()) contact.details += ", ";
      contact.details += detail;
    }
    add_contact_text(contact.details.empty() ? contact.name : contact.name + ", " + contact.details,
                     release);
    add_contact(std::move(contact), release);
    return true;
  }

  static bool take_text(const Json& value, Release& release) {
    const std::string lines = plain_lines(json_text(value, ValueUse::kText));
    if (lines.empty()) return false;
    // The heading tells the analysis what is certain here: that these are contacts.
    text::Document document(text::split_lines("Presskontakt:\n" + lines));
    Release sketch;
    text::take_contacts(document, 0, sketch);
    for (Contact& contact : sketch.contacts) add_contact(std::move(contact), release);
    add_contact_text(lines, release);
    return true;
  }

  static void add_contact(Contact contact, Release& release) {
    const bool there = std::any_of(release.contacts.begin(), release.contacts.end(),
                                   [&](const Contact& each) { return each.name == contact.name; });
    if (!there) release.contacts.push_back(std::move(contact));
  }

  static void add_contact_text(const std::string& lines, Release& release) {
    if (release.contact_text.find(lines) != std::string::npos) return;
    if (!release.contact_text.empty()) release.contact_text += '\n';
    release.contact_text += lines;
  }

  const JsonObject object_;
  const JsonMapping& mapping_;
  std::vector<std::string> notes_;
};

}  // namespace

Result<JsonRelease> release_of_json(const Json& object, const JsonMapping& mapping) {
  return JsonReleaseReader(object, mapping).run();
}

}  // namespace pressarkiv
