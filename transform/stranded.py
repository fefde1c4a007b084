"""What was left outside the catalogue although it looks like part of it.

The books balance when a line is listed as standing outside the table; they cannot say that it should not. A label
that heads indicators can, and so can a bullet in the place where the catalogue's own stand, or a line that names its
columns: between two parts of the catalogue it means that rows were not recognised, and the conversion stops. After the
last part, or in a table that was passed over, a person is asked, as about such a table that describes what it names and
lists it as the catalogue does. And a row that begins what goes on in the row after it, but would be read as the rest of
the row above, stops the conversion as well, as do lines that run on below a table in one of its columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from transform.appendices import appendix_number
from transform.bullets import is_same_indent, line_to_bullet
from transform.catalogue_row import CatalogueRow, Selection
from transform.centred import are_centred
from transform.document import Block, Document, Line, Table
from transform.errors import RowsUnread
from transform.findings import Code, Finding
from transform.header_rows import filled_cells, first_words, has_words, one_line, table_to_headers
from transform.labels import has_description, has_label
from transform.likeness import is_described_alike
from transform.place import PagePlace, page_of, place_in_words
from transform.role import Role, letters, name_columns
from transform.row_checks import SHOWN
from transform.sentences import ENDS_SENTENCE

#: So many lines behind the last table of a Word file may be a competence that was typed below it.
RIGHT_BEHIND: Final = 12
#: White within a line that is wider than between words, as a reader of pages gives it between columns.
_COLUMNS: Final = re.compile(r"\S {3,}\S")


def check_nothing_stranded(document: Document, selection: Selection) -> tuple[Finding, ...]:
    """What is found outside after the catalogue, as findings; raises RowsUnread for anything within it.

    Fails for rows without a label or bullet: those are seen only as lines outside the table.
    """
    if not are_centred(selection.rows):
        _check_halves(document.source.file, selection.rows)
    first, last = selection.blocks[0], selection.blocks[-1]
    _check_below(document, selection)
    items = frozenset(place for row in selection.rows for place in _items(row))
    signs, beside = {item.sign for item in items}, frozenset(_under_one_appendix(document.blocks, first))
    behind = _right_behind(document.blocks, last)
    named = frozenset(_header_lines(document, selection))
    findings = []
    for index, block in enumerate(document.blocks):
        left = index in selection.blocks or page_of(block.origin) in selection.again
        line = None if left else next(_of_catalogue(block, items, right_behind=index in behind), None)
        if isinstance(block, Line) and not left and index in named:
            line = block
        if line is not None and first < index < last:
            place = place_in_words(line.origin)
            raise RowsUnread(document.source.file, where=place, words=line.text.strip())
        if line is not None and (index > last or isinstance(block, Table)):
            findings.append(Finding(code=Code.LABEL_OUTSIDE, place=line.origin, was=line.text.strip()))
        elif isinstance(block, Table) and index in beside and not left and is_described_alike(block, signs):
            findings.append(Finding(code=Code.TABLE_ELSEWHERE, place=block.origin, was=first_words(block)))
    told = {f.place for f in selection.findings if f.code in {Code.TABLE_ELSEWHERE, Code.TABLE_UNLIKE}}
    return tuple(f for f in findings if f.code is not Code.TABLE_ELSEWHERE or f.place not in told)


def _under_one_appendix(blocks: Sequence[Block], first: int) -> Iterator[int]:
    """The tables under the appendix of the block ``first``."""
    number, under = "", []
    for block in blocks:
        if isinstance(block, Line) and not (block.running or block.hidden):
            number = appendix_number(block) or number
        under.append(number)
    yield from (i for i, own in enumerate(under) if own == under[first] and isinstance(blocks[i], Table))


def _right_behind(blocks: Sequence[Block], last: int) -> frozenset[int]:
    """The lines right behind the last table, up to the heading of another appendix."""
    behind = []
    for index, block in enumerate(blocks[last + 1 : last + 1 + RIGHT_BEHIND], start=last + 1):
        if isinstance(block, Line) and appendix_number(block):
            break
        behind += [index] if isinstance(block, Line) else []
    return frozenset(behind)


def _check_below(document: Document, selection: Selection) -> None:
    """Raise RowsUnread for text below a table of the catalogue that belongs in it: it does not fit on the page.

    So it is for what begins where an inner column does, and after an empty row, or before a row overleaf that has no
    name but begins, where any column does; and for sentences, or the rest of one, above a table at the top of a page,
    or what stands right above one that goes on with that of the page before: it is the rest of a row. Fails where only
    the first column of a filled row runs on elsewhere: what begins where it does may be any text.
    """
    nameless = {row.block for row in selection.rows if row.first and _begins_without_name(row)}
    parts = [
        (i, block) for i, block in enumerate(document.blocks) if i in selection.blocks and isinstance(block, Table)
    ]
    for index, table in parts:
        below = [block for block in document.blocks if isinstance(block, Line) and _is_below(block, table)]
        overleaf = next((i for i in selection.blocks if i > index), None)
        own = tuple(_lefts(table, all_columns=overleaf in nameless))
        rest = _row_below(document.blocks[index + 1 :], below) if overleaf is not None else []
        above = _rest_above(document.blocks, index) if index != parts[0][0] else []
        around = [*below, *rest, *above, *_right_above(document, selection, index, table)]
        inner = next((line for line in around if _is_near(_left(line), own, line)), None)
        if inner is not None:
            raise RowsUnread(document.source.file, where=place_in_words(inner.origin), words=inner.text.strip())


def _right_above(document: Document, selection: Selection, index: int, table: Table) -> Iterator[Line]:
    """The line right above a table that goes on from the page before, if it heads no group."""
    line = document.blocks[index - 1]
    if index == selection.blocks[0] or not isinstance(line, Line) or line.running:
        return
    one, other = line.origin, table.origin
    if not (isinstance(one, PagePlace) and isinstance(other, PagePlace)) or one.page != other.page:
        return
    near = one.box.top < other.box.top and other.box.top - one.box.bottom < 2 * (line.size or 0.0)
    heads = any(line is own for row in selection.rows if row.block == index for own in row.group)
    if near and not heads and 0 not in table_to_headers(table):
        yield line


def _is_below(line: Line, table: Table) -> bool:
    """Whether a line stands where a table ends, or one line further down; in larger type it is a watermark, a title."""
    if not (isinstance(line.origin, PagePlace) and isinstance(table.origin, PagePlace)) or line.running:
        return False
    place, end, size = line.origin.box, table.origin.box.bottom, line.size or 0.0
    if line.origin.page != table.origin.page or place.bottom <= end or place.top - end >= 2 * size:
        return False
    return any(size <= (own.size or size) for row in table.rows for cell in row.cells for own in cell.lines)


def _row_below(blocks: Sequence[Block], below: Sequence[Line]) -> list[Line]:
    """The lines that follow each other right below a table, if white parts one of them as it does columns: a row."""
    found: list[Line] = []
    for block in blocks if below else ():
        if not isinstance(block, Line) or block.running or not _follows(block, found[-1] if found else below[0]):
            break
        found.append(block)
    return found if any(_COLUMNS.search(line.text) for line in found) else []


def _rest_above(blocks: Sequence[Block], index: int) -> list[Line]:
    """The lines at the top of a page down to a table, if they begin amid a sentence or end one, as no heading does."""
    found: list[Line] = []
    for block in reversed(blocks[:index]):
        if not isinstance(block, Line) or page_of(block.origin) != page_of(blocks[index].origin):
            if page_of(block.origin) == page_of(blocks[index].origin):
                return []
            break
        found += [] if block.running or block.hidden else [block]
    is_text = found and (found[-1].text.strip()[:1].islower() or ENDS_SENTENCE.search(found[0].text))
    return found if is_text else []


def _follows(line: Line, above: Line) -> bool:
    """Whether a line is the one above, or stands on its page no further down than lines of one text do."""
    places = [one.origin for one in (line, above) if isinstance(one.origin, PagePlace)]
    same = len(places) > 1 and places[0].page == places[1].page
    return same and places[0].box.top - places[1].box.bottom < (line.size or 0.0)


def _begins_without_name(row: CatalogueRow) -> bool:
    """Whether a row has no name, and its description is no rest of another."""
    body, described = row.lines.get(Role.BODY, ()), one_line(row.lines.get(Role.DESCRIPTION, ()))
    if has_words(row.lines.get(Role.NAME, ())) or Role.NAME in row.merged:
        return False
    return described[:1].isupper() or (has_description(body) and one_line(body)[:1].isupper())


def _lefts(table: Table, *, all_columns: bool) -> Iterator[float]:
    """Where the lines of the columns begin; those of the first column only if asked, or when the last row is empty."""
    is_empty = not any(line.text.strip() for cell in table.rows[-1].cells for line in cell.lines)
    rows = table.rows[1:] if table.upright else table.rows
    cells = (cell for row in rows for cell in row.cells if cell.column or is_empty or all_columns)
    yield from (_left(line) for cell in cells for line in cell.lines)


def _is_near(left: float, others: Iterable[float], line: Line) -> bool:
    return any(is_same_indent(left, other, line) for other in others)


def _left(line: Line) -> float:
    return line.origin.box.x0 if isinstance(line.origin, PagePlace) else 0.0


class _Item(NamedTuple):
    """How indicators begin: their sign, and how far from the left of the page, in points."""

    sign: str
    left: float


def _of_catalogue(block: Block, items: frozenset[_Item], *, right_behind: bool) -> Iterator[Line]:
    """The lines that head indicators, or begin as those of the catalogue do.

    In a Word file only ``right_behind`` it: else nothing tells a list in the text from one of the catalogue.
    """
    lines = [block] if isinstance(block, Line) else [line for r in block.rows for c in r.cells for line in c.lines]
    lists = (line for line in lines if right_behind or isinstance(line.origin, PagePlace))
    listed = {id(line) for line in lists if _is_item(line, items)}
    return (line for line in lines if id(line) in listed or has_label((line,)))


def _header_lines(document: Document, selection: Selection) -> Iterator[int]:
    """The lines amid the catalogue that name its columns: the rows may be anywhere.

    Such a line does so in parts that wide white parts; or in the words of a header that the catalogue's tables have, of
    which the columns may stand close.
    """
    first, last = selection.blocks[0], selection.blocks[-1]
    blocks = enumerate(document.blocks[first:last], first)
    lines = [(index, block) for index, block in blocks if isinstance(block, Line) and not block.running]
    headers = frozenset(_headers(document, selection)) if lines else frozenset()
    for index, line in lines:
        parts = [part for part in line.text.split("  ") if part.strip()]
        if (len(parts) > 1 and name_columns(parts)) or letters(line.text) in headers:
            yield index


def _headers(document: Document, selection: Selection) -> Iterator[str]:
    """The letters of the headers of the catalogue's tables that name more than one column."""
    for table in (document.blocks[index] for index in selection.blocks):
        for row in (table.rows[number] for number in table_to_headers(table)) if isinstance(table, Table) else ():
            if len(filled_cells(row)) > 1:
                yield letters("".join(one_line(cell.lines) for cell in row.cells))


