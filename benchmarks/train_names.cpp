// SPDX-License-Identifier: GPL-2.0-or-later
// Learns the weights of indexer/extract/name_model.h from sentences with marked names, and tells
// how well the extractor then finds the people of sentences that were held out. usage: train_names
// SENTENCES.tsv FROM TO > indexer/extract/data/name_weights.tsv SENTENCES.tsv: token TAB IOB2 tag,
// a blank line between sentences. Those from FROM to TO percent are held out, all others learnt
// from. The same input gives the same weights.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <limits>
#include <map>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "indexer/extract/name_model.h"
#include "indexer/extract/person_finder.h"

namespace {

using namespace pressarkiv;
using namespace pressarkiv::extract;

constexpr int kRounds = 20;
constexpr float kLeastWeight = 0.02F;
constexpr std::uint32_t kSeed = 20261125;
/// How much better the right reading must be; nobody must be missed for a name that is none.
constexpr float kMargin = 8.0F;

struct Sentence {
  std::string text;
  std::vector<ByteRange> people;
};

/// One run of capitals: the features of each reading, and which reading is right (-1: none).
struct Example {
  std::vector<std::vector<std::uint32_t>> readings;
  int right = -1;
};

std::vector<Sentence> read_sentences(const char* path) {
  std::vector<Sentence> sentences(1);
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    Sentence& sentence = sentences.back();
    const std::size_t tab = line.rfind('\t');
    if (tab == std::string::npos) {
      if (!sentence.text.empty()) sentences.emplace_back();
      continue;
    }
    if (!sentence.text.empty()) sentence.text.push_back(' ');
    const std::size_t begin = sentence.text.size();
    sentence.text += line.substr(0, tab);
    const std::string tag = line.substr(tab + 1);
    if (tag == "B-PER") sentence.people.push_back({begin, sentence.text.size()});
    if (tag == "I-PER" && !sentence.people.empty())
      sentence.people.back().end = sentence.text.size();
  }
  if (sentences.back().text.empty()) sentences.pop_back();
  return sentences;
}

Release release_of(const Sentence& sentence) {
  Release release;
  release.body = sentence.text;
  release.blocks.push_back({BlockKind::kParagraph, {0, release.body.size()}});
  return release;
}

class Trainer {
 public:
  explicit Trainer(const WordClasses& words) : words_(words) {}

  void add(const Sentence& sentence) {
    const Release release = release_of(sentence);
    const Document doc(release, words_);
    const NameReader names(doc);
    NameFeatures features(doc);
    for (std::uint32_t i = 0; i < doc.size(); ++i) {
      if (!names.can_be_name(i)) continue;
      const NameRun whole = names.scan(i, doc.paragraph_of(i).end);
      add_run(doc, names, features, whole, sentence.people);
      i = whole.end - 1;
    }
  }

  void learn() {
    weights_.assign(names_.size(), 0);
    std::vector<double> sums(names_.size(), 0);
    std::mt19937 random(kSeed);
    double step = 1;
    for (int round = 0; round < kRounds; ++round) {
      // Fisher and Yates, spelt out: std::shuffle may differ between libraries.
      for (std::size_t i = examples_.size(); i > 1; --i)
        std::swap(examples_[i - 1], examples_[random() % i]);
      for (const Example& example : examples_) {
        update(example, step, sums);
        ++step;
      }
    }
    for (std::size_t i = 0; i < weights_.size(); ++i)
      weights_[i] -= static_cast<float>(sums[i] / step);
  }

  std::string table() const {
    std::string rows;
    for (const auto& [name, index] : index_) {
      if (std::fabs(weights_[index]) < kLeastWeight) continue;
      std::array<char, 16> weight{};
      std::snprintf(weight.data(), weight.size(), "%.2f", static_cast<double>(weights_[index]));
      rows.append(name).append("\t").append(weight.data()).append("\n");
    }
    return rows;
  }

  std::size_t examples() const { return examples_.size(); }

