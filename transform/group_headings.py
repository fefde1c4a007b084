"""Core competences that head a group of competences: in a row of the table, or on a line above it.

Verbindend                                         Competentie   Beschrijving en indicatoren
Competentie   Beschrijving en indicatoren          Verbindend
Klantgericht  Toont zich …                         Klantgericht  Toont zich …
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from transform.appendices import APPENDIX, PAGE_NUMBER
from transform.bullets import is_same_indent
from transform.document import Cell, Document, Line, Row, Table
from transform.header import Columns
from transform.header_rows import CONTINUED, filled_cells, has_words, one_line, row_to_lines, table_to_headers
from transform.labels import has_label
from transform.place import PagePlace, page_of
from transform.role import Role, letters
from transform.words import document_to_lines

#: White above a heading within a table, as a share of its type size, at least.
BELOW: Final = 0.5

#: Type smaller than this share of the largest is not a heading's.
SAME_SIZE: Final = 0.95

#: A frame around a heading holds no more lines.
BANNER_LINES: Final = 2

#: A caption heads a table, and may say whose: ``Tabel 1. Verbindend``.
CAPTION: Final = re.compile(r"^\s*(?:tabel|table|figuur|figure)\s+[\dIVX]+\b", re.IGNORECASE)

#: What stands above or below a table and heads nothing: a number, where the table goes on, what a picture shows.
NO_HEADING: Final = re.compile(
    r"^\W*(?:\d+\W*$|\(?(?:vervolg|wordt vervolgd|continued)\b|(?:afbeelding|illustratie|foto)\s+(?:\d+|[a-z])\b)",
    re.IGNORECASE,
)

#: Of which page something is said, and what: there the table goes on, or it comes from there.
_OTHER_PAGE: Final = (
    r"(?:(?:de|het|the)\s+)?(?:(?:volgende|vorige|next|previous|following)\s+(?:pagina|bladzijde|blz\.?|blad|page)"
    r"|ommezijde|(?:pagina|bladzijde|blz\.?|page)\s+\d{1,3})"
)
_RUNS_ON: Final = (
    r"(?:(?:zie|lees|gaat|loopt|wordt)\s+)?(?:vervolg|verder|door|vervolgd|continue[ds]|continuation)"
    r"(?:\s+(?:van\s+)?(?:de\s+|the\s+)?(?:tabel|table))?"
)
#: The same in a cell, where it must be all that the line says; a caption may stand before it.
GOES_ON: Final = re.compile(
    r"^\W*(?:(?:deze\s+)?(?:tabel|table)(?:\s+[\dIVX]+(?:\.\d+)*)?\W+)?"
    rf"(?:(?:{_RUNS_ON}|zie|see)\s+(?:(?:op|van|on|from)\s+)?{_OTHER_PAGE}|(?:wordt|to be) (?:vervolgd|continued)"
    r"|z\.\s?o\.\s?z\.?)\W*$",
    re.IGNORECASE,
)

#: The number of a page, as it is typed: between dashes or with its word.
_PAGE: Final = re.compile(
    r"^\s*(?:([-–—|])\s*\d{1,3}\s*\1|(?:pagina|page|blz\.?)\s*\d{1,3}(?:\s*(?:/|van|of)\s*\d{1,3})?)\s*$", re.IGNORECASE
)

#: What a title says, and no core competence: ``Kerncompetentie A – Verbindend`` heads a group.
TITLE_WORDS: Final = re.compile(
    r"(?<!kern)competentie(?!s?\s*:)|kerncompetenties(?!\s*:)|competenc|catalog|overzicht", re.IGNORECASE
)


def is_group_heading(row: Row, columns: Columns, *, is_last: bool, in_rows: bool) -> bool:
    """One text over several columns, or alone in the column where a heading of the group can stand.

    A name alone in the last row of a page is no heading: the rest of its row is on the next page. Nor is a core
    competence there, where rows have their own (``in_rows``), or one whose cell goes on beside the rows below.
    """
    filled = [cell for cell in row.cells if has_words(cell.lines)]
    if len(filled) != 1 or has_label(filled[0].lines):
        return False
    role = columns.get(filled[0].column, Role.EXTRA)
    if filled[0].span > 1:
        over = [columns.get(filled[0].column + i, Role.EXTRA) for i in range(filled[0].span)]
        first = next((own for own in over if own is not Role.EXTRA), Role.EXTRA)  # it may begin over numbers
        return filled[0].span >= len(columns) or first in {Role.NAME, Role.CORE}
    if role is Role.CORE:
        return not (is_last and in_rows) and not _goes_on_below(filled[0], row)
    return role is Role.NAME and Role.CORE not in columns.values() and not is_last


def _goes_on_below(cell: Cell, row: Row) -> bool:
    """Whether a cell is deeper than its row, as that of a group is; only places on a page tell."""
    return isinstance(row.origin, PagePlace) and cell.box is not None and cell.box.bottom > row.origin.box.bottom


class HeadedTable(NamedTuple):
    """A table with its header rows, and the lines before it."""

    before: list[Line]
    table: Table
    headers: dict[int, Columns]


class Headed(NamedTuple):
    """A table and the line that heads it; ``doubtful``: another line between the tables may be it as well."""

    line: Line
    table: Table
    doubtful: bool


def lines_above_tables(tables: Sequence[HeadedTable]) -> tuple[Headed, ...]:
    """The lines above tables that name their core competence.

    Only where no header has a column for it and at least two headers each have a line of their own above them, running
    headers aside; tables close together may have been read as one, with such a line as a row of it, but a title that
    the table repeats above its header is none, and where every table has a row above its header those count. The last
    line of a page may be a note: it heads the table on the next only where others have headings, of its size, and no
    figure begins it. Fails for a single table under a single heading, where the core competence is reported missing.
    """
    if not tables or rows_above_headers(tables):
        return ()
    above: list[Headed] = []
    before: list[Headed] = []
    said: set[str] = set()
    titles: list[str] = []
    for lines, table, headers in reversed(tables):
        own = [line for line in lines if page_of(line.origin) == page_of(table.origin)]
        earlier = [line for line in lines if line.text.strip()[:1].isalpha() and not _is_title_again(line, tables[0])]
        if table is tables[0][1]:
            above += _above_the_first(own, table, above)
        elif found := _plain_headings(own):
            above.append(Headed(found[-1], table, len(found) > 1))
        elif found := _plain_headings(earlier):
            before.append(Headed(found[-1], table, len(found) > 1))
        else:
            above += (Headed(line, table, doubtful=False) for line in own[-1:] if CAPTION.match(line.text))
        said |= {letters(one_line(lines)) for lines in _above_headers(table, headers)}
        titles += (letters(one_line(row_to_lines(row))) for row in table.rows[: min(headers)])
    said -= {title for title in titles if titles.count(title) > 1}
    plain = [headed for headed in above if not CAPTION.match(headed.line.text)]
    sizes = {headed.line.size for headed in plain}
    before = [headed for headed in before if not sizes or headed.line.size in sizes]
    if plain or before:
        above = plain
    elif not any(headed.table is tables[0][1] for headed in above):
        return ()  # captions that stand below their tables
    said |= {letters(headed.line.text) for headed in above}
    said |= {letters(line.text) for line in _within([headed.table for headed in tables], above)}
    return (*above, *before) if len(said) > 1 else ()


def rows_above_headers(tables: Sequence[HeadedTable]) -> frozenset[int]:
    """The rows (by ``id``) right above the header of each table, if all have one and not all say the same.

    In a single table that of the first group stands there, if all groups after it have such a row.
    """
    found: list[Row] = []
    for _, table, headers in tables:
        row = table.rows[min(headers) - 1] if min(headers) else None
        if row is None or len(filled_cells(row)) != 1:
            return frozenset()
        found.append(row)
    said = {letters(one_line(row_to_lines(row))) for row in found}
    if len(said) > 1 or (len(tables) == 1 and _heads_first_group(found[0], *tables[0][1:])):
        return frozenset(map(id, found))
    return frozenset()


def _heads_first_group(above: Row, table: Table, headers: Mapping[int, Columns]) -> bool:
    """Whether rows like the one ``above`` the header head the groups after the first, and none the first itself.

    Fails for a table whose title names nothing that a title does, and whose first group has no heading.
    """
    words = one_line(row_to_lines(above))
    if TITLE_WORDS.search(words) or APPENDIX.match(words) or is_sentence(words):
        return False
    begin = min(headers)
    rows = [row for index, row in enumerate(table.rows) if index > begin and index not in headers]
    alike = [_is_across(row, filled_cells(above)[0]) for row in rows]
    others = {letters(one_line(row_to_lines(row))) for row, like in zip(rows, alike, strict=True) if like}
    return bool(others - {letters(words)}) and not alike[0]


def _is_across(row: Row, heading: Cell) -> bool:
    """Whether all that a row says stands in such a cell as a heading does, and is no sentence."""
    filled = filled_cells(row)
    same = len(filled) == 1 and (filled[0].column, filled[0].span) == (heading.column, heading.span)
    return same and heading.span > 1 and not is_sentence(one_line(filled[0].lines))


def headed_tables(document: Document, headers_of: Mapping[int, dict[int, Columns]]) -> Iterator[HeadedTable]:
    """Each table with headers of which none has a column for core competences, and the lines before it.

    ``headers_of`` are the headers of the tables, by ``id``.
    """
    lines: list[Line] = []
    for block in document.blocks:
        if isinstance(block, Line):
            lines += [] if block.running or block.hidden else [block]
            continue
        headers = headers_of[id(block)]
        if headers and Role.CORE not in set[Role]().union(*(found.values() for found in headers.values())):
            yield HeadedTable(lines, block, headers)
        framed = () if headers else banner_to_lines(block)
        lines = [*lines, *framed] if framed else []


def banner_to_lines(table: Table) -> tuple[Line, ...]:
    """The lines of a table of one cell that only frames a heading, as above each part of a catalogue; else none."""
    cells = [cell for row in table.rows for cell in row.cells]
    if len(cells) != 1 or not 0 < len(cells[0].lines) <= BANNER_LINES or is_sentence(one_line(cells[0].lines)):
        return ()
    return cells[0].lines


def _above_the_first(lines: list[Line], table: Table, others: Sequence[Headed]) -> Iterator[Headed]:
    """The heading of the first table: the last line of the size that the other headings have, but for the title.

    That is what follows the appendix line, unless it is all that does, or a title stands right above that line, and its
    words do not say that it is a title.
    """
    last = max((i for i, line in enumerate(lines) if APPENDIX.match(line.text)), default=-1)
    rest = lines[last + 1 :]
    titled = any(map(_says_title, lines[max(last - 1, 0) : max(last, 0)]))
    if last >= 0 and ((len(rest) > 1 and not titled) or any(map(_says_title, rest))):
        rest = rest[1:]
    sizes = {headed.line.size for headed in others}
    captions = [line for line in rest[-1:] if CAPTION.match(line.text)]
    for found in (_plain_headings([line for line in rest if line.size in sizes]), _plain_headings(rest), captions):
        if found:
            yield Headed(found[-1], table, len(found) > 1 and any(headed.doubtful for headed in others))
            return


def _says_title(line: Line) -> bool:
    return TITLE_WORDS.search(line.text) is not None and not is_sentence(line.text)


def _is_title_again(line: Line, first: HeadedTable) -> bool:
    """Whether a line says once more what a title above the first table says, as a running one does."""
    titles = (letters(own.text) for own in first.before if own is not line and TITLE_WORDS.search(own.text))
    return bool(TITLE_WORDS.search(line.text)) and letters(line.text) in titles


def _plain_headings(lines: list[Line]) -> list[Line]:
    """The lines that may be the heading of what stands below them, the likeliest last.

    It is set larger than what else stands there, and is no sentence, caption or word about where it goes on.
    """
    none = (APPENDIX, NO_HEADING, CAPTION, GOES_ON)
    plain = [line for line in lines if not any(m.match(line.text) for m in none) and not is_sentence(line.text)]
    largest = max((line.size or 0.0 for line in plain), default=0.0)
    return [line for line in plain if (line.size or 0.0) >= SAME_SIZE * largest]


def may_head(line: Line) -> bool:
    """Whether a line between two tables may say that what follows is something else: it is seen, and no sentence."""
    seen = not (line.hidden or line.running) and line.text.strip()[:1].isalpha()
    none = any(pattern.match(line.text) for pattern in (NO_HEADING, PAGE_NUMBER, GOES_ON))
    return seen and not none and not is_sentence(line.text) and CONTINUED not in letters(line.text)


def asides_in(document: Document) -> frozenset[int]:
    """The lines (by ``id``) that are no text of the catalogue: where it goes on, and the number of a page."""
    lines = (line for line in document_to_lines(document) if GOES_ON.match(line.text))
    return frozenset(map(id, lines)) | page_numbers_in_rows(document)


def page_numbers_in_rows(document: Document) -> frozenset[int]:
    """The lines (by ``id``) that are all a row says, and number a page: typed where its author saw a page end."""
    rows = (row_to_lines(row) for block in document.blocks if isinstance(block, Table) for row in block.rows)
    return frozenset(id(lines[0]) for lines in rows if len(lines) == 1 and _PAGE.match(lines[0].text))


def rows_at_every_end(document: Document) -> frozenset[int]:
    """The rows (by ``id``) across all columns with which tables end that others end with too: ``Zie verder hierna``.

    A program sets such a row where a page is full; nothing is left of the group that it would head. Fails for what
    a table has at its end once.
    """
    ends: dict[str, list[Row]] = {}
    for table in (block for block in document.blocks if isinstance(block, Table) and len(block.rows) > 1):
        filled = filled_cells(table.rows[-1])
        if len(filled) == 1 < filled[0].span == max(cell.column + cell.span for cell in table.rows[-1].cells):
            ends.setdefault(letters(one_line(filled[0].lines)), []).append(table.rows[-1])
    return frozenset(id(row) for rows in ends.values() if len(rows) > 1 for row in rows)


def heading_and_remark(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """What of the lines of a row heads a group, and what is said about it: a sentence behind it, or instead of it."""
    if not is_sentence(one_line(lines)):
        return lines, ()
    for index, line in enumerate(lines[1:], start=1):
        if line.text.strip()[:1].isupper() and not is_sentence(one_line(lines[:index])):
            return lines[:index], lines[index:]
    return (), lines


def is_same_heading(words: str, before: str) -> bool:
    """Whether a heading is the one before once more, perhaps with ``(vervolg)``; ``Niveau 2`` is not ``Niveau 1``."""
    counts = {"".join(filter(str.isdigit, one)) for one in (words, before)} - {""}
    return letters(words).removesuffix(CONTINUED) == letters(before) and len(counts) < 2


def is_sentence(text: str) -> bool:
    """Whether a text says something: it ends as a sentence does, and is more than two words."""
    return text.rstrip().endswith((".", "!", "?", ";")) and len(text.split()) > 2


def lines_within_tables(document: Document, above: Sequence[Headed]) -> frozenset[int]:
    """The last lines of rows that head the next group, by ``id``: tables without rules were read as one.

    Such a line stands below all others of its row, right above a header row, and as far from where the header begins
    as the lines ``above`` tables do. So does one at the end of a page, if it begins left of all of its row. Fails for
    a heading that stands where the column's own lines do, and close to them or at the end of a page.
    """
    tables = [block for block in document.blocks if isinstance(block, Table)] if above else []
    return frozenset(map(id, _within(tables, above)))


def _within(tables: Sequence[Table], above: Sequence[Headed]) -> Iterator[Line]:
    headers = [table_to_headers(table) for table in tables]
    lefts = [_from_header(h.line, h.table, table_to_headers(h.table)) for h in above]
    for table, own, after in zip(tables, headers, [*headers[1:], {}][: len(tables)], strict=True):
        for line in (*_last_lines(table, own), *(_at_page_end(table, own) if after.get(0) else ())):
            place = _from_header(line, table, own)
            if any(is_same_indent(place, left, line) for left in lefts):
                yield line


def _last_lines(table: Table, headers: Mapping[int, Columns]) -> Iterator[Line]:
    """The last line of each row right above a header row: alone, or below all others with white between."""
    for index, row in enumerate(table.rows[:-1]):
        if index in headers or index + 1 not in headers or Role.CORE in headers[index + 1].values():
            continue
        yield from _below_all(row)[:1]


def _at_page_end(table: Table, headers: Mapping[int, Columns]) -> Iterator[Line]:
    """The last line of a table, below all others of its row with white between, and left of them."""
    lines = _below_all(table.rows[-1]) if table.rows and len(table.rows) - 1 not in headers else []
    starts = [_left(line) for line in lines[1:]]
    if starts and _left(lines[0]) < min(starts) and not is_same_indent(_left(lines[0]), min(starts), lines[0]):
        yield lines[0]


def _below_all(row: Row) -> list[Line]:
    """The lines of a row, from below, if white parts the last from the others; else none."""
    placed = [(line, line.origin.box) for line in row_to_lines(row) if isinstance(line.origin, PagePlace)]
    placed.sort(key=lambda own: own[1].bottom, reverse=True)
    for line, box in placed[:1]:
        if all(box.top - other.bottom > BELOW * (line.size or 0.0) for _, other in placed[1:2]):
            return [line for line, _ in placed]
    return []


def _from_header(line: Line, table: Table, headers: Mapping[int, Columns]) -> float:
    """How far from its first header a line of a table, or above it, begins; 0 in a format without pages."""
    first = [line for index in sorted(headers)[:1] for line in row_to_lines(table.rows[index])]
    return _left(line) - min(map(_left, first), default=0.0)


def _left(line: Line) -> float:
    return line.origin.box.x0 if isinstance(line.origin, PagePlace) else 0.0


def _above_headers(table: Table, headers: Container[int]) -> Iterator[tuple[Line, ...]]:
    """What stands alone in rows right above further header rows of a table."""
    for index, (row, _) in enumerate(pairwise(table.rows)):
        filled = filled_cells(row)
        if index + 1 in headers and index not in headers and len(filled) == 1:
            yield filled[0].lines
