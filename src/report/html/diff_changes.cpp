// SPDX-License-Identifier: MIT
// The changes as a list, and who must be told.
#include "report/html/diff_sections.hpp"
#include "report/wording.hpp"
#include <algorithm>

namespace agenda::report::html {
namespace {

using revision::Change;
using revision::Kind;
using revision::Member;

std::string_view group_of(Kind kind) {
    if (kind <= Kind::id_renamed) return "The event";
    if (kind <= Kind::track_edited) return "Rooms and tracks";
    if (kind <= Kind::day_edited) return "Days";
    if (kind <= Kind::slot_moved_room) return "Times and places";
    if (kind <= Kind::slot_edited) return "What slots are and say";
    return "People";
}

class Changes {
public:
    Changes(const Diff& diff, const Sides& sides, Markup& page) : diff_(diff), sides_(sides), page_(page) {}

    void write() {
        const auto& changes = diff_.comparison.changes;
        page_.raw("<section class=\"change-list\">\n<h3 id=\"changes\">What changed</h3>\n");
        if (changes.empty()) page_.raw("<p>Nothing in the agenda has changed.</p>\n");
        std::string_view group;
        for (std::size_t i = 0; i < changes.size(); ++i) {
            if (const auto next = group_of(changes[i].kind); next != group) {
                page_.raw(group.empty() ? "<h4>" : "</ul>\n<h4>").raw(next).raw("</h4>\n<ul>\n");
                group = next;
            }
            write(changes[i], i);
        }
        page_.raw(group.empty() ? "</section>\n" : "</ul>\n</section>\n");
    }

private:
    void write(const Change& change, std::size_t index) {
        page_.raw("<li id=\"").raw(change_anchor(index)).raw("\" class=\"change ").raw(revision::name_of(change.kind));
        page_.raw("\">").message(change.message);
        if (const auto note = guesses(change); !note.empty())
            page_.raw("<span class=\"note\">").raw(note).raw("</span>");
        if (change.members.size() == 1)
            write_links(change.members.front());
        else
            write_members(change);
        page_.raw("</li>\n");
    }

    void write_members(const Change& change) {
        const auto slots = std::count_if(change.members.begin(), change.members.end(), is_slot);
        const auto all = change.members.size();
        page_.raw("<details><summary>");
        page_.raw(slots > 0 ? counted(static_cast<std::size_t>(slots), "slot") : counted(all, "part"));
        page_.raw("</summary>\n<ul>\n");
        for (const auto& member : change.members) {
            page_.raw("<li><b>").text(member.name).raw("</b>");
            if (!member.says.empty()) page_.raw(": ").message(member.says);
            if (member.by == revision::MatchedBy::similarity) page_.raw(" <span class=\"note\">a guess</span>");
            write_links(member);
            page_.raw("</li>\n");
        }
        page_.raw("</ul></details>");
    }

    static bool is_slot(const Member& member) { return member.before_slot || member.after_slot; }

    /// To where the slot stood and to where it stands.
    void write_links(const Member& member) {
        if (!is_slot(member)) return;
        page_.raw(" <span class=\"places\">");
        if (member.before_slot) write_link(sides_.before, *member.before_slot, "before");
        if (member.before_slot && member.after_slot) page_.raw(" ");
        if (member.after_slot) write_link(sides_.after, *member.after_slot, "after");
        page_.raw("</span>");
    }
    void write_link(const View& view, SlotIndex slot, std::string_view which) {
        page_.raw("<a href=\"#").raw(view.anchor(slot)).raw("\">").raw(which).raw("<span class=\"unseen\">: ");
        page_.raw(view.name(slot)).raw("</span></a>");
    }

    const Diff& diff_;
    const Sides& sides_;
    Markup& page_;
};

} // namespace

void write_changes(const Diff& diff, const Sides& sides, Markup& page) { Changes{diff, sides, page}.write(); }

void write_told(const Diff& diff, Markup& page) {
    if (diff.to_tell.empty()) return;
    page.raw("<section class=\"people told\">\n<h3 id=\"told\">Who must be told</h3>\n<table><thead><tr>");
    page.raw("<th scope=\"col\">Who</th><th scope=\"col\">Why</th></tr></thead>\n<tbody>\n");
    for (const auto& told : diff.to_tell) {
        page.raw("<tr><th scope=\"row\">").text(told.name).raw("</th><td><ul>");
        for (const auto& line : lines_for(told, diff.comparison)) page.raw("<li>").message(line).raw("</li>");
        page.raw("</ul></td></tr>\n");
    }
    page.raw("</tbody></table>\n</section>\n");
}

} // namespace agenda::report::html
