// SPDX-License-Identifier: MIT
// How a Document keeps its values: small, and next to one another. Texts are those of the file itself wherever they
// stand there as they are meant.
#pragma once
#include "source/node.hpp"
#include <chrono>
#include <memory_resource>
#include <span>

namespace agenda::source {

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
};

class Store {
public:
    /// Of values of `text`; about so many bytes of it.
    Store(const Text& text, std::size_t bytes);

    /// Room for so many values, which the caller fills.
    std::span<Stored> room(std::size_t count);
    /// The text that is written there: where it is not written as it is meant, a copy.
    std::string_view keep(std::string_view meant, Span written);
    /// A copy of a made value and of all in it.
    Stored keep(const Node& made);

private:
    const Text& text_;
    std::pmr::monotonic_buffer_resource memory_;
};

} // namespace agenda::source
