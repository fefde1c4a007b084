"""Pages that a document holds twice by mistake: they are read once.

Fails for a page that was printed anew, on which a line stands a little elsewhere: its competences come twice, and are
reported.
"""

from __future__ import annotations

from collections import defaultdict

from transform.document import Document, Table
from transform.place import Origin, page_of
from transform.words import document_to_lines


def pages_again(document: Document) -> frozenset[int]:
    """The numbers of the pages with a table that show the same text in the same places as the page before."""
    pages: dict[int, list[tuple[str, object]]] = defaultdict(list)
    for line in document_to_lines(document):
        number = page_of(line.origin)
        if number is not None:
            pages[number].append((line.text, _box(line.origin)))
    tables = {page_of(block.origin) for block in document.blocks if isinstance(block, Table)}
    return frozenset(n for n, lines in pages.items() if n in tables and lines == pages.get(n - 1))


def _box(origin: Origin) -> object:
    return getattr(origin, "box", None)
