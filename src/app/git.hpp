// SPDX-License-Identifier: MIT
// Files as revisions of their git repository have them.
#pragma once
#include "load/load.hpp"
#include <optional>
#include <string>

namespace agenda::app {

/// The file at `path` as `revision` of the repository that holds it has it, under its name there where it has been
/// renamed since; nothing where it is new. A revision of the form REV:PATH names another file of that repository, and
/// `:PATH` one of the index. In a submodule the repository is the submodule's; a link is followed first.
/// Throws Failure, in one line, where git is not there, the file is in no repository, or git has no such revision or
/// the revision no such file as it names; where a command would help, it is named. It may include files of
/// the same revision in its folder's tree, links to files followed, links to folders not.
std::optional<load::Input> read_revision(const std::string& revision, const std::string& path);

/// The PATH of REV:PATH, as seen from the repository's root; nothing where a revision names no file.
std::optional<std::string> file_named_by(const std::string& revision);

} // namespace agenda::app
