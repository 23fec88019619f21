// SPDX-License-Identifier: MIT
// Files as revisions of their git repository have them. `git` is run with a list of arguments, never through a shell.
#pragma once
#include <string>

namespace agenda::app {

struct Revised {
    std::string name; ///< "HEAD~1:data/agenda.toml", for messages
    std::string bytes;
};

/// The file at `path` as `revision` of the repository that holds it has it; a revision of the form REV:PATH names
/// another file of that repository. Throws Failure, in one line, where git is not there, the file is in no repository,
/// or git has no such revision or the revision no such file; where a command would help, it is named.
Revised read_revision(const std::string& revision, const std::string& path);

/// Whether a revision names a file, as REV:PATH does.
bool names_file(const std::string& revision);

} // namespace agenda::app