def _items(row: CatalogueRow) -> Iterator[_Item]:
    for role in (Role.BODY, Role.INDICATORS):
        for line in row.lines.get(role, ()):
            bullet = line_to_bullet(line)
            if bullet and bullet.number is None:
                yield _Item(bullet.sign, _left(line))


def _is_item(line: Line, items: frozenset[_Item]) -> bool:
    """Whether a line has the sign of the catalogue's indicators before a word, in a PDF in the place where they do."""
    bullet = line_to_bullet(line)
    if not bullet or not any(c.isalpha() for c in line.text[bullet.length :]):
        return False
    return _is_near(_left(line), (item.left for item in items if item.sign == bullet.sign), line)


def _check_halves(file: str, rows: Sequence[CatalogueRow]) -> None:
    for before, row, after in zip(rows, rows[1:], rows[2:], strict=False):
        if _begins_what_follows(before, row, after):
            words = one_line(row.lines.get(Role.BODY, ()))[:SHOWN]
            raise RowsUnread(file, where=place_in_words(row.place), words=words)


def _begins_what_follows(before: CatalogueRow, row: CatalogueRow, after: CatalogueRow) -> bool:
    """Whether a row without a name is the first half of the named row on the next page, not the rest of the one above.

    So it is where names are set halfway down their rows and a row is split over pages. The sentence that runs on
    over the page shows it; fails for a row that is split between two sentences.
    """
    named = Role.NAME in row.merged or Role.CORE in row.merged or has_words(row.lines.get(Role.NAME, ()))
    if named or row.first or not after.first or not has_words(after.lines.get(Role.NAME, ())):
        return False
    body, rest = one_line(row.lines.get(Role.BODY, ())), one_line(after.lines.get(Role.BODY, ()))
    return has_label(before.lines.get(Role.BODY, ())) and bool(body) and rest[:1].islower()
