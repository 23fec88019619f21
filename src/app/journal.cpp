// SPDX-License-Identifier: MIT
#include "app/journal.hpp"
#include "source/unicode.hpp"
#include <fmt/format.h>
#include <fmt/ostream.h>

namespace agenda::app {
namespace {

std::string rules_with(const engine::Result& result, engine::Status status) {
    std::vector<std::string> ids;
    for (const auto& rule : result.rules)
        if (rule.status == status) ids.push_back(rule.id);
    return fmt::format("{}{}{}", ids.size(), ids.empty() ? "" : ": ", fmt::join(ids, ", "));
}

} // namespace

void Stopwatch::begins(std::string step) {
    ends();
    steps_.emplace_back(std::move(step), Clock::duration{});
    begin_ = Clock::now();
    running_ = true;
}

void Stopwatch::ends() {
    if (running_) steps_.back().second = Clock::now() - begin_;
    running_ = false;
}

std::string Stopwatch::told() {
    ends();
    std::string result;
    for (const auto& [step, took] : steps_)
        result += fmt::format("{}{} {:.1f} ms", result.empty() ? "" : ", ", step,
                              std::chrono::duration<double, std::milli>{took}.count());
    steps_.clear();
    return result;
}

void tell_setting(const report::CheckedAgenda& agenda, const Setup& setup, std::string_view took, std::ostream& out) {
    using enum engine::Status;
    const auto line = [&](std::string_view what, std::string_view value) {
        fmt::print(out, "agenda-lint: {}: {} {}\n", source::visible(agenda.loaded.text->name()), what,
                   source::visible(value));
    };
    line("configuration", setup.choice.config.empty() ? "none (no agenda-lint.toml)" : setup.choice.config);
    line("profiles", agenda.profiles.empty() ? "none" : fmt::format("{}", fmt::join(agenda.profiles, ", ")));
    line("fails from", gate::name_of_threshold(agenda.fail_on));
    for (const auto status : {failed, accepted, passed, not_checked, not_applicable, off})
        line(fmt::format("rules {}", engine::name_of(status)), rules_with(agenda.result, status));
    line("took", took);
}

} // namespace agenda::app
