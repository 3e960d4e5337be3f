// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/language/language_model.h"

#include <algorithm>
#include <cstring>
#include <span>
#include <utility>

#include "common/language/model_file.h"
#include "common/language/swedish_stem.h"
#include "common/language/word_roles.h"
#include "common/mapped_file.h"
#include "common/utf8.h"

namespace pressarkiv {
namespace {

constexpr std::size_t kMaxFormBytes = 240;
/// Shortest word, in bytes, whose inflection is lent to an unknown word that ends with it.
constexpr std::size_t kMinLendingBytes = 5;

/// Endings that stand behind a colon after abbreviations, figures and single letters: "EU:s".
constexpr std::array<std::string_view, 22> kColonEndings{
    "s",  "n",  "t",   "ns",   "ts",   "en",   "et",   "ens",   "ets",   "ar",  "er",
    "or", "na", "are", "aren", "arna", "erna", "orna", "arnas", "ernas", "ars", "ers"};

/// "eu" of "eu:s"; the form itself where there is no such ending.
std::string_view without_colon_ending(std::string_view form) {
  const std::size_t colon = form.rfind(':');
  if (colon == std::string_view::npos || colon == 0) return form;
  const std::string_view ending = form.substr(colon + 1);
  const bool known =
      std::find(kColonEndings.begin(), kColonEndings.end(), ending) != kColonEndings.end();
  return known ? form.substr(0, colon) : form;
}

}  // namespace

void WordKeys::add(std::string_view head, std::string_view tail) {
  if (count_ == kMax || head.size() + tail.size() > kMaxBytes || head.size() + tail.size() == 0) {
    return;
  }
  char* const text = text_[count_].data();
  std::copy(head.begin(), head.end(), text);
  std::copy(tail.begin(), tail.end(), text + head.size());
  const std::string_view key(text, head.size() + tail.size());
  if (std::find(begin(), end(), key) == end()) keys_[count_++] = key;
}

/// The bytes of a model, mapped or owned, and the tables in them.
class LanguageModel::Storage {
 public:
  explicit Storage(std::string bytes) : owned_(std::move(bytes)), bytes_(owned_) {}
  explicit Storage(MappedFile file) : mapped_(std::move(file)), bytes_(mapped_.bytes()) {}
  Storage(const Storage&) = delete;
  Storage& operator=(const Storage&) = delete;

  /// Reads and checks the header; afterwards the tables are inside the bytes.
  Status check(const std::string& name) {
    if (bytes_.size() < sizeof header_) return corrupt(name, "cut off in its header");
    std::memcpy(&header_, bytes_.data(), sizeof header_);
    if (header_.magic != ModelHeader::kMagic) return corrupt(name, "not a language model");
    if (header_.version != ModelHeader::kVersion || header_.byte_order != ModelHeader::kByteOrder) {
      return Error{ErrorCode::kIncompatible,
                   name + ": language model of version " + std::to_string(header_.version) +
                       ", this program reads version " + std::to_string(ModelHeader::kVersion) +
                       "; build it anew"};
    }
    if (header_.header_hash != header_hash_of(header_)) return corrupt(name, "damaged header");
    const std::uint64_t wanted =
        arcs_size() + words_size() + infos_size() + offsets_size() + header_.ending_bytes;
    if (header_.content_size != wanted || bytes_.size() - sizeof header_ != wanted) {
      return corrupt(name, "cut off or too long: " + std::to_string(bytes_.size()) +
                               " bytes instead of " + std::to_string(wanted + sizeof header_));
    }
    return Done{};
  }

  const ModelHeader& header() const { return header_; }
  std::string_view content() const { return bytes_.substr(sizeof header_); }
  std::size_t size() const { return bytes_.size(); }
  const Arc* arcs() const { return reinterpret_cast<const Arc*>(content().data()); }
  std::span<const std::uint16_t> info_of_word() const {
    return {reinterpret_cast<const std::uint16_t*>(content().data() + arcs_size()),
            header_.word_count};
  }
  std::span<const WordInfo> infos() const {
    return {reinterpret_cast<const WordInfo*>(content().data() + arcs_size() + words_size()),
            header_.info_count};
  }
  std::string_view ending(std::uint16_t index) const {
    if (index >= header_.ending_count) return {};
    std::array<std::uint32_t, 2> range{};
    const std::size_t offsets = arcs_size() + words_size() + infos_size();
    std::memcpy(range.data(), content().data() + offsets + std::size_t{index} * 4, sizeof range);
    if (range[0] > range[1] || range[1] > header_.ending_bytes) return {};
    return content().substr(offsets + offsets_size() + range[0], range[1] - range[0]);
  }

