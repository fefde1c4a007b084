"""Styles: what a paragraph or a run inherits.

Scope: the chain of a style and those it is based on, and the things that the reader asks of it: hidden, struck
through, raised, set in a symbol font, how large, of what colour and on what. Non-goals: all other looks. Prevents: text
that Word hides through a style read as text, and a letter of a symbol font read as a letter.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple, TypeAlias

from extract.sight import Ground, is_tiny, plain_ground
from extract.symbol_fonts import is_symbol_name
from extract.word_ground import HIGHLIGHTS, first_ground, ink_of
from extract.word_tree import Element, W, attribute, descendant, number, switch, value

#: Type size in points where nothing names one.
DEFAULT_SIZE: Final = 10.0
#: Nobody reads letters set to less than so many percents of their width.
NARROW: Final = 20
#: What is lifted by more than this share of its type size is raised.
HIGH: Final = 0.2
#: Where a font may be named; the first that is there counts for Latin letters.
FONT_ATTRIBUTES: Final = ("ascii", "hAnsi")

#: Elements in the order in which they count.
Chain: TypeAlias = tuple[Element, ...]


class Look(NamedTuple):
    """How a run is set: whether Word hides it, whether its font draws symbols, its size in points, raised, struck.

    ``placed``: its own properties say how high it stands on the line.
    ``ink``: its colour, None where Word chooses one; ``ground``: what the run itself has behind its letters.
    """

    hidden: bool
    symbol: bool
    size: float
    raised: bool
    placed: bool
    struck: bool
    ink: str | None
    ground: Ground | None


class Styles:
    """The styles of a document; every chain, and how runs of the same properties look, is worked out once."""

    def __init__(self, root: Element | None, *, plain_paper: bool = True) -> None:
        self.plain_paper = plain_paper
        found = () if root is None else root.findall(W + "style")
        self._styles = {style.get(W + "styleId", ""): style for style in found}
        self._default = next((s.get(W + "styleId", "") for s in found if is_default_paragraph(s)), "")
        self._chains: dict[str, Chain] = {}
        self._along: dict[tuple[Chain, str], Chain] = {}
        self._looks: dict[tuple[object, ...], Look] = {}
        self.defaults = descendant(root, "docDefaults")
        self._usual: float | None = None
        self._paragraph: Element | None = None
        self._style: str | None = None

    def look(self, properties: Element | None, paragraph: Element) -> Look:
        """How a run with these properties looks in this paragraph: as any other with the same, in the same style."""
        said = () if properties is None else tuple([(one.tag, *one.items()) for one in properties])
        key = said, self._style_of(paragraph)
        if key not in self._looks:
            of_run = properties, paragraph, self
            size = run_to_size(*of_run)
            self._looks[key] = Look(
                hidden=is_hidden(*of_run) or is_tiny(size, self.usual_size()) or is_narrow(*of_run),
                symbol=is_symbol_font(*of_run),
                size=size,
                raised=is_raised(*of_run),
                placed=any(descendant(properties, name) is not None for name in ("vertAlign", "position")),
                struck=is_struck(*of_run),
                ink=ink_of(first_said("color", *of_run)),
                ground=run_to_ground(*of_run),
            )
        return self._looks[key]

    def usual_size(self) -> float:
        """The type size of a paragraph that names nothing, in points."""
        if self._usual is None:
            sizes = *self.along(self.chain(self._default), "rPr/sz"), descendant(self.defaults, "rPrDefault/rPr/sz")
            halves = next((half for one in sizes if (half := number(attribute(one, "val")))), None)
            self._usual = DEFAULT_SIZE if halves is None else halves / 2
        return self._usual

    def chain(self, style_id: str | None) -> Chain:
        """A style and those it is based on, nearest first; empty when the style does not exist."""
        key = style_id or ""
        if key not in self._chains:
            self._chains[key] = tuple(self._climb(key))
        return self._chains[key]

    def _climb(self, style_id: str) -> Iterator[Element]:
        met: set[str] = set()
        while style_id and style_id in self._styles and style_id not in met:
            met.add(style_id)
            yield self._styles[style_id]
            style_id = value(self._styles[style_id], "basedOn") or ""

    def along(self, chain: Chain, path: str) -> Chain:
        """The elements at ``path`` in the styles of a chain, nearest first. Looked up once: every run asks."""
        key = chain, path
        if key not in self._along:
            found = (descendant(style, path) for style in chain)
            self._along[key] = tuple(element for element in found if element is not None)
        return self._along[key]

    def of_paragraph(self, paragraph: Element) -> Chain:
        """The chain of a paragraph's style, or of the default paragraph style."""
        return self.chain(self._style_of(paragraph)) or self.chain(self._default)

    def _style_of(self, paragraph: Element) -> str | None:
        """The style that a paragraph names. Much is asked of one paragraph before the next."""
        if paragraph is not self._paragraph:
            self._paragraph, self._style = paragraph, value(paragraph, "pPr/pStyle")
        return self._style

    def of_run(self, properties: Element | None) -> Chain:
        """The chain of a run's own character style."""
        return self.chain(value(properties, "rStyle"))


