"""The content of one paragraph → its lines: what is the same in every format that tracks changes and hides text.

Scope: tracked changes reported and accepted, hidden text laid aside, struck text reported, lines between typed line
breaks. Non-goals: where the content comes from; markers and indents, which are given. Prevents: two readers that each
accept changes in their own way.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from extract.desk import Desk
from extract.pieces import (
    Change,
    Piece,
    Printed,
    pieces_to_changes,
    pieces_to_faint,
    pieces_to_hidden,
    pieces_to_printed,
    pieces_to_smaller,
    pieces_to_struck,
)
from transform.document import Line
from transform.findings import Code
from transform.place import WordPlace


class Indents(NamedTuple):
    """Points from the left edge of the text area, for the first line of a paragraph and for the others."""

    first: float
    rest: float


def pieces_to_shown(pieces: Sequence[Piece], place: WordPlace, desk: Desk[Any]) -> list[Printed]:
    """The lines that a paragraph shows once all changes are accepted; empty when it shows no text.

    Changes are reported, and text that is struck through or may be unseen, which stays. Hidden text waits as lines of
    its own.
    """
    told = any(p.change is not Change.NONE or p.hidden or p.mark or p.struck or p.faint for p in pieces)
    if not told and (place.table is None or len({p.size for p in pieces}) < 2):
        return pieces_to_printed(pieces)
    for was, became in pieces_to_changes(pieces):
        desk.report(Code.TRACKED_CHANGE, place, was, became)
    accepted = [piece for piece in pieces if not (piece.mark or piece.change is Change.REMOVED)]
    desk.lay_aside(pieces_to_hidden(accepted, place), place)
    shown = [piece for piece in accepted if not piece.hidden]
    for text in pieces_to_struck(shown):
        desk.report(Code.STRUCK_TEXT, place, text, text)
    for text in pieces_to_faint(shown):
        desk.report(Code.FAINT_TEXT, place, text, text)
    for text in pieces_to_smaller(shown) if place.table is not None else ():
        desk.report(Code.ADDED_WORDS, place, text, text)
    return pieces_to_printed(shown)


def printed_to_lines(printed: Sequence[Printed], marker: str | None, indents: Indents, place: WordPlace) -> list[Line]:
    """Lines with the paragraph's marker and indents; the marker belongs to the first."""
    return [
        Line(
            text=line.text,
            symbols=line.symbols,
            size=line.size,
            origin=place,
            indent=round(indents.rest if after else indents.first, 2),
            marker=None if after else marker,
            starts_paragraph=not after,
            raised=line.raised,
            pictured=line.pictured,
        )
        for after, line in enumerate(printed)
    ]
