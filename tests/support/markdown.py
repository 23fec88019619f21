# SPDX-License-Identifier: MIT
# markdown.py FILE...: renders GitHub-flavoured Markdown with Debian's cmark-gfm, raw HTML and all, as the most careless of
# renderers would, and prints what came of it: a line for each sort of element with its attributes, sorted, then
# an empty line and the text.
import html.parser
import subprocess
import sys


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.elements = set()
        self.texts = []

    def handle_starttag(self, tag, attributes):
        self.elements.add(" ".join([tag, *(f"{name}={value}" for name, value in attributes)]))

    def handle_comment(self, data):
        self.elements.add("comment")

    def handle_decl(self, decl):
        self.elements.add("declaration")

    def handle_pi(self, data):
        self.elements.add("instruction")

    def handle_data(self, data):
        self.texts.append(data)


extensions = [word for name in ("table", "strikethrough", "autolink", "tasklist", "footnotes") for word in ("-e", name)]
for path in sys.argv[1:]:
    page = Page()
    page.feed(subprocess.run(["cmark-gfm", "--unsafe", *extensions, path], check=True, capture_output=True, encoding="utf-8").stdout)
    page.close()
    print("\n".join([*sorted(page.elements), ""]))
    print("".join(page.texts).replace("\u200b", ""))
