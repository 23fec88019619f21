// SPDX-License-Identifier: MIT
// What agendas include, among the files of the system.
#pragma once
#include "load/load.hpp"
#include <string>
#include <vector>

namespace agenda::app {

/// What an agenda of this name may include: regular files in its own folder's tree, symbolic links followed.
load::Include files_beside(const std::string& agenda);

/// Why an agenda may not include a file, in the same words for files and for those of a revision.
load::NotIncluded not_relative();
load::NotIncluded outside_folder();
load::NotIncluded not_there(const std::string& why);

/// The files but those that another of them includes and that say nothing of an event or a day: these are no agendas.
/// One file alone stays.
std::vector<std::string> without_shared(std::vector<std::string> files);

} // namespace agenda::app
