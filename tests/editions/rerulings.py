"""Rules drawn in another way: strokes of a page as thin filled rectangles, twice, or without a width.

Known to be of no effect on a program that fills its rules by itself (Chromium).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from tests.editions.redrawing import Operation

#: How a colour is set for strokes → for fills.
FILLS: Final = {"G": "g", "RG": "rg", "K": "k", "CS": "cs", "SC": "sc", "SCN": "scn"}
_PATH: Final = frozenset({"m", "l", "re", "h"})
#: Half the distance between two lines that are one rule, in points.
APART: Final = 0.9
Line = tuple[float, float, float, float]


def filled(operations: Iterable[Operation]) -> Iterator[Operation]:
    """Strokes that lie along the page become rectangles as wide as the stroke, filled; dashes are lost."""
    path: list[Operation] = []
    colours: list[Operation] = []
    width, stack = 1.0, list[tuple[float, list[Operation]]]()
    for operation in operations:
        name = operation.operator
        if name in _PATH:
            path.append(operation)
            continue
        if name in ("S", "s") and path:
            yield from _rectangles(path, width, colours)
            path = []
            continue
        yield from path
        path = []
        if name == "q":
            stack.append((width, list(colours)))
        elif name == "Q" and stack:
            width, colours = stack.pop()
        elif name == "w":
            width = float(operation.operands[0])
        elif name in FILLS:
            # a colour space stands before the colour in it
            kept = [colour for colour in colours if name in ("SC", "SCN") and colour.operator == "cs"]
            colours = [*kept, Operation(operation.operands, FILLS[name])]
        yield operation


def _rectangles(path: list[Operation], width: float, colours: list[Operation]) -> Iterator[Operation]:
    yield Operation((), "q")
    yield from colours
    for x0, y0, x1, y1 in _lines(path):
        left, low = min(x0, x1), min(y0, y1)
        if x0 != x1 and y0 != y1:
            raise ValueError("a stroke that does not lie along the page")
        across, up = abs(x1 - x0) or width, abs(y1 - y0) or width
        yield Operation((left - width / 2 * (x0 == x1), low - width / 2 * (y0 == y1), across, up), "re")
    yield Operation((), "f")
    yield Operation((), "Q")


def _lines(path: list[Operation]) -> Iterator[Line]:
    start = at = (0.0, 0.0)
    for operands, operator in path:
        numbers: list[Any] = [float(operand) for operand in operands]
        if operator == "re":
            x, y, width, height = numbers
            yield from ((x, y, x + width, y), (x, y + height, x + width, y + height))
            yield from ((x, y, x, y + height), (x + width, y, x + width, y + height))
            continue
        to = start if operator == "h" else (numbers[0], numbers[1])
        if operator == "m":
            start = to
        else:
            yield (*at, *to)
        at = to


def doubled(operations: Iterable[Operation]) -> Iterator[Operation]:
    """Every stroke that lies along the page becomes two beside each other."""
    path: list[Operation] = []
    for operation in operations:
        if operation.operator in _PATH:
            path.append(operation)
            continue
        is_stroke = operation.operator == "S" and path
        yield from _beside(path) if is_stroke else path
        path = []
        yield operation


def _beside(path: list[Operation]) -> Iterator[Operation]:
    for x0, y0, x1, y1 in _lines(path):
        across, up = APART * (x0 == x1), APART * (y0 == y1)
        for side in (-1, 1):
            yield Operation((x0 + side * across, y0 + side * up), "m")
            yield Operation((x1 + side * across, y1 + side * up), "l")


def of_no_width(operations: Iterable[Operation]) -> Iterator[Operation]:
    """Every stroke as thin as the printer can make it."""
    for operation in operations:
        is_width = operation.operator == "w"
        yield Operation((0,), "w") if is_width else operation
