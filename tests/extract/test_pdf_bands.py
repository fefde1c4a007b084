"""Bands of a grid: the white between the pieces of text in them."""

from __future__ import annotations

import pytest

from extract.pdf_bands import band_gaps
from extract.pdf_rules import Measure
from extract.pdf_runs import Run


def piece(start: float, end: float, *, size: float) -> Run:
    return Run(start, 100, end, 100 + size, 100 + size, letters=8)


@pytest.mark.parametrize(("size", "expected"), [(10, [(40, 60)]), (8, [(40, 60), (100, 102.8)])])
def test_a_gap_is_wide_beside_its_own_type_not_only_beside_the_text_below(
    size: float, expected: list[tuple[float, float]]
) -> None:
    """``Competentie      Beschrijving en indicatoren`` above a body of 8 points: a space of 10 points is 2.8 wide."""
    header = [piece(0, 40, size=size), piece(60, 100, size=size), piece(102.8, 140, size=size)]
    assert band_gaps(header, Measure(size=8, pitch=10)) == expected
