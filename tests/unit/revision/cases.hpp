// SPDX-License-Identifier: MIT
// Edits of one agenda (forum.toml), and what is told of them.
#pragma once
#include "unit/revision/comparing.hpp"
#include <boost/test/unit_test.hpp>

namespace agenda::test {

struct Replacement {
    std::string from, to;
};
struct Case {
    std::string name;
    std::vector<Replacement> edits;
    std::string told;
};

inline std::string forum() { return file("tests/unit/revision/forum.toml"); }

/// All occurrences.
inline std::string replaced(std::string text, const std::string& from, const std::string& to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

inline std::string with(const std::vector<Replacement>& edits) {
    auto text = forum();
    for (const auto& [from, to] : edits) text = edited(text, from, to);
    return text;
}

inline void check_cases(const std::vector<Case>& cases) {
    for (const auto& one : cases) BOOST_TEST_CONTEXT(one.name) {
            BOOST_TEST(told(Compared{forum(), with(one.edits)}.comparison) == one.told);
        }
}

} // namespace agenda::test
