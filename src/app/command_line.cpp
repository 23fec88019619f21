// SPDX-License-Identifier: MIT
// The command line. The only file that sees CLI11.
#include "app/commands.hpp"
#include "app/files.hpp"
#include "app/rules.hpp"
#include "report/report.hpp"
#include "source/unicode.hpp"
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <CLI/Validators.hpp>
#include <csignal>
#include <iostream>

namespace agenda::app {
namespace {

constexpr std::string_view exit_statuses =
    "Exit status: 0 nothing at or above the threshold, 1 something is, 2 the tool could not do its job.";

std::string format_names() {
    std::string result;
    for (const auto& format : report::formats()) result += (result.empty() ? "" : ", ") + std::string{format.name};
    return result;
}

/// Each value is one argument: what follows it is an agenda again.
void one_each(CLI::Option* option) { option->take_all()->type_size(1)->expected(1)->allow_extra_args(false); }

void add_rule_options(CLI::App& command, RuleOptions& options) {
    one_each(command
                 .add_option("--profile", options.profiles,
                             "A profile, in place of the agenda's pacing or on top of it (repeatable)")
                 ->type_name("NAME"));
    one_each(
        command.add_option("--rule", options.parameters, "A rule's parameter (repeatable): sitting-too-long.max=90m")
            ->type_name("ID.PARAMETER=VALUE"));
    one_each(
        command
            .add_option("--severity", options.severities, "A rule's severity (repeatable): error, warning, info or off")
            ->type_name("ID=LEVEL"));
    one_each(command.add_option("--only", options.only, "Run this rule, and those that are always on (repeatable)")
                 ->type_name("ID"));
    one_each(command.add_option("--skip", options.skip, "Leave this rule out (repeatable)")->type_name("ID"));
    one_each(command
                 .add_option("--rules", options.directories,
                             "Rule files of your own; a rule of a known name takes its place (repeatable)")
                 ->type_name("DIR"));
    auto* config = command.add_option("--config", options.config,
                                      "A configuration in place of the agenda-lint.toml that is found");
    config->type_name("FILE");
    command.add_flag("--no-config", options.no_config, "Look for no agenda-lint.toml")->excludes(config);
}

void add_check(CLI::App& app, CheckOptions& options) {
    auto* check = app.add_subcommand("check", "Check agendas and report findings");
    check->footer(std::string{exit_statuses});
    check
        ->add_option(
            "agenda", options.agendas,
            "Files, directories (the *.toml in them) or - for standard input; none: agenda.toml, else data/agenda.toml")
        ->type_name("FILE|DIR|-");
    one_each(check
                 ->add_option("-f,--format", options.formats,
                              "How to report: " + format_names() + "; with =FILE into a file (repeatable)")
                 ->type_name("FORMAT[=FILE]"));
    add_rule_options(*check, options.rules);
    check
        ->add_option("--fail-on", options.rules.fail_on,
                     "Exit with 1 from this severity on: error, warning, info or never")
        ->check(CLI::IsMember({"error", "warning", "info", "never"}))
        ->type_name("LEVEL");
    check->add_option("--as-of", options.as_of, "The day of the run, for `until` of accepted findings; else today")
        ->type_name("DATE");
    check->add_flag("--show-accepted", options.show_accepted, "Tell accepted findings too, with their reasons");
    check->add_option("--color", options.color, "Colour on a terminal: auto, always or never")
        ->check(CLI::IsMember({"auto", "always", "never"}))
        ->type_name("WHEN");
    check->add_option("--stdin-filename", options.stdin_filename, "What standard input is called in reports")
        ->type_name("NAME");
}

void add_normalize(CLI::App& app, NormalizeOptions& options) {
    auto* normalize = app.add_subcommand(
        "normalize", "Show the slots as the rules see them: local and UTC time, minutes, place, people");
    normalize->add_option("agenda", options.agendas, "As for check")->type_name("FILE|DIR|-");
    normalize->add_option("-f,--format", options.format, "table or json")
        ->check(CLI::IsMember({"table", "json"}))
        ->type_name("FORMAT");
    one_each(
        normalize
            ->add_option("--rules", options.directories, "Rule files of your own, for their kinds of slot (repeatable)")
            ->type_name("DIR"));
    normalize->add_option("--stdin-filename", options.stdin_filename, "What standard input is called in messages")
        ->type_name("NAME");
}

int fail(std::string_view what) {
    std::string line;
    while (!what.empty()) {
        const auto end = std::min(what.find('\n'), what.size());
        std::cerr << "agenda-lint: " << source::visible(what.substr(0, end)) << '\n';
        what.remove_prefix(std::min(end + 1, what.size()));
    }
    return 2;
}

} // namespace

int run(int count, char** arguments) {
    std::signal(SIGPIPE, SIG_IGN); // a reader that goes away is a failed write, and said so
    CLI::App app{"Validates event agendas: overlaps, gaps, breaks, double-booked speakers, missing moderators",
                 "agenda-lint"};
    app.footer("agenda-lint COMMAND --help tells more.");
    app.require_subcommand(1);
    app.set_version_flag("--version", std::string{"agenda-lint "} + AGENDA_LINT_VERSION, "Print the version");
    CheckOptions check_options;
    NormalizeOptions normalize_options;
    add_check(app, check_options);
    add_normalize(app, normalize_options);
    // CLI11 would only say that a command is missing.
    if (const std::string_view first = count > 1 ? arguments[1] : "";
        !first.empty() && first.front() != '-' && first != "check" && first != "normalize")
        return fail("there is no command `" + std::string{first} + "`" + did_you_mean(first, {"check", "normalize"}) +
                    " (see agenda-lint --help)");
    try {
        app.parse(count, arguments);
    } catch (const CLI::Success& success) {
        const auto status = app.exit(success);
        return std::cout.flush() ? status : fail("standard output cannot be written to");
    } catch (const CLI::ParseError& error) {
        return fail(std::string{error.what()} + " (see agenda-lint --help)");
    }
    try {
        return app.got_subcommand("check") ? check(check_options) : normalize(normalize_options);
    } catch (const Failure& failure) {
        return fail(failure.what);
    } catch (const std::bad_alloc&) {
        return fail("there is not enough memory");
    } catch (const std::exception& error) {
        return fail(error.what());
    }
}

} // namespace agenda::app
