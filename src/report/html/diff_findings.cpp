// SPDX-License-Identifier: MIT
// The findings of both revisions: each as on the page of `check`, those that both have once.
#include "report/html/diff_sections.hpp"
#include "report/html/sections.hpp"
#include "report/wording.hpp"

namespace agenda::report::html {
namespace {

/// A heading and what `content` writes; nothing where there is none. What is folded on a screen is unfolded on paper.
void write_group(std::string_view name, std::size_t count, bool folded, Markup& page, const auto& content) {
    if (count == 0) return;
    page.raw("<section class=\"group ").raw(name).raw("\">\n<h4 id=\"").raw(name).raw("\"><span>");
    page.raw(counted(count, "finding")).raw(name == "still" ? " still there" : " ");
    if (name != "still") page.raw(name);
    page.raw("</span></h4>\n");
    if (folded) page.raw("<details><summary>Show what both revisions have</summary>\n");
    content();
    page.raw(folded ? "</details>\n</section>\n" : "</section>\n");
}

} // namespace

void write_compared_findings(const Diff& diff, const Sides& sides, Markup& page) {
    const auto& [introduced, fixed, changed, still] = diff.findings;
    const auto& earlier = diff.earlier().findings;
    const auto& later = diff.later().findings;
    page.raw("<section class=\"findings\">\n<h3 id=\"findings\">Findings</h3>\n");
    if (introduced.empty() && fixed.empty() && changed.empty() && still.empty())
        page.raw("<p>Nothing was found in either revision.</p>\n");
    write_group("introduced", introduced.size(), false, page, [&] {
        for (const auto index : introduced) write_finding(sides.after, later[index], page);
    });
    write_group("changed", changed.size(), false, page, [&] {
        for (const auto& pair : changed) write_finding(sides.after, later[pair.after], page, &earlier[pair.before]);
    });
    write_group("fixed", fixed.size(), false, page, [&] {
        for (const auto index : fixed) write_finding(sides.before, earlier[index], page);
    });
    write_group("still", still.size(), true, page, [&] {
        for (const auto& pair : still) write_finding(sides.after, later[pair.after], page);
    });
    page.raw("</section>\n");
}

} // namespace agenda::report::html
