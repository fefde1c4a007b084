"""List numbering: the marker that Word draws before a paragraph.

Scope: which numbering and level a paragraph has (its own, or through its style), what that level looks like
after all links and overrides, and the label as counted up to this paragraph. Non-goals: whether a marker is a
bullet or a heading's number; the text after it. Prevents: bullets and letters that are on the page and not in
the text being lost, and a list that goes on counting where Word begins again.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from extract.list_labels import number_to_label
from extract.word_styles import Styles
from extract.word_tree import Element, W, attribute, descendant, number, switch, value

#: Levels that a list can have, from 0.
LEVELS: Final = 9
#: The numbering that is none: it switches a list off.
NO_LIST: Final = "0"


class Level(NamedTuple):
    """One level of a list: how it counts (``format``), what it shows (``text``, ``%1`` for a number) and where."""

    format: str
    text: str
    start: int
    restart: int | None
    legal: bool
    style: str | None
    indent: Element | None


class Numbered(NamedTuple):
    """The list of a paragraph: ``num`` and ``level``; ``depth`` is how far up its style chain it was found.

    ``depth`` is 0 for the paragraph itself, 1 for its own style, 2 for the style that is based on…
    """

    num: str
    level: int
    depth: int


class Numbering:
    """The lists of a document, with every level resolved."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        found = () if root is None else root
        self._abstracts = {attribute(a, "abstractNumId"): a for a in found if a.tag == W + "abstractNum"}
        self._nums = {attribute(n, "numId"): n for n in found if n.tag == W + "num"}
        self._styles = styles
        self._levels: dict[tuple[str, int], Level | None] = {}
        self._definitions: dict[str, Element | None] = {}
        self._starts: dict[tuple[str, int], int | None] = {}

    def of_paragraph(self, paragraph: Element) -> Numbered | None:
        """The list and level of a paragraph, from itself or from its style; None when it is in no list."""
        chain = self._styles.of_paragraph(paragraph)
        places = [descendant(paragraph, "pPr/numPr"), *(descendant(style, "pPr/numPr") for style in chain)]
        for depth, place in enumerate(places):
            num = value(place, "numId")
            if num == NO_LIST:
                return None
            if num is not None and num in self._nums:
                return Numbered(num, self._level_of(places, depth, chain, num), depth)
        return None

    def _level_of(self, places: list[Element | None], depth: int, chain: tuple[Element, ...], num: str) -> int:
        """The paragraph's own level; else the one linked to its style; else the one its style names; else 0."""
        own = number(value(places[0], "ilvl"))
        if own is not None:
            return min(max(own, 0), LEVELS - 1)
        for style in chain:
            for level in range(LEVELS):
                found = self.level(num, level)
                if found is not None and found.style == style.get(W + "styleId"):
                    return level
        return min(max(number(value(places[depth], "ilvl")) or 0, 0), LEVELS - 1)

    def abstract(self, num: str) -> Element | None:
        """The definition behind a numbering, links to numbering styles followed."""
        if num not in self._definitions:
            self._definitions[num] = self._find_abstract(num)
        return self._definitions[num]

    def _find_abstract(self, num: str) -> Element | None:
        met: set[str] = set()
        while num not in met:
            met.add(num)
            found = self._abstracts.get(value(self._nums.get(num), "abstractNumId"))
            link = value(found, "numStyleLink")
            if link is None:
                return found
            chain = self._styles.chain(link)
            num = next((n for s in chain if (n := value(s, "pPr/numPr/numId"))), num)
        return None

    def level(self, num: str, level: int) -> Level | None:
        """A level of a numbering: its override, else that of its definition."""
        key = num, level
        if key not in self._levels:
            own = level_element(self._override(num, level), level)
            found = level_element(self.abstract(num), level) if own is None else own
            self._levels[key] = None if found is None else element_to_level(found)
        return self._levels[key]

    def start_override(self, num: str, level: int) -> int | None:
        """The number that this numbering begins again with, if it does."""
        key = num, level
        if key not in self._starts:
            self._starts[key] = number(value(self._override(num, level), "startOverride"))
        return self._starts[key]

    def _override(self, num: str, level: int) -> Element | None:
        overrides = self._nums[num].findall(W + "lvlOverride")
        return next((o for o in overrides if number(attribute(o, "ilvl")) == level), None)


class Counters:
    """How far every list has counted. Numberings that share a definition count on together, as in Word."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()

    def next_label(self, numbered: Numbered) -> str | None:
        """Count one paragraph and give its marker; None when the level draws nothing."""
        level = self._numbering.level(numbered.num, numbered.level)
        if level is None:
            return None
        counts = self._counts_of(numbered.num)
        counts[numbered.level] = self._next_number(numbered, level, counts[numbered.level])
        self._restart_deeper(numbered, counts)
        return self._label(numbered, level, counts) or None

    def _counts_of(self, num: str) -> list[int | None]:
        abstract = attribute(self._numbering.abstract(num), "abstractNumId") or ""
        return self._counts.setdefault(abstract, [None] * LEVELS)

    def _next_number(self, numbered: Numbered, level: Level, reached: int | None) -> int:
        begins = (numbered.num, numbered.level) not in self._begun
        self._begun.add((numbered.num, numbered.level))
        again = self._numbering.start_override(numbered.num, numbered.level)
        if begins and again is not None:
            return again
        return level.start if reached is None else reached + 1

    def _restart_deeper(self, numbered: Numbered, counts: list[int | None]) -> None:
        for deeper in range(numbered.level + 1, LEVELS):
            level = self._numbering.level(numbered.num, deeper)
            restart = None if level is None else level.restart
            if restart is None or numbered.level < restart:
                counts[deeper] = None

    def _label(self, numbered: Numbered, level: Level, counts: list[int | None]) -> str:
        if level.format == "bullet":
            return level.text
        label = level.text
        for above in range(numbered.level + 1):
            label = label.replace(f"%{above + 1}", self._number_at(numbered.num, above, counts, level.legal))
        return label

    def _number_at(self, num: str, at: int, counts: list[int | None], legal: bool) -> str:
        level = self._numbering.level(num, at)
        if level is None:
            return ""
        reached = counts[at]
        return number_to_label(level.start if reached is None else reached, "decimal" if legal else level.format)


def level_element(parent: Element | None, level: int) -> Element | None:
    """The ``w:lvl`` of a definition or an override."""
    found = () if parent is None else parent.findall(W + "lvl")
    return next((e for e in found if number(attribute(e, "ilvl")) == level), None)


def element_to_level(element: Element) -> Level:
    """A ``w:lvl``; a format that stands inside alternatives is found as well."""
    formats = [form.get(W + "val", "") for form in element.iter(W + "numFmt")]
    start = number(value(element, "start"))
    return Level(
        format=formats[-1] if formats else "decimal",
        text=value(element, "lvlText") or "",
        start=0 if start is None else start,
        restart=number(value(element, "lvlRestart")),
        legal=bool(switch(descendant(element, "isLgl"))),
        style=value(element, "pStyle"),
        indent=descendant(element, "pPr/ind"),
    )
