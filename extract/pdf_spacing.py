"""The white between the characters of a line: how they are letter-spaced, and which white is a space.

    a a n   d e      Letters may stand apart; a space is white that is wider than that by a share of the type size.

Measured as shares of the type size, so that no size of type is another's measure.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from statistics import median_low
from typing import Final

from extract.pdf_marks import Char

#: A gap wider than the line's letter-spacing by this share of the type size is a space. Narrow type has spaces
#: of 0.17; kerning stays below 0.1.
SPACE: Final = 0.13

#: Where words are placed one by one and letters without kerning, so much is one.
NARROW: Final = 0.1

#: After these a line may be broken within a word. White that justifying adds is the same everywhere in a line, but for
#: this share of the type size.
BREAKS_AFTER: Final = "-‐–/"
HYPHENS: Final = "-‐"
EVEN: Final = 0.02

#: So many gaps tell how a line is spaced; fewer could be spaces themselves. A shorter line may be spaced as what stands
#: around it is, if that is seen and no wider than this.
GAPS_TO_JUDGE: Final = 3
WIDEST: Final = 0.5


def tracking_of(line: Sequence[Char]) -> float:
    """The gap between letters within the line's words, as a share of the type size; 0 for ordinary text.

    Fails for a line of single letters with spaces between them that were not typed: it reads as one word.
    """
    gaps = _gaps_of_ink(line)
    return max(median_low(gaps), 0.0) if len(gaps) >= GAPS_TO_JUDGE else 0.0


def tracking_among(gaps: Sequence[float], around: float) -> float:
    """The same by the gaps of a line from narrow to wide; ``around`` is that of what stands around it."""
    if len(gaps) >= GAPS_TO_JUDGE:
        return max(gaps[(len(gaps) - 1) // 2], 0.0)
    return around if NARROW < around <= WIDEST else 0.0


def _gaps_of_ink(line: Sequence[Char]) -> list[float]:
    return [gap_between(a, b) for a, b in pairwise(line) if a.inked and b.inked]


def space_of(line: Sequence[Char]) -> float:
    """The gap from which on white between the line's characters is a space, as a share of the type size."""
    known = sorted(_gaps_of_ink(line))
    return narrowest_space(known, tracking_of(line), typed=len(known) < len(line) - 1)


def narrowest_space(known: Sequence[float], tracking: float, *, typed: bool) -> float:
    """The gap from which on white is a space; ``known`` are a line's gaps from narrow to wide.

    Where no space was ``typed``, some are seen and letters stand evenly, less white is one too: the program measured
    words with kerning and draws them without. Fails for a line of which the only space is so narrow.
    """
    if typed or not known or known[-1] <= tracking + SPACE:
        return tracking + SPACE
    within = known[: bisect_right(known, tracking + NARROW)]
    return tracking + (NARROW if within and within[-1] - within[0] <= EVEN else SPACE)


def gap_between(before: Char, char: Char) -> float:
    """The white between two characters, as a share of the type size; negative where they overlap."""
    return (char.x0 - before.x1) / max(min(before.size, char.size), 1e-6)


def gaps_between(chars: Sequence[Char]) -> list[float]:
    """The gap before each character but the first."""
    if len({c.size for c in chars}) > 1:
        return [gap_between(a, b) for a, b in pairwise(chars)]
    return gaps_of([c.x0 for c in chars], [c.x1 for c in chars], chars[0].size if chars else 1.0)


def gaps_of(left: Sequence[float], right: Sequence[float], size: float) -> list[float]:
    """The same of characters of one size, by their left and right edges."""
    size = max(size, 1e-6)
    return [(x0 - x1) / size for x1, x0 in zip(right, left[1:], strict=False)]


def is_apart(before: Char, char: Char, space: float) -> bool:
    """Whether the eye sees a space between two neighbours and none was typed."""
    return before.inked and char.inked and gap_between(before, char) > space


def is_stretched(chars: Sequence[Char], gaps: Sequence[float], index: int) -> bool:
    """Whether the white before a character is what justifying added where a line might be broken, and no space.

    As much was added behind the spaces of the line, which were typed. Fails for a line with one word to a column.
    """
    if chars[index].text in HYPHENS:
        return _breaks_off(chars, gaps, index)
    if chars[index - 1].text not in BREAKS_AFTER:
        return False
    added = [gap for i, gap in enumerate(gaps, 1) if not chars[i - 1].inked and chars[i].inked]
    return bool(added) and abs(median_low(added) - gaps[index - 1]) <= EVEN


def _breaks_off(chars: Sequence[Char], gaps: Sequence[float], index: int) -> bool:
    """Whether a hyphen ends what stands before it: the white between them is less than where a space was typed.

    Programs that round where they put words in small type put the hyphen of a broken word likewise.
    """
    if index + 1 < len(chars) and not (chars[index + 1].inked and gaps[index] > SPACE):
        return False  # a bullet, or a hyphen within a word
    typed = (i for i in range(1, len(chars) - 1) if not chars[i].inked and chars[i - 1].inked and chars[i + 1].inked)
    least = min((gap_between(chars[i - 1], chars[i + 1]) for i in typed), default=0.0)
    return chars[index - 1].inked and gaps[index - 1] < least
