// SPDX-License-Identifier: MIT
// A line a finding, as compilers write them: "path:line:column: severity rule-id: message". Nothing else is written, so
// that every line can be parsed; an accepted finding ends in " [accepted: why (who)]", a known one in " [known]".
#include "report/wording.hpp"
#include "source/unicode.hpp"
#include <fmt/format.h>
#include <fmt/ostream.h>

namespace agenda::report {

void write_concise(const Report& report, std::ostream& out) {
    const auto plain = [&](const std::string& text) { return report.ascii ? source::ascii(text) : text; };
    for (const auto& agenda : report.agendas)
        for (const auto& finding : agenda.result.findings) {
            if (!report.tells(agenda, finding)) continue;
            const auto& text = agenda.text_of(finding);
            const auto at = text.position(finding.draft.at.offset, source::Unit::code_points);
            const auto state = finding.state == finding::State::accepted
                                   ? fmt::format(" [accepted: {}]", source::visible(acceptance(finding)))
                               : finding.state == finding::State::baselined ? std::string{" [known]"}
                                                                            : std::string{};
            fmt::print(out, "{}:{}:{}: {} {}: {}{}\n", plain(shown_path(text.name())), at.line, at.column,
                       finding::name_of(finding.severity), finding.rule, plain(source::visible(finding.message())),
                       plain(state));
        }
}

} // namespace agenda::report
