"""Characters → printed lines: which characters share a line, in which order, and where a space was seen.

Drawing order plays no part: only places do. A space that was typed stays as it is; where none was typed and
letters stand wide apart, one is put. Not here: which cell a character belongs to.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from statistics import median_low
from typing import Final, NamedTuple

from extract.pdf_marks import Char, chars_to_box, is_symbol_font
from transform.place import Box

#: Baselines nearer than this share of the type size are one.
SAME_BASELINE: Final = 0.15

#: Type that overlaps a line's height by this share of its own stands on that line: a raised figure, a bullet.
ON_THE_LINE: Final = 0.5

#: A gap wider than the line's letter-spacing by this share of the type size is a space. Narrow type has spaces
#: of 0.17; kerning stays below 0.1.
SPACE: Final = 0.13

#: A letter that lies over another by more than this share of the narrower was not set beside it.
OVER: Final = 0.5

#: Type smaller than this share of its line, and raised by that share of the line's size, is a mark above the line.
SMALL: Final = 0.95
RAISED: Final = 0.15

#: So many gaps tell how a line is spaced; fewer could be spaces themselves.
GAPS_TO_JUDGE: Final = 3


class Printed(NamedTuple):
    """One printed line: its characters from left to right and its text, outer white space left off."""

    chars: tuple[Char, ...]
    text: str

    @property
    def box(self) -> Box:
        """The rectangle around its ink."""
        return chars_to_box(c for c in self.chars if c.inked)

    @property
    def baseline(self) -> float:
        """The baseline that most of its characters stand on."""
        return median_low([c.baseline for c in self.chars if c.inked])

    @property
    def size(self) -> float:
        """The type size of most of its characters."""
        return median_low([c.size for c in self.chars if c.inked])

    @property
    def lead(self) -> float:
        """What its first character would take up after another line: its width, and letter-spacing on either side."""
        first = next(c for c in self.chars if c.inked)
        return first.x1 - first.x0 + 2 * tracking_of(self.chars) * first.size

    @property
    def raised(self) -> tuple[tuple[int, int], ...]:
        """Where in its text small raised characters stand: start and end of each stretch."""
        size, baseline = self.size, self.baseline
        if all(c.size > SMALL * size for c in self.chars if c.inked):
            return ()
        marked = [
            (piece, char.inked and char.size <= SMALL * size and baseline - char.baseline >= RAISED * size)
            for piece, char in zip(_pieces(self.chars), self.chars, strict=True)
        ]
        return tuple(_stretches(marked))

    @property
    def symbols(self) -> int:
        """How many characters at its start are glyphs of a symbol font."""
        count = 0
        for char in self.chars:
            if char.inked and not is_symbol_font(char.font):
                break
            count += len(char.text) if char.inked else 0
        return count


def chars_to_lines(chars: Iterable[Char]) -> tuple[Printed, ...]:
    """The lines from top to bottom; blank ones are left out, for they leave no ink."""
    lines = [sorted(line, key=lambda c: (c.x0, c.x1, c.text)) for line in _by_line(list(chars))]
    printed = [Printed(tuple(line), chars_to_text(line)) for line in lines if any(c.inked for c in line)]
    return tuple(sorted(printed, key=lambda line: (line.baseline, line.chars[0].x0)))


class _Band(NamedTuple):
    """Characters on one baseline, and how far up and down they reach."""

    chars: list[Char]
    top: float
    bottom: float


def _by_line(chars: list[Char]) -> Iterator[list[Char]]:
    """Characters on one baseline, with those of other baselines that overlap their height.

    The baselines with most ink come first and take the others in; each joins the line that it overlaps most, so
    that one tall glyph never pulls two lines together.
    """
    lines: list[_Band] = []
    for band in sorted(_by_baseline(chars), key=lambda b: (-sum(c.inked for c in b.chars), b.top)):
        host = max(lines, key=lambda line: _overlap(band, line), default=None)
        if host is not None and _overlap(band, host) >= ON_THE_LINE:
            host.chars.extend(band.chars)
        else:
            lines.append(band)
    return (line.chars for line in lines)


def _by_baseline(chars: list[Char]) -> list[_Band]:
    bands: list[list[Char]] = []
    for char in sorted(chars, key=lambda c: (c.baseline, c.x0, c.text)):
        if bands and char.baseline - bands[-1][0].baseline <= SAME_BASELINE * char.size:
            bands[-1].append(char)
        else:
            bands.append([char])
    return [_Band(band, *_reach(band)) for band in bands]


def _reach(band: list[Char]) -> tuple[float, float]:
    """How far up and down most of a band reaches: one large glyph does not stretch it."""
    return median_low([c.top for c in band]), median_low([c.bottom for c in band])


def _overlap(band: _Band, line: _Band) -> float:
    """The shared height, as a share of the smaller of both."""
    shared = min(band.bottom, line.bottom) - max(band.top, line.top)
    return shared / max(min(band.bottom - band.top, line.bottom - line.top), 1e-6)


def chars_to_text(line: Sequence[Char]) -> str:
    """The text of characters in order, a space where one was typed or seen; NFC, no outer white space."""
    return unicodedata.normalize("NFC", "".join(_pieces(line))).strip()


def _pieces(line: Sequence[Char]) -> Iterator[str]:
    """The text of each character, with the space before it where one is seen and none was typed."""
    tracking = tracking_of(line)
    for before, char in zip([None, *line], line, strict=False):
        yield f" {char.text}" if before is not None and _is_apart(before, char, tracking) else char.text


def _stretches(marked: Sequence[tuple[str, bool]]) -> Iterator[tuple[int, int]]:
    """Where the marked pieces stand in the text made of all of them, its outer white space left off."""
    whole = "".join(piece for piece, _ in marked)
    end = -(len(whole) - len(whole.lstrip()))
    for is_marked, group in groupby(marked, key=lambda pair: pair[1]):
        start, stretch = end, "".join(piece for piece, _ in group)
        end += len(stretch)
        if is_marked:
            yield start + len(stretch) - len(stretch.lstrip()), end


def tracking_of(line: Sequence[Char]) -> float:
    """The gap between letters within the line's words, as a share of the type size; 0 for ordinary text.

    Fails for a line of single letters with spaces between them that were not typed: it reads as one word.
    """
    gaps = [gap_between(a, b) for a, b in pairwise(line) if a.inked and b.inked]
    return max(median_low(gaps), 0.0) if len(gaps) >= GAPS_TO_JUDGE else 0.0


def gap_between(before: Char, char: Char) -> float:
    """The white between two characters, as a share of the type size; negative where they overlap."""
    return (char.x0 - before.x1) / max(min(before.size, char.size), 1e-6)


def _is_apart(before: Char, char: Char, tracking: float) -> bool:
    """Whether the eye sees a space between two neighbours and none was typed."""
    if not (before.inked and char.inked):
        return False
    return gap_between(before, char) > tracking + SPACE


def line_to_words(line: Printed) -> Iterator[list[Char]]:
    """The words of a line, in order: characters with no space between them, typed or seen."""
    tracking = tracking_of(line.chars)
    word: list[Char] = []
    for char in line.chars:
        if word and (not char.inked or _is_apart(word[-1], char, tracking)):
            yield word
            word = []
        if char.inked:
            word.append(char)
    if word:
        yield word


def widths_of_end_words(line: Printed) -> tuple[float, float]:
    """The widths in points of the first and the last word of a line."""
    words = list(line_to_words(line))
    first, last = (word[-1].x1 - word[0].x0 for word in (words[0], words[-1]))
    return first, last


def overlapped_words(line: Printed) -> tuple[Printed, ...]:
    """The words of a line in which letters lie over each other, so that their order is not certain.

    Fails for text that lies over other text letter on letter at another size, which makes two lines.
    """
    words = [word for word in line_to_words(line) if any(is_over(a, b) for a, b in pairwise(word))]
    return tuple(Printed(tuple(word), chars_to_text(word)) for word in words)


def is_over(before: Char, char: Char) -> bool:
    """Whether more than half of the narrower of two letters lies over the other."""
    narrower = min(before.x1 - before.x0, char.x1 - char.x0)
    letters = before.text.isalnum() and char.text.isalnum()
    return letters and before.x1 - char.x0 > narrower * OVER
