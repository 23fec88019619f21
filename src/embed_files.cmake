# SPDX-License-Identifier: MIT
# cmake -DROOT=... -DOUT=... -DFILES=a;b -P embed_files.cmake: writes the files, named relative to ROOT, as one C++ function.
set(code "// Generated at build time.\n#include \"app/embedded.hpp\"\n\nnamespace agenda::app {\n\nstd::string_view embedded(std::string_view name) {\n")
foreach(file IN LISTS FILES)
  file(READ ${ROOT}/${file} content)
  string(APPEND code "    if (name == \"${file}\") return R\"file(${content})file\";\n")
endforeach()
string(APPEND code "    return {};\n}\n\n} // namespace agenda::app\n")
file(WRITE ${OUT} "${code}")
