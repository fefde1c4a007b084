"""Paragraphs → lines.

Scope: paragraphs that are shown as one (a mark deleted or hidden, a drop cap), markers and indents, what hangs on a
paragraph (laid aside on the desk). Non-goals: tables; tracked changes and hidden text within a paragraph
(``paragraph``).
Prevents: two indicators run together or one cut in two because a tracked paragraph mark was read as it stood.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias

from extract.desk import Waiting
from extract.paragraph import Indents, pieces_to_shown, printed_to_lines
from extract.pieces import Change, Piece
from extract.word_desk import Setup, WordDesk
from extract.word_indent import paragraph_to_indents
from extract.word_inline import Aside, Hanging, element_to_text, paragraph_to_content
from extract.word_styles import is_hidden
from extract.word_tree import ADDED, REMOVED, Element, M, W, attribute, descendant, nearest, said_of, switch
from transform.document import Line
from transform.findings import Code
from transform.place import WordPlace

PARAGRAPH: Final = W + "p"
TABLE: Final = W + "tbl"
BLOCKS: Final = frozenset({PARAGRAPH, TABLE})
#: How a first letter is set apart in a paragraph of its own.
DROPPED: Final = frozenset({"drop", "margin"})
#: What of its properties makes a paragraph go on in the next.
JOINING: Final = (*REMOVED, W + "vanish", W + "framePr")
#: How a paragraph mark is written in a finding.
PILCROW: Final = "¶"

#: Paragraphs that are shown as one once all changes are accepted; the last one's mark, and so its properties, remain.
Group: TypeAlias = tuple[Element, ...]


def container_to_items(container: Element) -> Iterator[Group | Element]:
    """The groups of paragraphs and the tables of a container, in order."""
    group: list[Element] = []
    some_go_on = next(container.iter(*JOINING), None) is not None
    for element in nearest(container, BLOCKS):
        if element.tag == TABLE:
            yield from filter(None, [tuple(group)])
            group = []
            yield element
            continue
        group.append(element)
        if not (some_go_on and goes_on(element)):
            yield tuple(group)
            group = []
    yield from filter(None, [tuple(group)])


def goes_on(paragraph: Element) -> bool:
    """Whether the next paragraph is the rest of this one: its own mark is removed or hidden, or it is a drop cap.

    Fails for a mark that only a style hides, and for a drop cap by style.
    """
    if has_mark(paragraph, REMOVED) or switch(descendant(paragraph, "pPr/rPr/vanish")):
        return True
    return attribute(descendant(paragraph, "pPr/framePr"), "dropCap") in DROPPED


def has_mark(paragraph: Element, tags: frozenset[str]) -> bool:
    """Whether the paragraph mark itself carries one of these tracked changes."""
    properties = descendant(paragraph, "pPr/rPr")
    return properties is not None and any(child.tag in tags for child in properties)


def mark_to_change(paragraph: Element) -> Change:
    """The change that tracks a paragraph mark."""
    if has_mark(paragraph, REMOVED):
        return Change.REMOVED
    return Change.ADDED if has_mark(paragraph, ADDED) else Change.NONE


def paragraph_to_setup(paragraph: Element, desk: WordDesk) -> Setup:
    """What the properties of a paragraph come to, worked out once for all paragraphs of the same properties."""
    key = said_of(descendant(paragraph, "pPr"))
    if key not in desk.setups:
        numbered = desk.numbering.of_paragraph(paragraph)
        level = None if numbered is None else desk.numbering.level(numbered.num, numbered.level)
        of_list = paragraph, numbered, level
        desk.setups[key] = Setup(
            mark=mark_to_change(paragraph),
            numbered=numbered,
            marked=paragraph_to_indents(*of_list, True, desk.styles),
            unmarked=paragraph_to_indents(*of_list, False, desk.styles),
        )
    return desk.setups[key]


def group_to_lines(group: Group, place: WordPlace, desk: WordDesk) -> list[Line]:
    """The lines of one paragraph; empty when it shows no text. Counts its list on, reports, lays aside."""
    setups = [paragraph_to_setup(paragraph, desk) for paragraph in group]
    content = list(group_to_content(group, setups, desk))
    lay_aside([item for item in content if isinstance(item, Aside)], place, desk)
    for doubt in (doubt for paragraph in group for doubt in desk.doubts.get(paragraph, ())):
        desk.report(Code.CONTROL_UNSURE, place, doubt.said, doubt.data)
    printed = pieces_to_shown([item for item in content if isinstance(item, Piece)], place, desk)
    if not printed and is_hidden(descendant(group[-1], "pPr/rPr"), group[-1], desk.styles):
        return []
    return printed_to_lines(printed, *marker_and_indents(setups[-1], desk), place)


def group_to_content(group: Group, setups: Sequence[Setup], desk: WordDesk) -> Iterator[Piece | Aside]:
    """The content of all paragraphs of a group, tracked paragraph marks as pieces between them."""
    for paragraph, setup in zip(group, setups, strict=True):
        yield from paragraph_to_content(paragraph, desk.styles, desk.fields)
        if setup.mark is not Change.NONE:
            yield Piece(PILCROW, change=setup.mark, mark=True)


def marker_and_indents(setup: Setup, desk: WordDesk) -> tuple[str | None, Indents]:
    """The marker that the list draws, counted on by one, and the indents that go with it."""
    marker = None if setup.numbered is None else desk.counters.next_label(setup.numbered)
    return marker, setup.unmarked if marker is None else setup.marked


def lay_aside(asides: list[Aside], place: WordPlace, desk: WordDesk) -> None:
    """Notes wait for the end of the document, comments are reported, the rest waits for the end of the block."""
    for aside in asides:
        if aside.hanging is Hanging.COMMENT:
            text = desk.comments.get(attribute(aside.element, "id") or "", "")
            desk.report(Code.COMMENT, place, was=text)
        elif aside.hanging is Hanging.PICTURE:
            desk.report_picture(place)
        elif aside.hanging is Hanging.FIELD:
            desk.report(Code.FIELD_UNREAD, place, was=desk.fields.unread[aside.element])
        elif aside.hanging is Hanging.FORMULA:
            desk.report(Code.FIELD_UNREAD, place, was="".join(text.text or "" for text in aside.element.iter(M + "t")))
        elif aside.hanging in {Hanging.FOOTNOTE, Hanging.ENDNOTE}:
            desk.notes.append(Waiting(aside, place))
        elif aside.hanging is Hanging.PROMPT:
            text = "".join(map(element_to_text, aside.element.iter()))
            desk.waiting.append(Waiting((Line(text=text, origin=place, hidden=True),), place))
        else:
            desk.waiting.append(Waiting(aside, place))
