// SPDX-License-Identifier: MIT
// From a text to the model. Faults are collected, each with the rule that speaks of it; nothing is thrown for any
// content.
#pragma once
#include "agenda/agenda.hpp"
#include "finding/accept.hpp"
#include "load/formats/formats.hpp"
#include <map>
#include <memory>

namespace agenda::load {

/// What the loader counted for each of its rules: how many things it looked at.
using Counts = std::map<std::string, std::size_t, std::less<>>;

struct Loaded {
    std::shared_ptr<const source::Text> text;
    std::string_view format = "TOML"; ///< what the text was read as
    Agenda agenda;
    std::vector<finding::Fault> faults; ///< in no order
    Counts checked;
    bool syntax_ok = true; ///< false: the agenda is what could be read, and is fit for no rule but the loader's own
    std::vector<finding::Accept> accepts; ///< in the order of the file
    /// Settings under [rules]: views into `document`.
    std::optional<source::Value> rules;
    std::optional<source::Document> document;
    /// The system's zone data could not be used: a fault of the world, not of the agenda. Empty: all is well.
    std::string zone_trouble;
};

/// Reads an agenda in the TOML format, version 1, or one in another format (formats/), which is known by its content
/// unless `as` says it. An empty text, one that is not TOML and one that is not UTF-8 yield
/// faults and an agenda of what could be read. `kinds` must outlive the result. At most 512 MiB of text (see
/// read_text).
Loaded load(std::shared_ptr<const source::Text> text, const Kinds& kinds, const formats::ReadAs& as = {});

} // namespace agenda::load
