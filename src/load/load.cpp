// SPDX-License-Identifier: MIT
// The pieces of a file are read in an order that lets a later piece name an earlier one: event, people, rooms, tracks,
// then the days one by one. Nothing of the model needs the whole file's tree at once.
#include "load/load.hpp"
#include "load/accept.hpp"
#include "load/clock.hpp"
#include "load/event.hpp"
#include "load/includes.hpp"
#include "load/places.hpp"
#include "load/slots.hpp"
#include "load/unnamed.hpp"
#include <algorithm>
#include <array>

namespace agenda::load {
namespace {

constexpr std::array<std::string_view, 11> top_level{"schema", "include",    "event", "people", "rooms", "tracks",
                                                     "walk",   "delegation", "day",   "rules",  "accept"};
constexpr std::int64_t read_schema = 1;

class Loader {
public:
    Loader(Loaded& loaded, const Kinds& kinds)
        : loaded_(loaded), reader_(loaded), names_(reader_), days_(reader_, names_, kinds) {}

    void run(const Value& root, const Include& include) {
        for (const auto& entry : root.entries()) top_.push_back(entry);
        unknown_top_level();
        if (const auto* schema = find("schema")) check_schema(*schema);
        if (const auto* event = find("event")) read_event(reader_, *event);
        if (const auto* files = find("include")) {
            read_includes(reader_, loaded_, *files, include);
            for (const auto& file : loaded_.included) shared_top_level(file);
        }
        read_people(reader_, names_, all_tables("people"));
        read_rooms(reader_, names_, all_tables("rooms"));
        read_tracks(reader_, names_, all_tables("tracks"));
        for (const auto* walk : all_of("walk"))
            reader_.tables(*walk, [&](const Value& v) { read_walk(reader_, names_, v); });
        for (const auto* delegation : all_of("delegation"))
            reader_.tables(*delegation, [&](const Value& v) { read_delegation(reader_, names_, v); });
        if (const auto* rules = table("rules")) loaded_.rules = rules->value;
        if (const auto* accept = find("accept"))
            reader_.tables(*accept, [&](const Value& v) { loaded_.accepts.push_back(read_accept(reader_, v)); });
        if (const auto* day = find("day")) {
            days_.expect(day->value);
            reader_.tables(*day, [&](const Value& v) { days_.day(v); });
        }
        finish();
    }

    void syntax_errors(const std::vector<source::SyntaxError>& errors) {
        reader_.count("syntax-error");
        for (const auto& error : errors) reader_.fault("syntax-error", error.at, {{"reason", error.reason}});
        if (!errors.empty()) loaded_.unread = {"cannot be read as " + std::string{loaded_.format}, "syntax-error"};
    }

    /// What the importer of another format saw. Call last, also with none: slots are found by their places, and faults
    /// get the ids of what they are about.
    void remarks(std::vector<formats::Remark> remarks) {
        std::unordered_map<std::uint32_t, SlotIndex> by_place;
        const auto& slots = loaded_.agenda.slots;
        for (std::size_t i = 0; i < slots.size() && !remarks.empty(); ++i)
            by_place.try_emplace(slots[static_cast<SlotIndex>(i)].at.offset, static_cast<SlotIndex>(i));
        for (auto& remark : remarks) {
            const auto slot = remark.event.length == 0 ? by_place.end() : by_place.find(remark.event.offset);
            const Reader::In in{reader_, slot == by_place.end() ? Subject{} : Subject{slot->second}, formats::where};
            reader_.fault(remark.rule, remark.at, std::move(remark.facts)).label = std::move(remark.label);
        }
        reader_.name_subjects();
    }

private:
    const Entry* find(std::string_view key) const {
        const auto found = std::find_if(top_.begin(), top_.end(), [&](const Entry& entry) { return entry.key == key; });
        return found == top_.end() ? nullptr : &*found;
    }

    const Entry* table(std::string_view key) {
        const auto* entry = find(key);
        if (!entry || entry->value.is(Kind::table)) return entry;
        reader_.wrong_type(*entry, "a table");
        return nullptr;
    }

    /// Keeps the entries of an included file that it may have, and tells the others.
    void shared_top_level(const Included& file) {
        const Reader::In in{reader_, {}, "an included file"};
        ExtraTable extra;
        for (const auto& entry : file.document->root().entries()) {
            if (const auto refused = no_shared_file(entry.key)) {
                refuse_include(reader_, loaded_, file.text->name(), entry.key_span, *refused);
                continue;
            }
            reader_.count("unknown-key");
            if (std::find(shared_keys.begin(), shared_keys.end(), entry.key) != shared_keys.end())
                shared_.push_back(entry);
            else if (entry.key.starts_with("x-"))
                extra.emplace_back(entry.key, extra_of(entry.value));
            else
                reader_.unknown_key(entry, shared_keys);
        }
        if (!extra.empty()) loaded_.agenda.other_extra.emplace_back("file:" + file.text->name(), std::move(extra));
    }

    /// The entries of that name, those of included files first.
    std::vector<const Entry*> all_of(std::string_view key) const {
        std::vector<const Entry*> result;
        for (const auto& entry : shared_)
            if (entry.key == key) result.push_back(&entry);
        if (const auto* own = find(key)) result.push_back(own);
        return result;
    }
    /// The same of those that are tables.
    std::vector<Value> all_tables(std::string_view key) {
        std::vector<Value> result;
        for (const auto* entry : all_of(key)) {
            if (entry->value.is(Kind::table))
                result.push_back(entry->value);
            else
                reader_.wrong_type(*entry, "a table");
        }
        return result;
    }

