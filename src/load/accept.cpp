// SPDX-License-Identifier: MIT
#include "load/accept.hpp"

namespace agenda::load {
namespace {

using finding::Accept;

void read_rule(Reader& reader, const Entry& entry, Accept& accept) {
    accept.rule_at = entry.value.span();
    reader.read(entry, accept.rule);
}

void read_until(Reader& reader, const Entry& entry, Accept& accept) {
    accept.until_at = entry.value.span();
    reader.read(entry, accept.until);
}

constexpr Key<Accept> accept_keys[] = {
    {"rule", read_rule},      {"about", set<&Accept::about>}, {"reason", set<&Accept::reason>},
    {"by", set<&Accept::by>}, {"until", read_until},
};

} // namespace

finding::Accept read_accept(Reader& reader, const Value& value) {
    Accept accept;
    accept.at = accept.rule_at = accept.until_at = value.span();
    reader.table(value, "[[accept]]", accept_keys, accept);
    reader.require(value, "[[accept]]", {"rule", "about"});
    return accept;
}

} // namespace agenda::load
