"""Running lines that name the chapter of their page: a core competence above the one table of each page.

    Verbindend      Verbindend      Vernieuwend     Vernieuwend     Resultaatgericht
    ┌──────┐        ┌──────┐        ┌──────┐        ┌──────┐        ┌──────┐
    │ Durf │        │ Lef  │        │ Rust │        │ Moed │        │ Kalm │

A reader of pages takes what the pages around repeat for a running header. Where such lines stand right above the tables
and change from one stretch of pages to the next, they head what stands below them, like the one that comes but once.
Fails, and leaves them what they are, where the pages on the left and on the right have their own, and for chapters that
come back.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from msgspec.structs import replace

from transform.appendices import APPENDIX
from transform.document import Document, Line, Table
from transform.group_headings import says_its_name
from transform.header_rows import row_to_letters, table_to_headers
from transform.heading_words import TITLE_WORDS
from transform.place import PagePlace, page_of
from transform.role import CORE_NAMES, Role, letters

#: Lines nearer than this share of the type size stand in the same place.
SAME_PLACE: Final = 0.5
#: What speaks of competences and may all the same name those of a group.
_OF_GROUP: Final = re.compile(
    rf"^(?!.*(?:catalog|overzicht)).*(?:\bcompetenties\b|{'|'.join(CORE_NAMES)})", re.IGNORECASE
)


def with_chapters(document: Document) -> Document:
    """The document in which the running lines that head the tables below them are lines like any other."""
    running = [b for b in document.blocks if isinstance(b, Line) and b.running and letters(b.text)]
    times, pages = Counter(letters(line.text) for line in running), {page_of(line.origin) for line in running}
    if all(count >= len(pages) for count in times.values()):
        return document  # what every page has names no chapter
    heads = list(_chapters(running, above := list(_above_tables(document))))
    if not heads or _stand_elsewhere(heads, above, document):
        return document
    chapters = frozenset(map(id, heads))
    blocks = (replace(b, running=False) if isinstance(b, Line) and id(b) in chapters else b for b in document.blocks)
    return replace(document, blocks=tuple(blocks))


def _above_tables(document: Document) -> Iterator[Line]:
    """The line right above the first table of each page that names its columns, or above the name of its competence.

    None at all where a table has a column for core competences.
    """
    before: list[Line] = []
    found: list[Line] = []
    pages: set[int | None] = set()
    for block in document.blocks:
        if isinstance(block, Line):
            before += [block] if letters(block.text) and not block.hidden else []
            continue
        page = page_of(block.origin)
        headers = table_to_headers(block) if page not in pages else {}
        if any(Role.CORE in columns.values() for columns in headers.values()):
            return
        if headers:
            pages.add(page)
            above = [line for line in before[-2:] if page_of(line.origin) == page]
            named = bool(above) and says_its_name(above[-1], block, headers)
            found += above[:-1][-1:] if named else above[-1:]
    yield from found


def _chapters(running: Sequence[Line], above: Sequence[Line]) -> Iterator[Line]:
    """The running lines among those ``above`` tables, if they stand in one place and change from stretch to stretch.

    No page with another line above its table has a running one in that place: that would be a running header.
    """
    first = next((line for line in above if line.running), None)
    heads = [line for line in above if first is not None and _is_same_place(line, first)]
    others = {page_of(line.origin) for line in above if line not in heads}
    said = [letters(line.text) for line in heads]
    stretches = [text for text, _ in groupby(letters(line.text) for line in above)]
    if first is None or len(set(said)) < 2 or len(stretches) > len(set(stretches)) or any(map(_is_title, heads)):
        return
    if not any(page_of(line.origin) in others and _is_same_place(line, first) for line in running):
        yield from (line for line in heads if line.running)


def _stand_elsewhere(heads: Sequence[Line], above: Sequence[Line], document: Document) -> bool:
    """Whether what the lines say stands in a row, or in a line that heads no table, as well: that is the heading.

    A running header may say what group is the last of its page.
    """
    said = {letters(line.text) for line in heads}
    others = [b for b in document.blocks if not (isinstance(b, Line) and (b.running or b in above))]
    rows = (row_to_letters(row) for block in others if isinstance(block, Table) for row in block.rows)
    lines = (letters(block.text) for block in others if isinstance(block, Line))
    return any(words in said for words in (*rows, *lines))


def _is_title(line: Line) -> bool:
    return bool(APPENDIX.match(line.text) or (TITLE_WORDS.search(line.text) and not _OF_GROUP.match(line.text)))


def _is_same_place(line: Line, other: Line) -> bool:
    if not (isinstance(line.origin, PagePlace) and isinstance(other.origin, PagePlace)):
        return False
    one, two, reach = line.origin.box, other.origin.box, SAME_PLACE * (line.size or 0.0)
    return abs(one.x0 - two.x0) <= reach and abs(one.top - two.top) <= reach
