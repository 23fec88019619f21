// SPDX-License-Identifier: MIT
#include "gate/gate.hpp"

namespace agenda::gate {

Totals& Totals::operator+=(const Totals& other) {
    error += other.error;
    warning += other.warning;
    info += other.info;
    accepted += other.accepted;
    baselined += other.baselined;
    return *this;
}

Totals totals(const std::vector<finding::Finding>& findings) {
    Totals result;
    for (const auto& finding : findings) {
        if (finding.state == finding::State::accepted)
            ++result.accepted;
        else if (finding.state == finding::State::baselined)
            ++result.baselined;
        else if (finding.severity == Severity::error)
            ++result.error;
        else if (finding.severity == Severity::warning)
            ++result.warning;
        else if (finding.severity == Severity::info)
            ++result.info;
    }
    return result;
}

bool fails(const Totals& totals, Severity fail_on) {
    switch (fail_on) {
    case Severity::error: return totals.error > 0;
    case Severity::warning: return totals.error + totals.warning > 0;
    case Severity::info: return totals.error + totals.warning + totals.info > 0;
    case Severity::off: break;
    }
    return false;
}

Severity threshold(std::optional<Severity> above, const std::vector<const engine::Profile*>& profiles) {
    if (above) return *above;
    auto result = Severity::error;
    for (const auto* profile : profiles)
        if (profile->fail_on) result = *profile->fail_on;
    return result;
}

std::string_view name_of_threshold(Severity fail_on) {
    return fail_on == Severity::off ? "never" : finding::name_of(fail_on);
}

std::optional<Severity> threshold_named(std::string_view name) {
    if (name == "never") return Severity::off;
    return name == "off" ? std::nullopt : finding::severity_named(name);
}

} // namespace agenda::gate
