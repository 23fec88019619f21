// SPDX-License-Identifier: MIT
// What every report is made from, and the formats that there are. A report writes bytes and knows no file.
#pragma once
#include "gate/gate.hpp"
#include "report/rule_page.hpp"
#include <ostream>
#include <set>
#include <span>

namespace agenda::report {

struct CheckedAgenda {
    load::Loaded loaded;
    engine::Result result;
    gate::Severity fail_on = gate::Severity::error;
    std::vector<std::string> profiles; ///< in force, in the order in which they were laid over one another
    /// The fingerprints that a baseline or another revision knows, whatever the state of their findings; nothing where
    /// the agenda is compared with neither.
    std::optional<std::set<std::uint64_t>> known;

    /// The file in which a finding stands: the agenda, a file that it includes, or agenda-lint.toml.
    const source::Text& text_of(const finding::Finding& finding) const {
        return finding.draft.file ? *finding.draft.file : loaded.text->file_at(finding.draft.at.offset);
    }
};

/// The file in which a related place stands; `text` is that of the finding.
inline const source::Text& text_of(const finding::Related& related, const source::Text& text) {
    return related.file ? *related.file : text;
}

/// A rule that found something, with its page.
struct FoundRule {
    const engine::Rule* rule;
    const std::vector<engine::Profile>* profiles;
    engine::RulePage page;

    RuleOnPage on_page() const { return {*rule, page, *profiles}; }
};

struct Report {
    std::string version; ///< of the tool
    std::vector<CheckedAgenda> agendas;
    /// Those that have a finding in any state, sorted by id; empty unless a format of the run explains rules.
    std::vector<FoundRule> rules;
    std::optional<time::Date> as_of; ///< nothing where nothing depends on the date
    bool color = false;              ///< of the text on a terminal
    bool show_accepted = false;      ///< and known ones, in what people read: JSON has them always
    /// Text and concise leave out what does not fail the check, or where nothing does what is no error; totals count
    /// it.
    bool quiet = false;
    bool ascii = false; ///< text and concise are in ASCII

    /// Whether text and concise tell of a finding of this agenda.
    bool tells(const CheckedAgenda& agenda, const finding::Finding& finding) const;
    gate::Totals totals() const;
    /// Whether any agenda fails at its own threshold.
    bool failed() const;
    /// The threshold that all agendas have; nothing where they differ, or where there is none.
    std::optional<gate::Severity> fail_on() const;
    /// Each profile that is in force somewhere, once, in the order of the agendas.
    std::vector<std::string> profiles() const;
    /// Nothing for one that found nothing, or where no format explains rules.
    const FoundRule* rule(std::string_view id) const;
};

struct Format {
    std::string_view name;
    std::string_view means;
    void (*write)(const Report&, std::ostream&);
    bool explains = false; ///< needs Report::rules
};
/// All formats, sorted by name.
std::span<const Format> formats();
const Format* find_format(std::string_view name);

void write_concise(const Report& report, std::ostream& out);
void write_github(const Report& report, std::ostream& out);
void write_gitlab(const Report& report, std::ostream& out);
void write_html(const Report& report, std::ostream& out);
void write_json(const Report& report, std::ostream& out);
void write_junit(const Report& report, std::ostream& out);
void write_markdown(const Report& report, std::ostream& out);
void write_rdjson(const Report& report, std::ostream& out);
void write_sarif(const Report& report, std::ostream& out);
void write_text(const Report& report, std::ostream& out);

/// The Markdown report in at most so many bytes, for pages that take no more: the head, then the findings, then the
/// timetables, each whole; what does not fit any more is counted at the end. The head is always there.
void write_short_markdown(const Report& report, std::size_t most_bytes, std::ostream& out);

} // namespace agenda::report
