"""Characters → those that share a line, by weighing: type of several sizes, raised figures, baselines near each other.

What is set plainly needs none of it: see ``pdf_plain``.
"""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median_low
from typing import NamedTuple

from extract.pdf_marks import Char
from extract.pdf_plain import ON_THE_LINE, SAME_BASELINE


class _Band(NamedTuple):
    """Characters on one baseline, and how far up and down they reach."""

    chars: list[Char]
    top: float
    bottom: float


def chars_by_line(chars: list[Char]) -> Iterator[list[Char]]:
    """Characters on one baseline, with those of other baselines that overlap their height.

    The baselines with most ink come first and take the others in; each joins the line that it overlaps most, so
    that one tall glyph never pulls two lines together.
    """
    lines: list[_Band] = []
    for band in sorted(_by_baseline(chars), key=lambda b: (-sum(c.inked for c in b.chars), b.top)):
        host = max(lines, key=lambda line: _overlap(band, line), default=None)
        if host is not None and _overlap(band, host) >= ON_THE_LINE:
            host.chars.extend(band.chars)
        else:
            lines.append(band)
    return (line.chars for line in lines)


def _by_baseline(chars: list[Char]) -> list[_Band]:
    bands: list[list[Char]] = []
    for char in sorted(chars, key=lambda c: (c.baseline, c.x0, c.text)):
        if bands and char.baseline - bands[-1][0].baseline <= SAME_BASELINE * char.size:
            bands[-1].append(char)
        else:
            bands.append([char])
    return [_Band(band, *_reach(band)) for band in bands]


def _reach(band: list[Char]) -> tuple[float, float]:
    """How far up and down most of a band reaches: one large glyph does not stretch it."""
    return median_low([c.top for c in band]), median_low([c.bottom for c in band])


def _overlap(band: _Band, line: _Band) -> float:
    """The shared height, as a share of the smaller of both."""
    shared = min(band.bottom, line.bottom) - max(band.top, line.top)
    return shared / max(min(band.bottom - band.top, line.bottom - line.top), 1e-6)
