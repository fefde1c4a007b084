"""Names and ways through the XML of an OpenDocument text.

Scope: the namespaces, what is no text of the document, and the walk to the nearest blocks. Non-goals: what a
paragraph or a table says. Prevents: text that disappears because a wrapper was not expected around it: every element
that is not named here is walked through, never around.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element

_OASIS: Final = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE: Final = f"{{{_OASIS}office:1.0}}"
TEXT: Final = f"{{{_OASIS}text:1.0}}"
TABLE: Final = f"{{{_OASIS}table:1.0}}"
STYLE: Final = f"{{{_OASIS}style:1.0}}"
FORM: Final = f"{{{_OASIS}form:1.0}}"
DRAW: Final = f"{{{_OASIS}drawing:1.0}}"
FO: Final = f"{{{_OASIS}xsl-fo-compatible:1.0}}"
SVG: Final = f"{{{_OASIS}svg-compatible:1.0}}"
MANIFEST: Final = f"{{{_OASIS}manifest:1.0}}"
META: Final = f"{{{_OASIS}meta:1.0}}"
DC: Final = "{http://purl.org/dc/elements/1.1/}"
XLINK: Final = "{http://www.w3.org/1999/xlink}"
XML_ID: Final = "{http://www.w3.org/XML/1998/namespace}id"
#: LibreOffice's own namespace: the tables of text boxes stand in it until the standard has them.
LOEXT: Final = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"

PARAGRAPHS: Final = frozenset({TEXT + "p", TEXT + "h"})
#: Elements that hold words which are no text of the document: what was removed, how an index is made, descriptions;
#: and the number that a list or heading draws, for programs that do not count themselves.
NO_TEXT: Final = frozenset(
    {
        TEXT + "tracked-changes",
        *(
            f"{TEXT}{index}-source"
            for index in (
                *("table-of-content", "illustration-index", "table-index", "object-index"),
                *("user-index", "alphabetical-index", "bibliography"),
            )
        ),
        TEXT + "script",
        TEXT + "sequence-decls",
        TEXT + "variable-decls",
        TEXT + "user-field-decls",
        TEXT + "note-citation",
        TEXT + "number",
        OFFICE + "annotation",
        OFFICE + "forms",
        OFFICE + "event-listeners",
        OFFICE + "binary-data",
        SVG + "title",
        SVG + "desc",
    }
)
#: Blocks of a body, a cell or a box.
LISTS: Final = frozenset({TEXT + "list"})
BLOCKS: Final = PARAGRAPHS | LISTS | {TABLE + "table"}
#: Points per unit of a measure.
UNITS: Final = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pc": 12.0, "px": 0.75}
#: What one repetition may come to: a spreadsheet pasted into a document repeats its last empty row a million times.
MAX_REPEATED: Final = 1024


def extended_to_standard(root: Element) -> Element:
    """Give the tables that LibreOffice writes in a namespace of its own their standard names, in place."""
    for element in root.iter(f"{LOEXT}*"):
        name = str(element.tag).removeprefix(LOEXT)
        if name.startswith(("table", "covered-table-cell")):
            element.tag = TABLE + name
    return root


def points(text: str | None) -> float | None:
    """A measure in points; None without one, or for a share (``50%``)."""
    scale = UNITS.get((text or "")[-2:])
    try:
        return None if text is None or scale is None else float(text[:-2]) * scale
    except ValueError:
        return None


def times(element: Element, name: str) -> int:
    """How often an element counts (``number-columns-repeated``, ``number-rows-spanned``): at least once."""
    try:
        return min(max(int(element.get(TABLE + name, "1")), 1), MAX_REPEATED)
    except ValueError:
        return 1


def nearest(element: Element, tags: frozenset[str]) -> Iterator[Element]:
    """The first elements of these tags on every way down, in order."""
    for child in element:
        if child.tag in tags:
            yield child
        elif child.tag not in NO_TEXT:
            yield from nearest(child, tags)
