// SPDX-License-Identifier: MIT
#include "report/html/frame.hpp"
#include "report/html/embedded.hpp"

namespace agenda::report::html {
namespace {

using kainjow::mustache::data;
using kainjow::mustache::list;
using kainjow::mustache::mustache;
using kainjow::mustache::object;

/// In the order in which they stand on the page; src/CMakeLists.txt lists them too.
list styles(std::initializer_list<std::string_view> more) {
    std::vector<std::string> names{"page.css",     "tables.css", "timetable.css", "slots.css",
                                   "findings.css", "narrow.css", "print.css"};
    names.insert(names.end(), more.begin(), more.end());
    list result;
    for (const auto& name : names) {
        object style;
        style["content"] = std::string{embedded(name)};
        style["hash"] = std::string{embedded(name + ".sha256")};
        result.push_back(data{std::move(style)});
    }
    return result;
}

} // namespace

std::string title_of(const View& view) {
    const auto& title = view.agenda.event.title;
    return title.empty() ? view.checked.loaded.text->name() : title;
}

data total(std::string_view name, std::size_t number, std::string_view label, std::string_view sign) {
    object one;
    one["sign"] = std::string{sign};
    one["name"] = std::string{name};
    one["number"] = std::to_string(number);
    one["label"] = std::string{label};
    return data{std::move(one)};
}

void write_framed(std::string_view name, std::initializer_list<std::string_view> more_styles, object frame,
                  std::ostream& out, const std::function<void(Markup&)>& content) {
    frame["styles"] = data{styles(more_styles)};
    frame["script"] = std::string{embedded("script.js")};
    frame["script-hash"] = std::string{embedded("script.js.sha256")};
    const data values{std::move(frame)};
    const auto whole = std::string{embedded("head.mustache")} + std::string{embedded(name)};
    constexpr std::string_view place = "{{! the content }}";
    const auto at = whole.find(place);
    const auto render = [&](const std::string& part) {
        mustache part_template{part};
        part_template.set_custom_escape([](const std::string& text) {
            std::string escaped;
            append_escaped(escaped, text);
            return escaped;
        });
        part_template.render(values, out);
    };
    render(whole.substr(0, at));
    {
        Markup page{out};
        content(page);
    }
    render(whole.substr(at + place.size()));
}

} // namespace agenda::report::html
