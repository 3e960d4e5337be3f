pressarkiv_test(text_reader_test
  SOURCES indexer/text_fuzz_test.cpp indexer/text_gold_test.cpp indexer/text_pieces_test.cpp indexer/text_reader_test.cpp
  LIBRARIES pressarkiv_reading nlohmann_json::nlohmann_json)
