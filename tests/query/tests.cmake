pressarkiv_test(query_language_test
  SOURCES query/lexer_test.cpp query/parser_test.cpp query/print_test.cpp query/fields_test.cpp
          query/periods_test.cpp
  LIBRARIES pressarkiv_language)
pressarkiv_test(themes_test
  SOURCES query/statistics_test.cpp query/themes_property_test.cpp query/trend_period_test.cpp
  LIBRARIES pressarkiv_themes Threads::Threads)
target_include_directories(themes_test PRIVATE ${PROJECT_SOURCE_DIR})
add_dependencies(themes_test pressarkiv-index)
pressarkiv_test(expansion_test
  SOURCES query/expansion/query_expander_test.cpp
  LIBRARIES pressarkiv_searching)
