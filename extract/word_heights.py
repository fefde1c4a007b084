"""Rows of a fixed height: Word cuts off what does not fit.

    w:trHeight w:hRule="exact" w:val="500"       25 points, however much text there is

A row without room for a letter is not shown. Otherwise the lines that a cell's text takes up are reckoned, on the small
side. Fails for a text of which hardly a line does not fit, for spacing between paragraphs, and for tables in a cell.
"""

from __future__ import annotations

import math
from typing import Final

from extract.sight import is_tiny
from extract.word_styles import Styles, run_to_size
from extract.word_tree import Element, W, attribute, descendant, points

#: How wide a letter and how high a line is at least, as shares of the type size.
LETTER: Final = 0.43
LINE: Final = 1.1


def exact_height(row: Element) -> float | None:
    """The fixed height of a row in points; None where it grows with its text."""
    said = descendant(row, "trPr/trHeight")
    return points(attribute(said, "val")) if attribute(said, "hRule") == "exact" else None


def is_flat(row: Element, styles: Styles) -> bool:
    """Whether a row is so low that nobody sees what is in it."""
    height = exact_height(row)
    return height is not None and is_tiny(height, styles.usual_size())


def is_cut(cell: Element, height: float, styles: Styles) -> bool:
    """Whether a cell of this height surely has more text than it shows; upright text is let be."""
    if descendant(cell, "tcPr/textDirection") is not None:
        return False
    said = descendant(cell, "tcPr/tcW")
    wide = points(attribute(said, "w")) if attribute(said, "type") in {None, "dxa"} else None
    return sum(_height(paragraph, wide, styles) for paragraph in cell.iter(W + "p")) > height


def _height(paragraph: Element, wide: float | None, styles: Styles) -> float:
    """How high a paragraph is at least, set in a column so wide; of an empty one nothing is cut off."""
    texts = list(paragraph.iter(W + "t"))
    length = sum(len(text.text or "") for text in texts)
    if not length:
        return 0.0
    size = min(run_to_size(descendant(text.getparent(), "rPr"), paragraph, styles) for text in texts)
    lines = math.ceil(length * LETTER * size / wide) if wide else 1
    return max(lines, 1) * LINE * size
