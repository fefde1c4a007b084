"""The traits of a Word or ODT edition, as data: what a document can look like, and which of them can go together.

A combination has at most one trait of an axis. ``word_layout`` lays out those of the table, ``word_clothes`` and
``odt_clothes`` put on those of the XML around the text, ``word_package`` and ``odt_package`` those of the file.
"""

from __future__ import annotations

from collections.abc import Collection
from itertools import product
from random import Random
from typing import Final, NamedTuple


class Trait(NamedTuple):
    """One habit of an author or a program; ``axis`` is what it is about."""

    axis: str
    name: str


#: What the plan lays out: axis → its traits. An edition without a trait of an axis has what is most usual there.
PLANNED: Final[dict[str, tuple[str, ...]]] = {
    "items": (
        "list through a paragraph style",
        "list definition per cell",
        "numbered list",
        "lettered list that counts on",
        "typed dashes",
        "typed bullets and tabs",
        "typed numbers",
        "line breaks and dashes",
        "line breaks and tabs",
        "one paragraph with tabs",
        "paragraphs without a bullet",
        "list in two levels of tables",
        "list within a list",
        "checkboxes",
    ),
    "label": (
        "other label",
        "label without colon",
        "label on the line of the description",
        "no label",
        "bold label",
        "bold label without colon",
        "label before the description as well",
    ),
    "core": (
        "core merged over rows",
        "core in the first row only",
        "rows that start late",
        "core as a full-width row",
        "core as a heading above its table",
    ),
    "columns": (
        "other order",
        "description and indicators apart",
        "extra columns",
        "score column",
        "number under the name's header",
    ),
    "header": (
        "other header words",
        "header not marked",
        "header in capitals",
        "header over lines",
        "header over two rows",
        "header under a heading of groups",
        "header in two levels",
        "no header row",
    ),
    "table": (
        "a table per page with its header",
        "a table per page without its header",
        "rows split over tables",
        "empty rows",
        "cells over two grid columns",
        "rows that end early",
        "table in a cell of a table",
        "title row above the header",
        "header copied into the middle",
        "rows that part the table",
        "side by side",
        "tabs for a table",
    ),
    "rows": (
        "a row per indicator, merged",
        "a row per indicator, blank",
        "a row per indicator, repeated",
        "indicators in a row below",
        "labels in a column of their own",
    ),
    "name": (
        "names over lines",
        "name in two paragraphs",
        "names broken by hand",
        "numbered names",
        "typed numbers before names",
    ),
    "borders": ("borders dragged by hand",),
    "around": ("inside a long regulation", "other tables before and after", "another table of the same columns"),
}
#: What is put on afterwards, in the words of the kind of file.
CLOTHED: Final[dict[str, tuple[str, ...]]] = {
    "grid": ("no column widths", "repeated columns and cells", "repeated empty rows"),
    "cells": ("sub-tables", "rows in groups", "text from bottom to top", "empty paragraphs between"),
    "page": ("floating table", "landscape section", "table in a text box"),
    "runs": ("runs split within words", "a run for every character", "white space of the XML", "spaces as elements"),
    "marks": (
        "proofing marks",
        "bookmarks",
        "rendered page breaks",
        "empty runs and properties",
        "reference marks",
        "index marks",
    ),
    "wrapping": (
        "fields",
        "simple fields",
        "hyperlinks",
        "content controls around text",
        "smart tags",
        "custom XML",
        "alternatives",
        "text with metadata",
    ),
    "containers": (
        "content controls around cells",
        "content controls around rows",
        "content controls around tables",
        "content controls around paragraphs",
        "sections",
    ),
    "looks": ("struck text", "raised figures", "coloured and bold words"),
    "changes": (
        "tracked insertions",
        "tracked deletions",
        "tracked moves",
        "tracked rows",
        "tracked rows removed",
        "tracked paragraph marks",
        "tracked paragraph marks removed",
        "tracked cells",
        "tracked formatting",
    ),
    "beside": (
        "comments",
        "footnotes",
        "endnotes",
        "notes typed by hand",
        "hidden text",
        "hidden fields",
        "hidden paragraphs",
        "hidden sections",
        "collapsed rows",
        "text boxes",
        "headers and footers",
    ),
    "signs": ("soft hyphens", "no-break hyphens", "no-break spaces", "capitals of the layout", "decomposed accents"),
    "bullets": (
        "bullets as symbols",
        "bullets in a symbol font",
        "bullets as pictures",
        "a list for every item",
        "lists continued by name",
        "label in a list header",
        "numbered paragraphs",
    ),
    "file": (
        "ISO strict",
        "macros",
        "template",
        "template with macros",
        "UTF-16 parts",
        "other part names",
        "other prefixes",
        "no manifest",
        "no metadata",
    ),
    "program": ("web editor", "pandoc"),
}
AXES: Final = PLANNED | CLOTHED
TRAITS: Final = tuple(Trait(axis, name) for axis, names in AXES.items() for name in names)
LAID_OUT: Final = frozenset(name for names in PLANNED.values() for name in names)

