"""Stories → blocks: the body, and what stands beside it.

Scope: the order of blocks, text boxes and other text that hangs on a paragraph, notes, headers and footers.
Prevents: text that is on the page but in none of the paragraphs of the body being lost.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from typing import Final

from msgspec.structs import replace

from extract.word_desk import Desk
from extract.word_fields import story_to_instructions
from extract.word_inline import Aside, Hanging
from extract.word_paragraph import container_to_items, group_to_lines
from extract.word_table import accepted_rows, cell_to_lines, is_frame, row_to_grid, table_to_block
from extract.word_tree import A, Element, V, W
from transform.document import Block, Line, is_blank
from transform.findings import Code
from transform.place import WordPlace

#: How text that hangs on a paragraph is reported.
ASIDE_CODES: Final = {
    Hanging.BOX: Code.TEXT_BOX,
    Hanging.PICTURE_TEXT: Code.TEXT_BOX,
    Hanging.RUBY: Code.NOTE_TEXT,
}


def story_to_blocks(story: Element, desk: Desk, place: WordPlace | None = None) -> Iterator[Block]:
    """The blocks of a body or a text box; ``place`` is where the box hangs.

    What hangs on a block comes right after it.
    """
    desk.instructions |= story_to_instructions(story)
    yield from container_to_blocks(story, desk, lambda number: place or WordPlace(paragraph=number))


def container_to_blocks(container: Element, desk: Desk, place: Callable[[int], WordPlace]) -> Iterator[Block]:
    """The blocks of a body, a box or a frame; ``place`` gives that of a paragraph by its number from 1."""
    numbers = count(1)
    for item in container_to_items(container):
        if isinstance(item, tuple):
            first, *_joined = [next(numbers) for _ in item]
            yield from group_to_lines(item, place(first), desk)
        elif is_frame(item):
            yield from frame_to_blocks(item, desk)
        else:
            yield table_to_block(item, desk)
        yield from waiting_to_blocks(desk)


def frame_to_blocks(table: Element, desk: Desk) -> Iterator[Block]:
    """What stands in a table that only lays out the page: its tables are tables, its paragraphs lines."""
    here = WordPlace(table=next(desk.tables))
    for at, row in enumerate(accepted_rows(table, here, desk), start=1):
        in_row = replace(here, row=at)
        for cell in row_to_grid(row, in_row, desk):
            yield from container_to_blocks(cell.element, desk, partial(_in_cell, replace(in_row, cell=1)))


def _in_cell(cell: WordPlace, number: int) -> WordPlace:
    return replace(cell, paragraph=number)


def waiting_to_blocks(desk: Desk) -> Iterator[Block]:
    """Everything that waits, boxes inside boxes included."""
    while desk.waiting:
        waiting, desk.waiting = desk.waiting, []
        for one in waiting:
            if not isinstance(one.what, Aside):
                yield from one.what
            else:
                yield from aside_to_blocks(one.what, one.place, desk)


def aside_to_blocks(aside: Aside, place: WordPlace, desk: Desk) -> list[Block]:
    """The blocks of something that hangs on a paragraph, reported when it holds text."""
    if aside.hanging is Hanging.BOX:
        blocks = list(story_to_blocks(aside.element, desk, place))
    else:
        blocks = list(picture_to_lines(aside.element, place))
    if blocks:
        words = "\n".join(block.text for block in blocks if isinstance(block, Line))
        desk.report(ASIDE_CODES[aside.hanging], place, was=words)
    return blocks


def picture_to_lines(element: Element, place: WordPlace) -> Iterator[Line]:
    """The words of a drawing or a ruby note as one line: of a ``v:textpath`` those in its attribute."""
    if element.tag == V + "textpath":
        text = element.get("string", "")
    else:
        text = "".join(str(piece) for t in element.iter(A + "t", W + "t") for piece in t.itertext())
    if not all(is_blank(c) for c in text):
        yield Line(text=" ".join(text.split("\n")), origin=place)


def drawing_to_lines(root: Element, part: str, desk: Desk) -> Iterator[Line]:
    """The words of a diagram or chart that has a part of its own, a line for every paragraph, one finding."""
    place = WordPlace(part=part)
    lines = [line for paragraph in root.iter(A + "p") for line in picture_to_lines(paragraph, place)]
    if lines:
        desk.report(Code.TEXT_BOX, place, was="\n".join(line.text for line in lines))
    yield from lines


def part_to_lines(story: Element, part: str, desk: Desk) -> Iterator[Block]:
    """The lines of a note, a header or a footer, tables flattened; what hangs on it comes after it."""
    desk.instructions |= story_to_instructions(story)
    yield from cell_to_lines(story, WordPlace(part=part), desk)
    yield from waiting_to_blocks(desk)


def note_to_lines(note: Element, part: str, reference: WordPlace, desk: Desk) -> Iterator[Block]:
    """The lines of a note, with a finding at the place that refers to it."""
    blocks = list(part_to_lines(note, part, desk))
    words = "\n".join(block.text for block in blocks if isinstance(block, Line))
    desk.report(Code.NOTE_TEXT, reference, was=words)
    yield from blocks
