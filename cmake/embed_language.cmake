# Turns the Swedish word lists into a header of raw string literals.
# Arrays, not string_views: a constant expression may not walk half a megabyte.
# Usage: cmake -DDATA_DIR=… -DOUTPUT=… -P embed_language.cmake
file(READ ${DATA_DIR}/irregular.sv.txt irregular)
file(READ ${DATA_DIR}/not_parts.sv.txt not_parts)
file(READ ${DATA_DIR}/nst-compound-parts.tsv nst_parts)
file(WRITE ${OUTPUT} "// Generated from common/language/data; do not edit.
#pragma once
namespace pressarkiv::language_data {
inline constexpr char kIrregular[] = R\"txt(${irregular})txt\";
inline constexpr char kNotParts[] = R\"txt(${not_parts})txt\";
inline constexpr char kNstParts[] = R\"txt(${nst_parts})txt\";
}  // namespace pressarkiv::language_data
")
