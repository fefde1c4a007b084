"""Indents: where the text of a paragraph begins.

What is chosen: the place of the text itself. In a list that is the left indent, because the marker stands before
it in the hanging part; without a marker the first line begins at the left indent plus or minus its own, so that
a bullet typed into the hanging part stands left of the lines that go on under its text.

Fails for: indents in characters alone (Word writes them in twips beside it), and text moved by tabs and spaces.
"""

from __future__ import annotations

from extract.paragraph import Indents
from extract.word_numbering import Level, Numbered
from extract.word_styles import Styles
from extract.word_tree import Element, attribute, descendant, points


def paragraph_to_indents(
    paragraph: Element, numbered: Numbered | None, level: Level | None, marked: bool, styles: Styles
) -> Indents:
    """The indents of a paragraph; ``marked`` when its list draws a marker before it."""
    sources = indent_sources(paragraph, numbered, level, styles)
    left = first_measure(sources, ("left", "start")) or 0.0
    return Indents(left if marked else left + first_line(sources), left)


def indent_sources(paragraph: Element, numbered: Numbered | None, level: Level | None, styles: Styles) -> list[Element]:
    """Every ``w:ind`` that bears on a paragraph, the strongest first.

    A list counts right after the place that names it: the paragraph itself, or a style of its chain.
    """
    chain = styles.of_paragraph(paragraph)
    depth = len(chain) if numbered is None else numbered.depth
    sources = [
        descendant(paragraph, "pPr/ind"),
        *styles.along(chain[:depth], "pPr/ind"),
        None if level is None else level.indent,
        *styles.along(chain[depth:], "pPr/ind"),
        descendant(styles.defaults, "pPrDefault/pPr/ind"),
    ]
    return [source for source in sources if source is not None]


def first_measure(sources: list[Element], names: tuple[str, ...]) -> float | None:
    """The strongest measure under any of these names."""
    found = (points(attribute(source, name)) for source in sources for name in names)
    return next((measure for measure in found if measure is not None), None)


def first_line(sources: list[Element]) -> float:
    """What the first line is moved by: to the left when it hangs. Hanging beats first-line in one element."""
    for source in sources:
        hanging, first = points(attribute(source, "hanging")), points(attribute(source, "firstLine"))
        if hanging is not None:
            return -hanging
        if first is not None:
            return first
    return 0.0
