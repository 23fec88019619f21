// SPDX-License-Identifier: MIT
#include "app/commands.hpp"
#include "app/files.hpp"
#include "app/journal.hpp"
#include "app/known.hpp"
#include "app/outputs.hpp"
#include "app/progress.hpp"
#include "app/rules.hpp"
#include "source/parallel.hpp"
#include "source/unicode.hpp"
#include <algorithm>
#include <exception>
#include <iostream>
#include <mutex>
#include <set>

namespace agenda::app {
namespace {

/// One run of `check`: reads, checks, compares and reports. What it is at is shown and, where asked for, told.
class Run {
public:
    explicit Run(const CheckOptions& options)
        : options_(options), paths_(agendas_of(options.agendas)), outputs_(outputs_of(options.formats, paths_)),
          read_as_(read_as(options.input)), as_of_(date_of(options.as_of)), setups_(options.rules),
          progress_(options.ascii) {
        report_.version = AGENDA_LINT_VERSION;
        report_.show_accepted = options.show_accepted;
        report_.quiet = options.quiet;
        report_.ascii = options.ascii;
    }

    int run() {
        if (options_.jobs > 0) source::use_threads(options_.jobs);
        check();
        write();
        if (options_.verbose) tell_settings();
        const bool failed = report_.failed();
        // The process ends: what was read and found is not taken apart piece by piece.
        [[maybe_unused]] static const auto* left = new report::Report{std::move(report_)};
        return failed ? 1 : 0;
    }

private:
    void check() {
        std::vector<Checked> agendas, earlier;
        if (options_.against) refuse_one_for_several(*options_.against, paths_.size());
        std::vector<gate::AcceptList*> configs;
        std::vector<const gate::Baseline*> baselines;
        for (const auto& path : paths_) setup_of_.push_back(&setups_.at(path));
        std::vector<One> all(paths_.size());
        source::in_parallel(paths_.size(), [&](std::size_t i) { all[i] = check_one(i); });
        for (std::size_t i = 0; i < all.size(); ++i) {
            std::cerr << all[i].told;
            if (all[i].failure) std::rethrow_exception(all[i].failure);
            took_.push_back(std::move(all[i].took));
            agendas.push_back(*std::move(all[i].agenda));
            if (all[i].earlier) earlier.push_back(*std::move(all[i].earlier));
            auto& setup = *setup_of_[i];
            agendas[i].agenda.fail_on = gate::threshold(setup.fail_on, agendas[i].profiles);
            configs.push_back(&setup.accepts);
            baselines.push_back(baselines_.at(options_.baseline.empty() ? setup.baseline : options_.baseline));
        }
        const bool frozen = std::any_of(earlier.begin(), earlier.end(), is_frozen) ||
                            (options_.against && std::any_of(agendas.begin(), agendas.end(), is_frozen));
        if (frozen || depends_on_date(agendas, configs) || depends_on_date(earlier, {}))
            report_.as_of = as_of_.value_or(today());
        std::vector<revision::Comparison> comparisons;
        for (std::size_t i = 0; i < earlier.size(); ++i) {
            comparisons.push_back(compared(earlier[i], agendas[i]));
            tell_changes(earlier[i], agendas[i], comparisons.back(), report_.as_of);
        }
        tell_clashes(agendas, agendas);
        if (options_.against) tell_clashes(earlier, agendas);
        accept(agendas, configs, report_.as_of);
        apply_known(agendas, baselines);
        accept_earlier(earlier, configs, report_.as_of);
        if (options_.against) apply_earlier(agendas, earlier, comparisons);
        tell_shared_once(agendas);
        for (auto& one : agendas) report_.agendas.push_back(std::move(one.agenda));
        if (explains_rules(outputs_))
            report_.rules = found_rules(report_.agendas, [&](std::size_t i) { return &setup_of_[i]->rules; });
    }

    /// What came of one agenda; several are checked at once, and told of in their order.
    struct One {
        std::optional<Checked> agenda, earlier;
        std::string took, told; ///< for standard error
        std::exception_ptr failure;
    };

