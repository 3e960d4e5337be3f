// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/source_content.h"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <functional>
#include <istream>
#include <memory>

#include "indexer/source_error.h"

namespace pressarkiv {
namespace {

namespace fs = std::filesystem;

using File = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

constexpr std::size_t kChunkBytes = std::size_t{1} << 20U;

/// Calls `take` with the bytes of a source, one piece after the other, until it fails.
Status each_chunk(const SourceFile& source, std::istream& standard_input,
                  const std::function<Status(std::string_view)>& take) {
  const auto chunk = std::make_unique_for_overwrite<char[]>(kChunkBytes);
  if (source.path == kStandardInput) {
    while (standard_input.read(chunk.get(), kChunkBytes) || standard_input.gcount() > 0) {
      const auto size = static_cast<std::size_t>(standard_input.gcount());
      if (Status taken = take({chunk.get(), size}); !taken) return taken;
    }
    if (standard_input.bad()) return source_error("standard input", EIO);
    return Done{};
  }
  errno = 0;
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(source.path.c_str(), "rb"),
                                                             std::fclose);
  if (!file) return source_error(source.path, errno);
  std::setvbuf(file.get(), nullptr, _IONBF, 0);  // The chunk is buffer enough.
  while (const std::size_t size = std::fread(chunk.get(), 1, kChunkBytes, file.get())) {
    if (Status taken = take({chunk.get(), size}); !taken) return taken;
  }
  if (std::ferror(file.get()) != 0) return source_error(source.path, errno);
  return Done{};
}

/// A file that has lost its name already: whatever ends the process, nothing of it stays.
class FileAside {
 public:
  FileAside(const std::string& source, const fs::path& folder) : source_(source), folder_(folder) {}

  bool is_open() const { return file_ != nullptr; }
  Status append(std::string_view bytes) {
    errno = 0;
    if (!is_open() && !open()) return failure();
    if (std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) != bytes.size()) return failure();
    return Done{};
  }
  Result<MappedFile> map() {
    errno = 0;
    if (std::fflush(file_.get()) != 0) return failure();
    Result<MappedFile> mapped = MappedFile::of(::fileno(file_.get()), source_, "copy");
    if (!mapped) return failure();
    return mapped;
  }

 private:
  bool open() {
    std::string path = (folder_ / ".aside-XXXXXX").string();
    const int descriptor = ::mkstemp(path.data());
    if (descriptor < 0) return false;
    ::unlink(path.c_str());
    file_.reset(::fdopen(descriptor, "wb"));
    return is_open();
  }
  Error failure() const {
    return {ErrorCode::kIo,
            source_ + ": too large for the memory, and a copy cannot be put aside in " +
                folder_.string() + ": " + errno_text(errno != 0 ? errno : EIO) + "; skipped"};
  }

  const std::string& source_;
  const fs::path& folder_;
  File file_{nullptr, std::fclose};
};

}  // namespace

Result<SourceContent> SourceContent::read(const SourceFile& source, std::istream& standard_input,
                                          const fs::path& folder, std::uint64_t most_in_memory) {
  std::string memory;
  if (source.size <= most_in_memory) memory.reserve(static_cast<std::size_t>(source.size));
  FileAside aside(source.path, folder);
  const Status read = each_chunk(source, standard_input, [&](std::string_view bytes) -> Status {
    if (!aside.is_open() && memory.size() + bytes.size() <= most_in_memory) {
      memory += bytes;
      return Done{};
    }
    if (!aside.is_open()) {
      if (Status moved = aside.append(memory); !moved) return moved;
      memory = {};
    }
    return aside.append(bytes);
  });
  if (!read) return read.error();
  if (!aside.is_open()) return SourceContent(std::move(memory));
  Result<MappedFile> mapped = aside.map();
  if (!mapped) return mapped.error();
  return SourceContent(std::move(*mapped));
}

Result<std::string> read_bytes(const SourceFile& source, std::istream& standard_input) {
  std::string all;
  all.reserve(static_cast<std::size_t>(source.size));
  const Status read = each_chunk(source, standard_input, [&](std::string_view bytes) -> Status {
    all += bytes;
    return Done{};
  });
  if (!read) return read.error();
  return all;
}

}  // namespace pressarkiv
