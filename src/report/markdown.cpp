// SPDX-License-Identifier: MIT
// GitHub-flavoured Markdown for a comment on a change: the verdict, a table by severity, the findings by severity and
// rule in folds, the days as tables. Everything of an agenda goes through markdown_text.
#include "report/markdown_text.hpp"
#include "report/schedule.hpp"
#include "report/wording.hpp"
#include "source/unicode.hpp"
#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <fmt/ostream.h>
#include <limits>
#include <unordered_map>

namespace agenda::report {
namespace {

using finding::Finding;
using finding::Severity;
using finding::State;

/// Code points of a title or a name in a cell of a timetable.
constexpr std::size_t longest_name = 120;
/// Bytes kept free for what closes a fold and says what was left out.
constexpr std::size_t closing_room = 200;

struct Found {
    const Finding* finding;
    const CheckedAgenda* agenda;
};

std::string cell(std::string_view text) {
    const auto size = source::prefix_size(text, longest_name);
    return markdown_text(text.substr(0, size)) + (size < text.size() ? "…" : "");
}

/// Opens one; "\n</details>\n" closes it.
std::string fold(std::string_view summary, bool open) {
    return fmt::format("\n<details{}><summary>{}</summary>\n", open ? " open" : "", summary);
}

/// Open findings by the slots that they are about.
class Marks {
public:
    explicit Marks(const CheckedAgenda& agenda) {
        for (const auto& finding : agenda.result.findings) {
            if (finding.state != State::open) continue;
            for (const auto& about : finding.draft.about)
                if (about.starts_with("slot:")) ++by_slot_[about][static_cast<std::size_t>(finding.severity)];
        }
    }
    std::string of(const Agenda& agenda, SlotIndex index) const {
        const auto& slot = agenda.slots[index];
        std::vector<std::string> words;
        if (slot.cancelled) words.emplace_back("cancelled");
        if (slot.optional) words.emplace_back("optional");
        if (const auto found = by_slot_.find(agenda.about(index)); found != by_slot_.end())
            for (const auto severity : {Severity::error, Severity::warning, Severity::info})
                if (const auto count = found->second[static_cast<std::size_t>(severity)]; count > 0)
                    words.push_back(counted(count, finding::name_of(severity)));
        return fmt::format("{}", fmt::join(words, ", "));
    }

private:
    std::unordered_map<std::string, std::array<std::size_t, 4>> by_slot_; // only ever looked up
};

class MarkdownReport {
public:
    MarkdownReport(const Report& report, std::size_t most_bytes, std::ostream& out)
        : report_(report), most_(most_bytes), out_(out) {}

    void write() {
        write(head());
        for (const auto severity : {Severity::error, Severity::warning, Severity::info})
            write_findings(found(State::open, severity), std::string{finding::name_of(severity)},
                           severity == Severity::error);
        if (report_.show_accepted) {
            write_findings(found(State::accepted), "accepted finding", false);
            write_findings(found(State::baselined), "known finding", false);
        }
        for (const auto& agenda : report_.agendas) write_days(agenda);
        if (findings_left_out_ + days_left_out_ == 0) return;
        fmt::print(out_, "\nLeft out, since this page takes no more: {} and the timetables of {}.\n",
                   counted(findings_left_out_, "finding"), counted(days_left_out_, "day"));
    }

private:
    std::string head() const {
        const auto totals = report_.totals();
        auto text = fmt::format("### Agenda {}\n\n| | findings |\n|---|---:|\n", verdict(report_));
        text +=
            fmt::format("| error | {} |\n| warning | {} |\n| info | {} |\n", totals.error, totals.warning, totals.info);
        if (totals.accepted > 0) text += fmt::format("| accepted | {} |\n", totals.accepted);
        if (totals.baselined > 0) text += fmt::format("| known before | {} |\n", totals.baselined);
        return text;
    }

    std::vector<Found> found(State state, std::optional<Severity> severity = std::nullopt) const {
        std::vector<Found> result;
        for (const auto& agenda : report_.agendas)
            for (const auto& finding : agenda.result.findings)
                if (finding.state == state && (!severity || finding.severity == *severity))
                    result.push_back({&finding, &agenda});
        std::stable_sort(result.begin(), result.end(),
                         [](const Found& a, const Found& b) { return a.finding->rule < b.finding->rule; });
        return result;
    }

