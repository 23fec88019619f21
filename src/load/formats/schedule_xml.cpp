// SPDX-License-Identifier: MIT
// schedule.xml, as frab, pretalx, wafer, Pentabarf and FOSDEM write it: days, rooms in them (or none, as in 2010),
// events in those. Wraps pugixml, which expands no entities beyond the five of XML and fetches nothing.
#include "load/formats/formats.hpp"
#include "load/formats/schedule.hpp"
#include "load/formats/text.hpp"
#include <algorithm>
#include <array>
#include <pugixml.hpp>

namespace agenda::load::formats {
namespace {

/// A hundred times what a large conference has; each takes some sixty bytes beside its text.
constexpr std::ptrdiff_t most_marks = 8'000'000;

/// What is read of an event, and its names in the order of the values, which is that of most schedules.
enum class Part {
    start,
    duration,
    room,
    slug,
    title,
    subtitle,
    track,
    type,
    language,
    abstract,
    description,
    persons,
    date,
    status
};
constexpr std::array<std::string_view, 14> part_names{"start",       "duration", "room", "slug",     "title",
                                                      "subtitle",    "track",    "type", "language", "abstract",
                                                      "description", "persons",  "date", "status"};

static_assert(part_names.size() == static_cast<std::size_t>(Part::status) + 1);

/// The number of the part with that name. It is looked for from `next` on, where it is as long as parts come in the
/// usual order.
std::optional<std::size_t> part_named(std::string_view name, std::size_t next) {
    for (std::size_t i = 0; i < part_names.size(); ++i)
        if (const auto at = (next + i) % part_names.size(); part_names[at] == name) return at;
    return std::nullopt;
}

/// Reads fields, each with its place in the text.
class XmlReader {
public:
    explicit XmlReader(const source::Text& text) : text_(text), buffer_(text.bytes()) {}

