# SPDX-License-Identifier: MIT
# cmake -DROOT=... -DOUT=... -DNAMESPACE=... -DHEADER=... -DFILES=a;b -P embed_files.cmake: writes the files, named relative
# to ROOT, as the one C++ function `embedded` that HEADER declares in NAMESPACE.
set(code "// Generated at build time.\n#include \"${HEADER}\"\n\nnamespace ${NAMESPACE} {\n\nstd::string_view embedded(std::string_view name) {\n")
foreach(file IN LISTS FILES)
  file(READ ${ROOT}/${file} content)
  string(APPEND code "    if (name == \"${file}\") return R\"file(${content})file\";\n")
endforeach()
string(APPEND code "    return {};\n}\n\n} // namespace ${NAMESPACE}\n")
file(WRITE ${OUT} "${code}")
