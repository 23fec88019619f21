// SPDX-License-Identifier: MIT
#include "report/wording.hpp"
#include "source/unicode.hpp"
#include <fmt/format.h>

namespace agenda::report {

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
    return count == 1     ? fmt::format("1 {}", one)
           : many.empty() ? fmt::format("{} {}s", count, one)
                          : fmt::format("{} {}", count, many);
}

std::string counted(const gate::Totals& totals) {
    return fmt::format("{}, {}, {}", counted(totals.error, "error"), counted(totals.warning, "warning"),
                       counted(totals.info, "info"));
}

std::string shown_path(std::string_view name) {
    auto shown = source::visible(name);
    if (shown.find("::") == std::string::npos) return shown;
    // Runners pass over blanks, of all scripts, before the two colons.
    const bool may_be_blank = shown.front() == ' ' || static_cast<unsigned char>(shown.front()) >= 0x80U;
    return shown.front() == ':' || may_be_blank ? "./" + shown : shown;
}

std::string verdict(const Report& report) {
    const auto threshold = report.fail_on();
    const auto fails_at = !threshold || *threshold == gate::Severity::error
                              ? std::string{}
                              : fmt::format(" (fails at {})", gate::name_of_threshold(*threshold));
    const auto files =
        report.agendas.size() == 1 ? std::string{} : fmt::format(" in {}", counted(report.agendas.size(), "agenda"));
    return fmt::format("{}: {}{}{}", report.failed() ? "check failed" : "check passed", counted(report.totals()), files,
                       fails_at);
}

std::string acceptance(const finding::Finding& finding) {
    return finding.by.empty() ? finding.reason : fmt::format("{} ({})", finding.reason, finding.by);
}

} // namespace agenda::report
