"""Containers → blocks and lines: what is the same in every format that nests paragraphs and tables in cells.

Scope: the order of blocks, tables that only lay out the page, tables flattened into lines, and when what waits is
delivered. Non-goals: how a format writes rows, cells and paragraphs; it answers that through a ``Format``. Prevents:
text that is on the page but in none of the paragraphs of the body being lost in one format and not in the other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import count
from typing import Any, Generic, NamedTuple, TypeAlias, TypeVar

from lxml import etree
from msgspec.structs import replace

from extract.desk import Desk, Waiting
from extract.pieces import cells_to_lines
from transform.document import Block, Line, Table
from transform.findings import Code
from transform.place import WordPlace

Element: TypeAlias = etree._Element
#: A paragraph, or several that are one, or a table; and the desk of the format.
Item = TypeVar("Item")
D = TypeVar("D", bound=Desk[Any])


class Format(NamedTuple, Generic[Item, D]):
    """What a format says of its containers, tables and rows.

    ``items``: the paragraphs and tables of a container in order; ``table``: the table that an item is; ``size``: how
    many paragraphs it counts for; ``lines``: those of an item that is no table. ``rows`` and ``cells`` leave out what
    tracked changes removed, and report it. ``block``: a table as ours.
    """

    items: Callable[[Element], Iterable[Item]]
    table: Callable[[Item], Element | None]
    size: Callable[[Item], int]
    lines: Callable[[Item, WordPlace, D], list[Line]]
    rows: Callable[[Element, WordPlace, D], Iterable[Element]]
    cells: Callable[[Element, WordPlace, D], Iterable[Element]]
    is_hidden_row: Callable[[Element], bool]
    is_frame: Callable[[Element], bool]
    block: Callable[[Element, D], Table]


class Reading(NamedTuple, Generic[Item, D]):
    """A format, and how it reads what hangs on a paragraph."""

    format: Format[Item, D]
    aside: Callable[[Any, WordPlace, D], list[Block]]


def flattened_lines(
    container: Element, place: WordPlace, desk: D, form: Format[Item, D], numbers: Iterator[int]
) -> Iterator[Line]:
    """All lines of a cell (or a note, a header), tables in it flattened row by row.

    Paragraphs take their ``numbers`` through, inner tables included.
    """
    for item in form.items(container):
        table = form.table(item)
        if table is None:
            yield from form.lines(item, replace(place, paragraph=_first(item, form, numbers)), desk)
            continue
        for row in form.rows(table, place, desk):
            cells = form.cells(row, place, desk)
            lines = cells_to_lines(list(flattened_lines(cell, place, desk, form, numbers)) for cell in cells)
            if form.is_hidden_row(row):
                desk.lay_aside(lines, place)
            else:
                yield from lines


def _first(item: Item, form: Format[Item, D], numbers: Iterator[int]) -> int:
    """The number of the first paragraph of an item; those joined to it are counted on."""
    first, *_joined = [next(numbers) for _ in range(form.size(item))]
    return first


def container_to_blocks(
    container: Element, desk: D, reading: Reading[Item, D], place: Callable[[int], WordPlace]
) -> Iterator[Block]:
    """The blocks of a body, a box or a frame; ``place`` gives that of a paragraph by its number from 1.

    What hangs on a block comes right after it, but for what stands ahead of it.
    """
    form, numbers = reading.format, count(1)
    for item in form.items(container):
        table = form.table(item)
        if table is None:
            lines = form.lines(item, place(_first(item, form, numbers)), desk)
            ahead, desk.ahead = desk.ahead, []
            yield from _asides_to_blocks(ahead, desk, reading)
            yield from lines
        elif form.is_frame(table):
            yield from frame_to_blocks(table, desk, reading)
        else:
            yield form.block(table, desk)
        yield from waiting_to_blocks(desk, reading)


def frame_to_blocks(table: Element, desk: D, reading: Reading[Item, D]) -> Iterator[Block]:
    """What stands in a table that only lays out the page: its tables are tables, its paragraphs lines."""
    here = WordPlace(table=next(desk.tables))
    for at, row in enumerate(reading.format.rows(table, here, desk), start=1):
        in_row = replace(here, row=at)
        for number, cell in enumerate(reading.format.cells(row, in_row, desk), start=1):
            yield from container_to_blocks(cell, desk, reading, partial(_in_cell, replace(in_row, cell=number)))


def _in_cell(cell: WordPlace, number: int) -> WordPlace:
    return replace(cell, paragraph=number)


def waiting_to_blocks(desk: D, reading: Reading[Item, D]) -> Iterator[Block]:
    """Everything that waits, boxes inside boxes included."""
    while desk.ahead or desk.waiting:
        waiting, desk.ahead, desk.waiting = [*desk.ahead, *desk.waiting], [], []
        yield from _asides_to_blocks(waiting, desk, reading)


def _asides_to_blocks(asides: Iterable[Waiting[Any]], desk: D, reading: Reading[Item, D]) -> Iterator[Block]:
    for what, place in asides:
        yield from what if isinstance(what, tuple) and _are_lines(what) else reading.aside(what, place, desk)


def _are_lines(what: tuple[object, ...]) -> bool:
    """Whether what waits was read already; an aside may be a tuple of its own kind."""
    return all(isinstance(one, Line) for one in what)


def reported(blocks: list[Block], code: Code, place: WordPlace, desk: Desk[Any]) -> list[Block]:
    """Blocks that stand beside the text, with a finding at the place they hang on.

    A table that hangs on a paragraph of the body is none of the text beside: it may be the catalogue's own, in a frame.
    """
    words = "\n".join(block.text for block in blocks if isinstance(block, Line))
    if words or (blocks and place.table is not None):
        desk.report(code, place, was=words)
    return blocks
