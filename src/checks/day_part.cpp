// SPDX-License-Identifier: MIT
// day-part: a title that is no more than a part of the day and words for a break ("Afternoon Break") agrees with when
// the slot starts.
#include "checks/all.hpp"
#include "checks/words.hpp"
#include "source/folding.hpp"
#include <algorithm>
#include <array>
#include <set>

namespace agenda::checks {
namespace day_part_check {

using finding::ParameterType;
using Words = std::set<std::string, std::less<>>;

constexpr std::array arguments_taken{
    ArgumentSpec{"morning", ParameterType::names, "words for the morning; case and accents do not count"},
    ArgumentSpec{"midday", ParameterType::names, "words for noon and its meal"},
    ArgumentSpec{"afternoon", ParameterType::names, "words for the afternoon"},
    ArgumentSpec{"evening", ParameterType::names, "words for the evening and its meal"},
    ArgumentSpec{"break-words", ParameterType::names,
                 "what may stand beside them; a title with any other word is left alone"},
    ArgumentSpec{"morning-starts", ParameterType::window, "when a slot of the morning starts, both times included"},
    ArgumentSpec{"midday-starts", ParameterType::window, "when one of noon starts"},
    ArgumentSpec{"afternoon-starts", ParameterType::window, "when one of the afternoon starts"},
    ArgumentSpec{"evening-starts", ParameterType::window, "when one of the evening starts"},
};
constexpr std::array fields_given{
    FieldSpec{"what", true, "the slot's title"},
    FieldSpec{"start", true, "when it starts"},
    FieldSpec{"part", true, "what its title says: morning, midday, afternoon or evening"},
    FieldSpec{"word", true, "the word that says it"},
    FieldSpec{"window-start", true, "from when on a slot of this part starts"},
    FieldSpec{"window-end", true, "until when"},
    FieldSpec{"kind", true, "the slot's kind"},
    FieldSpec{"meal", false, "the slot's kind, where it is a meal and its title names another part of the day"},
};

struct Part {
    std::string_view name;
    Words words;
    time::ClockRange starts;
};

Words folded(const std::vector<std::string>& words) {
    Words result;
    for (const auto& word : words)
        for (auto& one : source::hyphenated_words(word)) result.insert(std::move(one));
    return result;
}

std::vector<Part> parts_of(const finding::Arguments& arguments) {
    std::vector<Part> result;
    for (const std::string_view name : {"morning", "midday", "afternoon", "evening"})
        result.push_back({name, folded(arguments.words(name)), arguments.window(std::string{name} + "-starts")});
    return result;
}

bool number(std::string_view word) { return word.find_first_not_of("0123456789") == std::string_view::npos; }

/// A part of the day that a title names.
struct Named {
    const Part* part;
    std::string word;
};

/// The parts that a title names; none where it has a word that belongs to no break.
std::vector<Named> named_in(std::string_view title, const std::vector<Part>& parts, const Words& break_words) {
    std::vector<Named> result;
    for (const auto& word : source::hyphenated_words(title)) {
        const auto part =
            std::find_if(parts.begin(), parts.end(), [&](const Part& one) { return one.words.contains(word); });
        if (part != parts.end())
            result.push_back({&*part, word});
        else if (!break_words.contains(word) && !number(word))
            return {};
    }
    return result;
}

finding::Draft draft_of(const Agenda& agenda, const Thing& thing, const Named& named) {
    const auto& slot = *slot_of(agenda, thing);
    finding::Draft draft;
    draft.at = slot.title.at;
    draft.label = "starts " + time::format_clock(*slot.start);
    draft.about = {about(agenda, thing)};
    draft.related = {{slot.time_at, "when it starts"}};
    draft.facts = {{"what", ticked(slot.title.value)},
                   {"start", time::format_clock(*slot.start)},
                   {"part", std::string{named.part->name}},
                   {"word", named.word},
                   {"window-start", time::format_clock(named.part->starts.start)},
                   {"window-end", time::format_clock(named.part->starts.end)},
                   {"kind", slot.kind}};
    if (slot.kind_class() == KindClass::meal && named.part->name != "midday" && named.part->name != "evening")
        draft.facts.set("meal", slot.kind);
    return draft;
}

Outcome run(const Context& context, const finding::Arguments& arguments, finding::Drafts& drafts) {
    const auto parts = parts_of(arguments);
    const auto break_words = folded(arguments.words("break-words"));
    Outcome outcome;
    for (const auto& thing : selected(context.agenda, context.selection, Sort::slot)) {
        const auto& slot = *slot_of(context.agenda, thing);
        const auto named = named_in(slot.title.value, parts, break_words);
        if (named.empty()) continue;
        if (!slot.start) {
            outcome.not_checked.push_back(SlotIndex{thing.index});
            continue;
        }
        ++outcome.checked;
        const auto agrees = [&](const Named& one) {
            return one.part->starts.start <= *slot.start && *slot.start <= one.part->starts.end;
        };
        if (std::none_of(named.begin(), named.end(), agrees))
            drafts.push_back(draft_of(context.agenda, thing, named.front()));
    }
    return outcome;
}

} // namespace day_part_check

const Check day_part{"day-part",
                     "a title that names a part of the day for a break agrees with when the slot starts",
                     day_part_check::arguments_taken,
                     day_part_check::fields_given,
                     {},
                     day_part_check::run,
                     "slot"};

} // namespace agenda::checks
