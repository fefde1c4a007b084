"""What pdfium alone needs for the characters, loose boxes and ruling lines of a file: nothing is made of them.

A loop over the bindings as pypdfium2 gives them, as anybody would write it.
"""

from __future__ import annotations

import ctypes
from contextlib import closing

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pypdfium2.raw as raw  # type: ignore[import-untyped]


def marks_of_pages(data: bytes) -> tuple[list[tuple[int, float, float, float, float]], list[tuple[float, ...]]]:
    """Each character's code and loose box, and the box of each path."""
    chars: list[tuple[int, float, float, float, float]] = []
    paths: list[tuple[float, ...]] = []
    with closing(pdfium.PdfDocument(data)) as document:
        for page in document:
            paths += [o.get_bounds() for o in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH])]
            text = page.get_textpage()
            box = raw.FS_RECTF()
            at = ctypes.byref(box)
            for index in range(text.count_chars()):
                raw.FPDFText_GetLooseCharBox(text, index, at)
                code = raw.FPDFText_GetUnicode(text, index)
                chars.append((code, box.left, box.top, box.right, box.bottom))
    return chars, paths
