// SPDX-License-Identifier: MIT
#include "finding/finding.hpp"
#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace agenda::finding {
namespace {

constexpr std::array severities{std::pair{Severity::off, "off"}, std::pair{Severity::info, "info"},
                                std::pair{Severity::warning, "warning"}, std::pair{Severity::error, "error"}};

class Fnv1a {
public:
    void add(std::string_view text) {
        for (const char c : text) step(static_cast<unsigned char>(c));
        step(0); // "ab","c" is not "a","bc"
    }
    std::uint64_t value() const { return hash_; }

private:
    void step(unsigned char byte) { hash_ = (hash_ ^ byte) * 0x100000001b3ULL; }
    std::uint64_t hash_ = 0xcbf29ce484222325ULL;
};

} // namespace

std::string_view name_of(Severity severity) { return severities[static_cast<std::size_t>(severity)].second; }

std::optional<Severity> severity_named(std::string_view name) {
    for (const auto& [severity, known] : severities)
        if (known == name) return severity;
    return std::nullopt;
}

Severity lowered(Severity severity) {
    if (severity == Severity::error) return Severity::warning;
    return severity == Severity::warning ? Severity::info : severity;
}

std::string_view name_of(State state) {
    switch (state) {
    case State::open: return "open";
    case State::accepted: return "accepted";
    case State::baselined: return "baselined";
    }
    return "";
}

void sort_about(Draft& draft) {
    std::sort(draft.about.begin(), draft.about.end());
    draft.about.erase(std::unique(draft.about.begin(), draft.about.end()), draft.about.end());
}

std::uint64_t fingerprint(std::string_view rule, const Draft& draft, std::uint64_t ordinal) {
    auto about = draft.about;
    std::sort(about.begin(), about.end());
    Fnv1a hash;
    hash.add(rule);
    for (const auto& id : about) hash.add(id);
    hash.add("");
    hash.add(draft.key);
    if (ordinal != 0) hash.add(std::to_string(ordinal));
    return hash.value();
}

std::string format_fingerprint(std::uint64_t fingerprint) {
    std::string digits(16, '0');
    for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit, fingerprint >>= 4U)
        *digit = "0123456789abcdef"[fingerprint & 0xFU];
    return digits;
}

} // namespace agenda::finding
