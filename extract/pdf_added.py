"""Words that were drawn apart from the rest of their cell: a stamp, a remark or a correction, put in afterwards.

    Netwerken          drawn with its row
    Intern gebruik     drawn before or after all other rows

A program draws a cell's text in one go; what is put on the page later, or lies under it, comes after or before all of
it. It is read like any other text, and told; so are words in colour beside others in their cell. Fails for a table of
which the cells are drawn line by line: nothing can be said of it; and for what is drawn next to its cell's own text.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, groupby
from operator import itemgetter
from typing import Final

from extract.pdf_lines import Printed, chars_to_text
from extract.pdf_marks import Char
from extract.pdf_tables import Place, Placed

#: More cells than this are drawn in one go for each stretch that is drawn apart.
CELLS: Final = 4

#: A bullet has so many letters at most, or these; a number in it so many figures.
LETTERS: Final = 3
ROMAN: Final = "ivxlc"

#: A word, with its number in drawing order and its cell.
_Drawn = tuple[int, Place, Sequence[Char]]
#: The words of a cell that are drawn one after the other.
_Run = tuple[Place, list[Sequence[Char]]]


def words_drawn_apart(chars: Sequence[Char], placed: Sequence[Placed]) -> Iterator[Printed]:
    """The words of a table drawn first or last of all, where the rest of their cell was drawn amid others.

    ``chars`` are those of the table, in drawing order. What may be a bullet is passed over: some programs draw these by
    themselves.
    """
    number = dict(zip(chars, range(len(chars)), strict=True))
    every = (pair for line, places in placed for pair in zip(line.words, places, strict=True))
    words = [(number[word[0]], place, word) for word, place in every if place is not None]
    if not any(_is_interrupted(words, end) for end in (min, max)):
        return
    words = sorted((word for word in words if not _may_be_bullet(word[2])), key=itemgetter(0))
    runs: list[_Run] = [(place, [word for *_, word in own]) for place, own in groupby(words, key=itemgetter(1))]
    for _, own in _apart(runs):
        yield Printed(tuple(chain.from_iterable(own)), " ".join(map(chars_to_text, own)))


def words_in_colour(coloured: Iterable[Char], placed: Iterable[Placed]) -> Iterator[Printed]:
    """The words in colour of lines that have others too in their cell; not a heading before them, with its colon."""
    inked = set(coloured)
    for line, places in placed if inked else ():
        cells: dict[Place, list[Sequence[Char]]] = defaultdict(list)
        for word, place in zip(line.words, places, strict=True):
            if place is not None and any(char.text.isalpha() for char in word):
                cells[place].append(word)
        for words in cells.values():
            own = [word for word in words if word[-1] in inked]
            if own and len(own) < len(words) and own[-1][-1].text != ":":
                yield Printed(tuple(chain.from_iterable(own)), " ".join(map(chars_to_text, own)))


def _is_interrupted(words: Sequence[_Drawn], end: Callable[..., _Drawn]) -> bool:
    """Whether the cell that was drawn first or last was drawn amid others as well."""
    if not words:
        return False
    cell = end(words, key=itemgetter(0))[1]
    own = [number for number, place, _ in words if place == cell]
    first, last = min(own), max(own)
    return sum(first <= number <= last for number, *_ in words) > len(own)


def _may_be_bullet(word: Sequence[Char]) -> bool:
    """Whether a word has few letters, or is a Roman number; a year is none. Fails for a number of fewer figures."""
    letters, figures, is_roman = 0, 0, True
    for text in (char.text for char in word):
        figures = figures + 1 if text.isdecimal() else 0
        if text.isalpha():
            letters += 1
            is_roman = is_roman and text.lower() in ROMAN
        if figures > LETTERS or (letters > LETTERS and not is_roman):
            return False
    return True


def _apart(runs: list[_Run]) -> list[_Run]:
    """The runs at either end whose cell has others, if without those every cell is drawn in one go; none otherwise."""
    times = Counter(place for place, _ in runs)
    apart: list[_Run] = []
    while len(times) < times.total():
        ends = [run for run in (runs[0], runs[-1]) if times[run[0]] > 1]
        if not ends or CELLS * (len(apart) + 1) >= len(times):
            return []
        run = min(ends, key=lambda one: sum(map(len, one[1])))
        runs.remove(run)
        times[run[0]] -= 1
        apart.append(run)
    return apart
