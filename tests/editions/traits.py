"""The ways in which an edition may be laid out: a look, and the named traits that each change it in one respect.

Data only: what an engine makes of a look is the engine's. The traits themselves stand in ``trait_table``.
"""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

Rules = Literal[
    "all", "none", "across", "upright", "open", "box", "booktabs", "zebra", "zebra-ruled", "zebra-white",
    "double", "dashed", "dotted", "white", "grey", "apart", "boxes",
]  # fmt: skip
CoreAs = Literal["column", "merged", "row", "heading", "vertical"]
Items = Literal["hanging", "flush", "glued", "deep", "far", "apart"]
Font = Literal["sans", "serif", "narrow", "wide", "condensed", "fixed"]
Finish = Literal[
    "turned", "every-other-turned", "sideways", "upside-down", "cropped", "slug", "origin", "user-unit",
    "two-up", "four-up", "as-forms", "blank-page", "page-twice", "scanned", "scanned-with-text", "one-page-scanned",
    "watermark", "stamp", "line-numbers", "change-bars", "page-border", "stationery", "hidden-layer",
    "unseen-white", "unseen-clipped", "unseen-covered", "unseen-transparent",
    "twice", "shuffled", "filled-rules", "zero-rules", "double-rules", "type-3", "without-unicode",
    "annotated", "form", "encrypted", "encrypted-rc4", "linearised",
]  # fmt: skip

PLAIN_HEADER: Final = {
    "name": "Competenties",
    "core": "Kerncompetentie",
    "body": "Beschrijving en indicatoren",
    "description": "Beschrijving",
    "indicators": "Indicatoren",
    "number": "Nr.",
    "level": "Niveau",
}
#: Width and height of paper in points, upright.
PAPER: Final = {
    "a3": (841.89, 1190.55),
    "a4": (595.28, 841.89),
    "a5": (419.53, 595.28),
    "a6": (297.64, 419.53),
    # a page of the web, printed as one
    "scroll": (595.28, 5000.0),
}


class Look(NamedTuple):
    """How a document is laid out. Sizes in points.

    ``columns`` are keys of ``PLAIN_HEADER``; ``header`` are words that differ from it. ``bullet`` is a sign, ``1.``
    or ``a)`` for a count, ``shape`` for a drawn dot, ``symbol:x`` for the code x in a font of signs, empty for none.
    ``shares`` multiply the usual widths of columns; ``width`` and ``indent`` are shares of the text's width.
    With ``cut`` a word too long for its column is cut wherever the column ends, without a hyphen. ``bold``,
    ``underlined`` and ``aligned`` name roles: ``header``, ``name``, ``core``, ``label``, ``body``.
    ``larger`` multiplies the type size of roles; with ``emphasis`` the first words of items are bold. ``head``:
    ``titled``, ``merged`` or in ``two levels``. ``rows_per_item``: every item has a row of its own, the cells beside
    it ``merged`` or ``blank``. ``through``: a line that is not seen, drawn through the cells. ``typed`` is what an
    author's program did to the characters: ``soft`` hyphens, accents apart (``NFD``), ``ligatures`` as signs of their
    own. ``gap``: room between a cell's text and its sides. ``regulation``: pages of other text around the appendix.
    ``fiches``: header words down the first column, in a table for each competence (``own``) or one for all (``long``).
    """

    rules: Rules = "all"
    core: CoreAs = "column"
    core_fill: str = ""
    columns: tuple[str, ...] = ("name", "core", "body")
    header: tuple[tuple[str, str], ...] = ()
    bullet: str = "-"
    items: Items = "hanging"
    label: str = "Indicatoren:"
    sentences_apart: bool = False
    label_inline: bool = False
    font: Font = "sans"
    size: float = 10.0
    justified: bool = False
    spaced: float = 0.0
    hyphenated: bool = False
    typed: str = ""
    names_by_hand: bool = False
    capitals: bool = False
    bold: tuple[str, ...] = ()
    underlined: tuple[str, ...] = ()
    highlighted: bool = False
    linked: bool = False
    aligned: tuple[tuple[str, str], ...] = ()
    larger: tuple[tuple[str, float], ...] = ()
    emphasis: bool = False
    ink: str = "#000000"
    header_fill: str = ""
    header_ink: str = ""
    page_fill: str = ""
    middle: bool = False
    bottom: bool = False
    tight: bool = False
    gap: float = 4.5
    shares: tuple[tuple[str, float], ...] = ()
    width: float = 1.0
    indent: float = 0.0
    cut: bool = False
    through: str = ""
    repeated: bool = True
    per_table: int = 0
    header_again: bool = False
    head: str = ""
    rows_per_item: str = ""
    fiches: str = ""
    empty_rows: bool = False
    whole_rows: bool = False
    running: bool = False
    footnotes: bool = False
    paper: str = "a4"
    landscape: bool = False
    regulation: int = 0
    appendices: bool = False
    adjoined: bool = False
    caption: bool = False
    scattered: bool = False
    tagged: bool = False
    finish: tuple[Finish, ...] = ()

    @property
    def page(self) -> tuple[float, float]:
        """Width and height of the page, as it is read."""
        width, height = PAPER[self.paper]
        return (height, width) if self.landscape else (width, height)

    @property
    def margin(self) -> float:
        """The margin on every side: a tenth of the shorter side."""
        return min(self.page) * 0.094


