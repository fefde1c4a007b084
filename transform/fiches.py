"""Catalogues whose header words stand down the first column of their tables: a fiche for each competence, or a table in
which each has a column of its own. They are set upright, so that all that follows reads them as any other table.

    Competentie     │ Durf                    Competentie     │ Durf         │ Lef
    Kerncompetentie │ Moedig                  Kerncompetentie │ Moedig       │ Moedig
    Beschrijving    │ Blijkt te zijn.         Beschrijving    │ Blijkt …     │ Toont …
    Indicatoren     │ - Vraagt door.          Indicatoren     │ - Vraagt …   │ - Luistert …

The same words may come again in one long table, the name may stand in a row across the fiche or on the line above it,
and a page may end anywhere. Lines stay the objects that they are; which of them go where is all that changes here.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from itertools import zip_longest
from typing import Final, NamedTuple, TypeAlias

from msgspec.structs import replace

from transform.appendices import PAGE_NUMBER
from transform.bullets import line_to_bullet, lines_to_bullets
from transform.document import Cell, Document, Line, Row, Table
from transform.errors import RowsUnread
from transform.fiche_names import lines_seen, mottos_in, name_among
from transform.fiche_rows import is_keyed, is_packed, rows_apart
from transform.findings import Code, Finding
from transform.header import cell_to_role
from transform.header_rows import (
    CONTINUED,
    filled_cells,
    one_line,
    row_to_lines,
    says_behaviour_only,
    table_to_headers,
)
from transform.heading_words import is_sentence
from transform.labels import LEVEL, NAME_LABEL, has_label
from transform.place import Origin, PagePlace, page_of, place_in_words
from transform.role import INDICATOR_NAMES, Role, letters, words_to_role
from transform.upright import Fiche, Key, fiche_to_table, value_columns

#: A catalogue of fiches has at least so many competences; a single one may be an example, a form or a glossary.
LEAST: Final = 2
#: How many characters of a row an error shows.
SHOWN: Final = 60
#: What says no list: a list that goes on below it is that of a word which stands elsewhere, as on the next page.
_NO_LIST: Final = frozenset({Role.NAME, Role.CORE, Role.DESCRIPTION})

#: What a reader puts between pieces of a line that much white parts.
_WIDE_WHITE: Final = re.compile(r"\s{3,}")


class Title(NamedTuple):
    """A row of which one cell says something, over all columns or in the first."""

    row: Row
    table: Table


class Rest(NamedTuple):
    """A row without a key: its cells go on with those of the row above."""

    row: Row
    table: Table


#: What a document of fiches is, piece by piece; a line or table is none of a fiche.
Piece: TypeAlias = Line | Table | Key | Title | Rest


def document_to_upright(document: Document) -> Document:
    """The document with its fiches as tables under a header row; the same document where there are none.

    Only where no other table has a header of the catalogue, where all that a fiche must say is said in each, and where
    they are at least two. Raises RowsUnread where most are fiches and one is not whole. Fails, and leaves the document
    as it is, for fiches that call their parts by other words.
    """
    tables = [block for block in document.blocks if isinstance(block, Table)]
    keyed = [table for table in tables if _may_be_keyed(table)]
    headed = [table for table in tables if table_to_headers(table)] if keyed else []
    if not keyed or not all(len(keyed) > len(headed) and _is_begun(table) for table in headed):
        return document
    apart = rows_apart(document)
    pieces = list(_pieces(apart))
    reader = _Reader(pieces)
    if mottos := mottos_in(reader.above):
        reader = _Reader(pieces, mottos)
    whole = [fiche for fiche in reader.fiches if fiche.is_whole()]
    titles = [letters(one_line(fiche.title)) for fiche in whole if fiche.title]
    if sum(len(value_columns(fiche)) for fiche in whole) < LEAST or not _show_indicators(whole):
        return document
    if len(set(titles)) < len(titles):
        return document
    for fiche in reader.fiches:
        if not fiche.is_whole() and not fiche.is_blank():
            words = one_line(line for key in fiche.keys for line in key.lines())[:SHOWN]
            raise RowsUnread(document.source.file, where=place_in_words(fiche.place), words=words)
    strays = [(rest.row.origin, row_to_lines(rest.row)) for rest in reader.stray]
    for place, lines in (*strays, *_rows_outside(apart)):
        raise RowsUnread(document.source.file, where=place_in_words(place), words=one_line(lines)[:SHOWN])
    return replace(apart, blocks=tuple(reader.blocks()), findings=(*apart.findings, *reader.left_out))


def _rows_outside(document: Document) -> Iterator[tuple[Origin, tuple[Line, ...]]]:
    """Lines outside all tables with a key and, behind wide white, what it says: rows that a page's end cut off."""
    for line in document.blocks:
        if isinstance(line, Line) and not (line.running or line.hidden):
            key, *said = _WIDE_WHITE.split(line.text.strip(), maxsplit=1)
            if said and words_to_role(letters(key)) is not Role.EXTRA:
                yield line.origin, (line,)


