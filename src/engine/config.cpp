// SPDX-License-Identifier: MIT
#include "engine/config.hpp"
#include "engine/file_reader.hpp"
#include "engine/rule_files.hpp"

namespace agenda::engine {
namespace {

namespace fs = std::filesystem;
using source::Kind;
using source::Value;

constexpr std::string_view file_name = "agenda-lint.toml";

class ConfigReader {
public:
    ConfigReader(std::shared_ptr<const source::Text> text, RuleSet& rules, std::vector<Trouble>& troubles)
        : file_(text, troubles), rules_(rules), troubles_(troubles) {
        config_.text = std::move(text);
    }

    Config read(const std::vector<std::string>& more_directories) {
        const auto root = file_.root();
        file_.known_keys(root, "agenda-lint.toml",
                         {"profile", "fail-on", "rule-directories", "baseline", "rules", "accept"});
        read_directories();
        for (const auto& directory : more_directories) add_rule_files(directory, rules_, troubles_);
        for (const auto& name : file_.texts(root, "profile")) read_profile(name);
        read_fail_on();
        config_.baseline = file_.optional_text(root, "baseline");
        if (const auto settings = file_.table(root, "rules"))
            for (const auto& fault : read_settings(*settings, rules_, config_.settings))
                file_.trouble(fault.at, fault.what);
        read_accepts();
        return std::move(config_);
    }

private:
    void read_directories() {
        config_.rule_directories = file_.texts(file_.root(), "rule-directories");
        const auto folder = fs::path{config_.text->name()}.parent_path();
        for (const auto& directory : config_.rule_directories) add_rule_files(folder / directory, rules_, troubles_);
    }

    void read_profile(const std::string& name) {
        if (const auto* profile = rules_.profile(name))
            config_.profiles.push_back(profile);
        else
            file_.trouble(file_.root().find("profile")->span(),
                          "there is no profile `" + name + "`" + FileReader::suggestion(name, rules_.profile_names()));
    }

    void read_fail_on() {
        const auto value = file_.root().find("fail-on");
        if (!value) return;
        if (value->string() == "never")
            config_.fail_on = Severity::off;
        else if (const auto severity = finding::severity_named(value->string()); severity && *severity != Severity::off)
            config_.fail_on = severity;
        else
            file_.trouble(value->span(), "`fail-on` is `error`, `warning`, `info` or `never`");
    }

    void read_accepts() {
        const auto accepts = file_.root().find("accept");
        if (!accepts) return;
        if (!accepts->is(Kind::array))
            return file_.trouble(accepts->span(), "accepted findings are written [[accept]]");
        for (const auto& value : accepts->elements()) config_.accepts.push_back(accept(value));
    }

    finding::Accept accept(const Value& value) {
        file_.known_keys(value, "[[accept]]", {"rule", "about", "reason", "by", "until"});
        finding::Accept accept;
        accept.at = accept.rule_at = accept.until_at = value.span();
        accept.rule = file_.text(value, "rule", value.span());
        accept.about = file_.texts(value, "about");
        accept.reason = file_.optional_text(value, "reason");
        accept.by = file_.optional_text(value, "by");
        if (accept.about.empty()) file_.trouble(value.span(), "`about` is missing or empty");
        if (!accept.rule.empty() && !rules_.rule(accept.rule))
            file_.trouble(value.find("rule")->span(), unknown_rule({}, accept.rule, rules_).what);
        if (const auto until = value.find("until")) {
            accept.until_at = until->span();
            accept.until = until->is(Kind::date) ? std::optional{until->date()} : time::parse_date(until->string());
            if (!accept.until) file_.trouble(until->span(), "`until` takes a date such as 2026-06-30");
        }
        return accept;
    }

    FileReader file_;
    RuleSet& rules_;
    std::vector<Trouble>& troubles_;
    Config config_;
};

} // namespace

Config read_config(std::shared_ptr<const source::Text> text, const std::vector<std::string>& more_directories,
                   RuleSet& rules, std::vector<Trouble>& troubles) {
    return ConfigReader{std::move(text), rules, troubles}.read(more_directories);
}

std::optional<fs::path> find_config(const fs::path& directory) {
    std::error_code error;
    const auto start = directory.empty() ? fs::path{"."} : directory;
    // Upward only within a repository: what lies above a stray file is none of its business.
    std::optional<fs::path> nearest;
    const auto whole = fs::weakly_canonical(start, error);
    std::size_t up = 0;
    for (auto at = error ? start : whole; !at.empty(); at = at.parent_path(), ++up) {
        // Also a link to nothing or a directory: that it cannot be read is told, and not taken for none.
        if (!nearest && fs::exists(fs::symlink_status(at / file_name, error))) {
            nearest = start;
            for (std::size_t i = 0; i < up; ++i) *nearest /= "..";
            nearest = (*nearest / file_name).lexically_normal();
            if (up == 0) return nearest;
        }
        if (fs::exists(at / ".git", error)) return nearest;
        if (at == at.parent_path()) break;
    }
    return std::nullopt;
}

} // namespace agenda::engine