    void write_findings(const std::vector<Found>& findings, std::string_view word, bool open) {
        if (findings.empty()) return;
        auto before = fold(counted(findings.size(), word), open);
        std::string_view rule;
        std::size_t count = 0;
        for (const auto& one : findings) {
            if (one.finding->rule != rule) before += heading(one.finding->rule);
            rule = one.finding->rule;
            if (!put(before + item(one))) break;
            before.clear();
            ++count;
        }
        findings_left_out_ += findings.size() - count;
        if (count > 0) write("\n</details>\n");
    }

    std::string heading(const std::string& id) const {
        const auto* rule = report_.rule(id);
        const auto summary = rule ? ": " + markdown_message(rule->rule->summary) : std::string{};
        return fmt::format("\n**{}**{}\n\n", markdown_text(id), summary);
    }

    static std::string item(const Found& one) {
        const auto& text = one.agenda->text_of(*one.finding);
        const auto at = text.position(one.finding->draft.at.offset, source::Unit::code_points);
        auto result = fmt::format("- {} {}", markdown_code(fmt::format("{}:{}:{}", text.name(), at.line, at.column)),
                                  markdown_message(one.finding->message()));
        for (const auto& note : one.finding->notes()) result += "<br>" + markdown_message(note);
        if (one.finding->state == State::accepted)
            result += "<br>accepted: " + markdown_message(acceptance(*one.finding));
        if (const auto help = one.finding->help(); !help.empty()) result += "<br>help: " + markdown_message(help);
        return result + "\n";
    }

    void write_days(const CheckedAgenda& checked) {
        const auto& agenda = checked.loaded.agenda;
        const Marks marks{checked};
        auto before = fold(fmt::format("{}: {}, {}", markdown_text(checked.loaded.text->name()),
                                       counted(agenda.days.size(), "day"), counted(agenda.slots.size(), "slot")),
                           false);
        std::size_t count = 0;
        for (const auto& day : agenda.days) {
            if (!put(before + table(agenda, day, marks))) break;
            before.clear();
            ++count;
        }
        days_left_out_ += agenda.days.size() - count;
        if (count > 0) write("\n</details>\n");
    }

    static std::string table(const Agenda& agenda, const Day& day, const Marks& marks) {
        auto result =
            fmt::format("\n**{}{}**\n",
                        day.date.ok() ? fmt::format("{} {}", time::format_date(day.date), time::weekday_name(day.date))
                                      : "a day without a date",
                        day.label.empty() ? std::string{} : ": " + cell(day.label));
        if (day.slots.empty()) return result + "\nno slots\n";
        result += "\n| time | slot | place | people | marks |\n|---|---|---|---|---|\n";
        for (const auto index : day.slots) {
            const auto& slot = agenda.slots[index];
            std::vector<std::string> people;
            for (const auto& appearance : slot.people) people.push_back(cell(person_text(agenda, appearance)));
            result += fmt::format("| {} | {} | {} | {} | {} |\n", cell(time_text(slot)), cell(title_text(slot)),
                                  cell(place_text(agenda, place_of(agenda, slot))), fmt::join(people, ", "),
                                  marks.of(agenda, index));
        }
        return result;
    }

    /// Whether there was room for it; once there was none, there is none.
    bool put(const std::string& text) {
        full_ = full_ || text.size() > most_ - std::min(most_, written_ + closing_room);
        if (!full_) write(text);
        return !full_;
    }
    void write(std::string_view text) {
        out_ << text;
        written_ += text.size();
    }

    const Report& report_;
    std::size_t most_;
    std::ostream& out_;
    std::size_t written_ = 0;
    bool full_ = false;
    std::size_t findings_left_out_ = 0, days_left_out_ = 0;
};

} // namespace

void write_markdown(const Report& report, std::ostream& out) {
    MarkdownReport{report, std::numeric_limits<std::size_t>::max(), out}.write();
}

void write_short_markdown(const Report& report, std::size_t most_bytes, std::ostream& out) {
    MarkdownReport{report, most_bytes, out}.write();
}

} // namespace agenda::report
