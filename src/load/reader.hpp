// SPDX-License-Identifier: MIT
// Reads TOML tables by lists of keys: one line says a key's name and where its value goes. Unknown keys and wrong types
// become faults.
#pragma once
#include "agenda/agenda.hpp"
#include "finding/finding.hpp"
#include "load/load.hpp"
#include "source/nearest.hpp"
#include "source/toml.hpp"
#include "time/clock_text.hpp"
#include <algorithm>
#include <initializer_list>
#include <span>

namespace agenda::load {

using source::Entry;
using source::Kind;
using source::Value;

/// What a fault is about, before ids are final.
using Subject = std::variant<std::monostate, SlotIndex, PersonIndex, RoomIndex, TrackIndex, DayIndex>;

class Reader;

/// A value of one of the user's own keys, whatever its type.
Extra extra_of(const Value& value);

template <class T> struct Key {
    std::string_view name;
    void (*read)(Reader&, const Entry&, T&);
};

class Reader {
public:
    explicit Reader(Loaded& loaded) : loaded_(loaded) {}

    Agenda& agenda() { return loaded_.agenda; }
    /// `rule` is a literal, known by its address: what it counted is looked up once.
    template <std::size_t Size> void count(const char (&rule)[Size], std::size_t things = 1) {
        add_to_count(rule, things);
    }

    /// Counts and asks for keys that a table cannot do without; one whose value cannot be read is there.
    void require(const Value& table, std::string_view where, std::initializer_list<const char*> keys);

    /// Adds a fault of the current subject. The caller may add to the draft that is returned, until the next fault.
    finding::Draft& fault(std::string_view rule, Span at, finding::Facts facts, std::string key = {});
    void wrong_type(const Entry& entry, std::string_view wanted);
    /// A text that is none of the words that this key takes.
    void wrong_word(const Entry& entry, std::string_view word, std::span<const std::string_view> known);

    /// Reads each entry by its key. `where` names the table in messages ("`[[day.slot]]`").
    template <class T, std::size_t N>
    void table(const Value& value, std::string_view where, const Key<T> (&keys)[N], T& into);

    // One for each type that a key can have. What cannot be read stays as it was, and is a fault.
    bool read(const Entry& entry, std::string_view& into); ///< text of the document
    bool read(const Entry& entry, std::string& into);
    void read(const Entry& entry, bool& into);
    void read(const Entry& entry, std::optional<bool>& into);
    void read(const Entry& entry, std::optional<std::int64_t>& into);
    void read(const Entry& entry, std::vector<std::string>& into); ///< a list of strings, or one string
    void read(const Entry& entry, Given<std::string>& into);
    void read(const Entry& entry, std::vector<Given<std::string>>& into); ///< a list of strings, or one string
    void read(const Entry& entry, std::optional<time::Date>& into);
    void read(const Entry& entry, std::vector<time::Date>& into); ///< one date or a list
    void read(const Entry& entry, std::optional<time::LocalTime>& into);
    void read(const Entry& entry, std::optional<time::Clock>& into);
    void read(const Entry& entry, std::optional<time::minutes>& into);
    void read(const Entry& entry, std::optional<time::ClockRange>& into);
    void read(const Entry& entry, std::vector<time::ClockRange>& into); ///< one range or a list

    /// Calls `each` with the tables of an array of tables.
    template <class Each> void tables(const Entry& entry, Each each);

    /// Sets what later faults are about and where they are, until it goes out of scope.
    class In {
    public:
        In(Reader& reader, Subject subject, std::string_view where)
            : reader_(reader), subject_(std::exchange(reader.subject_, subject)),
              where_(std::exchange(reader.where_, where)) {}
        ~In() {
            reader_.subject_ = subject_;
            reader_.where_ = where_;
        }
        In(const In&) = delete;
        In& operator=(const In&) = delete;

    private:
        Reader& reader_;
        Subject subject_;
        std::string_view where_;
    };

    void unknown_key(const Entry& entry, std::span<const std::string_view> known);
    /// The nearest of the ids in the table, of those that are declared where a thing may be a plain label; empty where
    /// none is near, or looking for it is no longer cheap: a file with thousands of unknown ids among thousands of
    /// known ones would be looked through for minutes, and is helped by the first few.
    template <class Of, class Index> std::string_view nearest_id(std::string_view id, const Table<Of, Index>& table) {
        if (table.size() > comparisons_left_) return {};
        comparisons_left_ -= table.size();
        std::vector<std::string_view> known;
        for (const auto& one : table) {
            if constexpr (requires { one.declared; })
                if (!one.declared) continue;
            known.push_back(one.id);
        }
        return source::nearest(id, known);
    }
    /// Takes back the faults of a rule.
    void drop(std::string_view rule);
    const source::Text& text() const { return *loaded_.text; }

    /// Ids are final: says in each fault what it is about.
    void name_subjects();

private:
    void add_to_count(const char* rule, std::size_t things);

    Loaded& loaded_;
    std::size_t comparisons_left_ = 1'000'000; // of ids with ids
    Subject subject_;
    std::string_view where_ = "the file";
    std::vector<Subject> subjects_; // one for each fault
    /// Of each rule's literal the number in `checked`, of which nothing is ever taken out.
    std::vector<std::pair<const char*, std::size_t*>> counts_;
    struct OtherExtra {
        Subject subject;
        std::string where;
        ExtraTable extra;
    };
    std::vector<OtherExtra> other_extra_;
};

/// Reads into the member itself: Key{"title", set<&Slot::title>}.
template <auto Member, class T> void set(Reader& reader, const Entry& entry, T& into) {
    reader.read(entry, into.*Member);
}

/// Known, and read elsewhere.
template <class T> void elsewhere(Reader&, const Entry&, T&) {}

template <class T, std::size_t N>
void Reader::table(const Value& value, std::string_view where, const Key<T> (&keys)[N], T& into) {
    const In in{*this, subject_, where};
    const auto entries = value.entries();
    if (!entries.empty()) count("unknown-key", entries.size());
    if constexpr (requires { into.keys; }) into.keys.reserve(entries.size());
    for (const auto& entry : entries) {
        const auto* key =
            std::find_if(std::begin(keys), std::end(keys), [&](const auto& k) { return k.name == entry.key; });
        if (key != std::end(keys)) {
            if constexpr (requires { into.keys; }) into.keys.add(key->name, entry.value.span());
            key->read(*this, entry, into);
        } else if (entry.key.starts_with("x-")) {
            if constexpr (requires { into.extra; })
                into.extra.emplace_back(entry.key, extra_of(entry.value));
            else
                other_extra_.push_back(
                    {subject_, std::string{where}, {{std::string{entry.key}, extra_of(entry.value)}}});
        } else {
            std::vector<std::string_view> known;
            for (const auto& k : keys) known.push_back(k.name);
            unknown_key(entry, known);
        }
    }
}

template <class Each> void Reader::tables(const Entry& entry, Each each) {
    if (!entry.value.is(Kind::array)) return wrong_type(entry, "a list of tables (`[[...]]`)");
    for (const auto& element : entry.value.elements()) {
        if (element.is(Kind::table))
            each(element);
        else
            wrong_type({entry.key, entry.key_span, element}, "a table");
    }
}

} // namespace agenda::load
