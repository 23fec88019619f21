// SPDX-License-Identifier: MIT
// Writes JSON piece by piece, so that a report of any size takes little memory. Wraps RapidJSON.
#pragma once
#include <concepts>
#include <cstdint>
#include <memory>
#include <ostream>
#include <string_view>

namespace agenda::report {

/// Indented by two. Whoever writes sees to it that begins and ends match and that members have keys. Strings are data
/// and keep every character, but nothing in them moves a terminal or is obeyed by a CI runner: controls, bidirectional
/// controls and the second sign of "##" are escaped; a byte that is not UTF-8 becomes U+FFFD.
class JsonWriter {
public:
    explicit JsonWriter(std::ostream& out);
    ~JsonWriter();
    JsonWriter(const JsonWriter&) = delete;
    JsonWriter& operator=(const JsonWriter&) = delete;

    void begin_object();
    void end_object();
    void begin_array();
    void end_array();
    void key(std::string_view name);

    void value(std::string_view text);
    void value(const char* text) { value(std::string_view{text}); }
    void value(bool flag);
    void value(double number); ///< null where it is not finite
    void value(std::nullptr_t);
    template <std::integral T> void value(T number) {
        if constexpr (std::unsigned_integral<T>)
            natural(number);
        else
            integer(number);
    }
    template <class T> void member(std::string_view name, const T& of) {
        key(name);
        value(of);
    }
    /// A member that is a list of strings.
    template <class Range> void list(std::string_view name, const Range& texts) {
        key(name);
        begin_array();
        for (const auto& text : texts) value(std::string_view{text});
        end_array();
    }

    /// Ends the text with a line end and passes all of it on.
    void finish();

private:
    void integer(std::int64_t number);
    void natural(std::uint64_t number);

    struct Parts;
    std::unique_ptr<Parts> parts_;
};

} // namespace agenda::report
