// SPDX-License-Identifier: MIT
#include "engine/rule_reader.hpp"
#include "checks/check.hpp"
#include "engine/file_reader.hpp"
#include "time/clock_text.hpp"
#include <algorithm>

namespace agenda::engine {
namespace {

using source::Entry;
using source::Kind;
using source::Span;
using source::Value;

bool kebab_case(std::string_view id) {
    const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
    return !id.empty() && std::all_of(id.begin(), id.end(), fits) && id.front() != '-' && id.back() != '-';
}

constexpr std::string_view day_words = "first last monday tuesday wednesday thursday friday saturday sunday";

class RuleReader {
public:
    RuleReader(FileReader& file, Rule& rule, const Kinds& kinds)
        : file_(file), rule_(rule), kinds_(kinds), root_(file.root()) {}

    void read() {
        file_.known_keys(root_, "a rule file",
                         {"summary", "check", "severity", "always-on", "message", "arithmetic", "help", "select",
                          "except", "other", "with", "parameters", "tier", "why", "limits", "example"});
        rule_.summary = file_.text(root_, "summary", {});
        rule_.check = file_.text(root_, "check", {});
        rule_.always_on = file_.flag(root_, "always-on");
        if (!root_.find("severity")) file_.trouble({}, "`severity` is missing or empty");
        if (const auto severity = file_.severity(root_, "severity")) rule_.severity = *severity;
        check_ = checks::find(rule_.check);
        if (!check_) {
            if (const auto value = root_.find("check")) unknown_check(*value);
            return;
        }
        read_selections();
        read_with();
        read_parameters();
        required_arguments();
        read_tiers();
        rule_.message = wordings("message");
        rule_.arithmetic = wordings("arithmetic");
        rule_.help = wordings("help");
        const auto message = root_.find("message");
        const bool says_nothing =
            message && (message->is(Kind::string) ? message->string().empty()
                                                  : message->is(Kind::array) && message->elements().empty());
        if (!message || says_nothing) file_.trouble({}, "`message` is missing or empty");
        last_message_always_fits();
    }

private:
    void unknown_check(const Value& value) {
        std::vector<std::string_view> known;
        for (const auto& check : checks::all()) known.push_back(check.name);
        file_.trouble(value.span(),
                      "there is no check `" + rule_.check + "`" + FileReader::suggestion(rule_.check, known));
    }

    const checks::ArgumentSpec* argument(const Entry& entry) {
        const auto specs = check_->arguments;
        const auto found =
            std::find_if(specs.begin(), specs.end(), [&](const auto& spec) { return spec.name == entry.key; });
        if (found != specs.end()) return &*found;
        std::vector<std::string_view> known;
        for (const auto& spec : specs) known.push_back(spec.name);
        file_.trouble(entry.key_span, "the check `" + rule_.check + "` takes no `" + std::string{entry.key} + "`" +
                                          FileReader::suggestion(entry.key, known));
        return nullptr;
    }

    std::optional<finding::ParameterValue> value_of(const checks::ArgumentSpec& spec, const Value& value) {
        auto read = finding::read_parameter(spec.type, value);
        if (const auto* wrong = std::get_if<std::string>(&read)) {
            file_.trouble(value.span(), "`" + std::string{spec.name} + "` " + *wrong);
            return std::nullopt;
        }
        auto result = std::get<finding::ParameterValue>(std::move(read));
        if (spec.words.empty()) return result;
        const auto* one = std::get_if<std::string>(&result);
        for (const auto& word : one ? std::vector{*one} : std::get<std::vector<std::string>>(result))
            if (!listed(spec.words, word)) {
                file_.trouble(value.span(), "`" + std::string{spec.name} + "` takes no `" + word +
                                                "`; it knows: " + std::string{spec.words});
                return std::nullopt;
            }
        return result;
    }

    void read_selections() {
        if (const auto select = file_.table(root_, "select"); select && takes_selection(select->span()))
            read_selection(*select, rule_.selection);
        if (const auto other = file_.table(root_, "other")) {
            if (check_->relates)
                read_selection(*other, rule_.other);
            else
                file_.trouble(other->span(), "the check `" + rule_.check + "` holds nothing against an `other`");
        } else if (check_->relates) {
            file_.trouble({}, "the check `" + rule_.check +
                                  "` needs an [other]: what the selected things are held against");
        }
        const auto except = root_.find("except");
        if (!except) return;
        if (!except->is(Kind::array)) return file_.trouble(except->span(), "exceptions are written [[except]]");
        if (!takes_selection(except->span())) return;
        for (const auto& value : except->elements())
            rule_.selection.except.push_back(conditions(value, rule_.selection, false));
    }

    void read_selection(const Value& table, Selection& selection) {
        for (const auto& name : file_.texts(table, "of")) {
            const auto sort = sort_named(name);
            if (sort && listed(check_->selects, name))
                selection.of.push_back(*sort);
            else
                file_.trouble(table.find("of")->span(), "the check `" + rule_.check + "` looks at no `" + name +
                                                            "`; it knows: " + std::string{check_->selects});
        }
        selection.select = conditions(table, selection, true);
    }

