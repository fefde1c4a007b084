"""Fields: which text is an instruction to Word and which is its result.

Scope: the text between a field's ``begin`` and ``separate`` (nested results in it included), over a whole story.
Prevents: instructions read as text, and the opposite: a field that never ends making everything after it
disappear. Only a field whose begin and end are both there hides anything, and text in it that is not marked as
an instruction is delivered as hidden text, never dropped.
"""

from __future__ import annotations

from collections.abc import Iterator

from extract.word_tree import Element, W

FIELD_MARK = W + "fldChar"
TEXT_BOX = W + "txbxContent"


def story_to_instructions(story: Element) -> frozenset[Element]:
    """The elements of a story (a body, a note, a text box without the boxes inside it) that are instructions."""
    elements = list(in_story(story))
    if not any(element.tag == FIELD_MARK for element in elements):
        return frozenset()
    hidden: set[Element] = set()
    for first, last in instruction_ranges(elements):
        hidden.update(elements[first:last])
    return frozenset(hidden)


def in_story(story: Element) -> Iterator[Element]:
    """All elements of a story in order, boxes inside it left out."""
    for child in story:
        if child.tag != TEXT_BOX:
            yield child
            yield from in_story(child)


def instruction_ranges(elements: list[Element]) -> Iterator[tuple[int, int]]:
    """From a field's begin up to its separator, or its end when it shows nothing; unfinished fields give none."""
    open_fields: list[tuple[int, int | None]] = []
    for at, element in enumerate(elements):
        mark = element.get(W + "fldCharType") if element.tag == FIELD_MARK else None
        if mark == "begin":
            open_fields.append((at, None))
        elif mark == "separate" and open_fields and open_fields[-1][1] is None:
            open_fields[-1] = open_fields[-1][0], at
        elif mark == "end" and open_fields:
            begun, separated = open_fields.pop()
            yield begun, at if separated is None else separated
