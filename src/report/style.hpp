// SPDX-License-Identifier: MIT
// The colours of a terminal, or none.
#pragma once
#include "finding/finding.hpp"
#include <fmt/format.h>
#include <string>
#include <string_view>

namespace agenda::report {

class Style {
public:
    explicit Style(bool color) : color_(color) {}
    std::string bold(std::string_view text) const { return in("1", text); }
    std::string margin(std::string_view text) const { return in("34", text); }
    std::string severity(finding::Severity severity, std::string_view text) const {
        switch (severity) {
        case finding::Severity::error: return in("1;31", text);
        case finding::Severity::warning: return in("1;33", text);
        default: return in("1;36", text);
        }
    }

private:
    std::string in(std::string_view code, std::string_view text) const {
        return color_ ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : std::string{text};
    }
    bool color_;
};

} // namespace agenda::report
