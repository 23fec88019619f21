// SPDX-License-Identifier: MIT
// baseline: writes and shows the list of findings that are known and fail nothing.
#include "app/files.hpp"
#include "app/known.hpp"
#include "report/wording.hpp"
#include "source/unicode.hpp"
#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <iostream>

namespace agenda::app {
namespace {

using gate::Known;

/// The setups must outlive the result.
std::vector<Checked> checked_and_accepted(const WriteBaselineOptions& options, Setups& setups) {
    const auto as_of = date_of(options.as_of);
    const auto as = read_as(options.input);
    std::vector<Checked> agendas;
    std::vector<gate::AcceptList*> configs;
    for (const auto& path : agendas_of(options.agendas)) {
        auto& setup = setups.at(path);
        agendas.push_back(
            checked(read_agenda(path, options.input.stdin_filename), setup.rules, setup.choice, {.as = as}));
        configs.push_back(&setup.accepts);
        if (!agendas.back().agenda.loaded.whole())
            throw Failure{agendas.back().agenda.loaded.text->name() + " " + agendas.back().agenda.loaded.unread->why +
                          ", so that only a part of it was checked; no baseline is made of it"};
    }
    tell_clashes(agendas, agendas);
    const bool dated = depends_on_date(agendas, configs);
    accept(agendas, configs, dated ? as_of.value_or(today()) : as_of);
    return agendas;
}

/// What becomes of a baseline.
class Rewrite {
public:
    Rewrite(const std::string& file, const gate::Baseline& before) : file_(file), before_(before) {
        for (const auto& known : before.known) lines_before_.insert(gate::line_of(known));
    }

    /// Takes over what is found in an agenda, and leaves of its findings only those that are not known yet.
    void add(Checked& checked) {
        auto& result = checked.agenda.result;
        const gate::Judged judged{checked.agenda.loaded, checked.settings, result};
        const auto name = gate::name_in_baseline(checked.agenda.loaded.text->name(), file_);
        names_.insert(name);
        for (const auto& line : gate::held(judged, before_, name))
            if (!line.finding && line.because.empty()) keep(*line.known);
        std::set<std::uint64_t> added;
        for (const auto& known : gate::knowable(judged, name))
            if (keep(known) && !lines_before_.contains(gate::line_of(known))) added.insert(known.fingerprint);
        std::erase_if(result.findings, [&](const auto& finding) { return !added.contains(finding.fingerprint); });
        added_ += added.size();
    }

    /// Lines about agendas that are not looked at now stay as long as there is such a file.
    void keep_others() {
        const auto folder = std::filesystem::path{file_}.parent_path();
        std::error_code error;
        for (const auto& known : before_.known)
            if (!names_.contains(known.agenda) && std::filesystem::exists(folder / known.agenda, error)) keep(known);
    }

    std::size_t added() const { return added_; }
    std::size_t taken_out() const {
        return static_cast<std::size_t>(std::count_if(lines_before_.begin(), lines_before_.end(),
                                                      [&](const auto& line) { return !lines_.contains(line); }));
    }
    const std::vector<Known>& known() const { return known_; }

private:
    /// Whether it is not there yet.
    bool keep(const Known& known) {
        if (!lines_.insert(gate::line_of(known)).second) return false;
        known_.push_back(known);
        return true;
    }

    const std::string& file_;
    const gate::Baseline& before_;
    std::set<std::string> lines_before_, lines_, names_;
    std::vector<Known> known_;
    std::size_t added_ = 0;
};

} // namespace

int write_baseline(const WriteBaselineOptions& options) {
    std::error_code error;
    const bool is_new = !std::filesystem::exists(options.file, error);
    Baselines baselines;
    const gate::Baseline none;
    Setups setups{options.rules};
    auto agendas = checked_and_accepted(options, setups);
    Rewrite rewrite{options.file, is_new ? none : *baselines.at(options.file)};
    for (auto& one : agendas) rewrite.add(one);
    rewrite.keep_others();
    if (!is_new && !options.grow && rewrite.added() > 0) {
        report::Report added;
        for (auto& one : agendas) added.agendas.push_back(std::move(one.agenda));
        report::write_concise(added, std::cout);
        finish_output(std::cout);
        std::cerr << fmt::format("agenda-lint: {} is left as it is, since it would grow by {}; --grow lets it\n",
                                 source::visible(options.file), report::counted(rewrite.added(), "finding"));
        return 1;
    }
    write_file(options.file, [&](std::ostream& out) { gate::write_baseline(rewrite.known(), out); });
    std::cout << fmt::format("{}: {} known ({} added, {} taken out)\n", source::visible(options.file),
                             report::counted(rewrite.known().size(), "finding"), rewrite.added(), rewrite.taken_out());
    finish_output(std::cout);
    return 0;
}

int show_baseline(const ShowBaselineOptions& options) {
    Baselines baselines;
    const auto& known = baselines.at(options.file)->known;
    std::map<std::string, std::set<std::string>> by_agenda;
    for (const auto& one : known) {
        std::string about;
        for (const auto& id : one.about) about += (about.empty() ? "" : ", ") + id;
        by_agenda[one.agenda].insert(
            source::visible(fmt::format("{} {}: {}", one.rule, finding::format_fingerprint(one.fingerprint), about)));
    }
    std::size_t count = 0;
    for (const auto& [agenda, lines] : by_agenda) {
        std::cout << report::shown_path(agenda) << '\n';
        for (const auto& line : lines) std::cout << "  " << line << '\n';
        count += lines.size();
    }
    std::cout << fmt::format("{} known in {}\n", report::counted(count, "finding"),
                             report::counted(by_agenda.size(), "agenda"));
    finish_output(std::cout);
    return 0;
}

} // namespace agenda::app
