pressarkiv_test(query_language_test
  SOURCES query/lexer_test.cpp query/parser_test.cpp query/print_test.cpp query/fields_test.cpp
          query/periods_test.cpp
  LIBRARIES pressarkiv_language)
pressarkiv_test(themes_test
  SOURCES query/noun_phrase_test.cpp query/sample_judge_test.cpp query/statistics_test.cpp query/themes_property_test.cpp query/trend_period_test.cpp
  LIBRARIES pressarkiv_themes Threads::Threads)
target_include_directories(themes_test PRIVATE ${PROJECT_SOURCE_DIR})
add_dependencies(themes_test pressarkiv-index)
pressarkiv_test(expansion_test
  SOURCES query/expansion/query_expander_test.cpp query/expansion/word_family_test.cpp
  LIBRARIES pressarkiv_searching)
pressarkiv_test(query_search_test
  SOURCES query/search/date_query_test.cpp query/search/facet_counter_test.cpp query/search/highlighter_test.cpp
          query/search/forms_source_test.cpp query/search/near_windows_test.cpp query/search/phrase_checker_test.cpp query/search/press_service_test.cpp
          query/search/ranker_test.cpp query/search/searcher_test.cpp
          query/search/snippet_maker_test.cpp query/search/token_pattern_test.cpp
  LIBRARIES pressarkiv_searching Threads::Threads)
target_include_directories(query_search_test PRIVATE ${PROJECT_SOURCE_DIR})
add_dependencies(query_search_test pressarkiv-index)
pressarkiv_test(query_render_test SOURCES query/render/renderers_test.cpp
  LIBRARIES pressarkiv_rendering nlohmann_json::nlohmann_json)
pressarkiv_test(speakers_test
  SOURCES query/speakers/offices_test.cpp
  LIBRARIES pressarkiv_speakers)
