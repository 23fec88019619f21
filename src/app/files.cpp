// SPDX-License-Identifier: MIT
#include "app/files.hpp"
#include "app/rules.hpp"
#include "source/file.hpp"
#include "source/unicode.hpp"
#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>
#include <poll.h>
#include <set>
#include <unistd.h>
#include <variant>

namespace agenda::app {
namespace {

namespace fs = std::filesystem;

/// The files that an agenda includes, by what they really are. Only what stands before the first table is read.
void add_included(const fs::path& agenda, std::set<fs::path>& included) {
    auto read = source::read_file(agenda);
    auto* bytes = std::get_if<std::string>(&read);
    if (!bytes || bytes->find("include") == std::string::npos) return;
    if (!bytes->starts_with('[')) bytes->resize(std::min(bytes->find("\n["), bytes->size()));
    const source::Document head{std::make_shared<const source::Text>("", std::move(*bytes))};
    const auto value = head.root().find("include");
    if (!value) return;
    const auto add = [&](const source::Value& path) {
        std::error_code error;
        const auto file = fs::canonical(agenda.parent_path() / path.string(), error);
        if (path.is(source::Kind::string) && !error) included.insert(file);
    };
    if (value->is(source::Kind::array))
        for (const auto& element : value->elements()) add(element);
    else
        add(*value);
}

/// Files that an agenda of the directory includes are none themselves.
std::vector<std::string> agendas_in(const fs::path& directory) {
    std::vector<std::string> files;
    std::set<fs::path> included;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator{directory, error})
        if (entry.path().extension() == ".toml" && entry.path().filename() != "agenda-lint.toml" &&
            entry.is_regular_file())
            files.push_back(entry.path().string());
    if (error) throw Failure{directory.string() + " cannot be read: " + error.message()};
    if (files.empty()) throw Failure{directory.string() + " holds no agenda (*.toml)"};
    for (const auto& file : files) add_included(file, included);
    std::erase_if(files, [&](const std::string& file) { return included.contains(fs::weakly_canonical(file, error)); });
    std::sort(files.begin(), files.end());
    return files;
}

/// What an agenda of this name may include: regular files in its own folder's tree, symbolic links followed.
load::Include files_beside(const std::string& agenda) {
    return [agenda](const std::string& path) -> std::variant<load::IncludedText, load::NotIncluded> {
        std::error_code error;
        const fs::path own = fs::is_symlink(agenda, error) ? fs::weakly_canonical(agenda, error) : fs::path{agenda};
        const auto folder = own.parent_path().empty() ? fs::path{"."} : own.parent_path();
        if (path.empty() || fs::path{path}.is_absolute() || path.find('\0') != std::string::npos) return not_relative();
        if (*fs::path{path}.lexically_normal().begin() == "..") return outside_folder();
        const auto root = fs::canonical(folder, error);
        const auto target = error ? fs::path{} : fs::canonical(folder / path, error);
        if (error) return not_there("cannot be found: " + error.message());
        const auto [rest, at] = std::mismatch(root.begin(), root.end(), target.begin(), target.end());
        if (rest != root.end()) return outside_folder();
        if (target == fs::weakly_canonical(own, error))
            return load::NotIncluded{"is the agenda itself", "name another file, or none"};
        if (!fs::is_regular_file(target, error))
            return load::NotIncluded{fs::is_directory(target, error) ? "is a directory" : "is no regular file",
                                     "name a file that holds people, rooms or tracks"};
        auto read = source::read_file(target);
        if (const auto* unreadable = std::get_if<source::Unreadable>(&read))
            return load::NotIncluded{unreadable->why, "see to it that it can be read"};
        return load::IncludedText{(own.parent_path() / path).lexically_normal().string(),
                                  std::get<std::string>(std::move(read)), target.string()};
    };
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
    return result;
}

load::Input read_agenda(const std::string& path, const std::string& stdin_name) {
    auto read = path == "-" ? source::read_stream(std::cin) : source::read_file(path);
    const auto& name = path == "-" ? stdin_name : path;
    if (const auto* unreadable = std::get_if<source::Unreadable>(&read)) throw Failure{name + " " + unreadable->why};
    return {std::make_shared<const source::Text>(name, std::get<std::string>(std::move(read))), files_beside(name)};
}

load::NotIncluded not_relative() {
    return {"is no relative path", "name the file as seen from the folder of the agenda"};
}
load::NotIncluded outside_folder() {
    return {"lies outside the folder of the agenda", "move it into that folder or one below it"};
}
load::NotIncluded not_there(const std::string& why) {
    return {why, "put the file there, or correct the path, which begins at the agenda's folder"};
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
    out.flush();
    if (!out && !reader_is_gone()) throw Failure{"standard output cannot be written to"};
}

} // namespace agenda::app
