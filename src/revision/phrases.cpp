// SPDX-License-Identifier: MIT
#include "revision/phrases.hpp"
#include <algorithm>
#include <cstdlib>
#include <fmt/format.h>

namespace agenda::revision {
namespace {

constexpr std::size_t most_names = 6;
constexpr std::size_t short_text = 60; // bytes of a value that is told whole
constexpr std::size_t most_shown = 60; // of what differs in a longer one
constexpr std::size_t around = 20;     // before and after it

bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

/// The nearest place at or before `at` where a word begins; `at` itself, on a whole character, in a very long word.
std::size_t word_before(std::string_view text, std::size_t at) {
    auto place = at;
    while (place > 0 && at - place < around && text[place - 1] != ' ' && text[place - 1] != '\n') --place;
    if (place == 0 || text[place - 1] == ' ' || text[place - 1] == '\n') return place;
    while (at > 0 && !begins_character(text[at])) --at;
    return at;
}

std::size_t word_end(std::string_view text, std::size_t at) {
    auto place = at;
    while (place < text.size() && place - at < around && text[place] != ' ' && text[place] != '\n') ++place;
    while (place < text.size() && !begins_character(text[place])) ++place;
    return place;
}

/// A piece of a text, with ellipses where it does not begin or end with it, in one line.
std::string piece(std::string_view text, std::size_t begin, std::size_t end) {
    begin = word_before(text, std::min(begin, text.size()));
    end = word_end(text, std::min(std::max(begin, end), text.size()));
    const bool cut = end - begin > most_shown + 2 * around;
    if (cut) end = word_end(text, begin + most_shown);
    std::string result{text.substr(begin, end - begin)};
    std::replace(result.begin(), result.end(), '\n', ' ');
    return (begin > 0 ? "…" : "") + result + (end < text.size() ? "…" : "");
}

/// What is left of two texts of several lines without the lines that both begin and end with.
void drop_equal_lines(std::string_view& a, std::string_view& b) {
    const auto line = [](std::string_view text) { return text.substr(0, text.find('\n')); };
    const auto last = [](std::string_view text) { return text.substr(text.rfind('\n') + 1); };
    while (!a.empty() && !b.empty() && line(a) == line(b)) {
        const auto length = line(a).size();
        a.remove_prefix(std::min(a.size(), length + 1));
        b.remove_prefix(std::min(b.size(), length + 1));
    }
    while (!a.empty() && !b.empty() && last(a) == last(b)) {
        const auto length = last(a).size();
        a.remove_suffix(std::min(a.size(), length + 1));
        b.remove_suffix(std::min(b.size(), length + 1));
    }
}

/// Of two long texts what differs.
std::string differing(std::string_view a, std::string_view b) {
    const auto [at, other] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    const auto begin = static_cast<std::size_t>(at - a.begin());
    std::size_t tail = 0;
    const auto most = std::min(a.size(), b.size()) - begin;
    while (tail < most && a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) ++tail;
    const auto from = begin - std::min(begin, around), rest = tail - std::min(tail, around);
    return fmt::format("{} -> {}", ticked(piece(a, from, a.size() - rest)), ticked(piece(b, from, b.size() - rest)));
}

} // namespace

std::string ticked(std::string_view text) { return fmt::format("`{}`", text); }

std::string listed(const std::vector<std::string>& texts) {
    const auto shown = texts.size() <= most_names ? texts.size() : most_names / 2;
    std::string result;
    for (std::size_t i = 0; i < shown; ++i) {
        if (i > 0) result += i + 1 == texts.size() ? " and " : ", ";
        result += texts[i];
    }
    return shown < texts.size() ? fmt::format("{} and {} more", result, texts.size() - shown) : result;
}

std::string ticked(const std::vector<std::string>& names) {
    std::vector<std::string> texts;
    for (const auto& name : names) texts.push_back(ticked(name));
    return listed(texts);
}

std::string named(const std::vector<Member>& members) {
    std::vector<std::string> names;
    for (const auto& member : members) names.push_back(member.name);
    return ticked(names);
}

std::string slots(std::size_t count) { return fmt::format("{} slot{}", count, count == 1 ? "" : "s"); }

std::string length(time::minutes minutes) { return fmt::format("{} min", minutes.count()); }

std::string shift(time::minutes by) {
    const auto minutes = std::abs(by.count());
    const auto hours = minutes / 60, rest = minutes % 60;
    const auto text = hours == 0  ? fmt::format("{} min", rest)
                      : rest == 0 ? fmt::format("{} h", hours)
                                  : fmt::format("{} h {} min", hours, rest);
    return text + (by.count() > 0 ? " later" : " earlier");
}

std::string changed(const Edit& edit) {
    std::string_view a, b;
    if (edit.before) a = *edit.before;
    if (edit.after) b = *edit.after;
    if (edit.key == "questions" || edit.key == "items") drop_equal_lines(a, b);
    if (a.empty()) return fmt::format("{} is new", ticked(piece(b, 0, short_text)));
    if (b.empty()) return fmt::format("{} is gone", ticked(piece(a, 0, short_text)));
    if (a.size() > short_text || b.size() > short_text) return differing(a, b);
    return fmt::format("{} -> {}", ticked(piece(a, 0, a.size())), ticked(piece(b, 0, b.size())));
}

std::string place(const Agenda& agenda, const Slot& slot) {
    if (slot.room) return "room " + ticked(called(agenda.rooms[*slot.room]));
    if (slot.track) return "track " + ticked(called(agenda.tracks[*slot.track]));
    return "no place";
}

} // namespace agenda::revision
