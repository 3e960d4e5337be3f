// SPDX-License-Identifier: GPL-2.0-or-later
// Writes N invented releases of realistic length and word distribution, the same ones each time.
// For scale tests without real material; the text means nothing.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace {

constexpr const char* kDictionary = "/usr/share/hunspell/sv_SE.dic";

// Function words come first in every Swedish frequency list; the rest is taken from the dictionary.
constexpr std::array<const char*, 40> kCommonest{
    "och", "i",     "att", "för",   "en",    "som",   "av",   "på",     "är",   "det",
    "med", "till",  "den", "har",   "ett",   "vi",    "om",   "de",     "ska",  "från",
    "kan", "inte",  "vid", "också", "nya",   "under", "mer",  "mellan", "där",  "sig",
    "så",  "genom", "ut",  "bland", "efter", "upp",   "alla", "då",     "samt", "enligt"};
constexpr std::array<const char*, 24> kPlaces{
    "Alingsås", "Borås",      "Kiruna", "Växjö",      "Lund",      "Malmö", "Uppsala", "Gävle",
    "Falun",    "Karlstad",   "Örebro", "Östersund",  "Umeå",      "Luleå", "Visby",   "Kalmar",
    "Skövde",   "Trelleborg", "Motala", "Norrköping", "Sundsvall", "Boden", "Vara",    "Nora"};
constexpr std::array<const char*, 12> kSubjects{"Företagande, allmänt",
                                                "Skola",
                                                "Vård och omsorg",
                                                "Energi",
                                                "Trafik",
                                                "Kultur",
                                                "Miljö",
                                                "Arbetsmarknad",
                                                "Bostäder",
                                                "Idrott",
                                                "Besöksnäring",
                                                "Ekonomi"};
constexpr std::array<const char*, 16> kFirstNames{"Anna", "Erik", "Maria", "Lars", "Karin", "Johan",
                                                  "Eva",  "Nils", "Sara",  "Per",  "Ulla",  "Olof",
                                                  "Lena", "Jan",  "Ida",   "Bo"};
constexpr std::array<const char*, 12> kLastNames{"Lindmo",    "Bergsten", "Åkerhielm", "Nyström",
                                                 "Granqvist", "Ekdal",    "Sundin",    "Öberg",
                                                 "Hallman",   "Dahlin",   "Wiklund",   "Frisk"};

/// The same numbers on every machine (the standard's distributions are not).
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {  // SplitMix64 (Steele, Lea, Flood 2014).
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15U);
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31U);
  }
  std::size_t below(std::size_t bound) { return static_cast<std::size_t>(next() % bound); }
  double unit() { return static_cast<double>(next() >> 11U) * 0x1p-53; }
  template <typename List>
  const auto& one_of(const List& list) {
    return list[below(list.size())];
  }

 private:
  std::uint64_t state_;
};

/// Words by rank: function words, then the dictionary's in an order fixed by a seed.
std::vector<std::string> read_words() {
  std::vector<std::string> words(kCommonest.begin(), kCommonest.end());
  std::ifstream in(kDictionary);
  std::string line;
  std::getline(in, line);  // The number of entries.
  std::vector<std::string> rest;
  while (std::getline(in, line)) {
    std::string word = line.substr(0, line.find_first_of("/\t \r"));
    const bool plain = word.size() >= 3 && word.find_first_of("-.'0123456789") == std::string::npos;
    if (plain) rest.push_back(std::move(word));
  }
  Random random(2026);
  for (std::size_t i = rest.size(); i > 1; --i) std::swap(rest[i - 1], rest[random.below(i)]);
  words.insert(words.end(), rest.begin(), rest.end());
  return words;
}

/// A rank with probability as Zipf and Mandelbrot have it: 1 / (rank + 2.7), by inversion.
std::size_t zipf_rank(Random& random, std::size_t words) {
  constexpr double kShift = 2.7;
  const double low = std::log(kShift);
  const double high = std::log(static_cast<double>(words) + kShift);
  const double rank = std::exp(low + random.unit() * (high - low)) - kShift;
  return std::min(words - 1, static_cast<std::size_t>(std::max(0.0, rank)));
}

/// `text`, which is not empty, with its first letter in upper case.
std::string capitalised(std::string text) {
  const bool swedish =
      text.rfind("å", 0) == 0 || text.rfind("ä", 0) == 0 || text.rfind("ö", 0) == 0;
  char& letter = text[swedish ? 1 : 0];  // The second byte of å ä ö differs from Å Ä Ö as a from A.
  if (swedish || (letter >= 'a' && letter <= 'z')) letter = static_cast<char>(letter - 0x20);
  return text;
}

