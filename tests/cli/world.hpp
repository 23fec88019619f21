// SPDX-License-Identifier: MIT
// For tests of how the tool bears a world that fails it: a folder with agendas, a shell there, and one with disks of its own.
#pragma once
#include "folder.hpp"
#include <cstdlib>
#include <optional>
#include <set>

namespace support {

/// agenda.toml has an error, earlier.toml has none.
struct World : Folder {
    World() {
        directory.write("agenda.toml", day_header() + slot("a", "10:00-11:00") + slot("b", "10:30-11:30"));
        directory.write("earlier.toml", day_header() + slot("a", "10:00-11:00"));
    }

    /// What a shell makes of it there; `$tool` is the tool.
    Ran shell(const std::string& command) const { return run_program("/bin/bash", {"-c", command}); }
    /// The same as root of namespaces of its own, where it may mount what nobody else sees; nothing, with a message, where the system does
    /// not let it.
    std::optional<Ran> with_mounts(const std::string& command) const {
        const Words in_namespaces{"unshare", "--user", "--map-root-user", "--mount", "/bin/bash", "-ec"};
        const auto ran = [&](const std::string& what) {
            auto words = in_namespaces;
            words.push_back(what);
            return run_program("/usr/bin/env", words);
        };
        if (ran("mount -t tmpfs none .").status == 0) return ran(command);
        BOOST_TEST_MESSAGE("skipped: this system lets its users mount nothing");
        return std::nullopt;
    }
    /// Whether no other file is there than those that are named.
    void holds_only(std::set<std::string> names) const {
        names.insert({"agenda.toml", "earlier.toml"});
        for (const auto& entry : std::filesystem::directory_iterator{directory.path()}) {
            const auto name = entry.path().filename().string();
            BOOST_TEST(names.contains(name), name << " is left behind");
        }
    }

private:
    Ran run_program(const std::string& program, const Words& arguments) const {
        auto how = here();
        how.program = program;
        how.environment = {{"LC_ALL", "C.UTF-8"}, {"PATH", std::getenv("PATH")}, {"tool", AGENDA_LINT_BINARY}};
        return run_tool(arguments, how);
    }
};

} // namespace support
