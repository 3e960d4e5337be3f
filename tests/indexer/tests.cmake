pressarkiv_test(text_reader_test
  SOURCES indexer/text_fuzz_test.cpp indexer/text_gold_test.cpp indexer/text_layouts_test.cpp indexer/text_pieces_test.cpp indexer/text_reader_test.cpp
          indexer/text_words_test.cpp
  LIBRARIES pressarkiv_reading nlohmann_json::nlohmann_json)
pressarkiv_test(reader_test
  SOURCES indexer/encoding_test.cpp indexer/format_sniffer_test.cpp indexer/formats_document_test.cpp
          indexer/json_parser_test.cpp indexer/json_reader_test.cpp indexer/markdown_reader_test.cpp
          indexer/reader_fuzz_test.cpp indexer/source_walker_test.cpp
  LIBRARIES pressarkiv_reading nlohmann_json::nlohmann_json)
pressarkiv_test(reread_test SOURCES indexer/reread_test.cpp LIBRARIES pressarkiv_indexing)
pressarkiv_test(reading_test SOURCES indexer/reading_test.cpp LIBRARIES pressarkiv_indexing)
pressarkiv_test(columns_test SOURCES indexer/columns_test.cpp LIBRARIES pressarkiv_indexing)
pressarkiv_test(shard_test
  SOURCES indexer/build_batches_test.cpp indexer/glass_shard_test.cpp indexer/shard_merger_test.cpp
  LIBRARIES pressarkiv_indexing)
pressarkiv_test(extract_test
  SOURCES indexer/extract/figures_test.cpp indexer/extract/hostile_test.cpp
          indexer/extract/people_test.cpp
          indexer/extract/quotes_test.cpp
          indexer/extract/small_letters_test.cpp
          indexer/extract/word_map_test.cpp
  LIBRARIES pressarkiv_extract pressarkiv_reading nlohmann_json::nlohmann_json)
pressarkiv_test(near_duplicates_test SOURCES indexer/content_update_test.cpp indexer/near_duplicates_test.cpp LIBRARIES pressarkiv_indexing)
pressarkiv_test(documents_test
  SOURCES indexer/facet_values_test.cpp indexer/release_words_test.cpp
  LIBRARIES pressarkiv_indexing)
