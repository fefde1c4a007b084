"""The header rows of a table: one, or two where a title or words over several columns stand above it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from tests.editions.traits import PLAIN_HEADER, Look

TITLE: Final = "Overzicht van de competenties"


class HeadCell(NamedTuple):
    """Words in the header: from the column ``at`` over ``span`` columns."""

    at: int
    span: int
    word: str


Head = tuple[HeadCell, ...]


def columns_of(look: Look) -> tuple[str, ...]:
    """The columns that are printed: without that of the core competence where it stands above its group."""
    return tuple(c for c in look.columns if c != "core" or look.core not in ("row", "heading"))


def head_of(look: Look) -> tuple[Head, ...]:
    """The header rows."""
    words = PLAIN_HEADER | dict(look.header)
    columns = columns_of(look)
    plain = tuple(HeadCell(at, 1, words[column]) for at, column in enumerate(columns))
    match look.head:
        case "titled":
            return ((HeadCell(0, len(columns), TITLE),), plain)
        case "merged":
            return (tuple(_merged(columns, words)),)
        case "two levels":
            lower = tuple(cell if columns[cell.at] in _PARTS else cell._replace(word="") for cell in plain)
            return (tuple(_merged(columns, words)), lower)
        case _:
            return (plain,)


#: Columns that words may stand over together.
_PARTS: Final = ("description", "indicators")


def _merged(columns: tuple[str, ...], words: dict[str, str]) -> Iterator[HeadCell]:
    for at, column in enumerate(columns):
        if column == _PARTS[0]:
            yield HeadCell(at, 2, words["body"])
        elif column != _PARTS[1]:
            yield HeadCell(at, 1, words[column])
