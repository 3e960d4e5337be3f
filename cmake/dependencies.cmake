# Every library the project stands on, found once. Package names are Debian 12's.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(ICU 72 REQUIRED COMPONENTS uc i18n)                  # libicu-dev
find_package(Boost 1.74 REQUIRED COMPONENTS program_options)      # libboost-program-options-dev
find_package(nlohmann_json 3.11 REQUIRED)                         # nlohmann-json3-dev
find_package(simdjson 3.0 REQUIRED)                               # libsimdjson-dev
find_package(LibXml2 2.9.14 REQUIRED)                             # libxml2-dev
find_package(SQLite3 3.40 REQUIRED)                               # libsqlite3-dev
pkg_check_modules(XAPIAN REQUIRED IMPORTED_TARGET xapian-core>=1.4.22)  # libxapian-dev
pkg_check_modules(ZSTD REQUIRED IMPORTED_TARGET libzstd)          # libzstd-dev
pkg_check_modules(NETTLE REQUIRED IMPORTED_TARGET nettle)         # nettle-dev
# For the program that allocates most; the sanitizers bring their own allocator.
if(NOT CMAKE_CXX_FLAGS MATCHES "-fsanitize")
  pkg_check_modules(JEMALLOC REQUIRED IMPORTED_TARGET jemalloc)   # libjemalloc-dev
endif()

# libstemmer-dev ships neither a pkg-config nor a CMake file.
find_library(STEMMER_LIBRARY stemmer REQUIRED)
find_path(STEMMER_INCLUDE_DIR libstemmer.h REQUIRED)
add_library(pressarkiv_stemmer INTERFACE)
target_include_directories(pressarkiv_stemmer SYSTEM INTERFACE ${STEMMER_INCLUDE_DIR})
target_link_libraries(pressarkiv_stemmer INTERFACE ${STEMMER_LIBRARY})
