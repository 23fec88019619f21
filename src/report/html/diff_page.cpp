#include "report/diff.hpp"
namespace agenda::report { void write_diff_html(const Diff& diff, std::ostream& out) { write_diff_markdown(diff, out); } }
