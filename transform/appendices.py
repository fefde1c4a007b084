"""Which appendix a line names, and which tables stand under another one than the catalogue.

Bijlage 1A  Formulier                  Competentie │ Indicatoren │ Afspraken
Bijlage 1B  Competentiecatalogus       Competenties │ Kerncompetentie │ Beschrijving en indicatoren
Bijlage 1C  Niveaus per functie        Competentie │ Niveau │ Gedragsindicatoren
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final, TypeAlias

from transform.document import ZERO_WIDTH_CLASS, Document, Line, Table
from transform.header import Columns
from transform.header_rows import filled_cells, one_line, row_to_lines
from transform.place import WordPlace
from transform.role import Role, letters

#: What takes no ink may stand before a word and between its letters.
_UNSEEN: Final = rf"[\u00ad{ZERO_WIDTH_CLASS}]*"
#: ``ij`` may be one sign.
_WORDS: Final = "|".join(map(_UNSEEN.join, ("bijlage", "bĳlage", "appendix", "annex")))
#: ``bijlage-1b.docx`` is the name of a file.
APPENDIX: Final = re.compile(rf"^\s*{_UNSEEN}(?:{_WORDS}){_UNSEEN}(?=[\s:.–—]|$)", re.IGNORECASE)
#: A line of a table of contents ends in dots, a tab or a wide gap and a page number.
CONTENTS_LINE: Final = re.compile(r"(?:(?:[.…]\s?){3,}|…|\t|\s{3,})\s*\d+\s*$")
#: A line that only numbers a page.
PAGE_NUMBER: Final = re.compile(r"^\W*(?:(?:pagina|page|blz\.?)\s*)?\d+(?:\s*(?:/|van|of)\s*\d+)?\W*$", re.IGNORECASE)
#: What an appendix is called, up to a part of it: ``1B`` of ``1B-2``. Letters alone are capitals.
_NUMBER: Final = re.compile(r"[\s:.–—]+(?:(?:nr|no)\.?\s*)?([^\W_]*\d[^\W_]*|[A-Z]|[IVX]+)(?![^\W_])")
#: How a heading goes on after that; in a sentence a verb follows: ``Bijlage 1A wordt …``.
_OF: Final = re.compile(r"\W*(?:$|[\dA-ZÀ-Ý]|(?:b(?:ij|ĳ)|behorend|behorende|horend|horende|van|als|to)\b)")
#: The verbs with which a sentence goes on that begins with the name of an appendix, with a full stop or without.
_VERB: Final = re.compile(
    r"\W*(?:is|wordt|hoort|behoort|geldt|bevat|beschrijft|vormt|vervangt|geeft|noemt|gaat|staat|dient|maakt|vervalt)\b"
)


#: The header rows of each table, by its ``id``.
Headers: TypeAlias = Mapping[int, Mapping[int, Columns]]


def said(line: Line) -> str:
    """The text of a line, and before it what the layout draws: a heading may be numbered ``Bijlage 1B``."""
    return f"{line.marker} {line.text}" if line.marker and APPENDIX.match(line.marker) else line.text


def named_appendix(line: Line) -> str:
    """``1b`` of a line that begins with the name of an appendix; empty for other lines, and where it has no number."""
    number = _number(said(line))
    return number[1].lower() if number else ""


def appendix_number(line: Line) -> str:
    """The same of a line that heads an appendix.

    Fails for running text that begins with the name of an appendix and goes on as a heading would.
    """
    words = said(line)
    number = _number(words)
    is_heading = number and _OF.match(words, number.end()) and not CONTENTS_LINE.search(words)
    return named_appendix(line) if is_heading else ""


def says_something(line: Line, *, anywhere: bool = False) -> bool:
    """Whether a line says something of an appendix, and so heads none: ``Bijlage 1B hoort bij artikel 2``.

    Its verb comes right behind the number, or ``anywhere``: ``Bijlage 3 van het besluit is niet van toepassing``.
    """
    words = said(line)
    number = _number(words)
    if number is None:
        return False
    verb = _VERB.search(words, number.end()) if anywhere else _VERB.match(words, number.end())
    return verb is not None


def _number(words: str) -> re.Match[str] | None:
    name = APPENDIX.match(words)
    return _NUMBER.match(words, name.end()) if name else None


def other_tables(document: Document, headers: Headers) -> dict[int, bool]:
    """The tables (by ``id``) of another appendix than the catalogue's, or in a Word file with other headings.

    And whether they describe something as it does. ``headers`` are those of each table, by ``id``.
    """
    elsewhere = tables_elsewhere(document, headers)
    headed = [
        block
        for block in document.blocks
        if isinstance(block, Table) and headers[id(block)] and id(block) not in elsewhere
    ]
    parts = [table for table in headed if isinstance(table.origin, WordPlace) and not _is_whole(headers[id(table)])]
    if not parts:
        return elsewhere
    whole = {
        _heads(table, found) for table in headed if _is_whole(found := headers[id(table)]) and _described(table, found)
    }
    others = [id(part) for part in parts if _heads(part, headers[id(part)]) not in whole]
    return elsewhere | dict.fromkeys(others if whole else (), True)


def _heads(table: Table, headers: Mapping[int, Columns]) -> str:
    """What the header rows of a table say, letters only."""
    return letters(one_line(line for index in headers for line in row_to_lines(table.rows[index])))


def _is_whole(headers: Mapping[int, Columns]) -> bool:
    """Whether a header has columns for both description and indicators."""
    roles = {role for columns in headers.values() for role in columns.values()}
    return Role.BODY in roles or {Role.DESCRIPTION, Role.INDICATORS} <= roles


def tables_elsewhere(document: Document, headers: Headers) -> dict[int, bool]:
    """The tables (by ``id``) under another appendix than the catalogue, and whether they describe something as it does.

    The catalogue is where most is described. Fails for one that is parted over appendices: the smaller parts are left
    out, and reported.
    """
    where = {id(table): number for table, number in _placed(document, headers)}
    if len(set(where.values())) < 2:
        return {}
    rows = {id(block): _described(block, headers[id(block)]) for block in document.blocks if isinstance(block, Table)}
    of_appendix: Counter[str] = Counter()
    for table, number in where.items():
        of_appendix[number] += rows[table]
    own, count = of_appendix.most_common(1)[0]
    return {table: rows[table] > 0 for table, number in where.items() if count and number != own}


def _placed(document: Document, headers: Headers) -> Iterator[tuple[Table, str]]:
    """Each table with the number of the appendix it stands under."""
    number = ""
    for block in document.blocks:
        if isinstance(block, Line):
            number = number if block.running or block.hidden else appendix_number(block) or number
            continue
        for line in _above_header(block, headers[id(block)]):
            number = appendix_number(line) or number
        yield block, number


def _above_header(table: Table, headers: Mapping[int, Columns]) -> Iterator[Line]:
    """The lines of a table that may head an appendix: those above its header, or of one that only lays out lines."""
    rows = table.rows[: min(headers)] if headers else table.rows
    if headers or all(len(row.cells) == 1 for row in rows):
        yield from (line for row in rows for line in row_to_lines(row))


def _described(table: Table, headers: Mapping[int, Columns]) -> int:
    """How many rows say something, in a table with a column of descriptions."""
    roles = {role for columns in headers.values() for role in columns.values()}
    if not roles & {Role.BODY, Role.DESCRIPTION}:
        return 0
    return sum(1 for index, row in enumerate(table.rows) if index not in headers and len(filled_cells(row)) > 1)