 private:
  static Error corrupt(const std::string& name, const std::string& what) {
    return {ErrorCode::kCorrupt, name + ": " + what + "; build the language model anew"};
  }
  std::uint64_t arcs_size() const { return std::uint64_t{header_.arc_count} * sizeof(Arc); }
  std::uint64_t words_size() const { return std::uint64_t{header_.word_count} * 2; }
  std::uint64_t infos_size() const { return std::uint64_t{header_.info_count} * sizeof(WordInfo); }
  std::uint64_t offsets_size() const { return (std::uint64_t{header_.ending_count} + 1) * 4; }

  std::string owned_;
  MappedFile mapped_;
  std::string_view bytes_;
  ModelHeader header_;
};

Result<LanguageModel> LanguageModel::open(const std::string& path) {
  Result<MappedFile> file = MappedFile::open(path, "language model");
  if (!file) return file.error();
  return from_storage(std::make_unique<Storage>(std::move(*file)), path);
}

Result<LanguageModel> LanguageModel::from_bytes(std::string bytes) {
  return from_storage(std::make_unique<Storage>(std::move(bytes)), "language model");
}

Result<LanguageModel> LanguageModel::from_storage(std::unique_ptr<Storage> storage,
                                                  const std::string& name) {
  if (Status status = storage->check(name); !status) return status.error();
  return LanguageModel(std::move(storage));
}

LanguageModel::LanguageModel(std::unique_ptr<Storage> storage) : storage_(std::move(storage)) {
  const ModelHeader& header = storage_->header();
  splitter_ = CompoundSplitter(WordAutomaton(storage_->arcs(), header.arc_count),
                               storage_->info_of_word(), storage_->infos(), header.weights);
}

LanguageModel::LanguageModel(LanguageModel&&) noexcept = default;
LanguageModel& LanguageModel::operator=(LanguageModel&&) noexcept = default;
LanguageModel::~LanguageModel() = default;

WordParts LanguageModel::split(std::string_view form) const {
  const WordInfo* info = splitter_.find(form);
  if (info != nullptr && (info->roles & WordRole::kName) != 0) return {};
  return splitter_.split(form);
}

bool LanguageModel::knows(std::string_view form) const {
  const WordInfo* info = splitter_.find(form);
  return info != nullptr && (info->roles & WordRole::kLast) != 0;
}

bool LanguageModel::may_begin(std::string_view part) const {
  const WordInfo* info = splitter_.find(part);
  return info != nullptr && (info->roles & WordRole::kFirst) != 0;
}

bool LanguageModel::add_lemmas(std::string_view head, std::string_view word, WordKeys& keys) const {
  const WordInfo* info = splitter_.find(word);
  if (info == nullptr || info->lemma_count == 0) return false;
  const std::size_t count = std::min<std::size_t>(info->lemma_count, info->cut.size());
  for (std::size_t index = 0; index < count; ++index) {
    const std::size_t kept = word.size() - std::min<std::size_t>(info->cut[index], word.size());
    const std::string_view whole(head.data(), head.size() + kept);
    keys.add(whole, ending(info->ending[index]));
  }
  return true;
}

bool LanguageModel::add_lemmas_by_ending(std::string_view form, WordKeys& keys) const {
  for (std::size_t at = 1; at + kMinLendingBytes <= form.size(); ++at) {
    if (is_utf8_tail(form[at])) continue;
    const WordInfo* info = splitter_.find(form.substr(at));
    if (info == nullptr || (info->roles & WordRole::kLast) == 0) continue;
    return add_lemmas(form.substr(0, at), form.substr(at), keys);
  }
  return false;
}

void LanguageModel::keys(std::string_view form, WordKeys& keys) const {
  keys.count_ = 0;
  if (form.size() > kMaxFormBytes) return keys.add(form.substr(0, WordKeys::kMaxBytes), "");
  form = without_colon_ending(form);
  const WordParts parts = split(form);
  const std::size_t last = parts.count == 0 ? 0 : parts.ranges[parts.count - 1].begin;
  if (!add_lemmas(form.substr(0, last), form.substr(last), keys)) add_lemmas_by_ending(form, keys);
  keys.add(swedish_stem(form), "");
}

void LanguageModel::lemmas(std::string_view part, WordKeys& keys) const {
  keys.count_ = 0;
  if (part.size() > kMaxFormBytes) return keys.add(part.substr(0, WordKeys::kMaxBytes), "");
  if (!add_lemmas(part.substr(0, 0), part, keys)) keys.add(swedish_stem(part), "");
}

Status LanguageModel::verify() const {
  if (model_hash(storage_->content()) == storage_->header().content_hash) return Done{};
  return Error{ErrorCode::kCorrupt, "language model: its content was changed; build it anew"};
}

std::uint64_t LanguageModel::fingerprint() const { return storage_->header().content_hash; }

std::size_t LanguageModel::size_bytes() const { return storage_->size(); }

std::string_view LanguageModel::ending(std::uint16_t index) const {
  return storage_->ending(index);
}

}  // namespace pressarkiv
