"""Text at an angle (a stamp, a watermark, a title up the side) → lines of its own, apart from the page's text.

Mixed into the lines it would break words that it lies over. Each angle is read along its own direction.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence

from extract.pdf_lines import Printed, chars_to_lines
from extract.pdf_marks import Char, chars_to_box, level_char
from transform.document import Line
from transform.place import PagePlace


def turned_to_lines(chars: Sequence[Char], page: int) -> tuple[Line, ...]:
    """The lines of text at an angle, by angle and then in reading order; boxes as they stand on the page."""
    by_angle: dict[float, list[Char]] = defaultdict(list)
    for char in chars:
        by_angle[char.angle].append(char)
    return tuple(line for angle in sorted(by_angle) for line in _angle_to_lines(by_angle[angle], angle, page))


def _angle_to_lines(chars: Sequence[Char], angle: float, page: int) -> list[Line]:
    level = {_level(char, angle): char for char in chars}
    return [_to_line(line, [level[c] for c in line.chars if c.inked], page) for line in chars_to_lines(level)]


def _level(char: Char, angle: float) -> Char:
    """A character as it would stand if its text ran level: turned about the page's corner."""
    turn = math.radians(angle)
    along = char.across * math.cos(turn) - char.down * math.sin(turn)
    below = char.across * math.sin(turn) + char.down * math.cos(turn)
    return level_char(char.text, along - char.advance / 2, below, char.advance, char.size, char.font)


def _to_line(line: Printed, drawn: Sequence[Char], page: int) -> Line:
    box = chars_to_box(drawn)
    return Line(
        text=line.text,
        origin=PagePlace(page, box),
        indent=box.x0,
        symbols=line.symbols,
        size=round(line.size, 2),
    )
