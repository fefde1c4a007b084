"""The other side of the books: what an OpenDocument text holds, counted apart from the reading.

Scope: one walk over all elements of the stories delivered, that knows nothing of lists, cells, spans or styles; only
of paragraphs, what is no text, and rows and cells that count more than once. Prevents: a reader that proves itself
complete with its own mistakes. Do not make it share code with the reader beyond the names of elements.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from extract.odt_tree import NO_TEXT, PARAGRAPHS, TABLE, TEXT, Element, times
from transform.document import printed_characters

#: By which attribute an element counts more than once.
REPEATED: Final = {
    TABLE + "table-row": "number-rows-repeated",
    TABLE + "table-cell": "number-columns-repeated",
    TABLE + "covered-table-cell": "number-columns-repeated",
}
#: Where one text ends and another begins, so that no accent joins a letter it does not stand by.
BORDERS: Final = PARAGRAPHS | {TEXT + "line-break", TEXT + "tab", TEXT + "s", TEXT + "note", TEXT + "ruby-text"}


def stories_to_held(stories: Iterable[Element]) -> str:
    """The printed characters of bodies, notes, headers and footers."""
    return "".join(printed_characters("".join(element_to_held(story, within=False))) for story in stories)


def element_to_held(element: Element, *, within: bool) -> Iterator[str]:
    """The texts of an element and, when it stands in a paragraph, between its children."""
    within = within or element.tag in PARAGRAPHS
    border = "\n" if element.tag in BORDERS else ""
    for _ in range(times(element, REPEATED[str(element.tag)].split("}")[-1]) if element.tag in REPEATED else 1):
        yield border + (element.text or "" if within else "")
        for child in element:
            if child.tag not in NO_TEXT:
                yield from element_to_held(child, within=within)
            yield child.tail or "" if within else ""
        yield border
