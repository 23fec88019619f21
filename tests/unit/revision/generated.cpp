// SPDX-License-Identifier: MIT
// Makes agendas up and writes them.
#include "unit/revision/generated.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace agenda::test {
namespace {

std::string clock(int minutes) { return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60); }

std::string quoted(const std::string& text) {
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') result += '\\';
        if (c == '\n')
            result += "\\n";
        else
            result += c;
    }
    return result + "\"";
}

std::string list_of(const std::string& values, const std::string& between) {
    std::string result;
    for (std::size_t at = 0; at <= values.size();) {
        const auto end = std::min(values.find(between, at), values.size());
        result += (result.empty() ? "" : ", ") + quoted(values.substr(at, end - at));
        at = end + between.size();
    }
    return "[" + result + "]";
}

/// A value as TOML.
std::string value(const std::string& key, const std::string& value) {
    static const std::set<std::string> bare{"plenary", "catered",  "open-floor", "optional",
                                            "shared",  "capacity", "expected",   "interpretation"};
    if (key == "tags" || key == "languages" || key == "aliases") return list_of(value, ", ");
    if (key == "questions") return list_of(value, "\n");
    if (key.starts_with("x-")) return value;
    if (bare.contains(key) && value.find_first_not_of("0123456789") == std::string::npos) return value;
    if (bare.contains(key) && (value == "true" || value == "false")) return value;
    return quoted(value);
}

class Writer {
public:
    Writer(const Made& agenda, Chance* other) : agenda_(agenda), other_(other) {}

    std::string run() {
        std::vector<std::string> heads{"[event]\n" + lines(pairs(agenda_.event))};
        heads.push_back(things("people", agenda_.people, false));
        heads.push_back(things("rooms", agenda_.rooms, agenda_.labels));
        heads.push_back(things("tracks", agenda_.tracks, false));
        std::vector<std::string> days;
        for (const auto& day : agenda_.days) days.push_back(day_text(day));
        shuffle(heads);
        shuffle(days);
        return fmt::format("{}{}", fmt::join(heads, ""), fmt::join(days, ""));
    }

private:
    using Lines = std::vector<std::string>;
    void shuffle(Lines& lines) {
        if (other_) other_->shuffle(lines);
    }
    std::string lines(Lines all) {
        shuffle(all);
        return fmt::format("{}\n\n", fmt::join(all, "\n"));
    }
    static Lines pairs(const Values& values) {
        Lines result;
        for (const auto& [key, text] : values) result.push_back(key + " = " + value(key, text));
        return result;
    }

    std::string things(const std::string& sort, const std::vector<MadeThing>& all, bool labels) {
        Lines result;
        if (labels) return "";
        for (const auto& thing : all) {
            auto values = pairs(thing.values);
            shuffle(values);
            result.push_back(fmt::format("{} = {{ {} }}", quoted(thing.id), fmt::join(values, ", ")));
        }
        return result.empty() ? "" : "[" + sort + "]\n" + lines(result);
    }

    static const MadeThing& find(const std::vector<MadeThing>& all, int key) {
        return *std::find_if(all.begin(), all.end(), [&](const MadeThing& one) { return one.key == key; });
    }

    std::string day_text(const MadeDay& day) {
        auto head = pairs(day.values);
        head.push_back("date = " + (other_ && other_->one_in(2) ? day.date : quoted(day.date)));
        Lines slots;
        for (const auto& slot : day.slots) slots.push_back("[[day.slot]]\n" + lines(slot_lines(slot)));
        shuffle(slots);
        return fmt::format("[[day]]\n{}{}", lines(head), fmt::join(slots, ""));
    }

    Lines slot_lines(const MadeSlot& slot) {
        auto result = pairs(slot.values);
        if (!slot.id.empty()) result.push_back("id = " + quoted(slot.id));
        for (auto& line : time_lines(slot)) result.push_back(line);
        if (slot.room >= 0) result.push_back("room = " + quoted(find(agenda_.rooms, slot.room).id));
        if (slot.track >= 0) result.push_back("track = " + quoted(find(agenda_.tracks, slot.track).id));
        std::map<std::string, Lines> roles;
        for (const auto& part : slot.people) roles[part.role].push_back(part_text(part));
        for (const auto& [role, people] : roles)
            result.push_back(fmt::format("{}{} = [{}]", role, role == "chair" ? "" : "s", fmt::join(people, ", ")));
        return result;
    }

