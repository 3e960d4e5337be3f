pressarkiv_test(date_test SOURCES common/date_test.cpp LIBRARIES pressarkiv_common)
pressarkiv_test(record_test
  SOURCES common/compression_test.cpp common/digest_test.cpp common/record/archive_lock_test.cpp
          common/record/reading_store_test.cpp
          common/record/record_damage_test.cpp common/record/record_safety_test.cpp
          common/record/record_store_test.cpp
  LIBRARIES pressarkiv_common SQLite::SQLite3 Threads::Threads)
pressarkiv_test(language_test
  SOURCES common/language/hunspell_dictionary_test.cpp common/language/language_figures_test.cpp
          common/language/language_model_test.cpp common/language/swedish_stem_test.cpp
          common/language/word_automaton_test.cpp
  LIBRARIES pressarkiv_common pressarkiv_stemmer Threads::Threads)
pressarkiv_test(content_test SOURCES common/schema_content_test.cpp LIBRARIES pressarkiv_common)
pressarkiv_test(vocabulary_test
  SOURCES common/vocabulary/abbreviations_test.cpp common/vocabulary/spelling_test.cpp
          common/vocabulary/vocabulary_test.cpp
  LIBRARIES pressarkiv_common)
pressarkiv_test(text_test
  SOURCES common/text/analyzer_test.cpp common/text/endings_test.cpp common/text/form_table_test.cpp
          common/text/normalizer_test.cpp
          common/text/sentences_test.cpp common/text/tokenizer_test.cpp
  LIBRARIES pressarkiv_common)
pressarkiv_test(schema_test
  SOURCES common/schema/stored_facts_test.cpp common/schema/stored_release_test.cpp common/schema/token_stream_test.cpp
  LIBRARIES pressarkiv_common)
