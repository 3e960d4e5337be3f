// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/language/word_automaton.h"

#include <cassert>
#include <cstring>
#include <string>
#include <utility>

#include "common/hash.h"

namespace pressarkiv {

std::optional<std::uint32_t> WordAutomaton::find(std::string_view word) const {
  Walk walk(*this);
  for (const char byte : word) {
    if (!walk.step(byte)) return std::nullopt;
  }
  if (!walk.at_word()) return std::nullopt;
  return walk.number();
}

namespace {

/// Builds the arcs of finished states into one array, and finds equal states again.
class ArcWriter {
 public:
  ArcWriter() : arcs_(2) { slots_.resize(1U << 16U); }

  /// The state with these arcs: an earlier one where there is one.
  std::uint32_t intern(const std::vector<Arc>& state) {
    const std::string_view bytes(reinterpret_cast<const char*>(state.data()),
                                 state.size() * sizeof(Arc));
    if (used_ * 2 > slots_.size()) grow();
    for (std::size_t slot = stable_hash(bytes) & (slots_.size() - 1);;
         slot = (slot + 1) & (slots_.size() - 1)) {
      const Slot& found = slots_[slot];
      if (found.begin == 0) return append(state, slot, bytes);
      if (found.size == state.size() &&
          std::memcmp(&arcs_[found.begin], state.data(), bytes.size()) == 0) {
        return found.begin;
      }
    }
  }

  /// Puts the root last and copies its arcs' place to arc 1, by a leading copy.
  std::vector<Arc> finish(const std::vector<Arc>& root) && {
    // The root must begin at arc 1 and may be larger than the place left for it: shift all others.
    const auto shift = static_cast<std::uint32_t>(root.size()) + 1 - kFirst;
    std::vector<Arc> out(1);
    out.insert(out.end(), root.begin(), root.end());
    out.insert(out.end(), arcs_.begin() + kFirst, arcs_.end());
    for (Arc& arc : out) {
      const std::uint32_t target = arc.target();
      if (target == 0) continue;
      if (target + shift > Arc::kMaxTarget) return {};
      arc.packed = (arc.packed & 0x3FFU) | ((target + shift) << 10U);
    }
    return out;
  }

  bool overflowed() const { return arcs_.size() > Arc::kMaxTarget; }

 private:
  static constexpr std::uint32_t kFirst = 2;  // Arcs 0 and 1 are never a finished state.

  struct Slot {
    std::uint32_t begin = 0;
    std::uint32_t size = 0;
  };

  std::uint32_t append(const std::vector<Arc>& state, std::size_t slot, std::string_view) {
    const auto begin = static_cast<std::uint32_t>(arcs_.size());
    arcs_.insert(arcs_.end(), state.begin(), state.end());
    slots_[slot] = {begin, static_cast<std::uint32_t>(state.size())};
    ++used_;
    return begin;
  }

  void grow() {
    std::vector<Slot> old(slots_.size() * 2);
    old.swap(slots_);
    for (const Slot& state : old) {
      if (state.begin == 0) continue;
      const std::string_view bytes(reinterpret_cast<const char*>(&arcs_[state.begin]),
                                   state.size * sizeof(Arc));
      std::size_t slot = stable_hash(bytes) & (slots_.size() - 1);
      while (slots_[slot].begin != 0) slot = (slot + 1) & (slots_.size() - 1);
      slots_[slot] = state;
    }
  }

  std::vector<Arc> arcs_;
  std::vector<Slot> slots_;
  std::size_t used_ = 0;
};

/// A state that still may get arcs: those on the path of the word read last.
struct OpenState {
  std::vector<Arc> arcs;    // The last one's target is not known until the next state is finished.
  std::uint32_t words = 0;  // Words that go through the finished arcs of this state.
};

class AutomatonBuilder {
 public:
  void add(std::string_view word) {
    std::size_t common = 0;
    while (common < word.size() && common < last_.size() && word[common] == last_[common]) ++common;
    assert(common < word.size() && (last_.empty() || last_ < word));
    close(common);
    if (path_.size() < word.size() + 1) path_.resize(word.size() + 1);
    for (std::size_t at = common; at < word.size(); ++at) {
      OpenState& state = path_[at];
      state.arcs.push_back({static_cast<std::uint8_t>(word[at]), state.words});
    }
    path_[word.size() - 1].arcs.back().packed |= 0x200U;
    last_ = word;
  }

  std::vector<Arc> finish() && {
    if (last_.empty()) return std::vector<Arc>(1);
    close(0);
    path_[0].arcs.back().packed |= 0x100U;
    if (writer_.overflowed()) return {};
    return std::move(writer_).finish(path_[0].arcs);
  }

 private:
  /// Finishes the states of the last word that are deeper than `depth` letters.
  void close(std::size_t depth) {
    for (std::size_t at = last_.size(); at > depth; --at) {
      OpenState& state = path_[at];
      OpenState& above = path_[at - 1];
      Arc& arc = above.arcs.back();
      std::uint32_t words = arc.ends_word() ? 1 : 0;
      if (!state.arcs.empty()) {
        state.arcs.back().packed |= 0x100U;
        arc.packed |= writer_.intern(state.arcs) << 10U;
        words += state.words;
      }
      above.words += words;
      state.arcs.clear();
      state.words = 0;
    }
  }

  ArcWriter writer_;
  std::vector<OpenState> path_{1};
  std::string last_;
};

}  // namespace

std::vector<Arc> build_automaton(const std::vector<std::string_view>& words) {
  AutomatonBuilder builder;
  for (const std::string_view word : words) builder.add(word);
  return std::move(builder).finish();
}

}  // namespace pressarkiv
