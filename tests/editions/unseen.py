"""Lines that nobody sees, drawn under a page: each way leaves them in the file, and through the cells of the table."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from pikepdf import Dictionary, Name, Page, Pdf

from tests.editions.overprinting import page_size
from tests.editions.traits import Finish

#: How many cells the lattice would make.
ROWS: Final = 13
COLUMNS: Final = 7
Draw = Callable[[Page, str], str]


def draw_unseen(draw: Draw) -> Callable[[Pdf, Page, int], None]:
    """A step that draws a lattice in this way, before all else on the page."""

    def step(pdf: Pdf, page: Page, _: int) -> None:
        page.contents_add(pdf.make_stream(draw(page, _lattice(page)).encode()), prepend=True)

    return step


def _lattice(page: Page) -> str:
    """Lines over the whole text area, at heights and widths where a table has no rules."""
    width, height = page_size(page)
    xs = [(0.1 + 0.8 * n / COLUMNS) * width for n in range(COLUMNS + 1)]
    ys = [(0.1 + 0.8 * n / ROWS) * height for n in range(ROWS + 1)]
    across = (f"{xs[0]:.1f} {y:.1f} m {xs[-1]:.1f} {y:.1f} l" for y in ys)
    upright = (f"{x:.1f} {ys[0]:.1f} m {x:.1f} {ys[-1]:.1f} l" for x in xs)
    return " ".join((*across, *upright))


def white(_: Page, lattice: str) -> str:
    """White on white."""
    return f"q 0.6 w 1 G {lattice} S Q\n"


def clipped(_: Page, lattice: str) -> str:
    """Black, outside what is clipped."""
    return f"q 0 0 1 1 re W n 0.6 w 0 G {lattice} S Q\n"


def covered(page: Page, lattice: str) -> str:
    """Black, under a white sheet."""
    width, height = page_size(page)
    return f"q 0.6 w 0 G {lattice} S 1 g 0 0 {width:.1f} {height:.1f} re f Q\n"


def transparent(page: Page, lattice: str) -> str:
    """Black, and altogether transparent."""
    name = page.add_resource(Dictionary(Type=Name.ExtGState, CA=0, ca=0), Name.ExtGState)
    return f"q {name} gs 0.6 w 0 G {lattice} S Q\n"


WAYS: Final[dict[Finish, Draw]] = {
    "unseen-white": white,
    "unseen-clipped": clipped,
    "unseen-covered": covered,
    "unseen-transparent": transparent,
}
