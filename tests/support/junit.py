# SPDX-License-Identifier: MIT
# junit.py FILE...: reads JUnit XML with Python's own parser and prints a line for each thing that the readers of it would
# stumble over: an element or attribute that Jenkins' xUnit plugin refuses, an attribute that it wants, a count that is
# not what is there, a case with two outcomes.
import sys
import xml.etree.ElementTree as ElementTree

# What may be in an element: its attributes, those of them that must be there, its children.
ELEMENTS = {
    "testsuites": ({"name", "time", "tests", "failures", "errors"}, set(), {"testsuite"}),
    "testsuite": (
        {"name", "tests", "failures", "errors", "group", "time", "skipped", "timestamp", "hostname", "id", "package", "file", "log", "url"},
        {"name", "tests", "failures", "errors"},
        {"testsuite", "properties", "testcase", "system-out", "system-err"},
    ),
    "testcase": ({"name", "time", "classname", "group"}, {"name"}, {"skipped", "error", "failure", "system-out", "system-err"}),
    "failure": ({"type", "message"}, {"message"}, set()),
    "skipped": ({"type", "message"}, set(), set()),
    "system-out": (set(), set(), set()),
}


def troubles(element):
    attributes, wanted, children = ELEMENTS[element.tag]
    given = set(element.attrib)
    for name in given - attributes:
        yield f"<{element.tag}> takes no {name}"
    for name in wanted - given:
        yield f"<{element.tag}> wants {name}"
    if children and (element.text or "").strip():
        yield f"text stands in <{element.tag}>"
    for child in element:
        if child.tag not in children:
            yield f"<{child.tag}> stands in <{element.tag}>"
        else:
            yield from troubles(child)


def wrong_counts(root):
    for name, of in (("tests", "testcase"), ("failures", "testcase/failure"), ("errors", "testcase/error"), ("skipped", "testcase/skipped")):
        for suite in root.iter("testsuite"):
            if int(suite.get(name)) != len(suite.findall(of)):
                yield f"{suite.get('name')} has not {suite.get(name)} {name}"
        if name != "skipped" and int(root.get(name)) != len(root.findall("testsuite/" + of)):
            yield f"there are not {root.get(name)} {name}"
    for case in root.iter("testcase"):
        if len(case.findall("failure")) + len(case.findall("skipped")) > 1:
            yield f"{case.get('name')} has several outcomes"


for path in sys.argv[1:]:
    root = ElementTree.parse(path).getroot()
    for trouble in [*troubles(root), *wrong_counts(root)]:
        print(f"{path}: {trouble}")
