"""Paragraphs and lists of an OpenDocument text → lines.

Scope: the markers of lists and where their text begins, what hangs on a paragraph (laid aside on the desk). Non-goals:
tables; tracked changes and hidden text within a paragraph (``paragraph``). Prevents: an indicator without its bullet
because the list is in the structure and not in the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import Final, NamedTuple

from extract.desk import Waiting
from extract.list_labels import number_to_label
from extract.odt_desk import OdtDesk
from extract.odt_inline import (
    ANNOTATION,
    CONTROL,
    FRAME,
    NOTE,
    Aside,
    control_to_words,
    has_words,
    is_prompt,
    paragraph_to_content,
)
from extract.odt_styles import ListLevel
from extract.odt_tree import DRAW, LISTS, NO_TEXT, PARAGRAPHS, STYLE, SVG, TABLE, TEXT, Element, points
from extract.paragraph import Indents, pieces_to_shown, printed_to_lines
from extract.pieces import Piece
from transform.document import Line
from transform.findings import Code
from transform.place import WordPlace

#: A paragraph that is an item of a list which has no element of its own.
NUMBERED: Final = TEXT + "numbered-paragraph"


class Listed(NamedTuple):
    """The place of a paragraph in lists: the list's own style name, its level from 1, whether it begins an item."""

    style: str | None
    level: int
    begins: bool


class Item(NamedTuple):
    """A paragraph or a table of a container, with its place in lists."""

    element: Element
    listed: Listed | None = None


def container_to_items(container: Element, listed: Listed | None = None) -> Iterator[Item]:
    """The paragraphs and tables of a container in order, lists and whatever else is around them walked through."""
    for child in container:
        if child.tag in PARAGRAPHS:
            yield Item(child, listed)
            listed = None if listed is None else listed._replace(begins=False)
        elif child.tag == TABLE + "table":
            yield Item(child)
        elif child.tag in LISTS:
            yield from list_to_items(child, listed)
        elif child.tag == NUMBERED:
            yield from container_to_items(child, numbered_to_listed(child))
        elif child.tag not in NO_TEXT:
            yield from container_to_items(child, listed)


def numbered_to_listed(paragraph: Element) -> Listed:
    """The place in lists of a paragraph that is an item by itself, without a list around it."""
    level = paragraph.get(TEXT + "level", "1")
    return Listed(paragraph.get(TEXT + "style-name"), int(level) if level.isdecimal() else 1, begins=True)


def list_to_items(element: Element, around: Listed | None) -> Iterator[Item]:
    """The paragraphs of a list, those of lists in it included."""
    style = element.get(TEXT + "style-name") or (around.style if around else None)
    level = around.level + 1 if around else 1
    for entry in element:
        yield from container_to_items(entry, Listed(style, level, begins=entry.tag == TEXT + "list-item"))


def item_to_lines(item: Item, place: WordPlace, desk: OdtDesk) -> list[Line]:
    """The lines of one paragraph; empty when it shows no text. Counts its list on, reports, lays aside."""
    content = list(paragraph_to_content(item.element, desk))
    before = takewhile(lambda one: not isinstance(one, Piece), content)
    ahead = [one for one in before if not isinstance(one, Piece) and stands_above(one, desk)]
    desk.ahead += (Waiting(aside, place) for aside in ahead)
    lay_aside([one for one in content if not isinstance(one, Piece) and one not in ahead], place, desk)
    printed = pieces_to_shown([piece for piece in content if isinstance(piece, Piece)], place, desk)
    return printed_to_lines(printed, *marker_and_indents(item, desk), place)


def stands_above(aside: Aside, desk: OdtDesk) -> bool:
    """Whether a frame with a table, which its paragraph begins with, stands above the words of that.

    So does one that is not placed a line or more below the top of its paragraph: what floats in a Word file is anchored
    to the paragraph behind it. Fails for a frame beside its paragraph, and for one placed from the top of its page.
    """
    if aside.tag != FRAME or next(aside.iter(TABLE + "table"), None) is None:
        return False
    style = "graphic", aside.get(DRAW + "style-name"), STYLE + "graphic-properties"
    of_paragraph = (desk.styles.first(*style, STYLE + "vertical-rel") or "").startswith("paragraph")
    return not (of_paragraph and (points(aside.get(SVG + "y")) or 0.0) >= desk.styles.usual_size())


def marker_and_indents(item: Item, desk: OdtDesk) -> tuple[str | None, Indents]:
    """The marker that the list draws, counted on by one, and the indents that go with it."""
    style = item.element.get(TEXT + "style-name")
    name = item.listed and (item.listed.style or desk.styles.list_name(style))
    level = desk.styles.list_level(name, item.listed.level) if item.listed else None
    marker = next_marker(name or "", item.listed, level, desk) if item.listed and level else drawn_number(item.element)
    return marker, desk.styles.indents(style, level)


def drawn_number(paragraph: Element) -> str | None:
    """The number of a heading, which its writer drew; None without."""
    return (paragraph.findtext(TEXT + "number") or "").strip() or None


def next_marker(name: str, listed: Listed, level: ListLevel, desk: OdtDesk) -> str | None:
    """The marker of an item; None for what only goes on in one, and for a level that draws nothing.

    Fails for lists that are told to begin again: the number is a marker and never text of the catalogue.
    """
    if not listed.begins:
        return None
    if level.bullet:
        return level.bullet
    key = name, listed.level
    desk.counts[key] = desk.counts.get(key, level.start - 1) + 1
    for deeper in [other for other in desk.counts if other[0] == name and other[1] > listed.level]:
        del desk.counts[deeper]
    label = number_to_label(desk.counts[key], level.format)
    return (level.prefix + label + level.suffix).strip() or None if label else None


def lay_aside(asides: list[Aside], place: WordPlace, desk: OdtDesk) -> None:
    """Comments are reported, notes wait for the end of the document, the rest for the end of the block."""
    for aside in asides:
        if aside.tag == ANNOTATION:
            words = (" ".join("".join(map(str, p.itertext())) for p in aside.iter(TEXT + "p"))).strip()
            desk.report(Code.COMMENT, place, was=words)
        elif aside.tag == CONTROL:
            if words := control_to_words(aside):
                desk.report(Code.FIELD_UNREAD, place, was=words)
        elif is_prompt(aside):
            desk.report(Code.CONTROL_UNSURE, place, was="".join(map(str, aside.itertext())))
        elif aside.tag == FRAME and not has_words(aside):
            desk.report_picture(place)
        else:
            (desk.notes if aside.tag == NOTE else desk.waiting).append(Waiting(aside, place))
