"""Names and ways through the XML of a Word part.

Scope: the namespaces, small look-ups, and the walk that sees through everything that wraps text without being
text (content controls, smart tags, insertions, alternatives). Non-goals: what a paragraph or a table says.
Prevents: text that disappears because a wrapper was not expected around it: every element that is not known is
walked through, never around.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final, TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
V: Final = "{urn:schemas-microsoft-com:vml}"
XML: Final = "{http://www.w3.org/XML/1998/namespace}"

#: Namespaces of ISO strict files → the transitional ones that this room works in.
STRICT: Final = {
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}": W,
    "{http://purl.oclc.org/ooxml/officeDocument/math}": M,
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}": R,
    "{http://purl.oclc.org/ooxml/drawingml/main}": A,
}

#: Text that a tracked change took out or moved away.
REMOVED: Final = frozenset({W + "del", W + "moveFrom"})
#: Text that a tracked change put in or moved here.
ADDED: Final = frozenset({W + "ins", W + "moveTo"})
#: Properties: they hold settings and earlier settings, no text of the document.
PROPERTIES: Final = frozenset(
    W + name for name in ("pPr", "rPr", "tblPr", "tblPrEx", "tblGrid", "trPr", "tcPr", "sectPr", "sdtPr", "sdtEndPr")
)
ALTERNATIVES: Final = MC + "AlternateContent"
#: How the names begin of what Word itself adds to a file.
WORDS_OWN: Final = (
    "http://schemas.microsoft.com/",
    "http://schemas.openxmlformats.org/",
    "http://purl.oclc.org/ooxml/",
    "urn:schemas-microsoft-com:",
)
#: The values of a switch that turn it off.
OFF: Final = frozenset({"0", "false", "off"})
#: Points per unit of a measure that names its unit; without one it is in twentieths of a point.
UNITS: Final = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pc": 12.0, "pi": 12.0}


def strict_to_transitional(root: Element) -> Element:
    """Rename the elements and attributes of an ISO strict part, in place; any other part is left as it is."""
    if not any(f"{{{uri}}}" in STRICT for uri in root.nsmap.values()):
        return root
    for element in root.iter():
        element.tag = transitional(str(element.tag))
        for name, text in element.attrib.items():
            if transitional(str(name)) != name:
                del element.attrib[name]
                element.set(transitional(str(name)), text)
    return root


def transitional(name: str) -> str:
    """A qualified name with its strict namespace replaced."""
    namespace, brace, local = name.rpartition("}")
    return STRICT.get(namespace + brace, namespace + brace) + local


def attribute(element: Element | None, name: str) -> str | None:
    """A ``w:`` attribute of an element that may be missing."""
    return None if element is None else element.get(W + name)


def value(element: Element | None, path: str) -> str | None:
    """``w:val`` of the descendant at ``path`` (``"pPr/numPr/numId"``, all ``w:``), None when there is none."""
    return attribute(descendant(element, path), "val")


def descendant(element: Element | None, path: str) -> Element | None:
    """The first element at ``path``, names without their ``w:``; of every element on the way the first one."""
    for name in qualified(path):
        if element is None:
            return None
        element = next(element.iterchildren(name), None)
    return element


def settings_of(element: Element, name: str) -> dict[str, Element]:
    """The properties that an element holds under this name, by their tags; of several of one tag the first."""
    holder = descendant(element, name)
    return {} if holder is None else {str(child.tag): child for child in reversed(holder)}


def said_of(element: Element | None) -> tuple[object, ...]:
    """All that an element says, its text aside, as a key: elements of the same key say the same."""
    return () if element is None else tuple([(one.tag, len(one), *one.items()) for one in element.iter()])


@cache
def qualified(path: str) -> tuple[str, ...]:
    """The names of a path (``"pPr/ind"``) with their namespace."""
    return tuple(W + name for name in path.split("/"))


def number(text: str | None) -> int | None:
    """A whole number in an attribute; None when there is none, or it is no number."""
    try:
        return None if text is None else int(text)
    except ValueError:
        return None


def points(text: str | None) -> float | None:
    """A measure in points: twentieths of a point (``720``), or with its unit (``1.27cm``)."""
    if text is None:
        return None
    scale = UNITS.get(text[-2:])
    try:
        return float(text) / 20 if scale is None else float(text[:-2]) * scale
    except ValueError:
        return None


def switch(element: Element | None) -> bool | None:
    """On, off, or None when the switch is not there."""
    return None if element is None else element.get(W + "val", "1").lower() not in OFF


def chosen(alternatives: Element) -> Element | None:
    """The one branch of an ``mc:AlternateContent`` that counts: its first Choice that Word knows, else its Fallback."""
    choice = next(filter(is_understood, alternatives.iterchildren(MC + "Choice")), None)
    return alternatives.find(MC + "Fallback") if choice is None else choice


def is_understood(choice: Element) -> bool:
    """Whether Word knows all that a Choice requires: what Microsoft and the standard named; else it shows another."""
    required = (choice.nsmap.get(prefix, WORDS_OWN[0]) for prefix in choice.get("Requires", "").split())
    return all(name.startswith(WORDS_OWN) for name in required)


def visible_children(element: Element) -> Iterator[Element]:
    """The children that can lead to text: one of every alternatives, no properties."""
    for child in element:
        if child.tag == ALTERNATIVES:
            branch = chosen(child)
            if branch is not None:
                yield branch
        elif child.tag not in PROPERTIES:
            yield child


def nearest(element: Element, tags: frozenset[str]) -> Iterator[Element]:
    """The first elements of these tags on every way down, in order, as if all tracked changes were accepted."""
    for child in visible_children(element):
        if child.tag in tags:
            yield child
        elif child.tag not in REMOVED:
            yield from nearest(child, tags)
