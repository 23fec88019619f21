// SPDX-License-Identifier: MIT
// The sections of the page, in the order in which they stand on it. All but the findings write nothing where they have
// nothing to say.
#pragma once
#include "report/html/markup.hpp"
#include "report/html/view.hpp"

namespace agenda::report::html {

/// The days to scale, and each day's programme as a table.
void write_timetable(const View& view, Markup& page);

/// All findings by severity, then those that are accepted.
void write_findings(const View& view, Markup& page);

/// One finding; `was` is what another revision had in its place.
void write_finding(const View& view, const Finding& finding, Markup& page, const Finding* was = nullptr);

/// Slots that could not be looked at, and why.
void write_unchecked(const View& view, Markup& page);

/// Who is on stage when.
void write_people(const View& view, Markup& page);

/// Of each rule that found something: what, why, sources, limits. Once for all agendas.
void write_rules(std::span<const FoundRule> rules, Markup& page);

/// The sign by which marks, headings and totals tell a severity.
std::string_view sign_of(finding::Severity severity);

/// Marks that link to the open findings about a slot, the worst first. With `tell` each says its message when it is
/// pointed at.
void write_badges(const View& view, SlotIndex slot, bool tell, Markup& page);

/// What a comparison says of a slot, as a link to the change; nothing of one without a mark.
void write_mark(const View& view, SlotIndex slot, Markup& page);

/// A link to a slot's place in the picture.
void write_slot_link(const View& view, SlotIndex slot, Markup& page);

} // namespace agenda::report::html
