"""Rows whose core competence is doubtful: it is not printed beside them, and the one above may not count.

Durf     Verbindend   …      Where every row prints its own, an empty cell is none that was filled; nor is one below
Moed                  …      the end of a merged cell, or under a picture that nobody has read.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from itertools import pairwise

from transform.catalogue_row import CatalogueRow, letters_of
from transform.header_rows import one_line
from transform.place import PagePlace
from transform.role import Role, letters
from transform.room import lines_apart


def doubtful_cores(rows: list[CatalogueRow], columned: Container[int]) -> Iterator[CatalogueRow]:
    """Rows without a core competence where the one above may not count.

    In tables without a column for it (those that have one are ``columned``) all without a heading. In other tables all
    where the layout prints a core competence again though it is that of the row above, or where the first row has none:
    then one may stand amid its group, or at its end. Else those that follow a heading: it parts the table, and nothing
    says what of. So does the end of a cell that was merged over rows above, unless the page ended there too: of all
    rows from there up to the next core competence.
    """
    under = False
    cores = [letters_of(row, Role.CORE) for row in rows]
    prints_every = any(one and one == other for one, other in pairwise(cores))
    prints_every = prints_every or _begins_without(rows[0])
    for before, row in pairwise([None, *rows]):
        if row is None or letters_of(row, Role.CORE):
            under = False
            continue
        under = under or (before is not None and _is_under_merged(before, row))
        if Role.CORE in row.merged and not under:
            continue
        if row.block not in columned:
            yield from () if row.group else (row,)
        elif prints_every or under or (before is not None and row.group != before.group):
            yield row


def _begins_without(row: CatalogueRow) -> bool:
    """Whether the first row of the catalogue has an empty cell for its core competence, and no heading."""
    return Role.CORE in row.lines and not (letters_of(row, Role.CORE) or row.group)


def _is_under_merged(before: CatalogueRow, row: CatalogueRow) -> bool:
    """Whether an empty cell stands right below the end of one that is merged over rows of the same page."""
    ends = Role.CORE in before.merged and Role.CORE not in row.merged and not row.first
    return ends and isinstance(row.place, PagePlace)


def with_numbers(rows: list[CatalogueRow]) -> Iterator[CatalogueRow]:
    """The rows that say a number before their core competence, or a number only, if others say no more than that.

    A column of numbers was read as part of it. Where all are numbers they may be what core competences are called.
    """
    cores = [one_line(row.lines.get(Role.CORE, ())) for row in rows]
    bare = [core for core in cores if core and not letters(core)]
    if bare and any(map(letters, cores)):
        yield from (row for row, core in zip(rows, cores, strict=True) if core[:1].isdigit())


def below_names_apart(rows: list[CatalogueRow]) -> Iterator[CatalogueRow]:
    """The rows of a group below a name whose last line stands apart: that may be the heading of a group they are of.

    ``Helikopterview``, and a hand further down ``Mensgericht``, which no rule parts from the row above it.
    """
    apart = False
    for before, row in pairwise([None, *rows]):
        if row is None or before is None or not row.group or row.group != before.group:
            apart = False
            continue
        name = before.lines.get(Role.NAME, ())
        apart = apart or any(line is name[-1] for line in lines_apart(name))
        if apart:
            yield row


def under_coreless(rows: list[CatalogueRow]) -> Iterator[CatalogueRow]:
    """The rows to which a core competence applies that cannot be read."""
    coreless = False
    for row in rows:
        coreless = row.coreless or (coreless and not letters_of(row, Role.CORE))
        if coreless:
            yield row
