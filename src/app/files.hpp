// SPDX-License-Identifier: MIT
// The files that a command names: which agendas they are, their texts, and reports written whole or not at all.
#pragma once
#include "app/commands.hpp"
#include "load/load.hpp"
#include <filesystem>
#include <functional>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

namespace agenda::app {

/// The world failed: one line on stderr and exit status 2.
struct Failure {
    std::string what;
};

/// The agendas that arguments mean: files as they are, "-" for standard input, for a directory the `*.toml` files
/// directly in it (not agenda-lint.toml), sorted. No argument means agenda.toml, else data/agenda.toml. Throws Failure
/// where nothing is meant.
std::vector<std::string> agendas_of(const std::vector<std::string>& arguments);

/// One of them, which may include regular files in its own folder's tree, symbolic links followed. `stdin_name` is what
/// "-" is called in reports, and where it would lie. Throws Failure.
load::Input read_agenda(const std::string& path, const std::string& stdin_name);
/// Where a command that can have one has none.
load::Input no_agenda();

/// How the command line says that agendas are read. Throws Failure for a format that there is not, or a file that
/// cannot be read.
load::formats::ReadAs read_as(const InputOptions& options);

/// Writes beside the file and moves it into place: a reader sees the old report or the whole new one. A link stays a
/// link; a pipe or a device is written to as it is. Throws Failure.
void write_file(const std::filesystem::path& path, const std::function<void(std::ostream&)>& write);

/// Flushes what was written to standard output. A reader that has gone away has read what it wanted, and is no failure.
/// Throws Failure where it could not be written for another reason.
void finish_output(std::ostream& out);

} // namespace agenda::app
