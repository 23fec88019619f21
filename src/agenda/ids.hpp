// SPDX-License-Identifier: MIT
// A strong type for every index into an Agenda, so that a room's never stands where a person's is meant.
#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

namespace agenda {

enum class PersonIndex : std::uint32_t {};
enum class RoomIndex : std::uint32_t {};
enum class TrackIndex : std::uint32_t {};
enum class DayIndex : std::uint32_t {};
enum class SlotIndex : std::uint32_t {};

/// A vector that only its own index type opens.
template <class T, class Index> class Table : public std::vector<T> {
    using Base = std::vector<T>;

public:
    using Base::Base;
    T& operator[](Index index) { return Base::operator[](static_cast<std::size_t>(index)); }
    const T& operator[](Index index) const { return Base::operator[](static_cast<std::size_t>(index)); }
    /// The index of each element, in order.
    std::vector<Index> indices() const {
        std::vector<Index> result;
        result.reserve(this->size());
        for (std::uint32_t i = 0; i < this->size(); ++i) result.push_back(Index{i});
        return result;
    }
    /// The index that the next element will have.
    Index next() const { return static_cast<Index>(this->size()); }
};

} // namespace agenda
