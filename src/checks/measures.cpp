// SPDX-License-Identifier: MIT
#include "checks/measures.hpp"
#include "agenda/parts.hpp"
#include "checks/stretches.hpp"
#include "checks/words.hpp"
#include <algorithm>
#include <array>

namespace agenda::checks {
namespace {

using finding::Arguments;
using time::minutes;

minutes length_of(const Slot& slot) { return time::whole_minutes(slot.when->length()); }

bool always_known(const Slot& slot, const Arguments&) { return slot.kind_class() != KindClass::note; }

Measured whole_slot(const Slot& slot, const Arguments&) { return {*slot.when, length_of(slot), {}, {}}; }

/// How far a clock time lies from the nearest multiple of the step; a step of zero has none.
minutes off_grid(time::Clock clock, minutes step) {
    if (step <= minutes{0}) return minutes{0};
    const auto over = clock.since_midnight % step;
    return std::min(over, step - over);
}

Measured off_its_grid(const Slot& slot, const Arguments& arguments) {
    const auto step = arguments.duration_or("step", minutes{0});
    return {*slot.when, std::max(off_grid(slot.clock->start, step), off_grid(slot.clock->end, step)), {}, {}};
}

bool items_are_timed(const Slot& slot, const Arguments&) { return item_time(slot).any; }
bool all_items_are_timed(const Slot& slot, const Arguments&) { return item_time(slot).whole; }

Measured of_items(const Slot& slot, bool over) {
    const auto length = length_of(slot);
    const auto taken = item_time(slot).taken;
    Measured result{*slot.when, std::max(over ? taken - length : length - taken, minutes{0}), {}, {}};
    result.facts = {{"length", length.count()}, {"taken", taken.count()}};
    result.related = {{slot.keys.at("items", slot.at), std::to_string(taken.count()) + " min of items"}};
    return result;
}

Measured items_over(const Slot& slot, const Arguments&) { return of_items(slot, true); }
Measured items_under(const Slot& slot, const Arguments&) { return of_items(slot, false); }

/// Two presentations or more that have to share the time, none of which says how long it is.
bool presentations_share(const Slot& slot, const Arguments& arguments) {
    const auto own_minutes = [](const Appearance& appearance) { return appearance.minutes.has_value(); };
    const auto parallel = [](const Item& item) { return item.parallel; };
    return !programme_time(slot).any && std::none_of(slot.people.begin(), slot.people.end(), own_minutes) &&
           std::none_of(slot.items.begin(), slot.items.end(), parallel) &&
           presentations(slot, arguments.words_or_none("omit-capacities")).count > 1;
}

Measured each_presentation(const Slot& slot, const Arguments& arguments) {
    const auto length = working_time(slot);
    const auto overhead = arguments.duration_or("overhead", minutes{0});
    const auto percent = arguments.percent_or("qa-share", 0);
    const auto discussion = slot.discussion_minutes.value_or(minutes{(length.count() * percent + 99) / 100});
    const auto left = std::max(length - overhead - discussion, minutes{0});
    const auto count = static_cast<std::int64_t>(presentations(slot, arguments.words_or_none("omit-capacities")).count);
    Measured result{*slot.when, left / count, {}, {}};
    result.facts = {{"length", length.count()}, {"discussion", discussion.count()}, {"presentations", count}};
    return result;
}

bool discussion_is_timed(const Slot& slot, const Arguments&) {
    // The one way that asks for the slot's own time is told from the items.
    return slot.when ? discussion_time(slot).has_value()
                     : slot.discussion_minutes || (slot.discussion && item_time(slot).whole);
}

Measured whole_discussion(const Slot& slot, const Arguments&) {
    Measured result{*slot.when, discussion_time(slot).value_or(minutes{0}), {}, {}};
    result.facts = {{"length", working_time(slot).count()}};
    return result;
}

constexpr std::array slot_quantities{
    SlotQuantity{"duration", always_known, whole_slot},
    SlotQuantity{"off-grid", always_known, off_its_grid},
    SlotQuantity{"overrun", items_are_timed, items_over},
    SlotQuantity{"slack", all_items_are_timed, items_under},
    SlotQuantity{"presentation", presentations_share, each_presentation},
    SlotQuantity{"discussion", discussion_is_timed, whole_discussion},
};

/// From the first programme slot to the end of the last.
struct Programme {
    When when;
    SlotIndex first, last;
};

/// `before` and these slots, optional ones aside; for the gross length also those of the night of the evening before.
std::optional<Programme> with_slots(const Agenda& agenda, const std::vector<SlotIndex>& slots, DayQuantity quantity,
                                    std::optional<Programme> before) {
    for (const auto index : slots) {
        const auto& slot = agenda.slots[index];
        if (!slot.is_programme() || slot.optional || (quantity == DayQuantity::gross && slot.is_over_by_six()))
            continue;
        if (!before) before = Programme{*slot.when, index, index};
        if (slot.when->start < before->when.start) before->when.start = slot.when->start, before->first = index;
        if (slot.when->end > before->when.end) before->when.end = slot.when->end, before->last = index;
    }
    return before;
}

std::vector<finding::Related> ends_of(const Agenda& agenda, const DayCourse& course, const Programme& programme) {
    const auto& first = agenda.slots[programme.first];
    const auto& last = agenda.slots[programme.last];
    return {{first.time_at, ticked_name(first) + " starts " + shown(agenda, course.date, programme.when.start)},
            {last.time_at, ticked_name(last) + " ends " + shown(agenda, course.date, programme.when.end)}};
}

} // namespace

const SlotQuantity* slot_quantity(std::string_view name) {
    const auto found = std::find_if(slot_quantities.begin(), slot_quantities.end(),
                                    [&](const SlotQuantity& quantity) { return quantity.name == name; });
    return found == slot_quantities.end() ? nullptr : &*found;
}

std::optional<Measured> day_measured(const Agenda& agenda, const DayCourse& course, DayQuantity quantity) {
    const auto day = timelines(agenda, course);
    const auto shared = stretches(agenda, day.shared, Attendance::firm);
    const auto everybodys = with_slots(agenda, day.shared, quantity, std::nullopt);
    std::optional<Programme> longest;
    std::chrono::seconds most{0};
    for (const auto& timeline : day.lines) {
        const auto programme = with_slots(agenda, timeline.own, quantity, everybodys);
        if (!programme) continue;
        std::chrono::seconds sum{0};
        if (quantity == DayQuantity::gross)
            sum = programme->when.length();
        else
            for (const auto& stretch :
                 joined(shared, stretches(agenda, timeline.own, Attendance::firm), std::chrono::seconds{0}))
                sum += stretch.when.length();
        if (longest && sum <= most) continue;
        longest = programme;
        most = sum;
    }
    if (!longest) return std::nullopt;
    return Measured{longest->when, time::whole_minutes(most), {}, ends_of(agenda, course, *longest)};
}

bool is_interpreted(const Agenda& agenda, const DayCourse& course) {
    bool any = false;
    for (const auto index : course.slots) {
        const auto& slot = agenda.slots[index];
        if (!slot.is_programme() || slot.optional) continue;
        if (!slot.interpretation.value_or(agenda.event.interpretation.has_value())) return false;
        any = true;
    }
    return any;
}

} // namespace agenda::checks
