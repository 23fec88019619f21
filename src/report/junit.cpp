// SPDX-License-Identifier: MIT
// JUnit XML as Jenkins, GitLab, Azure and the actions of GitHub read it: a suite an agenda, a case a rule that ran. A
// case fails where a finding is at or above the threshold; several findings are one <failure>, since most readers show
// only the first. Findings below are <system-out> of a case that passes. A rule with nothing but accepted and known
// findings, or that could not look, is <skipped>. What a case is about stands in the text of its element, which GitLab
// reads, and short in `message`, which the others do. The file is an attribute of the suite: on a case Jenkins' xUnit
// plugin would refuse it. Each time is 0, so that the same agenda gives the same bytes.
#include "report/wording.hpp"
#include "source/unicode.hpp"
#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <fmt/ostream.h>
#include <map>

namespace agenda::report {
namespace {

using finding::Finding;
using finding::Severity;
using finding::State;

/// Harmless, and of no meaning in an attribute or in text: `visible` leaves no character that XML forbids.
std::string xml_text(std::string_view text) {
    std::string result;
    for (const char c : source::visible(text)) switch (c) {
        case '&': result += "&amp;"; break;
        case '<': result += "&lt;"; break;
        case '>': result += "&gt;"; break;
        case '"': result += "&quot;"; break;
        default: result += c;
        }
    return result;
}

/// What a rule found in an agenda, parted by what becomes of it.
struct Case {
    const engine::RuleResult* rule = nullptr;
    std::vector<const Finding*> failing, below, tolerated;

    bool fails() const { return !failing.empty(); }
    bool skipped() const {
        return !fails() && below.empty() && (!tolerated.empty() || rule->status == engine::Status::not_checked);
    }
};

/// The cases of an agenda, by rule.
std::vector<Case> cases_of(const CheckedAgenda& agenda) {
    std::vector<Case> cases;
    std::map<std::string_view, std::size_t> by_rule;
    for (const auto& rule : agenda.result.rules) {
        if (rule.status == engine::Status::off || rule.status == engine::Status::not_applicable) continue;
        by_rule.emplace(rule.id, cases.size());
        cases.push_back({&rule, {}, {}, {}});
    }
    for (const auto& finding : agenda.result.findings) {
        const auto found = by_rule.find(finding.rule);
        if (found == by_rule.end()) continue; // a rule that found something has run
        auto& one = cases[found->second];
        const bool fails = agenda.fail_on != Severity::off && finding.severity >= agenda.fail_on;
        (finding.state != State::open ? one.tolerated : fails ? one.failing : one.below).push_back(&finding);
    }
    return cases;
}

struct Counts {
    std::size_t tests = 0, failures = 0, skipped = 0;
};

Counts counts_of(const std::vector<Case>& cases) {
    const auto count = [&](auto is) { return static_cast<std::size_t>(std::count_if(cases.begin(), cases.end(), is)); };
    return {cases.size(), count([](const Case& one) { return one.fails(); }),
            count([](const Case& one) { return one.skipped(); })};
}

/// `agenda.toml` as a class: without what Jenkins would take for the class in a package.
std::string class_of(std::string_view path) {
    return source::visible(std::filesystem::path{path}.replace_extension().generic_string());
}

class JunitReport {
public:
    JunitReport(const Report& report, std::ostream& out) : report_(report), out_(out) {}

