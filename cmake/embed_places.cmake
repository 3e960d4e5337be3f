# Turns the place tables into a header of raw string literals.
# Usage: cmake -DDATA_DIR=… -DOUTPUT=… -P embed_places.cmake
file(READ ${DATA_DIR}/lan.tsv counties)
file(READ ${DATA_DIR}/kommuner.tsv municipalities)
file(READ ${DATA_DIR}/areas.tsv areas)
file(READ ${DATA_DIR}/postorter.tsv localities)
file(WRITE ${OUTPUT} "// Generated from common/places/data; do not edit.
#pragma once
#include <string_view>
namespace pressarkiv::places_data {
inline constexpr std::string_view kCounties = R\"tsv(${counties})tsv\";
inline constexpr std::string_view kMunicipalities = R\"tsv(${municipalities})tsv\";
inline constexpr std::string_view kAreas = R\"tsv(${areas})tsv\";
inline constexpr std::string_view kLocalities = R\"tsv(${localities})tsv\";
}  // namespace pressarkiv::places_data
")
