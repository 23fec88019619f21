// SPDX-License-Identifier: MIT
#include "checks/all.hpp"
#include "source/nearest.hpp"
#include <algorithm>
#include <array>

namespace agenda::checks {

std::span<const Check> all() {
    // Made at first use: the checks live in other files, whose order of initialisation is not known.
    static const std::array table{
        load,      contention, spacing,  chain,    free_stretch, limit,        count,     require,   forbid,
        text,      numbering,  roles,    window,   assignments,  pause_filled, team_size, accept,    changeover,
        beside,    pausing,    position, same,     variant,      mixed,        daily,     sequence,  order,
        companion, calendar,   half_day, day_part, placement,    baseline,     revision,  workspace, //
    };
    return table;
}

const Check* find(std::string_view name) {
    const auto checks = all();
    const auto found =
        std::find_if(checks.begin(), checks.end(), [&](const Check& check) { return check.name == name; });
    return found == checks.end() ? nullptr : &*found;
}

const ArgumentSpec* argument(const Check& check, std::string_view name) {
    const auto found = std::find_if(check.arguments.begin(), check.arguments.end(),
                                    [&](const ArgumentSpec& spec) { return spec.name == name; });
    return found == check.arguments.end() ? nullptr : &*found;
}

std::vector<SlotIndex> unplaced(const Context& context, const std::vector<bool>& chosen) {
    std::vector<SlotIndex> result;
    for (const auto& course : context.courses)
        for (const auto index : course.unplaced)
            if (chosen[static_cast<std::size_t>(index)]) result.push_back(index);
    return result;
}

std::string unknown_word(const ArgumentSpec& spec, const finding::ParameterValue& value, const Kinds& kinds) {
    const auto* one = std::get_if<std::string>(&value);
    const auto* several = std::get_if<std::vector<std::string>>(&value);
    if (spec.words.empty() && !spec.kinds) return {};
    for (const auto& word : one ? std::vector{*one} : several ? *several : std::vector<std::string>{}) {
        if (!spec.words.empty() && !listed(spec.words, word))
            return "takes no `" + word + "`; it knows: " + std::string{spec.words};
        if (!spec.kinds || word.starts_with("x-") || kinds.find(word)) continue;
        std::vector<std::string_view> known;
        for (const auto& kind : kinds.all()) known.push_back(kind.name);
        const auto near = source::nearest(word, known);
        return "names no kind of slot with `" + word + "`" +
               (near.empty() ? "" : "; did you mean `" + std::string{near} + "`?");
    }
    return {};
}

} // namespace agenda::checks
