"""Line → the bullet that stands before its text.

A bullet is stripped here, once; emitters draw their own. Whether a line with a bullet begins an indicator is
decided in ``body``: a dash at the start of a wrapped line looks the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from transform.document import Line

#: Dashes serve as bullets, but also stand within a sentence.
DASHES: Final = "-‐‑‒–—−"
#: Glyphs that are bullets wherever they begin a line followed by a gap.
GLYPHS: Final = "•‣⁃∙·●○◦■□▪▫◆◇◊►▶▸➢➤→⇒✓✔✗❖❑★☆¨§*+>»¤"
#: Bullets of symbol fonts arrive in the private-use area.
PRIVATE_USE: Final = "\ue000-\uf8ff"

_DASH = re.compile(rf"[ \t\xa0]*(?P<sign>[{re.escape(DASHES)}])(?P<gap>\s+|(?=[A-ZÀ-Ý]))")
_GLYPH = re.compile(rf"[ \t\xa0]*(?P<sign>[{re.escape(GLYPHS)}](?=\s|[^\W\d_])|[{PRIVATE_USE}]|o(?=\s))(?P<gap>\s*)")
_NUMBER = re.compile(r"[ \t\xa0]*(?P<sign>\(?(?P<label>\d{1,2}|[a-zA-Z])[.)])(?P<gap>\s+)")


class Bullet(NamedTuple):
    """A bullet: ``sign`` as printed, ``length`` of bullet and gap in the line, ``drawn`` if the layout drew it.

    ``number`` is what a numbered bullet counts to (``b)`` → 2), None for a glyph. ``gap`` is the white space
    after the bullet as printed.
    """

    sign: str
    length: int
    drawn: bool = False
    gap: str = ""
    number: int | None = None

    @property
    def is_dash(self) -> bool:
        """Whether the sign is one that also stands within sentences."""
        return self.sign in DASHES


def line_to_bullet(line: Line) -> Bullet | None:
    """The bullet that begins the line: drawn by the layout, set in a symbol font, or typed; else None."""
    if line.marker is not None:
        return Bullet(line.marker, 0, drawn=True)
    if line.symbols:
        gap = len(line.text[line.symbols :]) - len(line.text[line.symbols :].lstrip())
        sign = line.text[: line.symbols]
        return Bullet(sign.strip(), line.symbols + gap, gap=line.text[line.symbols : line.symbols + gap])
    match = _DASH.match(line.text) or _GLYPH.match(line.text)
    if match:
        return Bullet(match["sign"], match.end(), gap=match["gap"])
    match = _NUMBER.match(line.text)
    return Bullet(match["sign"], match.end(), gap=match["gap"], number=_ordinal(match["label"])) if match else None


def _ordinal(label: str) -> int:
    return int(label) if label.isdigit() else ord(label.casefold()) - ord("a") + 1


def lines_to_bullets(lines: Sequence[Line]) -> list[Bullet | None]:
    """The bullet of each line of a cell, numbers only where they count 1, 2, 3 through the cell.

    Fails for a list that begins at another number than 1: its lines are read as lines without a bullet, and
    reported as such. A sentence that begins ``2. `` by chance is text, unless it follows a ``1. ``.
    """
    bullets = [line_to_bullet(line) for line in lines]
    numbers = [b.number for b in bullets if b and b.number is not None]
    if not numbers or numbers == list(range(1, len(numbers) + 1)):
        return bullets
    return [None if b and b.number is not None else b for b in bullets]
