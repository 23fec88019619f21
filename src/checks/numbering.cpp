// SPDX-License-Identifier: MIT
// numbering: a series of numbered slots runs 1..n, in the order of time and in one style; the numbers of days, their
// positions. A number's series is what the words beside it say ("Session"); of a number alone, the slot's kind.
#include "checks/all.hpp"
#include "checks/series.hpp"
#include "checks/words.hpp"
#include <algorithm>
#include <array>
#include <map>

namespace agenda::checks {
namespace numbering_check {

using finding::ParameterType;

constexpr std::array arguments_taken{
    ArgumentSpec{"find", ParameterType::name,
                 "what is found. sequence: a number that is missing, given twice or out of order; style: a series that "
                 "is numbered in two styles",
                 true, "sequence style"},
    ArgumentSpec{"keys", ParameterType::names, "the texts whose numbers count, by their keys", true,
                 "number title label closing-note"},
    ArgumentSpec{"words", ParameterType::names,
                 "sequence: only numbers beside one of these words count, in small letters; style: each of these words "
                 "is one series, whatever stands before it",
                 false},
    ArgumentSpec{"restart-per-day", ParameterType::flag, "sequence: each day begins at 1 again", false},
};
constexpr std::array fields_given{
    FieldSpec{"what", true, "the label with the number that is wrong"},
    FieldSpec{"series", true, "the words beside the number"},
    FieldSpec{"number", true, "the number"},
    FieldSpec{"missing", false, "the number or numbers that nothing has"},
    FieldSpec{"before", false, "the label with the number before those"},
    FieldSpec{"times", false, "how often the number is given"},
    FieldSpec{"where", false, "when those are that have it"},
    FieldSpec{"again", false, "the day on which the series begins at 1 again"},
    FieldSpec{"when", true, "when that is which has it"},
    FieldSpec{"other", true, "the label that it is held against"},
    FieldSpec{"other-when", true, "when that is"},
    FieldSpec{"order", true, "of one that is out of order: before or after"},
    FieldSpec{"style", true, "how the number is written"},
    FieldSpec{"other-style", true, "how the other numbers of the series are written"},
};

/// One finding for a series: its first number that is not written as most are.
void check_style(const Agenda& agenda, const Entries& entries, finding::Drafts& drafts) {
    std::map<NumberStyle, std::pair<std::size_t, const Entry*>> styles;
    for (const auto& entry : entries) {
        if (entry.number.style == NumberStyle::ordinal) continue;
        auto& [count, first] = styles[entry.number.style];
        if (count++ == 0) first = &entry;
    }
    if (styles.size() < 2) return;
    const auto usual = std::max_element(styles.begin(), styles.end(), [](const auto& a, const auto& b) {
        return a.second.first < b.second.first ||
               (a.second.first == b.second.first && a.second.second > b.second.second);
    });
    const Entry* odd = nullptr;
    for (const auto& [style, seen] : styles)
        if (style != usual->first && (!odd || seen.second < odd)) odd = seen.second;
    auto draft = draft_of(agenda, *odd, "");
    draft.key = odd->text.key;
    draft.facts.set("other-style", std::string{written_in(usual->first)});
    draft.facts.set("other", ticked(usual->second.second->text.text));
    relate(agenda, draft, *usual->second.second);
    drafts.push_back(std::move(draft));
}

struct Wanted {
    bool style, restarts_daily;
    TextKeys keys;
    std::vector<std::string> words;
};

std::string series_of(const Wanted& wanted, const Entry& entry) {
    const auto& number = entry.number;
    if (wanted.style && contains(wanted.words, number.word)) return number.word;
    if (number.series.empty() && entry.slot) return "of kind " + entry.slot->kind;
    return (entry.slot || wanted.style ? "" : "day ") + number.series +
           (wanted.restarts_daily && entry.date.ok() ? time::format_date(entry.date) : "");
}

/// The entries of a thing: for a style all of its numbers, for a sequence its first.
void add(const Agenda& agenda, const Wanted& wanted, const Thing& thing, std::map<std::string, Entries>& series) {
    const auto* slot = slot_of(agenda, thing);
    for (const auto& text : texts(agenda, thing, wanted.keys)) {
        auto number = read_number(text.text);
        if (!number || (text.key == "title" && !number->ends_label)) continue;
        if (!wanted.style && !wanted.words.empty() && !contains(wanted.words, number->word)) continue;
        const auto date = day_of(agenda, thing).date;
        Entry entry{thing, text, std::move(*number), slot, date, !(slot && slot->cancelled)};
        const auto key = series_of(wanted, entry);
        series[key].push_back(std::move(entry));
        if (!wanted.style) return;
    }
}

std::map<std::string, Entries> all_series(const Context& context, const Wanted& wanted) {
    std::map<std::string, Entries> series;
    for (const auto sort : sorts(context.selection, Sort::slot))
        for (const auto& thing : things(context.agenda, sort))
            if (fits(context.agenda, context.selection, thing)) add(context.agenda, wanted, thing, series);
    return series;
}

Outcome run(const Context& context, const finding::Arguments& arguments, finding::Drafts& drafts) {
    const Wanted wanted{arguments.word("find") == "style", arguments.flag_or("restart-per-day", false),
                        TextKeys{arguments.words("keys")}, arguments.words_or_none("words")};
    Outcome outcome;
    for (auto& [name, entries] : all_series(context, wanted)) {
        std::vector<Numbered*> numbers;
        for (auto& entry : entries) numbers.push_back(&entry.number);
        settle_letters(numbers);
        const bool other_make = std::erase_if(entries, [](const Entry& entry) { return entry.number.other_make; }) > 0;
        // A title alone that ends in a number is a name: `Mezurit 2`.
        const bool is_name = entries.size() == 1 && entries.front().text.key == "title";
        if (entries.empty() || is_name || (other_make && !wanted.style)) continue;
        outcome.checked += entries.size();
        if (wanted.style) {
            check_style(context.agenda, entries, drafts);
        } else if (!entries.front().slot) {
            check_days(context.agenda, std::move(entries), drafts);
        } else {
            for (const auto& entry : entries)
                if (entry.counts && !entry.slot->when && entry.slot->kind_class() != KindClass::note)
                    outcome.not_checked.push_back(SlotIndex{entry.thing.index});
            check_slots(context.agenda, entries, wanted.restarts_daily, drafts);
        }
    }
    return outcome;
}

} // namespace numbering_check

const Check numbering{"numbering",
                      "a series of numbers - Session I, Session II, Day 1 - runs from 1 on and in one style",
                      numbering_check::arguments_taken,
                      numbering_check::fields_given,
                      {},
                      numbering_check::run,
                      "slot day"};

} // namespace agenda::checks