    void unknown_top_level() {
        for (const auto& entry : top_) {
            reader_.count("unknown-key");
            if (std::find(top_level.begin(), top_level.end(), entry.key) != top_level.end()) continue;
            if (entry.key.starts_with("x-"))
                loaded_.agenda.event.extra.emplace_back(entry.key, extra_of(entry.value));
            else
                reader_.unknown_key(entry, top_level);
        }
    }

    void check_schema(const Entry& schema) {
        reader_.count("schema-unsupported");
        if (!schema.value.is(Kind::integer)) return reader_.wrong_type(schema, "a whole number");
        if (schema.value.integer() != read_schema)
            reader_.fault("schema-unsupported", schema.value.span(),
                          {{"what", std::to_string(schema.value.integer())}});
    }

    void finish() {
        auto& agenda = loaded_.agenda;
        reader_.count("key-missing");
        if (const auto* day = find("day"); agenda.days.empty() && (!day || day->value.is(Kind::array)))
            reader_.fault("key-missing", {}, {{"what", std::string{"`[[day]]`"}}});
        loaded_.zone_trouble = find_zones(reader_);
        put_on_clock(reader_, days_.pending());
        past_horizon();
        settle_slot_ids(reader_);
        resolve_slot_references();
        if (!loaded_.whole()) drop_faults_of_missing_parts();
    }

    /// Dates from which on the zone's clock changes are not known.
    void past_horizon() {
        auto& agenda = loaded_.agenda;
        const auto until = agenda.zone ? agenda.zone->known_until() : std::nullopt;
        if (!until) return;
        reader_.count("zone-horizon", agenda.days.size());
        for (std::size_t i = 0; i < agenda.days.size(); ++i) {
            const auto& day = agenda.days[static_cast<DayIndex>(i)];
            if (!day.date.ok() || time::at(day.date, {}) < agenda.zone->local(*until)) continue;
            const Reader::In in{reader_, static_cast<DayIndex>(i), "[[day]]"};
            reader_.fault("zone-horizon", day.at,
                          {{"what", std::string{agenda.zone->name()}}, {"date", time::format_date(day.date)}});
        }
    }

    void resolve_slot_references() {
        auto& slots = loaded_.agenda.slots;
        const auto& pending = days_.pending();
        if (std::none_of(pending.begin(), pending.end(), [](const Pending& one) { return one.names_slots(); })) return;
        std::unordered_map<std::string_view, SlotIndex> by_id;
        for (std::size_t i = 0; i < slots.size(); ++i)
            by_id.try_emplace(slots[static_cast<SlotIndex>(i)].id, static_cast<SlotIndex>(i));
        for (std::size_t i = 0; i < slots.size(); ++i) {
            const auto index = static_cast<SlotIndex>(i);
            const Reader::In in{reader_, index, "[[day.slot]]"};
            const auto resolve_all = [&](const std::vector<Entry>& entries, std::vector<SlotIndex>& into) {
                for (const auto& entry : entries) {
                    reader_.count("reference-unresolved");
                    const auto found = by_id.find(entry.value.string());
                    if (found != by_id.end())
                        into.push_back(found->second);
                    else
                        unresolved_slot(entry);
                }
            };
            resolve_all(pending[i].repeat_of, slots[index].repeat_of);
            resolve_all(pending[i].parallel_with, slots[index].parallel_with);
            std::vector<SlotIndex> blocks;
            resolve_all(pending[i].part_of, blocks);
            if (!blocks.empty() && blocks.front() != index) slots[index].part_of = blocks.front();
        }
    }

    void unresolved_slot(const Entry& entry) {
        names_.unresolved("slot", entry.value.string(), entry.value.span(), loaded_.agenda.slots);
    }

    /// A part of the file could not be read: what is said to be missing may stand there.
    void drop_faults_of_missing_parts() {
        for (const auto* rule : {"reference-unresolved", "key-missing", "slot-time-missing"}) reader_.drop(rule);
    }

    Loaded& loaded_;
    Reader reader_;
    Names names_;
    DayReader days_;
    std::vector<Entry> top_, shared_; ///< of the agenda; of the files that it includes
};

} // namespace

const Included* Loaded::included_at(source::Span at) const {
    const auto& file = text->file_at(at.offset);
    const auto found = std::partition_point(included.begin(), included.end(),
                                            [&](const Included& one) { return one.text->end() < at.offset; });
    return found == included.end() || found->text.get() != &file ? nullptr : &*found;
}

Loaded load(Input input, const Kinds& kinds, const formats::ReadAs& as) {
    Loaded loaded;
    loaded.text = std::move(input.text);
    std::vector<formats::Remark> remarks;
    if (const auto* format = formats::format_of(*loaded.text, as)) {
        loaded.format = format->name;
        auto reading = format->read(*loaded.text, as);
        remarks = std::move(reading.remarks);
        loaded.document.emplace(loaded.text, std::move(reading.tree), std::move(reading.errors));
    } else {
        loaded.document.emplace(loaded.text);
    }
    Loader loader{loaded, kinds};
    loader.syntax_errors(loaded.document->errors());
    loader.run(loaded.document->root(), input.include);
    loader.remarks(std::move(remarks));
    leave_out_unnamed(loaded);
    return loaded;
}

} // namespace agenda::load
