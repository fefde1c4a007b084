"""Text at an angle: a whole page that lies on its side is set upright; a stamp or a watermark gets lines of its own.

Mixed into the page's lines, text at another angle would break words that it lies over. Each angle is read along its
own direction. Fails for a page of which half the text lies one way and half another: it is read as it is shown.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from msgspec.structs import replace

from extract.pdf_lines import Printed, chars_to_lines
from extract.pdf_marks import Annotation, Char, Mark, Sheet, char_to_origin, chars_to_box, level_char, turned_char
from extract.pdf_spacing import gap_between
from transform.document import Line, Table
from transform.place import Box, PagePlace

#: In degrees: text that leans less than this along a page on its side is level once the page is upright.
ASKEW: Final = 2.9

#: What stands no further from a word than this share of the type size, a space of type of one width, is the next of its
#: text.
NEXT_WORD: Final = 0.7


def turned_to_lines(chars: Sequence[Char], page: int) -> tuple[Line, ...]:
    """The lines of text at an angle, by angle and then in reading order; boxes as they stand on the page."""
    by_angle: dict[float, list[Char]] = defaultdict(list)
    for char in chars:
        by_angle[char.angle].append(char)
    return tuple(line for angle in sorted(by_angle) for line in _angle_to_lines(by_angle[angle], angle, page))


def fill_cells(table: Table, turned: Sequence[Char], page: int) -> tuple[Table, list[Char]]:
    """The table with text that runs up or down in its empty cells, and the characters that are left."""
    if not any(map(is_upright, turned)):
        return table, list(turned)
    empty = [c for row in table.rows for c in row.cells if c.box and not (c.lines or c.merged_above)]
    put = _chars_to_cells(turned, [cell.box for cell in empty if cell.box])
    own = {id(cell): [c for c in turned if put.get(c) == number] for number, cell in enumerate(empty)}
    filled = {name: turned_to_lines(chars, page) for name, chars in own.items() if chars}
    rows = [
        replace(row, cells=tuple(replace(c, lines=filled[id(c)]) if id(c) in filled else c for c in row.cells))
        for row in table.rows
    ]
    return replace(table, rows=tuple(rows)), [char for char in turned if char not in put]


def _chars_to_cells(chars: Sequence[Char], boxes: Sequence[Box]) -> dict[Char, int]:
    """The number of the box in which each character stands that does, word by word.

    A word may run over the end of its cell: it stands where it begins, or most of it; so does what it follows or goes
    before, and stands in none: a text that is longer than its cell runs out at either end.
    """
    put = {c: at for c in chars if not c.inked and is_upright(c) and (at := _box_of([c], boxes)) is not None}
    for line, level in _upright_lines(chars):
        words = line.words
        cells = [_box_of([level[c] for c in word], boxes) for word in words]
        for numbers in (range(1, len(words)), range(len(words) - 2, -1, -1)):
            for i in numbers:
                j = i - 1 if numbers.step > 0 else i + 1
                beside = gap_between(words[min(i, j)][-1], words[max(i, j)][0]) <= NEXT_WORD
                cells[i] = cells[j] if cells[i] is None and beside else cells[i]
        for word, at in zip(words, cells, strict=True):
            put.update({level[c]: at for c in word} if at is not None else {})
    return put


def upright_words(chars: Sequence[Char]) -> Iterator[Sequence[Char]]:
    """The words that run up or down the page."""
    for line, level in _upright_lines(chars):
        yield from ([level[c] for c in word] for word in line.words)


def _upright_lines(chars: Sequence[Char]) -> Iterator[tuple[Printed, dict[Char, Char]]]:
    """Each line that runs up or down the page as it would stand level, with its characters as they stand."""
    for angle in dict.fromkeys(c.angle for c in chars if is_upright(c)):
        level = {_level(char, angle): char for char in chars if char.angle == angle}
        yield from ((line, level) for line in chars_to_lines(level))


def _box_of(word: Sequence[Char], boxes: Sequence[Box]) -> int | None:
    """The number of the box in which a word begins; else of one in which most of its characters stand."""
    inside = [[box.x0 <= c.across <= box.x1 and box.top <= c.down <= box.bottom for c in word] for box in boxes]
    begun = (number for number, held in enumerate(inside) if held[0])
    most = (number for number, held in enumerate(inside) if 2 * sum(held) > len(held))
    return next(begun, next(most, None))


def is_upright(char: Char) -> bool:
    """Whether text runs up or down the page, as in a narrow cell, rather than aslant over it."""
    return _quarter(char) in (90, 270)


def _angle_to_lines(chars: Sequence[Char], angle: float, page: int) -> list[Line]:
    level = {_level(char, angle): char for char in chars}
    return [_to_line(line, [level[c] for c in line.chars if c.inked], page) for line in chars_to_lines(level)]


def _level(char: Char, angle: float) -> Char:
    """A character as it would stand if its text ran level: turned about the page's corner."""
    turn = math.radians(angle)
    x, y = char_to_origin(char)
    along = x * math.cos(turn) - y * math.sin(turn)
    below = x * math.sin(turn) + y * math.cos(turn)
    return level_char(char.text, along, below, char.advance, char.size, char.font)


