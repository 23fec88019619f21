// SPDX-License-Identifier: MIT
// YAML files of the source tree, as JSON.
#pragma once
#include "repository.hpp"
#include <map>
#include <nlohmann/json.hpp>

namespace support {

inline std::string in_tree(const std::string& path) { return AGENDA_SOURCE_DIR "/" + path; }

/// The documents of a YAML file, or of the yaml blocks of a Markdown file. Read once.
inline const nlohmann::json& documents_of(const std::string& path) {
    static std::map<std::string, nlohmann::json> read;
    if (const auto found = read.find(path); found != read.end()) return found->second;
    How how;
    how.program = AGENDA_PYTHON;
    const auto ran = run_tool({in_tree("tests/support/yaml_json.py"), in_tree(path)}, how);
    BOOST_TEST_REQUIRE(ran.status == 0, ran.err);
    return read[path] = nlohmann::json::parse(ran.out);
}

/// With each part that is `name` between two marks replaced by what it stands for; fails the test for one that stands for nothing.
inline std::string filled(std::string text, const std::string& from, const std::string& to, const std::map<std::string, std::string>& values) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from)) {
        const auto end = text.find(to, at);
        const auto name = text.substr(at + from.size(), end - at - from.size());
        BOOST_TEST_REQUIRE(values.count(name) == 1U, name << " stands for nothing");
        text.replace(at, end + to.size() - at, values.at(name));
    }
    return text;
}

} // namespace support
