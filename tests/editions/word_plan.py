"""The plan of a Word or ODT edition: paragraphs and tables in the terms of Word, before any engine writes them.

catalogue ─ word_layout ─ plan ─┬─ by_python_docx ─┐
             (word_habits)      ├─ by_raw_ooxml ───┼─ word_clothes ─ word_package ─ .docx (─ LibreOffice ─ .docx, .odt)
                                ├─ by_pandoc ──────┘
                                └─ by_raw_odf ──────── odt_clothes ─ .odt
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeAlias


class Para(NamedTuple):
    """A paragraph. ``text``: ``\\n`` is a typed line break. ``listed``: bullet, decimal or letter; ``via`` how.

    ``via``: direct (one list for the document), style, cell (a list for every cell), names (one for the names).
    """

    text: str
    listed: str = ""
    via: str = "direct"
    bold: bool = False
    heading: bool = False
    indent: int = 0
    level: int = 0


class PlanCell(NamedTuple):
    """A cell; ``merge`` is ``restart`` or ``continue`` for cells merged downwards."""

    content: tuple[Para | PlanTable, ...]
    span: int = 1
    merge: str = ""


class PlanRow(NamedTuple):
    """A row; ``before`` and ``after`` are grid columns that it leaves out."""

    cells: tuple[PlanCell, ...]
    header: bool = False
    before: int = 0
    after: int = 0


class PlanTable(NamedTuple):
    """A table; ``widths`` of its grid columns in twentieths of a point."""

    rows: tuple[PlanRow, ...]
    widths: tuple[int, ...]


Plan: TypeAlias = tuple[Para | PlanTable, ...]
#: The files of a package, by name.
Files: TypeAlias = dict[str, str | bytes]


class Engine(NamedTuple):
    """What writes a plan, the kind of file it makes, and the traits that it has no words for.

    ``lost``: pairs of traits of which the program itself loses one where both are.
    """

    write: Callable[[Plan], Files]
    kind: str
    unknown: frozenset[str] = frozenset()
    lost: frozenset[frozenset[str]] = frozenset()
