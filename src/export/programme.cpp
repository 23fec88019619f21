// SPDX-License-Identifier: MIT
#include "export/programme.hpp"
#include "agenda/timeline.hpp"
#include "source/unicode.hpp"
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace agenda::exporting {

Programme programme_of(const Agenda& agenda) {
    Programme result{agenda, {}, {}};
    std::map<std::string, int> seen;
    for (const auto index : agenda.slots.indices()) {
        const auto& slot = agenda.slots[index];
        const auto date = agenda.days[slot.day].date;
        auto key = slot.id;
        if (const auto times = ++seen[slot.id]; times > 1) key += "#" + std::to_string(times);
        if (slot.when)
            result.entries.push_back({index, key, slot.when->start, slot.when->end});
        else if (date.ok() && slot.start)
            result.entries.push_back({index, key, instant_at(agenda, date, *slot.start), std::nullopt});
        else
            result.left_out.push_back(index);
    }
    std::stable_sort(result.entries.begin(), result.entries.end(), [&](const Entry& a, const Entry& b) {
        return std::tuple{agenda.days[agenda.slots[a.slot].day].date, a.start} <
               std::tuple{agenda.days[agenda.slots[b.slot].day].date, b.start};
    });
    return result;
}

std::string title_of(const Slot& slot) {
    const auto& number = slot.number.value;
    const auto& title = slot.title.value;
    if (!number.empty() && !title.starts_with(number)) return title.empty() ? number : number + ": " + title;
    if (!title.empty()) return title;
    if (slot.kind.empty()) return slot.id;
    return slot.kind.starts_with("x-") ? slot.kind.substr(2) : slot.kind;
}

std::string room_of(const Agenda& agenda, const Slot& slot) {
    const auto place = place_of(agenda, slot);
    if (place.sort == Place::Sort::room) return called(agenda.rooms[static_cast<RoomIndex>(place.index)]);
    if (place.sort == Place::Sort::track) return called(agenda.tracks[static_cast<TrackIndex>(place.index)]);
    return {};
}

std::vector<OnStage> people_of(const Slot& slot) {
    std::vector<OnStage> result;
    std::set<std::pair<PersonIndex, Role>> seen;
    for (const auto& appearance : slot.people) {
        const auto person = appearance.on_stage();
        if (!person) continue;
        if (seen.emplace(*person, appearance.role).second || appearance.unknown)
            result.push_back({*person, appearance.role});
    }
    return result;
}

std::string clean(std::string_view text) {
    const auto scrubbed = source::scrubbed(text);
    const std::string_view from = scrubbed;
    std::string result;
    result.reserve(from.size());
    for (std::size_t i = 0; i < from.size(); ++i) {
        const auto byte = static_cast<unsigned char>(from[i]);
        const auto three = from.substr(i, 3);
        if (from[i] == '\r') {
            if (from.substr(i, 2) != "\r\n") result += '\n';
        } else if ((byte < 0x20 && byte != '\t' && byte != '\n') || byte == 0x7F) {
            result += replacement;
        } else if (three == "\xEF\xBF\xBE" || three == "\xEF\xBF\xBF") {
            result += replacement;
            i += 2;
        } else {
            result += from[i];
        }
    }
    return result;
}

} // namespace agenda::exporting