    One check_one(std::size_t number) {
        One one;
        Stopwatch stopwatch;
        const auto begins = [&](std::string_view step) {
            stopwatch.begins(std::string{step});
            shows(step, number);
        };
        try {
            const auto& path = paths_[number];
            const auto& setup = *setup_of_[number];
            begins("reading");
            auto input = read_agenda(path, options_.input.stdin_filename);
            one.agenda = checked(std::move(input), setup.rules, setup.choice, {.as = read_as_, .begins = begins});
            if (options_.against) {
                begins("comparing");
                one.earlier = check_earlier(path, setup, one.told);
            }
        } catch (...) {
            one.failure = std::current_exception();
        }
        one.took = stopwatch.told();
        ends(number);
        return one;
    }

    Checked check_earlier(const std::string& path, const Setup& setup, std::string& told) const {
        const auto& name = name_of(path);
        auto before = earlier_agenda(*options_.against, name);
        if (!before) {
            told = "agenda-lint: `" + source::visible(*options_.against) + "` has no " + source::visible(name) +
                   ": all that is found in it counts as new\n";
            return without_earlier(name, setup);
        }
        auto result = checked(std::move(*before), setup.rules, setup.choice, {.as = read_as_});
        if (const auto& loaded = result.agenda.loaded; !loaded.whole())
            told = "agenda-lint: " + source::visible(loaded.text->name()) + " " + source::visible(loaded.unread->why) +
                   ", so that little of it could be checked: most findings count as new\n";
        return result;
    }

    void write() {
        for (const auto& output : outputs_) {
            report_.color = output.file.empty() && colored(options_.color);
            if (output.file.empty()) {
                progress_.end();
                stopwatch_.begins("standard output");
                output.format->write(report_, std::cout);
                finish_output(std::cout);
            } else {
                progress_.at("writing " + output.file);
                stopwatch_.begins(output.file);
                write_file(output.file, [&](std::ostream& out) { output.format->write(report_, out); });
            }
        }
        if (const auto file = step_summary(outputs_); !file.empty() && !append_summary(file, report_))
            std::cerr << "agenda-lint: the summary of this step has no room left: nothing is added to it\n";
        progress_.end();
        took_.push_back(stopwatch_.told());
    }

    void tell_settings() const {
        for (std::size_t i = 0; i < report_.agendas.size(); ++i)
            tell_setting(report_.agendas[i], *setup_of_[i], took_[i], std::cerr);
        std::cerr << "agenda-lint: writing: " << source::visible(took_.back()) << '\n';
    }

    const std::string& name_of(const std::string& path) const {
        return path == "-" ? options_.input.stdin_filename : path;
    }

    void shows(std::string_view step, std::size_t number) {
        const std::lock_guard lock{mutex_};
        at_work_.insert(number);
        show_first(step);
    }
    void ends(std::size_t number) {
        const std::lock_guard lock{mutex_};
        at_work_.erase(number);
        if (!at_work_.empty()) show_first({});
    }
    /// Of the agendas that are at work.
    void show_first(std::string_view step) {
        const auto number = *at_work_.begin();
        const auto& name = name_of(paths_[number]);
        progress_.at(paths_.size() == 1 ? std::string{step} + " " + name
                                        : "checking " + std::to_string(number + 1) + " of " +
                                              std::to_string(paths_.size()) + ": " + name);
    }

    const CheckOptions& options_;
    std::vector<std::string> paths_;
    std::vector<Output> outputs_;
    load::formats::ReadAs read_as_;
    std::optional<time::Date> as_of_;
    Setups setups_;
    Baselines baselines_;
    Progress progress_;
    std::mutex mutex_;
    std::set<std::size_t> at_work_; ///< guarded by mutex_
    Stopwatch stopwatch_;
    report::Report report_;
    std::vector<Setup*> setup_of_;  ///< by agenda
    std::vector<std::string> took_; ///< by agenda, then for the reports
};

} // namespace

int check(const CheckOptions& options) { return Run{options}.run(); }

} // namespace agenda::app
