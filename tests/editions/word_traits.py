"""The traits of a Word edition, as data: what a document can look like, and which of them can go together.

A combination has at most one trait of an axis. ``word_plan`` lays out those of the table, ``word_clothes`` those of the
XML around the text, ``word_package`` those of the file.
"""

from __future__ import annotations

from random import Random
from typing import Final, NamedTuple


class Trait(NamedTuple):
    """One habit of an author or a program; ``axis`` is what it is about."""

    axis: str
    name: str


#: Axis → its traits. An edition without a trait of an axis has what is most usual there.
AXES: Final[dict[str, tuple[str, ...]]] = {
    # Laid out by the plan.
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
        "paragraphs without a bullet",
        "list in two levels of tables",
    ),
    "label": ("other label", "label without colon", "label on the line of the description", "no label", "bold label"),
    "core": (
        "core merged over rows",
        "core in the first row only",
        "rows that start late",
        "core as a full-width row",
        "core as a heading above its table",
    ),
    "columns": ("other order", "description and indicators apart", "extra columns"),
    "header": ("other header words", "header not marked", "header in capitals"),
    "table": (
        "a table per page with its header",
        "a table per page without its header",
        "rows split over tables",
        "empty rows",
        "cells over two grid columns",
        "rows that end early",
        "table in a cell of a table",
    ),
    "name": ("names over lines", "name in two paragraphs"),
    # Put around the text.
    "grid": ("no column widths",),
    "runs": ("runs split within words", "a run for every character"),
    "marks": ("proofing marks", "bookmarks", "rendered page breaks", "empty runs and properties"),
    "wrapping": (
        "fields",
        "simple fields",
        "hyperlinks",
        "content controls around text",
        "smart tags",
        "custom XML",
        "alternatives",
    ),
    "containers": (
        "content controls around cells",
        "content controls around rows",
        "content controls around tables",
        "content controls around paragraphs",
    ),
    "changes": (
        "tracked insertions",
        "tracked deletions",
        "tracked moves",
        "tracked rows",
        "tracked rows removed",
        "tracked paragraph marks",
        "tracked paragraph marks removed",
        "tracked cells",
    ),
    "beside": ("comments", "footnotes", "endnotes", "hidden text", "text boxes", "headers and footers"),
    "signs": ("soft hyphens", "no-break hyphens", "no-break spaces", "capitals of the layout", "decomposed accents"),
    "bullets": ("bullets as symbols", "bullets in a symbol font"),
    "around": ("inside a long regulation", "other tables before and after", "another table of the same columns"),
    # Of the file as a whole.
    "file": ("ISO strict", "macros", "template", "template with macros", "UTF-16 parts", "other part names"),
    "program": ("web editor", "pandoc"),
}

TRAITS: Final = tuple(Trait(axis, name) for axis, names in AXES.items() for name in names)

#: What cannot stand in one document, because each of them decides about the same thing.
EXCLUDED: Final[tuple[frozenset[str], ...]] = (
    frozenset({"description and indicators apart", "line breaks and dashes"}),
    frozenset({"description and indicators apart", "line breaks and tabs"}),
    frozenset({"description and indicators apart", "label on the line of the description"}),
    frozenset({"core as a heading above its table", "a table per page without its header"}),
    frozenset({"core as a heading above its table", "rows split over tables"}),
    frozenset({"core as a full-width row", "a table per page without its header"}),
)


def random_traits(seed: int) -> frozenset[str]:
    """A combination of two to seven traits, the same for the same seed."""
    random = Random(seed)  # noqa: S311 - a repeatable choice, no secret
    axes = random.sample(sorted(AXES), random.randint(2, 7))
    chosen = frozenset(random.choice(AXES[axis]) for axis in axes)
    return chosen if can_go_together(chosen) else random_traits(seed + 1_000_003)


def can_go_together(chosen: frozenset[str]) -> bool:
    """Whether one document can have all of these."""
    return not any(pair <= chosen for pair in EXCLUDED)
