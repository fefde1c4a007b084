"""The paragraphs of a row that both editions have, and the edition in which each of them ends.

Scope: which edition each word and each paragraph mark belongs to. Non-goals: the order of indicators
(``redline_plan``), XML. Prevents: a paragraph that no edition gets back. Word cannot track the mark of the last
paragraph in a cell, so that one must end a paragraph in either edition (``-`` old only, ``+`` new only):

    old        new        shown
    ───────    ───────    ──────────
    A ¶        A ¶        A +¶            the mark after A is new, and the last one was A's
               B ¶        +B ¶
    A ¶        A ¶        A ¶
    B ¶        C ¶        -B +C ¶         two paragraphs that have nothing in common share the last mark
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from transform.comparison import Pair, Piece, Side
from transform.model import Competence
from transform.word_diff import texts_to_pieces


class Slot(Enum):
    """What a paragraph is."""

    HEADING = "heading"
    NAME = "name"
    CORE_COMPETENCE = "core competence"
    DESCRIPTION = "description"
    LABEL = "label"
    INDICATOR = "indicator"


class Paragraph(NamedTuple):
    """A paragraph: its text in pieces, none when it has no text, and the edition in which its mark stands.

    ``description_in``: the edition in which this paragraph, an indicator in the other one, is the description.
    """

    slot: Slot
    pieces: tuple[Piece, ...]
    mark: Side = Side.BOTH
    description_in: Side | None = None

    @property
    def shown(self) -> str:
        """The text in the new edition, or else in the old one."""
        return self._text(Side.NEW) or self._text(Side.OLD)

    def _text(self, side: Side) -> str:
        return "".join(piece.text for piece in self.pieces if piece.side in {side, Side.BOTH})


def in_either(*, old: bool, new: bool) -> Side:
    """The one edition that has something; both where both have it, or neither."""
    if old is new:
        return Side.BOTH
    return Side.OLD if old else Side.NEW


def whole(slot: Slot, text: str, side: Side) -> Paragraph:
    """A paragraph of which all is as ``side`` says."""
    return Paragraph(slot, (Piece(side, text),) if text else (), side)


def compared(slot: Slot, old: str, new: str) -> Paragraph:
    """A paragraph that both editions have, word by word."""
    return Paragraph(slot, texts_to_pieces(old, new))


def competences_to_paragraphs(
    old: Competence, new: Competence, items: Sequence[Pair], label: str
) -> tuple[Paragraph, ...]:
    """The paragraphs with text; ``items`` are the indicators of both in the order in which they are shown."""
    listed = in_either(old=bool(old.indicators), new=bool(new.indicators))
    body = list(body_to_paragraphs(old, new, items))
    if items:
        body[1:1] = [whole(Slot.LABEL, label, listed)]
    body = with_last_mark(body)
    if listed is not Side.BOTH:
        body[-1] = body[-1]._replace(description_in=Side.NEW if listed is Side.OLD else Side.OLD)
    names = (
        compared(Slot.NAME, old.name, new.name),
        compared(Slot.CORE_COMPETENCE, old.core_competence, new.core_competence),
    )
    return tuple(paragraph for paragraph in (*names, *body) if paragraph.pieces)


def body_to_paragraphs(old: Competence, new: Competence, items: Sequence[Pair]) -> Iterator[Paragraph]:
    """The description, which is there without text where there is nothing else, and the indicators."""
    before, after = (bool(c.description) or not c.indicators for c in (old, new))
    mark = in_either(old=before, new=after)
    yield compared(Slot.DESCRIPTION, old.description, new.description)._replace(mark=mark)
    for item in items:
        was = "" if item.old is None else old.indicators[item.old].text
        became = "" if item.new is None else new.indicators[item.new].text
        mark = in_either(old=bool(was), new=bool(became))
        yield compared(Slot.INDICATOR, was, became)._replace(mark=mark)


def with_last_mark(body: list[Paragraph]) -> list[Paragraph]:
    """The paragraphs of a cell, so that the last one ends in both editions; see the drawings above.

    Each edition has at least one of them.
    """
    *before, last = body
    if last.mark is Side.BOTH:
        return body
    end = next(n for n in range(len(before) - 1, -1, -1) if before[n].mark is not last.mark)
    if before[end].mark is Side.BOTH:
        before[end] = before[end]._replace(mark=last.mark)
        return [*before, last._replace(mark=Side.BOTH)]
    other = before.pop(end)
    pieces = sorted((*other.pieces, *last.pieces), key=lambda piece: piece.side is Side.NEW)
    return [*before, last._replace(pieces=tuple(pieces), mark=Side.BOTH)]
