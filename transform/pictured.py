"""Pictures, boxes, fields of forms and removed words: what they say is not read, and nothing may be filled in for it.

Scope: which cells they take the place of text in, and which of them are near enough to the catalogue to be told. Fails
for a stamp or ornament within the catalogue: that is told as well.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from transform.document import Cell, Row
from transform.findings import Code, Finding
from transform.header import Columns
from transform.header_rows import one_line
from transform.ledger import Entry, Reason
from transform.place import Box, Origin, PagePlace, WordPlace, place_order
from transform.role import Role

#: What a reader says of a cell that shows more than was read.
UNREAD = frozenset({Code.PICTURE, Code.TEXT_BOX, Code.FIELD_UNREAD})


class Unread(NamedTuple):
    """Where pictures, boxes and fields stand, or words that were removed: in cells of Word, and on pages."""

    cells: frozenset[WordPlace] = frozenset()
    pictures: tuple[PagePlace, ...] = ()


def unread_cells(findings: Iterable[Finding]) -> Unread:
    """What a reader said of pictures, boxes and fields, and of what tracked changes took out."""
    places = [finding.place for finding in findings if finding.code in UNREAD or _is_removal(finding)]
    cells = (replace(place, paragraph=None) for place in places if isinstance(place, WordPlace))
    return Unread(frozenset(cells), tuple(place for place in places if isinstance(place, PagePlace)))


def _is_removal(finding: Finding) -> bool:
    return finding.code is Code.TRACKED_CHANGE and bool(finding.was) and not finding.became


def is_pictured(row: Row, cell: Cell, unread: Unread) -> bool:
    """Whether a cell of a row has no text, but a picture or box, or words that were removed."""
    if unread == Unread() or one_line(cell.lines):
        return False
    if isinstance(row.origin, WordPlace):
        return replace(row.origin, cell=row.cells.index(cell) + 1) in unread.cells
    own = (place.box for place in unread.pictures if place.page == row.origin.page)
    return cell.box is not None and any(_is_within(picture, cell.box) for picture in own)


def core_is_pictured(row: Row, columns: Columns, unread: Unread) -> bool:
    """Whether the core competence of a row is a picture or box: that of the rows above is not it."""
    cores = (cell for cell in row.cells if columns.get(cell.column) is Role.CORE)
    return any(is_pictured(row, cell, unread) for cell in cores)


def near_catalogue(
    findings: Iterable[Finding], rows: Sequence[Origin], heading: Iterable[Entry], named: Sequence[tuple[Origin, str]]
) -> Iterator[Finding]:
    """The findings without what is unread and none of the catalogue's; in a PDF, what is within a row is said of that.

    None of it are those above its appendix line (without one, its title), or in a PDF more than a page behind its last
    row; nor those that stand in one place of several pages, unless within a row. ``named``: where each competence
    begins, in order, and its name.
    """
    found = list(findings)
    begin = _beginning(heading) or (_top(rows[0]) if rows else ())
    boxes = [f.place.box for f in found if f.code in UNREAD and isinstance(f.place, PagePlace)]
    running = {box for box, times in Counter(map(_rounded, boxes)).items() if times > 1}
    pages = [place for place in rows if isinstance(place, PagePlace)]
    for finding in found:
        place = finding.place
        if finding.code not in UNREAD or place is None:
            yield finding
        elif isinstance(place, WordPlace):
            yield from (finding,) if finding.field is None or begin < _top(place) else ()
        elif any(row.page == place.page and _is_within(place.box, row.box) for row in pages):
            above = [name for origin, name in named if _top(origin) <= (place.page, place.box.bottom)]
            yield replace(finding, competence=above[-1] if above else None)
        elif begin <= _top(place) and place.page <= pages[-1].page + 1 and _rounded(place.box) not in running:
            yield replace(finding, field="title" if _top(place) < _top(pages[0]) else None)


def _beginning(heading: Iterable[Entry]) -> tuple[float, ...]:
    """Where the appendix line of the catalogue ends, or else its title; empty where neither is printed."""
    entries = list(heading)
    for sought in (Reason.APPENDIX, Reason.TITLE):
        places = [entry.place for entry in entries if entry.reason is sought]
        if places:
            return max((p.page, p.box.bottom) if isinstance(p, PagePlace) else _top(p) for p in places)
    return ()


def _top(place: Origin) -> tuple[float, ...]:
    """Where a place begins: page and height, or the numbers of Word."""
    return place_order(place)[:2] if isinstance(place, PagePlace) else place_order(place)


def _is_within(inner: Box, outer: Box) -> bool:
    """Whether the middle of a box lies in another."""
    across, down = (inner.x0 + inner.x1) / 2, (inner.top + inner.bottom) / 2
    return outer.x0 < across < outer.x1 and outer.top < down < outer.bottom


def _rounded(box: Box) -> tuple[int, ...]:
    return round(box.x0), round(box.top), round(box.x1), round(box.bottom)
