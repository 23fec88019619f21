// SPDX-License-Identifier: MIT
// Reports of texts, made as `check` makes them of files, and what a format writes of them.
#pragma once
#include "app/rules.hpp"
#include "app/setup.hpp"
#include "source/unicode.hpp"
#include "support/check.hpp"
#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>
#include <sstream>

namespace agenda::test {

/// An agenda's text, and the path that it is said to have.
struct NamedText {
    NamedText(const char* agenda) : text(agenda) {}
    NamedText(std::string agenda, std::string name = "agenda.toml") : text(std::move(agenda)), path(std::move(name)) {}

    std::string text;
    std::string path = "agenda.toml";
};

struct Reporting {
    std::vector<std::string> profiles = {};
    const engine::RuleSet* rules = &few_rules();
    std::string config = {}; ///< of agenda-lint.toml; only what it accepts counts
    finding::Severity fail_on = finding::Severity::error;
};

/// What agenda-lint.toml accepts.
inline gate::AcceptList accepts_of(const std::string& config, engine::RuleSet rules) {
    if (config.empty()) return {};
    std::vector<engine::Trouble> troubles;
    static std::vector<std::shared_ptr<const source::Text>> texts; // findings point at them
    const auto& text = texts.emplace_back(std::make_shared<const source::Text>("agenda-lint.toml", config));
    auto accepts = engine::read_config(text, {}, rules, troubles).accepts;
    for (const auto& trouble : troubles) BOOST_FAIL(trouble.text());
    return {std::move(accepts), text, {}};
}

/// With the pages of the rules that found something.
inline report::Report report_on(const std::vector<NamedText>& agendas, const Reporting& how = {}) {
    engine::Choice choice;
    for (const auto& name : how.profiles) choice.profiles.push_back(&*how.rules->profile(name));
    std::vector<app::Checked> checked;
    for (const auto& one : agendas) {
        checked.push_back(app::checked(std::make_shared<const source::Text>(one.path, one.text), *how.rules, choice));
        checked.back().agenda.fail_on = how.fail_on;
    }
    auto config = accepts_of(how.config, *how.rules);
    app::accept(checked, std::vector<gate::AcceptList*>(checked.size(), &config), std::nullopt);

    report::Report report;
    report.version = "1.2.3";
    for (auto& one : checked) report.agendas.push_back(std::move(one.agenda));
    report.rules = app::found_rules(report.agendas, [&](std::size_t) { return how.rules; });
    return report;
}

/// Words that no rule has.
inline std::shared_ptr<const finding::Phrasing> other_words(std::string message, std::string help = {}) {
    class OtherWords final : public finding::Phrasing {
    public:
        OtherWords(std::string message, std::string help) : message_(std::move(message)), help_(std::move(help)) {}
        std::string message(const finding::Draft&) const override { return message_; }
        std::vector<std::string> notes(const finding::Draft&) const override { return {}; }
        std::string help(const finding::Draft&) const override { return help_; }

    private:
        std::string message_, help_;
    };
    return std::make_shared<const OtherWords>(std::move(message), std::move(help));
}

inline bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

/// How often a part is in a text, each behind the one before.
inline std::size_t count(std::string_view text, std::string_view part) {
    std::size_t result = 0;
    for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size())) ++result;
    return result;
}

inline std::string written(std::string_view format, const report::Report& report) {
    std::ostringstream out;
    report::find_format(format)->write(report, out);
    return out.str();
}

/// What was written, read by a parser that is not ours; it has to be JSON.
inline nlohmann::json parsed(const std::string& text) {
    BOOST_TEST_REQUIRE(nlohmann::json::accept(text), text);
    return nlohmann::json::parse(text);
}

/// The names of an object's members, sorted: "a b c".
inline std::string keys(const nlohmann::json& object) {
    std::string result; // nlohmann::json keeps its members sorted
    for (const auto& [key, value] : object.items()) result += (result.empty() ? "" : " ") + key;
    return result;
}

/// [[day]] with two slots at once, "a" and "b": one slot-overlap, an error.
inline const std::string overlap = "[[day]]\ndate = 2026-06-01\n[[day.slot]]\nid = \"a\"\ntime = \"10:00-11:00\"\n[[day.slot]]\nid = \"b\"\ntime = \"10:45-11:30\"\n";

/// What a title may hold to deceive a reader, a terminal, a CI runner or a page: as it is written inside a TOML string.
struct HostileTitle {
    const char* name;
    std::string written;
};
inline std::vector<HostileTitle> hostile_titles() {
    return {{"escape", "\\u001B[2J\\u001B]0;owned\\u0007"},
            {"NUL", "a\\u0000b"},
            {"half a surrogate pair", "a\\uD800b"},
            {"bidirectional", "\\u202Egnp.exe\\u2066\\u2069\\u200F\\u061C"},
            {"bidirectional as it is", "\u202Egnp"},
            {"CI command", "::error::x\\n::error file=a::y\\n##[error]z\\r\\n##[warning]x##vso[x]"},
            {"line separators", "a\\u2028b\\u2029c\\u0085d"},
            {"second block of controls", "\\u009B31m"},
            {"delete", "a\\u007Fb"},
            {"tab", "a\\tb"},
            {"braces", "{minutes} {{ }} {"},
            {"link", "[x](1) \\\\[y] ![z](javascript:alert)"},
            {"end of character data", "]]> --> <script>alert(1)</script> &amp;"},
            {"table", "a | b `c` *d* @e"},
            {"100 kB", std::string(100'000, 'x')}};
}

/// An agenda that names a title, as it is written inside a TOML string, wherever a finding could repeat it: title, room, person, kind, time,
/// id, key.
inline std::string hostile_agenda(const std::string& title) {
    const auto slot = [](const std::string& name, const std::string& time) {
        return "[[day.slot]]\ntitle = \"" + name + "\"\ntime = \"" + time + "\"\nkind = \"workshop\"\n";
    };
    return "[event]\ntitle = \"" + title + "\"\ntimezone = \"" + title + "\"\nprofile = \"" + title + "\"\n[people.ann]\nname = \"" + title +
           "\"\n[[day]]\ndate = 2026-06-01\n" + slot(title, "10:00-11:00") + "speakers = [\"ann\"]\nroom = \"" + title + "\"\n" + slot(title, "10:30-11:30") +
           "room = \"" + title + "\"\nspeakers = [\"ann\", \"" + title + "\"]\n\"" + title + "\" = 1\n[[day.slot]]\nid = \"" + title + "\"\ntime = \"" + title +
           "\"\nkind = \"" + title + "\"\n";
}

/// The first of these that a text has in it, as it stands there; empty: none of them.
inline std::string harmful_in(std::string_view text) {
    for (const char c : text)
        if ((static_cast<unsigned char>(c) < 0x20 && c != '\n') || c == 0x7F) return "control " + std::to_string(static_cast<int>(c));
    for (const std::string_view part : {"\u009B", "\u061C", "\u200E", "\u200F", "\u2028", "\u2029", "\u202A", "\u202B", "\u202C", "\u202D", "\u202E", "\u2066", "\u2067", "\u2068", "\u2069", "##[", "##vso[", "\n::"})
        if (text.find(part) != std::string_view::npos) return std::string{part};
    if (source::first_invalid_utf8(text)) return "a byte that is not UTF-8";
    return {};
}

} // namespace agenda::test
