"""What stands in the margin: numbers of lines, and words beside the text.

1    Bijlage 1B bij de Regeling jaargesprekken      They stand on the lines that they count, and are none of their
2    Competentiecatalogus                           text: each becomes a line of its own.

Words in the margin (``zie ook artikel 3``) stand left or right of all tables of the page; they are no heading of what
stands beside them.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, pairwise
from statistics import median
from typing import Final

from extract.pdf_bands import RIVER
from extract.pdf_lines import SMALL, Printed, chars_to_lines, chars_to_text
from extract.pdf_marks import Char
from extract.pdf_plain import SAME_BASELINE
from extract.pdf_spacing import gap_between

#: White that parts the margin from the text, as a share of the type size.
WIDE: Final = 2 * RIVER

#: White in a line that is no space between words, and what it is given as.
GAP: Final = 3.0
GAPS: Final = "   "

#: So many numbers on a page count its lines, which stand no further apart than so many type sizes.
LEAST: Final = 3
LOOSE: Final = 2.0

#: How many digits the number of a line has at most.
LONGEST: Final = 5


def numbers_apart(outside: Sequence[Printed], page: Sequence[Printed]) -> list[Printed]:
    """The lines outside a page's tables, numbers in the margin apart from what they count. ``page``: all its lines.

    They are that where they grow from line to line, and all other text of the page begins further to the right; a
    single one, where its type is smaller than the line's or others that count the lines of the tables stand above or
    below it. Fails for a page with one line outside the tables that has its number in its own size, and no others.
    """
    numbered = dict.fromkeys(line for line in outside if _has_number(line))
    counts = [int(_number(line)) for line in numbered]
    sure = len(numbered) > 1 or any(_is_small(line) or _is_counted_on(line, outside) for line in numbered)
    if not sure or any(a >= b for a, b in pairwise(counts)):
        return list(outside)
    reached = max(line.words[0][-1].x1 for line in numbered)
    others = (word for line in page for word in line.words[1 if line in numbered else 0 :])
    if any(word[0].x0 < reached and not _is_digits(word) for word in others):
        return list(outside)
    apart = [part for line in numbered for part in _parts(line)]
    return [*(line for line in outside if line not in numbered), *apart]


def without_counts(lines: Sequence[Printed]) -> list[Printed]:
    """The lines of a page without numbers that count them, left of all its text: they are no column of a table.

    They grow as the lines do that they count, which the numbers of rows do not. Fails for one or two on a page.
    """
    numbered = [line for line in lines if _is_digits(line.words[0])]
    first = min((line.words[0] for line in numbered), key=lambda word: word[0].x0, default=None)
    counted = dict.fromkeys(line for line in numbered if first and line.words[0][0].x0 < first[-1].x1)
    reached = max((line.words[0][-1].x1 for line in counted), default=0.0)
    if any(word[0].x0 < reached for line in lines for word in line.words[line in counted :]):
        return list(lines)
    size = median([line.size for line in lines]) if lines else 0.0
    pairs = [(int(_number(b)) - int(_number(a)), b.baseline - a.baseline) for a, b in pairwise(counted)]
    if len(counted) < LEAST or not all(n > 0 and n * size <= down <= n * LOOSE * size for n, down in pairs):
        return list(lines)
    parts = (_parts(line)[1:] if len(line.words) > 1 else () for line in counted)
    return sorted([*(line for line in lines if line not in counted), *chain(*parts)], key=lambda line: line.baseline)


def margin_apart(
    outside: Sequence[Printed], running: frozenset[Printed], left: float, right: float
) -> tuple[list[Printed], frozenset[Printed]]:
    """The lines outside a page's tables, cut where wide white parts what stands beside them; and what does.

    The tables reach from ``left`` to ``right``. A margin is used where a line is cut so: what else stands in it alone
    is beside the text as well. Fails for a margin of which no line is level with one of the text.
    """
    lines: list[Printed] = []
    used: set[int] = set()
    for line in outside:
        parts = {} if line in running else _cut(line, left, right)
        lines += parts.values() or (line,)
        used |= parts.keys()
    beside = (line for line in lines if line not in running and _side(line.words, left, right) in used - {0})
    return lines, frozenset(beside)


def _cut(line: Printed, left: float, right: float) -> dict[int, Printed]:
    """The parts of a line in the left margin (-1), in the text (0) and in the right margin (1), if it has several.

    What has no word is none: the number of a section hangs in the margin too, and the mark of a note.
    """
    sides = [_side([word], left, right) for word in line.words]
    if 0 not in sides or set(sides) == {0} or sides != sorted(sides):
        return {}
    words = list(zip(sides, line.words, strict=True))
    parted = [gap_between(one[-1], other[0]) for (a, one), (b, other) in pairwise(words) if a != b]
    said = (_says([word for at, word in words if at == side]) for side in {*sides} - {0})
    if min(parted) <= WIDE or not all(said):
        return {}
    return {side: _part(line, [word for at, word in words if at == side]) for side in dict.fromkeys(sides)}


def _says(words: Sequence[Sequence[Char]]) -> bool:
    """Whether one of them is a word, and no number or sign."""
    return any(len(word) > 1 and all(c.text.isalpha() for c in word) for word in words)


def _part(line: Printed, words: Sequence[Sequence[Char]]) -> Printed:
    """Words that stand side by side in a line, and the blanks between them, as a line of their own."""
    chars = tuple(c for c in line.chars if words[0][0].x0 <= c.x0 <= words[-1][-1].x0)
    return Printed(chars, chars_to_text(chars))


def with_gaps(line: Printed) -> Printed:
    """The line with more than one space where white much wider than that parts its words; not behind a number."""
    words = line.words
    wide = [i for i, (a, b) in enumerate(pairwise(words), 1) if gap_between(a[-1], b[0]) > GAP and _says(words[:i])]
    if not wide or line.raised:
        return line
    parts = (_part(line, line.words[a:b]).text for a, b in pairwise((0, *wide, len(line.words))))
    return Printed(line.chars, GAPS.join(parts))


def _side(words: Sequence[Sequence[Char]], left: float, right: float) -> int:
    """Whether words stand left of the tables (-1), right of them (1) or neither."""
    return -1 if words[-1][-1].x1 <= left else 1 if words[0][0].x0 >= right else 0


def _has_number(line: Printed) -> bool:
    """Whether a line begins with a number that white parts from its text."""
    words = line.words
    return len(words) > 1 and _is_digits(words[0]) and gap_between(words[0][-1], words[1][0]) > RIVER


def _is_small(line: Printed) -> bool:
    """Whether a line's number is set smaller than the line and on its baseline: no mark of a note, nor of a section."""
    number, text = line.words[0], line.words[1]
    small = max(c.size for c in number) <= SMALL * min(c.size for c in text)
    return small and abs(number[0].baseline - text[0].baseline) <= SAME_BASELINE * number[0].size


def _is_counted_on(line: Printed, outside: Sequence[Printed]) -> bool:
    """Whether numbers that stand alone, above or below a line's own and of its type, count the lines with it."""
    number = line.words[0]
    alone = (o for o in outside if len(o.words) == 1 and _is_digits(o.words[0]) and o.size == number[0].size)
    column = [o for o in (*alone, line) if o.words[0][0].x0 < number[-1].x1 and number[0].x0 < o.words[0][-1].x1]
    counts = [int(_number(o)) for o in sorted(column, key=lambda o: o.words[0][0].baseline)]
    return len(counts) >= LEAST and all(a < b for a, b in pairwise(counts))


def _is_digits(word: Sequence[Char]) -> bool:
    return len(word) <= LONGEST and all("0" <= c.text <= "9" for c in word)


def _number(line: Printed) -> str:
    return "".join(c.text for c in line.words[0])


def _parts(line: Printed) -> tuple[Printed, ...]:
    number = line.words[0]
    rest = [c for c in line.chars if c.x0 >= line.words[1][0].x0]
    return (*chars_to_lines(number), *chars_to_lines(rest))
