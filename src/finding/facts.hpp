// SPDX-License-Identifier: MIT
// The typed values of a finding, so that nobody has to parse its message. A run keeps a hundred thousand findings with
// half a dozen facts each: those of one finding stand in one block of bytes.
#pragma once
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace agenda::finding {

/// A number of minutes or a count, as the check's table says, or text. The text belongs to the facts that give it out,
/// and ends with them or their next change.
using FactValue = std::variant<std::int64_t, std::string_view>;
struct Fact {
    std::string_view name; ///< one of the fields that the check documents: text that lives as long as the program
    FactValue value;
};

class Facts {
public:
    class Iterator {
    public:
        using iterator_category = std::input_iterator_tag;
        using value_type = Fact;
        using difference_type = std::ptrdiff_t;
        using pointer = const Fact*;
        using reference = Fact;

        explicit Iterator(const char* at) : at_(at) {}
        Fact operator*() const;
        Iterator& operator++();
        bool operator==(const Iterator&) const = default;

    private:
        const char* at_;
    };

    Facts() = default;
    Facts(std::initializer_list<Fact> facts);

    /// In the place of the fact of this name, or behind all others.
    void set(std::string_view name, FactValue value);
    std::optional<FactValue> find(std::string_view name) const;
    std::string text(std::string_view name) const; ///< as a message shows it; empty where absent
    /// In the order in which they were set.
    Iterator begin() const { return Iterator{bytes_.data()}; }
    Iterator end() const { return Iterator{bytes_.data() + bytes_.size()}; }

private:
    std::string bytes_; ///< of each fact a head (facts.cpp) and its value
};

} // namespace agenda::finding
