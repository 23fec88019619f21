// SPDX-License-Identifier: MIT
// Runs a script of tests/support with the system's Python, over a text: a reader of a format that is not ours.
#pragma once
#include "support/temporary_directory.hpp"
#include <array>
#include <boost/test/unit_test.hpp>
#include <cstdio>
#include <string>

namespace support {

/// What `script` says of a file with this text and further arguments, the file's path left out; it has to succeed.
inline std::string run_script(const std::string& script, const std::string& text, const std::string& arguments = {}) {
    const TemporaryDirectory directory;
    const auto file = directory.write("text", text).string();
    const auto command = std::string{AGENDA_PYTHON} + " '" + AGENDA_SOURCE_DIR + "/tests/support/" + script + "' '" + file + "' " + arguments + " 2>&1";
    auto* pipe = popen(command.c_str(), "r");
    BOOST_TEST_REQUIRE(pipe != nullptr);
    std::string said;
    std::array<char, 4096> buffer{};
    while (const auto size = std::fread(buffer.data(), 1, buffer.size(), pipe)) said.append(buffer.data(), size);
    BOOST_TEST(pclose(pipe) == 0, said);
    for (auto at = said.find(file); at != std::string::npos; at = said.find(file)) said.erase(at, file.size());
    return said;
}

} // namespace support
