"""Catalogue × look → the tables to print, the same for every engine.

    Part ── heading, header rows, rows ── Cell: paragraphs, then indicators as a list

A cell that is None lies under a merged one. Not here: fonts, rules, pages, and what stands around (``surroundings``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from tests.editions.heads import Head, columns_of, head_of
from tests.editions.traits import Look
from tests.editions.typesetting import expected, typed, typed_name
from transform.model import Catalogue, Competence

#: Shares of the table's width.
WIDTHS: Final = {
    "name": 4.6,
    "core": 3.4,
    "body": 9.6,
    "description": 5.0,
    "indicators": 5.0,
    "number": 0.8,
    "level": 1.4,
}
_SENTENCE: Final = re.compile(r"(?<=[a-z]\.) (?=[A-Z])")
#: What stands between a sign and the text of an item that does not hang under it.
SPACE_AFTER: Final = {"flush": " ", "glued": ""}
#: Bullets that count → how, in the terms of Word, and what stands around the count.
COUNTS: Final = {
    "1.": ("decimal", "{}."),
    "1)": ("decimal", "{})"),
    "(1)": ("decimal", "({})"),
    "a)": ("lowerLetter", "{})"),
    "A.": ("upperLetter", "{}."),
    "i.": ("lowerRoman", "{}."),
}
ROMAN: Final = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
MERGING: Final = frozenset({"merged", "vertical"})


class Para(NamedTuple):
    """A paragraph. ``role``: name, core, label, body, header; ``note`` is the number of a footnote at its end."""

    text: str
    role: str
    note: int = 0


class Cell(NamedTuple):
    """Paragraphs, then listed items; ``down`` and ``across`` count the rows and columns that it takes."""

    paragraphs: tuple[Para, ...] = ()
    items: tuple[str, ...] = ()
    down: int = 1
    across: int = 1
    column: str = "body"


Row = tuple[Cell | None, ...]


class Part(NamedTuple):
    """One table, with the heading above it where each group has its own."""

    heading: str
    head: tuple[Head, ...]
    rows: tuple[Row, ...]


def catalogue_to_parts(catalogue: Catalogue, look: Look) -> tuple[Part, ...]:
    """The tables of a document: one, one for so many rows, or one for each core competence in its turn."""
    every = expected(catalogue, look)
    head = head_of(look)
    noted = frozenset(c.id for c in every.competences[:2]) if look.footnotes else frozenset[str]()
    groups = [(core, tuple(own)) for core, own in groupby(every.competences, key=lambda c: c.core_competence)]
    if look.core == "heading":
        return tuple(Part(typed(core, look), head, tuple(_rows(own, look, noted))) for core, own in groups)
    rows: list[Row] = []
    for core, own in groups:
        rows.extend(_group(core, own, look, noted))
        if look.header_again and core != groups[-1][0]:
            rows.append(_typed_header(head[-1], look))
    size = look.per_table or len(rows)
    return tuple(Part("", head, tuple(rows[at : at + size])) for at in range(0, len(rows), size))


def _group(core: str, own: Sequence[Competence], look: Look, noted: frozenset[str]) -> Iterator[Row]:
    """The rows of a core competence: itself as a row, if so, its competences, and an empty row after them, if so."""
    columns = columns_of(look)
    if look.core == "row":
        yield (
            Cell((Para(typed(core, look), "core"),), across=len(columns), column="core"),
            *(None for _ in columns[1:]),
        )
    yield from _rows(own, look, noted)
    if look.empty_rows:
        yield tuple(Cell(column=column) for column in columns)


def _typed_header(head: Head, look: Look) -> Row:
    words = {cell.at: cell.word for cell in head}
    return tuple(Cell((Para(words.get(at, ""), "header"),), column=c) for at, c in enumerate(columns_of(look)))


def widths_of(look: Look) -> tuple[float, ...]:
    """The columns' shares of the table's width, 1 together."""
    factors = dict(look.shares)
    shares = [WIDTHS[column] * factors.get(column, 1.0) for column in columns_of(look)]
    return tuple(share / sum(shares) for share in shares)


def _rows(own: Sequence[Competence], look: Look, noted: frozenset[str]) -> Iterator[Row]:
    for number, competence in enumerate(own):
        note = int(competence.id in noted) * (number + 1)
        row = tuple(_cell(competence, column, look, (number, len(own)), note) for column in columns_of(look))
        yield from _apart(row, look) if look.rows_per_item else (row,)


def _apart(row: Row, look: Look) -> Iterator[Row]:
    """A row for every item; the other cells go down along them, or are empty under the first."""
    items = next(cell.items for cell in row if cell is not None and cell.items)
    is_merged = look.rows_per_item == "merged"
    for number, item in enumerate(items):
        yield tuple(_beside(cell, (item,), number, len(items) if is_merged else 1) for cell in row)


def _beside(cell: Cell | None, items: tuple[str, ...], number: int, down: int) -> Cell | None:
    if cell is None or cell.items:
        return cell and cell._replace(items=items)
    if number == 0:
        return cell._replace(down=down)
    return None if down > 1 else Cell(column=cell.column)


def _cell(competence: Competence, column: str, look: Look, place: tuple[int, int], note: int) -> Cell | None:
    items = tuple(typed(indicator.text, look) for indicator in competence.indicators)
    description = typed(competence.description, look)
    match column:
        case "name":
            return Cell((Para(typed_name(competence.name, look), "name"),), column=column)
        case "core":
            return _core(competence, look, *place)
        case "description":
            return Cell((Para(description, "body", note),), column=column)
        case "indicators":
            return Cell(_label(look, len(items)), items, column=column)
        case "body":
            return Cell(_opening(description, look, len(items), note), items, column=column)
        case "number":
            return Cell((Para(str(place[0] + 1), "body"),), column=column)
        case _:
            return Cell((Para("I", "body"),), column=column)


def _opening(description: str, look: Look, count: int, note: int) -> tuple[Para, ...]:
    label = _label(look, count)
    if look.label_inline and label:
        return (Para(f"{description} {label[0].text}", "body"),)
    sentences = _SENTENCE.split(description) if look.sentences_apart else [description]
    return (*(Para(sentence, "body") for sentence in sentences[:-1]), Para(sentences[-1], "body", note), *label)


def _label(look: Look, count: int) -> tuple[Para, ...]:
    return (Para(look.label.format(count=count), "label"),) if look.label else ()


def _core(competence: Competence, look: Look, number: int, size: int) -> Cell | None:
    para = Para(typed(competence.core_competence, look), "core")
    if look.core not in MERGING:
        return Cell((para,), column="core")
    return Cell((para,), down=size, column="core") if number == 0 else None


def emphasised(text: str, look: Look) -> tuple[str, str]:
    """The words of an item that stand out, none without emphasis, and the rest."""
    first, space, rest = text.partition(" ") if look.emphasis else ("", "", text)
    return first, space + rest


def counted(bullet: str, number: int) -> str:
    """The sign of the item with a number, from 0: a letter, a figure, or the bullet itself."""
    if bullet in COUNTS:
        kind, form = COUNTS[bullet]
        letter = chr(ord("a") + number)
        signs = {
            "decimal": str(number + 1),
            "lowerLetter": letter,
            "upperLetter": letter.upper(),
            "lowerRoman": ROMAN[number],
        }
        return form.format(signs[kind])
    return bullet.removeprefix("symbol:")