def _to_line(line: Printed, drawn: Sequence[Char], page: int) -> Line:
    box = chars_to_box(drawn)
    return Line(
        text=line.text,
        origin=PagePlace(page, box),
        indent=box.x0,
        symbols=line.symbols,
        size=round(line.size, 2),
        running=drawn[0].angle != 0 and not is_upright(drawn[0]),
    )


def sheet_upright(sheet: Sheet) -> tuple[Sheet, int]:
    """The page with most of its text level, and the quarter turns clockwise (in degrees) that this took."""
    if {char.angle for char in sheet.chars} <= {0}:
        return sheet, 0
    quarters = Counter(_quarter(char) for char in sheet.chars if char.inked)
    turned = quarters.most_common(1)[0][0] if quarters else 0
    if not turned or 2 * quarters[turned] <= quarters.total():
        return sheet, 0
    turn = _Turn(turned, sheet.width, sheet.height)
    width, height = (sheet.height, sheet.width) if turned % 180 else (sheet.width, sheet.height)
    return sheet._replace(
        width=width,
        height=height,
        chars=tuple(turn.char(char) for char in sheet.chars),
        hidden=tuple(turn.char(char) for char in sheet.hidden),
        strokes=tuple(turn.box(stroke) for stroke in sheet.strokes),
        slants=tuple((turn.point(*start), turn.point(*end)) for start, end in sheet.slants),
        shades=tuple(turn.box(shade) for shade in sheet.shades),
        spots=tuple(turn.box(spot) for spot in sheet.spots),
        rings=tuple(turn.box(ring) for ring in sheet.rings),
        images=tuple(turn.rectangle(*image) for image in sheet.images),
        annotations=tuple(turn.annotation(one) for one in sheet.annotations),
        unseen=tuple(turn.char(char) for char in sheet.unseen),
    ), turned


def _quarter(char: Char) -> int:
    """The quarter turn, in degrees, that a character's text runs along; 0 for text aslant."""
    quarter = round(char.angle / 90) * 90
    return quarter % 360 if abs(char.angle - quarter) <= ASKEW else 0


class _Turn(NamedTuple):
    """Quarter turns clockwise of a page of this size."""

    degrees: int
    width: float
    height: float

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the page comes to lie."""
        match self.degrees:
            case 90:
                return self.height - y, x
            case 180:
                return self.width - x, self.height - y
            case _:
                return y, self.width - x

    def char(self, char: Char) -> Char:
        """A character, level if its text now runs level or nearly so."""
        x, y = self.point(*char_to_origin(char))
        angle = round((char.angle - self.degrees + 180) % 360 - 180, 1)
        if abs(angle) <= ASKEW:
            return level_char(char.text, x, y, char.advance, char.size, char.font)
        return turned_char(char.text, (x, y), angle, char.advance, char.size, char.font)

    def box(self, mark: Mark) -> Mark:
        """A stroke or a shaded area."""
        x0, top, x1, bottom = self.rectangle(mark.x0, mark.top, mark.x1, mark.bottom)
        return mark._replace(x0=x0, top=top, x1=x1, bottom=bottom)

    def annotation(self, one: Annotation) -> Annotation:
        """An annotation, and the areas that it marks."""
        areas = tuple(self.rectangle(*area) for area in one.areas)
        return one._replace(box=self.rectangle(*one.box), areas=areas)

    def rectangle(self, x0: float, top: float, x1: float, bottom: float) -> tuple[float, float, float, float]:
        """Where the edges of a rectangle come to lie."""
        corners = self.point(x0, top), self.point(x1, bottom)
        (left, right), (upper, lower) = map(sorted, zip(*corners, strict=True))
        return left, upper, right, lower
