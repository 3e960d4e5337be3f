// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace pressarkiv {

/// One step of the automaton: 8 bytes, as in the model file. Little-endian machines only (the file
/// says so in its header).
struct Arc {
  std::uint32_t packed =
      0;                   ///< label | last-of-its-state << 8 | word-ends-here << 9 | target << 10
  std::uint32_t skip = 0;  ///< Words that sort before all that go through this arc in its state.

  static constexpr std::uint32_t kMaxTarget = (1U << 22U) - 1;

  std::uint8_t label() const { return static_cast<std::uint8_t>(packed & 0xFFU); }
  bool last() const { return (packed & 0x100U) != 0; }
  bool ends_word() const { return (packed & 0x200U) != 0; }
  std::uint32_t target() const { return packed >> 10U; }  ///< First arc of the next state; 0: none.
};
static_assert(sizeof(Arc) == 8);

/// A set of words as a minimal acyclic automaton that numbers them 0, 1, 2 … in byte order, so that
/// tables beside it hold what is known of each word. (Construction: J. Daciuk et al., "Incremental
/// construction of minimal acyclic finite-state automata", 2000; numbering: C. Lucchesi and
/// T. Kowaltowski, "Applications of finite automata representing large vocabularies", 1993.)
/// Arc 0 is unused; the root state begins at arc 1.
///
/// A view: borrows the arcs. The arcs may come from a file: every step is checked against their
/// number, so that damaged bytes give wrong words but never a read outside.
class WordAutomaton {
 public:
  WordAutomaton() = default;
  WordAutomaton(const Arc* arcs, std::size_t size) : arcs_(arcs), size_(size) {}

  /// A place in the automaton while a word is read byte by byte.
  class Walk {
   public:
    explicit Walk(const WordAutomaton& automaton) : automaton_(&automaton) {}

    /// Takes one byte; false where no word goes on so, and the walk is over.
    bool step(char byte);
    /// Whether the bytes read so far are a word; then number() is its number.
    bool at_word() const { return at_word_; }
    std::uint32_t number() const { return number_; }

   private:
    const WordAutomaton* automaton_;
    std::uint32_t state_ = 1;
    std::uint32_t number_ = 0;
    bool at_word_ = false;
  };

  /// The number of `word`, if it is in the set. No allocation; some 10 ns a byte.
  std::optional<std::uint32_t> find(std::string_view word) const;

 private:
  const Arc* arcs_ = nullptr;
  std::size_t size_ = 0;
};

inline bool WordAutomaton::Walk::step(char byte) {
  const auto wanted = static_cast<std::uint8_t>(byte);
  // The word that ends at the present place sorts before all that go on from it.
  const std::uint32_t here = at_word_ ? 1 : 0;
  for (std::uint32_t at = state_; at != 0 && at < automaton_->size_; ++at) {
    const Arc arc = automaton_->arcs_[at];
    if (arc.label() == wanted) {
      number_ += here + arc.skip;
      at_word_ = arc.ends_word();
      state_ = arc.target();
      return true;
    }
    if (arc.last() || arc.label() > wanted) return false;
  }
  return false;
}

/// The arcs of the automaton of `words`, which must be sorted by bytes, without duplicates and
/// without empty words. Deterministic. About 0.5 µs a word. Empty where there are more than four
/// million arcs.
std::vector<Arc> build_automaton(const std::vector<std::string_view>& words);

}  // namespace pressarkiv