class Trait(NamedTuple):
    """One respect in which a document may differ. ``unknown_to``: engines that cannot express it."""

    name: str
    look: dict[str, object]
    unknown_to: frozenset[str] = frozenset()


class Ruling(NamedTuple):
    """Which rules a table has, and how they are drawn. ``where``: top, header, rows, bottom, left, inside, right.

    ``shades``: the fills of rows in turn, none if empty.
    """

    where: frozenset[str]
    style: str = "solid"
    colour: str = "#000000"
    weight: float = 0.5
    shades: tuple[str, ...] = ()


_ACROSS: Final = frozenset({"top", "header", "rows", "bottom"})
_UPRIGHT: Final = frozenset({"left", "inside", "right"})
_ALL: Final = _ACROSS | _UPRIGHT
_NONE: Final = frozenset[str]()
_SHADE: Final = ("#dde4ee", "")

RULINGS: Final[dict[Rules, Ruling]] = {
    "all": Ruling(_ALL),
    "none": Ruling(_NONE),
    "across": Ruling(_ACROSS),
    "upright": Ruling(_UPRIGHT),
    "open": Ruling(_ACROSS | {"inside"}),
    "box": Ruling(frozenset({"top", "header", "bottom", "left", "right"})),
    "booktabs": Ruling(frozenset({"top", "header", "bottom"}), weight=0.8),
    "zebra": Ruling(_NONE, shades=_SHADE),
    "zebra-ruled": Ruling(_ALL, shades=_SHADE),
    "zebra-white": Ruling(_ALL, colour="#ffffff", weight=1.0, shades=("#cfdcec", "#e7eef6")),
    "double": Ruling(_ALL, "double"),
    "dashed": Ruling(_ALL, "dashed"),
    "dotted": Ruling(_ALL, "dotted"),
    "white": Ruling(_ALL, colour="#ffffff"),
    "grey": Ruling(_ALL, colour="#c8c8c8", weight=0.25),
    # every cell a frame of its own, with room between
    "apart": Ruling(_ALL),
    # no rule at all: white cells on a black ground that shows between them
    "boxes": Ruling(_NONE),
}


def traits_to_look(traits: tuple[Trait, ...]) -> Look:
    """Traits put together; of two that change the same respect the later one counts, finishes add up."""
    look = Look()
    for trait in traits:
        changed = look._replace(**trait.look)  # type: ignore[arg-type]
        look = changed._replace(finish=tuple(dict.fromkeys((*look.finish, *changed.finish))))
    return look


def ruling_of(look: Look) -> Ruling:
    """The rules of a look."""
    return RULINGS[look.rules]
