"""The Document: what a reader found in a file, before anyone asks what it means.

    Document
    ├── pages   what each page holds, counted apart from the reading (the books' other side)
    └── blocks  in reading order: Line | Table
                                         └── rows ── cells ── lines

Readers for PDF and Word yield the same types. Nothing here is interpreted: bullets, labels, repeated header
rows and hyphens at line ends stand in the text as printed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final, TypeAlias

from msgspec import Struct
from msgspec.structs import force_setattr

from transform.findings import Finding
from transform.model import Source
from transform.place import Box, Origin, PagePlace

#: Type is smaller than that beside it if it is no more than this share of it.
SMALLER: Final = 0.85


class Raised(Struct, frozen=True, kw_only=True, gc=False):
    """``text[start:end]`` of a line is set small and raised: the mark of a note, or a figure as in ``m2``.

    ``note`` is the note of the same page that begins with that mark, once the transform has found it.
    """

    start: int
    end: int
    note: str = ""


class Line(Struct, frozen=True, kw_only=True, gc=False, tag="line"):
    """One line as printed (PDF), or one paragraph or piece of it between typed line breaks (Word).

    text
        As printed, inner spaces, soft hyphens (U+00AD) and no-break hyphens (U+2011) included; no line end.
    indent
        Points from the left edge of the cell's own content area, or of the page for a line outside a table. Only
        differences between lines of one cell mean something.
    room
        Points left free at the right of the line, up to where text in this cell may run; None where the
        reader cannot know (Word does not wrap its paragraphs). Less than none where a lone word runs over that.
    marker
        The list marker that the layout draws before the line and that is no part of ``text`` (Word lists).
    symbols
        How many leading characters of ``text`` are set in a symbol font (Wingdings, Symbol): they are glyphs, not
        letters, whatever their code says.
    pictured
        Whether a glyph of a symbol font stands after other text: a picture, whatever letter its code says.
    starts_paragraph
        True or False where the format says so (Word), None where it cannot be known (PDF).
    size
        Type size in points, None where unknown.
    lead, first_word, last_word
        Widths in points of the line's first character (with the letter-spacing on either side), first word and last
        word, None where unknown (Word).
    raised
        What of ``text`` is set small and raised.
    running
        Whether the line is of the page and not of its text (PDF): the pages around show it in the same place, as a
        running header or footer, or it lies over the page, aslant or as a stamp.
    hidden
        Whether the line is no text of its place, for nobody sees it or it notes what stands beside it: it is no title
        and no heading.
    """

    text: str
    origin: Origin
    indent: float = 0.0
    room: float | None = None
    marker: str | None = None
    symbols: int = 0
    pictured: bool = False
    starts_paragraph: bool | None = None
    size: float | None = None
    lead: float | None = None
    first_word: float | None = None
    last_word: float | None = None
    raised: tuple[Raised, ...] = ()
    running: bool = False
    hidden: bool = False


class Cell(Struct, frozen=True, kw_only=True, gc=False):
    """A cell at grid column ``column`` (from 0), ``span`` columns wide.

    ``merged_above``: the cell is the lower part of a cell that began in a row above (Word's vMerge, a missing
    rule in a PDF); its own lines are normally empty.
    """

    lines: tuple[Line, ...]
    column: int
    span: int = 1
    merged_above: bool = False
    box: Box | None = None


class Row(Struct, frozen=True, kw_only=True, gc=False):
    """A table row, cells from left to right; a column may be missing at either end.

    ``repeats``: the layout itself says that this is a header row (Word's tblHeader).
    """

    cells: tuple[Cell, ...]
    origin: Origin
    repeats: bool = False


class Table(Struct, frozen=True, kw_only=True, tag="table"):
    """A table, or the part of one that stands on one page (PDF): ``edges`` are its column borders in points.

    ``upright``: the transform set it so; the header words that are its first row stand at the left on the page.
    """

    rows: tuple[Row, ...]
    origin: Origin
    edges: tuple[float, ...]
    upright: bool = False


Block: TypeAlias = Line | Table


class Page(Struct, frozen=True, kw_only=True):
    """What a page holds by a count of its own, apart from the blocks made of it.

    ``number`` is None for a format without pages (a Word file is one unit). ``held`` are its characters as
    ``printed_characters`` gives them, in any order. ``turned``: the degrees clockwise by which a page whose text lies
    on its side was set upright before it was read; places count on the page as read. ``unread``: the page is a
    picture, and what it says is not in the document.
    """

    number: int | None
    held: str
    turned: int = 0
    unread: bool = False
    width: float | None = None
    height: float | None = None


class Document(Struct, frozen=True, kw_only=True):
    """One file as read: blocks in reading order, the pages' own counts, what the reader has to report.

    ``title`` and ``subject`` come from the file's metadata and serve only when the text has no title. ``facsimile``
    is the PDF on whose pages the places are, where that is not the file itself: a scan that OCR set straight.
    """

    source: Source
    blocks: tuple[Block, ...]
    pages: tuple[Page, ...]
    findings: tuple[Finding, ...] = ()
    title: str = ""
    subject: str = ""
    facsimile: bytes | None = None


def share_measures(block: Block, kept: dict[object, object]) -> Block:
    """The block, with the measures that are in ``kept`` as those objects; those that are not are added.

    What was decoded has an object of its own for every number, which is more than half of its memory; a document has
    many lines and few sizes, indents and edges. Values stay what they are.
    """
    for place, fields in _measured(block):
        for field in fields:
            value = getattr(place, field)
            force_setattr(place, field, kept.setdefault(value, value))
    return block


_OF_LINES: Final = ("indent", "room", "size", "lead", "first_word", "last_word")
_OF_BOXES: Final = ("x0", "top", "x1", "bottom")


def _measured(block: Block) -> Iterator[tuple[Line | Box, tuple[str, ...]]]:
    """The lines and boxes of a block, each with its measures."""
    rows = block.rows if isinstance(block, Table) else ()
    cells = [cell for row in rows for cell in row.cells]
    lines = [block] if isinstance(block, Line) else [line for cell in cells for line in cell.lines]
    yield from ((line, _OF_LINES) for line in lines)
    places = [block.origin, *(row.origin for row in rows), *(line.origin for line in lines)]
    boxes = [place.box for place in places if isinstance(place, PagePlace)]
    yield from ((box, _OF_BOXES) for box in (*boxes, *(cell.box for cell in cells)) if box is not None)


#: First and last of the characters that take no ink, the soft hyphen aside: what Unicode calls formats (category Cf),
#: but for the signs over Arabic and Syriac numbers, which are drawn; selectors of variants; the joiner of graphemes.
_UNSEEN: Final = (
    *(("\u034f", "\u034f"), ("\u061c", "\u061c"), ("\u180b", "\u180f")),
    *(("\u200b", "\u200f"), ("\u202a", "\u202e"), ("\u2060", "\u206f"), ("\ufe00", "\ufe0f"), ("\ufeff", "\ufeff")),
    *(("\ufff9", "\ufffb"), ("\U00013430", "\U0001343f"), ("\U0001bca0", "\U0001bca3")),
    *(("\U0001d173", "\U0001d17a"), ("\U000e0001", "\U000e0001"), ("\U000e0020", "\U000e007f")),
    ("\U000e0100", "\U000e01ef"),
)
#: The same for use in a class of a pattern: as stretches, for a pattern of hundreds of single characters is slow.
ZERO_WIDTH_CLASS: Final = "".join(f"{first}-{last}" for first, last in _UNSEEN)
#: Characters that take no ink and are no white space to ``str.isspace``.
ZERO_WIDTH: Final = frozenset(
    chr(code) for first, last in (*_UNSEEN, "\u00ad\u00ad") for code in range(ord(first), ord(last) + 1)
)

_NO_INK: Final = re.compile(rf"[\u00ad{ZERO_WIDTH_CLASS}]")


def printed_characters(text: str) -> str:
    """The characters that the books count: NFC, white space aside (of every kind, zero-width included)."""
    if text.isascii():
        return "".join(text.split())
    dense = "".join(unicodedata.normalize("NFC", text).split())
    return _NO_INK.sub("", dense) if _NO_INK.search(dense) else dense


def is_blank(character: str) -> bool:
    """Whether a character leaves no ink: white space, zero-width characters and the soft hyphen."""
    return character.isspace() or character in ZERO_WIDTH


def has_word(text: str) -> bool:
    """Whether there are two letters in a text."""
    return sum(map(str.isalpha, text)) > 1


def leaves_ink(text: str) -> bool:
    """Whether any character of a text does; of nearly every text the first tells."""
    inner = text.strip()
    return bool(inner) and (inner[0] not in ZERO_WIDTH or not all(map(is_blank, inner)))
