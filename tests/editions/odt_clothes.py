"""What wraps, splits or accompanies text in an OpenDocument text: changes to its XML that must change no field.

The counterpart of ``word_clothes``: the same traits in the words of the other standard, and those that only it has.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from typing import Final

from extract.odt_tree import DRAW, FO, OFFICE, STYLE, TABLE, TEXT, Element
from tests.editions.odt_tables import REBUILT, SURROUNDED
from tests.editions.odt_xml import (
    CELL,
    SIGN,
    Pieces,
    catalogue_tables,
    cut,
    each_text,
    element,
    paragraph,
    table_paragraphs,
)
from tests.editions.word_xml import FOREIGN, Change


def spans(text: str, size: int) -> Pieces:
    return [element("span", text=piece, style_name="Gewoon") for piece in cut(text, size)]


def between(text: str, make: Callable[[int], Pieces], numbers: Iterator[int]) -> Pieces:
    """Elements between pieces of a text."""
    return [part for piece in cut(text, 7) for part in (*make(next(numbers)), piece)]


def marks(make: Callable[[int], Pieces]) -> Change:
    """A change that puts marks within every word."""
    return lambda root: each_text(root, partial(between, make=make, numbers=count(1)))


def wrapped(make: Callable[[str], Element]) -> Change:
    """A change that wraps every text."""
    return lambda root: each_text(root, lambda text: [make(text)] if text else [])


def signs(change: Callable[[str], str]) -> Change:
    """A change of the characters of every text."""
    return lambda root: each_text(root, lambda text: [change(text)])


def of_layout(root: Element) -> None:
    """White space that only lays out the XML: a line end for every other space."""
    each_text(root, lambda text: [re.sub(r"(\S) (\S+) ", "\\1\n    \\2 ", text)])


def spaces_as_elements(root: Element) -> None:
    """Every third space as an element that says how many."""

    def change(text: str) -> Pieces:
        words = text.split(" ")
        pieces: Pieces = [words[0]]
        for n, word in enumerate(words[1:]):
            pieces += [element("s", c="1") if n % 3 == 2 else " ", word]
        return pieces

    each_text(root, change)


# How words look


def looks(text: str) -> Pieces:
    """Every other piece in other looks."""
    pieces = cut(text, 9)
    return [element("span", text=t, style_name="Vet") if n % 2 else t for n, t in enumerate(pieces)]


def raised_figures(root: Element) -> None:
    """The second letter of every tenth paragraph raised."""
    for p in table_paragraphs(root)[::10]:
        if p.text and len(p.text) > 2:
            p.insert(0, element("span", text=p.text[1], style_name="Hoog"))
            p[0].tail, p.text = p.text[2:], p.text[:1]


# Tracked changes


def region(root: Element, id_: str, *children: Element, kind: str) -> None:
    """Enter a change into the list of changes."""
    body = root.find(f"{OFFICE}body/{OFFICE}text")
    assert body is not None
    changes = body.find(TEXT + "tracked-changes")
    if changes is None:
        changes = element("tracked-changes")
        body.insert(0, changes)
    changes.append(element("changed-region", element(kind, *children), id=id_))


def insertions(root: Element) -> None:
    """Every second piece was put in."""
    numbers = count(1)

    def change(text: str) -> Pieces:
        made: Pieces = []
        for at, piece in enumerate(cut(text, 11)):
            id_ = f"in{next(numbers)}"
            inside = at % 2 == 0
            made += [element("change-start", change_id=id_)] if inside else []
            made += [piece, *([element("change-end", change_id=id_)] if inside else [])]
            if inside:
                region(root, id_, kind="insertion")
        return made

    each_text(root, change)


def deletions(root: Element) -> None:
    """Words taken out within every text."""
    numbers = count(1)

    def make(_at: int) -> Pieces:
        id_ = f"uit{next(numbers)}"
        region(root, id_, paragraph(), kind="deletion")
        return [element("change", change_id=id_)]

    marks(make)(root)


def ends_removed(root: Element) -> None:
    """A paragraph's end taken out within every paragraph, and one put in behind it."""
    for number, p in enumerate(table_paragraphs(root)):
        region(root, f"weg{number}", paragraph("een eind "), paragraph("en een begin "), kind="deletion")
        p.insert(0, element("change", change_id=f"weg{number}"))
        p[0].tail, p.text = p.text, None


# Beside the text


def behind(make: Callable[[int], Element]) -> Change:
    """A change that puts an element at the end of every fifth paragraph."""

    def change(root: Element) -> None:
        for number, p in enumerate(table_paragraphs(root)[::5]):
            p.append(make(number))

    return change


def note(number: int, kind: str) -> Element:
    citation = element("note-citation", text=str(number + 1))
    made = element("note", citation, element("note-body", paragraph()), id=f"n{number}")
    made.set(TEXT + "note-class", kind)
    return made


def frame(*children: Element) -> Element:
    return element(DRAW + "frame", element(DRAW + "text-box", *children))


