"""Lines drawn through letters: text that somebody struck out, or a sign made of a letter and a bar (a euro of a C).

And lines drawn aslant over text, as one crosses out a row; and words underlined amid others, in colour or on a page
where some are struck out: added in an edition that shows its changes.

The file holds the letters all the same, so they are read; a person is asked what they are.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Final, NamedTuple

from extract.pdf_lines import Printed, chars_to_text
from extract.pdf_marks import Char, Sheet, measure
from extract.pdf_tables import Place, Placed
from transform.place import Box

#: A line through letters lies between these shares of the type size above the baseline; lower it underlines them.
THROUGH: Final = (0.12, 0.55)
#: So far, as a share of the largest type, words of a line may stand above or below most of it.
APART: Final = 0.5
#: It is no thicker than this share of the type size, and ends no further from the text than that.
THIN: Final = 0.15
BEYOND: Final = 0.5


#: A line that underlines lies between these shares of the type size below the baseline, and a word is underlined where
#: it runs under so much of it. In colour is what has so much more of one than of another.
UNDER: Final = (0.02, 0.35)
MOST: Final = 0.5
COLOURED: Final = 0.3

#: A line aslant crosses text out if it is so many times as wide and high as the type is large.
LARGE: Final = 1.5


class _Bar(NamedTuple):
    """A level line that is seen: how high it lies, from where to where, how thick it is, and in which colour."""

    at: float
    x0: float
    x1: float
    thick: float
    tone: tuple[float, ...]


def struck_words(sheet: Sheet, lines: Sequence[Printed]) -> tuple[Printed, ...]:
    """The words of level lines, from top to bottom, through whose letters a line is drawn that is no longer than they.

    Fails for a line that runs on beyond the text on both sides: that is a rule of the table, which other findings tell.
    """
    if not lines:
        return ()
    baselines, largest = [line.baseline for line in lines], max(line.size for line in lines)
    found: dict[Char, Sequence[Char]] = {}
    for bar in _bars(sheet):
        first = bisect_left(baselines, bar.at - APART * largest)
        for line in lines[first : bisect_right(baselines, bar.at + (THROUGH[1] + APART) * largest)]:
            found |= {word[0]: word for word in _struck(line, bar)}
    return tuple(Printed(tuple(word), chars_to_text(word)) for word in found.values())


def crossed_out(sheet: Sheet, lines: Sequence[Printed]) -> Iterator[tuple[Printed, Box]]:
    """For each line drawn aslant over text a word that it goes through, and how far the line reaches.

    Fails for a line that crosses out only what stands between two lines of text, and for one that is bent.
    """
    for (ax, ay), (bx, by) in sheet.slants:
        box = Box(measure(min(ax, bx)), measure(min(ay, by)), measure(max(ax, bx)), measure(max(ay, by)))
        if not lines or min(box.x1 - box.x0, box.bottom - box.top) < LARGE * lines[0].size:
            continue
        near = (line for line in lines if box.top < line.baseline < box.bottom + line.size)
        words = (word for line in near for word in line.words if _goes_through(word, (ax, ay), (bx, by)))
        if (word := next(words, None)) is not None:
            yield Printed(tuple(word), chars_to_text(word)), box


def inserted_words(sheet: Sheet, placed: Sequence[Placed], *, struck: bool) -> Iterator[Printed]:
    """The stretches of underlined words in cells that have other words too; not what is above them, or ends in a colon.

    ``struck``: the page has words that are struck out, so that the colour of the line does not matter. Fails for a cell
    that is underlined as a whole, and for a link or stress in colour, which is told.
    """
    bars = sorted(bar for bar in _bars(sheet) if struck or max(bar.tone) - min(bar.tone) > COLOURED)
    heights = [bar.at for bar in bars]
    cells: dict[Place, list[tuple[list[Sequence[Char]], list[bool]]]] = defaultdict(list)
    for line, places in placed if bars else ():
        for place, words in _by_place(line, places).items():
            baseline, size = words[0][0].baseline, words[0][0].size
            near = slice(*(bisect_left(heights, baseline + share * size) for share in UNDER))
            own = [bar for bar in bars[near] if bar.thick <= THIN * size]
            cells[place].append((words, _underlined(words, own, BEYOND * size)))
    for found in cells.values():
        mixed = not all(chain.from_iterable(under for _, under in found))
        for number, (words, under) in enumerate(found if mixed else ()):
            added = list(chain.from_iterable(word for word, is_under in zip(words, under, strict=True) if is_under))
            if added and added[-1].text != ":" and (number or not all(under)):
                yield Printed(tuple(added), chars_to_text(added))


def _by_place(line: Printed, places: Iterable[Place | None]) -> Mapping[Place, list[Sequence[Char]]]:
    found: dict[Place, list[Sequence[Char]]] = defaultdict(list)
    for word, place in zip(line.words, places, strict=True):
        if place is not None:
            found[place].append(word)
    return found


def _underlined(words: Sequence[Sequence[Char]], bars: Sequence[_Bar], reach: float) -> list[bool]:
    """Whether each word of a line in a cell is underlined; none is where a line runs on beyond them."""
    first, last = words[0][0].x0 - reach, words[-1][-1].x1 + reach
    if not bars or any(bar.x0 < first < bar.x1 or bar.x0 < last < bar.x1 for bar in bars):
        return [False] * len(words)

    def share(word: Sequence[Char]) -> float:
        x0, x1 = word[0].x0, word[-1].x1
        return sum(max(min(bar.x1, x1) - max(bar.x0, x0), 0.0) for bar in bars) / max(x1 - x0, 1e-6)

    return [share(word) > MOST for word in words]


def _goes_through(word: Sequence[Char], start: tuple[float, float], end: tuple[float, float]) -> bool:
    """Whether a line aslant goes through the letters of a word."""
    rise = (end[1] - start[1]) / (end[0] - start[0])
    left, right = sorted((start[0], end[0]))
    return any(left < c.across < right and c.top < start[1] + rise * (c.across - start[0]) < c.bottom for c in word)


def _bars(sheet: Sheet) -> Iterator[_Bar]:
    for stroke in sheet.strokes:
        if stroke.tone and stroke.top == stroke.bottom and stroke.x0 < stroke.x1:
            yield _Bar(stroke.top, stroke.x0, stroke.x1, stroke.width, stroke.tone)
    for shade in sheet.shades:
        if shade.tone and shade.x1 - shade.x0 > shade.bottom - shade.top:
            yield _Bar((shade.top + shade.bottom) / 2, shade.x0, shade.x1, shade.bottom - shade.top, shade.tone)


def _struck(line: Printed, bar: _Bar) -> Iterator[Sequence[Char]]:
    """The words of a line that a bar runs through, if it is as thin and as short as such a bar is."""
    words = [word for word in line.words if word[0].x0 < bar.x1 and bar.x0 < word[-1].x1]
    if not words or bar.thick > THIN * line.size:
        return
    reach = BEYOND * line.size
    if words[0][0].x0 - bar.x0 <= reach and bar.x1 - words[-1][-1].x1 <= reach:
        yield from (word for word in words if _is_through(word, bar))


def _is_through(word: Sequence[Char], bar: _Bar) -> bool:
    """Whether a bar runs through the letters of a word, which may stand lower or be larger than its line."""
    low, high = (word[0].baseline - share * word[0].size for share in THROUGH)
    return high < bar.at < low and any(bar.x0 <= char.across <= bar.x1 for char in word)
