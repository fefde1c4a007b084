"""Larger documents made from the samples: the same pages, or the same table rows, several times over."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import Final

SAMPLES: Final = Path(__file__).parent.parent / "samples"
PDF: Final = SAMPLES / "bijlage-1b.pdf"
WORD: Final = SAMPLES / "bijlage-1b.docx"


def longer_pdf(times: int, target: Path) -> Path:
    """The pages of the sample, ``times`` over."""
    import pikepdf

    with pikepdf.open(PDF) as sample, pikepdf.new() as made:
        for _ in range(times):
            made.pages.extend(sample.pages)
        made.save(target)
    return target


def longer_word(times: int, target: Path) -> Path:
    """The rows of the sample's table, below its header, ``times`` over."""
    from docx import Document

    document = Document(str(WORD))
    table = document.tables[0]._tbl
    rows = list(table.tr_lst)[1:]
    for _ in range(times - 1):
        for row in rows:
            table.append(deepcopy(row))  # type: ignore[arg-type]
    document.save(str(target))
    return target


def copies(number: int, folder: Path) -> Path:
    """The sample, so many times under names of their own."""
    folder.mkdir(parents=True)
    data = PDF.read_bytes()
    for index in range(number):
        (folder / f"{index:04}.pdf").write_bytes(data)
    return folder
