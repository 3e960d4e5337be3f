// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/language/language_model.h"

#include <algorithm>
#include <atomic>
#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "common/language/model_builder.h"
#include "common/language/model_file.h"
#include "tests/support/temp_dir.h"

namespace pressarkiv {
namespace {

// A dictionary of a dozen words with the flags of the real one.
constexpr std::string_view kAff =
    "SET UTF-8\nCOMPOUNDBEGIN X\nCOMPOUNDMIDDLE U\nONLYINCOMPOUND Z\n"
    "SFX A Y 1\nSFX A 0 s .\n"
    "SFX B Y 2\nSFX B 0 et [^a]\nSFX B 0 ets [^a]\n"
    "SFX D Y 2\nSFX D 0 en [^a]\nSFX D 0 ens [^a]\n"
    "SFX E Y 1\nSFX E 0 n .\n"
    "SFX G Y 4\nSFX G 0 ar [^ae]\nSFX G 0 arna [^ae]\nSFX G a or a\nSFX G a orna a\n"
    "SFX v N 1\nSFX v 0 s/WXZ [^a]\n"
    "SFX b N 1\nSFX b 0 - .\n";
constexpr std::string_view kDic =
    "20\nbil/ADGXY\nväg/ADGXY\nvagn/ADGvY\nbro/XY\nhus/BDXY\nbok/ADXY\nböcker/AY\nlåda/AEGY\n"
    "skola/AEGY\nskol/XZ\nrutt/DGXY\nnät/BDXY\nlås/BDXY\nhälsa/AEY\nhälso/XZ\nmoln/BDXY\n"
    "buss/ADGXY\nsal/ADGY\nström/ADGXY\nel/b\nBäckberg/A\nsegel/XY\n";

std::vector<VocabularyWord> vocabulary() {
  std::vector<VocabularyWord> words;
  for (const std::string_view form :
       {"bilväg",   "bilbro",     "bilhus",   "bilnät",  "bilbok",   "bilskola", "bilsal",
        "vägnät",   "vägbro",     "väghus",   "vägbok",  "vägskola", "vägvagn",  "busslås",
        "bussnät",  "bussväg",    "busskola", "busshus", "nätbok",   "nätskola", "låsväg",
        "skolbok",  "skolhus",    "skolväg",  "skolnät", "skolsal",  "skolbil",  "hälsobok",
        "hälsohus", "hälsoskola", "hälsoväg", "molnnät", "molnhus",  "molnbok",  "elnät",
        "elväg",    "elhus",      "elbok",    "elbuss",  "strömnät"}) {
    words.push_back({form, 3, false});
  }
  words.push_back({"molnström", 4, true});
  words.push_back({"strömvagn", 4, true});
  words.push_back({"vägskolan", 9, true});
  words.push_back({"linander", 9, true});
  words.push_back({"linanders", 2, true});
  return words;
}

std::string small_model_bytes(const std::vector<VocabularyWord>& words) {
  SplitWeights weights;
  weights.known = 100;
  weights.unknown = 60;
  weights.malus = {40, 10, 0};
  const auto dictionary = HunspellDictionary::parse(kDic, kAff);
  return build_language_model(Lexicon::from_hunspell(*dictionary), words, weights);
}

const LanguageModel& small_model() {
  static const LanguageModel model =
      LanguageModel::from_bytes(small_model_bytes(vocabulary())).value();
  return model;
}

std::string split_of(const LanguageModel& model, const std::string& word) {
  const WordParts parts = model.split(word);
  std::string text;
  for (std::size_t index = 0; index < parts.count; ++index) {
    if (index > 0) text += '|';
    text += word.substr(parts.ranges[index].begin, parts.ranges[index].size());
  }
  return text;
}

std::string keys_of(const LanguageModel& model, std::string_view form) {
  WordKeys keys;
  model.keys(form, keys);
  std::string text;
  for (const std::string_view key : keys) text.append(text.empty() ? "" : " ").append(key);
  return text;
}

bool share_a_key(const LanguageModel& model, std::string_view a, std::string_view b) {
  WordKeys left;
  WordKeys right;
  model.keys(a, left);
  model.keys(b, right);
  return std::find_first_of(left.begin(), left.end(), right.begin(), right.end()) != left.end();
}

TEST_CASE("language model: compounds are cut at full depth, with any inflection") {
  const auto [word, parts] = GENERATE(table<std::string, std::string>({
      {"skolväg", "skol|väg"},
      {"skolvägarna", "skol|vägarna"},
      {"bilskolhus", "bil|skol|hus"},
      {"hälsoskolor", "hälso|skolor"},
      {"elbussväg", "el|buss|väg"},
      {"busskola", "buss|skola"},  // The s was written once less.
      {"väg", ""},
      {"vägar", ""},
      {"skolxyz", ""},
      {"", ""},
  }));
  CAPTURE(word);
  CHECK(split_of(small_model(), word) == parts);
}

TEST_CASE("language model: names stay whole, names of bodies do not") {
  CHECK(split_of(small_model(), "molnström").empty());
  CHECK(split_of(small_model(), "bäckberg").empty());
  CHECK(split_of(small_model(), "vägskolan") == "väg|skolan");
}

TEST_CASE("language model: forms of one word share a key") {
  const auto [a, b] = GENERATE(table<std::string, std::string>({
      {"bok", "böckerna"},
      {"skolbok", "skolböcker"},
      {"bilskolorna", "bilskola"},
      {"vägen", "vägarnas"},
      {"ta", "togs"},
      {"större", "stora"},
      {"eu", "eu:s"},
      {"linander", "linanders"},
      {"okändord", "okändordet"},
  }));
  CAPTURE(a, b, keys_of(small_model(), a), keys_of(small_model(), b));
  CHECK(share_a_key(small_model(), a, b) == (a != "okändord"));
}

TEST_CASE("language model: keys are lemmas first and the stem last") {
  CHECK(keys_of(small_model(), "skolböckerna") == "skolbok skolböck");
  CHECK(keys_of(small_model(), "bil") == "bil");
  CHECK(keys_of(small_model(), "okzzarna") == "okzz");
  CHECK(keys_of(small_model(), "").empty());
  WordKeys keys;
  small_model().keys(std::string(5000, 'a'), keys);
  CHECK(keys.size() == 1);
}

TEST_CASE("language model: the lemma of a part is the word it was made of") {
  WordKeys keys;
  small_model().lemmas("hälso", keys);
  REQUIRE(keys.size() == 1);
  CHECK(keys[0] == "hälsa");
  small_model().lemmas("vagns", keys);
  CHECK(keys[0] == "vagn");
  small_model().lemmas("böcker", keys);
  CHECK(keys[0] == "bok");
  small_model().lemmas("skol", keys);
  CHECK(keys[0] == "skola");
}

TEST_CASE("language model: knows words, not parts and names") {
  CHECK(small_model().knows("skolorna"));
  CHECK_FALSE(small_model().knows("hälso"));
  CHECK_FALSE(small_model().knows("bäckberg"));
  CHECK_FALSE(small_model().knows("zzz"));
}

TEST_CASE("language model: equal vocabularies in any order give equal bytes") {
  std::vector<VocabularyWord> words = vocabulary();
  const std::string bytes = small_model_bytes(words);
  std::shuffle(words.begin(), words.end(), std::mt19937(3));
  CHECK(small_model_bytes(words) == bytes);
  words.pop_back();
  CHECK(small_model_bytes(words) != bytes);
}

TEST_CASE("language model: a file is the same as bytes in memory") {
  const test::TempDir dir;
  const std::string path = dir.write("language.model", small_model_bytes(vocabulary()));
  const auto model = LanguageModel::open(path);
  REQUIRE(model.ok());
  CHECK(model->verify().ok());
  CHECK(model->fingerprint() == small_model().fingerprint());
  CHECK(split_of(*model, "bilskolhus") == "bil|skol|hus");
}

TEST_CASE("language model: files that are none are refused in words") {
  const test::TempDir dir;
  const std::string whole = small_model_bytes(vocabulary());
  std::string other_version = whole;
  other_version[8] = 99;
  std::string bad_header = whole;
  bad_header[40] ^= 1;
  const auto [bytes, code, says] = GENERATE_COPY(table<std::string, ErrorCode, std::string>({
      {"", ErrorCode::kCorrupt, "empty"},
      {whole.substr(0, 30), ErrorCode::kCorrupt, "cut off"},
      {whole.substr(0, whole.size() - 1), ErrorCode::kCorrupt, "cut off"},
      {whole + "x", ErrorCode::kCorrupt, "too long"},
      {std::string(4000, 'x'), ErrorCode::kCorrupt, "not a language model"},
      {other_version, ErrorCode::kIncompatible, "version 99"},
      {bad_header, ErrorCode::kCorrupt, "damaged header"},
  }));
  const std::string path = dir.write("language.model", bytes);
  const auto model = LanguageModel::open(path);
  REQUIRE_FALSE(model.ok());
  CHECK(model.error().code == code);
  CHECK(model.error().message.find(says) != std::string::npos);
  CHECK(model.error().message.find(path) == 0);
}

TEST_CASE("language model: no file") {
  const test::TempDir dir;
  CHECK(LanguageModel::open(dir.file("none")).error().code == ErrorCode::kNotFound);
}

TEST_CASE("language model: damage behind the header is found by verify and never crashes") {
  const std::string whole = small_model_bytes(vocabulary());
  std::mt19937 random(5);
  for (int round = 0; round < 400; ++round) {
    std::string bytes = whole;
    for (int hit = 0; hit < 8; ++hit) {
      const std::size_t at = sizeof(ModelHeader) + random() % (bytes.size() - sizeof(ModelHeader));
      bytes[at] = static_cast<char>(random());
    }
    if (bytes == whole) continue;
    const auto model = LanguageModel::from_bytes(bytes);
    REQUIRE(model.ok());
    CHECK_FALSE(model->verify().ok());
    for (const std::string word : {"bilskolhus", "skolböckerna", "hälsoskolor", "molnström", "x"}) {
      split_of(*model, word);
      keys_of(*model, word);
    }
  }
}

TEST_CASE("language model: any bytes are safe to ask for") {
  std::mt19937 random(9);
  for (int round = 0; round < 3000; ++round) {
    std::string word;
    for (std::size_t size = random() % 300; size > 0; --size) {
      word.push_back(round % 2 == 0 ? static_cast<char>(random())
                                    : "bilsko\xC3\xA4:"[random() % 9]);
    }
    const WordParts parts = small_model().split(word);
    for (std::size_t index = 0; index < parts.count; ++index) {
      CHECK(parts.ranges[index].begin < parts.ranges[index].end);
      CHECK(parts.ranges[index].end <= word.size());
    }
    keys_of(small_model(), word);
  }
}

TEST_CASE("language model: many threads may ask one model") {
  const std::string wanted = keys_of(small_model(), "bilskolorna");
  std::atomic<int> wrong = 0;
  std::vector<std::thread> threads;
  for (int index = 0; index < 4; ++index) {
    threads.emplace_back([&] {
      for (int round = 0; round < 500; ++round) {
        if (keys_of(small_model(), "bilskolorna") != wanted) ++wrong;
        if (split_of(small_model(), "skolvägarna") != "skol|vägarna") ++wrong;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(wrong == 0);
}

TEST_CASE("language model: without a dictionary the word list in the program serves") {
  bool used = true;
  const test::TempDir dir;
  const auto bytes = build_language_model({dir.file("a.dic"), dir.file("a.aff")},
                                          {{"järnvägstrafiken", 3, false},
                                           {"järnvägsnätet", 2, false},
                                           {"vägtrafik", 2, false},
                                           {"flygtrafik", 2, false},
                                           {"järnvägsbro", 1, false},
                                           {"tågtrafiken", 1, false}},
                                          &used);
  REQUIRE(bytes.ok());
  CHECK_FALSE(used);
  const auto model = LanguageModel::from_bytes(*bytes);
  REQUIRE(model.ok());
  CHECK(split_of(*model, "flygtrafiken") == "flyg|trafiken");
  CHECK(share_a_key(*model, "handbok", "handböcker"));
}

}  // namespace
}  // namespace pressarkiv
