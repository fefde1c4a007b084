"""What stands beside the body of a Word file → blocks.

Scope: text boxes and other text that hangs on a paragraph, drawings, notes, headers and footers. Non-goals: the
order of blocks (``story``). Prevents: text that is on the page but in none of the paragraphs of the body being lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from msgspec.structs import replace

from extract.story import Reading, container_to_blocks, reported, waiting_to_blocks
from extract.word_desk import WordDesk
from extract.word_inline import Aside, Hanging, element_to_text
from extract.word_table import WORD, cell_to_lines
from extract.word_tree import A, Element, V, W
from transform.document import Block, Line, is_blank
from transform.findings import Code
from transform.place import WordPlace

#: How text that hangs on a paragraph is reported.
ASIDE_CODES: Final = {
    Hanging.BOX: Code.TEXT_BOX,
    Hanging.PICTURE_TEXT: Code.TEXT_BOX,
    Hanging.RUBY: Code.NOTE_TEXT,
    Hanging.NOTE_MARK: Code.NOTE_TEXT,
}


def story_to_blocks(story: Element, desk: WordDesk, place: WordPlace | None = None) -> Iterator[Block]:
    """The blocks of a body or a text box; ``place`` is where the box hangs."""
    desk.begin(story)
    yield from container_to_blocks(story, desk, READING, lambda number: place or WordPlace(paragraph=number))


def aside_to_blocks(aside: Aside, place: WordPlace, desk: WordDesk) -> list[Block]:
    """The blocks of something that hangs on a paragraph, reported when it holds text."""
    blocks: Iterable[Block]
    if aside.hanging is Hanging.BOX:
        blocks = story_to_blocks(aside.element, desk, place)
    elif aside.hanging is Hanging.NOTE_MARK:
        blocks = [Line(text=element_to_text(aside.element), origin=place, hidden=True)]
    else:
        lines = picture_to_lines(aside.element, place)
        blocks = [replace(line, hidden=aside.hanging is Hanging.RUBY) for line in lines]
    return reported(list(blocks), ASIDE_CODES[aside.hanging], place, desk)


READING: Final = Reading(WORD, aside_to_blocks)


def picture_to_lines(element: Element, place: WordPlace) -> Iterator[Line]:
    """The words of a drawing or a ruby note as one line: of a ``v:textpath`` those in its attribute."""
    if element.tag == V + "textpath":
        text = element.get("string", "")
    else:
        text = "".join(str(piece) for t in element.iter(A + "t", W + "t") for piece in t.itertext())
    if not all(is_blank(c) for c in text):
        yield Line(text=" ".join(text.split("\n")), origin=place)


def drawing_to_lines(root: Element, part: str, desk: WordDesk) -> Iterator[Line]:
    """The words of a diagram or chart that has a part of its own, a line for every paragraph, one finding."""
    place = WordPlace(part=part)
    lines = [line for paragraph in root.iter(A + "p") for line in picture_to_lines(paragraph, place)]
    if lines:
        desk.report(Code.TEXT_BOX, place, was="\n".join(line.text for line in lines))
    yield from lines


def part_to_lines(story: Element, part: str, desk: WordDesk) -> Iterator[Block]:
    """The lines of a note, a header or a footer, tables flattened; what hangs on it comes after it."""
    desk.begin(story)
    yield from cell_to_lines(story, WordPlace(part=part), desk)
    yield from waiting_to_blocks(desk, READING)


def note_to_lines(note: Element, part: str, reference: WordPlace, desk: WordDesk) -> Iterator[Block]:
    """The lines of a note, with a finding at the place that refers to it."""
    yield from reported(list(part_to_lines(note, part, desk)), Code.NOTE_TEXT, reference, desk)
