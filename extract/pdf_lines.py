"""Characters → printed lines: which characters share a line, in which order, and where a space was seen.

Drawing order plays no part: only places do. A space that was typed stays as it is; where none was typed and
letters stand wide apart, one is put. Not here: which cell a character belongs to.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import compress, groupby, pairwise
from operator import and_, sub
from statistics import median_low
from typing import Final, TypeVar

from msgspec import Struct

from extract.pdf_baselines import chars_by_line
from extract.pdf_marks import INK, Char, chars_to_box, is_symbol_font, measure
from extract.pdf_plain import Row, rows_apart
from extract.pdf_spacing import (
    GAPS_TO_JUDGE,
    SPACE,
    gaps_between,
    gaps_of,
    is_apart,
    is_stretched,
    narrowest_space,
    space_of,
    tracking_among,
    tracking_of,
)
from transform.place import Box

#: A letter that lies over another by more than this share of the narrower was not set beside it.
OVER: Final = 0.5

#: Type smaller than this share of its line, and raised by that share of its size, is a mark above the line.
SMALL: Final = 0.95
RAISED: Final = 0.15

#: What characters are parted by: whether they stand in a table, or the cell in which they stand.
Part = TypeVar("Part", bool, tuple[int, int])


class Printed(Struct, frozen=True, dict=True):
    """One printed line: its characters from left to right and its text, outer white space left off.

    What is asked of a line more than once is worked out once.
    """

    chars: tuple[Char, ...]
    text: str

    @cached_property
    def ink(self) -> tuple[Char, ...]:
        """The characters that leave ink."""
        return tuple([c for c in self.chars if INK[c.text]])

    @cached_property
    def left(self) -> list[float]:
        """The left edges of its ink, in order."""
        return [c.x0 for c in self.ink]

    @cached_property
    def right(self) -> list[float]:
        """The right edges of its ink."""
        return [c.x1 for c in self.ink]

    @cached_property
    def reach(self) -> tuple[float, float]:
        """From where to where its characters stand, blank ones too."""
        return min([c.x0 for c in self.chars]), max([c.x1 for c in self.chars])

    @cached_property
    def gaps(self) -> list[float]:
        """The gap before each of its ink but the first, as a share of the type size."""
        return gaps_between(self.ink)

    @cached_property
    def box(self) -> Box:
        """The rectangle around its ink."""
        if not self.is_even:
            return chars_to_box(self.ink)
        top, bottom = self.ink[0].top, self.ink[0].bottom
        return Box(measure(min(self.left)), measure(top), measure(max(self.right)), measure(bottom))

    @cached_property
    def baseline(self) -> float:
        """The baseline that most of its characters stand on."""
        return median_low([c.baseline for c in self.ink])

    @cached_property
    def size(self) -> float:
        """The type size of most of its characters."""
        return median_low([c.size for c in self.ink])

    @cached_property
    def is_row(self) -> bool:
        """Whether it stands so far apart that any of its characters, taken by themselves, are a line of their own.

        Told of lines made by ``rows_apart``, and then of all of them.
        """
        return False

    @cached_property
    def is_even(self) -> bool:
        """Whether all its characters stand on one baseline and are of one size."""
        return len({(c.baseline, c.size, c.top, c.bottom) for c in self.chars}) == 1

    @cached_property
    def is_overlaid(self) -> bool:
        """Whether one of its letters lies over the next."""
        left, right = self.left, self.right
        if max(map(sub, right, left[1:]), default=0.0) <= OVER * min(map(sub, right, left)):
            return False
        return any(is_over(a, b) for a, b in pairwise(self.ink))

    @cached_property
    def tracking(self) -> float:
        """The gap between letters within its words: see ``tracking_of``."""
        return tracking_of(self.chars)

    @cached_property
    def words(self) -> tuple[list[Char], ...]:
        """Its words, in order: characters with no space between them, typed or seen."""
        return tuple(_to_words(self.chars))

    @property
    def lead(self) -> float:
        """What its first character would take up after another line: its width, and letter-spacing on either side."""
        first = self.ink[0]
        return first.x1 - first.x0 + 2 * self.tracking * first.size

    @property
    def raised(self) -> tuple[tuple[int, int], ...]:
        """Where in its text small raised characters stand: start and end of each stretch."""
        size, baseline = self.size, self.baseline
        if self.is_even:
            return ()
        marked = [
            (piece, char.inked and baseline - char.baseline >= RAISED * size and _is_small(char, size))
            for piece, char in zip(_pieces(self.chars), self.chars, strict=True)
        ]
        return tuple(_stretches(marked))

    @property
    def pictured(self) -> bool:
        """Whether a glyph of a symbol font stands after other text."""
        fonts = [c.font for c in self.ink]
        if fonts.count(fonts[0]) == len(fonts):
            return False
        first = next((i for i, font in enumerate(fonts) if not is_symbol_font(font)), len(fonts))
        return any(map(is_symbol_font, set(fonts[first:])))

    @property
    def symbols(self) -> int:
        """How many characters at its start are glyphs of a symbol font."""
        count = 0
        for char in self.chars:
            if char.inked and not is_symbol_font(char.font):
                break
            count += len(char.text) if char.inked else 0
        return count


def _is_small(char: Char, size: float) -> bool:
    """Whether a character is smaller than its line; a figure need not be, to be a mark where it is raised."""
    return char.size <= SMALL * size or (char.size <= size and char.text.isdecimal())


def chars_to_lines(chars: Iterable[Char]) -> tuple[Printed, ...]:
    """The lines from top to bottom; blank ones are left out, for they leave no ink."""
    everything = list(chars)
    rows = rows_apart(everything)
    if rows is not None:
        return _spaced_as_others([(row, _row_to_line(row)) for row in rows if any(INK[c.text] for c in row.chars)])
    lines = [sorted(line, key=lambda c: (c.x0, c.x1, c.text)) for line in chars_by_line(everything)]
    printed = [Printed(tuple(line), chars_to_text(line)) for line in lines if any(c.inked for c in line)]
    return tuple(sorted(printed, key=lambda line: (line.baseline, line.chars[0].x0)))


def _spaced_as_others(made: Sequence[tuple[Row, Printed]]) -> tuple[Printed, ...]:
    """The lines, those too short to tell how they are spaced as the others of their font and size are.

    Fails where no other line is so.
    """
    if not any(_is_short(line) for _, line in made):
        return tuple(line for _, line in made)
    known: dict[tuple[str, float], list[float]] = defaultdict(list)
    for row, line in made:
        if len(line.ink) > GAPS_TO_JUDGE and row.size is not None:
            known[line.ink[0].font, row.size].append(line.tracking)
    around = {kind: median_low(tracking) for kind, tracking in known.items()}
    return tuple(
        _row_to_line(row, around.get((line.ink[0].font, row.size or 0.0), 0.0)) if _is_short(line) else line
        for row, line in made
    )


def _is_short(line: Printed) -> bool:
    """Whether a line of a few letters has spaces that may be letter-spacing."""
    return len(line.ink) <= GAPS_TO_JUDGE and len(line.words) > 1


def lines_parted(lines: Sequence[Printed], of: Mapping[Char, Part]) -> dict[Part, list[Printed]] | None:
    """The lines of each part of the characters, as ``chars_to_lines`` makes them; None where it has to be asked.

    ``of`` tells the part of each character. A line that is all in one part is taken as it is.
    """
    if not all(line.is_row for line in lines):
        return None
    parted: dict[Part, list[Printed]] = defaultdict(list)
    for line in lines:
        parts = list(map(of.__getitem__, line.chars))
        if parts.count(parts[0]) == len(parts):
            parted[parts[0]].append(line)
            continue
        for part in dict.fromkeys(parts):
            chars = [char for char, own in zip(line.chars, parts, strict=True) if own == part]
            if any(INK[c.text] for c in chars):
                size = line.size if line.is_even else None
                row = Row(chars, [c.x0 for c in chars], line.baseline, size)
                parted[part].append(_row_to_line(row, line.tracking))
    return parted


def _row_to_line(row: Row, around: float = 0.0) -> Printed:
    """A line of one baseline; what its letters and gaps tell is told at once.

    ``around``: how what stands around it is letter-spaced, for a line too short to tell.
    """
    chars, starts, ends = row.chars, row.places, [c.x1 for c in row.chars]
    texts = [c.text for c in chars]
    inked = list(map(INK.__getitem__, texts))
    beside = list(map(and_, inked, inked[1:]))
    gaps = gaps_between(chars) if row.size is None else gaps_of(starts, ends, row.size)
    known = sorted(compress(gaps, beside))
    tracking = tracking_among(known, around)
    apart = set[int]()
    if known and known[-1] > tracking + SPACE:
        space = narrowest_space(known, tracking, typed=len(known) < len(gaps))
        wide = [i for i, gap in enumerate(gaps, 1) if beside[i - 1] and gap > space]
        apart = {i for i in wide if not is_stretched(chars, gaps, i)}
        texts = [f" {text}" if i in apart else text for i, text in enumerate(texts)]
    line = Printed(tuple(chars), unicodedata.normalize("NFC", "".join(texts)).strip())
    left, right = list(compress(starts, inked)), list(compress(ends, inked))
    told = {
        "is_row": True,
        "ink": tuple(compress(chars, inked)),
        "left": left,
        "right": right,
        "reach": (starts[0], max(ends)),
        "baseline": row.baseline,
        "tracking": tracking,
        "words": tuple(_cut_words(chars, inked, apart)),
    }
    if row.size is not None:
        told |= {"size": row.size, "is_even": True, "gaps": gaps_of(left, right, row.size)}
    line.__dict__.update(told)
    return line


def _cut_words(chars: list[Char], inked: list[bool], apart: set[int]) -> Iterator[list[Char]]:
    """Words of characters, cut at blanks, which are left out, and before those that stand ``apart``."""
    start = 0
    for cut in sorted([*apart, *[i for i, ink in enumerate(inked) if not ink]]):
        if start < cut:
            yield chars[start:cut]
        start = cut if cut in apart else cut + 1
    if start < len(chars):
        yield chars[start:]


def chars_to_text(line: Sequence[Char]) -> str:
    """The text of characters in order, a space where one was typed or seen; NFC, no outer white space."""
    return unicodedata.normalize("NFC", "".join(_pieces(line))).strip()


def _pieces(line: Sequence[Char]) -> Iterator[str]:
    """The text of each character, with the space before it where one is seen and none was typed."""
    space, gaps = space_of(line), gaps_between(line)
    yield from (line[0].text,) if line else ()
    for i, (before, char) in enumerate(pairwise(line), 1):
        apart = is_apart(before, char, space) and not is_stretched(line, gaps, i)
        yield f" {char.text}" if apart else char.text


def _stretches(marked: Sequence[tuple[str, bool]]) -> Iterator[tuple[int, int]]:
    """Where the marked pieces stand in the text made of all of them, its outer white space left off."""
    whole = "".join(piece for piece, _ in marked)
    end = -(len(whole) - len(whole.lstrip()))
    for is_marked, group in groupby(marked, key=lambda pair: pair[1]):
        start, stretch = end, "".join(piece for piece, _ in group)
        end += len(stretch)
        if is_marked:
            yield start + len(stretch) - len(stretch.lstrip()), end


def line_to_words(line: Printed) -> Iterator[list[Char]]:
    """The words of a line, in order; they are the line's own, and not to be changed."""
    return iter(line.words)


def _to_words(chars: Sequence[Char]) -> Iterator[list[Char]]:
    word: list[Char] = []
    space, gaps = space_of(chars), gaps_between(chars)
    for i, char in enumerate(chars):
        apart = bool(word) and is_apart(word[-1], char, space) and not is_stretched(chars, gaps, i)
        if word and (apart or not char.inked):
            yield word
            word = []
        if char.inked:
            word.append(char)
    if word:
        yield word


def overlapped_words(line: Printed) -> tuple[Printed, ...]:
    """The words of a line in which letters lie over each other, so that their order is not certain.

    Fails for text that lies over other text letter on letter at another size, which makes two lines.
    """
    if not line.is_overlaid:
        return ()
    words = [word for word in line.words if any(is_over(a, b) for a, b in pairwise(word))]
    return tuple(Printed(tuple(word), chars_to_text(word)) for word in words)


def is_over(before: Char, char: Char) -> bool:
    """Whether more than half of the narrower of two letters lies over the other."""
    narrower = min(before.x1 - before.x0, char.x1 - char.x0)
    letters = before.text.isalnum() and char.text.isalnum()
    return letters and before.x1 - char.x0 > narrower * OVER
