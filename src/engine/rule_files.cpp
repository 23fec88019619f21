// SPDX-License-Identifier: MIT
#include "engine/rule_files.hpp"
#include "engine/file_reader.hpp"
#include "engine/rule_reader.hpp"
#include "engine/settings.hpp"
#include "source/file.hpp"
#include "time/clock_text.hpp"
#include <algorithm>
#include <array>

namespace agenda::engine {
namespace {

namespace fs = std::filesystem;
using source::Kind;
using source::Value;

constexpr std::array<std::string_view, 6> class_names{"programme", "break", "meal", "social", "logistics", "note"};

/// "45m-180m", both inclusive.
void read_minutes(FileReader& file, const Value& kind, KindTraits& traits) {
    const auto value = kind.find("minutes");
    if (!value) return;
    const auto read = finding::read_parameter(finding::ParameterType::range, *value);
    if (const auto* wrong = std::get_if<std::string>(&read)) return file.trouble(value->span(), "`minutes` " + *wrong);
    const auto& range = std::get<finding::DurationRange>(std::get<finding::ParameterValue>(read));
    traits.shortest = range.shortest;
    traits.longest = range.longest;
}

std::vector<KindTraits> read_kinds(std::shared_ptr<const source::Text> text, std::vector<Trouble>& troubles) {
    FileReader file{std::move(text), troubles};
    std::vector<KindTraits> kinds;
    for (const auto& entry : file.root().entries()) {
        if (!entry.value.is(Kind::table)) {
            file.trouble(entry.key_span, "a kind is a table: [" + std::string{entry.key} + "]");
            continue;
        }
        file.known_keys(
            entry.value, "a kind",
            {"class", "minutes", "needs-moderator", "needs-speaker", "beside-anything", "optional", "open-ended"});
        const auto before = troubles.size();
        KindTraits traits;
        traits.name = entry.key;
        const auto class_name = file.text(entry.value, "class", entry.key_span);
        if (const auto kind_class = kind_class_named(class_name))
            traits.kind_class = *kind_class;
        else if (!class_name.empty())
            file.trouble(entry.value.find("class")->span(),
                         "`" + class_name + "` is no class of kinds" + FileReader::suggestion(class_name, class_names));
        read_minutes(file, entry.value, traits);
        traits.needs_moderator = file.flag(entry.value, "needs-moderator");
        traits.needs_speaker = file.flag(entry.value, "needs-speaker");
        traits.beside_anything = file.flag(entry.value, "beside-anything");
        traits.optional = file.flag(entry.value, "optional");
        traits.open_ended = file.flag(entry.value, "open-ended");
        if (troubles.size() == before) kinds.push_back(std::move(traits));
    }
    return kinds;
}

std::optional<Profile> read_profile(std::shared_ptr<const source::Text> text, std::string name, const RuleSet& rules,
                                    std::vector<Trouble>& troubles) {
    const auto before = troubles.size();
    FileReader file{std::move(text), troubles};
    if (troubles.size() != before) return std::nullopt;
    file.known_keys(file.root(), "a profile", {"summary", "overlay", "fail-on", "rules"});
    Profile profile;
    profile.name = std::move(name);
    profile.summary = file.text(file.root(), "summary", {});
    profile.overlay = file.flag(file.root(), "overlay");
    profile.fail_on = file.severity(file.root(), "fail-on");
    if (const auto settings = file.table(file.root(), "rules"))
        for (auto& fault : read_settings(*settings, rules, profile.settings)) file.trouble(fault.at, fault.what);
    return troubles.size() == before ? std::optional{std::move(profile)} : std::nullopt;
}

/// Puts `item` in its place among others sorted by what `name` says, or in place of the one with its name.
template <class T, class Name> void put(std::vector<T>& items, T item, Name name) {
    const auto place =
        std::lower_bound(items.begin(), items.end(), item, [&](const T& a, const T& b) { return name(a) < name(b); });
    if (place != items.end() && name(*place) == name(item))
        *place = std::move(item);
    else
        items.insert(place, std::move(item));
}

/// As far as they can be found: `error` says what ended it.
std::vector<fs::path> toml_files(const fs::path& directory, std::error_code& error) {
    std::vector<fs::path> files;
    for (fs::recursive_directory_iterator it{directory, error}, end; !error && it != end; it.increment(error))
        if (it->path().extension() == ".toml" && source::is_file_to_read(*it)) files.push_back(it->path());
    std::sort(files.begin(), files.end());
    return files;
}

bool is_profile(const fs::path& directory, const fs::path& file) {
    return file.parent_path() == directory / "profiles";
}

std::string family_of(const fs::path& directory, const fs::path& file) {
    return file.parent_path() == directory ? std::string{} : file.parent_path().filename().string();
}

} // namespace

std::shared_ptr<const source::Text> read_text(const fs::path& path, std::vector<Trouble>& troubles) {
    auto read = source::read_file(path);
    if (const auto* unreadable = std::get_if<source::Unreadable>(&read)) {
        troubles.push_back({path.string(), std::nullopt, unreadable->why});
        return nullptr;
    }
    return std::make_shared<const source::Text>(path.string(), std::get<std::string>(std::move(read)));
}

std::vector<fs::path> rule_files(const fs::path& directory) {
    std::error_code error;
    auto files = toml_files(directory, error);
    std::erase_if(
        files, [&](const fs::path& file) { return is_profile(directory, file) || file == directory / "kinds.toml"; });
    return files;
}

void add_rule_files(const fs::path& directory, RuleSet& rules, std::vector<Trouble>& troubles) {
    std::error_code error;
    if (!fs::is_directory(directory, error)) {
        troubles.push_back({directory.string(), std::nullopt, "is no directory of rules"});
        return;
    }
    const auto all = toml_files(directory, error);
    if (error) {
        troubles.push_back({directory.string(), std::nullopt, "cannot be read whole: " + error.message()});
        return;
    }
    if (all.empty()) {
        troubles.push_back({directory.string(), std::nullopt, "has no rule file in it"});
        return;
    }
    if (fs::exists(directory / "kinds.toml", error))
        if (const auto text = read_text(directory / "kinds.toml", troubles)) {
            auto kinds = rules.kinds.all();
            for (auto& kind : read_kinds(text, troubles))
                put(kinds, std::move(kind), [](const KindTraits& k) { return k.name; });
            rules.kinds = Kinds{std::move(kinds)};
        }
    for (const auto& file : rule_files(directory)) {
        RulePage page; // read for its faults
        const auto text = read_text(file, troubles);
        auto rule =
            text ? read_rule(text, file.stem().string(), family_of(directory, file), &page, rules.kinds, troubles)
                 : std::nullopt;
        if (rule) rule->file = file.string();
        if (rule) put(rules.rules, std::move(*rule), [](const Rule& r) { return r.id; });
    }
    for (const auto& file : all)
        if (is_profile(directory, file))
            if (const auto text = read_text(file, troubles))
                if (auto profile = read_profile(text, file.stem().string(), rules, troubles))
                    put(rules.profiles, std::move(*profile), [](const Profile& p) { return p.name; });
}

} // namespace agenda::engine
