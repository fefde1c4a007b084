"""Rows whose names stand halfway down: what a page break does to them, and the way back.

    │            │ Neemt op het juiste moment …       A row that is split over pages has its name in one of its
    ├────────────┴───────────────────────────────     parts, wherever the middle came to lie. A part without a
    ├────────────┬───────────────────────────────     name at the end of a page is the beginning of the row that
    │ Durf       │ Indicatoren:                       goes on at the top of the next page, not the rest of the
    │            │  - Gaat op basis van …             row above it, as it would be where names stand at the top.

Decided for the whole document, by where names stand in rows that are tall enough to tell. Fails for a document of
which most names are as tall as their bodies.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import Final

from transform.bullets import line_to_bullet, lines_to_bullets
from transform.catalogue_row import CatalogueRow
from transform.document import Line, printed_characters
from transform.labels import has_description, is_label
from transform.place import Box, PagePlace, page_of
from transform.role import Role

#: What a sentence ends in, or what heads a list.
_ENDS: Final = (".", "!", "?", ";", ":", "")


def are_centred(rows: Sequence[CatalogueRow]) -> bool:
    """Whether most names have as much of their row above them as below, and that is more than a line."""
    on_pages = any(isinstance(row.place, PagePlace) for row in rows)
    shares = [share for row in rows if (share := _share_above(row)) is not None] if on_pages else []
    return bool(shares) and 0.25 < median(shares) < 0.75


def _share_above(row: CatalogueRow) -> float | None:
    """How much of the white beside a name lies above it; None where it is less than two lines."""
    name, body = _boxes(row.lines.get(Role.NAME, ())), _boxes(_body(row))
    if not name or not body:
        return None
    above = min(b.top for b in name) - min(b.top for b in body)
    below = max(b.bottom for b in body) - max(b.bottom for b in name)
    line = name[0].bottom - name[0].top
    return above / (above + below) if above + below > 2 * line else None


def _boxes(lines: Sequence[Line]) -> list[Box]:
    """The boxes of lines on the page where the first of them stands."""
    places = [line.origin for line in lines if isinstance(line.origin, PagePlace)]
    return [place.box for place in places if place.page == places[0].page]


def _body(row: CatalogueRow) -> tuple[Line, ...]:
    return tuple(line for role in (Role.BODY, Role.DESCRIPTION, Role.INDICATORS) for line in row.lines.get(role, ()))


def begin_the_next(rows: Sequence[CatalogueRow]) -> frozenset[int]:
    """The indexes of the rows that are the first part of the row after them, with no group's heading in between.

    Where names are not centred, those are the rows of which the core competence fitted on the page and the name,
    set larger, did not; and those of which the name went overleaf whole, and that are no rest of the row above them.
    """
    centred = are_centred(rows)
    found: set[int] = set()
    for index, (above, row, after) in enumerate(zip([None, *rows], rows, rows[1:], strict=False)):
        begun = centred and (not row.first or index - 1 in found) and not (above and ends_amid(above, row))
        goes_on = after.first or (row.first and _filled(row) == {Role.CORE} and Role.CORE in after.merged)
        if not goes_on or row.group != after.group:
            continue
        if (begun and _is_nameless(row)) or _lacks_the_name(row, after) or (above and _is_no_rest(above, row, after)):
            found.add(index)
    return frozenset(found)


def _is_no_rest(above: CatalogueRow, row: CatalogueRow, after: CatalogueRow) -> bool:
    """Whether a row without a name at the end of a page can only go with the one overleaf: that has all it lacks.

    The heading of its group parts it from the row above; or a rule does, and it begins to describe something where the
    row above has been described and has its indicators, and the row overleaf does not. Fails for a row that begins with
    its indicators, below a row of its own group: those may be of either.
    """
    if row.first or not after.first or not _is_nameless(row) or not _is_named(after) or Role.NAME in after.merged:
        return False
    if above.group != row.group:
        return not (_describes(row) and _describes(after))
    return row.parted and _describes(row) and not _describes(after) and _is_described(above)


def ends_amid(above: CatalogueRow, row: CatalogueRow) -> bool:
    """Whether all that a row says goes on amid the sentences of the row above: a line was taken for a row.

    It begins with no capital and no bullet, where the row above has bullets, and what it follows ends in no full stop.
    """
    roles = _filled(row)
    return bool(roles) and all(_goes_on_from(above.lines.get(role, ()), row.lines[role][0], role) for role in roles)


def _goes_on_from(before: Sequence[Line], line: Line, role: Role) -> bool:
    amid = bool(before) and before[-1].text.rstrip()[-1:] not in _ENDS
    begins = line_to_bullet(line) is not None or line.text.strip()[:1].isupper()
    return amid and not begins and (role is Role.DESCRIPTION or any(lines_to_bullets(tuple(before))))


def _is_named(row: CatalogueRow) -> bool:
    return Role.NAME in _filled(row)


def _describes(row: CatalogueRow) -> bool:
    """Whether a row begins with a sentence that is no indicator, nor a label of those."""
    first = next(iter(row.lines.get(Role.BODY, row.lines.get(Role.DESCRIPTION, ()))), None)
    return first is not None and first.text.strip()[:1].isupper() and not (line_to_bullet(first) or is_label(first))


def _is_described(row: CatalogueRow) -> bool:
    """Whether a row has both a description and indicators."""
    if body := row.lines.get(Role.BODY, ()):
        return has_description(body) or (_describes(row) and any(lines_to_bullets(body)))
    return {Role.DESCRIPTION, Role.INDICATORS} <= _filled(row)


def _lacks_the_name(row: CatalogueRow, after: CatalogueRow) -> bool:
    """Whether a row has a core competence and no name, and the row after it a name and no core competence.

    A row at the top of a page is not taken for one, unless it is a core competence alone.
    """
    filled, then = _filled(row), _filled(after)
    begun = filled == {Role.CORE} or (not row.first and Role.NAME not in filled | row.merged)
    return begun and Role.CORE in filled - row.merged and Role.NAME in then and Role.CORE not in then


def _filled(row: CatalogueRow) -> set[Role]:
    return {role for role, lines in row.lines.items() if any(printed_characters(line.text) for line in lines)}


def _is_nameless(row: CatalogueRow) -> bool:
    beside = row.lines.get(Role.NAME, ()) + row.lines.get(Role.CORE, ())
    return not any(printed_characters(line.text) for line in beside) and Role.NAME not in row.merged


def without_core_beside_halfway_ones(rows: Sequence[CatalogueRow]) -> list[CatalogueRow]:
    """The rows without a core competence, where one stands in the middle of its group, whose end nothing shows.

    None of a merged cell: that shows it. Such a one stands as high as no name: neither begins, nor has its middle,
    where the name of its row does. Fails for groups of three rows or five, of which it stands in the middle one; but
    that is none of the first, which shows it.
    """
    if any(Role.CORE in row.merged for row in rows):
        return []
    filled = [row for row in rows if Role.CORE in _filled(row)]
    begun = bool(filled) and rows[0] not in filled and not rows[0].group and Role.CORE in rows[0].lines
    if not begun and not any(map(_has_core_halfway, filled)):
        return []
    return [row for row in rows if row not in filled and not row.group]


def _has_core_halfway(row: CatalogueRow) -> bool:
    said, beside = row.lines.get(Role.NAME, ()), row.lines[Role.CORE]
    name, core = _boxes(said), _boxes(beside)
    if not name or not core or page_of(said[0].origin) != page_of(beside[0].origin):
        return False
    slack = (name[0].bottom - name[0].top) / 2
    begins = abs(name[0].top - core[0].top) <= slack or abs(name[-1].bottom - core[-1].bottom) <= slack
    apart = (name[0].top + name[-1].bottom - core[0].top - core[-1].bottom) / 2
    return not begins and abs(apart) > slack


def cores_overleaf(rows: Sequence[CatalogueRow]) -> dict[str, tuple[Line, ...]]:
    """The core competences of groups that begin on the page before the one on which they stand, by the rows' keys.

    So it is where one cell for a whole group has its text halfway down and is split over pages: its part at the end of
    a page is empty and begins below a group that has its own on this page. Fails for a group of one row, which no cell
    shows to be one.
    """
    found: dict[str, tuple[Line, ...]] = {}
    for end, (last, after) in enumerate(pairwise(rows)):
        core = after.lines.get(Role.CORE, ())
        if not after.first or Role.CORE not in last.merged or Role.CORE not in _filled(after):
            continue
        begin = _begin_of_group(rows, end)
        above = rows[_begin_of_group(rows, begin - 1)] if not rows[begin].first else rows[begin]
        if Role.CORE in _filled(above) and Role.CORE not in _filled(rows[begin]):
            found |= {row.key: core for row in rows[begin : end + 1]}
    return found


def _begin_of_group(rows: Sequence[CatalogueRow], index: int) -> int:
    """The row in which the cell of a core competence begins that goes on to a row."""
    while index and Role.CORE in rows[index].merged:
        index -= 1
    return index