def comments(root: Element) -> None:
    """Comments from the beginning of a paragraph to its end."""
    for p in table_paragraphs(root)[::5]:
        p.insert(0, element(OFFICE + "annotation", paragraph()))
        p[0].tail, p.text = p.text, None
        p.append(element(OFFICE + "annotation-end"))


def typed_notes(root: Element) -> None:
    """Notes typed by hand: a raised number behind every ninth sentence, and the notes under the tables."""
    sentences = [p for p in table_paragraphs(root) if "".join(map(str, p.itertext())).endswith(".")]
    body = root.find(f"{OFFICE}body/{OFFICE}text")
    assert body is not None
    for number, p in enumerate(sentences[4::9], start=1):
        p.append(element("span", text=str(number), style_name="Hoog"))
        body.append(paragraph(f"{number} {FOREIGN}"))


def hidden_field(_number: int) -> Element:
    return element("hidden-text", text=FOREIGN, condition="true", is_hidden="true")


def hidden_paragraphs(root: Element) -> None:
    """A paragraph that a condition hides, after every paragraph."""
    for p in table_paragraphs(root)[::5]:
        p.addnext(element("p", element("hidden-paragraph", text=FOREIGN, is_hidden="true")))


def hidden_sections(root: Element) -> None:
    """A section that is not shown, in every fifth cell, and one around another table."""
    for cell in list(root.iter(CELL))[::5]:
        cell.append(element("section", paragraph(), name="weg", display="none"))


def soft_page_breaks(root: Element) -> None:
    """Where pages end in the layout: within paragraphs, between rows."""
    marks(lambda n: [element("soft-page-break")] if n % 9 == 0 else [])(root)
    for table in catalogue_tables(root):
        for row in list(table.iter(TABLE + "table-row"))[2::4]:
            row.addprevious(element("soft-page-break"))


def automatic_styles(root: Element) -> None:
    """The styles that clothes name."""
    styles = root.find(OFFICE + "automatic-styles")
    assert styles is not None
    for name, attribute, value in (
        ("Weg", TEXT + "display", "none"),
        ("Streep", STYLE + "text-line-through-style", "solid"),
        ("Hoog", STYLE + "text-position", "super 58%"),
        (SIGN, STYLE + "font-name", "Wingdings"),
        ("Gewoon", STYLE + "font-name", "Arial"),
        ("Hoofd", FO + "text-transform", "uppercase"),
    ):
        made = element(STYLE + "style", element(STYLE + "text-properties"))
        made.attrib.update({STYLE + "name": name, STYLE + "family": "text"})
        made[0].set(attribute, value)
        styles.append(made)


#: In the order in which they are put on: what changes the text itself before what cuts it in pieces.
ODT_CLOTHES: Final[dict[str, Change]] = {
    **REBUILT,
    "soft hyphens": signs(lambda text: re.sub(r"(?<=\w{5})(?=\w{5})", "\u00ad", text)),
    "no-break hyphens": signs(lambda text: re.sub(r"(?<=\w)-(?=\w)", "\u2011", text)),
    "no-break spaces": signs(lambda text: re.sub(r"(?<=\w) (?=\w)", "\xa0", text)),
    "capitals of the layout": wrapped(lambda text: element("span", text=text, style_name="Hoofd")),
    "white space of the XML": of_layout,
    "spaces as elements": spaces_as_elements,
    "coloured and bold words": lambda root: each_text(root, looks),
    "struck text": behind(lambda _n: element("span", text=f" {FOREIGN}", style_name="Streep")),
    "raised figures": raised_figures,
    "runs split within words": lambda root: each_text(root, partial(spans, size=4)),
    "a run for every character": lambda root: each_text(root, partial(spans, size=1)),
    "bookmarks": marks(lambda n: [element("bookmark-start", name=f"b{n}"), element("bookmark-end", name=f"b{n}")]),
    "reference marks": marks(lambda n: [element("reference-mark-start", name=f"r{n}")]),
    "index marks": marks(lambda _n: [element("alphabetical-index-mark", string_value=FOREIGN)]),
    "rendered page breaks": soft_page_breaks,
    "fields": wrapped(lambda text: element("user-field-get", text=text, name="veld")),
    "simple fields": wrapped(lambda text: element("conditional-text", text=text, condition="true")),
    "hyperlinks": wrapped(lambda text: element("a", text=text)),
    "text with metadata": wrapped(lambda text: element("meta", text=text)),
    "tracked insertions": insertions,
    "tracked deletions": deletions,
    "tracked paragraph marks removed": ends_removed,
    "comments": comments,
    "footnotes": behind(partial(note, kind="footnote")),
    "endnotes": behind(partial(note, kind="endnote")),
    "hidden text": behind(lambda _n: element("span", text=FOREIGN, style_name="Weg")),
    "notes typed by hand": typed_notes,
    "hidden fields": behind(hidden_field),
    "hidden paragraphs": hidden_paragraphs,
    "hidden sections": hidden_sections,
    "text boxes": behind(lambda _n: frame(paragraph())),
    **SURROUNDED,
}
