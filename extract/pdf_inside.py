"""What of a page stands in a table, and what does not: line by line, and word by word where a line may do both.

A word too long for its cell is in the table where it begins; so is what goes on behind it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import dropwhile, filterfalse, pairwise
from statistics import median
from typing import Final, NamedTuple

from extract.pdf_grid import Grid
from extract.pdf_lines import Printed, chars_to_lines, lines_parted
from extract.pdf_marks import INK, Char
from extract.pdf_spacing import gap_between

#: What stands no further from a word than this share of the type size is the next word of the same text.
BETWEEN_WORDS: Final = 0.4
#: And so does what stands no further than so many times as far as the words before it in the cell from each other.
ALIKE: Final = 1.2


class Part(NamedTuple):
    """Characters in drawing order, and the lines that they make."""

    chars: Sequence[Char]
    lines: Sequence[Printed]


def parted_by(grid: Grid, whole: Part) -> tuple[Part, Part]:
    """What stands in a table, and what does not."""
    if not all(line.is_row for line in whole.lines):
        own, rest = _chars_parted(whole.chars, _chars_in(grid, *whole))
        return Part(own, chars_to_lines(own)), Part(rest, chars_to_lines(rest))
    lines: dict[bool, list[Printed]] = {True: [], False: []}
    inside = set[Char]()
    for line in whole.lines:
        is_in = _is_line_in(grid, line)
        if is_in is None:
            own_chars = _chars_in(grid, line.chars, [line])
            inside |= own_chars
            for part, parts in (lines_parted([line], {c: c in own_chars for c in line.chars}) or {}).items():
                lines[part] += parts
        else:
            lines[is_in].append(line)
            inside.update(line.chars if is_in else ())
    if sum([len(line.chars) for line in whole.lines]) < len(whole.chars):
        inside |= _blanks_in(grid, whole.chars)
    own, rest = _chars_parted(whole.chars, inside)
    return Part(own, lines[True]), Part(rest, lines[False])


def _chars_parted(chars: Sequence[Char], inside: set[Char]) -> tuple[list[Char], list[Char]]:
    return list(filter(inside.__contains__, chars)), list(filterfalse(inside.__contains__, chars))


def _is_line_in(grid: Grid, line: Printed) -> bool | None:
    """Whether all of a line stands in a table; None where some of it may."""
    if not line.is_even:
        return None
    if not grid.ys[0] <= line.chars[0].down <= grid.ys[-1]:
        return False
    return True if grid.xs[0] <= line.reach[0] and line.reach[1] <= grid.xs[-1] else None


def _chars_in(grid: Grid, chars: Sequence[Char], lines: Sequence[Printed]) -> set[Char]:
    """The characters that stand in a table, word by word; ``lines`` are those of the characters."""
    first, last = grid.ys[0], grid.ys[-1]
    if all(line.is_even for line in lines):
        near = [line for line in lines if first <= line.chars[0].down <= last]
    else:
        near = [*chars_to_lines(c for c in chars if first <= c.down <= last)]
    return _blanks_in(grid, chars).union(*(word for line in near for word in _words_in(grid, line)))


def _blanks_in(grid: Grid, chars: Sequence[Char]) -> set[Char]:
    blank = [c for c in chars if not INK[c.text]]
    return {c for c in blank if grid.ys[0] <= c.down <= grid.ys[-1] and _is_in(grid, [c])}


def _words_in(grid: Grid, line: Printed) -> Iterable[Sequence[Char]]:
    """The words of a line that stand in a table; all of them where no end of the line lies outside.

    So does what goes on behind a word in it, however far beyond its last edge: a line too long for its cell, and as far
    from that word as the words of the last column are from each other where that is drawn out to a width.
    """
    if grid.xs[0] <= line.ink[0].x0 and max([c.x1 for c in line.ink]) <= grid.xs[-1]:
        return line.words
    words: list[Sequence[Char]] = []
    white = max(BETWEEN_WORDS, _between_last(grid, line)) + 2 * line.tracking
    last: Char | None = None
    for whole in line.words:
        word = _without_margin(grid, whole)
        goes_on = last is not None and gap_between(last, word[0]) <= white
        if _is_in(grid, word) or goes_on:
            words.append(word)
            last = word[-1]
        else:
            last = None
    return words


def _between_last(grid: Grid, line: Printed) -> float:
    """How far words stand apart in the last column of a line, as a share of the type size; 0 of too few to tell."""
    words = [word for word in line.words if word[0].across >= grid.xs[-2] and word[-1].x1 <= grid.xs[-1]]
    gaps = [gap_between(a[-1], b[0]) for a, b in pairwise(words)]
    return ALIKE * median(gaps) if len(gaps) > 1 else 0.0


def _without_margin(grid: Grid, word: Sequence[Char]) -> Sequence[Char]:
    """A word without a number of another size that stands in the margin and touches it: that of a line."""
    if word[0].across >= grid.xs[0] or not word[0].text.isdigit():
        return word
    return list(dropwhile(lambda c: c.text.isdigit() and c.size != word[-1].size, word))


def _is_in(grid: Grid, word: Sequence[Char]) -> bool:
    """Whether a word begins in the table, though it may be too long for it, or is in it for the greater part."""
    return grid.xs[0] <= word[0].across <= grid.xs[-1] or 2 * sum(
        grid.xs[0] <= c.across <= grid.xs[-1] for c in word
    ) > len(word)
