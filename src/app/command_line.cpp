// SPDX-License-Identifier: MIT
// The command line. The only file that sees CLI11.
#include "app/commands.hpp"
#include "app/files.hpp"
#include "app/process.hpp"
#include "app/rules.hpp"
#include "export/export.hpp"
#include "load/formats/formats.hpp"
#include "report/diff.hpp"
#include "source/unicode.hpp"
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <CLI/Validators.hpp>
#include <algorithm>
#include <iostream>

namespace agenda::app {
namespace {

constexpr std::string_view exit_statuses =
    "Exit status: 0 nothing at or above the threshold, 1 something is, 2 the tool could not do its job.";

/// A line a format, for the end of the help.
std::string format_lines(const auto& formats) {
    std::string result = "Formats:\n";
    for (const auto& format : formats)
        result += "  " + std::string{format.name} + std::string(14 - format.name.size(), ' ') +
                  std::string{format.means} + "\n";
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

void add_input_options(CLI::App& command, InputOptions& options) {
    std::string known = "toml";
    for (const auto& format : load::formats::all()) known += ", " + std::string{format.name};
    command.add_option("--from", options.from, "The format that is read, whatever the content looks like: " + known)
        ->type_name("FORMAT");
    command
        .add_option("--columns", options.columns,
                    "Of a spreadsheet: a TOML file that says which columns are what, where their names do not")
        ->type_name("FILE");
    command.add_option("--stdin-filename", options.stdin_filename, "What standard input is called in reports")
        ->type_name("NAME");
}

void add_check(CLI::App& app, CheckOptions& options) {
    auto* check = app.add_subcommand("check", "Check agendas and report findings");
    check->footer(format_lines(report::formats()) + "\n" + std::string{exit_statuses});
    check
        ->add_option("agenda", options.agendas,
                     "Files, directories (the *.toml in them) or - for standard input; none: agenda.toml, else "
                     "data/agenda.toml")
        ->type_name("FILE|DIR|-");
    one_each(check
                 ->add_option("-f,--format", options.formats,
                              "How to report, one of the formats below; with =FILE into a file (repeatable)")
                 ->type_name("FORMAT[=FILE]"));
    add_rule_options(*check, options.rules);
    check
        ->add_option("--fail-on", options.rules.fail_on,
                     "Exit with 1 from this severity on: error, warning, info or never")
        ->check(CLI::IsMember({"error", "warning", "info", "never"}))
        ->type_name("LEVEL");
    check
        ->add_option("--baseline", options.baseline,
                     "Findings that this file lists fail nothing (baseline write makes it)")
        ->type_name("FILE");
    check
        ->add_option("--against", options.against,
                     "Findings that this other agenda has, or the agenda at this revision of its git repository, fail "
                     "nothing")
        ->type_name("FILE|REV|REV:PATH");
    check->add_option("--as-of", options.as_of, "The day of the run, for `until` of accepted findings; else today")
        ->type_name("DATE");
    check->add_flag("--show-accepted", options.show_accepted, "Tell accepted and known findings too");
    check->add_flag("-q,--quiet", options.quiet,
                    "In text and concise, tell only what fails the check; everything is counted all the same");
    check->add_flag("-v,--verbose", options.verbose,
                    "Tell on standard error what is in force, what came of each rule, and how long it took");
    check->add_flag("--ascii", options.ascii, "Write text and concise in ASCII, for a terminal without UTF-8");
    check
        ->add_option("-j,--jobs", options.jobs,
                     "How many threads work at once; else one for each processor. The findings are the same with any")
        ->check(CLI::Range(1, 1024))
        ->type_name("N");
    check->add_option("--color", options.color, "Colour on a terminal: auto, always or never")
        ->check(CLI::IsMember({"auto", "always", "never"}))
        ->type_name("WHEN");
    add_input_options(*check, options.input);
}

void add_diff(CLI::App& app, DiffOptions& options) {
    auto* diff =
        app.add_subcommand("diff", "Compare two revisions: what changed, whom to tell, which findings came and went");
    diff->footer(format_lines(report::diff_formats()) +
                 "\nExit status: 0 no finding at or above the threshold came in, 1 one did (or, with --fail-on-change, "
                 "anything changed), 2 the tool could not do its job.");
    diff->add_option("old", options.before, "The earlier agenda: a file, - or a revision of git")
        ->required()
        ->type_name("FILE|-|REV|REV:PATH");
    diff->add_option("new", options.after, "The later one; none: agenda.toml, else data/agenda.toml")
        ->type_name("FILE|-|REV|REV:PATH");
    one_each(diff->add_option("-f,--format", options.formats,
                              "How to report, one of the formats below; with =FILE into a file (repeatable)")
                 ->type_name("FORMAT[=FILE]"));
    add_rule_options(*diff, options.rules);
    diff->add_option("--fail-on", options.rules.fail_on,
                     "Exit with 1 where a finding of this severity came in: error, warning, info or never")
        ->check(CLI::IsMember({"error", "warning", "info", "never"}))
        ->type_name("LEVEL");
    diff->add_flag("--fail-on-change", options.fail_on_change, "Exit with 1 where anything has changed");
    diff->add_option("--as-of", options.as_of, "The day of the run, for `frozen-on` and `until`; else today")
        ->type_name("DATE");
    diff->add_flag("--ascii", options.ascii, "Write text in ASCII, for a terminal without UTF-8");
    diff->add_option("--color", options.color, "Colour on a terminal: auto, always or never")
        ->check(CLI::IsMember({"auto", "always", "never"}))
        ->type_name("WHEN");
    add_input_options(*diff, options.input);
}

void add_baseline(CLI::App& app, WriteBaselineOptions& write_options, ShowBaselineOptions& show_options) {
    auto* baseline = app.add_subcommand("baseline", "Write or show a list of findings that are known and fail nothing");
    baseline->require_subcommand(1);
    auto* write = baseline->add_subcommand(
        "write", "Write what is found now; a file that is there shrinks, and grows only with --grow");
    write->footer("Never written: faults of the file itself, and findings that are accepted.\n"
                  "Exit status: 0 written, 1 the file would grow (it is left as it is, and what would be added is "
                  "told), 2 the tool could not do its job.");
    write->add_option("file", write_options.file, "The baseline")->required()->type_name("FILE");
    write->add_option("agenda", write_options.agendas, "As for check")->type_name("AGENDA");
    add_rule_options(*write, write_options.rules);
    write->add_flag("--grow", write_options.grow, "Add what is not known yet");
    write->add_option("--as-of", write_options.as_of, "As for check")->type_name("DATE");
    add_input_options(*write, write_options.input);
    auto* show = baseline->add_subcommand("show", "Show what a baseline knows, by agenda");
    show->add_option("file", show_options.file, "The baseline")->required()->type_name("FILE");
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
    add_input_options(*normalize, options.input);
}

void add_import(CLI::App& app, ImportOptions& options) {
    auto* import = app.add_subcommand("import", "Write a schedule in another format as an agenda");
    import->footer(format_lines(load::formats::all()) +
                   "\nExit status: 0 written, 1 a part could not be read (what could is written), 2 the tool could not "
                   "do its job.");
    import->add_option("file", options.file, "The schedule, or - for standard input")->required()->type_name("FILE|-");
    import->add_option("-o,--output", options.output, "Where the agenda goes; else standard output")->type_name("FILE");
    add_input_options(*import, options.input);
}

void add_export(CLI::App& app, ExportOptions& options) {
    auto* command = app.add_subcommand("export", "Write an agenda in another format");
    command->footer(format_lines(exporting::formats()) +
                    "\nWhat the format has no place for is told on standard error.\n"
                    "Exit status: 0 written, 2 the tool could not do its job.");
    command->add_option("file", options.file, "The agenda, or whatever else check reads, or - for standard input")
        ->required()
        ->type_name("FILE|-");
    command->add_option("--to", options.to, "One of the formats below")->required()->type_name("FORMAT");
    command->add_option("-o,--output", options.output, "Where it goes; else standard output")->type_name("FILE");
    add_input_options(*command, options.input);
}

CLI::Option* add_format(CLI::App& command, std::string& format, const std::vector<std::string>& formats) {
    std::string all;
    for (const auto& one : formats) all += (all.empty() ? "" : one == formats.back() ? " or " : ", ") + one;
    return command.add_option("-f,--format", format, all)->check(CLI::IsMember(formats))->type_name("FORMAT");
}

void add_explain(CLI::App& app, ExplainOptions& options) {
    auto* explain = app.add_subcommand("explain", "Show a rule's page: what, why with sources, parameters, examples");
    explain->add_option("rule", options.rule, "The rule's id")->required()->type_name("RULE");
    add_format(*explain, options.format, {"text", "markdown", "json"});
    add_rule_options(*explain, options.rules);
}

void add_rules(CLI::App& app, RulesOptions& options, TestRulesOptions& test_options, ChecksOptions& checks_options) {
    auto* rules = app.add_subcommand("rules", "Show all rules as they are in force, and who set what");
    add_format(*rules, options.format, {"table", "json", "markdown"});
    rules->add_option("--agenda", options.agenda, "An agenda whose profiles and settings count too")->type_name("FILE");
    add_rule_options(*rules, options.rules);
    auto* test = rules->add_subcommand("test", "Run the examples of rule files");
    test->add_option("directory", test_options.directories, "Directories of rule files")->required()->type_name("DIR");
    test->footer("Exit status: 0 all hold, 1 some do not, 2 a rule file cannot be read.");
    auto* checks = rules->add_subcommand(
        "checks", "Say what a rule file can call upon: checks, their arguments and fields, conditions of selections");
    checks->add_option("check", checks_options.names, "Checks; none: all of them")->type_name("CHECK");
}

void add_config(CLI::App& app, ConfigOptions& options) {
    auto* config = app.add_subcommand("config", "Show what is in force for an agenda, and who said so");
    config->add_option("agenda", options.agenda, "As for check; one")->type_name("FILE|-");
    add_format(*config, options.format, {"text", "json"});
    add_input_options(*config, options.input);
    config->add_option("--fail-on", options.rules.fail_on, "As for check")
        ->check(CLI::IsMember({"error", "warning", "info", "never"}))
        ->type_name("LEVEL");
    add_rule_options(*config, options.rules);
}

void add_schema(CLI::App& app, SchemaOptions& options) {
    auto* schema = app.add_subcommand("schema", "Print a JSON Schema, for editors and for consumers of reports");
    schema->add_option("which", options.which, "agenda, rules (a rule file), config, report or diff")
        ->required()
        ->check(CLI::IsMember({"agenda", "rules", "config", "report", "diff"}))
        ->type_name("WHICH");
    one_each(
        schema->add_option("--rules", options.directories, "Rule files of your own (repeatable)")->type_name("DIR"));
}

void add_init(CLI::App& app, InitOptions& options) {
    auto* init = app.add_subcommand(
        "init", "Write a starter agenda.toml and agenda-lint.toml, and print a snippet for CI; overwrites nothing");
    init->add_option("folder", options.folder, "Where; else here")->type_name("DIR");
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

struct Options {
    CheckOptions check;
    DiffOptions diff;
    WriteBaselineOptions write_baseline;
    ShowBaselineOptions show_baseline;
    NormalizeOptions normalize;
    ImportOptions import;
    ExportOptions export_options;
    ExplainOptions explain;
    RulesOptions rules;
    TestRulesOptions test_rules;
    ChecksOptions checks;
    ConfigOptions config;
    SchemaOptions schema;
    InitOptions init;
};

/// The exit status after what is not a command: help and version.
int finished() {
    try {
        finish_output(std::cout);
        return 0;
    } catch (const Failure& failure) {
        return fail(failure.what);
    }
}

int run_command(const CLI::App& app, const Options& options) {
    if (app.got_subcommand("check")) return check(options.check);
    if (app.got_subcommand("diff")) return diff(options.diff);
    if (const auto* baseline = app.get_subcommand("baseline"); baseline->parsed())
        return baseline->got_subcommand("write") ? write_baseline(options.write_baseline)
                                                 : show_baseline(options.show_baseline);
    if (app.got_subcommand("normalize")) return normalize(options.normalize);
    if (app.got_subcommand("import")) return import_schedule(options.import);
    if (app.got_subcommand("export")) return export_agenda(options.export_options);
    if (app.got_subcommand("explain")) return explain(options.explain);
    if (app.got_subcommand("config")) return config(options.config);
    if (app.got_subcommand("schema")) return schema(options.schema);
    if (app.got_subcommand("init")) return init(options.init);
    const auto* rules_command = app.get_subcommand("rules");
    if (rules_command->got_subcommand("test")) return test_rules(options.test_rules);
    return rules_command->got_subcommand("checks") ? list_checks(options.checks) : rules(options.rules);
}

} // namespace

int run(int count, char** arguments) {
    settle_process();
    CLI::App app{"Validates event agendas: overlaps, gaps, breaks, double-booked speakers, missing moderators",
                 "agenda-lint"};
    app.footer("agenda-lint COMMAND --help tells more.");
    app.require_subcommand(1);
    app.set_version_flag("--version", std::string{"agenda-lint "} + AGENDA_LINT_VERSION, "Print the version");
    Options options;
    add_check(app, options.check);
    add_diff(app, options.diff);
    add_baseline(app, options.write_baseline, options.show_baseline);
    add_normalize(app, options.normalize);
    add_import(app, options.import);
    add_export(app, options.export_options);
    add_explain(app, options.explain);
    add_rules(app, options.rules, options.test_rules, options.checks);
    add_config(app, options.config);
    add_schema(app, options.schema);
    add_init(app, options.init);
    // CLI11 would take the next argument for the value.
    for (int i = 1; i < count && std::string_view{arguments[i]} != "--"; ++i)
        if (const std::string_view one = arguments[i]; one.starts_with("--") && one.ends_with('='))
            return fail("`" + std::string{one} + "` says nothing behind its sign (see agenda-lint --help)");
    // CLI11 would only say that a command is missing.
    if (const std::string_view first = count > 1 ? arguments[1] : ""; !first.empty() && first.front() != '-') {
        std::vector<std::string> names;
        for (const auto* command : app.get_subcommands([](const CLI::App*) { return true; }))
            names.push_back(command->get_name());
        if (std::find(names.begin(), names.end(), first) == names.end())
            return fail("there is no command `" + std::string{first} + "`" +
                        did_you_mean(first, {names.begin(), names.end()}) + " (see agenda-lint --help)");
    }
    try {
        app.parse(count, arguments);
    } catch (const CLI::Success& success) {
        app.exit(success);
        return finished();
    } catch (const CLI::ParseError& error) {
        return fail(std::string{error.what()} + " (see agenda-lint --help)");
    }
    try {
        return run_command(app, options);
    } catch (const Failure& failure) {
        return fail(failure.what);
    } catch (const std::bad_alloc&) {
        return fail("there is not enough memory");
    } catch (const std::exception& error) {
        return fail(error.what());
    }
}

} // namespace agenda::app
