// SPDX-License-Identifier: MIT
#include "app/includes.hpp"
#include "source/file.hpp"
#include <algorithm>
#include <filesystem>
#include <set>
#include <variant>

namespace agenda::app {
namespace {

namespace fs = std::filesystem;

/// What a path behind `include` is called in reports: shorter where that is the same file.
std::string name_of(const fs::path& folder, const std::string& path, const fs::path& target) {
    std::error_code error;
    const auto normal = (folder / path).lexically_normal();
    return fs::canonical(normal, error) == target ? normal.string() : (folder / path).string();
}

source::Document head_of(std::string bytes) {
    auto head = bytes.substr(0, bytes.starts_with('[') ? 0 : bytes.find("\n["));
    source::Document document{std::make_shared<const source::Text>("", std::move(head))};
    if (document.errors().empty()) return document;
    // The line began no table: it is one of a longer value.
    return source::Document{std::make_shared<const source::Text>("", std::move(bytes))};
}

/// The files that an agenda includes, by what they really are. Only what stands before the first table is read.
void add_included(const fs::path& agenda, std::string bytes, std::set<fs::path>& included) {
    if (bytes.find("include") == std::string::npos) return;
    const auto head = head_of(std::move(bytes));
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

/// Whether a line begins as those that only an agenda has.
bool may_be_agenda(const std::string& bytes) {
    for (const auto* part : {"day", "event"})
        for (auto at = bytes.find(part); at != std::string::npos; at = bytes.find(part, at + 1)) {
            const auto before = at == 0 ? std::string::npos : bytes.find_last_not_of(" \t[\"'", at - 1);
            if (before == std::string::npos || bytes[before] == '\n') return true;
        }
    return false;
}

} // namespace

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
        return load::IncludedText{name_of(own.parent_path(), path, target), std::get<std::string>(std::move(read)),
                                  target.string()};
    };
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

std::vector<std::string> without_shared(std::vector<std::string> files) {
    if (files.size() < 2) return files;
    std::set<fs::path> included;
    std::set<std::string> no_agendas;
    for (const auto& file : files) {
        std::error_code error;
        if (file == "-" || !fs::is_regular_file(file, error)) continue;
        auto read = source::read_file(file);
        auto* bytes = std::get_if<std::string>(&read);
        if (!bytes) continue;
        if (!may_be_agenda(*bytes)) no_agendas.insert(file);
        add_included(file, std::move(*bytes), included);
    }
    std::erase_if(files, [&](const std::string& file) {
        std::error_code error;
        return no_agendas.contains(file) && included.contains(fs::weakly_canonical(file, error));
    });
    return files;
}

} // namespace agenda::app
