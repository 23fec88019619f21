// SPDX-License-Identifier: MIT
// The commands and what the command line says to each. A command writes to standard output and returns the exit status:
// 0 nothing at or above the threshold, 1 something is. What keeps it from its work is thrown as a Failure: exit
// status 2.
#pragma once
#include <cstddef>
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

/// How agendas are read.
struct InputOptions {
    std::string from;    ///< a format; empty: by the content
    std::string columns; ///< a file that says which columns of a spreadsheet are what; empty: by their names
    std::string stdin_filename = "-";
};

struct CheckOptions {
    std::vector<std::string> agendas;
    std::vector<std::string> formats; ///< FORMAT or FORMAT=FILE
    RuleOptions rules;
    std::string color = "auto";
    std::string baseline;               ///< a file; empty: as agenda-lint.toml says
    std::optional<std::string> against; ///< a file or a revision
    std::string as_of;                  ///< empty: today
    bool show_accepted = false;
    bool quiet = false;
    bool verbose = false;
    bool ascii = false;
    std::size_t jobs = 0; ///< threads that work at once; 0: one for each processor
    InputOptions input;
};
int check(const CheckOptions& options);

struct DiffOptions {
    std::string before;               ///< a file, "-" or a revision
    std::string after;                ///< the same; empty: the agenda of the working tree
    std::vector<std::string> formats; ///< FORMAT or FORMAT=FILE
    RuleOptions rules;
    std::string color = "auto";
    std::string as_of; ///< empty: today
    bool fail_on_change = false;
    bool ascii = false;
    InputOptions input;
};
int diff(const DiffOptions& options);

struct WriteBaselineOptions {
    std::string file;
    std::vector<std::string> agendas;
    RuleOptions rules;
    std::string as_of; ///< empty: today
    bool grow = false;
    InputOptions input;
};
/// 1 where the file would grow and may not; it is then left as it is, and what would be added is told.
int write_baseline(const WriteBaselineOptions& options);

struct ShowBaselineOptions {
    std::string file;
};
int show_baseline(const ShowBaselineOptions& options);

struct ImportOptions {
    std::string file;
    std::string output; ///< a file; empty: standard output
    InputOptions input;
};
/// 1 where a part of the file could not be read.
int import_schedule(const ImportOptions& options);

struct ExportOptions {
    std::string file;
    std::string to;     ///< a format
    std::string output; ///< a file; empty: standard output
    InputOptions input;
};
/// 0 also where the agenda has faults or things that the format cannot carry: they are told.
int export_agenda(const ExportOptions& options);

struct NormalizeOptions {
    std::vector<std::string> agendas;
    std::string format = "table";
    std::vector<std::string> directories;
    InputOptions input;
};
/// 1 only where a file could not be read as what it is.
int normalize(const NormalizeOptions& options);

struct ExplainOptions {
    std::string rule;
    std::string format = "text";
    RuleOptions rules;
};
int explain(const ExplainOptions& options);

struct RulesOptions {
    std::string agenda; ///< whose profiles and settings count too; empty: none
    std::string format = "table";
    RuleOptions rules;
};
int rules(const RulesOptions& options);

struct TestRulesOptions {
    std::vector<std::string> directories;
};
/// 1 where an example does not hold.
int test_rules(const TestRulesOptions& options);

struct ChecksOptions {
    std::vector<std::string> names; ///< none: all, and the conditions of selections
};
int list_checks(const ChecksOptions& options);

struct ConfigOptions {
    std::string agenda;
    std::string format = "text";
    InputOptions input;
    RuleOptions rules;
};
int config(const ConfigOptions& options);

struct SchemaOptions {
    std::string which;
    std::vector<std::string> directories;
};
int schema(const SchemaOptions& options);

struct InitOptions {
    std::string folder = ".";
};
int init(const InitOptions& options);

/// Reads the command line and runs what it says.
int run(int count, char** arguments);

} // namespace agenda::app
