// SPDX-License-Identifier: MIT
// From a text to the model. Faults are collected, each with the rule that speaks of it; nothing is thrown for any
// content.
#pragma once
#include "agenda/agenda.hpp"
#include "finding/accept.hpp"
#include "load/formats/formats.hpp"
#include <functional>
#include <map>
#include <memory>
#include <variant>

namespace agenda::load {

/// What the loader counted for each of its rules: how many things it looked at.
using Counts = std::map<std::string, std::size_t, std::less<>>;

/// A file that an agenda includes, as whoever opens files has found it.
struct IncludedText {
    std::string name; ///< what reports call it
    std::string bytes;
    std::string file; ///< which one it is: the same for the same file by whatever path
};
/// Why there is none, fit to stand behind the path ("is a directory"), and what one can do.
struct NotIncluded {
    std::string why, help;
};
/// Finds what `include` names.
using Include = std::function<std::variant<IncludedText, NotIncluded>(const std::string& path)>;

/// An agenda to be read. Without `include` it can include nothing.
struct Input {
    Input(std::shared_ptr<const source::Text> of, Include finds = {})
        : text(std::move(of)), include(std::move(finds)) {}

    std::shared_ptr<const source::Text> text;
    Include include;
};

/// A file that was included.
struct Included {
    std::string file; ///< as above
    std::shared_ptr<const source::Text> text;
    std::optional<source::Document> document;
};

/// That a part of an agenda could not be read.
struct Unread {
    std::string why;       ///< fit to stand behind the agenda's name: "cannot be read as TOML"
    std::string_view rule; ///< which tells where
};

struct Loaded {
    std::shared_ptr<const source::Text> text; ///< of the agenda, with the files that it includes
    std::string_view format = "TOML";         ///< what the text was read as
    std::vector<Included> included;           ///< in the order of `include`
    Agenda agenda;
    std::vector<finding::Fault> faults; ///< in no order
    Counts checked;
    /// Why a part of it could not be read, if one could not: the file is not TOML, or one that it includes is not or
    /// cannot be found. The agenda is what could be read, and is fit for no rule but the loader's own.
    std::optional<Unread> unread;
    bool whole() const { return !unread; }
    /// The included file that has what stands there; nothing: the agenda itself does.
    const Included* included_at(source::Span at) const;
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
/// read_text), with the files that it includes.
Loaded load(Input input, const Kinds& kinds, const formats::ReadAs& as = {});

} // namespace agenda::load