    Lines time_lines(const MadeSlot& slot) {
        if (slot.start < 0) return {};
        if (slot.end < 0) return {"start = " + quoted(clock(slot.start))};
        switch (other_ ? other_->below(5) : 0) {
        case 1: return {"start = " + quoted(clock(slot.start)), "end = " + quoted(clock(slot.end))};
        case 2: return {"start = " + quoted(clock(slot.start)), fmt::format("duration = {}", slot.end - slot.start)};
        case 3: return {"time = " + quoted(clock(slot.start) + " to " + clock(slot.end))};
        case 4: return {"time = " + quoted(clock(slot.start) + " – " + clock(slot.end))};
        default: return {"time = " + quoted(clock(slot.start) + "-" + clock(slot.end))};
        }
    }

    std::string part_text(const MadePart& part) {
        if (part.person < 0) return "{ name = \"TBC\" }";
        const auto id = quoted(find(agenda_.people, part.person).id);
        auto values = pairs(part.values);
        if (part.delivered_by >= 0)
            values.push_back("delivered-by = " + quoted(find(agenda_.people, part.delivered_by).id));
        if (values.empty() && !(other_ && other_->one_in(2))) return id;
        values.push_back("person = " + id);
        shuffle(values);
        return fmt::format("{{ {} }}", fmt::join(values, ", "));
    }

    const Made& agenda_;
    Chance* other_;
};

const std::string& id_of(const std::vector<MadeThing>& all, int key) {
    return std::find_if(all.begin(), all.end(), [&](const MadeThing& one) { return one.key == key; })->id;
}

void add_slot(const Made& agenda, const MadeDay& day, const MadeSlot& slot, const std::string& about, Triples& all) {
    const auto add = [&](const std::string& key, const std::string& text) {
        if (!text.empty()) all.emplace(about, key, text);
    };
    all.emplace(about, "", "");
    add("date", day.date);
    if (slot.start >= 0) add("time", clock(slot.start) + "-" + (slot.end < 0 ? "?" : clock(slot.end)));
    if (slot.room >= 0) add("room", id_of(agenda.rooms, slot.room));
    if (slot.track >= 0) add("track", id_of(agenda.tracks, slot.track));
    for (const auto& [key, text] : slot.values) add(key, text);
    for (const auto& part : slot.people) {
        const auto who = part.person < 0 ? "TBC" : id_of(agenda.people, part.person);
        add(part.role, who);
        for (const auto& [key, text] : part.values) add(part.role + "/" + who + "/" + key, text);
        if (part.delivered_by >= 0)
            add(part.role + "/" + who + "/delivered-by", id_of(agenda.people, part.delivered_by));
    }
}

} // namespace

std::string written(const Made& agenda, Chance* other_spelling) { return Writer{agenda, other_spelling}.run(); }

Triples triples(const Made& agenda, const Agenda& read) {
    Triples all;
    for (const auto& [key, text] : agenda.event) all.emplace("event", key, text);
    const auto add = [&](const std::string& about, const Values& values) {
        all.emplace(about, "", "");
        for (const auto& [key, text] : values) all.emplace(about, key, text);
    };
    for (const auto& one : agenda.people) add("person:" + one.id, one.values);
    if (!agenda.labels)
        for (const auto& one : agenda.rooms) add("room:" + one.id, one.values);
    for (const auto& one : agenda.tracks) add("track:" + one.id, one.values);
    std::uint32_t index = 0;
    for (const auto& day : agenda.days) {
        add("day:" + day.date, day.values);
        for (const auto& slot : day.slots) add_slot(agenda, day, slot, read.about(SlotIndex{index++}), all);
    }
    return all;
}

} // namespace agenda::test
