// SPDX-License-Identifier: MIT
// How values are kept, those of a Document as well as those that an importer makes of another format: small, and next
// to one another. Texts are those of the file itself wherever they stand there as they are meant.
#pragma once
#include "source/text.hpp"
#include <chrono>
#include <memory>
#include <memory_resource>
#include <span>
#include <vector>

namespace agenda::source {

enum class Kind { table, array, string, integer, real, boolean, date, time, date_time };

/// A value, and its key where it is a table's. Lives as long as the Store and the Text that it is of.
struct Stored {
    Kind kind = Kind::table;
    bool by_headers = false; ///< a list of tables, each of which has a header
    std::uint32_t size = 0;  ///< of a text in bytes, of a table or a list in members
    Span at;
    Span key_at;
    std::string_view key;
    union {
        const Stored* members = nullptr; ///< of a table in the order of the file, of a list
        const char* text;
        std::int64_t integer;
        double real;
        bool boolean;
        std::chrono::year_month_day date; ///< also of a date with a time
        std::chrono::seconds time;        ///< since midnight
    };

    std::span<const Stored> inside() const {
        const bool has = kind == Kind::table || kind == Kind::array;
        return has ? std::span{members, size} : std::span<const Stored>{};
    }
    /// A table's member of that name; of several the first. Null where there is none.
    const Stored* find(std::string_view name) const;
    std::string_view string() const { return kind == Kind::string ? std::string_view{text, size} : std::string_view{}; }

    void set_inside(std::span<const Stored> all);
    void set_text(std::string_view all);

    static Stored whole(std::int64_t value, Span at);
    static Stored flag(bool value, Span at);
};

class Store {
public:
    /// Of values of `text`; about so many bytes of it.
    Store(const Text& text, std::size_t bytes);

    /// Room for so many values, which the caller fills.
    std::span<Stored> room(std::size_t count);
    /// The text that is written there: where it is not written as it is meant, a copy.
    std::string_view keep(std::string_view meant, Span written);

    /// Values of what is kept here and in other stores that live as long.
    Stored table(std::span<const Stored> members, Span at);
    Stored list(std::span<const Stored> elements, Span at);
    Stored string(std::string_view meant, Span at);

private:
    Stored made(Kind kind, std::span<const Stored> inside, Span at);

    const Text& text_;
    std::pmr::monotonic_buffer_resource memory_;
};

/// A value and all that it is kept in.
struct Tree {
    Stored root;
    std::vector<std::unique_ptr<Store>> stores;
};

} // namespace agenda::source
