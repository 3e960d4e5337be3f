// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/index_builder.h"

#include <fcntl.h>
#include <unistd.h>
#include <xapian.h>

#include <algorithm>
#include <stdexcept>

#include "common/record/generation.h"
#include "common/schema/fields.h"
#include "indexer/bulk_build.h"
#include "indexer/index_error.h"
#include "indexer/index_metadata.h"
#include "indexer/index_update.h"

namespace pressarkiv {
namespace {

namespace fs = std::filesystem;

// A changed release costs about five times as much in an index that stands as in a bulk build.
constexpr std::uint64_t kAlwaysInPlace = 500;
constexpr std::uint64_t kInPlaceShare = 5;  // Up to a fifth of the index is written in place.

/// Makes every file below a folder durable before the generation is published.
void sync_tree(const fs::path& folder) {
  const auto sync = [](const fs::path& path, int flags) {
    const int descriptor = ::open(path.c_str(), flags | O_CLOEXEC);
    if (descriptor < 0) return;
    ::fsync(descriptor);
    ::close(descriptor);
  };
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    sync(entry.path(), entry.is_directory() ? O_RDONLY | O_DIRECTORY : O_RDONLY);
  }
  sync(folder, O_RDONLY | O_DIRECTORY);
}

/// What the index at hand can be used for.
struct IndexState {
  std::string generation;
  EventNumber last_event = 0;
  std::uint64_t documents = 0;
  TermLists term_lists = TermLists::kLeftOut;
  bool usable = false;  ///< May be written in place.
};

IndexState look_at_index(const ArchiveLayout& layout, const ReadingStore& readings) {
  IndexState state;
  const Result<std::string> generation = current_generation(layout);
  if (!generation) return state;
  state.generation = *generation;
  try {
    const Xapian::Database index(
        GenerationLayout{layout.generation(*generation)}.releases().string());
    state.last_event = read_last_event(index);
    state.documents = index.get_doccount();
    state.term_lists = read_term_lists(index);
    state.usable = check_index_version(index.get_metadata(std::string(meta::kSchema)),
                                       index.get_metadata(std::string(meta::kAnalyzer)))
                       .ok() &&
                   is_of_these_readings(index, readings) &&
                   fs::exists(GenerationLayout{layout.generation(*generation)}.quotes());
  } catch (const Xapian::Error&) {
    state.usable = false;  // Damaged or half there: built anew.
  }
  return state;
}

Result<IndexReport> build_new_generation(const ArchiveLayout& layout, const RecordStore& record,
                                         ReadingStore& readings, const IndexOptions& options,
                                         const IndexState& old) {
  const std::string name = next_generation_name(old.generation);
  const fs::path building = fs::path(layout.generation(name)).concat(".building");
  std::error_code ignored;
  fs::remove_all(building, ignored);
  try {
    Result<IndexReport> report = bulk_build(building, record, readings, options, old.term_lists);
    if (!report) {
      fs::remove_all(building, ignored);
      return report;
    }
    sync_tree(building);
    fs::remove_all(layout.generation(name), ignored);
    fs::rename(building, layout.generation(name));
    if (const Status published = publish_generation(layout, name); !published) {
      return published.error();
    }
    remove_other_generations(layout, name);
    if (const Status dropped = readings.drop_others(); !dropped) return dropped.error();
    return report;
  } catch (const Xapian::Error& error) {
    fs::remove_all(building, ignored);
    return translate(error, building);
  } catch (const fs::filesystem_error& error) {
    fs::remove_all(building, ignored);
    return translate(error, building);
  } catch (const std::length_error& error) {
    fs::remove_all(building, ignored);
    return Error{ErrorCode::kInternal, building.string() + ": " + error.what()};
  }
}

}  // namespace

Result<IndexReport> catch_up_index(const ArchiveLayout& layout, const RecordStore& record,
                                   ReadingStore& readings, const IndexOptions& options) {
  IndexState state = look_at_index(layout, readings);
  if (!state.usable) return build_new_generation(layout, record, readings, options, state);
  const Result<EventNumber> last_event = record.last_event();
  if (!last_event) return last_event.error();
  if (state.last_event == *last_event) return IndexReport{};
  const Result<std::uint64_t> changed = record.count_changed(state.last_event);
  if (!changed) return changed.error();
  if (*changed > std::max(kAlwaysInPlace, state.documents / kInPlaceShare) ||
      state.last_event > *last_event) {
    return build_new_generation(layout, record, readings, options, state);
  }
  const GenerationLayout generation{layout.generation(state.generation)};
  try {
    return update_in_place(generation, record, readings, options, state.last_event,
                           state.term_lists);
  } catch (const Xapian::FeatureUnavailableError&) {
    // The first change of a release that is in the index already. Nothing was committed.
    state.term_lists = TermLists::kWritten;
    return build_new_generation(layout, record, readings, options, state);
  } catch (const Xapian::Error& error) {
    return translate(error, generation.root);
  } catch (const fs::filesystem_error& error) {
    return translate(error, generation.root);
  }
}

Result<IndexReport> rebuild_index(const ArchiveLayout& layout, const RecordStore& record,
                                  ReadingStore& readings, const IndexOptions& options) {
  return build_new_generation(layout, record, readings, options, look_at_index(layout, readings));
}

}  // namespace pressarkiv
