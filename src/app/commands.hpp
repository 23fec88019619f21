// SPDX-License-Identifier: MIT
// The commands and what the command line says to each. A command writes to standard output and returns the exit status:
// 0 nothing at or above the threshold, 1 something is. What keeps it from its work is thrown as a Failure: exit
// status 2.
#pragma once
#include <optional>
#include <string>
#include <vector>

namespace agenda::app {

/// Which rules run, and how.
struct RuleOptions {
    std::vector<std::string> profiles, parameters, severities, only, skip, directories;
    std::string config; ///< a file in place of the agenda-lint.toml that is found
    bool no_config = false;
    std::string fail_on; ///< empty: as agenda-lint.toml or the profiles say
};

struct CheckOptions {
    std::vector<std::string> agendas;
    std::vector<std::string> formats; ///< FORMAT or FORMAT=FILE
    RuleOptions rules;
    std::string color = "auto";
    std::string as_of; ///< empty: today
    bool show_accepted = false;
    std::string stdin_filename = "-";
};
int check(const CheckOptions& options);

struct NormalizeOptions {
    std::vector<std::string> agendas;
    std::string format = "table";
    std::vector<std::string> directories;
    std::string stdin_filename = "-";
};
/// 1 only where a file is not TOML.
int normalize(const NormalizeOptions& options);

/// Reads the command line and runs what it says.
int run(int count, char** arguments);

} // namespace agenda::app
