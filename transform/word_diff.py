"""Two texts → the pieces in which they agree and differ, word by word, each side exact to the character."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Final

from transform.comparison import Piece, Side, Weight

#: A word, white space, or one mark. A word keeps its inner hyphens and apostrophes, so that it changes as a whole.
_TOKEN: Final = re.compile(r"[^\W_]+(?:[-‐‑'’][^\W_]+)*|\s+|[^\w\s]|_")


def texts_to_pieces(old: str, new: str) -> tuple[Piece, ...]:
    """The pieces of both texts: joined, those of one side are its text.

    White space between two changed words changes with them, so that a replaced phrase reads as one. The texts
    exchanged give the same pieces, sides exchanged: where two alignments are as good, the texts decide.
    """
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    runs = _runs(before, after) if old <= new else _turned(_runs(after, before))
    return tuple(_merged([Piece(side, text) for side, text in runs if text]))


def _runs(before: list[str], after: list[str]) -> Iterator[tuple[Side, str]]:
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for operation, i1, i2, j1, j2 in matcher.get_opcodes():
        if operation == "equal":
            yield Side.BOTH, "".join(before[i1:i2])
        else:
            yield Side.OLD, "".join(before[i1:i2])
            yield Side.NEW, "".join(after[j1:j2])


_OTHER: Final = {Side.OLD: Side.NEW, Side.NEW: Side.OLD, Side.BOTH: Side.BOTH}


def _turned(runs: Iterator[tuple[Side, str]]) -> Iterator[tuple[Side, str]]:
    """The runs with their sides exchanged, still the old text of a change before the new."""
    waiting: list[tuple[Side, str]] = []
    for side, text in runs:
        if side is Side.OLD:
            waiting.append((Side.NEW, text))
        else:
            yield _OTHER[side], text
            yield from waiting
            waiting = []
    yield from waiting


def _merged(pieces: list[Piece]) -> list[Piece]:
    """Changes that only a space keeps apart become one."""
    merged: list[Piece] = []
    index = 0
    while index < len(pieces):
        stop = _end_of_change(pieces, index)
        if stop > index + 1 and any(piece.side is not Side.BOTH for piece in pieces[index:stop]):
            change = pieces[index:stop]
            old = "".join(piece.text for piece in change if piece.side is not Side.NEW)
            new = "".join(piece.text for piece in change if piece.side is not Side.OLD)
            merged += [Piece(side, text) for side, text in ((Side.OLD, old), (Side.NEW, new)) if text]
        else:
            merged += pieces[index:stop]
        index = stop
    return merged


def _end_of_change(pieces: list[Piece], start: int) -> int:
    """Where a run of changed pieces, and single spaces between them, ends."""
    if pieces[start].side is Side.BOTH:
        return start + 1
    stop = start + 1
    for index in range(start + 1, len(pieces)):
        if pieces[index].side is not Side.BOTH:
            stop = index + 1
        elif not pieces[index].text.isspace():
            break
    return stop


#: A mark between two digits is part of a number, a date or a range: ``2,5`` is not ``25``.
_WITHIN_NUMBER: Final = re.compile(r"(?<=\d)\S(?=\d)")
#: What is read out as a word, or changes how a letter is: amounts of money, signs of sums, degrees, accents.
_TELLING: Final = frozenset({"Sc", "Sm", "So", "Mn", "Mc", "Me"})
#: The same among what Unicode counts as punctuation.
_PER: Final = frozenset("%‰‱")
#: A minus sign, which is set where others type a hyphen.
_MINUS: Final = "\u2212"


def texts_to_weight(old: str, new: str) -> Weight:
    """Typographic if both have the same letters, digits and symbols (``%``, ``€``), case aside, and the same numbers.

    Does not see that a comma, a hyphen or a capital can change what a sentence says.
    """
    return Weight.TYPOGRAPHIC if _substance(old) == _substance(new) else Weight.SUBSTANTIVE


def _substance(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text.replace(_MINUS, "-")).casefold()
    within = {mark.start() for mark in _WITHIN_NUMBER.finditer(plain)}
    return "".join(c for at, c in enumerate(plain) if at in within or _is_telling(c))


def _is_telling(character: str) -> bool:
    return character.isalnum() or character in _PER or unicodedata.category(character) in _TELLING
