// SPDX-License-Identifier: MIT
#include "revision/moved.hpp"
#include "revision/phrases.hpp"
#include "revision/slot_edits.hpp"
#include <fmt/format.h>

namespace agenda::revision {
namespace {

When when(const Side& side, const Slot& slot) {
    return {date_of(side.agenda, slot), time_of(side, slot), slot.clock, slot.start, length_of(slot)};
}
Where where(const Side& side, const Slot& slot) { return {room_of(side, slot), track_of(side, slot)}; }

std::string place_in(const Agenda& agenda, const Slot& slot, const Moved& one) {
    const bool rooms = one.from.room != one.to.room, tracks = one.from.track != one.to.track;
    std::vector<std::string> parts;
    if (rooms && slot.room) parts.push_back("room " + ticked(called(agenda.rooms[*slot.room])));
    if (tracks && slot.track) parts.push_back("track " + ticked(called(agenda.tracks[*slot.track])));
    if (parts.empty()) return rooms && tracks ? "no place" : rooms ? "no room" : "no track";
    return fmt::format("{}", fmt::join(parts, ", "));
}

} // namespace

std::vector<Moved> moved_slots(const Collector& collector) {
    std::vector<Moved> result;
    for (const auto& pair : collector.pairs) {
        const auto& a = collector.slot_before(pair.before);
        const auto& b = collector.slot_after(pair.after);
        Moved one{pair,
                  when(collector.before, a),
                  when(collector.after, b),
                  where(collector.before, a),
                  where(collector.after, b),
                  {}};
        one.date_before = one.was.date;
        const auto gone = collector.matches.dates.find(collector.before.agenda.days[a.day].date);
        if (gone != collector.matches.dates.end() && one.is.date == time::format_date(gone->second))
            one.was.date = one.is.date;
        result.push_back(std::move(one));
    }
    return result;
}

std::string times(const Moved& one) {
    if (one.was.date != one.is.date) return fmt::format("{} -> {}", one.was.text(), one.is.text());
    return fmt::format("{} -> {}", one.was.time.empty() ? "no time" : one.was.time,
                       one.is.time.empty() ? "no time" : one.is.time);
}

std::pair<std::string, std::string> places(const Collector& collector, const Moved& one) {
    return {place_in(collector.before.agenda, collector.slot_before(one.pair.before), one),
            place_in(collector.after.agenda, collector.slot_after(one.pair.after), one)};
}

std::string relocation(const Collector& collector, const Moved& one) {
    const auto [from, to] = places(collector, one);
    return fmt::format("{} -> {}", from, to);
}

void edit_when(const Moved& one, Member& member) {
    if (one.was.date != one.is.date) member.edits.push_back({"date", one.date_before, one.is.date});
    add_edit("time", one.was.time, one.is.time, member.edits);
}

void edit_where(const Moved& one, Member& member) {
    add_edit("room", one.from.room, one.to.room, member.edits);
    add_edit("track", one.from.track, one.to.track, member.edits);
}

Member member_when(const Collector& collector, const Moved& one) {
    auto result = collector.member(one.pair);
    result.before_at = collector.slot_before(one.pair.before).time_at;
    result.after_at = collector.slot_after(one.pair.after).time_at;
    return result;
}

} // namespace agenda::revision
