// SPDX-License-Identifier: MIT
#include "load/formats/icalendar_versions.hpp"
#include <algorithm>
#include <array>
#include <map>
#include <numeric>

namespace agenda::load::formats {
namespace {

class Versions {
public:
    explicit Versions(const std::vector<Occasion>& occasions) : occasions_(occasions), by_(occasions.size()) {
        std::vector<std::size_t> newest_first(occasions.size());
        std::iota(newest_first.begin(), newest_first.end(), std::size_t{0});
        std::stable_sort(newest_first.begin(), newest_first.end(),
                         [&](auto a, auto b) { return age(occasions[a]) > age(occasions[b]); });
        for (const auto i : newest_first)
            if (!occasions[i].uid.empty()) look_at(i);
    }

    /// What replaces an event; nothing where it is the latest.
    std::optional<std::size_t> replaced_by(std::size_t event) const { return by_[event]; }

private:
    using Key = std::array<std::string_view, 4>;

    static std::pair<std::int64_t, std::string_view> age(const Occasion& one) { return {one.sequence, one.made.text}; }

    /// All that are newer have been looked at, the newest first.
    void look_at(std::size_t i) {
        const auto& one = occasions_[i];
        const std::string_view uid = one.uid.text, title = one.slot.title.text, start = one.start.value.text;
        const std::string_view zone = one.start.zone.text;
        if (!one.replaces.value.empty())
            return hold(i, {"occurrence", uid, one.replaces.value.text, one.replaces.zone.text}, false);
        hold(i, {"start", uid, start, zone}, true);
        if (title.empty()) return hold(i, {"no title", uid, start, zone}, false);
        hold(i, {"title", uid, title}, true);
        hold(i, {"day", uid, title, start.substr(0, 8)}, false);
    }

    /// The first that has a key is the newest of all that have it.
    void hold(std::size_t i, const Key& key, bool by_sequence) {
        const auto first = newest_.try_emplace(key, i).first->second;
        const auto &one = occasions_[i], &other = occasions_[first];
        const bool newer = by_sequence ? other.sequence > one.sequence : age(other) > age(one);
        if (newer && !by_[i]) by_[i] = by_[first].value_or(first);
    }

    const std::vector<Occasion>& occasions_;
    std::vector<std::optional<std::size_t>> by_;
    std::map<Key, std::size_t> newest_; ///< only ever looked up
};

} // namespace

std::vector<Remark> drop_superseded(std::vector<Occasion>& occasions, const source::Text& text) {
    const Versions versions{occasions};
    std::vector<Remark> remarks;
    std::vector<std::size_t> kept;
    for (std::size_t i = 0; i < occasions.size(); ++i) {
        const auto by = versions.replaced_by(i);
        if (!by) {
            kept.push_back(i);
            continue;
        }
        const auto& slot = occasions[i].slot;
        const auto& other = occasions[*by].slot;
        const auto line = text.position(other.at.offset, source::Unit::bytes).line;
        remarks.push_back({"event-superseded",
                           other.at,
                           slot.at,
                           {{"what", slot.title.empty() ? occasions[i].uid.text : slot.title.text},
                            {"line", static_cast<std::int64_t>(line)}},
                           {}});
    }
    if (remarks.empty()) return remarks;
    std::vector<Occasion> left;
    left.reserve(kept.size());
    for (const auto i : kept) left.push_back(std::move(occasions[i]));
    occasions = std::move(left);
    return remarks;
}

} // namespace agenda::load::formats
