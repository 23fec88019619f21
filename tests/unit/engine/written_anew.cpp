// SPDX-License-Identifier: MIT
#include "unit/engine/written_anew.hpp"
#include "engine/rule_files.hpp"
#include "source/toml_writer.hpp"
#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <sstream>

namespace agenda::test {
namespace {

using source::Document;
using source::Entry;
using source::Kind;
using source::Stored;
using source::Value;

Document document_of(const std::string& text) { return Document{std::make_shared<const source::Text>("agenda.toml", text)}; }

bool is_bare(std::string_view key) {
    return !key.empty() && std::all_of(key.begin(), key.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_'; });
}

std::string key_text(std::string_view key) {
    if (is_bare(key)) return std::string{key};
    std::string result = "\"";
    for (const char c : key) {
        if (c == '"' || c == '\\') result += '\\';
        if (static_cast<unsigned char>(c) < 0x20U)
            result += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        else
            result += c;
    }
    return result + "\"";
}

bool is_list_of_tables(const Value& value) {
    const auto elements = value.elements();
    return !elements.empty() && std::all_of(elements.begin(), elements.end(), [](const Value& one) { return one.is(Kind::table); });
}

class Writer {
public:
    explicit Writer(const Order& order) : order_(order) {}

    std::string whole(const Value& root) {
        std::string values;
        std::vector<std::string> tables;
        for (const auto& entry : in_order(root.entries())) {
            if (entry.value.is(Kind::table))
                tables.push_back("[" + key_text(entry.key) + "]\n" + lines(entry.value));
            else if (is_list_of_tables(entry.value))
                tables.push_back(headed(entry));
            else
                values += line(entry);
        }
        return values + fmt::format("{}", fmt::join(tables, ""));
    }

private:
    std::vector<Entry> in_order(const source::Members<Entry>& all) {
        std::vector<Entry> entries{all.begin(), all.end()};
        if (order_.chance) order_.chance->shuffle(entries);
        return entries;
    }
    std::string line(const Entry& entry) { return key_text(entry.key) + " = " + inline_value(entry.value) + "\n"; }
    std::string lines(const Value& table) {
        std::string result;
        for (const auto& entry : in_order(table.entries())) result += line(entry);
        return result;
    }
    std::string inline_value(const Value& value) {
        std::string result;
        const auto add = [&](const std::string& text) { result += (result.empty() ? "" : ", ") + text; };
        if (value.is(Kind::table)) {
            for (const auto& entry : in_order(value.entries())) add(key_text(entry.key) + " = " + inline_value(entry.value));
            return "{ " + result + " }";
        }
        if (!is_list_of_tables(value)) return std::string{value.written()};
        for (const auto& element : value.elements()) add(inline_value(element));
        return "[" + result + "]";
    }

    /// A list of tables, a header each; the slots of a day too.
    std::string headed(const Entry& list) {
        std::vector<std::string> tables;
        for (const auto& table : list.value.elements()) {
            std::string text = "[[" + key_text(list.key) + "]]\n", slots;
            for (const auto& entry : in_order(table.entries()))
                if (list.key == "day" && entry.key == "slot" && is_list_of_tables(entry.value))
                    slots = slots_of(entry.value);
                else
                    text += line(entry);
            tables.push_back(text + slots);
        }
        if (order_.slots && list.key == "day") order_.chance->shuffle(tables);
        return fmt::format("{}", fmt::join(tables, ""));
    }
    std::string slots_of(const Value& list) {
        std::vector<std::string> slots;
        for (const auto& slot : list.elements()) {
            ++slots_;
            auto text = "[[day.slot]]\n" + lines(slot);
            if (!slot.find("id")) text += fmt::format("id = \"slot-{}\"\n", slots_);
            slots.push_back(std::move(text));
        }
        if (order_.slots) order_.chance->shuffle(slots);
        return fmt::format("{}", fmt::join(slots, ""));
    }

    Order order_;
    int slots_ = 0;
};

/// The value as an importer would make it: with no dates. Nothing for what none makes.
std::optional<Stored> made_of(const Value& value, source::Store& store) {
    std::vector<Stored> inside;
    switch (value.kind()) {
    case Kind::string: return store.string(value.string(), {});
    case Kind::date: return store.string(value.written(), {});
    case Kind::boolean: return Stored::flag(value.boolean(), {});
    case Kind::integer: return Stored::whole(value.integer(), {});
    case Kind::table:
        for (const auto& entry : value.entries()) {
            auto member = made_of(entry.value, store);
            if (!member) return std::nullopt;
            member->key = entry.key;
            inside.push_back(*member);
        }
        return store.table(inside, {});
    case Kind::array:
        for (const auto& element : value.elements()) {
            const auto one = made_of(element, store);
            if (!one) return std::nullopt;
            inside.push_back(*one);
        }
        return store.list(inside, {});
    default: return std::nullopt;
    }
}

std::vector<Sample> read_examples() {
    std::vector<Sample> result;
    for (const auto& path : engine::rule_files(std::filesystem::path{AGENDA_SOURCE_DIR} / "rules")) {
        std::vector<engine::Trouble> troubles;
        const Document file{engine::read_text(path, troubles)};
        const auto list = file.root().find("example");
        if (!list) continue;
        for (const auto& example : list->elements()) {
            const auto agenda = example.find("agenda");
            Sample one{path.stem().string(), agenda ? std::string{agenda->string()} : "", {}};
            if (const auto name = example.find("name")) one.name += ": " + std::string{name->string()};
            if (const auto profiles = example.find("profiles"))
                for (const auto& profile : profiles->elements()) one.profiles.emplace_back(profile.string());
            const auto document = document_of(one.text);
            if (document.errors().empty() && !document.root().find("include") && document.root().find("day")) result.push_back(std::move(one));
        }
    }
    return result;
}

} // namespace

const std::vector<Sample>& examples() {
    static const auto all = read_examples();
    return all;
}

std::vector<Sample> made_up(unsigned seeds) {
    std::vector<Sample> result;
    for (unsigned seed = 0; seed < seeds; ++seed) {
        Chance chance{seed};
        result.push_back({fmt::format("seed {}", seed), written(make_agenda(chance, 4, 20)), {}});
    }
    return result;
}

std::string written_anew(const std::string& text, const Order& order) { return Writer{order}.whole(document_of(text).root()); }

std::optional<std::string> printed(const std::string& text) {
    const auto document = document_of(text);
    source::Store store{document.text(), text.size()};
    const auto root = made_of(document.root(), store);
    if (!root) return std::nullopt;
    std::ostringstream out;
    source::write_toml(*root, out);
    return out.str();
}

std::string identity_of(const finding::Finding& finding) {
    auto about = finding.draft.about;
    std::sort(about.begin(), about.end());
    return fmt::format("{} {} about {} | key {}", finding.rule, name_of(finding.severity), fmt::join(about, " "), finding.draft.key);
}

std::string said_of(const finding::Finding& finding) {
    std::vector<std::string> facts;
    for (const auto& fact : finding.draft.facts) facts.push_back(fmt::format("{}={}", fact.name, finding.draft.facts.text(fact.name)));
    std::sort(facts.begin(), facts.end());
    return identity_of(finding) + fmt::format(" | {} | {} | {} | {}", finding.message(), fmt::join(finding.notes(), " / "), finding.help(), fmt::join(facts, ", "));
}

std::string line_of(const finding::Finding& finding) {
    auto line = said_of(finding) + " | " + finding.draft.label;
    for (const auto& one : finding.draft.related) line += " | " + one.label;
    return line;
}

std::vector<std::string> lines_of(const Checked& checked, std::string (*shown)(const finding::Finding&), const std::set<std::string>& without) {
    std::vector<std::string> lines;
    for (const auto& finding : checked.result.findings)
        if (!without.contains(finding.rule)) lines.push_back(shown(finding));
    std::sort(lines.begin(), lines.end());
    return lines;
}

std::string difference(const std::vector<std::string>& one, const std::vector<std::string>& other) {
    std::string result;
    const auto add = [&](const std::vector<std::string>& all, const std::vector<std::string>& without, const char* mark) {
        std::vector<std::string> only;
        std::set_difference(all.begin(), all.end(), without.begin(), without.end(), std::back_inserter(only));
        for (const auto& line : only) result += mark + line + "\n";
    };
    add(one, other, "- ");
    add(other, one, "+ ");
    return result;
}

} // namespace agenda::test
