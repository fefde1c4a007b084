"""Paragraphs and lists of an OpenDocument text → lines.

Scope: lines between typed line breaks, the markers of lists and where their text begins, hidden text and tracked
changes reported. Non-goals: tables. Prevents: an indicator without its bullet because the list is in the structure
and not in the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from extract.odt_desk import Desk, Waiting
from extract.odt_inline import ANNOTATION, NOTE, Aside, paragraph_to_content
from extract.odt_styles import ListLevel
from extract.odt_tree import LISTS, NO_TEXT, PARAGRAPHS, TABLE, TEXT, Element
from extract.pieces import LINE_END, Change, Piece, pieces_to_changes, pieces_to_hidden, pieces_to_printed
from extract.word_labels import number_to_label
from transform.document import Line
from transform.findings import Code
from transform.place import WordPlace


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
        elif child.tag not in NO_TEXT:
            yield from container_to_items(child, listed)


def list_to_items(element: Element, around: Listed | None) -> Iterator[Item]:
    """The paragraphs of a list, those of lists in it included."""
    style = element.get(TEXT + "style-name") or (around.style if around else None)
    level = around.level + 1 if around else 1
    for entry in element:
        yield from container_to_items(entry, Listed(style, level, begins=entry.tag == TEXT + "list-item"))


def item_to_lines(item: Item, place: WordPlace, desk: Desk) -> list[Line]:
    """The lines of one paragraph; empty when it shows no text. Counts its list on, reports, lays aside."""
    content = list(paragraph_to_content(item.element, desk))
    pieces = [piece for piece in content if isinstance(piece, Piece)]
    for was, became in pieces_to_changes(pieces):
        desk.report(Code.TRACKED_CHANGE, place, was, became)
    lay_aside([aside for aside in content if not isinstance(aside, Piece)], place, desk)
    kept = [piece for piece in pieces if piece.change is not Change.REMOVED]
    hidden = pieces_to_hidden(kept, place)
    if hidden:
        desk.report(Code.HIDDEN_TEXT, place, was=LINE_END.join(line.text for line in hidden))
        desk.waiting.append(Waiting(hidden, place))
    return pieces_to_lines([piece for piece in kept if not piece.hidden], item, place, desk)


def pieces_to_lines(pieces: list[Piece], item: Item, place: WordPlace, desk: Desk) -> list[Line]:
    """Lines with the paragraph's marker and indents; the marker belongs to the first."""
    style = item.element.get(TEXT + "style-name")
    name = item.listed and (item.listed.style or desk.styles.list_name(style))
    level = desk.styles.list_level(name, item.listed.level) if item.listed else None
    first, rest = desk.styles.indents(style, level)
    marker = next_marker(name or "", item.listed, level, desk) if item.listed and level else None
    return [
        Line(
            text=line.text,
            symbols=line.symbols,
            size=line.size,
            origin=place,
            indent=round(rest if after else first, 2),
            marker=None if after else marker,
            starts_paragraph=not after,
        )
        for after, line in enumerate(pieces_to_printed(pieces))
    ]


def next_marker(name: str, listed: Listed, level: ListLevel, desk: Desk) -> str | None:
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


def lay_aside(asides: list[Aside], place: WordPlace, desk: Desk) -> None:
    """Comments are reported, notes wait for the end of the document, the rest for the end of the block."""
    for aside in asides:
        if aside.tag == ANNOTATION:
            words = (" ".join("".join(map(str, p.itertext())) for p in aside.iter(TEXT + "p"))).strip()
            desk.report(Code.COMMENT, place, was=words)
        else:
            (desk.notes if aside.tag == NOTE else desk.waiting).append(Waiting(aside, place))
