// SPDX-License-Identifier: MIT
#include "engine/rule_pages.hpp"
#include "engine/rule_files.hpp"

namespace agenda::engine {

std::optional<RulePage> page_of(const Rule& rule, const Kinds& kinds, std::vector<Trouble>& troubles) {
    const auto text = rule.file.empty() ? std::make_shared<const source::Text>(rule.id + ".toml",
                                                                               std::string{standard_rule_file(rule.id)})
                                        : read_text(rule.file, troubles);
    RulePage page;
    if (!text || !read_rule(text, rule.id, rule.family, &page, kinds, troubles)) return std::nullopt;
    return page;
}

} // namespace agenda::engine
