// SPDX-License-Identifier: MIT
#include "app/files.hpp"
#include "app/includes.hpp"
#include "app/process.hpp"
#include "app/rules.hpp"
#include "source/file.hpp"
#include "source/unicode.hpp"
#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <poll.h>
#include <unistd.h>

namespace agenda::app {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> agendas_in(const fs::path& directory) {
    std::vector<std::string> files;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator{directory, error})
        if (entry.path().extension() == ".toml" && entry.path().filename() != "agenda-lint.toml" &&
            source::is_file_to_read(entry))
            files.push_back(entry.path().string());
    if (error) throw Failure{directory.string() + " cannot be read: " + error.message()};
    if (files.empty()) throw Failure{directory.string() + " holds no agenda (*.toml)"};
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace

std::vector<std::string> agendas_of(const std::vector<std::string>& arguments) {
    std::error_code error;
    if (arguments.empty()) {
        for (const auto* path : {"agenda.toml", "data/agenda.toml"})
            if (fs::exists(path, error)) return {path};
        throw Failure{"no agenda is named, and there is neither agenda.toml nor data/agenda.toml"};
    }
    if (std::count(arguments.begin(), arguments.end(), "-") > 1)
        throw Failure{"standard input (-) is one agenda, and can be named once"};
    std::vector<std::string> result;
    for (const auto& argument : arguments) {
        if (argument != "-" && fs::is_directory(argument, error)) {
            const auto files = agendas_in(argument);
            result.insert(result.end(), files.begin(), files.end());
        } else {
            result.push_back(argument);
        }
    }
    result = without_shared(std::move(result));
    if (result.empty()) throw Failure{"there is no agenda among these files: each is one that another includes"};
    return result;
}

load::Input read_agenda(const std::string& path, const std::string& stdin_name) {
    auto read = path == "-" ? source::read_standard_input() : source::read_file(path);
    const auto& name = path == "-" ? stdin_name : path;
    if (const auto* unreadable = std::get_if<source::Unreadable>(&read)) throw Failure{name + " " + unreadable->why};
    return {std::make_shared<const source::Text>(name, std::get<std::string>(std::move(read))), files_beside(name)};
}

load::Input no_agenda() { return std::make_shared<const source::Text>("", ""); }

load::formats::ReadAs read_as(const InputOptions& options) {
    load::formats::ReadAs as{options.from, nullptr};
    std::vector<std::string_view> known{"toml"};
    for (const auto& format : load::formats::all()) known.push_back(format.name);
    if (!options.from.empty() && std::find(known.begin(), known.end(), options.from) == known.end()) {
        std::string all;
        for (const auto name : known) all += (all.empty() ? "`" : ", `") + std::string{name} + "`";
        throw Failure{"there is no format `" + options.from + "` to read" + did_you_mean(options.from, known) + " (" +
                      all + ")"};
    }
    if (!options.columns.empty()) as.columns = read_agenda(options.columns, options.columns).text;
    return as;
}

namespace {

/// Writes all or throws; `shown` is the path as the user knows it.
void write_stream(const fs::path& path, const fs::path& shown, const std::function<void(std::ostream&)>& write) {
    errno = 0;
    std::ofstream out{path, std::ios::binary};
    if (out) write(out);
    out.close();
    if (!out) throw Failure{shown.string() + " cannot be written: " + std::strerror(errno == 0 ? EIO : errno)};
}

/// Of standard output: nobody can read what is written there any more.
bool reader_is_gone() {
    pollfd output{STDOUT_FILENO, POLLOUT, 0};
    return ::poll(&output, 1, 0) == 1 && (output.revents & (POLLERR | POLLHUP)) != 0;
}

/// Where a chain of links ends, also where nothing is there yet: a link stays one, what it points at is written.
fs::path followed(fs::path path) {
    constexpr int most_links = 40; // as the kernel takes them
    std::error_code error;
    for (int i = 0; i < most_links && fs::is_symlink(path, error); ++i)
        path = path.parent_path() / fs::read_symlink(path, error);
    return path;
}

} // namespace

void write_file(const fs::path& path, const std::function<void(std::ostream&)>& write) {
    std::error_code error;
    // A pipe or a device is written to, also by the name of a link such as /dev/stdout.
    if (fs::exists(path, error) && !fs::is_regular_file(path, error)) return write_stream(path, path, write);
    const auto target = followed(path);
    // Links to open files (/dev/fd/3) may say where a file was: then it is written to as it is.
    if (fs::exists(path, error) && !fs::equivalent(path, target, error)) return write_stream(path, path, write);
    auto beside = target;
    beside += ".tmp" + std::to_string(::getpid());
    const RemovedWhenEnded unfinished{beside};
    try {
        write_stream(beside, path, write);
        fs::rename(beside, target);
    } catch (const Failure&) {
        fs::remove(beside, error);
        throw;
    } catch (const fs::filesystem_error& failed) {
        fs::remove(beside, error);
        throw Failure{path.string() + " cannot be written: " + failed.code().message()};
    }
}

void finish_output(std::ostream& out) {
    auto why = out ? 0 : errno; // after a write that has failed nobody has asked the system for anything
    errno = 0;
    out.flush();
    if (out || reader_is_gone()) return;
    if (errno != 0) why = errno;
    throw Failure{"standard output cannot be written to" + (why == 0 ? "" : std::string{": "} + std::strerror(why))};
}

} // namespace agenda::app