    /// What the schedule says; what cannot be read is added to the errors.
    Schedule read(std::vector<source::SyntaxError>& errors) {
        const auto too_many = [&](char mark) { return std::count(buffer_.begin(), buffer_.end(), mark) > most_marks; };
        if (std::ssize(buffer_) > most_marks && (too_many('<') || too_many('='))) {
            errors.push_back({"there are more than 8,000,000 tags or attributes; nothing of it is read", {}});
            return {};
        }
        pugi::xml_document document;
        constexpr auto flags = pugi::parse_default | pugi::parse_trim_pcdata | pugi::parse_embed_pcdata;
        const auto result = document.load_buffer_inplace(buffer_.data(), buffer_.size(), flags, pugi::encoding_utf8);
        const auto at = static_cast<std::uint32_t>(
            std::min(static_cast<std::size_t>(std::max<std::ptrdiff_t>(result.offset, 0)), text_.bytes().size()));
        if (!result) errors.push_back({reason(result), {at, at < text_.bytes().size() ? 1U : 0U}});
        if (const auto bad = source::first_invalid_utf8(text_.bytes())) {
            is_utf8_ = false;
            errors.push_back(
                {"a byte here is not UTF-8 text; save the file as UTF-8", {static_cast<std::uint32_t>(*bad), 1}});
        }
        const auto root = document.document_element();
        if (result && std::string_view{root.name()} != "schedule")
            errors.push_back(
                {"this XML is no schedule: its outermost element is `" + std::string{root.name()} + "`, not `schedule`",
                 place(root)});
        own_ = std::string_view{root.child("generator").attribute("name").value()} == "agenda-lint";
        auto found = schedule(document.child("schedule"));
        if (errors.empty() && found.days.empty()) errors.push_back({"this schedule has no `day`", place(root)});
        if (too_many_) errors.push_back(too_many_events(*too_many_));
        return found;
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
    Field field_at(const char* value, const pugi::xml_node& holder, std::string_view end) const {
        const auto content = trimmed(value);
        if (content.empty()) return {};
        const auto begin =
            static_cast<std::size_t>(content.data() - buffer_.data()); // outside it: no less than its size
        const auto stop = std::min(text_.bytes().find(end, begin), text_.bytes().size());
        return {is_utf8_ ? std::string{content} : source::scrubbed(content),
                begin < buffer_.size() ? trimmed(text_.bytes(), begin, stop) : place(holder)};
    }
    Field child(const pugi::xml_node& node, const char* name) const { return text_in(node.child(name)); }

    /// The text of a node that is one, and the first text in an element, which pugixml keeps with it.
    Field piece(const pugi::xml_node& node) const {
        const bool element = node.type() == pugi::node_element;
        return field_at(node.value(), element ? node : node.parent(), node.type() == pugi::node_cdata ? "]]>" : "<");
    }

    /// All text in an element, also in the elements in it: "a <b>c</b> d".
    Field text_in(const pugi::xml_node& node) const {
        if (!node.first_child()) return piece(node);
        Field result;
        for (auto at = node; at; at = next_in(node, at)) {
            const auto more = piece(at);
            if (more.empty()) continue;
            if (result.empty()) {
                result = more;
                continue;
            }
            const auto end = result.at.offset + result.at.length;
            if (more.at.offset < end) continue; // of a text that is not in the file there is no place
            if (parts_words(text_.bytes().substr(end, more.at.offset - end))) result.text += ' ';
            result.text += more.text;
            result.at.length = more.at.offset + more.at.length - result.at.offset;
        }
        return result;
    }

    /// The next node in `whole`, in the order of the text.
    static pugi::xml_node next_in(const pugi::xml_node& whole, pugi::xml_node at) {
        if (at.first_child()) return at.first_child();
        while (at && at != whole && !at.next_sibling()) at = at.parent();
        return at == whole ? pugi::xml_node{} : at.next_sibling();
    }

    /// Whether what stands between two texts parts them: a blank, or any tag but those that stand in words.
    static bool parts_words(std::string_view between) {
        static constexpr std::array<std::string_view, 16> in_words{"a",      "abbr", "b",    "cite", "code",  "em",
                                                                   "font",   "i",    "mark", "s",    "small", "span",
                                                                   "strong", "sub",  "sup",  "u"};
        while (!between.empty()) {
            if (is_blank(between.front())) return true;
            const auto tag = between.substr(between.starts_with("</") ? 2 : 1);
            const auto name = tag.substr(0, std::min(tag.find_first_of(" \t\r\n/>"), tag.size()));
            if (between.front() == '<' && !name.starts_with('!') &&
                std::find(in_words.begin(), in_words.end(), name) == in_words.end())
                return true;
            const auto end = between.front() != '<'         ? 0
                             : name.starts_with("![CDATA[") ? std::string_view{"<![CDATA["}.size() - 1
                                                            : between.find('>');
            between.remove_prefix(std::min(end, between.size() - 1) + 1);
        }
        return false;
    }

    Field attribute(const pugi::xml_node& node, const char* name) const {
        const auto* value = node.attribute(name).value();
        const auto at = value - buffer_.data();
        const bool single = at > 0 && static_cast<std::size_t>(at) <= text_.bytes().size() &&
                            text_.bytes()[static_cast<std::size_t>(at) - 1] == '\'';
        return field_at(value, node, single ? "'" : "\"");
    }

    Schedule schedule(const pugi::xml_node& root) {
        Schedule result;
        result.at = place(root);
        const auto conference = root.child("conference");
        result.own = own_;
        if (own_) {
            result.descriptions = Descriptions::text;
            result.no_room = "Plenary";
        }
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

    ScheduledDay day_of(const pugi::xml_node& node) {
        ScheduledDay day{place(node), attribute(node, "date"), attribute(node, "start"), attribute(node, "end"), {}};
        std::size_t count = 0;
        for (const auto& room : node.children("room"))
            for ([[maybe_unused]] const auto& event : room.children("event")) ++count;
        day.events.reserve(count); // one is more than a kilobyte
        for (const auto& room : node.children("room")) {
            const auto name = attribute(room, "name");
            for (const auto& event : room.children("event"))
                if (add(day, event, name)) day.events.back().in_nameless_room = day.events.back().room.empty();
        }
        for (const auto& event : node.children("event")) add(day, event, {});
        return day;
    }

    bool add(ScheduledDay& day, const pugi::xml_node& event, const Field& room) {
        if (++events_ > most_events) {
            if (!too_many_) too_many_ = place(event);
            return false;
        }
        read(event, room, day.events.emplace_back());
        return true;
    }

    void read(const pugi::xml_node& node, const Field& room, ScheduledEvent& event) {
        std::array<pugi::xml_node, part_names.size()> parts; // of several with one name the first
        std::size_t next = 0;
        for (const auto& one : node.children()) {
            const auto found = part_named(one.name(), next);
            if (!found) continue;
            if (!parts[*found]) parts[*found] = one;
            next = *found + 1;
        }
        const auto part = [&](Part which) { return parts[static_cast<std::size_t>(which)]; };
        const auto text = [&](Part which) { return part(which) ? text_in(part(which)) : Field{}; };
        event.at = place(node);
        event.id = own_ ? text(Part::slug) : attribute(node, "id");
        event.title = text(Part::title);
        event.subtitle = text(Part::subtitle);
        event.room = text(Part::room);
        if (event.room.empty()) event.room = room;
        event.track = text(Part::track);
        event.type = text(Part::type);
        event.language = text(Part::language);
        event.description = text(Part::abstract);
        if (event.description.empty()) event.description = text(Part::description);
        event.start = text(Part::start);
        event.date = text(Part::date);
        event.duration = text(Part::duration);
        event.status = status_of(text(Part::status));
        if (std::string_view{node.attribute("cancelled").value()} == "true")
            event.status = {"cancelled", attribute(node, "cancelled").at};
        for (const auto& person : part(Part::persons).children("person")) {
            auto& one = event.people.emplace_back();
            one.id = attribute(person, "id");
            one.name = text_in(person);
            one.role = role_of(person.attribute("role").value());
            if (one.id.empty() && one.name.empty()) event.people.pop_back();
        }
    }

    const source::Text& text_;
    std::string buffer_;
    bool is_utf8_ = true; ///< else each byte that is not stands in the texts as U+FFFD
    bool own_ = false;    ///< see Schedule
    std::size_t events_ = 0;
    std::optional<Span> too_many_; ///< the first event that is not read
};

} // namespace

bool is_schedule_xml(std::string_view text) { return beginning(text).starts_with('<'); }

Reading read_schedule_xml(const source::Text& text, const ReadAs&) {
    Reading reading;
    auto schedule = XmlReader{text}.read(reading.errors); // with all that was parsed let go
    reading.remarks = understand(schedule);
    reading.tree = agenda_of(schedule, text);
    return reading;
}

} // namespace agenda::load::formats
