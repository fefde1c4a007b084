"""What stands inside a paragraph: its text piece by piece, and what hangs on it.

Scope: runs and everything that can be around or inside them. Non-goals: lines, markers, findings
(``word_paragraph``). Prevents: text that is lost in a wrapper. The walk goes into every element that it does not
know; what it stays out of is named here.

    w:p ── w:r ── w:t               Piece("Toont ")
        ├─ w:ins ── w:r ── w:t      Piece("inzicht", change=ADDED)
        ├─ w:del ── w:r ── w:delText  Piece("begrip", change=REMOVED)
        ├─ w:r ── w:br              Piece("\\n")
        └─ w:r ── w:drawing … w:txbxContent   Aside(BOX, …)
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from enum import Enum
from typing import Final, NamedTuple

from extract.pieces import LINE_END, Change, Piece
from extract.sight import Ground, Sight
from extract.symbol_fonts import LETTER_FONTS, is_symbol_name
from extract.word_fields import DROP_DOWN, Fields, chosen_entry
from extract.word_ground import run_to_sight
from extract.word_pictures import DRAWINGS, is_wordy_picture
from extract.word_styles import DEFAULT_SIZE, Styles
from extract.word_tree import (
    ADDED,
    OFF,
    REMOVED,
    XML,
    A,
    Element,
    M,
    V,
    W,
    attribute,
    visible_children,
)

#: Elements with text of their own.
TEXTS: Final = frozenset({W + "t", W + "delText", M + "t"})
#: Elements that stand for a character.
SIGNS: Final = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "br": LINE_END,
    W + "cr": LINE_END,
    W + "noBreakHyphen": "\u2011",
    W + "softHyphen": "\u00ad",
}
RUNS: Final = frozenset({W + "r", M + "r"})
#: What most runs hold, and no more.
RUN_PROPERTIES: Final = W + "rPr"
PLAIN: Final = frozenset({RUN_PROPERTIES, W + "t", W + "delText", *SIGNS})
#: What a formula draws otherwise than sign by sign: a fraction, a power, a root, brackets that are no text.
STACKED: Final = tuple(
    M + name
    for name in (
        *("f", "sSup", "sSub", "sSubSup", "sPre", "d", "rad", "nary", "acc", "bar", "groupChr"),
        *("limLow", "limUpp", "eqArr", "m"),
    )
)
#: As many characters Word takes for the mark of a note.
LONGEST_MARK: Final = 10
#: Unicode categories that no text holds: control characters and halves of surrogate pairs.
NO_TEXT: Final = frozenset({"Cc", "Cs"})
#: The codes under which symbol fonts have their signs: those of letters, and this.
SYMBOL_AREA: Final = range(0xF020, 0xF100)
#: White space around a text that only lays out the XML.
LAYOUT_SPACE: Final = re.compile(r"^\s*[\r\n]\s*|\s*[\r\n]\s*$")


class Hanging(Enum):
    """What can hang on a paragraph without being part of its text."""

    BOX = "box"
    PICTURE_TEXT = "picture-text"
    FOOTNOTE = "footnotes"
    ENDNOTE = "endnotes"
    COMMENT = "comments"
    RUBY = "ruby"
    NOTE_MARK = "note-mark"
    PICTURE = "picture"
    FIELD = "field"
    FORMULA = "formula"
    PROMPT = "prompt"


class Aside(NamedTuple):
    """Something that hangs on a paragraph: the element that holds it, or that refers to it."""

    hanging: Hanging
    element: Element


#: Elements that are read apart from the paragraph in which they stand.
ASIDES: Final = {
    W + "txbxContent": Hanging.BOX,
    W + "footnoteReference": Hanging.FOOTNOTE,
    W + "endnoteReference": Hanging.ENDNOTE,
    W + "commentReference": Hanging.COMMENT,
    W + "rt": Hanging.RUBY,
    V + "textpath": Hanging.PICTURE_TEXT,
    A + "p": Hanging.PICTURE_TEXT,
}


class Setting(NamedTuple):
    """What holds for the elements under way: the paragraph, its run's properties and the changes around it."""

    paragraph: Element
    styles: Styles
    fields: Fields
    hidden: bool = False
    symbol: bool = False
    change: Change = Change.NONE
    size: float | None = None
    raised: bool = False
    placed: bool = False
    struck: bool = False
    ink: str | None = None
    ground: Ground | None = None
    faint: bool = False


def paragraph_to_content(paragraph: Element, styles: Styles, fields: Fields) -> Iterator[Piece | Aside]:
    """The pieces and asides of one paragraph, in order; what was removed is among them, marked as such."""
    yield from element_to_content(paragraph, Setting(paragraph, styles, fields))


def element_to_content(element: Element, setting: Setting) -> Iterator[Piece | Aside]:
    """The content of the children of an element."""
    for child in visible_children(element):
        if child in setting.fields.prompts:
            yield Aside(Hanging.PROMPT, child)
        elif child.tag in RUNS and is_plain(child):
            yield from plain_to_pieces(child, inside_run(child, setting))
        elif child.tag in ASIDES:
            if setting.change is not Change.REMOVED:
                yield Aside(ASIDES[child.tag], child)
        elif is_note_mark(child) and setting.change is not Change.REMOVED:
            yield Aside(Hanging.NOTE_MARK, child)
        else:
            if child.tag in DRAWINGS and is_shown(setting) and is_wordy_picture(child, setting.size or DEFAULT_SIZE):
                yield Aside(Hanging.PICTURE, child)
            if child in setting.fields.unread and is_shown(setting):
                yield Aside(Hanging.FIELD, child)
            if child.tag == M + "oMath" and is_shown(setting) and next(child.iter(*STACKED), None) is not None:
                yield Aside(Hanging.FORMULA, child)
            text = setting.fields.shown.get(child) or element_to_text(child)
            if text:
                yield text_to_piece(child, text, setting)
            yield from element_to_content(child, inside(child, setting))


