"""A line on which words run over the edge of their cell → the words apart, each to be put where it begins.

    │ Omgevingsbewustz│Verbindend   │     A name too long for its column runs into, or under, the next cell's
    │ Omgevingsbewusti│ernbVernbind…│     text. Letters that follow each other without a gap are one stroke of
                                          text, whatever lies over it; where letters meet but do not overlap, the
    place at which the next column's lines begin parts them.

Every word treated here is reported by ``pdf_tables.words_over_walls``. Fails where both strokes end at one place,
and for a column whose lines do not begin at one place (centred) when its text meets the word without overlap.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import inf
from operator import lt
from typing import Final

from msgspec.structs import astuple

from extract.pdf_lines import Printed, chars_to_lines, chars_to_text, line_to_words
from extract.pdf_marks import Char
from extract.pdf_spacing import SPACE, tracking_of

#: Letters follow each other when one begins within this share of the type size of where the other ends.
MEETS: Final = SPACE

#: Places that differ by less than this share of the type size are the place at which a column's lines begin.
AT_START: Final = 0.06

#: What the first piece of a hyphenated word ends in.
HYPHENS: Final = "-‐"

#: Signs that no word has after another sign.
BULLETS: Final = HYPHENS + "–—•·▪■◦*"

#: A place at which so many lines of a column begin is no chance.
HABIT: Final = 3

#: Kerning apart, letters of one word leave no more than this share of the type size between them.
SEAM: Final = 0.02


def line_to_strokes(line: Printed, drawn: Mapping[Char, int]) -> list[list[Char]]:
    """The characters of a line in strokes: each goes on where the one before it ended.

    ``drawn`` numbers the characters as they were drawn. What was drawn next goes on a stroke before what merely
    stands there: where letters lie over each other, two may.
    """
    after = _successors(line.chars, drawn)
    heads = [char for char in line.chars if char not in set(after.values())]
    return [list(_follow(head, after)) for head in heads]


def _successors(chars: Sequence[Char], drawn: Mapping[Char, int]) -> dict[Char, Char]:
    """Which character goes on where another ended: the likeliest pairs first, each character once."""
    tracking = tracking_of(chars)
    pairs = [
        ((drawn[b] - drawn[a] != 1, apart), a, b)
        for a in chars
        for b in chars
        if a.x0 < b.x0 and (apart := _apart(a, b, tracking)) <= MEETS * b.size
    ]
    after: dict[Char, Char] = {}
    taken: set[Char] = set()
    for _, before, char in sorted(pairs, key=lambda pair: (pair[0], astuple(pair[1]), astuple(pair[2]))):
        if before not in after and char not in taken:
            after[before] = char
            taken.add(char)
    return after


def _apart(before: Char, char: Char, tracking: float) -> float:
    """How far a character stands from where it would go on, set close or letter-spaced as the line is."""
    gap = char.x0 - before.x1
    return min(abs(gap), abs(gap - tracking * char.size))


def words_drawn_back(chars: Sequence[Char], lines: Iterable[Printed]) -> Iterator[Printed]:
    """The words with a letter that stands before what was drawn right before it: in the text they have changed places.

    So it is where a font tells its widths wrong, and where a word is set over the one before it; ``chars`` are in
    drawing order. Fails for letters drawn one by one in an order of their own: they are told, and read rightly.
    """
    left = [char.x0 for char in chars]
    behind = (i for i, is_before in enumerate(map(lt, left[1:], left), 1) if is_before)
    pairs = ((chars[i - 1], chars[i]) for i in behind)
    back = {char for before, char in pairs if before.x0 < char.x0 + char.size and _shares_line(before, char)}
    for line in lines if back else ():
        if not back.isdisjoint(line.chars):
            yield from (Printed(tuple(word), chars_to_text(word)) for word in line.words if not back.isdisjoint(word))


def _shares_line(before: Char, char: Char) -> bool:
    return char.inked and before.baseline == char.baseline and before.angle == char.angle == 0


def follows(before: Char, char: Char) -> bool:
    """Whether a character begins where another on its baseline ended."""
    return abs(char.x0 - before.x1) <= MEETS * char.size and before.baseline == char.baseline


def _follow(char: Char | None, after: Mapping[Char, Char]) -> Iterator[Char]:
    while char is not None:
        yield char
        char = after.get(char)


def strokes_to_words(
    strokes: Iterable[Sequence[Char]], starts: Mapping[int, tuple[float, ...]], drawn: Mapping[Char, int]
) -> Iterator[list[Char]]:
    """The words of strokes; one that meets the next column's text is cut where that column's lines begin.

    Where another stroke begins at that place, it is the next column's text: then nothing is cut. Only beside a bullet,
    which is a stroke of its own, may text begin after the indent. ``starts`` are ``column_starts``.
    """
    strokes = list(strokes)
    begun = [stroke[0] for stroke in strokes]
    likely = list[float]()
    for outer, *inner in starts.values():
        beside = [char for char in begun if _is_at(char, outer)]
        likely += [outer, *inner] if beside and not any(char.text.isalnum() for char in beside) else [outer]
    places = [start for start in likely if not any(_is_at(char, start) for char in begun)]
    for stroke in strokes:
        for line in chars_to_lines(stroke):
            for word in line_to_words(line):
                yield from _cut(word, places, drawn)


def _cut(word: list[Char], starts: Sequence[float], drawn: Mapping[Char, int]) -> Iterator[list[Char]]:
    apart = [index for index, (a, b) in enumerate(pairwise(word), start=1) if drawn[b] - drawn[a] != 1]
    begin = 0
    for index in range(1, len(word)):
        if _is_seam(word, index, starts, in_two=apart == [index]):
            yield word[begin:index]
            begin = index
    yield word[begin:]


def _is_seam(word: Sequence[Char], index: int, starts: Sequence[float], *, in_two: bool) -> bool:
    """Whether another column's text begins at a character: at its place, and it does not look like one word.

    ``in_two``: what stands before it was drawn in one go, and so was it and the rest, but not both together.
    """
    before, char = word[index - 1 : index + 1]
    if not any(_is_at(char, start) for start in starts):
        return False
    unlike = abs(char.x0 - before.x1) > SEAM * char.size or before.font != char.font
    after_capitals = before.text.isupper() and all(c.text.islower() for c in word[index + 1 : index + 2])
    ended = before.text.islower() or before.text in HYPHENS or after_capitals
    bullet = char.text in BULLETS and not before.text.isalnum()
    return unlike or bullet or in_two or (char.text.isupper() and ended)


def _is_at(char: Char, start: float) -> bool:
    return abs(char.x0 - start) <= AT_START * char.size


def column_starts(
    edges: Sequence[float], lines: Sequence[Printed], drawn: Mapping[Char, int]
) -> Mapping[int, tuple[float, ...]]:
    """Where the lines of each column begin: at the leftmost, and after an indent that most lines of a list have."""
    outer = _leftmost(edges, lines, drawn)
    inner = _hanging(edges, lines)
    return {column: tuple(dict.fromkeys((place, inner.get(column, place)))) for column, place in outer.items()}


def _hanging(edges: Sequence[float], lines: Sequence[Printed]) -> dict[int, float]:
    """Where most lines of a column begin, if that is a habit: such as the text of a list, beside its bullets."""
    begun: dict[int, Counter[float]] = defaultdict(Counter)
    for line in lines:
        places = [word[0].x0 for word in reversed(line.words) if word[0].text.isalnum()]
        for column, place in {_column(edges, place): place for place in places}.items():
            begun[column][place] += 1
    most = {column: places.most_common(1)[0] for column, places in begun.items()}
    return {column: place for column, (place, times) in most.items() if times >= HABIT}


def _leftmost(edges: Sequence[float], lines: Sequence[Printed], drawn: Mapping[Char, int]) -> dict[int, float]:
    """Where the lines of each column begin at the leftmost, by the words that lie within one column.

    Where words of the column before lie over all of them: as far from the edge as in the other columns, if it is the
    same in all of those; else by what was drawn there on its own, more than once.
    """
    starts: dict[int, float] = {}
    words = [word for line in lines for word in line_to_words(line)]
    for word in words:
        place, column = word[0].x0, _column(edges, word[0].x0)
        if place < starts.get(column, inf) and column == _column(edges, word[-1].across):
            starts[column] = place
    if len(starts) < len(edges) - 1:
        starts |= _by_padding(edges, starts, max(char.size for word in words for char in word) if words else 0.0)
        for (column, place), times in sorted(_begun(edges, words, drawn).items()):
            if times > 1:
                starts.setdefault(column, place)
    return starts


def _by_padding(edges: Sequence[float], starts: Mapping[int, float], size: float) -> dict[int, float]:
    """Where the lines of the other columns begin if all leave as much white; none where the known ones do not.

    The last counts: the left edge of a table is the outside of its rule, the others are the middle of theirs.
    """
    free = [start - edges[column] for column, start in sorted(starts.items())]
    if not free or max(free) - min(free) > AT_START * size:
        return {}
    return {column: edges[column] + free[-1] for column in range(len(edges) - 1) if column not in starts}


def _begun(
    edges: Sequence[float], words: Iterable[Sequence[Char]], drawn: Mapping[Char, int]
) -> Mapping[tuple[int, float], int]:
    """How often something was drawn on its own from a place in a column onwards."""
    chars = {number: char for char, number in drawn.items()}
    begun: Counter[tuple[int, float]] = Counter()
    for char in (char for word in words for char in word):
        before = chars.get(drawn[char] - 1)
        if before is None or not follows(before, char):
            begun[_column(edges, char.x0), round(char.x0, 1)] += 1
    return begun


def _column(edges: Sequence[float], place: float) -> int:
    return bisect_right(edges, place, 1, len(edges) - 1) - 1
