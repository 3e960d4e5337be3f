# Turns one text file into a header with a raw string literal.
# Usage: cmake -DINPUT=… -DOUTPUT=… -DNAME=kName -DNAMESPACE=… -P embed_text.cmake
file(READ ${INPUT} text)
file(WRITE ${OUTPUT} "// Generated from ${INPUT}; do not edit.
#pragma once
#include <string_view>
namespace ${NAMESPACE} {
inline constexpr std::string_view ${NAME} = R\"text(${text})text\";
}  // namespace ${NAMESPACE}
")
