"""Printed lines → runs: the pieces of text that the eye sees apart, the evidence for columns and rows.

    Competenties  KerncompetentBeschrijving       A line is cut at wide gaps; at narrower ones where many pieces of
    Klantgericht  Verbindend    Toont zich …      the page begin; and, where text lies over other text, into what
                                                  was drawn as one stroke.

Not here: what the runs say (``pdf_bands``).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from statistics import median
from typing import Final, NamedTuple

from extract.pdf_lines import Printed
from extract.pdf_marks import Char, chars_to_box
from extract.pdf_overflow import line_to_strokes
from extract.pdf_spacing import SPACE, gap_between, gaps_between
from transform.document import printed_characters

#: White between two columns is at least this share of the type size.
NARROW: Final = 0.3

#: And it is wider than the white between words, by this much.
WIDER: Final = 1.15

#: In type of one width, white between columns is wider than so many spaces; such letters differ by less than a share.
SPACES: Final = 1.5
SAME: Final = 0.05

#: Where so many pieces of a page begin, a column may begin; where one did on the page before, so few will do.
MANY: Final = 5
AGAIN: Final = 2

#: A column begins where hardly a piece runs over, this share of those that begin there; those that begin or end within
#: so many tenths of the type size do not run over it.
MAY_RUN_OVER: Final = 0.2
ASIDE: Final = 2

#: A header begins so many times its type size above the first row, at most.
HEADED: Final = 5
#: The first or last row may be so many times as far from the others as those are from each other.
ROOMIER: Final = 1.25

#: A capital after a small letter.
GROWN: Final = re.compile(r"[^\W\d_A-Z][A-Z]")


class Run(NamedTuple):
    """A stretch of one line without a wide gap: what the eye takes for one piece of text.

    ``letters`` counts them. ``aligned``: it begins where many pieces of the page begin, or where some do and a column
    of the page before did.
    """

    x0: float
    top: float
    x1: float
    bottom: float
    baseline: float
    letters: int
    aligned: bool = False


def lines_to_runs(
    lines: Iterable[Printed], gap: float, drawn: Mapping[Char, int], begun: Sequence[float] = ()
) -> tuple[Run, ...]:
    """Every line cut where its ink is further apart than ``gap`` (a share of the type size).

    Also cut is a line in which something begins where many other pieces begin: columns may stand close to each other
    in a header row, or where a name fills its column. There a narrower gap will do; that of a word if hardly a line
    runs over the place and what stands before it begins in one as well; or none where the text beyond was not
    ``drawn`` right after what stands before it (``drawn`` numbers the characters), or has a capital after none.
    ``begun`` are places, in points, where columns began on the page before: there the narrower gap does for any line.
    """
    lines = list(lines)
    even = dict(filter(None, map(one_width, lines)))
    strokes = [_to_stroke(own, line, gap, even) for line in lines for own in _line_to_strokes(line, drawn)]
    between_words = [space for stroke in strokes for space in stroke.spaces]
    narrow = max(NARROW, WIDER * median(between_words)) if between_words else gap
    spans = [_span(piece) for stroke in strokes for piece in _cut_wide(stroke)]
    starts = Counter(span.start for span in spans)
    sizes = {stroke.chars[0].size for stroke in strokes} if begun else ()
    expected = {_tenths(place, size) + i for place in begun for size in sizes for i in (-1, 0, 1)}
    grown = {place for stroke in strokes for place in _grown_together(stroke)}
    few = expected.union(place + i for place in grown for i in (-1, 0, 1))
    likely = [start for start, count in starts.items() if count >= (AGAIN if start in few else MANY)]
    clear = _clear(likely, starts, spans)
    places = _Places(_nearly(likely), _nearly(clear), _clear_below(likely, clear, spans, strokes), frozenset(expected))
    pieces = ((stroke, piece) for stroke in strokes for piece in _cut(stroke, narrow, places, drawn))
    return tuple(_to_run(piece, stroke.is_even, _start(piece[0]) in places.known) for stroke, piece in pieces)


def _grown_together(stroke: _Stroke) -> Iterator[int]:
    """Where a word has a capital right after a small letter: there two words may touch, each of a column."""
    text = "".join([c.text for c in stroke.chars])
    if len(text) == len(stroke.chars) and not text.islower():
        yield from (_start(stroke.chars[found.end() - 1]) for found in GROWN.finditer(text))


class _Places(NamedTuple):
    """Where columns may begin, in tenths of the type size; hardly a line runs over those that are ``clear``.

    Over those ``below`` a line hardly one runs from the first to the last piece that begins there: between these
    baselines. ``before`` are those where columns of the page before did, whether or not something begins there again.
    """

    known: frozenset[int]
    clear: frozenset[int]
    below: Mapping[int, tuple[float, float]]
    before: frozenset[int]

    def are_clear_at(self, char: Char) -> bool:
        """Whether hardly a line runs over the place in which a character begins, about its line."""
        place = _start(char)
        rows = self.below.get(place)
        return place in self.clear or (rows is not None and rows[0] - HEADED * char.size <= char.baseline <= rows[1])


def _nearly(places: Iterable[int]) -> frozenset[int]:
    return frozenset(place + i for place in places for i in (-1, 0, 1))


def _clear(places: Iterable[int], starts: Mapping[int, int], spans: Sequence[_Span]) -> set[int]:
    """The places that few pieces run over, beside as many as begin there."""
    begun, ended = sorted(span.start for span in spans), sorted(span.end for span in spans)
    return {
        place
        for place in places
        if bisect_left(begun, place - ASIDE) - bisect_right(ended, place + ASIDE) <= MAY_RUN_OVER * starts[place]
    }


def _clear_below(
    places: Iterable[int], clear: set[int], spans: Sequence[_Span], strokes: Sequence[_Stroke]
) -> dict[int, tuple[float, float]]:
    """Other places, each with the baselines between which the same holds: a title above a table runs over all.

    No piece does in which a word begins there, as near as rows are to each other. Fails for a place in which few pieces
    begin above and below a sentence: that counts against it as before.
    """
    found: dict[int, tuple[float, float]] = {}
    within: list[tuple[int, float]] | None = None
    for place in places:
        begun = [] if place in clear else [span.baseline for span in spans if span.start == place]
        if not begun:
            continue
        top, bottom = min(begun), max(begun)
        if sum(s.start < place - ASIDE and place + ASIDE < s.end for s in spans if top <= s.baseline <= bottom) > len(
            begun
        ):
            continue
        within = _words_within(strokes, places) if within is None else within
        reach = max((low - high for high, low in pairwise(sorted(begun))), default=0.0) * ROOMIER
        words = [at for x, at in within if abs(x - place) <= 1 and top - reach <= at <= bottom + reach]
        top, bottom = min(begun + words), max(begun + words)
        if _over(place, spans, top, bottom) - len(words) <= MAY_RUN_OVER * len(begun):
            found |= dict.fromkeys((place - 1, place, place + 1), (top, bottom))
    return found


def _over(place: int, spans: Sequence[_Span], top: float, bottom: float) -> int:
    """How many pieces run over a place between two baselines."""
    return sum(s.start < place - ASIDE and place + ASIDE < s.end for s in spans if top <= s.baseline <= bottom)


def _words_within(strokes: Sequence[_Stroke], places: Iterable[int]) -> list[tuple[int, float]]:
    """The places in which a word begins within a piece, and its baseline."""
    known = _nearly(places)
    begun = ((stroke, i) for stroke in strokes for i in _in_known_places(stroke, known))
    own = (stroke.chars[i] for stroke, i in begun if i and stroke.gaps[i - 1] > SPACE and i not in stroke.wide)
    return [(_start(char), char.baseline) for char in own]


class _Stroke(NamedTuple):
    """Characters from left to right, their left edges, and the gap before each but the first, as a share of its size.

    ``spaces`` are the gaps between words, ``wide`` numbers the characters with wider white before them: than there
    mostly is between words, and by letter-spacing before and after the space, and by that of type of one width.
    ``is_even``: all stand on one baseline, and are of one size.
    """

    chars: Sequence[Char]
    left: list[float]
    gaps: list[float]
    spaces: list[float]
    wide: list[int]
    is_even: bool


def _to_stroke(chars: Sequence[Char], line: Printed, gap: float, one_width: Mapping[str, float]) -> _Stroke:
    space = max([one_width.get(c.font, 0.0) for c in chars]) if one_width else 0.0
    if chars is line.ink:
        left, gaps = line.left, line.gaps
    else:
        left, gaps = [c.x0 for c in chars], gaps_between(chars)
    white = [i for i, gap_before in enumerate(gaps, 1) if gap_before > SPACE]
    widest = gap + (2 * line.tracking + max(SPACES * space - gap, 0.0))
    spaces, wide = [gaps[i - 1] for i in white if gaps[i - 1] <= widest], [i for i in white if gaps[i - 1] > widest]
    return _Stroke(chars, left, gaps, spaces, wide, line.is_even)


def one_width(line: Printed) -> tuple[str, float] | None:
    """The font of a line and its width, as a share of the type size, if a narrow letter is as wide as another."""
    narrow = next((c for c in line.ink if c.text in "ijl"), None)
    others = (c for c in line.ink if c.text in "abdeghmnopquw") if narrow else iter(())
    other = next((c for c in others if narrow and (c.font, c.size) == (narrow.font, narrow.size)), None)
    if narrow is None or other is None:
        return None
    width = other.x1 - other.x0
    return (narrow.font, width / max(narrow.size, 1e-6)) if abs(narrow.x1 - narrow.x0 - width) < SAME * width else None


def _line_to_strokes(line: Printed, drawn: Mapping[Char, int]) -> list[Sequence[Char]]:
    """The ink of a line as one stroke; in several where letters lie over each other."""
    if not line.is_overlaid:
        return [line.ink]
    strokes: list[list[Char]] = []
    for stroke in line_to_strokes(line, drawn):
        inked = [c for c in stroke if c.inked]
        before = next((s for s in strokes if inked and _is_next_word(s[-1], inked[0], drawn)), None)
        if before is not None:
            before.extend(inked)
        elif inked:
            strokes.append(inked)
    return [*strokes]


def _is_next_word(before: Char, char: Char, drawn: Mapping[Char, int]) -> bool:
    """Whether a character begins the word drawn right after another, with or without a space drawn between."""
    return 0 < drawn[char] - drawn[before] <= 2 and gap_between(before, char) > SPACE


def _start(char: Char) -> int:
    """Where a character begins, in tenths of its size."""
    return _tenths(char.x0, char.size)


class _Span(NamedTuple):
    """Where a piece begins and ends, likewise, and its baseline."""

    start: int
    end: int
    baseline: float


def _span(piece: Sequence[Char]) -> _Span:
    return _Span(_start(piece[0]), _tenths(piece[-1].x1, piece[-1].size), piece[0].baseline)


def _tenths(place: float, size: float) -> int:
    return round(10 * place / max(size, 1e-6))


def _cut_wide(stroke: _Stroke) -> Iterator[Sequence[Char]]:
    """A stroke cut at wide gaps."""
    return (stroke.chars[start:end] for start, end in pairwise([0, *stroke.wide, len(stroke.chars)]))


def _cut(stroke: _Stroke, narrow: float, places: _Places, drawn: Mapping[Char, int]) -> Iterator[Sequence[Char]]:
    """A stroke cut at wide gaps, and where it may begin anew in a known place."""
    chars = stroke.chars
    at_known = set(_in_known_places(stroke, places.known))
    wide = {*stroke.wide} - at_known
    anew = {i for i in at_known if i and _begins_anew(chars[i - 1], chars[i], stroke.gaps[i - 1], narrow, drawn)}
    anew |= {
        i
        for i in _in_known_places(stroke, places.before)
        if i and _begins_anew(chars[i - 1], chars[i], stroke.gaps[i - 1], narrow, drawn)
    }
    cuts = wide | anew
    for i in sorted(at_known - cuts):
        if i and stroke.gaps[i - 1] > SPACE and places.are_clear_at(chars[i]):
            begin = max((cut for cut in cuts if cut < i), default=0)
            cuts |= {i} if _start(chars[begin]) in places.known else set()
    return (chars[start:end] for start, end in pairwise([0, *sorted(cuts), len(chars)]))


def _in_known_places(stroke: _Stroke, known: frozenset[int]) -> Iterator[int]:
    """Which characters begin in known places."""
    if not stroke.is_even:
        yield from (i for i, char in enumerate(stroke.chars) if _start(char) in known)
        return
    left, size = stroke.left, max(stroke.chars[0].size, 1e-6)
    for low, high in _spans(known, size):
        if low <= left[-1] and left[0] <= high:
            near = range(bisect_left(left, low), bisect_right(left, high))
            yield from [i for i in near if _tenths(left[i], size) in known]


@lru_cache(maxsize=16)
def _spans(known: frozenset[int], size: float) -> list[tuple[float, float]]:
    """Tenths of the type size as stretches, with one more on either side; tenths two apart are of one stretch."""
    spans: list[tuple[int, int]] = []
    for number in sorted(known):
        if spans and number - spans[-1][1] <= 2:
            spans[-1] = spans[-1][0], number
        else:
            spans.append((number, number))
    return [((low - 1) * size / 10, (high + 1) * size / 10) for low, high in spans]


def _begins_anew(before: Char, char: Char, white: float, narrow: float, drawn: Mapping[Char, int]) -> bool:
    """Whether another piece begins at a character in a known place."""
    return _is_unlike(before, char, white, drawn) or white > narrow


def _is_unlike(before: Char, char: Char, white: float, drawn: Mapping[Char, int]) -> bool:
    """Whether a character that follows without white is not of the same word."""
    unlike = drawn[char] != drawn[before] + 1 or (before.text.islower() and char.text.isupper())
    return unlike and white < SPACE


def _to_run(piece: Sequence[Char], is_even: bool, aligned: bool) -> Run:
    first, text = piece[0], "".join([c.text for c in piece])
    letters = sum(map(str.isalpha, text if text.isascii() else printed_characters(text)))
    if not is_even:
        box = chars_to_box(piece)
        return Run(box.x0, box.top, box.x1, box.bottom, first.baseline, letters, aligned)
    right = max([c.x1 for c in piece])
    x0, top, x1, bottom = (round(place, 2) for place in (first.x0, first.top, right, first.bottom))
    return Run(x0, top, x1, bottom, first.baseline, letters, aligned)
