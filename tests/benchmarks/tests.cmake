# What benchmarks/ decides and computes, without measuring anything.
pressarkiv_test(benchmarks_test
  SOURCES benchmarks/counts_test.cpp benchmarks/recombine_test.cpp benchmarks/scripts_test.cpp benchmarks/tables_test.cpp
          ${PROJECT_SOURCE_DIR}/benchmarks/micro/recombine.cpp
  LIBRARIES pressarkiv_common nlohmann_json::nlohmann_json Threads::Threads)
target_include_directories(benchmarks_test PRIVATE ${PROJECT_SOURCE_DIR})
