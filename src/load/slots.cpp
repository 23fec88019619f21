// SPDX-License-Identifier: MIT
#include "load/slots.hpp"
#include <algorithm>
#include <array>

namespace agenda::load {
namespace {

/// A slot while it is read.
struct Draft {
    Slot& slot;
    Pending& pending;
    const Kinds& kinds;
    Names& names;
    std::vector<Entry>& roles; ///< read when the slot has its index
    KeyPlaces keys{};
    ExtraTable extra{};
    bool optional_said = false;
};

template <auto Member> void set_slot(Reader& reader, const Entry& entry, Draft& into) {
    reader.read(entry, into.slot.*Member);
}

/// The traits of a kind that is known or begins with x-; a fault and no demands for any other.
const KindTraits* traits_of(Reader& reader, const Entry& entry, const Kinds& kinds, std::string& name) {
    if (!reader.read(entry, name)) return &Kinds::undemanding();
    reader.count("unknown-kind");
    if (const auto* traits = kinds.find(name)) return traits;
    if (!name.starts_with("x-")) {
        std::vector<std::string_view> known;
        for (const auto& kind : kinds.all()) known.push_back(kind.name);
        finding::Facts facts{{"what", name}};
        if (const auto near = source::nearest(name, known); !near.empty()) facts.set("nearest", std::string{near});
        reader.fault("unknown-kind", entry.value.span(), std::move(facts));
    }
    return &Kinds::undemanding();
}

void read_kind(Reader& reader, const Entry& entry, Draft& into) {
    into.slot.traits = traits_of(reader, entry, into.kinds, into.slot.kind);
}

void read_id(Reader& reader, const Entry& entry, Draft& into) {
    into.slot.id_at = entry.value.span();
    reader.read(entry, into.slot.id);
}

void read_optional(Reader& reader, const Entry& entry, Draft& into) {
    into.optional_said = true;
    reader.read(entry, into.slot.optional);
}

/// One of a slot's words for when it is: its value, its place, and that it is there, readable or not.
template <auto Value, Span Said::*At, bool Said::*Has> void read_said(Reader& reader, const Entry& entry, Draft& into) {
    auto& said = into.pending.said;
    said.*Has = true;
    said.*At = entry.value.span();
    reader.read(entry, said.*Value);
}

void read_room(Reader& reader, const Entry& entry, Draft& into) {
    std::string_view id;
    if (!reader.read(entry, id)) return;
    into.slot.place_at = entry.value.span();
    into.slot.room = into.names.room(id, entry.value.span());
}

void read_track(Reader& reader, const Entry& entry, Draft& into) {
    std::string_view id;
    if (!reader.read(entry, id)) return;
    if (into.slot.place_at == Span{}) into.slot.place_at = entry.value.span();
    into.slot.track = into.names.track(id, entry.value.span());
}

void read_status(Reader& reader, const Entry& entry, Draft& into) {
    std::string_view word;
    if (!reader.read(entry, word)) return;
    const auto found = std::find(slot_status_names.begin(), slot_status_names.end(), word);
    if (found == slot_status_names.end()) return reader.wrong_word(entry, word, slot_status_names);
    into.slot.status = static_cast<SlotStatus>(found - slot_status_names.begin());
    into.slot.cancelled = into.slot.status == SlotStatus::cancelled;
}

void read_discussion(Reader& reader, const Entry& entry, Draft& into) {
    if (entry.value.is(Kind::boolean)) {
        into.slot.discussion = entry.value.boolean();
    } else {
        reader.read(entry, into.slot.discussion_minutes);
        into.slot.discussion = into.slot.discussion_minutes.has_value();
    }
}

void keep_role(Reader&, const Entry& entry, Draft& into) { into.roles.push_back(entry); }

template <std::vector<Entry> Pending::*Member> void keep_references(Reader& reader, const Entry& entry, Draft& into) {
    const auto one = [&](const Value& value) {
        if (value.is(Kind::string))
            (into.pending.*Member).push_back({entry.key, entry.key_span, value});
        else
            reader.wrong_type({entry.key, entry.key_span, value}, "a slot's id");
    };
    if (!entry.value.is(Kind::array)) return one(entry.value);
    for (const auto& element : entry.value.elements()) one(element);
}

void keep_block(Reader& reader, const Entry& entry, Draft& into) {
    if (entry.value.is(Kind::string))
        into.pending.part_of.push_back(entry);
    else
        reader.wrong_type(entry, "a slot's id");
}

struct ItemDraft {
    Item item;
    std::optional<time::ClockRange> time;
    std::vector<Entry> roles;
    KeyPlaces keys;
    ExtraTable extra;
    const Kinds* kinds = nullptr;
};

template <auto Member> void set_item(Reader& reader, const Entry& entry, ItemDraft& into) {
    reader.read(entry, into.item.*Member);
}

void read_item_kind(Reader& reader, const Entry& entry, ItemDraft& into) {
    const auto kind_class = traits_of(reader, entry, *into.kinds, into.item.kind)->kind_class;
    if (kind_class == KindClass::rest) into.item.rest = Item::Rest::pause;
    if (kind_class == KindClass::meal) into.item.rest = Item::Rest::meal;
}

void read_item_time(Reader& reader, const Entry& entry, ItemDraft& into) {
    into.item.time_at = entry.value.span();
    reader.read(entry, into.time);
}

void keep_item_role(Reader&, const Entry& entry, ItemDraft& into) { into.roles.push_back(entry); }

constexpr Key<ItemDraft> item_keys[] = {
    {"title", set_item<&Item::title>},       {"kind", read_item_kind},
    {"minutes", set_item<&Item::minutes>},   {"time", read_item_time},
    {"parallel", set_item<&Item::parallel>}, {"speakers", keep_item_role},
    {"moderators", keep_item_role},          {"chair", keep_item_role},
};

Role role_named(std::string_view key) {
    if (key == "chair") return Role::chair;
    return key == "moderators" ? Role::moderator : Role::speaker;
}

void read_items(Reader& reader, const Entry& entry, Draft& into) {
    reader.tables(entry, [&](const Value& value) {
        const auto index = static_cast<std::uint32_t>(into.slot.items.size());
        ItemDraft draft;
        draft.kinds = &into.kinds;
        draft.item.at = value.span();
        reader.table(value, "an item of a slot", item_keys, draft);
        draft.item.keys = std::move(draft.keys);
        draft.item.extra = std::move(draft.extra);
        into.pending.item_times.push_back(draft.time);
        into.slot.items.push_back(std::move(draft.item));
        for (const auto& role : draft.roles)
            read_role(reader, into.names, role, {into.slot, role_named(role.key), index});
    });
}

constexpr Key<Draft> slot_keys[] = {
    {"id", read_id},
    {"time", read_said<&Said::time, &Said::time_at, &Said::has_time>},
    {"start", read_said<&Said::start, &Said::start_at, &Said::has_start>},
    {"end", read_said<&Said::end, &Said::end_at, &Said::has_end>},
    {"duration", read_said<&Said::duration, &Said::duration_at, &Said::has_duration>},
    {"kind", read_kind},
    {"number", set_slot<&Slot::number>},
    {"title", set_slot<&Slot::title>},
    {"room", read_room},
    {"track", read_track},
    {"plenary", set_slot<&Slot::plenary>},
    {"tags", set_slot<&Slot::tags>},
    {"chair", keep_role},
    {"moderators", keep_role},
    {"speakers", keep_role},
    {"items", read_items},
    {"questions", set_slot<&Slot::questions>},
    {"description", set_slot<&Slot::description>},
    {"discussion", read_discussion},
    {"open-floor", set_slot<&Slot::open_floor>},
    {"optional", read_optional},
    {"catered", set_slot<&Slot::catered>},
    {"expected", set_slot<&Slot::expected>},
    {"languages", set_slot<&Slot::languages>},
    {"interpretation", set_slot<&Slot::interpretation>},
    {"status", read_status},
    {"repeat-of", keep_references<&Pending::repeat_of>},
    {"parallel-with", keep_references<&Pending::parallel_with>},
    {"part-of", keep_block},
    {"note", set_slot<&Slot::note>},
    {"next-day", set_slot<&Slot::next_day>},
    {"breaks-inside", set_slot<&Slot::breaks_inside>},
};

/// A day while it is read.
struct DayDraft {
    std::optional<time::Date> date;
    Day day;
    std::optional<Entry> slots;
    KeyPlaces keys;
    ExtraTable extra;
};

template <auto Member> void set_day(Reader& reader, const Entry& entry, DayDraft& into) {
    reader.read(entry, into.day.*Member);
}

void keep_slots(Reader&, const Entry& entry, DayDraft& into) { into.slots = entry; }

constexpr Key<DayDraft> day_keys[] = {
    {"date", set<&DayDraft::date>},      {"weekday", set_day<&Day::weekday>},
    {"label", set_day<&Day::label>},     {"start", set_day<&Day::start>},
    {"end", set_day<&Day::end>},         {"closing-note", set_day<&Day::closing_note>},
    {"outside", set_day<&Day::outside>}, {"slot", keep_slots},
};

} // namespace

void DayReader::expect(const Value& days) {
    std::size_t count = 0;
    for (const auto& day : days.elements())
        if (const auto slots = day.find("slot")) count += slots->elements().size();
    reader_.agenda().slots.reserve(count);
    pending_.reserve(count);
}

void DayReader::day(const Value& value) {
    auto& days = reader_.agenda().days;
    const auto index = days.next();
    DayDraft draft;
    draft.day.at = value.span();
    days.push_back(draft.day);
    const Reader::In in{reader_, index, "[[day]]"};
    reader_.table(value, "[[day]]", day_keys, draft);
    reader_.count("key-missing");
    if (!draft.date && !value.find("date"))
        reader_.fault("key-missing", value.span(), {{"what", std::string{"`date`"}}});
    draft.day.date = draft.date.value_or(time::Date{});
    if (const auto date = draft.day.date; date.ok() && !draft.day.outside) {
        auto& agenda = reader_.agenda();
        agenda.first_date = std::min(agenda.first_date.value_or(date), date);
        agenda.last_date = std::max(agenda.last_date.value_or(date), date);
    }
    draft.day.keys = std::move(draft.keys);
    draft.day.extra = std::move(draft.extra);
    days[index] = std::move(draft.day);
    if (draft.slots) reader_.tables(*draft.slots, [&](const Value& slot_value) { slot(slot_value); });
}

void DayReader::slot(const Value& value) {
    auto& agenda = reader_.agenda();
    const auto index = agenda.slots.next();
    auto& slot = agenda.slots.emplace_back();
    roles_.clear();
    Draft draft{slot, pending_.emplace_back(), kinds_, names_, roles_};
    slot.at = value.span();
    slot.day = static_cast<DayIndex>(agenda.days.size() - 1);
    const Reader::In in{reader_, index, "[[day.slot]]"};
    reader_.table(value, "[[day.slot]]", slot_keys, draft);
    if (slot.id.empty()) slot.id_at = slot.at;
    if (slot.place_at == Span{}) slot.place_at = slot.at;
    if (!draft.optional_said) slot.optional = slot.traits->optional;
    slot.moderators_at = slot.speakers_at = slot.at;
    for (const auto& role : draft.roles) {
        if (role.key == "moderators") slot.moderators_at = role.value.span();
        if (role.key == "speakers") slot.speakers_at = role.value.span();
        read_role(reader_, names_, role, {slot, role_named(role.key), std::nullopt});
    }
    slot.keys = std::move(draft.keys);
    slot.extra = std::move(draft.extra);
    agenda.days.back().slots.push_back(index);
}

} // namespace agenda::load