#: Documents that hold no table of the catalogue; the conversion stops with ``no-catalogue-table``.
NO_TABLE: Final = frozenset({"no header row", "tabs for a table"})
#: What can only be told, whatever stands beside it: whether words that are struck through still count.
ALWAYS_TOLD: Final = frozenset({"struck text"})

_IN_ONE_PARAGRAPH: Final = ("line breaks and dashes", "line breaks and tabs", "one paragraph with tabs")
_APART: Final = ("description and indicators apart", "a row per indicator, repeated", "header in two levels")
_IN_TWO: Final = "labels in a column of their own"
_MERGED_DOWN: Final = (
    _IN_TWO,
    *("core merged over rows", "a row per indicator, merged", "indicators in a row below", "header in two levels"),
    *("rows that start late", "rows that end early", "cells over two grid columns"),
)
_PER_INDICATOR: Final = ("a row per indicator, merged", "a row per indicator, blank", "a row per indicator, repeated")

#: What cannot stand in one document, because both decide about the same thing: each of the first and the second.
_EXCLUDING: Final[tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]] = (
    ((*_IN_ONE_PARAGRAPH, "label on the line of the description"), _APART),
    ((*_IN_ONE_PARAGRAPH, "list in two levels of tables"), PLANNED["rows"]),
    (("rows split over tables",), PLANNED["rows"]),
    (("borders dragged by hand",), _MERGED_DOWN),
    ((_IN_TWO,), (*_APART, *PLANNED["header"][4:], "cells over two grid columns", "other order", *_IN_ONE_PARAGRAPH)),
    ((_IN_TWO,), ("label on the line of the description", "no label", "label before the description as well")),
    (("side by side",), (*PLANNED["core"], *PLANNED["rows"])),
    (("list in two levels of tables",), (_IN_TWO,)),
    (("side by side",), ("header over two rows", "header under a heading of groups", "header in two levels")),
    (("header over two rows",), _APART),
    (("header under a heading of groups", "header in two levels"), ("other order",)),
    (("core as a heading above its table",), ("a table per page without its header", "rows split over tables")),
    (("core as a full-width row",), ("a table per page without its header", "rows that part the table")),
    (("core in the first row only", "rows that start late"), ("rows that part the table",)),
    (("number under the name's header",), (*_MERGED_DOWN, "header over two rows", "header under a heading of groups")),
    (("number under the name's header",), ("borders dragged by hand", "side by side", *PLANNED["rows"])),
)
EXCLUDED: Final = frozenset(frozenset(pair) for one, other in _EXCLUDING for pair in product(one, other))


def random_traits(seed: int, known: Collection[str], lost: frozenset[frozenset[str]] = frozenset()) -> frozenset[str]:
    """A combination of two to seven traits out of those known, the same for the same seed; none of a pair of ``lost``.

    Those of which the outcome is known beforehand would only hide what the others do.
    """
    random = Random(seed)  # noqa: S311 - a repeatable choice, no secret
    wanted = set(known) - NO_TABLE - ALWAYS_TOLD
    axes = {axis: [name for name in names if name in wanted] for axis, names in sorted(AXES.items())}
    usable = [axis for axis, names in axes.items() if names]
    chosen = frozenset(random.choice(axes[axis]) for axis in random.sample(usable, random.randint(2, 7)))
    if can_go_together(chosen, EXCLUDED | lost):
        return chosen
    return random_traits(seed + 1_000_003, known, lost)


def can_go_together(chosen: frozenset[str], excluded: frozenset[frozenset[str]] = EXCLUDED) -> bool:
    """Whether one document can have all of these."""
    return not any(pair <= chosen for pair in excluded)
