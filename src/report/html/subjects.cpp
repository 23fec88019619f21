// SPDX-License-Identifier: MIT
#include "report/html/subjects.hpp"

namespace agenda::report::html {
namespace {

template <class Index>
const Index* found_in(const std::unordered_map<std::string_view, Index>& ids, std::string_view id) {
    const auto found = ids.find(id);
    return found == ids.end() ? nullptr : &found->second;
}

} // namespace

Subjects::Subjects(const CheckedAgenda& checked) : checked_(checked), of_slot_(checked.loaded.agenda.slots.size()) {
    const auto& agenda = checked.loaded.agenda;
    for (const auto index : agenda.slots.indices()) slot_ids_.try_emplace(agenda.slots[index].id, index);
    for (const auto index : agenda.people.indices()) person_ids_.try_emplace(agenda.people[index].id, index);
    for (const auto& finding : checked.result.findings) {
        begin_.push_back(slots_.size());
        for (const std::string_view about : finding.draft.about)
            if (const auto* named = about.starts_with("slot:") ? slot(about.substr(5)) : nullptr) {
                slots_.push_back(*named);
                if (finding.state == finding::State::open)
                    of_slot_[static_cast<std::size_t>(*named)].push_back(&finding);
            }
    }
    begin_.push_back(slots_.size());
}

const SlotIndex* Subjects::slot(std::string_view id) const { return found_in(slot_ids_, id); }
const PersonIndex* Subjects::person(std::string_view id) const { return found_in(person_ids_, id); }

} // namespace agenda::report::html