def _may_be_keyed(table: Table) -> bool:
    """Whether header words stand down the first column of a table, or several in one cell of it."""
    return is_keyed(table) or any(is_packed(row.cells[0]) for row in table.rows if row.cells)


def _is_begun(table: Table) -> bool:
    """Whether what looks like a header is all that a page's end left of a fiche: ``Competentie`` beside a name.

    Nothing but behaviour is said beside it, as in ``Coöperatief gedrag``, and only header words stand below it.
    """
    first, *others = [row for row in table.rows if filled_cells(row)]
    beside = [letters(one_line(cell.lines)) for cell in first.cells[1:]]
    is_name = cell_to_role(first.cells[0]) is Role.NAME and len(beside) == 1 and says_behaviour_only(beside[0])
    return is_name and all(len(row.cells) > 1 and cell_to_role(row.cells[0]) is not Role.EXTRA for row in others)


def _show_indicators(fiches: Sequence[Fiche]) -> bool:
    """Whether most fiches show that theirs are indicators: by a word for them, or by bullets.

    ``Gedrag`` alone stands in forms, ``Gedragsvoorbeelden`` heads indicators only.
    """
    shown = 0
    for fiche in fiches:
        own = [key for key in fiche.keys if key.role in {Role.BODY, Role.INDICATORS}]
        said = any(_names_indicators(key.cell) for key in own)
        lines = [line for key in own for line in key.lines()]
        shown += said or any(lines_to_bullets(lines))
    return 2 * shown > len(fiches)


def _names_indicators(cell: Cell) -> bool:
    return any(word in letters(one_line(cell.lines)) for word in INDICATOR_NAMES)


def _pieces(document: Document) -> Iterator[Piece]:
    """The document piece by piece; a table between fiches may be what a page's end left of one."""
    keyed = [block for block in document.blocks if isinstance(block, Table) and is_keyed(block)]
    words = {_letters(row.cells[0]) for table in keyed for row in table.rows if len(filled_cells(row)) > 1}
    fiches = frozenset(map(id, keyed))
    before: Table | None = None
    leading = ""
    for block in document.blocks:
        if isinstance(block, Line):
            yield block
        elif id(block) in fiches or _is_part(block, before, words):
            leading = _word_below_names(block) if before is None else leading
            before = block
            yield from _rows_to_pieces(block, leading)
        else:
            yield block


def _rows_to_pieces(table: Table, leading: str) -> Iterator[Piece]:
    """The rows of a table as the keys that they hold, or what else they are; nothing of an empty one.

    A row without a key above one with the ``leading`` word, if there is one, has names side by side.
    """
    rows = [_from_the_left(row) for row in table.rows if filled_cells(row)]
    paired = all(_are_pairs(row.cells) or len(filled_cells(row)) <= 2 for row in rows)
    for row, below in zip_longest(rows, rows[1:]):
        first, values, filled = row.cells[0], row.cells[1:], filled_cells(row)
        if len(filled) == 1 and filled[0] is first and (not values or _is_apart(row)):
            yield Title(row, table)
        elif not one_line(first.lines):
            heads = below is not None and len(filled) > 1 and _letters(below.cells[0]) == leading != ""
            yield Key(first, Role.NAME, (values,), table, row.origin) if heads else Rest(row, table)
        elif paired and _are_pairs(row.cells):
            for key, value in zip(row.cells[::2], values[::2], strict=True):
                yield Key(key, cell_to_role(key), ((value,),), table, row.origin, alone=False)
        else:
            yield Key(first, cell_to_role(first), (values,), table, row.origin)


