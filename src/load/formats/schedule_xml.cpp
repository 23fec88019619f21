// SPDX-License-Identifier: MIT
// schedule.xml, as frab, pretalx, wafer, Pentabarf and FOSDEM write it: days, rooms in them (or none, as in 2010),
// events in those. Wraps pugixml, which expands no entities beyond the five of XML and fetches nothing.
#include "load/formats/formats.hpp"
#include "load/formats/schedule.hpp"
#include "source/unicode.hpp"
#include <pugixml.hpp>

namespace agenda::load::formats {
namespace {

/// Reads fields, each with its place in the text.
class XmlReader {
public:
    explicit XmlReader(const source::Text& text) : text_(text), buffer_(text.bytes()) {}

    Reading read() {
        pugi::xml_document document;
        const auto result = document.load_buffer_inplace(
            buffer_.data(), buffer_.size(), pugi::parse_default | pugi::parse_trim_pcdata, pugi::encoding_utf8);
        Reading reading;
        const auto at = static_cast<std::uint32_t>(
            std::min(static_cast<std::size_t>(std::max<std::ptrdiff_t>(result.offset, 0)), text_.bytes().size()));
        if (!result) reading.errors.push_back({reason(result), {at, at < text_.bytes().size() ? 1U : 0U}});
        if (const auto bad = source::first_invalid_utf8(text_.bytes()))
            reading.errors.push_back(
                {"a byte here is not UTF-8 text; save the file as UTF-8", {static_cast<std::uint32_t>(*bad), 1}});
        const auto root = document.document_element();
        if (result && std::string_view{root.name()} != "schedule")
            reading.errors.push_back(
                {"this XML is no schedule: its outermost element is `" + std::string{root.name()} + "`, not `schedule`",
                 place(root)});
        own_ = std::string_view{root.child("generator").attribute("name").value()} == "agenda-lint";
        auto found = schedule(document.child("schedule"));
        reading.remarks = understand(found);
        reading.root = agenda_of(found);
        return reading;
    }

private:
    static std::string reason(const pugi::xml_parse_result& result) {
        std::string text = result.description();
        if (!text.empty() && text.front() >= 'A' && text.front() <= 'Z')
            text.front() = static_cast<char>(text.front() + 32);
        return "this is not XML: " + text;
    }

    /// Its tag, from the bracket to the name's end.
    Span place(const pugi::xml_node& node) const {
        const auto name = node.offset_debug();
        if (name <= 0) return {};
        return {static_cast<std::uint32_t>(name - 1),
                static_cast<std::uint32_t>(std::string_view{node.name()}.size() + 1)};
    }

    /// A text in the buffer, which begins where it does in the file; what is decoded there is only ever shorter.
    Field field_at(const char* value, const Span& otherwise, char end) const {
        const std::string_view content{value};
        if (content.empty()) return {};
        const auto begin = value - buffer_.data();
        if (begin < 0 || static_cast<std::size_t>(begin) >= buffer_.size()) return {std::string{content}, otherwise};
        const auto offset = static_cast<std::size_t>(begin);
        auto stop = std::min(text_.bytes().find(end, offset), text_.bytes().size());
        while (stop > offset && source::is_blank(text_.bytes().substr(stop - 1, 1))) --stop;
        return {std::string{content}, {static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(stop - offset)}};
    }
    Field child(const pugi::xml_node& node, const char* name) const {
        const auto found = node.child(name);
        return field_at(found.child_value(), place(found), '<');
    }
    Field attribute(const pugi::xml_node& node, const char* name) const {
        const auto* value = node.attribute(name).value();
        const auto at = value - buffer_.data();
        const bool single = at > 0 && static_cast<std::size_t>(at) <= text_.bytes().size() &&
                            text_.bytes()[static_cast<std::size_t>(at) - 1] == '\'';
        return field_at(value, place(node), single ? '\'' : '"');
    }

    Schedule schedule(const pugi::xml_node& root) const {
        Schedule result;
        result.at = place(root);
        const auto conference = root.child("conference");
        result.own = own_;
        result.title = child(conference, "title");
        result.subtitle = child(conference, "subtitle");
        result.venue = child(conference, "venue");
        result.city = child(conference, "city");
        result.start = child(conference, "start");
        result.end = child(conference, "end");
        result.timezone = child(conference, "time_zone_name");
        result.day_change = child(conference, "day_change");
        for (const auto& day : root.children("day")) result.days.push_back(day_of(day));
        return result;
    }

    ScheduledDay day_of(const pugi::xml_node& node) const {
        ScheduledDay day{place(node), attribute(node, "date"), attribute(node, "start"), attribute(node, "end"), {}};
        std::size_t count = 0;
        for (const auto& room : node.children("room"))
            for ([[maybe_unused]] const auto& event : room.children("event")) ++count;
        day.events.reserve(count); // one is more than a kilobyte
        for (const auto& room : node.children("room"))
            for (const auto& event : room.children("event")) {
                day.events.push_back(event_of(event, attribute(room, "name")));
                day.events.back().in_nameless_room = day.events.back().room.empty();
            }
        for (const auto& event : node.children("event")) day.events.push_back(event_of(event, {}));
        return day;
    }

    ScheduledEvent event_of(const pugi::xml_node& node, const Field& room) const {
        ScheduledEvent event;
        event.at = place(node);
        event.id = own_ ? child(node, "slug") : attribute(node, "id");
        event.title = child(node, "title");
        event.subtitle = child(node, "subtitle");
        event.room = child(node, "room");
        if (event.room.empty()) event.room = room;
        event.track = child(node, "track");
        event.type = child(node, "type");
        event.language = child(node, "language");
        event.description = child(node, "abstract");
        if (event.description.empty()) event.description = child(node, "description");
        event.start = child(node, "start");
        event.date = child(node, "date");
        event.duration = child(node, "duration");
        event.status = status_of(child(node, "status"));
        if (std::string_view{node.attribute("cancelled").value()} == "true")
            event.status = {"cancelled", attribute(node, "cancelled").at};
        for (const auto& person : node.child("persons").children("person")) {
            ScheduledPerson one;
            one.id = attribute(person, "id");
            one.name = field_at(person.child_value(), place(person), '<');
            one.role = role_of(person.attribute("role").value());
            if (!one.id.empty() || !one.name.empty()) event.people.push_back(std::move(one));
        }
        return event;
    }

    const source::Text& text_;
    std::string buffer_;
    bool own_ = false; ///< see Schedule
};

} // namespace

bool is_schedule_xml(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    while (!text.empty() && source::is_blank(text.substr(0, 1))) text.remove_prefix(1);
    return text.starts_with('<');
}

Reading read_schedule_xml(const source::Text& text, const ReadAs&) { return XmlReader{text}.read(); }

} // namespace agenda::load::formats