def is_default_paragraph(style: Element) -> bool:
    """Whether a style counts for paragraphs that name none."""
    return style.get(W + "type") == "paragraph" and style.get(W + "default", "0") not in {"0", "false", "off"}


def is_hidden(properties: Element | None, paragraph: Element, styles: Styles) -> bool:
    """Whether Word hides a run (or a paragraph mark) with these properties."""
    return is_toggled("vanish", properties, paragraph, styles)


def is_narrow(properties: Element | None, paragraph: Element, styles: Styles) -> bool:
    """Whether letters are set so narrow that nobody reads them."""
    percents = number((attribute(first_said("w", properties, paragraph, styles), "val") or "").rstrip("%"))
    return percents is not None and percents < NARROW


def is_struck(properties: Element | None, paragraph: Element, styles: Styles) -> bool:
    """Whether Word draws a line through a run, or two."""
    return any(is_toggled(name, properties, paragraph, styles) for name in ("strike", "dstrike"))


def is_toggled(name: str, properties: Element | None, paragraph: Element, styles: Styles) -> bool:
    """Whether a toggle is on: set on the run itself it counts as it stands, in styles each level turns it over."""
    own = switch(descendant(properties, name))
    if own is not None:
        return own
    if switch(descendant(styles.defaults, f"rPrDefault/rPr/{name}")):
        return True
    levels = (styles.along(chain, f"rPr/{name}") for chain in chains_of(properties, paragraph, styles))
    return sum(bool(said) and bool(switch(said[0])) for said in levels) == 1


def is_raised(properties: Element | None, paragraph: Element, styles: Styles) -> bool:
    """Whether a run is set small above the line: by its kind, or smaller than the usual type and by so many points."""
    kind = value(properties, "vertAlign")
    if kind is None:
        chains = chains_of(properties, paragraph, styles)
        said = (at for chain in chains for at in styles.along(chain, "rPr/vertAlign"))
        kind = attribute(next(said, None), "val")
    if kind is not None:
        return kind == "superscript"
    halves = number(attribute(first_said("position", properties, paragraph, styles), "val")) or 0
    size = run_to_size(properties, paragraph, styles) if halves > 0 else 0.0
    return size < styles.usual_size() and halves / 2 > HIGH * size > 0


def first_said(name: str, properties: Element | None, paragraph: Element, styles: Styles) -> Element | None:
    """The strongest element of this name that bears on a run."""
    of_run, of_paragraph = chains_of(properties, paragraph, styles)
    inherited = (*styles.along(of_run, f"rPr/{name}"), *styles.along(of_paragraph, f"rPr/{name}"))
    places = (descendant(properties, name), *inherited, descendant(styles.defaults, f"rPrDefault/rPr/{name}"))
    return next((place for place in places if place is not None), None)


def run_to_ground(properties: Element | None, paragraph: Element, styles: Styles) -> Ground | None:
    """What a run has behind its letters: its highlight, else its shading; None without either."""
    highlight = HIGHLIGHTS.get(attribute(first_said("highlight", properties, paragraph, styles), "val") or "")
    shading = first_said("shd", properties, paragraph, styles)
    return first_ground((shading,)) if highlight is None else plain_ground(highlight)


def chains_of(properties: Element | None, paragraph: Element, styles: Styles) -> tuple[Chain, Chain]:
    """The chains that bear on a run: its own, then its paragraph's."""
    return styles.of_run(properties), styles.of_paragraph(paragraph)


def is_symbol_font(properties: Element | None, paragraph: Element, styles: Styles) -> bool:
    """Whether the Latin letters of a run are set in a symbol font."""
    of_run, of_paragraph = chains_of(properties, paragraph, styles)
    inherited = styles.along(of_run, "rPr/rFonts") + styles.along(of_paragraph, "rPr/rFonts")
    places = (descendant(properties, "rFonts"), *inherited)
    names = (attribute(fonts, name) for fonts in places for name in FONT_ATTRIBUTES)
    return is_symbol_name(next((name for name in names if name), None))


def run_to_size(properties: Element | None, paragraph: Element, styles: Styles) -> float:
    """The type size of a run in points: its own, else its styles', else the document's."""
    of_run, of_paragraph = chains_of(properties, paragraph, styles)
    inherited = styles.along(of_run, "rPr/sz") + styles.along(of_paragraph, "rPr/sz")
    places = (descendant(properties, "sz"), *inherited, descendant(styles.defaults, "rPrDefault/rPr/sz"))
    halves = next((half for place in places if (half := number(attribute(place, "val")))), None)
    return DEFAULT_SIZE if halves is None else halves / 2
