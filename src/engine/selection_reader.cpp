// SPDX-License-Identifier: MIT
#include "engine/selection_reader.hpp"

namespace agenda::engine {
namespace {

using source::Entry;
using source::Kind;
using source::Span;
using source::Value;

constexpr std::string_view day_words = "first last monday tuesday wednesday thursday friday saturday sunday";

class SelectionReader {
public:
    SelectionReader(FileReader& file, const checks::Check& check, const Kinds& kinds, Rule& rule)
        : file_(file), check_(check), kinds_(kinds), rule_(rule), root_(file.root()) {}

    void read() {
        if (const auto select = file_.table(root_, "select"); select && takes_selection(select->span()))
            read_selection(*select, rule_.selection, check_.selects);
        if (const auto other = file_.table(root_, "other")) {
            if (check_.relates)
                read_selection(*other, rule_.other, check_.others.empty() ? check_.selects : check_.others);
            else
                file_.trouble(other->span(), "the check `" + rule_.check + "` holds nothing against an `other`");
        } else if (check_.relates) {
            file_.trouble({}, "the check `" + rule_.check +
                                  "` needs an [other]: what the selected things are held against");
        }
        const auto except = root_.find("except");
        if (!except) return;
        if (!except->is(Kind::array)) return file_.trouble(except->span(), "exceptions are written [[except]]");
        if (!takes_selection(except->span())) return;
        for (const auto& value : except->elements())
            rule_.selection.except.push_back(conditions(value, sorts(rule_.selection, check_.selects), false));
    }

private:
    /// `known`: the sorts that it can choose, the standard one first.
    void read_selection(const Value& table, Selection& selection, std::string_view known) {
        for (const auto& name : file_.texts(table, "of")) {
            const auto sort = sort_named(name);
            if (sort && listed(known, name))
                selection.of.push_back(*sort);
            else
                file_.trouble(table.find("of")->span(), "the check `" + rule_.check + "` looks at no `" + name +
                                                            "`; it knows: " + std::string{known});
        }
        selection.select = conditions(table, sorts(selection, known), true);
    }

    bool takes_selection(Span at) {
        if (!check_.selects.empty()) return true;
        file_.trouble(at, "the check `" + rule_.check + "` takes no selection");
        return false;
    }

    static std::vector<Sort> sorts(const Selection& selection, std::string_view known) {
        if (!selection.of.empty()) return selection.of;
        return {*sort_named(known.substr(0, known.find(' ')))};
    }

    Conditions conditions(const Value& table, const std::vector<Sort>& sorts_meant, bool of) {
        Conditions result;
        for (const auto& entry : table.entries()) {
            if (of && entry.key == "of") continue;
            const auto* spec = condition_spec(entry.key);
            if (!spec) {
                std::vector<std::string_view> known{"of"};
                for (const auto& one : condition_specs()) known.push_back(one.key);
                file_.trouble(entry.key_span, "there is no condition `" + std::string{entry.key} + "`" +
                                                  FileReader::suggestion(entry.key, known));
                continue;
            }
            for (const auto sort : sorts_meant)
                if (!spec->sorts.has(sort))
                    file_.trouble(entry.key_span, "`" + std::string{entry.key} +
                                                      "` is no condition of a thing of sort `" +
                                                      std::string{name_of(sort)} +
                                                      "`; it is one of: " + std::string{spec->sorts.names});
            result.push_back({std::string{entry.key}, condition_values(*spec, table, entry)});
        }
        return result;
    }

    std::vector<std::string> condition_values(const ConditionSpec& spec, const Value& table, const Entry& entry) {
        if (spec.values == ConditionValues::flag) return {file_.flag(table, entry.key) ? "true" : "false"};
        auto values = file_.texts(table, entry.key);
        if (values.empty()) file_.trouble(entry.value.span(), "`" + std::string{entry.key} + "` names nothing");
        for (const auto& value : values)
            if (const auto wrong = wrong_value(spec, value); !wrong.empty()) file_.trouble(entry.value.span(), wrong);
        return values;
    }

    /// Why a condition cannot have this value; empty where it can.
    std::string wrong_value(const ConditionSpec& spec, const std::string& value) const {
        if (spec.values == ConditionValues::kinds && !value.starts_with("x-") && !kinds_.find(value)) {
            std::vector<std::string_view> known;
            for (const auto& kind : kinds_.all()) known.push_back(kind.name);
            return "there is no kind of slot `" + value + "`" + FileReader::suggestion(value, known);
        }
        if (spec.values == ConditionValues::words && !listed(spec.words, value))
            return "`" + std::string{spec.key} + "` takes no `" + value + "`; it knows: " + std::string{spec.words};
        if (spec.values == ConditionValues::days && !listed(day_words, value) && !time::parse_date(value))
            return "`" + value + "` is no day; write first, last, a weekday in small letters, or a date";
        return {};
    }

    FileReader& file_;
    const checks::Check& check_;
    const Kinds& kinds_;
    Rule& rule_;
    Value root_;
};

} // namespace

void read_selections(FileReader& file, const checks::Check& check, const Kinds& kinds, Rule& rule) {
    SelectionReader{file, check, kinds, rule}.read();
}

} // namespace agenda::engine
