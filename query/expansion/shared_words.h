// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <initializer_list>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace pressarkiv {

/// A list of words that does not change: copies are one list, and cost no string. A typed word
/// stands for some three hundred terms, which what is searched, scored and marked all name.
class SharedWords {
 public:
  using List = std::vector<std::string>;

  SharedWords() = default;
  SharedWords(List words)  // NOLINT(google-explicit-constructor): it is such a list.
      : list_(words.empty() ? nullptr : std::make_shared<const List>(std::move(words))) {}
  SharedWords(std::initializer_list<std::string> words) : SharedWords(List(words)) {}

  std::size_t size() const { return list_ ? list_->size() : 0; }
  bool empty() const { return !list_; }
  const std::string* begin() const { return list_ ? list_->data() : nullptr; }
  const std::string* end() const { return begin() + size(); }
  const std::string& operator[](std::size_t at) const { return (*list_)[at]; }
  const std::string& front() const { return list_->front(); }
  /// Whether both are the same list, not only equal ones.
  bool is(const SharedWords& other) const { return list_ == other.list_; }

 private:
  std::shared_ptr<const List> list_;
};

/// What is in either of two ascending lists, ascending; one of them where it holds the other.
SharedWords united(const SharedWords& a, const SharedWords& b);

}  // namespace pressarkiv