 private:
  void add_run(const Document& doc, const NameReader& names, NameFeatures& features,
               const NameRun& whole, const std::vector<ByteRange>& people) {
    const ByteRange run{doc.at(whole.begin).begin, doc.at(whole.end - 1).end};
    std::size_t touching = 0;
    const ByteRange* wanted = nullptr;
    for (const ByteRange& person : people) {
      if (person.begin >= run.end || person.end <= run.begin) continue;
      ++touching;
      wanted = &person;
    }
    Example example;
    for (const NameRun& reading : readings_of(names, whole)) {
      std::vector<std::uint32_t> found;
      features.each(reading, whole,
                    [&](std::string_view feature) { found.push_back(index(feature)); });
      if (wanted != nullptr && doc.at(reading.begin).begin == wanted->begin &&
          doc.at(reading.end - 1).end == wanted->end)
        example.right = static_cast<int>(example.readings.size());
      example.readings.push_back(std::move(found));
    }
    // Two people in one run, or a name that no reading has: nothing to be learnt.
    if (touching > 1 || (touching == 1 && example.right < 0)) return;
    examples_.push_back(std::move(example));
  }

  std::uint32_t index(std::string_view feature) {
    const auto [found, added] =
        index_.try_emplace(std::string(feature), static_cast<std::uint32_t>(names_.size()));
    if (added) names_.push_back(found->first);
    return found->second;
  }

  float score(const std::vector<std::uint32_t>& features) const {
    float sum = 0;
    for (const std::uint32_t feature : features) sum += weights_[feature];
    return sum;
  }

  void update(const Example& example, double step, std::vector<double>& sums) {
    // The best of what is wrong: another reading, or none (-1, worth 0) where one is right.
    int best = -1;
    float most = example.right < 0 ? std::numeric_limits<float>::lowest() : 0.0F;
    for (int i = 0; i < static_cast<int>(example.readings.size()); ++i) {
      const float sum = score(example.readings[static_cast<std::size_t>(i)]);
      if (i == example.right || sum <= most) continue;
      most = sum;
      best = i;
    }
    const float right =
        example.right < 0 ? 0 : score(example.readings[static_cast<std::size_t>(example.right)]);
    if (right >= most + kMargin) return;
    if (example.right >= 0) change(example, example.right, 1, step, sums);
    if (best >= 0) change(example, best, -1, step, sums);
  }

  void change(const Example& example, int reading, float by, double step,
              std::vector<double>& sums) {
    for (const std::uint32_t feature : example.readings[static_cast<std::size_t>(reading)]) {
      weights_[feature] += by;
      sums[feature] += by * step;
    }
  }

  const WordClasses& words_;
  std::map<std::string, std::uint32_t, std::less<>> index_;
  std::vector<std::string> names_;
  std::vector<Example> examples_;
  std::vector<float> weights_;
};

/// Names found and right, whole names counted; the -s of a genitive belongs to the gold's names.
struct Tally {
  std::size_t wanted = 0;
  std::size_t found = 0;
  std::size_t right = 0;

  void add(const Sentence& sentence, const WordClasses& words, const NameModel& model) {
    const Release release = release_of(sentence);
    const Document doc(release, words);
    const PersonTable table = find_people(doc, model);
    std::set<std::pair<std::size_t, std::size_t>> names;
    const auto note = [&](const NameMention& mention) {
      names.emplace(doc.at(mention.begin).begin, doc.at(mention.end - 1).end);
    };
    for (const NameMention& mention : table.mentions) note(mention);
    for (const SingleName& name : table.bare_names) {
      for (const NameMention& mention : name.mentions) note(mention);
    }
    wanted += sentence.people.size();
    found += names.size();
    for (const ByteRange& person : sentence.people)
      right += names.count({person.begin, person.end});
  }

  void print() const {
    const auto share = [](std::size_t part, std::size_t whole) {
      return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
    };
    std::fprintf(stderr, "held out: %zu names, %zu found, %zu right: P %.3f R %.3f F1 %.3f\n",
                 wanted, found, right, share(right, found), share(right, wanted),
                 share(2 * right, found + wanted));
  }
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: train_names SENTENCES.tsv FROM TO\n";
    return 2;
  }
  const std::vector<Sentence> sentences = read_sentences(argv[1]);
  const auto percent = [&](const char* text) {
    return sentences.size() * static_cast<std::size_t>(std::strtoul(text, nullptr, 10)) / 100;
  };
  const std::size_t from = percent(argv[2]);
  const std::size_t to = percent(argv[3]);
  const WordClasses words;
  Trainer trainer(words);
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    if (i < from || i >= to) trainer.add(sentences[i]);
  }
  trainer.learn();
  const std::string table = trainer.table();
  const NameModel model(table);
  Tally tally;
  for (std::size_t i = from; i < to; ++i) tally.add(sentences[i], words, model);
  tally.print();
  std::cout << table;
}
