// SPDX-License-Identifier: MIT
#include "app/outputs.hpp"
#include "app/files.hpp"
#include "app/rules.hpp"
#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <sstream>
#include <unistd.h>

namespace agenda::app {
namespace {

namespace fs = std::filesystem;

/// GitHub drops a summary of more than 1 MiB as a whole; close below it some have met the same.
constexpr std::uintmax_t largest_summary = (std::uintmax_t{1} << 20U) - 1024;

Target target_of(const std::string& option, const std::vector<std::string_view>& known) {
    const auto equals = option.find('=');
    const auto name = option.substr(0, equals);
    if (std::find(known.begin(), known.end(), name) == known.end()) {
        std::string all;
        for (const auto one : known) all += (all.empty() ? "`" : ", `") + std::string{one} + "`";
        throw Failure{"there is no format `" + name + "`" + did_you_mean(name, known) + " (" + all + ")"};
    }
    if (equals != std::string::npos && equals + 1 == option.size())
        throw Failure{"--format " + option + " names no file"};
    return {name, equals == std::string::npos ? std::string{} : option.substr(equals + 1)};
}

/// Whether two paths are one file, there already or not; a pipe or a device takes several reports.
bool same_file(const std::string& a, const std::string& b) {
    std::error_code error;
    if (fs::exists(a, error) && !fs::is_regular_file(a, error)) return false;
    if (fs::equivalent(a, b, error)) return true;
    return fs::weakly_canonical(fs::absolute(a, error), error) == fs::weakly_canonical(fs::absolute(b, error), error);
}

void refuse_same_place(const std::vector<Target>& outputs, const std::vector<std::string>& agendas) {
    for (auto one = outputs.begin(); one != outputs.end(); ++one) {
        for (auto other = outputs.begin(); other != one; ++other) {
            if (one->file.empty() && other->file.empty())
                throw Failure{"only one format can go to standard output; write the others as FORMAT=FILE"};
            if (!one->file.empty() && !other->file.empty() && same_file(one->file, other->file))
                throw Failure{other->format + "=" + other->file + " and " + one->format + "=" + one->file +
                              " are one file; each report needs its own"};
        }
        for (const auto& agenda : agendas)
            if (!one->file.empty() && agenda != "-" && same_file(one->file, agenda))
                throw Failure{one->file + " is an agenda to be checked; a report would take its place"};
    }
}

} // namespace

std::vector<Target> targets_of(const std::vector<std::string>& options, const std::vector<std::string_view>& known,
                               const std::vector<std::string>& agendas) {
    std::vector<Target> targets;
    for (const auto& option : options) targets.push_back(target_of(option, known));
    if (targets.empty()) targets.push_back({"text", {}});
    refuse_same_place(targets, agendas);
    return targets;
}

std::vector<Output> outputs_of(const std::vector<std::string>& options, const std::vector<std::string>& agendas) {
    std::vector<std::string_view> known;
    for (const auto& one : report::formats()) known.push_back(one.name);
    std::vector<Output> outputs;
    for (auto& target : targets_of(options, known, agendas))
        outputs.push_back({report::find_format(target.format), std::move(target.file)});
    return outputs;
}

bool colored(const std::string& option) {
    const auto is_set = [](const char* name) {
        const auto* value = std::getenv(name);
        return value && *value;
    };
    if (option != "auto") return option == "always";
    if (is_set("NO_COLOR")) return false;
    if (is_set("CLICOLOR_FORCE") && std::string_view{std::getenv("CLICOLOR_FORCE")} != "0") return true;
    return ::isatty(STDOUT_FILENO) == 1;
}

bool explains_rules(const std::vector<Output>& outputs) {
    return !step_summary(outputs).empty() ||
           std::any_of(outputs.begin(), outputs.end(), [](const Output& one) { return one.format->explains; });
}

std::string step_summary(const std::vector<Output>& outputs) {
    const auto* file = std::getenv("GITHUB_STEP_SUMMARY");
    const bool for_github = std::any_of(outputs.begin(), outputs.end(),
                                        [](const Output& one) { return one.format->write == report::write_github; });
    return file && for_github ? file : "";
}

bool append_summary(const std::string& file, const report::Report& report) {
    std::error_code error;
    const auto there = fs::exists(file, error) ? fs::file_size(file, error) : 0;
    const auto before = error ? 0 : there;
    std::ostringstream text;
    if (before > 0) text << '\n';
    report::write_short_markdown(report, before < largest_summary ? largest_summary - before : 0, text);
    if (before + text.str().size() > largest_summary) return false;
    errno = 0;
    std::ofstream out{file, std::ios::binary | std::ios::app};
    out << text.str();
    out.close();
    if (!out) {
        const std::string why = std::strerror(errno == 0 ? EIO : errno);
        if (fs::is_regular_file(file, error)) fs::resize_file(file, before, error); // no half of a report
        throw Failure{file + " (GITHUB_STEP_SUMMARY) cannot be written: " + why};
    }
    return true;
}

} // namespace agenda::app
