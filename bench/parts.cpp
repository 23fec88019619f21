// SPDX-License-Identifier: MIT
// parts AGENDA REVISED [BENCHMARK-OPTION...]: how long each part of a check of AGENDA takes, by itself: the parser, the
// model, each rule, each report, and the comparison with REVISED. The two lie on the disk as bench/generate.py makes
// them.
#include "app/files.hpp"
#include "app/known.hpp"
#include "app/rules.hpp"
#include "app/setup.hpp"
#include "checks/check.hpp"
#include "report/diff.hpp"
#include <benchmark/benchmark.h>
#include <iostream>
#include <streambuf>
#include <toml++/toml.h>

namespace {

using namespace agenda;

/// Takes what a report writes, and counts it.
class Counter : public std::streambuf {
public:
    std::size_t bytes = 0;

protected:
    int_type overflow(int_type byte) override {
        ++bytes;
        return traits_type::not_eof(byte);
    }
    std::streamsize xsputn(const char*, std::streamsize count) override {
        bytes += static_cast<std::size_t>(count);
        return count;
    }
};

/// Everything that the parts need, made once.
struct Bench {
    app::RuleOptions options;
    engine::RuleSet rules = engine::standard_rules();
    engine::Choice choice = app::choice_of(options, rules);
    load::Input input;
    app::Checked checked, before, after; ///< `checked` goes into `report`, and keeps what the rules look at
    std::vector<DayCourse> courses;
    std::vector<PersonStage> stage;
    report::Report report;
    report::Diff diff;

    Bench(const std::string& agenda, const std::string& revised)
        : input(app::read_agenda(agenda, "-")), checked(check(agenda)), before(check(agenda)), after(check(revised)),
          courses(day_courses(checked.agenda.loaded.agenda)), stage(stage_times(checked.agenda.loaded.agenda)) {
        std::vector<app::Checked> all;
        all.push_back(check(agenda));
        gate::AcceptList none;
        app::accept(all, {&none}, std::nullopt);
        report.version = "bench";
        report.agendas.push_back(std::move(all.front().agenda));
        report.rules = app::found_rules(report.agendas, [&](std::size_t) { return &rules; });
        diff = app::diff_of(check(agenda), check(revised), none, std::nullopt);
        diff.version = "bench";
        diff.rules = app::found_rules(std::vector<const report::CheckedAgenda*>{&diff.before, &diff.after},
                                      [&](std::size_t) { return &rules; });
    }

    app::Checked check(const std::string& path) const {
        return app::checked(app::read_agenda(path, "-"), rules, choice);
    }
    std::string_view bytes() const { return input.text->bytes(); }
};

template <class Work> void add(const std::string& name, const Work& work) {
    benchmark::RegisterBenchmark(name.c_str(),
                                 [work](benchmark::State& state) {
                                     for (auto _ : state) work(state);
                                 })
        ->Unit(benchmark::kMillisecond)
        ->UseRealTime();
}

/// The whole-file parse is the yardstick; `document` adds places and diagnostics, `load` the model.
void add_reading(const Bench& bench) {
    add("read/toml++", [&](auto&) { benchmark::DoNotOptimize(toml::parse(bench.bytes())); });
    add("read/text", [&](auto&) {
        benchmark::DoNotOptimize(source::Text{bench.input.text->name(), std::string{bench.bytes()}});
    });
    add("read/document", [&](auto&) { benchmark::DoNotOptimize(source::Document{bench.input.text}); });
    add("read/load", [&](auto&) { benchmark::DoNotOptimize(load::load(bench.input, bench.rules.kinds)); });
}

/// What engine::run does of a rule before there are messages; also of those that run only where somebody asks for them.
void add_rules(const Bench& bench) {
    const auto& loaded = bench.checked.agenda.loaded;
    add("rules/(courses)", [&](auto&) { benchmark::DoNotOptimize(day_courses(loaded.agenda)); });
    add("rules/(stage)", [&](auto&) { benchmark::DoNotOptimize(stage_times(loaded.agenda)); });
    add("rules/(all, with messages)",
        [&](auto&) { benchmark::DoNotOptimize(engine::run(loaded, bench.checked.settings)); });
    for (const auto& in_force : bench.checked.settings.rules()) {
        const auto& rule = *in_force.rule;
        const auto* check = checks::find(rule.check);
        add("rules/" + rule.id + (in_force.off() ? " (off)" : ""),
            [&bench, &loaded, &in_force, &rule, check](auto& state) {
                finding::Drafts drafts;
                benchmark::DoNotOptimize(
                    check->run({loaded, loaded.agenda, bench.courses, bench.stage, rule.id, rule.selection, rule.other},
                               in_force.arguments, drafts));
                state.counters["findings"] = static_cast<double>(drafts.size());
            });
    }
}

void add_writing(const std::string& name, const auto& format, const auto& report) {
    add(name + std::string{format.name}, [&format, &report](auto& state) {
        Counter counter;
        std::ostream out{&counter};
        format.write(report, out);
        state.counters["bytes"] = static_cast<double>(counter.bytes);
    });
}

void add_comparing(const Bench& bench) {
    add("diff/(compare)", [&](auto& state) {
        const auto comparison = app::compared(bench.before, bench.after);
        state.counters["changes"] = static_cast<double>(comparison.changes.size());
    });
}

} // namespace

int main(int count, char** arguments) {
    if (count < 3) {
        std::cerr << "usage: parts AGENDA REVISED [--benchmark_...]\n";
        return 2;
    }
    const std::string agenda = arguments[1];
    const std::string revised = arguments[2];
    arguments[2] = arguments[0];
    int left = count - 2;
    benchmark::Initialize(&left, arguments + 2);
    if (benchmark::ReportUnrecognizedArguments(left, arguments + 2)) return 2;
    try {
        const Bench bench{agenda, revised};
        add_reading(bench);
        add_rules(bench);
        for (const auto& format : report::formats()) add_writing("report/", format, bench.report);
        add_comparing(bench);
        for (const auto& format : report::diff_formats()) add_writing("diff/", format, bench.diff);
        benchmark::RunSpecifiedBenchmarks();
    } catch (const app::Failure& failure) {
        std::cerr << "parts: " << failure.what << '\n';
        return 2;
    }
    return 0;
}
