// SPDX-License-Identifier: MIT
// A folder of its own for a test of the tool: what is written there, run there and found there afterwards.
#pragma once
#include "hostile.hpp"
#include "support/temporary_directory.hpp"
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <iterator>

namespace support {

using Words = std::vector<std::string>;

inline bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

inline std::string bytes_of(const std::filesystem::path& path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

struct Folder {
    TemporaryDirectory directory;

    /// How the tool runs there.
    How here() const {
        How in_it;
        in_it.directory = directory.path();
        return in_it;
    }
    Ran run(const Words& arguments, const std::string& input = {}) const {
        auto with_input = here();
        with_input.input = input;
        return run_tool(arguments, with_input);
    }
    std::string file(const std::string& name) const { return bytes_of(directory.path() / name); }
};

/// One line that says this, and exit status 2.
inline void refused(const Ran& ran, std::string_view what) {
    BOOST_TEST(ran.status == 2);
    BOOST_TEST(ran.out == "");
    BOOST_TEST(contains(ran.err, what), ran.err);
    BOOST_TEST(std::count(ran.err.begin(), ran.err.end(), '\n') == 1, ran.err);
}

} // namespace support
