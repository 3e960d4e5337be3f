# Turns the name tables of the extractor into a header of raw string literals.
# Usage: cmake -DDATA_DIR=… -DOUTPUT=… -P embed_names.cmake
set(tables kGivenNames:fornamn kSurnames:efternamn kLocalities:postorter kProvinces:landskap
    kCountries:countries-alias kNameWeights:name_weights)
set(text "// Generated from indexer/extract/data; do not edit.
#pragma once
#include <string_view>
namespace pressarkiv::extract::name_data {
")
foreach(table ${tables})
  string(REPLACE ":" ";" parts ${table})
  list(GET parts 0 name)
  list(GET parts 1 file)
  file(READ ${DATA_DIR}/${file}.tsv content)
  # With its length: counting half a megabyte in a constant expression is beyond the compiler.
  string(APPEND text "inline constexpr char ${name}Text[] = R\"tsv(${content})tsv\";\n"
    "inline constexpr std::string_view ${name}{${name}Text, sizeof(${name}Text) - 1};\n")
endforeach()
string(APPEND text "}  // namespace pressarkiv::extract::name_data\n")
file(WRITE ${OUTPUT} "${text}")
