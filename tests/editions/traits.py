"""The ways in which an edition may be laid out: a look, and the named traits that each change it in one respect.

Data only: what an engine makes of a look is the engine's. Names are those of the table in ``docs/editions.md``.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

Rules = Literal["all", "none", "across", "upright", "zebra", "zebra-ruled", "double", "dashed", "white"]
CoreAs = Literal["column", "merged", "row", "heading"]
Finish = Literal["turned", "sideways", "upside-down", "cropped", "two-up", "watermark", "line-numbers", "stamp"]

PLAIN_HEADER: Final = {
    "name": "Competenties",
    "core": "Kerncompetentie",
    "body": "Beschrijving en indicatoren",
    "description": "Beschrijving",
    "indicators": "Indicatoren",
    "number": "Nr.",
    "level": "Niveau",
}


class Look(NamedTuple):
    """How a document is laid out. Sizes in points; ``narrow`` is the name column's share of the usual width;
    with ``cut`` a word too long for its column is cut wherever the column ends, without a hyphen.

    ``columns`` are keys of ``PLAIN_HEADER``; ``header`` are words that differ from it. ``bullet`` is a sign, ``1.``
    or ``a)`` for a count, ``shape`` for a drawn dot, empty for none. ``regulation``: pages of other text around it.
    """

    rules: Rules = "all"
    core: CoreAs = "column"
    columns: tuple[str, ...] = ("name", "core", "body")
    header: tuple[tuple[str, str], ...] = ()
    bullet: str = "-"
    label: str = "Indicatoren:"
    size: float = 10.0
    serif: bool = False
    justified: bool = False
    spaced: float = 0.0
    hyphenated: bool = False
    middle: bool = False
    tight: bool = False
    narrow: float = 1.0
    cut: bool = False
    repeated: bool = True
    running: bool = False
    landscape: bool = False
    regulation: int = 0
    whole_rows: bool = False
    finish: tuple[Finish, ...] = ()


class Trait(NamedTuple):
    """One respect in which a document may differ. ``unknown_to``: engines that cannot express it."""

    name: str
    look: dict[str, object]
    unknown_to: frozenset[str] = frozenset()


_OFFICE: Final = frozenset({"office"})
_IN_TWO: Final = ("name", "core", "description", "indicators")
_NUMBER_FIRST: Final = ("number", "name", "core", "body", "level")

TRAITS: Final[tuple[Trait, ...]] = (
    Trait("plain", {}),
    Trait("large-serif", {"size": 13.0, "serif": True}),
    Trait("small-type", {"size": 7.0}),
    Trait("justified", {"justified": True}),
    Trait("letter-spaced", {"spaced": 1.0}, frozenset({"office", "reportlab"})),
    Trait("hyphenated", {"hyphenated": True}, frozenset({"office", "reportlab"})),
    Trait("narrow-names", {"narrow": 0.5}, _OFFICE),
    Trait("names-cut", {"narrow": 0.5, "cut": True}, frozenset({"office", "typst"})),
    Trait("words-cut", {"columns": _IN_TWO, "label": "", "cut": True}, frozenset({"office", "typst"})),
    Trait("rows-whole", {"whole_rows": True}, _OFFICE),
    Trait("header-once", {"repeated": False}),
    Trait("no-rules", {"rules": "none"}),
    Trait("no-rules-tight", {"rules": "none", "tight": True}),
    Trait("rules-across", {"rules": "across"}, _OFFICE),
    Trait("rules-upright", {"rules": "upright"}, _OFFICE),
    Trait("rules-upright-tight", {"rules": "upright", "tight": True}, _OFFICE),
    Trait("zebra", {"rules": "zebra"}, _OFFICE),
    Trait("zebra-ruled", {"rules": "zebra-ruled"}, _OFFICE),
    Trait("double-rules", {"rules": "double"}, frozenset({"typst", "office"})),
    Trait("dashed-rules", {"rules": "dashed"}, _OFFICE),
    Trait("white-rules", {"rules": "white"}, _OFFICE),
    Trait("core-merged", {"core": "merged"}),
    Trait("core-row", {"core": "row"}),
    Trait("core-heading", {"core": "heading"}),
    Trait("core-row-no-rules", {"core": "row", "rules": "none"}),
    Trait("core-first", {"columns": ("core", "name", "body")}),
    Trait("core-first-merged", {"columns": ("core", "name", "body"), "core": "merged"}),
    Trait("body-first", {"columns": ("body", "name", "core")}),
    Trait("extra-columns", {"columns": _NUMBER_FIRST}),
    Trait("body-in-two", {"columns": ("name", "core", "description", "indicators"), "label": ""}),
    Trait(
        "body-in-two-no-rules", {"columns": ("name", "core", "description", "indicators"), "label": "", "rules": "none"}
    ),
    Trait(
        "other-header",
        {"header": (("name", "Competentie"), ("core", "Kernwaarde"), ("body", "Omschrijving en gedragsindicatoren"))},
    ),
    Trait("bullet-dot", {"bullet": "•"}),
    Trait("bullet-dash", {"bullet": "–"}),
    Trait("bullet-o", {"bullet": "o"}),
    Trait("bullet-letters", {"bullet": "a)"}),
    Trait("bullet-numbers", {"bullet": "1."}),
    Trait("bullet-shape", {"bullet": "shape"}, frozenset({"reportlab", "office"})),
    Trait("bullet-none", {"bullet": ""}),
    Trait("label-other", {"label": "Gedragsindicatoren:"}),
    Trait("label-none", {"label": ""}),
    Trait("running-header", {"running": True}, frozenset({"browser", "office"})),
    Trait("landscape", {"landscape": True}),
    Trait("middle", {"middle": True}),
    Trait("middle-no-rules", {"middle": True, "rules": "none"}),
    Trait("turned", {"finish": ("turned",)}),
    Trait("sideways", {"finish": ("sideways",)}),
    Trait("upside-down", {"finish": ("upside-down",)}),
    Trait("cropped", {"finish": ("cropped",)}),
    Trait("two-up", {"finish": ("two-up",)}),
    Trait("watermark", {"finish": ("watermark",)}),
    Trait("stamp", {"finish": ("stamp",)}),
    Trait("line-numbers", {"finish": ("line-numbers",)}),
    Trait("in-regulation", {"regulation": 30}),
)


def trait_named(name: str) -> Trait:
    """The trait of a name in the table."""
    return next(trait for trait in TRAITS if trait.name == name)


def traits_to_look(traits: tuple[Trait, ...]) -> Look:
    """Traits put together; of two that change the same respect the later one counts, finishes add up."""
    look = Look()
    for trait in traits:
        changed = look._replace(**trait.look)  # type: ignore[arg-type]
        look = changed._replace(finish=tuple(dict.fromkeys((*look.finish, *changed.finish))))
    return look


def combinations(engine: str, count: int, seed: int) -> Iterator[tuple[Trait, ...]]:
    """Seeded random combinations of two to four traits that an engine can express; none sets a respect twice."""
    chance = random.Random(f"{engine} {seed}")  # noqa: S311 - layouts, not secrets
    known = [trait for trait in TRAITS[1:] if engine not in trait.unknown_to]
    while count:
        chosen = tuple(chance.sample(known, chance.randint(2, 4)))
        respects = [respect for trait in chosen for respect in trait.look]
        if len(respects) == len(set(respects)):
            yield chosen
            count -= 1
