# SPDX-License-Identifier: MIT
# cmake -DROOT=... -DOUT=... -DNAMESPACE=... -DHEADER=... -DFILES=a;b -P embed_files.cmake: writes the files, named relative
# to ROOT, as the one C++ function `embedded` that HEADER declares in NAMESPACE. For styles and scripts NAME.sha256 is the
# hash as a Content-Security-Policy wants it, in base64.
set(alphabet "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")

# The 32 bytes of a SHA-256 in hexadecimal to their 43 signs and one that fills up.
function(to_base64 hex result)
  set(text "")
  foreach(at RANGE 0 60 6)
    string(SUBSTRING "${hex}00" ${at} 6 three_bytes)
    foreach(shift 18 12 6 0)
      math(EXPR sign "(0x${three_bytes} >> ${shift}) & 63")
      string(SUBSTRING "${alphabet}" ${sign} 1 sign)
      string(APPEND text "${sign}")
    endforeach()
  endforeach()
  string(SUBSTRING "${text}" 0 43 text)
  set(${result} "${text}=" PARENT_SCOPE)
endfunction()

set(code "// Generated at build time.\n#include \"${HEADER}\"\n\nnamespace ${NAMESPACE} {\n\nstd::string_view embedded(std::string_view name) {\n")
foreach(file IN LISTS FILES)
  file(READ ${ROOT}/${file} content)
  string(APPEND code "    if (name == \"${file}\") return R\"file(${content})file\";\n")
  if(file MATCHES "\\.(css|js)$")
    file(SHA256 ${ROOT}/${file} hash)
    to_base64("${hash}" hash)
    string(APPEND code "    if (name == \"${file}.sha256\") return \"${hash}\";\n")
  endif()
endforeach()
string(APPEND code "    return {};\n}\n\n} // namespace ${NAMESPACE}\n")
file(WRITE ${OUT} "${code}")