def is_plain(run: Element) -> bool:
    """Whether a run holds nothing but texts, signs and its properties, as most do."""
    return all(child.tag in PLAIN and (child.tag == RUN_PROPERTIES or not len(child)) for child in run)


def plain_to_pieces(run: Element, setting: Setting) -> list[Piece]:
    """The pieces of a plain run."""
    texts = [(child, setting.fields.shown.get(child) or element_to_text(child)) for child in run]
    return [text_to_piece(child, text, setting) for child, text in texts if text]


def is_note_mark(element: Element) -> bool:
    """Whether an element is a mark that its author gave to a note: it stands after the reference, in the same run."""
    if element.tag not in TEXTS and element.tag != W + "sym":
        return False
    references = element.itersiblings(W + "footnoteReference", W + "endnoteReference", preceding=True)
    marked = any(reference.get(W + "customMarkFollows", "0") not in OFF for reference in references)
    return marked and len(element_to_text(element).strip()) <= LONGEST_MARK


def is_shown(setting: Setting) -> bool:
    """Whether what stands in this setting is on the page once changes are accepted."""
    return setting.change is not Change.REMOVED and not setting.hidden


def inside(element: Element, setting: Setting) -> Setting:
    """The setting that holds inside an element. What is removed stays removed, whatever is around or in it."""
    if element.tag in RUNS:
        return inside_run(element, setting)
    if element.tag in REMOVED:
        return setting._replace(change=Change.REMOVED)
    if element.tag in ADDED and setting.change is Change.NONE:
        return setting._replace(change=Change.ADDED)
    return setting


def inside_run(run: Element, setting: Setting) -> Setting:
    """The setting that holds inside a run."""
    paragraph, styles, fields = setting.paragraph, setting.styles, setting.fields
    look = styles.look(next(run.iterchildren(RUN_PROPERTIES), None), paragraph)
    sight = run_to_sight(look.ink, look.ground, paragraph, styles)
    return Setting(
        paragraph,
        styles,
        fields,
        hidden=look.hidden or sight is Sight.NONE,
        symbol=look.symbol,
        change=setting.change,
        size=look.size,
        raised=look.raised,
        placed=look.placed,
        struck=look.struck,
        ink=look.ink,
        ground=look.ground,
        faint=sight is Sight.DOUBTFUL,
    )


def text_to_piece(element: Element, text: str, setting: Setting) -> Piece:
    """A piece, with what its element adds to the setting."""
    return Piece(
        text,
        symbol=is_sign(element) if element.tag == W + "sym" else setting.symbol,
        hidden=setting.hidden or is_instruction(element, setting.fields),
        change=Change.REMOVED if element.tag == W + "delText" else setting.change,
        size=setting.size,
        raised=setting.raised,
        placed=setting.placed,
        struck=setting.struck,
        faint=setting.faint,
    )


def is_instruction(element: Element, fields: Fields) -> bool:
    """Whether an element is an instruction to Word that is no text on the page."""
    return element in fields.instructions and element not in fields.shown


def element_to_text(element: Element) -> str:
    """The text that an element holds or stands for; empty for an element that has only children."""
    if element.tag in TEXTS:
        return written_text(element)
    if element.tag == W + "sym":
        return symbol_to_text(element)
    if element.tag == DROP_DOWN:
        return chosen_entry(element)
    return SIGNS.get(str(element.tag), "")


def written_text(element: Element) -> str:
    """The text of a ``w:t``: line ends in the XML are spaces.

    Outer white space without ``xml:space="preserve"`` is kept when it has no line end in it: some writers forget
    the attribute, and a space too many harms less than two words in one.
    """
    text = "".join([str(piece) for piece in element.itertext()]) if len(element) else element.text or ""
    if "\n" not in text and "\r" not in text:
        return text
    if element.get(XML + "space") != "preserve":
        text = LAYOUT_SPACE.sub("", text)
    return re.sub(r"[\r\n]+", " ", text)


def is_letter_of(element: Element, found: str) -> bool:
    """Whether a code of the area that symbol fonts use is in a font that draws letters."""
    return ord(found) in SYMBOL_AREA and (attribute(element, "font") or "").casefold() in LETTER_FONTS


def is_sign(element: Element) -> bool:
    """Whether a ``w:sym`` is drawn as a sign: in a symbol font, or in one of which nothing is known."""
    font = attribute(element, "font")
    text = symbol_to_text(element)
    return is_symbol_name(font) or (font is not None and bool(text) and ord(text) in SYMBOL_AREA)


def symbol_to_text(element: Element) -> str:
    """The character of a ``w:sym``, by its hexadecimal code; empty when that is no character.

    In a font of letters a code of the area that symbol fonts use means the letter that Windows has there.
    """
    code = attribute(element, "char") or ""
    try:
        found = chr(int(code, 16))
        if is_letter_of(element, found):
            found = bytes([ord(found) & 0xFF]).decode("cp1252")
    except (ValueError, OverflowError):
        return ""
    return "" if unicodedata.category(found) in NO_TEXT else found
