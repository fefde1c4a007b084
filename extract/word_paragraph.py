"""Paragraphs → lines.

Scope: paragraphs joined by a deleted paragraph mark, lines between typed line breaks, markers and indents,
hidden text and tracked changes. Non-goals: tables, and what hangs on a paragraph (laid aside on the desk).
Prevents: two indicators run together or one cut in two because a tracked paragraph mark was read as it stood.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, TypeAlias

from extract.pieces import LINE_END, Change, Piece, Printed, pieces_to_changes, pieces_to_hidden, pieces_to_printed
from extract.word_desk import Desk, Waiting
from extract.word_indent import Indents, paragraph_to_indents
from extract.word_inline import Aside, Hanging, paragraph_to_content
from extract.word_styles import is_hidden
from extract.word_tree import ADDED, REMOVED, Element, W, attribute, descendant, nearest
from transform.document import Line
from transform.findings import Code
from transform.place import WordPlace

PARAGRAPH: Final = W + "p"
TABLE: Final = W + "tbl"
BLOCKS: Final = frozenset({PARAGRAPH, TABLE})
#: How a paragraph mark is written in a finding.
PILCROW: Final = "¶"

#: Paragraphs that are one after all changes are accepted; the last one's mark, and so its properties, remain.
Group: TypeAlias = tuple[Element, ...]


def container_to_items(container: Element) -> Iterator[Group | Element]:
    """The groups of paragraphs and the tables of a container, in order."""
    group: list[Element] = []
    for element in nearest(container, BLOCKS):
        if element.tag == TABLE:
            yield from filter(None, [tuple(group)])
            group = []
            yield element
            continue
        group.append(element)
        if not has_mark(element, REMOVED):
            yield tuple(group)
            group = []
    yield from filter(None, [tuple(group)])


def has_mark(paragraph: Element, tags: frozenset[str]) -> bool:
    """Whether the paragraph mark itself carries one of these tracked changes."""
    properties = descendant(paragraph, "pPr/rPr")
    return properties is not None and any(child.tag in tags for child in properties)


def group_to_lines(group: Group, place: WordPlace, desk: Desk) -> list[Line]:
    """The lines of one paragraph; empty when it shows no text. Counts its list on, reports, lays aside."""
    content = list(group_to_content(group, desk))
    pieces = [item for item in content if isinstance(item, Piece)]
    for was, became in pieces_to_changes(pieces):
        desk.report(Code.TRACKED_CHANGE, place, was, became)
    lay_aside([item for item in content if isinstance(item, Aside)], place, desk)
    accepted = [piece for piece in pieces if not (piece.mark or piece.change is Change.REMOVED)]
    lay_hidden_aside(accepted, place, desk)
    printed = pieces_to_printed(piece for piece in accepted if not piece.hidden)
    if not printed and is_hidden(descendant(group[-1], "pPr/rPr"), group[-1], desk.styles):
        return []
    return printed_to_lines(printed, group[-1], place, desk)


def group_to_content(group: Group, desk: Desk) -> Iterator[Piece | Aside]:
    """The content of all paragraphs of a group, tracked paragraph marks as pieces between them."""
    for paragraph in group:
        yield from paragraph_to_content(paragraph, desk.styles, desk.instructions)
        if has_mark(paragraph, REMOVED):
            yield Piece(PILCROW, change=Change.REMOVED, mark=True)
        elif has_mark(paragraph, ADDED):
            yield Piece(PILCROW, change=Change.ADDED, mark=True)


def printed_to_lines(printed: list[Printed], paragraph: Element, place: WordPlace, desk: Desk) -> list[Line]:
    """Lines with the paragraph's marker and indents; the marker belongs to the first."""
    marker, indents = marker_and_indents(paragraph, desk)
    return [
        Line(
            text=line.text,
            symbols=line.symbols,
            size=line.size,
            origin=place,
            indent=indents.rest if after else indents.first,
            marker=None if after else marker,
            starts_paragraph=not after,
        )
        for after, line in enumerate(printed)
    ]


def marker_and_indents(paragraph: Element, desk: Desk) -> tuple[str | None, Indents]:
    """The marker that the list draws, counted on by one, and the indents that go with it."""
    numbered = desk.numbering.of_paragraph(paragraph)
    level = None if numbered is None else desk.numbering.level(numbered.num, numbered.level)
    marker = None if numbered is None else desk.counters.next_label(numbered)
    return marker, paragraph_to_indents(paragraph, numbered, level, marker is not None, desk.styles)


def lay_hidden_aside(accepted: list[Piece], place: WordPlace, desk: Desk) -> None:
    """Hidden text waits as lines of its own, with one finding."""
    lines = pieces_to_hidden(accepted, place)
    if lines:
        desk.report(Code.HIDDEN_TEXT, place, was=LINE_END.join(line.text for line in lines))
        desk.waiting.append(Waiting(lines, place))


def lay_aside(asides: list[Aside], place: WordPlace, desk: Desk) -> None:
    """Notes wait for the end of the document, comments are reported, the rest waits for the end of the block."""
    for aside in asides:
        if aside.hanging is Hanging.COMMENT:
            text = desk.comments.get(attribute(aside.element, "id") or "", "")
            desk.report(Code.COMMENT, place, was=text)
        elif aside.hanging in {Hanging.FOOTNOTE, Hanging.ENDNOTE}:
            desk.notes.append(Waiting(aside, place))
        else:
            desk.waiting.append(Waiting(aside, place))