    void write() {
        Counts all;
        for (const auto& agenda : report_.agendas) {
            const auto counts = counts_of(cases_of(agenda));
            all.tests += counts.tests;
            all.failures += counts.failures;
        }
        fmt::print(out_, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        fmt::print(out_, "<testsuites name=\"agenda-lint\" tests=\"{}\" failures=\"{}\" errors=\"0\" time=\"0\">\n",
                   all.tests, all.failures);
        for (const auto& agenda : report_.agendas) write(agenda);
        fmt::print(out_, "</testsuites>\n");
    }

private:
    void write(const CheckedAgenda& agenda) {
        const auto cases = cases_of(agenda);
        const auto counts = counts_of(cases);
        const auto& path = agenda.loaded.text->name();
        fmt::print(out_,
                   "  <testsuite name=\"{0}\" file=\"{0}\" tests=\"{1}\" failures=\"{2}\" errors=\"0\" "
                   "skipped=\"{3}\" time=\"0\">\n",
                   xml_text(path), counts.tests, counts.failures, counts.skipped);
        const auto class_name = xml_text(class_of(path));
        for (const auto& one : cases) {
            fmt::print(out_, "    <testcase classname=\"{}\" name=\"{}\" time=\"0\"", class_name,
                       xml_text(one.rule->id));
            if (!one.fails() && !one.skipped() && one.below.empty()) {
                out_ << "/>\n";
                continue;
            }
            out_ << ">\n";
            write_outcome(one, agenda);
            out_ << "    </testcase>\n";
        }
        out_ << "  </testsuite>\n";
    }

    void write_outcome(const Case& one, const CheckedAgenda& agenda) {
        if (one.fails()) {
            const auto worst =
                (*std::max_element(one.failing.begin(), one.failing.end(), [](const Finding* a, const Finding* b) {
                    return a->severity < b->severity;
                }))->severity;
            open("failure", first_of(one.failing), finding::name_of(worst));
            write_all(one.failing, agenda);
            out_ << "</failure>\n";
        } else if (one.skipped()) {
            const auto why = one.tolerated.empty() ? std::string{"not checked"} : tolerated(one.tolerated);
            open("skipped", why);
            if (one.tolerated.empty()) fmt::print(out_, "not checked: what the rule looks at could not be read\n");
            write_all(one.tolerated, agenda);
            out_ << "</skipped>\n";
        }
        if (one.below.empty()) return;
        out_ << "      <system-out>";
        write_all(one.below, agenda);
        out_ << "</system-out>\n";
    }

    void open(std::string_view element, std::string_view message, std::string_view type = {}) {
        const auto with_type = type.empty() ? std::string{} : fmt::format(" type=\"{}\"", type);
        fmt::print(out_, "      <{} message=\"{}\"{}>", element, xml_text(message), with_type);
    }

    static std::string tolerated(const std::vector<const Finding*>& findings) {
        const auto accepted = static_cast<std::size_t>(std::count_if(
            findings.begin(), findings.end(), [](const Finding* one) { return one->state == State::accepted; }));
        const auto known = findings.size() - accepted;
        return (accepted > 0 ? counted(accepted, "accepted finding") : std::string{}) +
               (accepted > 0 && known > 0 ? ", " : "") + (known > 0 ? counted(known, "known finding") : std::string{});
    }

    static std::string first_of(const std::vector<const Finding*>& findings) {
        return findings.size() == 1 ? findings[0]->message()
                                    : fmt::format("{} (and {} more)", findings[0]->message(), findings.size() - 1);
    }

    void write_all(const std::vector<const Finding*>& findings, const CheckedAgenda& agenda) {
        for (const auto* finding : findings) {
            const auto& text = agenda.text_of(*finding);
            const auto at = text.position(finding->draft.at.offset, source::Unit::code_points);
            fmt::print(out_, "{}:{}:{}: {}: {}\n", xml_text(shown_path(text.name())), at.line, at.column,
                       finding::name_of(finding->severity), xml_text(finding->message()));
            for (const auto& note : finding->notes()) fmt::print(out_, "  = {}\n", xml_text(note));
            if (finding->state == State::accepted)
                fmt::print(out_, "  = accepted: {}\n", xml_text(acceptance(*finding)));
            if (const auto help = finding->help(); !help.empty()) fmt::print(out_, "  = help: {}\n", xml_text(help));
        }
    }

    const Report& report_;
    std::ostream& out_;
};

} // namespace

void write_junit(const Report& report, std::ostream& out) { JunitReport{report, out}.write(); }

} // namespace agenda::report
