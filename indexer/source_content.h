// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <string>
#include <string_view>
#include <utility>

#include "common/mapped_file.h"
#include "common/result.h"
#include "indexer/source_walker.h"

namespace pressarkiv {

/// The bytes of a source while its releases are read. Those of a small source lie in memory. Those
/// of a large one are put aside into a file of our own, which has no name any more and is mapped:
/// they cost no memory that the system could not take back, and do not change under the reader.
class SourceContent {
 public:
  static constexpr std::uint64_t kMostInMemory = std::uint64_t{64} << 20U;

  explicit SourceContent(std::string bytes) : memory_(std::move(bytes)) {}

  /// Reads a source; `standard_input` is read for "-". More than `most_in_memory` bytes are put
  /// aside in `folder`. kNotFound, kIo, with the source's name.
  static Result<SourceContent> read(const SourceFile& source, std::istream& standard_input,
                                    const std::filesystem::path& folder,
                                    std::uint64_t most_in_memory = kMostInMemory);

  /// Valid as long as the object stays where it is.
  std::string_view bytes() const { return memory_.empty() ? aside_.bytes() : memory_; }

 private:
  explicit SourceContent(MappedFile aside) : aside_(std::move(aside)) {}

  std::string memory_;
  MappedFile aside_;
};

/// The bytes of a source in memory, however many they are.
Result<std::string> read_bytes(const SourceFile& source, std::istream& standard_input);

}  // namespace pressarkiv
