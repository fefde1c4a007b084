"""Whether rows of the catalogue can be what they were read as: what cannot stops the conversion, with its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from transform.catalogue_row import CatalogueRow
from transform.document import Line, Row
from transform.errors import RowsUnread
from transform.header import TELLING
from transform.header_rows import one_line, row_to_lines
from transform.hyphens import HYPHENS
from transform.labels import is_label
from transform.place import place_in_words
from transform.records import Record
from transform.role import Role, letters
from transform.room import lines_apart

#: How many characters of a row an error shows.
SHOWN: Final = 60


def check_no_header_within(
    file: str, row: Row, lines: Mapping[Role, Sequence[Line]], header: Mapping[Role, str]
) -> None:
    """Raise RowsUnread for a row of which several cells begin or end as their header does: two rows read as one.

    Below the heading of a group the name of the header is amid those of the rows. ``header``: the letters of the header
    in force.
    """
    texts = {role: one_line(own) for role, own in lines.items()}
    held = [
        letters(texts.get(role, "")) != word
        for role, word in header.items()
        if word
        and (_is_at_an_end(word, texts.get(role, "")) or (role is Role.NAME and _is_amid(word, lines.get(role, ()))))
    ]
    if len(held) > 1 and any(held):
        raise RowsUnread(file, where=place_in_words(row.origin), words=one_line(row_to_lines(row))[:SHOWN])


def check_one_label(file: str, row: Row, lines: Mapping[Role, Sequence[Line]]) -> None:
    """Raise RowsUnread for a row of which the body has two labels, each alone on its line: it is two rows."""
    own = [line for role in (Role.BODY, Role.INDICATORS) for line in lines.get(role, ())]
    labels = [line for line in own if is_label(line)]
    if len(labels) > 1:
        place, words = place_in_words(labels[1].origin), one_line(row_to_lines(row))[:SHOWN]
        raise RowsUnread(file, where=place, words=words)


def check_one_name(file: str, row: Row, lines: Mapping[Role, Sequence[Line]]) -> None:
    """Raise RowsUnread for a row of which the name goes on twice below white in which a line or two would have room.

    So it is where names stand halfway down rows that nothing parts. Of one such line see ``lines_apart``.
    """
    if len([*lines_apart(lines.get(Role.NAME, ()))]) > 1:
        raise RowsUnread(file, where=place_in_words(row.origin), words=one_line(row_to_lines(row))[:SHOWN])


def check_names(file: str, rows: Sequence[CatalogueRow]) -> None:
    """Raise RowsUnread where no name has a letter: numbers, and the names are under another header."""
    names = [name for row in rows if (name := one_line(row.lines.get(Role.NAME, ())))]
    if len(names) > 1 and not any(map(letters, names)):
        raise RowsUnread(file, where=place_in_words(rows[0].place), words=" | ".join(names)[:SHOWN])


def check_names_whole(file: str, records: Sequence[Record]) -> None:
    """Raise RowsUnread where a name ends in a hyphen and the next goes on in lower case: it is one name in two rows."""
    for above, below in pairwise(records):
        name, rest = one_line(above.name.lines), one_line(below.name.lines)
        if name and name[-1] in HYPHENS and rest[:1].islower():
            raise RowsUnread(file, where=place_in_words(below.place), words=f"{name} | {rest}"[-SHOWN:])


def _is_amid(word: str, name: Sequence[Line]) -> bool:
    """Whether a line between the first and the last of a name is the word."""
    return any(letters(line.text) == word for line in name[1:-1])


def _is_at_an_end(word: str, text: str) -> bool:
    """Whether the letters of a text begin or end with a word; of a long text its own begin and end tell."""
    begin, end = letters(text[:TELLING]), letters(text[-TELLING:])
    if len(text) > TELLING and min(len(begin), len(end)) < len(word):
        begin = end = letters(text)
    return begin.startswith(word) or end.endswith(word)
