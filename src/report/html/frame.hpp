// SPDX-License-Identifier: MIT
// What all pages have in common: the head with its policy, styles and script, and a frame in which the content is
// written as it comes, so that a page of any size takes little memory. The template library is seen by this file and
// by those that fill a frame.
#pragma once
#include "report/html/markup.hpp"
#include "report/html/view.hpp"
#include <functional>
#include <kainjow/mustache.hpp>

namespace agenda::report::html {

/// The agenda's title, else the name of its text. Not made harmless.
std::string title_of(const View& view);

/// A number of the page's head, with the sign that tells a severity.
kainjow::mustache::data total(std::string_view name, std::size_t number, std::string_view label,
                              std::string_view sign = {});

/// Writes head.mustache and the template `name`, and the content where that says so. `more_styles` are put behind those
/// that all pages have. The frame's values are escaped.
void write_framed(std::string_view name, std::initializer_list<std::string_view> more_styles,
                  kainjow::mustache::object frame, std::ostream& out, const std::function<void(Markup&)>& content);

} // namespace agenda::report::html
