// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/record/reading_texts.h"

#include <utility>

#include "common/record/reading_place.h"
#include "common/record/reading_seal.h"
#include "common/record/sqlite_reading.h"

namespace pressarkiv {

struct ReadingTexts::State {
  State(std::string file, sqlite::Database&& open_database, std::int64_t made_by)
      : path(std::move(file)),
        database(std::move(open_database)),
        maker(made_by),
        find(database, "SELECT release FROM reading WHERE place = ?1"),
        find_all(database, "SELECT seal, release, facts FROM reading WHERE place = ?1") {}

  std::string path;
  sqlite::Database database;
  std::int64_t maker;
  sqlite::Statement find;
  sqlite::Statement find_all;
};

namespace {

Error gone(const std::string& path) {
  return {ErrorCode::kCorrupt,
          path +
              ": the texts that the index shows are not there; the record has them all: bring "
              "them back with: pressarkiv-index rebuild"};
}

template <typename Work>
auto guarded(const std::string& path, Work work) -> decltype(work()) {
  try {
    return work();
  } catch (const sqlite::Failure& failure) {
    const Error& error = failure.error();
    if (error.code != ErrorCode::kCorrupt && error.code != ErrorCode::kInternal) return error;
    return Error{ErrorCode::kCorrupt,
                 path +
                     ": damaged; the record is not touched: delete it, then run: "
                     "pressarkiv-index rebuild"};
  }
}

std::int64_t find_maker(const sqlite::Database& database, const std::string& identity) {
  const sqlite::Statement find(database, "SELECT id FROM maker WHERE identity = ?1");
  sqlite::Query row(find, std::string_view(identity));
  return row.next() ? row.number(0) : 0;
}

}  // namespace

ReadingTexts::ReadingTexts(std::unique_ptr<State> state) : state_(std::move(state)) {}
ReadingTexts::ReadingTexts(ReadingTexts&&) noexcept = default;
ReadingTexts& ReadingTexts::operator=(ReadingTexts&&) noexcept = default;
ReadingTexts::~ReadingTexts() = default;

Result<ReadingTexts> ReadingTexts::open(const ArchiveLayout& layout, const std::string& identity) {
  const std::string path = layout.readings().string();
  std::error_code ignored;
  if (!std::filesystem::exists(layout.readings(), ignored)) return gone(path);
  return guarded(path, [&]() -> Result<ReadingTexts> {
    sqlite::Database database = sqlite::open_for_reading(layout.readings());
    database.run("PRAGMA mmap_size = 1073741824");  // Pages need not be copied to be looked at.
    const std::int64_t maker = find_maker(database, identity);
    if (maker == 0) return gone(path);
    return ReadingTexts(std::make_unique<State>(path, std::move(database), maker));
  });
}

Result<std::string> ReadingTexts::release(EventNumber event) const {
  return guarded(state_->path, [&]() -> Result<std::string> {
    sqlite::Query row(state_->find, reading_place(state_->maker, event));
    if (!row.next()) return gone(state_->path);
    return std::string(row.bytes(0));
  });
}

Result<bool> ReadingTexts::is_sound(EventNumber event, std::string_view digest) const {
  return guarded(state_->path, [&]() -> Result<bool> {
    sqlite::Query row(state_->find_all, reading_place(state_->maker, event));
    return row.next() && row.bytes(0) == reading_seal(digest, row.bytes(1), row.bytes(2)).bytes();
  });
}

}  // namespace pressarkiv
