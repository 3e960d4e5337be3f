// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/lexicon_writer.h"

#include <string>
#include <system_error>
#include <vector>

#include "common/language/model_cache.h"
#include "common/vocabulary/vocabulary_segment.h"
#include "common/whole_file.h"

namespace pressarkiv {
namespace {

namespace fs = std::filesystem;

Result<std::string> learnt_model(const FormCounts& counts, const LexiconOptions& options) {
  std::vector<VocabularyWord> words;
  words.reserve(counts.size());
  for (const auto& [form, count] : counts) {
    const bool lower = (count.flags & FormEntry::kSeenLower) != 0;
    const bool name = (count.flags & FormEntry::kSeenAsName) != 0;
    words.push_back({form, count.releases, name && !lower});
  }
  return build_language_model(options.dictionary, words);
}

}  // namespace

Status create_lexicon(const fs::path& folder, const FormCounts& counts,
                      const LexiconOptions& options) {
  std::error_code failed;
  fs::create_directories(folder, failed);
  if (failed) return Error{ErrorCode::kIo, folder.string() + ": " + failed.message()};
  const Result<std::string> model = counts.size() < kFormsToLearnFrom
                                        ? dictionary_model(options.dictionary, options.cache)
                                        : learnt_model(counts, options);
  if (!model) return model.error();
  if (const Status written = write_whole_file(folder / "model", *model); !written) return written;
  return append_vocabulary(folder, counts);
}

}  // namespace pressarkiv
