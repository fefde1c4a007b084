"""Pictures and embedded objects in a paragraph of Word: which elements are one, and how large.

Scope: DrawingML, VML and OLE, inline or anchored. Non-goals: text boxes and word art, which are text (``word_inline``).
"""

from __future__ import annotations

import re
from typing import Final

from extract.pictures import may_hold_words
from extract.word_tree import UNITS, A, Element, V, W

#: Elements that may hold a picture, an object or a shape.
DRAWINGS: Final = frozenset({W + "drawing", W + "pict", W + "object"})
#: What in them shows that it is one: a picture, in DrawingML and in VML.
SHOWN: Final = (A + "blip", V + "imagedata")
#: What else a frame of DrawingML holds whose words are in another part, or written by hand, by the end of its address.
ELSEWHERE: Final = ("/chart", "/chartex", "/diagram", "/wordprocessingInk")
#: EMU in a point.
EMU: Final = 12700
_MEASURES: Final = re.compile(r"(?:^|;)\s*(width|height)\s*:\s*([\d.]+)\s*(pt|in|cm|mm|pc|pi)")


def is_wordy_picture(drawing: Element, size: float) -> bool:
    """Whether an element is a picture or an object that may hold words, amid type of this size."""
    return is_picture(drawing) and may_hold_words(*drawing_to_measures(drawing), size)


def is_picture(drawing: Element) -> bool:
    """Whether a drawing shows a picture, or what has a part of its own; an object always does."""
    if drawing.tag == W + "object" or next(drawing.iter(*SHOWN), None) is not None:
        return True
    return any(held.get("uri", "").endswith(ELSEWHERE) for held in drawing.iter(A + "graphicData"))


def drawing_to_measures(drawing: Element) -> tuple[float | None, float | None]:
    """Width and height in points; None where the drawing does not tell."""
    for extent in drawing.iter("{*}extent"):
        return emu(extent.get("cx")), emu(extent.get("cy"))
    for shape in drawing.iter(f"{V}*"):
        found = {
            name: float(n) * UNITS[unit] for name, n, unit in _MEASURES.findall(shape.get("style", "")) if _sane(n)
        }
        if len(found) > 1:
            return found["width"], found["height"]
    return None, None


def emu(text: str | None) -> float | None:
    """A measure in EMU as points; None when it is none."""
    return int(text) / EMU if text and text.isdecimal() else None


def _sane(text: str) -> bool:
    return text.count(".") < 2 and text != "."
