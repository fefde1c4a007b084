"""Numbers in the margin: those that a program sets before every line, or every fifth, of a page.

1    Bijlage 1B bij de Regeling jaargesprekken      They stand on the lines that they count, and are none of their
2    Competentiecatalogus                           text: each becomes a line of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from extract.pdf_bands import RIVER
from extract.pdf_lines import SMALL, Printed, chars_to_lines, gap_between
from extract.pdf_marks import Char

#: How many digits the number of a line has at most.
LONGEST: Final = 5


def numbers_apart(outside: Sequence[Printed], page: Sequence[Printed]) -> list[Printed]:
    """The lines outside a page's tables, numbers in the margin apart from what they count. ``page``: all its lines.

    They are that where they grow from line to line, and all other text of the page begins further to the right; a
    single one, where its type is smaller than the line's. Fails for a page with one line outside the tables that has
    its number in its own size.
    """
    numbered = dict.fromkeys(line for line in outside if _has_number(line))
    counts = [int(_number(line)) for line in numbered]
    if (len(numbered) < 2 and not any(map(_is_small, numbered))) or any(a >= b for a, b in pairwise(counts)):
        return list(outside)
    reached = max(line.words[0][-1].x1 for line in numbered)
    others = (word for line in page for word in line.words[1 if line in numbered else 0 :])
    if any(word[0].x0 < reached and not _is_digits(word) for word in others):
        return list(outside)
    apart = [part for line in numbered for part in _parts(line)]
    return [*(line for line in outside if line not in numbered), *apart]


def _has_number(line: Printed) -> bool:
    """Whether a line begins with a number that white parts from its text."""
    words = line.words
    return len(words) > 1 and _is_digits(words[0]) and gap_between(words[0][-1], words[1][0]) > RIVER


def _is_small(line: Printed) -> bool:
    """Whether a line's number is set smaller than the line and on its baseline: no mark of a note, nor of a section."""
    number, text = line.words[0], line.words[1]
    small = max(c.size for c in number) <= SMALL * min(c.size for c in text)
    return small and number[0].baseline == text[0].baseline


def _is_digits(word: Sequence[Char]) -> bool:
    return len(word) <= LONGEST and all("0" <= c.text <= "9" for c in word)


def _number(line: Printed) -> str:
    return "".join(c.text for c in line.words[0])


def _parts(line: Printed) -> tuple[Printed, ...]:
    number = line.words[0]
    rest = [c for c in line.chars if c.x0 >= line.words[1][0].x0]
    return (*chars_to_lines(number), *chars_to_lines(rest))
