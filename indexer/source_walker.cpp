// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/source_walker.h"

#include <dirent.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <optional>
#include <string_view>
#include <utility>

#include "indexer/source_error.h"

namespace pressarkiv {
namespace {

// One folder on the way down; two with the same identity are a loop.
struct FolderIdentity {
  dev_t device;
  ino_t inode;
  bool operator==(const FolderIdentity& other) const {
    return device == other.device && inode == other.inode;
  }
};

// Sorted names of a folder without the hidden ones; nullopt and errno where it cannot be read.
std::optional<std::vector<std::string>> visible_names(const std::string& folder) {
  DIR* stream = opendir(folder.c_str());
  if (stream == nullptr) return std::nullopt;
  std::vector<std::string> names;
  errno = 0;
  while (const dirent* entry = readdir(stream)) {
    if (entry->d_name[0] != '.') names.emplace_back(entry->d_name);
  }
  const int failed = errno;
  closedir(stream);
  errno = failed;
  if (failed != 0) return std::nullopt;
  std::sort(names.begin(), names.end());
  return names;
}

class Walk {
 public:
  Walk(const SourceSink& sink, const std::string& passed_over) : sink_(sink) {
    struct stat status {};
    if (!passed_over.empty() && stat(passed_over.c_str(), &status) == 0) {
      passed_over_ = FolderIdentity{status.st_dev, status.st_ino};
    }
  }

  void start(const std::string& path) {
    if (path == kStandardInput) {
      sink_(SourceFile{path, "stdin", 0});
      return;
    }
    struct stat status {};
    if (stat(path.c_str(), &status) != 0) {
      sink_(source_error(path, errno));
    } else if (S_ISDIR(status.st_mode)) {
      enter(path, "", status);
    } else {
      // Whatever was named is read, a pipe too; the bytes decide.
      const std::size_t slash = path.find_last_of('/');
      emit(path, slash == std::string::npos ? path : path.substr(slash + 1), status);
    }
  }

 private:
  void emit(const std::string& path, const std::string& relative, const struct stat& status) {
    sink_(
        SourceFile{path, without_extension(relative), static_cast<std::uint64_t>(status.st_size)});
  }

  void enter(const std::string& folder, const std::string& relative, const struct stat& status) {
    const FolderIdentity identity{status.st_dev, status.st_ino};
    if (passed_over_ && *passed_over_ == identity) return;
    if (std::find(ancestors_.begin(), ancestors_.end(), identity) != ancestors_.end()) {
      if (std::find(reported_.begin(), reported_.end(), identity) == reported_.end()) {
        reported_.push_back(identity);
        sink_(Error{ErrorCode::kInvalidArgument,
                    folder + ": a link back to a folder above it; not entered"});
      }
      return;
    }
    const auto names = visible_names(folder);
    if (!names) {
      sink_(source_error(folder, errno));
      return;
    }
    ancestors_.push_back(identity);
    for (const std::string& name : *names) {
      visit(folder + (folder.back() == '/' ? "" : "/") + name,
            relative.empty() ? name : relative + "/" + name);
    }
    ancestors_.pop_back();
  }

  void visit(const std::string& path, const std::string& relative) {
    struct stat status {};
    if (stat(path.c_str(), &status) != 0) {
      sink_(source_error(path, errno));
    } else if (S_ISDIR(status.st_mode)) {
      enter(path, relative, status);
    } else if (S_ISREG(status.st_mode)) {
      emit(path, relative, status);
    } else {
      sink_(Error{ErrorCode::kUnsupportedFormat,
                  path + ": a pipe, socket or device inside a folder; skipped"});
    }
  }

  const SourceSink& sink_;
  std::optional<FolderIdentity> passed_over_;
  std::vector<FolderIdentity> ancestors_;
  std::vector<FolderIdentity> reported_;
};

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::string without_extension(std::string_view path) {
  const std::size_t dot = path.find_last_of("./");
  if (dot == std::string_view::npos || path[dot] == '/' || dot == 0 || path[dot - 1] == '/') {
    return std::string(path);
  }
  const std::string_view extension = path.substr(dot + 1);
  const bool plausible =
      !extension.empty() && extension.size() <= 8 &&
      std::all_of(extension.begin(), extension.end(),
                  [](char c) { return is_ascii_letter(c) || is_ascii_digit(c); }) &&
      std::any_of(extension.begin(), extension.end(), is_ascii_letter);
  return std::string(plausible ? path.substr(0, dot) : path);
}

void walk_sources(const std::vector<std::string>& paths, const SourceSink& sink,
                  const std::string& passed_over) {
  Walk walk(sink, passed_over);
  for (const std::string& path : paths) walk.start(path);
}

}  // namespace pressarkiv
