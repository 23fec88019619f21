// SPDX-License-Identifier: MIT
#include "export/ids.hpp"
#include <array>
#include <charconv>
#include <set>
#include <uuid/uuid.h>

namespace agenda::exporting {
namespace {

constexpr std::uint32_t largest_number = 0x7FFFFFFF;

std::string uuid_in(const std::string& name_space, const std::string& name) {
    std::array<unsigned char, sizeof(uuid_t)> outer{}, uuid{};
    if (name_space.empty() || uuid_parse(name_space.c_str(), outer.data()) != 0)
        uuid_copy(outer.data(), *uuid_get_template("oid"));
    uuid_generate_sha1(uuid.data(), outer.data(), name.data(), name.size());
    std::array<char, UUID_STR_LEN> text{};
    uuid_unparse_lower(uuid.data(), text.data());
    return text.data();
}

/// A number as systems count: nothing for 0, "007" and what is too large.
std::uint32_t number_in(std::string_view key) {
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), number);
    const bool whole = error == std::errc{} && end == key.data() + key.size() && !key.starts_with('0');
    return whole && number <= largest_number ? number : 0;
}

} // namespace

Uuids::Uuids(const Agenda& agenda) {
    const auto& event = agenda.event;
    const auto first = event.dates.empty() ? agenda.first_date : std::optional{event.dates.front()};
    const auto year = first ? std::to_string(static_cast<int>(first->year())) : std::string{};
    event_ = uuid_in({}, "agenda-lint\n" + event.series + "\n" + event.title + "\n" + year);
}

std::string Uuids::of(std::string_view sort, std::string_view key) const {
    return uuid_in(event_, std::string{sort} + ":" + std::string{key});
}

std::vector<std::uint32_t> numbers_of(const Uuids& uuids, std::string_view sort, const std::vector<std::string>& keys) {
    std::vector<std::uint32_t> result;
    std::set<std::uint32_t> taken;
    for (const auto& key : keys) {
        const auto number = number_in(key);
        result.push_back(number != 0 && taken.insert(number).second ? number : 0);
    }
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (result[i] != 0) continue;
        std::uint32_t number = 0;
        const auto uuid = uuids.of(sort, keys[i]);
        std::from_chars(uuid.data(), uuid.data() + 8, number, 16);
        number &= largest_number;
        while (number == 0 || !taken.insert(number).second) number = number == largest_number ? 1 : number + 1;
        result[i] = number;
    }
    return result;
}

} // namespace agenda::exporting
