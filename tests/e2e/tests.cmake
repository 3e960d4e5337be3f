# The real programs on real files.
pressarkiv_test(e2e_test
  SOURCES e2e/archive_test.cpp e2e/bad_input_test.cpp e2e/interrupt_test.cpp e2e/kill_test.cpp e2e/quotes_test.cpp
          e2e/search_test.cpp
  LIBRARIES nlohmann_json::nlohmann_json SQLite::SQLite3 Threads::Threads)
target_include_directories(e2e_test PRIVATE ${PROJECT_SOURCE_DIR})
add_dependencies(e2e_test pressarkiv-index pressarkiv-query)
