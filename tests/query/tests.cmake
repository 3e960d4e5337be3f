pressarkiv_test(query_language_test
  SOURCES query/lexer_test.cpp query/parser_test.cpp query/print_test.cpp query/fields_test.cpp
          query/periods_test.cpp
  LIBRARIES pressarkiv_language)
pressarkiv_test(speakers_test
  SOURCES query/speakers/offices_test.cpp
  LIBRARIES pressarkiv_speakers)
