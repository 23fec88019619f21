// SPDX-License-Identifier: MIT
#include "app/git.hpp"
#include "app/files.hpp"
#include "app/git_process.hpp"
#include "app/includes.hpp"
#include <algorithm>
#include <filesystem>
#include <string_view>
#include <vector>

namespace agenda::app {
namespace {

namespace fs = std::filesystem;

std::string first_line(std::string_view text) { return std::string{text.substr(0, text.find('\n'))}; }

/// REV:PATH is parted at the first colon that stands in no braces; ":/words" is a revision.
std::size_t colon_of(std::string_view revision) {
    if (revision.starts_with(":/")) return std::string_view::npos;
    int depth = 0;
    for (std::size_t i = 0; i < revision.size(); ++i) {
        if (revision[i] == '{') ++depth;
        if (revision[i] == '}') --depth;
        if (revision[i] == ':' && depth == 0) return i;
    }
    return std::string_view::npos;
}

/// A word of a command, as a shell reads it.
std::string shell_word(std::string_view word) {
    constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./:@+,=";
    if (word.find_first_not_of(plain) == std::string_view::npos) return std::string{word};
    std::string result = "'";
    for (const char c : word) {
        if (c == '\'')
            result += R"('\'')";
        else
            result += c;
    }
    return result + "'";
}

/// One word of git's answer, a hash or a folder; empty where git does not know.
std::string parsed(const std::string& folder, std::vector<std::string> question) {
    question.insert(question.begin(), "rev-parse");
    return first_line(run_git(folder, question).out);
}

/// The hash of an object that may be missing all the same; empty where git knows none of that name. Of a range git
/// prints its ends, and fails.
std::string hash_of(const std::string& object, const std::string& folder) {
    const auto answer = run_git(folder, {"rev-parse", "--verify", "--quiet", object});
    return answer.status == 0 ? first_line(answer.out) : std::string{};
}

/// "A..B", "A...B", "A^!", "A^@" and "A^-" are several revisions.
bool is_range(const std::string& revision) {
    return revision.find("..") != std::string::npos || revision.ends_with("^!") || revision.ends_with("^@") ||
           revision.find("^-") != std::string::npos;
}

/// Whether a revision is (the beginning of) a hash and hardly anything else.
bool is_hash(const std::string& revision) {
    constexpr std::size_t shortest = 7;
    return revision.size() >= shortest && revision.find_first_not_of("0123456789abcdef") == std::string::npos;
}

/// `git fetch`, for the folder that the tool runs in.
std::string fetch_in(const std::string& folder) {
    const bool elsewhere = parsed(folder, {"--absolute-git-dir"}) != parsed(".", {"--absolute-git-dir"});
    return elsewhere ? "git -C " + shell_word(folder) + " fetch " : "git fetch ";
}

/// "origin", or another one; empty: there is none.
std::string remote_of(const std::string& remotes) {
    return ("\n" + remotes).find("\norigin\n") != std::string::npos ? "origin" : first_line(remotes);
}

/// What helps where git does not have a revision; empty: nothing does.
std::string help_for(const std::string& revision, const std::string& folder) {
    constexpr std::size_t full_hash = 40;
    const auto remotes = run_git(folder, {"remote"}).out;
    const auto remote = remote_of(remotes);
    if (remote.empty()) return {};
    const auto tracked = remote + "/" + revision;
    if (!hash_of(tracked, folder).empty()) return "; there is `" + tracked + "`";

    const auto base =
        revision.substr(0, std::min(revision.find_first_of("~^:"), revision.find("@{"))); // of main~2: main
    const bool shallow = parsed(folder, {"--is-shallow-repository"}) == "true";
    const auto bring = "; this may bring it: " + fetch_in(folder);
    const bool partial_hash = is_hash(base) && base.size() < full_hash;
    const bool base_is_there = base != revision && (base.empty() || !hash_of(base, folder).empty());
    if (base_is_there || partial_hash)
        return shallow ? bring + "--unshallow " + remote : partial_hash ? bring + remote : "";
    if (base == "@" || base.ends_with("HEAD")) return {};

    const std::string depth = !shallow ? "" : base == revision ? "--depth=1 " : "--unshallow ";
    if (is_hash(base)) return bring + depth + remote + " " + base;
    if (base.starts_with("refs/")) return bring + depth + remote + " " + shell_word(base + ":" + base);
    const auto slash = base.find('/');
    const auto first = base.substr(0, slash);
    if (slash != std::string::npos && ("\n" + remotes).find("\n" + first + "\n") != std::string::npos)
        return bring + depth + first + " " + shell_word(base.substr(slash + 1) + ":refs/remotes/" + base);
    return bring + depth + remote + " " + shell_word(base + ":" + base) + ", or for a tag: " + fetch_in(folder) +
           depth + remote + " tag " + shell_word(base);
}

/// The files of a revision, by the hash of their tree. Throws Failure where git does not have it.
std::string tree_of(const std::string& revision, const std::string& folder) {
    const auto hash = hash_of(revision, folder);
    if (hash.empty() && is_range(revision))
        throw Failure{"`" + revision +
                      "` is a range, and one revision is wanted; `agenda-lint diff OLD NEW` takes both ends"};
    if (hash.empty() || run_git(folder, {"cat-file", "-e", hash}).status != 0)
        throw Failure{"git has no revision `" + revision + "` here" + help_for(revision, folder)};
    const auto tree = hash_of(hash + "^{tree}", folder);
    if (tree.empty()) throw Failure{"`" + revision + "` is no revision: neither a commit nor a tag of one"};
    return tree;
}

/// Why a folder is in no working tree, in git's words; where git distrusts its owner, with the command that helps.
Failure no_repository(const std::string& revision, const std::string& path, const Ended& ended) {
    auto why = ended.status == 0 ? "it is in no working tree" : first_line(ended.err);
    constexpr std::string_view trust = "git config --global --add safe.directory ";
    const auto command = ended.err.find(trust);
    if (command != std::string::npos) why += "; this lets it: " + first_line(ended.err.substr(command));
    return {"there is no file `" + revision + "`, and no revision either, since git finds no repository of " + path +
            ": " + why};
}

/// What a file of the working tree was called in a revision; empty where git sees no renaming.
std::string earlier_name(const std::string& tree, const std::string& folder, const std::string& path) {
    const auto renamed =
        run_git(folder, {"diff", "--no-ext-diff", "--no-textconv", "--no-relative", "--ignore-submodules=all",
                         "--find-renames", "--diff-filter=R", "--name-status", "-z", tree, "--"});
    std::vector<std::string> fields; // of each file: how much is the same, the earlier name, the later one
    for (std::string_view rest = renamed.out; !rest.empty();) {
        const auto end = std::min(rest.find('\0'), rest.size());
        fields.emplace_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    for (std::size_t i = 0; i + 2 < fields.size(); i += 3)
        if (fields[i + 2] == path) return fields[i + 1];
    return {};
}

/// The files of one revision, or of the index, as seen from a folder of the working tree.
struct Revision {
    std::string said;   ///< as the user calls it; empty: the index
    std::string tree;   ///< the hash of its files; empty: those of the index
    std::string folder; ///< where git runs

    std::string shown() const { return said.empty() ? "the index" : "`" + said + "`"; }
    std::string hash_of_file(const std::string& path) const { return hash_of(tree + ":" + path, folder); }
    std::string name_of_file(const std::string& path) const { return said + ":" + path; }
    /// Where a symbolic link points; empty for what is none, and for the files of the index.
    std::string link_of_file(const std::string& path) const {
        if (tree.empty()) return {};
        std::vector<std::string> words{"ls-tree", tree, "--", path};
        if (!path.starts_with("./")) words.insert(words.begin() + 1, "--full-tree");
        if (!run_git(folder, words).out.starts_with("120000 ")) return {};
        return run_git(folder, {"cat-file", "blob", hash_of_file(path)}).out;
    }
};

constexpr int most_links = 8;

/// What the agenda `path` may include: files of the same revision in its folder's tree, links to files followed.
load::Include files_beside(const Revision& revision, const std::string& path) {
    const bool from_here = path.starts_with("./") || path.starts_with("../"); // else from the root of the repository
    const auto folder = fs::path{path}.parent_path();
    return [=](const std::string& wanted) -> std::variant<load::IncludedText, load::NotIncluded> {
        auto inside = fs::path{wanted}.lexically_normal();
        if (wanted.empty() || inside.is_absolute()) return not_relative();
        std::string file;
        for (int links = 0; links < most_links; ++links) {
            if (*inside.begin() == "..") return outside_folder();
            const auto below = (folder / inside).lexically_normal().string();
            file = from_here && !below.starts_with("../") ? "./" + below : below;
            const auto target = revision.link_of_file(file);
            if (target.empty()) break;
            if (fs::path{target}.is_absolute()) return outside_folder();
            inside = (inside.parent_path() / target).lexically_normal();
        }
        const auto hash = revision.hash_of_file(file);
        auto blob = hash.empty() ? Ended{} : run_git(revision.folder, {"cat-file", "blob", hash});
        if (hash.empty() || blob.status != 0) return not_there("is no file of " + revision.shown());
        auto name = revision.name_of_file(file);
        return load::IncludedText{name, std::move(blob.out), name};
    };
}

load::Input read_blob(const Revision& revision, const std::string& hash, const std::string& path) {
    const auto name = revision.name_of_file(path);
    auto blob = run_git(revision.folder, {"cat-file", "blob", hash});
    if (blob.status != 0) throw Failure{name + " cannot be read: " + first_line(blob.err)};
    return {std::make_shared<const source::Text>(name, std::move(blob.out)), files_beside(revision, path)};
}

} // namespace

std::optional<std::string> file_named_by(const std::string& revision) {
    const auto colon = colon_of(revision);
    return colon == std::string::npos ? std::nullopt : std::optional{revision.substr(colon + 1)};
}

std::optional<load::Input> read_revision(const std::string& revision, const std::string& path) {
    if (revision.empty() || revision.front() == '-')
        throw Failure{"`" + revision + "` is neither a file nor a revision"};
    std::error_code error;
    const auto real = fs::is_symlink(path, error) ? fs::weakly_canonical(path, error) : fs::path{path};
    const auto folder = real.parent_path().empty() ? std::string{"."} : real.parent_path().string();
    const auto inside = run_git(folder, {"rev-parse", "--is-inside-work-tree"});
    if (inside.status != 0 || first_line(inside.out) != "true") throw no_repository(revision, path, inside);

    const auto colon = colon_of(revision);
    const auto said = revision.substr(0, colon);
    const Revision files{said, said.empty() ? said : tree_of(said, folder), folder};
    if (colon != std::string::npos) {
        const auto file = revision.substr(colon + 1);
        if (file.empty()) throw Failure{"`" + revision + "` names no file behind its colon"};
        const auto hash = files.hash_of_file(file);
        if (hash.empty()) throw Failure{files.shown() + " has no file `" + file + "`"};
        return read_blob(files, hash, file);
    }
    const auto prefix = run_git(folder, {"rev-parse", "--show-prefix"}).out;
    auto name = prefix.substr(0, prefix.rfind('\n')) + real.filename().string();
    auto hash = files.hash_of_file(name);
    if (hash.empty()) {
        name = earlier_name(files.tree, folder, name);
        if (name.empty()) return std::nullopt;
        hash = files.hash_of_file(name);
    }
    return read_blob(files, hash, name);
}

} // namespace agenda::app
