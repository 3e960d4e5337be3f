// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/language/model_cache.h"

#include <system_error>

#include "common/hash.h"
#include "common/language/language_model.h"
#include "common/language/model_file.h"
#include "common/mapped_file.h"
#include "common/whole_file.h"

namespace pressarkiv {
namespace {

namespace fs = std::filesystem;

/// The file's size and time of change tell one edition of a dictionary from another.
std::string edition_of(const std::string& path) {
  std::error_code missing;
  const std::uintmax_t size = fs::file_size(path, missing);
  if (missing) return path + " missing";
  const auto changed = fs::last_write_time(path, missing).time_since_epoch().count();
  return path + " " + std::to_string(size) + " " + std::to_string(changed);
}

fs::path cached_path(const DictionaryPaths& dictionary, const fs::path& cache) {
  const std::string edition = std::to_string(ModelHeader::kVersion) + " " +
                              edition_of(dictionary.dic) + " " + edition_of(dictionary.aff);
  return cache / ("swedish-" + std::to_string(stable_hash(edition)) + ".model");
}

}  // namespace

Result<std::string> dictionary_model(const DictionaryPaths& dictionary, const fs::path& cache) {
  if (cache.empty()) return build_language_model(dictionary, {});
  const fs::path path = cached_path(dictionary, cache);
  if (const Result<MappedFile> file = MappedFile::open(path.string(), "language model"); file) {
    std::string bytes(file->bytes());
    const Result<LanguageModel> model = LanguageModel::from_bytes(bytes);
    if (model && model->verify()) return bytes;
  }
  Result<std::string> bytes = build_language_model(dictionary, {});
  if (!bytes) return bytes;
  std::error_code ignored;  // A cache that cannot be written costs time, nothing else.
  fs::create_directories(cache, ignored);
  static_cast<void>(write_whole_file(path, *bytes).ok());
  return bytes;
}

}  // namespace pressarkiv
