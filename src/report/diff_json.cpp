// SPDX-License-Identifier: MIT
// agenda-lint/diff/1. Nothing is left out.
#include "report/diff.hpp"
#include "report/json_finding.hpp"
#include <fmt/format.h>
#include <map>

namespace agenda::report {
namespace {

using revision::Change;
using revision::Edit;
using revision::Member;

class DiffJson {
public:
    DiffJson(const Diff& diff, std::ostream& out) : diff_(diff), json_(out) {}

    void write() {
        json_.begin_object();
        json_.member("schema", "agenda-lint/diff/1");
        json_.key("tool");
        json_.begin_object();
        json_.member("name", "agenda-lint");
        json_.member("version", diff_.version);
        json_.end_object();
        json_.member("old", old_text().name());
        json_.member("new", new_text().name());
        json_.key("as_of");
        if (diff_.as_of)
            json_.value(time::format_date(*diff_.as_of));
        else
            json_.value(nullptr);
        json_.member("fail_on", gate::name_of_threshold(diff_.after.fail_on));
        json_.member("failed", diff_.failed());
        array("changes", diff_.comparison.changes, [&](const Change& change) { write(change); });
        write_findings();
        array("to_tell", diff_.to_tell, [&](const revision::Told& told) { write(told); });
        write_summary();
        json_.end_object();
        json_.finish();
    }

private:
    const source::Text& old_text() const { return *diff_.before.loaded.text; }
    const source::Text& new_text() const { return *diff_.after.loaded.text; }

    void array(std::string_view key, const auto& range, const auto& write_one) {
        json_.key(key);
        json_.begin_array();
        for (const auto& one : range) write_one(one);
        json_.end_array();
    }

    void write(const Change& change) {
        json_.begin_object();
        json_.member("kind", name_of(change.kind));
        json_.list("about", change.about());
        json_.member("message", change.message);
        const bool alone = change.members.size() == 1;
        if (alone) write_values(change.members.front());
        json_.member("matched_by", name_of(change.by()));
        if (alone) write_places(change.members.front());
        json_.key("members");
        json_.begin_array();
        if (!alone)
            for (const auto& member : change.members) write(member);
        json_.end_array();
        json_.end_object();
    }

    void write(const Member& member) {
        json_.begin_object();
        json_.key("about");
        json_.begin_array();
        json_.value(member.after_about.empty() ? member.before_about : member.after_about);
        json_.end_array();
        json_.member("message", member.says);
        write_values(member);
        json_.member("matched_by", name_of(member.by));
        write_places(member);
        json_.end_object();
    }

    /// "old" and "new", each with what the thing is called there and the values that are not in the other.
    void write_values(const Member& member) {
        write_values("old", member.before_about, member.edits, &Edit::before);
        write_values("new", member.after_about, member.edits, &Edit::after);
    }

    void write_values(std::string_view side, const std::string& about, const std::vector<Edit>& edits,
                      std::optional<std::string> Edit::*value) {
        std::map<std::string, std::vector<std::string>> values;
        for (const auto& edit : edits)
            if (edit.*value) values[edit.key].push_back(*(edit.*value));
        json_.key(side);
        if (about.empty()) return json_.value(nullptr);
        json_.begin_object();
        json_.member("about", about);
        for (const auto& [key, all] : values) {
            if (all.size() > 1) {
                json_.list(key, all);
                continue;
            }
            json_.member(key, all.front());
        }
        json_.end_object();
    }

    void write_places(const Member& member) {
        write_place("old_place", old_text(), member.before_at);
        write_place("new_place", new_text(), member.after_at);
    }
    void write_place(std::string_view key, const source::Text& text, const std::optional<source::Span>& at) {
        json_.key(key);
        if (!at) return json_.value(nullptr);
        const auto position = text.position(at->offset, source::Unit::code_points);
        const auto& file = text.file_at(at->offset);
        json_.begin_object();
        if (&file != &text) json_.member("path", file.name());
        json_.member("line", position.line);
        json_.member("column", position.column);
        json_.end_object();
    }

    void write_findings() {
        const auto& findings = diff_.findings;
        const auto later = [&](std::size_t index) {
            const auto& finding = diff_.later().findings[index];
            write_finding(finding, diff_.after.text_of(finding), json_);
        };
        const auto earlier = [&](std::size_t index) {
            const auto& finding = diff_.earlier().findings[index];
            write_finding(finding, diff_.before.text_of(finding), json_);
        };
        json_.key("findings");
        json_.begin_object();
        array("introduced", findings.introduced, later);
        array("fixed", findings.fixed, earlier);
        array("changed", findings.changed, [&](const gate::FindingPair& pair) {
            json_.begin_object();
            json_.key("old");
            earlier(pair.before);
            json_.key("new");
            later(pair.after);
            json_.end_object();
        });
        array("still", findings.still, [&](const gate::FindingPair& pair) { later(pair.after); });
        json_.end_object();
    }

    void write(const revision::Told& told) {
        json_.begin_object();
        json_.member("person", told.after ? diff_.after.loaded.agenda.people[*told.after].id
                                          : diff_.before.loaded.agenda.people[*told.before].id);
        json_.member("name", told.name);
        json_.key("changes");
        json_.begin_array();
        std::optional<std::size_t> last;
        for (const auto& reason : told.reasons) {
            if (reason.change != last) json_.value(reason.change);
            last = reason.change;
        }
        json_.end_array();
        json_.list("because", lines_for(told, diff_.comparison));
        json_.end_object();
    }

    void write_summary() {
        json_.key("summary");
        json_.begin_object();
        json_.member("changes", diff_.comparison.changes.size());
        json_.member("guessed", diff_.comparison.guessed);
        json_.member("introduced", diff_.findings.introduced.size());
        json_.member("fixed", diff_.findings.fixed.size());
        json_.member("changed", diff_.findings.changed.size());
        json_.member("still", diff_.findings.still.size());
        json_.end_object();
    }

    const Diff& diff_;
    JsonWriter json_;
};

} // namespace

void write_diff_json(const Diff& diff, std::ostream& out) { DiffJson{diff, out}.write(); }

} // namespace agenda::report