    bool takes_selection(Span at) {
        if (!check_->selects.empty()) return true;
        file_.trouble(at, "the check `" + rule_.check + "` takes no selection");
        return false;
    }

    std::vector<Sort> sorts(const Selection& selection) const {
        if (!selection.of.empty()) return selection.of;
        return {*sort_named(check_->selects.substr(0, check_->selects.find(' ')))};
    }

    Conditions conditions(const Value& table, const Selection& selection, bool of) {
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
            for (const auto sort : sorts(selection))
                if (!spec->sorts.has(sort))
                    file_.trouble(entry.key_span,
                                  "`" + std::string{entry.key} + "` is no condition of a thing of sort `" +
                                      std::string{name_of(sort)} + "`; it is one of: " + std::string{spec->sorts.names});
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

    void read_with() {
        const auto with = file_.table(root_, "with");
        if (!with) return;
        for (const auto& entry : with->entries())
            if (const auto* spec = argument(entry))
                if (auto value = value_of(*spec, entry.value)) rule_.with.emplace_back(entry.key, std::move(*value));
    }

    void read_parameters() {
        const auto parameters = file_.table(root_, "parameters");
        if (!parameters) return;
        for (const auto& entry : parameters->entries()) {
            const auto* spec = argument(entry);
            if (!spec) continue;
            file_.known_keys(entry.value, "a parameter", {"default", "means"});
            const auto standard = entry.value.find("default");
            if (!standard) {
                file_.trouble(entry.key_span, "the parameter `" + std::string{entry.key} + "` has no `default`");
                continue;
            }
            auto value = value_of(*spec, *standard);
            auto means = file_.text(entry.value, "means", entry.key_span);
            if (value)
                rule_.parameters.push_back({std::string{entry.key}, spec->type, std::move(*value), std::move(means)});
        }
    }

    bool has_argument(std::string_view name) const {
        return rule_.parameter(name) ||
               std::any_of(rule_.with.begin(), rule_.with.end(), [&](const auto& pair) { return pair.first == name; });
    }

    /// Whether the file gives the argument, well or badly.
    bool tried(std::string_view name) const {
        const auto in = [&](std::string_view table) { return root_.find(table) && root_.find(table)->find(name); };
        return in("with") || in("parameters");
    }

    void required_arguments() {
        for (const auto& spec : check_->arguments)
            if (spec.required && !tried(spec.name))
                file_.trouble({}, "the check `" + rule_.check + "` needs `" + std::string{spec.name} + "` (" +
                                      std::string{spec.means} + ")");
    }

    const checks::FieldSpec* field(std::string_view name) const {
        const auto found = std::find_if(check_->fields.begin(), check_->fields.end(),
                                        [&](const auto& spec) { return spec.name == name; });
        return found == check_->fields.end() ? nullptr : &*found;
    }

    void read_tiers() {
        const auto tiers = root_.find("tier");
        if (!tiers) return;
        if (!tiers->is(Kind::array)) file_.trouble(tiers->span(), "tiers are written [[tier]]");
        for (const auto& value : tiers->elements()) {
            file_.known_keys(value, "a tier", {"when", "severity"});
            Tier tier;
            if (const auto severity = file_.severity(value, "severity"))
                tier.severity = *severity;
            else if (!value.find("severity"))
                file_.trouble(value.span(), "a tier has a `severity`");
            const auto when = file_.table(value, "when");
            if (!value.find("when") || (when && when->entries().empty()))
                file_.trouble(value.span(), "a tier says `when` it holds");
            if (when) read_conditions(*when, tier);
            rule_.tiers.push_back(std::move(tier));
        }
    }

    void read_conditions(const Value& when, Tier& tier) {
        for (const auto& entry : when.entries()) {
            if (entry.key == "over") {
                read_over(entry.value, tier);
            } else if (field(entry.key)) {
                tier.facts.emplace_back(entry.key, file_.texts(when, entry.key));
            } else {
                file_.trouble(entry.key_span,
                              "the check `" + rule_.check + "` gives no field `" + std::string{entry.key} + "`");
            }
        }
    }

    void read_over(const Value& value, Tier& tier) {
        if (check_->measure.empty())
            return file_.trouble(value.span(), "the check `" + rule_.check + "` measures nothing");
        if (value.is(Kind::integer)) {
            tier.over = value.integer();
        } else if (const auto* parameter = rule_.parameter(value.string());
                   parameter && (parameter->type == finding::ParameterType::duration ||
                                 parameter->type == finding::ParameterType::count)) {
            tier.over = parameter->name;
        } else if (const auto read = time::read_duration(value.string()); const auto* minutes = time::value(read)) {
            tier.over = std::int64_t{minutes->count()};
        } else {
            file_.trouble(value.span(),
                          "`over` takes a number, a duration such as \"45m\", or the name of a parameter that is one");
        }
    }

    /// A template's name is a field of the check, or an argument of the rule, also with `.from`.
    bool known_name(std::string_view name) const {
        if (field(name)) return true;
        if (name.ends_with(".from")) name.remove_suffix(5);
        return has_argument(name);
    }

    Wordings wordings(std::string_view key) {
        auto texts = file_.texts(root_, key);
        const auto at = root_.find(key) ? root_.find(key)->span() : Span{};
        for (const auto& text : texts) {
            const auto names = fields_of(text);
            if (!names)
                file_.trouble(at, "a brace in `" + std::string{key} +
                                      "` is not closed, empty or alone; write {{ for a brace");
            for (const auto& name : names.value_or(std::vector<std::string>{})) {
                if (known_name(name)) continue;
                std::vector<std::string_view> known;
                for (const auto& spec : check_->fields) known.push_back(spec.name);
                for (const auto& parameter : rule_.parameters) known.push_back(parameter.name);
                file_.trouble(at, "`{" + name + "}` is neither a field of the check `" + rule_.check +
                                      "` nor a parameter" + FileReader::suggestion(name, known));
            }
        }
        return texts;
    }

    /// Whatever facts are there, one wording fits. The loader's faults each have their own facts: their examples prove
    /// their wordings.
    void last_message_always_fits() {
        if (rule_.message.empty() || rule_.check == "load") return;
        for (const auto& name : fields_of(rule_.message.back()).value_or(std::vector<std::string>{}))
            if (const auto* spec = field(name); spec && !spec->always)
                file_.trouble(root_.find("message")->span(),
                              "the last wording of `message` uses {" + name + "}, which is not always there");
    }

    FileReader& file_;
    Rule& rule_;
    const Kinds& kinds_;
    Value root_;
    const checks::Check* check_ = nullptr;
};

Expected read_expected(FileReader& file, const Value& value) {
    file.known_keys(value, "`expect`", {"at", "key", "severity", "message", "help"});
    Expected expected;
    expected.at = file.text(value, "at", value.span());
    expected.key = file.optional_text(value, "key");
    expected.severity = file.severity(value, "severity");
    expected.message = file.optional_text(value, "message");
    expected.help = file.optional_text(value, "help");
    return expected;
}

void read_examples(FileReader& file, RulePage& page) {
    const auto examples = file.root().find("example");
    if (!examples) return;
    if (!examples->is(Kind::array)) return file.trouble(examples->span(), "examples are written [[example]]");
    for (const auto& value : examples->elements()) {
        file.known_keys(value, "an example", {"name", "profile", "as-of", "agenda", "expect"});
        Example example;
        example.at = value.span();
        example.name = file.text(value, "name", value.span());
        example.profiles = file.texts(value, "profile");
        example.agenda = file.optional_text(value, "agenda");
        if (const auto as_of = value.find("as-of")) {
            if (as_of->is(Kind::date))
                example.as_of = as_of->date();
            else
                file.trouble(as_of->span(), "`as-of` takes a date");
        }
        if (!value.find("agenda")) file.trouble(value.span(), "an example has an `agenda`");
        const auto expect = value.find("expect");
        if (!expect || !expect->is(Kind::array))
            file.trouble(value.span(), "an example says what to `expect`: a list, empty where the rule is silent");
        if (expect)
            for (const auto& one : expect->elements()) example.expect.push_back(read_expected(file, one));
        page.examples.push_back(std::move(example));
    }
}

void read_page(FileReader& file, RulePage& page) {
    const auto why = file.table(file.root(), "why");
    if (why) {
        file.known_keys(*why, "[why]", {"text", "sources"});
        page.why = file.text(*why, "text", why->span());
        const auto sources = why->find("sources");
        if (sources && !sources->is(Kind::array)) file.trouble(sources->span(), "`sources` takes a list of tables");
        if (sources)
            for (const auto& source : sources->elements()) {
                file.known_keys(source, "a source", {"title", "url"});
                page.sources.emplace_back(file.text(source, "title", source.span()), file.optional_text(source, "url"));
            }
    } else {
        file.trouble({}, "[why] with a `text` is missing");
    }
    if (const auto limits = file.table(file.root(), "limits")) {
        file.known_keys(*limits, "[limits]", {"text"});
        page.limits = file.text(*limits, "text", limits->span());
    }
    read_examples(file, page);
}

} // namespace

std::optional<Rule> read_rule(std::shared_ptr<const source::Text> text, std::string id, std::string family,
                              RulePage* page, const Kinds& kinds, std::vector<Trouble>& troubles) {
    const auto before = troubles.size();
    FileReader file{std::move(text), troubles};
    if (troubles.size() != before) return std::nullopt;
    if (!kebab_case(id)) file.trouble({}, "a rule file's name is the rule's id: small letters, digits and hyphens");
    Rule rule;
    rule.id = std::move(id);
    rule.family = std::move(family);
    RuleReader{file, rule, kinds}.read();
    if (page) read_page(file, *page);
    return troubles.size() == before ? std::optional{std::move(rule)} : std::nullopt;
}

} // namespace agenda::engine
