# What benchmarks/ decides and computes, without measuring anything.
pressarkiv_test(benchmarks_test
  SOURCES benchmarks/counts_test.cpp benchmarks/scripts_test.cpp benchmarks/tables_test.cpp
  LIBRARIES Threads::Threads)
target_include_directories(benchmarks_test PRIVATE ${PROJECT_SOURCE_DIR})
