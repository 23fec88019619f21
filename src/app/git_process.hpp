// SPDX-License-Identifier: MIT
// Runs `git` with a list of arguments, never through a shell.
#pragma once
#include <string>
#include <vector>

namespace agenda::app {

struct Ended {
    int status = -1; ///< of exit; -1 where a signal ended it
    std::string out, err;
};

/// In that folder, in English, without a prompt, and whatever repository a hook's variables name. Throws Failure where
/// there is no git, or where it gives more than source::largest_file.
Ended run_git(const std::string& folder, const std::vector<std::string>& arguments);

} // namespace agenda::app
