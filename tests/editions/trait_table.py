"""The traits by name, in the order of the table in ``docs/editions.md``, and random combinations of them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Final

from tests.editions.heads import columns_of
from tests.editions.parts import MERGING, widths_of
from tests.editions.traits import PLAIN_HEADER, Look, Trait, traits_to_look

#: The least room that columns need, in type sizes.
LEAST: Final = {
    "name": 6.0,
    "core": 5.0,
    "body": 8.0,
    "description": 7.0,
    "indicators": 8.0,
    "number": 1.6,
    "level": 2.4,
}
#: Lines on a page, and type sizes in a line, that the longest row needs.
TALLEST: Final = 60.0
WIDEST: Final = 20.0
#: A column in which an author cuts long names, at most: in a wider one nothing tells such a hyphen from another.
NARROW: Final = 8.0
_IN_TWO: Final = ("name", "core", "description", "indicators")
_NUMBER_FIRST: Final = ("number", "name", "core", "body", "level")
_ENGLISH: Final = (("name", "Competency"), ("core", "Core competency"), ("body", "Description and indicators"))
_EXPLAINED: Final = (
    ("name", "Competentie (naam)"),
    ("core", "Kerncompetentie (cluster)"),
    ("body", "Beschrijving (definitie) en indicatoren (gedrag)"),
)
_OTHER_IN_TWO: Final[dict[str, object]] = {
    "header": (
        ("name", "Competentie"),
        ("core", "Cluster"),
        ("description", "Omschrijving"),
        ("indicators", "Gedragsindicatoren"),
    ),
    "label": "",
}
#: Names in the last column would run off the page.
_WIDE_NAMES: Final[dict[str, object]] = {"shares": (("name", 1.4),), "size": 8.5}
#: A font that has every sign.
_MANY_SIGNS: Final[dict[str, object]] = {"font": "wide", "size": 9.0}
_CAPITALS: Final = tuple((column, words.upper()) for column, words in PLAIN_HEADER.items())
#: Engines that print HTML.
_HTML: Final = frozenset({"browser", "weasyprint"})
#: Chromium fetches its dictionaries for hyphens from elsewhere.
_BROWSER: Final = frozenset({"browser"})
#: A Word table has one rule between two cells, never room.
_OFFICE: Final = frozenset({"office"})
#: Engines whose fonts have codes of two bytes; a font of drawings has one.
_COMPOSITE: Final = frozenset({"typst", "weasyprint", "browser"})
_OTHER_THAN_HTML: Final = frozenset({"reportlab", "typst", "office"})

TRAITS: Final[tuple[Trait, ...]] = (
    Trait("plain", {}),
    # Letters
    Trait("large-serif", {"size": 13.0, "font": "serif"}),
    Trait("small-type", {"size": 7.0}),
    Trait("huge-type", {"size": 16.0}),
    Trait("tiny-type", {"size": 6.0, "font": "serif"}),
    Trait("narrow-font", {"font": "narrow", "size": 9.0}),
    Trait("condensed-font", {"font": "condensed", "size": 11.0}),
    Trait("wide-font", {"font": "wide", "size": 9.5}),
    Trait("fixed-font", {"font": "fixed", "size": 8.0}),
    Trait("justified", {"justified": True}),
    Trait("justified-narrow", {"justified": True, "shares": (("body", 0.5),), "font": "serif"}),
    Trait("letter-spaced", {"spaced": 1.0}),
    Trait("letter-spaced-little", {"spaced": 0.3}),
    Trait("hyphenated", {"hyphenated": True}, _BROWSER),
    Trait("hyphenated-justified", {"hyphenated": True, "justified": True, "shares": (("body", 0.6),)}, _BROWSER),
    Trait("soft-hyphens", {"typed": "soft"}),
    Trait("accents-apart", {"typed": "NFD", "font": "wide", "size": 9.0}),
    Trait("no-break-spaces", {"typed": "no-break spaces"}),
    Trait("zero-width-spaces", {"typed": "zero-width spaces", "font": "wide", "size": 9.0}),
    Trait("ligature-signs", {"typed": "ligatures", "font": "wide", "size": 9.0}),
    Trait("bold-header", {"bold": ("header",)}),
    Trait("bold-name-label", {"bold": ("header", "name", "label")}),
    Trait("underlined", {"underlined": ("label", "name")}),
    Trait("highlighted", {"highlighted": True}),
    Trait("linked", {"linked": True}),
    Trait("names-larger", {"larger": (("name", 1.4), ("core", 1.2)), "bold": ("name",), "size": 8.5}),
    Trait("body-smaller", {"larger": (("name", 1.25), ("core", 1.25), ("header", 1.25)), "size": 8.0}),
    Trait("emphasis", {"emphasis": True}),
    Trait("grey-text", {"ink": "#8c8c8c"}),
    Trait("blue-text", {"ink": "#154273", "rules": "grey"}),
    Trait("capital-names", {"capitals": True}),
    # Widths and places
    Trait("narrow-names", {"shares": (("name", 0.5),)}),
    Trait("narrow-body", {"shares": (("body", 0.45),)}),
    Trait("wide-body", {"shares": (("body", 2.0),), "size": 8.0}),
    Trait("names-hyphenated-by-hand", {"names_by_hand": True, "shares": (("name", 0.55),)}),
    Trait("names-cut", {"shares": (("name", 0.5),), "cut": True}),
    Trait("words-cut", {"columns": _IN_TWO, "label": "", "cut": True}),
    Trait("columns-close", {"gap": 1.0}),
    Trait("columns-close-no-rules", {"gap": 1.0, "rules": "none"}),
    Trait("indented", {"width": 0.85, "indent": 0.15}),
    Trait("narrow-table", {"width": 0.7}),
    Trait("centred-header", {"aligned": (("header", "center"),)}),
    Trait("centred-header-no-rules", {"aligned": (("header", "center"),), "rules": "none"}),
    Trait("centred-names", {"aligned": (("header", "center"), ("name", "center"), ("core", "center"))}),
    Trait("right-names", {"aligned": (("name", "right"),)}),
    Trait("middle", {"middle": True}),
    Trait("middle-no-rules", {"middle": True, "rules": "none"}),
    Trait("bottom", {"bottom": True}),
    # Pages and rows
    Trait("rows-whole", {"whole_rows": True}),
    Trait("rows-over-three-pages", {"paper": "a6", "landscape": True, "size": 11.0}),
    Trait("rows-over-three-pages-once", {"paper": "a6", "landscape": True, "size": 11.0, "repeated": False}),
    Trait("rows-over-pages-no-rules", {"paper": "a5", "size": 12.0, "rules": "none"}),
    Trait("one-long-page", {"paper": "scroll"}),
    Trait("tables-of-three", {"per_table": 3}),
    Trait("tables-of-three-no-rules", {"per_table": 3, "rules": "none"}),
    Trait("small-paper", {"paper": "a5", "size": 9.0}),
    Trait("large-paper", {"paper": "a3", "landscape": True, "size": 12.0}),
    Trait("header-once", {"repeated": False}),
    Trait("header-typed-again", {"header_again": True}),
    Trait("title-row", {"head": "titled"}),
    Trait("empty-rows", {"empty_rows": True}),
    Trait("landscape", {"landscape": True}),
    # Rules and fills
    Trait("no-rules", {"rules": "none"}),
    Trait("no-rules-tight", {"rules": "none", "tight": True}),
    Trait("rules-across", {"rules": "across"}),
    Trait("rules-upright", {"rules": "upright"}),
    Trait("rules-upright-tight", {"rules": "upright", "tight": True}),
    Trait("rules-open", {"rules": "open"}),
    Trait("rules-box", {"rules": "box"}),
    Trait("booktabs", {"rules": "booktabs"}),
    Trait("zebra", {"rules": "zebra"}),
    Trait("zebra-ruled", {"rules": "zebra-ruled"}),
    Trait("zebra-white", {"rules": "zebra-white"}),
    Trait("double-rules", {"rules": "double"}),
    Trait("dashed-rules", {"rules": "dashed"}),
    Trait("dotted-rules", {"rules": "dotted"}),
    Trait("white-rules", {"rules": "white"}),
    Trait("grey-rules", {"rules": "grey"}),
    Trait("cells-apart", {"rules": "apart"}, _OFFICE),
    Trait("cells-as-boxes", {"rules": "boxes"}, _OFFICE),
    Trait("filled-rules", {"finish": ("filled-rules",)}),
    Trait("zero-rules", {"finish": ("zero-rules",)}),
    Trait("white-line-across", {"through": "across"}),
    Trait("white-line-upright", {"through": "upright"}),
    Trait("unseen-white", {"finish": ("unseen-white",)}),
    Trait("unseen-white-no-rules", {"finish": ("unseen-white",), "rules": "none"}),
    Trait("unseen-clipped", {"finish": ("unseen-clipped",)}),
    Trait("unseen-covered", {"finish": ("unseen-covered",)}),
    Trait("unseen-transparent", {"finish": ("unseen-transparent",)}),
    Trait("header-shaded", {"header_fill": "#d9d9d9", "bold": ("header",)}),
    Trait("header-dark", {"header_fill": "#154273", "header_ink": "#ffffff", "bold": ("header",)}),
    Trait("header-dark-no-rules", {"header_fill": "#154273", "header_ink": "#ffffff", "rules": "none"}),
    Trait("page-coloured", {"page_fill": "#fdf3dc"}),
    # Columns
    Trait("core-merged", {"core": "merged"}),
    Trait("core-merged-no-rules", {"core": "merged", "rules": "none"}),
    Trait("core-merged-across", {"core": "merged", "rules": "across"}),
    Trait("core-upright", {"core": "vertical", "columns": ("core", "name", "body")}),
    Trait("core-row", {"core": "row"}),
    Trait("core-row-no-rules", {"core": "row", "rules": "none"}),
    Trait("core-row-across", {"core": "row", "rules": "across"}),
    Trait("core-row-shaded", {"core": "row", "core_fill": "#d0cece", "bold": ("header", "core")}),
    Trait("core-row-shaded-no-rules", {"core": "row", "core_fill": "#d0cece", "rules": "none"}),
    Trait("core-heading", {"core": "heading"}),
    Trait("core-heading-no-rules", {"core": "heading", "rules": "none"}),
    Trait("core-first", {"columns": ("core", "name", "body")}),
    Trait("core-first-merged", {"columns": ("core", "name", "body"), "core": "merged"}),
    Trait("core-last", {"columns": ("name", "body", "core")}),
    Trait("core-last-merged", {"columns": ("name", "body", "core"), "core": "merged"}),
    Trait("core-body-name", {"columns": ("core", "body", "name"), **_WIDE_NAMES}),
    Trait("body-first", {"columns": ("body", "name", "core")}),
    Trait("body-core-name", {"columns": ("body", "core", "name"), **_WIDE_NAMES}),
    Trait("extra-columns", {"columns": _NUMBER_FIRST}),
    Trait("extra-between", {"columns": ("name", "level", "core", "number", "body")}),
    Trait("extra-between-no-rules", {"columns": ("name", "level", "core", "body"), "rules": "none"}),
    Trait("body-in-two", {"columns": _IN_TWO, "label": ""}),
    Trait("body-in-two-no-rules", {"columns": _IN_TWO, "label": "", "rules": "none"}),
    Trait("body-in-two-merged-header", {"columns": _IN_TWO, "label": "", "head": "merged"}),
    Trait("header-two-levels", {"columns": _IN_TWO, "label": "", "head": "two levels"}),
    Trait("rows-per-indicator", {"columns": _IN_TWO, "label": "", "rows_per_item": "merged"}),
    Trait("rows-per-indicator-blank", {"columns": _IN_TWO, "label": "", "rows_per_item": "blank"}),
    Trait("rows-per-indicator-no-bullet", {"columns": _IN_TWO, "label": "", "rows_per_item": "merged", "bullet": ""}),
    Trait("body-in-two-apart", {"columns": ("description", "name", "indicators", "core"), "label": ""}),
    Trait("fiches", {"columns": _IN_TWO, "label": "", "fiches": "own"}, _OTHER_THAN_HTML),
    Trait("fiches-long", {"columns": _IN_TWO, "label": "", "fiches": "long"}, _OTHER_THAN_HTML),
    Trait(
        "fiches-core-heading", {"columns": _IN_TWO, "label": "", "fiches": "own", "core": "heading"}, _OTHER_THAN_HTML
    ),
    Trait(
        "other-header",
        {"header": (("name", "Competentie"), ("core", "Kernwaarde"), ("body", "Omschrijving en gedragsindicatoren"))},
    ),
    Trait("header-explained", {"header": _EXPLAINED}),
    Trait("body-in-two-other-header", {"columns": ("core", "name", "description", "indicators"), **_OTHER_IN_TWO}),
    Trait("header-capitals", {"header": _CAPITALS}),
    Trait("header-broken", {"header": (("core", "Kern-competentie"),), "shares": (("core", 0.75),)}),
    Trait("english-header", {"header": _ENGLISH, "label": "Indicators:"}),
    # Lists and labels
    Trait("bullet-dot", {"bullet": "•"}),
    Trait("bullet-dash", {"bullet": "–"}),
    Trait("bullet-square", {"bullet": "▪", "font": "wide", "size": 9.0}),
    Trait("bullet-o", {"bullet": "o"}),
    Trait("bullet-disc", {"bullet": "●", **_MANY_SIGNS}),
    Trait("bullet-ring", {"bullet": "◦", **_MANY_SIGNS}),
    Trait("bullet-check", {"bullet": "✓", **_MANY_SIGNS}),
    Trait("bullet-arrow", {"bullet": "➢", **_MANY_SIGNS}),
    Trait("bullet-star", {"bullet": "*"}),
    Trait("bullet-bracketed", {"bullet": "(1)"}),
    Trait("bullet-number-bracket", {"bullet": "1)"}),
    Trait("bullet-capitals", {"bullet": "A."}),
    Trait("bullet-roman", {"bullet": "i."}),
    Trait("bullet-letters", {"bullet": "a)"}),
    Trait("bullet-numbers", {"bullet": "1."}),
    Trait("bullet-shape", {"bullet": "shape"}),
    Trait("bullet-private-use", {"bullet": "symbol:\uf0b7"}),
    Trait("bullet-private-use-square", {"bullet": "symbol:\uf0a7"}),
    Trait("bullet-symbol-l", {"bullet": "symbol:l"}),
    Trait("bullet-symbol-n", {"bullet": "symbol:n"}),
    Trait("bullet-symbol-section", {"bullet": "symbol:§"}),
    Trait("bullet-none", {"bullet": ""}),
    Trait("items-flush", {"items": "flush"}),
    Trait("items-flush-dot", {"items": "flush", "bullet": "•"}),
    Trait("items-flush-o", {"items": "flush", "bullet": "o"}),
    Trait("items-glued", {"items": "glued", "bullet": "•"}),
    Trait("items-deep", {"items": "deep", "bullet": "•"}),
    Trait("items-far", {"items": "far", "bullet": "•"}),
    Trait("items-apart", {"items": "apart"}),
    Trait("label-other", {"label": "Gedragsindicatoren:"}),
    Trait("label-behaviour", {"label": "Voorbeeldgedrag:"}),
    Trait("label-count", {"label": "Indicatoren ({count}):"}),
    Trait("label-inline", {"label_inline": True}),
    Trait("description-in-two", {"sentences_apart": True}),
    Trait("label-none", {"label": ""}),
    # Around the table
    Trait("running-header", {"running": True}),
    Trait("footnotes", {"footnotes": True}),
    Trait("caption", {"caption": True}),
    Trait("in-regulation", {"regulation": 30}),
    Trait("in-regulation-adjoined", {"regulation": 2, "adjoined": True}),
    Trait("in-regulation-with-appendices", {"regulation": 28, "appendices": True}),
    Trait("other-appendices", {"appendices": True}),
    Trait("other-appendices-no-rules", {"appendices": True, "rules": "none"}),
    Trait("watermark", {"finish": ("watermark",)}),
    Trait("stamp", {"finish": ("stamp",)}),
    Trait("line-numbers", {"finish": ("line-numbers",)}),
    Trait("change-bars", {"finish": ("change-bars",)}),
    Trait("page-border", {"finish": ("page-border",)}),
    Trait("stationery", {"finish": ("stationery",)}),
    # The file
    Trait("turned", {"finish": ("turned",)}),
    Trait("every-other-turned", {"finish": ("every-other-turned",)}),
    Trait("sideways", {"finish": ("sideways",)}),
    Trait("upside-down", {"finish": ("upside-down",)}),
    Trait("cropped", {"finish": ("cropped",)}),
    Trait("slug", {"finish": ("slug",)}),
    Trait("origin", {"finish": ("origin",)}),
    Trait("user-unit", {"finish": ("user-unit",)}),
    Trait("two-up", {"finish": ("two-up",)}),
    Trait("four-up", {"finish": ("four-up",)}),
    Trait("as-forms", {"finish": ("as-forms",)}),
    Trait("drawn-twice", {"finish": ("twice",)}),
    Trait("drawn-in-any-order", {"finish": ("shuffled",)}),
    Trait("words-in-any-order", {"scattered": True}, _OTHER_THAN_HTML),
    Trait("tagged", {"tagged": True}, frozenset({"reportlab"})),
    Trait("type-3-fonts", {"finish": ("type-3",), "font": "wide", "size": 9.0}, _COMPOSITE),
    Trait("without-unicode", {"finish": ("without-unicode",), "font": "wide", "size": 9.0}),
    Trait("scanned", {"finish": ("scanned",)}),
    Trait("scanned-with-text", {"finish": ("scanned-with-text",)}),
    Trait("one-page-scanned", {"finish": ("one-page-scanned",)}),
    Trait("blank-page", {"finish": ("blank-page",)}),
    Trait("page-twice", {"finish": ("page-twice",)}),
    Trait("annotated", {"finish": ("annotated",)}),
    Trait("form", {"finish": ("form",)}),
    Trait("hidden-layer", {"finish": ("hidden-layer",)}),
    Trait("empty-password", {"finish": ("encrypted",)}),
    Trait("empty-password-rc4", {"finish": ("encrypted-rc4",)}),
    Trait("linearised", {"finish": ("linearised",)}),
)


def trait_named(name: str) -> Trait:
    """The trait of a name in the table."""
    return next(trait for trait in TRAITS if trait.name == name)


def combinations(engine: str, count: int, seed: str) -> Iterator[tuple[Trait, ...]]:
    """Seeded random combinations of two to four traits that an engine can express; none sets a respect twice."""
    chance = random.Random(f"{engine} {seed}")  # noqa: S311 - layouts, not secrets
    known = [trait for trait in TRAITS[1:] if engine not in trait.unknown_to]
    while count:
        chosen = tuple(chance.sample(known, chance.randint(2, 4)))
        respects = [respect for trait in chosen for respect in trait.look]
        if len(respects) == len(set(respects)) and can_be_printed(traits_to_look(chosen)):
            yield chosen
            count -= 1


def can_be_printed(look: Look) -> bool:
    """Whether there is room: for a usual word in every column, and for the longest row where rows are kept whole."""
    room = (look.page[0] - 2 * look.margin) * look.width
    ems = {name: share * room / look.size for name, share in zip(columns_of(look), widths_of(look), strict=True)}
    enough = all(ems.get(name, least) >= least for name, least in LEAST.items())
    if look.names_by_hand and ems["name"] > NARROW:
        return False
    if look.fiches and (look.core not in ("column", "heading") or look.rows_per_item or look.header_again):
        return False
    if look.fiches and look.names_by_hand:  # names have as much room as texts
        return False
    if look.core in MERGING and (look.per_table or look.rows_per_item):
        return False
    lines = look.page[1] / look.size
    return enough and (not look.whole_rows or (lines >= TALLEST and ems.get("body", 0) >= WIDEST))
