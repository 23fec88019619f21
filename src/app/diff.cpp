// SPDX-License-Identifier: MIT
// diff: compares two revisions of an agenda - what changed, whom to tell, which findings came and went.
#include "report/diff.hpp"
#include "app/commands.hpp"
#include "app/files.hpp"
#include "app/git.hpp"
#include "app/known.hpp"
#include "app/outputs.hpp"
#include <algorithm>
#include <iostream>

namespace agenda::app {
namespace {

/// One run of `diff`.
class DiffRun {
public:
    explicit DiffRun(const DiffOptions& options) : options_(options), setups_(options.rules) {}

    int run() {
        name_sides();
        std::vector<std::string_view> known;
        for (const auto& format : report::diff_formats()) known.push_back(format.name);
        const auto targets = targets_of(options_.formats, known, {old_, new_});
        const bool explains = std::any_of(targets.begin(), targets.end(),
                                          [](const Target& target) { return format_of(target).explains; });
        auto diff = compare(explains);
        for (const auto& target : targets) write(diff, target);
        return diff.failed() ? 1 : 0;
    }

private:
    /// Which file says where a revision is to be looked for: a side that is a file, else one that a revision names,
    /// else the agenda of the working tree.
    void name_sides() {
        old_ = options_.before;
        new_ = options_.after;
        if (old_ == "-" && new_ == "-") throw Failure{"only one of the two revisions can be standard input"};
        const auto named = file_in(new_).value_or(file_in(old_).value_or(""));
        if (new_.empty()) new_ = is_file(named) ? named : agendas_of({}).front();
        path_ = is_agenda(new_) ? new_ : is_agenda(old_) ? old_ : named.empty() ? agendas_of({}).front() : named;
        if (path_ == "-") path_ = options_.input.stdin_filename;
    }

    /// The PATH of REV:PATH, as seen from here; where its folder is not there, from this one.
    static std::optional<std::string> file_in(const std::string& side) {
        if (side.empty() || is_agenda(side)) return std::nullopt;
        const auto file = file_named_by(side);
        if (!file) return std::nullopt;
        const std::filesystem::path path{*file};
        std::error_code error;
        return std::filesystem::is_directory(path.parent_path(), error) ? path.string() : path.filename().string();
    }

    static bool is_agenda(const std::string& side) { return side == "-" || is_file(side); }

    load::Input read(const std::string& side) const {
        if (is_agenda(side)) return read_agenda(side, options_.input.stdin_filename);
        auto earlier = earlier_agenda(side, path_);
        if (!earlier) throw Failure{"`" + side + "` has no " + path_ + ", and no file that became it"};
        return std::move(*earlier);
    }

    /// `explains`: a format of the run needs the pages of rules.
    report::Diff compare(bool explains) {
        auto& setup = setups_.at(path_);
        auto before = checked_side(old_, setup);
        auto after = checked_side(new_, setup);
        after.agenda.fail_on = gate::threshold(setup.fail_on, after.profiles);
        auto diff = diff_of(std::move(before), std::move(after), setup.accepts, date_of(options_.as_of));
        diff.version = AGENDA_LINT_VERSION;
        if (explains)
            diff.rules = found_rules(std::vector<const report::CheckedAgenda*>{&diff.before, &diff.after},
                                     [&](std::size_t) { return &setup.rules; });
        diff.fail_on_change = options_.fail_on_change;
        diff.ascii = options_.ascii;
        return diff;
    }

    /// Nothing can be said of what is not TOML: most of it would seem to be gone.
    Checked checked_side(const std::string& side, const Setup& setup) const {
        auto result = checked(read(side), setup.rules, setup.choice, {.as = read_as(options_.input)});
        auto& loaded = result.agenda.loaded;
        if (!loaded.whole()) {
            const auto& findings = result.agenda.result.findings;
            const auto& first = *std::find_if(findings.begin(), findings.end(), [&](const finding::Finding& one) {
                return one.rule == loaded.unread->rule;
            });
            const auto& file = result.agenda.text_of(first);
            const auto at = file.position(first.draft.at.offset, source::Unit::code_points);
            throw Failure{file.name() + ":" + std::to_string(at.line) + ":" + std::to_string(at.column) + " " +
                          (&file == loaded.text.get() ? loaded.unread->why : "cannot be read") +
                          ", and is not compared: " + first.message()};
        }
        return result;
    }

    static const report::DiffFormat& format_of(const Target& target) {
        const auto formats = report::diff_formats();
        return *std::find_if(formats.begin(), formats.end(),
                             [&](const auto& one) { return one.name == target.format; });
    }

    void write(report::Diff& diff, const Target& target) const {
        const auto& format = format_of(target);
        diff.color = target.file.empty() && colored(options_.color);
        if (!target.file.empty()) {
            write_file(target.file, [&](std::ostream& out) { format.write(diff, out); });
            return;
        }
        format.write(diff, std::cout);
        finish_output(std::cout);
    }

    const DiffOptions& options_;
    Setups setups_;
    std::string old_, new_; ///< as given
    std::string path_;      ///< of the agenda, which chooses agenda-lint.toml and the repository
};

} // namespace

int diff(const DiffOptions& options) { return DiffRun{options}.run(); }

} // namespace agenda::app
