// SPDX-License-Identifier: MIT
#include "engine/rule_reader.hpp"
#include "checks/check.hpp"
#include "engine/selection_reader.hpp"
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
        read_selections(file_, *check_, kinds_, rule_);
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
        if (const auto* spec = checks::argument(*check_, entry.key)) return spec;
        std::vector<std::string_view> known;
        for (const auto& spec : check_->arguments) known.push_back(spec.name);
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
        if (const auto unknown = checks::unknown_word(spec, result, kinds_); !unknown.empty()) {
            file_.trouble(value.span(), "`" + std::string{spec.name} + "` " + unknown);
            return std::nullopt;
        }
        return result;
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
    if (page) *page = read_page(file);
    return troubles.size() == before ? std::optional{std::move(rule)} : std::nullopt;
}

} // namespace agenda::engine
