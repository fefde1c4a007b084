"""Printed lines → runs: the pieces of text that the eye sees apart, the evidence for columns and rows.

    Competenties  KerncompetentBeschrijving       A line is cut at wide gaps; at narrower ones where many pieces of
    Klantgericht  Verbindend    Toont zich …      the page begin; and, where text lies over other text, into what
                                                  was drawn as one stroke.

Not here: what the runs say (``pdf_bands``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from statistics import median
from typing import Final, NamedTuple

from extract.pdf_lines import SPACE, Printed, gap_between, is_over
from extract.pdf_marks import Char, chars_to_box
from extract.pdf_overflow import line_to_strokes
from transform.document import printed_characters

#: White between two columns is at least this share of the type size.
NARROW: Final = 0.3

#: And it is wider than the white between words, by this much.
WIDER: Final = 1.15

#: Where so many pieces of a page begin, a column may begin.
MANY: Final = 5


class Run(NamedTuple):
    """A stretch of one line without a wide gap: what the eye takes for one piece of text.

    ``letters`` counts them. ``aligned``: it begins where many pieces of the page begin.
    """

    x0: float
    top: float
    x1: float
    bottom: float
    baseline: float
    letters: int
    aligned: bool = False


def lines_to_runs(lines: Iterable[Printed], gap: float, drawn: Mapping[Char, int]) -> tuple[Run, ...]:
    """Every line cut where its ink is further apart than ``gap`` (a share of the type size).

    Also cut is a line in which something begins where many other pieces begin: columns may stand close to each other
    in a header row, or where a name fills its column. There a narrower gap will do, or none where the text beyond was
    not ``drawn`` right after what stands before it (``drawn`` numbers the characters), or has a capital after none.
    """
    strokes = [stroke for line in lines for stroke in _line_to_strokes(line, drawn)]
    gaps = [gap_between(a, b) for stroke in strokes for a, b in pairwise(stroke)]
    between_words = [share for share in gaps if SPACE < share <= gap]
    narrow = max(NARROW, WIDER * median(between_words)) if between_words else gap
    starts = Counter(_start(piece[0]) for stroke in strokes for piece in _cut(stroke, gap, gap, frozenset(), drawn))
    known = frozenset(start + i for start, count in starts.items() if count >= MANY for i in (-1, 0, 1))
    pieces = (piece for stroke in strokes for piece in _cut(stroke, gap, narrow, known, drawn))
    return tuple(_to_run(piece, _start(piece[0]) in known) for piece in pieces)


def _line_to_strokes(line: Printed, drawn: Mapping[Char, int]) -> list[list[Char]]:
    """The ink of a line as one stroke; in several where letters lie over each other."""
    ink = [c for c in line.chars if c.inked]
    if not any(is_over(a, b) for a, b in pairwise(ink)):
        return [ink]
    strokes: list[list[Char]] = []
    for stroke in line_to_strokes(line, drawn):
        inked = [c for c in stroke if c.inked]
        before = next((s for s in strokes if inked and _is_next_word(s[-1], inked[0], drawn)), None)
        if before is not None:
            before.extend(inked)
        elif inked:
            strokes.append(inked)
    return strokes


def _is_next_word(before: Char, char: Char, drawn: Mapping[Char, int]) -> bool:
    """Whether a character begins the word drawn right after another, with or without a space drawn between."""
    return 0 < drawn[char] - drawn[before] <= 2 and gap_between(before, char) > SPACE


def _start(char: Char) -> int:
    """Where a character begins, in tenths of its size."""
    return round(10 * char.x0 / max(char.size, 1e-6))


def _cut(
    stroke: Sequence[Char], gap: float, narrow: float, known: frozenset[int], drawn: Mapping[Char, int]
) -> Iterator[list[Char]]:
    piece = [stroke[0]]
    for char in stroke[1:]:
        white = gap_between(piece[-1], char)
        is_known = _start(char) in known
        unlike = drawn[char] != drawn[piece[-1]] + 1 or (piece[-1].text.islower() and char.text.isupper())
        apart = is_known and unlike and white < SPACE
        if apart or white > (narrow if is_known else gap):
            yield piece
            piece = []
        piece.append(char)
    yield piece


def _to_run(piece: list[Char], aligned: bool) -> Run:
    text = printed_characters("".join(c.text for c in piece))
    box = chars_to_box(piece)
    return Run(box.x0, box.top, box.x1, box.bottom, piece[0].baseline, sum(t.isalpha() for t in text), aligned)