def _from_the_left(row: Row) -> Row:
    """The row with an empty cell before it where it begins in a later column."""
    if not row.cells[0].column:
        return row
    return replace(row, cells=(Cell(lines=(), column=0, span=row.cells[0].column), *row.cells))


def _word_below_names(table: Table) -> str:
    """The first key of a table whose first row has texts side by side under no word: the names; else empty."""
    rows = [row for row in table.rows if filled_cells(row)]
    nameless = len(filled_cells(rows[0])) > 1 and not one_line(rows[0].cells[0].lines)
    return _letters(rows[1].cells[0]) if nameless and len(rows) > 1 else ""


def _is_part(table: Table, before: Table | None, known: Container[str]) -> bool:
    """Whether a table is what a page's end left of a fiche: all that stands in its first column are keys.

    ``known`` are those of the document's fiches, letters only: they have some that say nothing of the catalogue.
    """
    firsts = [row.cells[0] for row in table.rows if len(row.cells) > 1 and filled_cells(row)]
    if not firsts or not isinstance(table.origin, PagePlace):
        return False
    words = [cell for cell in firsts if one_line(cell.lines)]
    if all(PAGE_NUMBER.match(line.text) for row in table.rows for line in row_to_lines(row)):
        return False
    same = before is not None and len(before.edges) == len(table.edges)
    return (same or bool(words)) and all(
        cell_to_role(cell) is not Role.EXTRA or _letters(cell) in known for cell in words
    )


def _is_apart(row: Row) -> bool:
    """Whether a row of a page is no key beside nothing: what stands over two columns may be read as in the first."""
    words = one_line(row.cells[0].lines)
    is_name = NAME_LABEL.match(words) or says_behaviour_only(letters(words))
    is_key = cell_to_role(row.cells[0]) is not Role.EXTRA and not is_name
    return isinstance(row.origin, PagePlace) and not is_key


def _are_pairs(cells: Sequence[Cell]) -> bool:
    """Whether a row holds several keys, each with what it says: ``Competentie │ Durf │ Kerncompetentie │ Moedig``."""
    roles = [cell_to_role(cell) for cell in cells[::2]]
    known = [role for role in roles if role is not Role.EXTRA]
    return len(cells) > 2 and len(cells) % 2 == 0 and len(known) == len(set(known)) > 1 and roles[0] in known


