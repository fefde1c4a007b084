"""Room in which the PDF library writes places, a column of x and one of y, with a pointer to every number.

To make a pointer takes about as long as to call the library, so they are made once and serve all pages of all files.
"""

from __future__ import annotations

import ctypes
from array import array
from collections.abc import Callable, Iterable
from itertools import repeat
from typing import Any

_BYTES = ctypes.sizeof(ctypes.c_double)


class Room:
    """Room for so many places at once."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._xs, self._ys = (ctypes.c_double * size)(), (ctypes.c_double * size)()
        self._all_xs, self._all_ys = memoryview(self._xs).cast("B"), memoryview(self._ys).cast("B")
        offsets = range(0, _BYTES * size, _BYTES)
        self._to_xs, self._to_ys = (list(map(ctypes.byref, repeat(room), offsets)) for room in (self._xs, self._ys))

    def filled(
        self, count: int, write: Callable[[range, Iterable[Any], Iterable[Any]], None]
    ) -> tuple[array[float], array[float]]:
        """So many places: ``write`` is given their numbers, and at least as many pointers to x and to y."""
        xs, ys = array("d"), array("d")
        for start in range(0, count, self._size):
            numbers = range(start, min(start + self._size, count))
            write(numbers, self._to_xs, self._to_ys)
            xs.frombytes(self._all_xs[: _BYTES * len(numbers)])
            ys.frombytes(self._all_ys[: _BYTES * len(numbers)])
        return xs, ys