class Writer {
 public:
  explicit Writer(std::vector<std::string> words) : words_(std::move(words)) {}

  nlohmann::ordered_json release(std::uint64_t number) {
    Random random(number * 7919 + 17);
    const std::string place = random.one_of(kPlaces);
    const auto year = 2006 + random.below(20);
    std::array<char, 16> date{};
    std::snprintf(date.data(), date.size(), "%04zu-%02zu-%02zu", year, 1 + random.below(12),
                  1 + random.below(28));
    // Lengths of real releases: median about 200 words, a long tail.
    const auto paragraphs = 2 + random.below(5) + (random.below(12) == 0 ? 12 : 0);
    std::string body;
    for (std::size_t i = 0; i < paragraphs; ++i) {
      body += (i > 0 ? "\n\n" : "") + (random.below(4) == 0 ? quote(random, place) : text(random));
    }
    nlohmann::ordered_json json;
    json["id"] = "generated/" + std::string(date.data(), 4) + "/" + std::to_string(number);
    json["kind"] = "Pressmeddelande";
    json["title"] = capitalised(words(random, 5 + random.below(6))) + " i " + place;
    json["published"] = date.data();
    json["publishers"] = {place + " kommun"};
    json["people"] = {person(random)};
    json["subjects"] = {random.one_of(kSubjects)};
    json["regions"] = {place};
    json["summary"] = sentence(random);
    json["body"] = std::move(body);
    return json;
  }

 private:
  std::string words(Random& random, std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
      text += (i > 0 ? " " : "") + words_[zipf_rank(random, words_.size())];
    }
    return text;
  }
  std::string sentence(Random& random) {
    return capitalised(words(random, 8 + random.below(16))) + ".";
  }
  std::string text(Random& random) {
    std::string paragraph;
    const auto sentences = 2 + random.below(3);
    for (std::size_t i = 0; i < sentences; ++i) paragraph += (i > 0 ? " " : "") + sentence(random);
    return paragraph;
  }
  static std::string person(Random& random) {
    return std::string(random.one_of(kFirstNames)) + " " + random.one_of(kLastNames);
  }
  std::string quote(Random& random, const std::string& place) {
    std::string said = text(random);
    said.back() = ',';
    return "– " + said + " säger " + person(random) + ", näringslivschef i " + place + ".";
  }

  std::vector<std::string> words_;
};

int write_files(Writer& writer, std::uint64_t count, const std::filesystem::path& folder) {
  for (std::uint64_t i = 0; i < count; ++i) {
    const nlohmann::ordered_json json = writer.release(i);
    const std::string date = json["published"];
    const auto path = folder / date.substr(0, 4) / (std::to_string(i) + ".txt");
    std::filesystem::create_directories(path.parent_path());
    std::ofstream out(path, std::ios::binary);
    out << "Pressmeddelande - " << date << "\n\n"
        << json["title"].get<std::string>() << "\n\n"
        << json["summary"].get<std::string>() << "\n\n"
        << json["body"].get<std::string>() << "\n\nÄmnen\n\n  • "
        << json["subjects"][0].get<std::string>() << "\n\nRegioner\n\n  • "
        << json["regions"][0].get<std::string>() << "\n";
    if (!out.flush()) {
      std::cerr << path.string() << ": cannot write\n";
      return 2;
    }
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const std::uint64_t count = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 0;
  if (count == 0 || argc > 3) {
    std::cerr << "usage: generate-corpus N > FILE.jsonl    N releases as JSON Lines\n"
                 "       generate-corpus N FOLDER          N plain-text files in FOLDER/YYYY/\n";
    return 2;
  }
  std::vector<std::string> words = read_words();
  if (words.size() < 10'000) {
    std::cerr << kDictionary << ": cannot be read; install the Debian package hunspell-sv\n";
    return 2;
  }
  Writer writer(std::move(words));
  if (argc == 3) return write_files(writer, count, argv[2]);
  for (std::uint64_t i = 0; i < count; ++i) std::cout << writer.release(i).dump() << '\n';
  if (!std::cout.flush()) {
    std::cerr << "standard output: cannot write\n";
    return 2;
  }
  return 0;
}