class _Reader:
    """Puts pieces together to fiches, and remembers what stands between them."""

    def __init__(self, pieces: Sequence[Piece], mottos: frozenset[int] = frozenset()) -> None:
        self.mottos = mottos
        self.above: list[list[Line]] = []  # what stands above each fiche
        keys = [piece for piece in pieces if isinstance(piece, Key)]
        self.named = any(key.role is Role.NAME for key in keys)
        self.titled = not self.named and any(isinstance(piece, Title) for piece in pieces)
        self.leading = next(map(_word, keys), "")
        self.fiches: list[Fiche] = []
        self.stray: list[Rest] = []
        self.left_out: list[Finding] = []
        self.read: list[Line | Table | Fiche] = []
        self.between: list[Line] = []
        self.keys: list[Key] = []
        self.title: tuple[Line, ...] = ()
        for piece in pieces:
            self.take(piece)
        self.close()

    def take(self, piece: Piece) -> None:
        """Take in the next piece: it goes on with the fiche at hand, or ends it."""
        if isinstance(piece, Line):
            self.between.append(piece)
        elif isinstance(piece, Table):
            self.close()
            self.read.append(piece)
        elif isinstance(piece, Title):
            self.close()
            self.title = row_to_lines(piece.row)
            self.tell(piece)
        elif isinstance(piece, Rest) and self.keys:
            self.stray += (piece,) if _is_item(piece) and self.keys[-1].role in _NO_LIST else ()
            self.go_on(piece.row.cells[1:])
        elif isinstance(piece, Rest):
            self.take_key(Key(piece.row.cells[0], Role.EXTRA, (piece.row.cells[1:],), piece.table, piece.row.origin))
        else:
            self.take_key(piece)

    def tell(self, title: Title) -> None:
        """A row across that says something is no name or heading; it stays outside, and a person is asked."""
        words = one_line(self.title)
        if is_sentence(words):
            self.left_out.append(Finding(code=Code.ROW_LEFT_OUT, place=title.row.origin, was=words, became=words))

    def take_key(self, key: Key) -> None:
        """A key begins a fiche where its word is the first of all, or a name is there; twice in a row, it goes on."""
        if self.keys and _is_cut(key, self.keys[-1]):
            cell = replace(key.cell, lines=self.keys[-1].cell.lines + key.cell.lines)
            self.keys[-1] = self.keys[-1]._replace(cell=cell, role=cell_to_role(cell))
            self.go_on(*key.rows)
            return
        if self.keys and key.alone and _says_again(key, self.keys[-1]):
            self.go_on(*self.without_word(key))
            return
        if self.keys and self.keys[-1].role is Role.INDICATORS and LEVEL.match(one_line(key.cell.lines)):
            self.go_on(*_below_word(key))
            return
        again = key.role is Role.NAME and any(other.role is Role.NAME for other in self.keys)
        if not self.keys or again or _word(key) == self.leading:
            self.begin()
        self.read_between()
        self.keys.append(key)

    def go_on(self, *rows: tuple[Cell, ...]) -> None:
        """More that is said of the last key."""
        self.read_between()
        self.keys[-1] = self.keys[-1]._replace(rows=(*self.keys[-1].rows, *rows))

    def without_word(self, key: Key) -> tuple[tuple[Cell, ...], ...]:
        """The cells beside a key that is said again; its word stands above them if it is a label, else between."""
        if has_label(key.cell.lines):
            return _below_word(key)
        self.between += key.cell.lines
        return key.rows

    def begin(self) -> None:
        """What was read so far is a fiche, and what stands behind it may be the name of the next."""
        self.end()
        if self.named:
            self.read += self.title
            self.title = ()
        elif not self.title:
            self.title = name_among(self.between, self.mottos)
            self.above.append(lines_seen(self.between))
            self.between = [line for line in self.between if not any(line is own for own in self.title)]
        self.read_between()

    def end(self) -> None:
        """The keys at hand are a fiche."""
        if self.keys:
            self.fiches.append(Fiche(tuple(self.keys), self.keys[0].table, self.keys[0].place, self.title))
            self.read.append(self.fiches[-1])
            self.keys, self.title = [], ()

    def close(self) -> None:
        """No fiche goes on here; a row across that heads none is a line like any other."""
        self.end()
        self.read += self.title
        self.title = ()
        self.read_between()

    def read_between(self) -> None:
        """What stands between has its place before all that comes now."""
        self.read += self.between
        self.between = []

    def blocks(self) -> Iterator[Line | Table]:
        """What was read, with each fiche as a table."""
        return (fiche_to_table(own) if isinstance(own, Fiche) else own for own in self.read)


def _is_item(rest: Rest) -> bool:
    bullets = [line_to_bullet(cell.lines[0]) for cell in filled_cells(rest.row)]
    return any(bullet and bullet.number is None for bullet in bullets)


def _below_word(key: Key) -> tuple[tuple[Cell, ...], ...]:
    """The cells beside a key with its word as their first lines."""
    (first, *others), *more = key.rows
    return ((replace(first, lines=key.cell.lines + first.lines), *others), *more)


def _word(key: Key) -> str:
    return _letters(key.cell)


def _says_again(key: Key, before: Key) -> bool:
    """Whether a key is the one before it once more, as at the top of a page; ``Niveau 2`` below ``Niveau 1`` is not."""
    said = {"".join(filter(str.isdigit, one_line(one.cell.lines))) for one in (key, before)}
    return _word(key) == _word(before) and len(said) == 1


def _is_cut(key: Key, before: Key) -> bool:
    """Whether a key goes on in lower case from the one before it: a page's end has split a row line by line."""
    return one_line(key.cell.lines)[:1].islower() and page_of(key.place) != page_of(before.place)


def _letters(cell: Cell) -> str:
    return letters(one_line(cell.lines)).removesuffix(CONTINUED)
