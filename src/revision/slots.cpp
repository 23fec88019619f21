// SPDX-License-Identifier: MIT
// What changes in a slot beside when, where and who: title, number, kind, and any other key.
#include "revision/collector.hpp"
#include "revision/phrases.hpp"
#include <fmt/format.h>
#include <tuple>

namespace agenda::revision {
namespace {

constexpr std::size_t short_title = 60;        // bytes
constexpr std::size_t renumbered_together = 3; // so many new numbers are one cause

Kind kind_of(const Edit& edit) {
    if (edit.key == "title") return Kind::slot_retitled;
    if (edit.key == "number") return Kind::slot_renumbered;
    if (edit.key == "kind") return Kind::slot_rekinded;
    if (edit.key == "status" && edit.after == "cancelled") return Kind::slot_cancelled;
    if (edit.key == "status" && edit.before == "cancelled") return Kind::slot_reinstated;
    return Kind::slot_edited;
}

/// "is cancelled": the status of one slot, or of more.
std::string status(const Edit& edit, bool single) {
    if (edit.after == "cancelled") return single ? "is cancelled" : "are cancelled";
    if (edit.before == "cancelled" && !edit.after) return single ? "takes place again" : "take place again";
    return fmt::format("{} {} now, before {}", single ? "is" : "are", edit.after.value_or("confirmed"),
                       edit.before.value_or("confirmed"));
}

/// "kind `session` -> `panel`".
std::string told(const Edit& edit) {
    if (edit.key == "status") return status(edit, true);
    return fmt::format("{} {}", edit.key, changed(edit));
}

class SlotChanges {
public:
    explicit SlotChanges(Collector& collector) : collector_(collector) {}

    void add() {
        for (const auto& pair : collector_.pairs) {
            const auto& a = collector_.slot_before(pair.before);
            const auto& b = collector_.slot_after(pair.after);
            for (auto& edit : edits_between(slot_keys(), collector_.before, &a, collector_.after, &b))
                add(pair, std::move(edit));
        }
        for (auto& group : groups_) tell(std::move(group));
    }

private:
    using Group = std::vector<Member>;

    /// Slots in which the same value takes the place of the same value have one cause, and so have numbers that are
    /// dealt out anew.
    void add(const SlotPair& pair, Edit edit) {
        auto member = collector_.member(pair);
        member.before_at = collector_.slot_before(pair.before).keys.at(edit.key, *member.before_at);
        member.after_at = collector_.slot_after(pair.after).keys.at(edit.key, *member.after_at);
        member.says = told(edit);
        const bool numbers = edit.key == "number";
        const std::tuple key{edit.key, numbers ? std::nullopt : edit.before, numbers ? std::nullopt : edit.after};
        const auto [place, is_new] = by_edit_.try_emplace(key, groups_.size());
        if (is_new) groups_.emplace_back();
        member.edits.push_back(std::move(edit));
        groups_[place->second].push_back(std::move(member));
    }

    void tell(Group group) {
        const auto& edit = group.front().edits.front();
        const auto kind = kind_of(edit);
        if (edit.key == "number" && group.size() < renumbered_together) {
            for (auto& member : group) {
                auto message = fmt::format("{}: {}", title_of(member), member.says);
                collector_.add(kind, std::move(message), std::move(member));
            }
            return;
        }
        auto message = edit.key == "number"  ? fmt::format("{} are renumbered: {}", slots(group.size()), numbers(group))
                       : edit.key == "title" ? retitled(group)
                       : edit.key == "status" ? fmt::format("{} {}", named(group), status(edit, group.size() == 1))
                                              : fmt::format("{}: {}", named(group), group.front().says);
        collector_.add(kind, std::move(message), std::move(group));
    }

    /// A slot that is called by its number is told by its title where the number changes.
    std::string title_of(const Member& member) const {
        const auto& slot = collector_.slot_after(*member.after_slot);
        return ticked(slot.title.value.empty() ? member.name : slot.title.value);
    }
    /// A slot that is called by its title has no other name.
    std::string retitled(const Group& group) const {
        const auto& slot = collector_.slot_after(*group.front().after_slot);
        const auto& edit = group.front().edits.front();
        if (group.size() == 1 && !slot.number.value.empty())
            return fmt::format("{}: {}", named(group), group.front().says);
        const auto several = group.size() == 1 ? "" : fmt::format(" ({})", slots(group.size()));
        if (edit.before && edit.after && edit.before->size() <= short_title && edit.after->size() <= short_title)
            return fmt::format("{} is called {} now{}", ticked(*edit.before), ticked(*edit.after), several);
        const auto date = date_of(collector_.after.agenda, slot);
        return fmt::format("the slot of {}{}: {}{}", date, slot.start ? " " + time::format_clock(*slot.start) : "",
                           group.front().says, several);
    }
    static std::string numbers(const Group& group) {
        std::string result;
        for (std::size_t i = 0; i < std::min(group.size(), renumbered_together); ++i)
            result += (i > 0 ? ", " : "") + changed(group[i].edits.front());
        return result + (group.size() > renumbered_together ? ", ..." : "");
    }

    Collector& collector_;
    std::vector<Group> groups_; ///< in the order of the programme
    std::map<std::tuple<std::string, std::optional<std::string>, std::optional<std::string>>, std::size_t> by_edit_;
};

} // namespace

void add_slot_changes(Collector& collector) { SlotChanges{collector}.add(); }

} // namespace agenda::revision
