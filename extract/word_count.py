"""The other side of the books: what the parts of a Word file hold, counted apart from the reading.

Scope: one walk over all elements of the stories delivered, in document order, that knows nothing of paragraphs,
cells, runs or styles; only of what is text and what is no longer text. Prevents: a reader that proves itself
complete with its own mistakes. Do not make it share code with the reader beyond the names of elements.

Counted: every character of a text element or a sign, shown or hidden. Not counted: what tracked changes took
out (or put in, when they count as rejected), the branches of alternatives that are not chosen, a field's
instructions but for the words on a button, and markers (drawn, not written).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, Literal, NamedTuple, TypeAlias

from lxml import etree

from extract.symbol_fonts import LETTER_FONTS
from extract.word_tree import MC, A, Element, M, V, W
from transform.document import printed_characters

#: Whether tracked changes count as accepted or as rejected.
Revisions: TypeAlias = Literal["accepted", "rejected"]


class Rules(NamedTuple):
    """Which elements are text, which are text no longer, and by which property a whole row or cell is none."""

    written: frozenset[str]
    gone: frozenset[str]
    gone_whole: dict[str, str]

    @property
    def rare(self) -> frozenset[str]:
        """What has to be met in a story before anything in it is no text, or a button."""
        marks = (W + path.rpartition("}")[2] for path in self.gone_whole.values())
        return frozenset({*self.gone, *marks, *BRANCHES, FIELD_MARK})


BRANCHES: Final = frozenset({MC + "Choice", MC + "Fallback"})
MAKERS: Final = re.compile(
    r"^(?:https?://(?:schemas\.microsoft\.com|schemas\.openxmlformats\.org|purl\.oclc\.org/ooxml)/|urn:schemas-microsoft-com:)"
)
FIELD_MARK: Final = W + "fldChar"
WRITTEN: Final = frozenset({W + "t", M + "t", A + "t"})
INSTRUCTIONS: Final = frozenset({W + "instrText", W + "delInstrText"})
RULES: Final[dict[Revisions, Rules]] = {
    "accepted": Rules(
        written=WRITTEN,
        gone=INSTRUCTIONS | {W + "del", W + "moveFrom", W + "delText"},
        gone_whole={W + "tr": f"{W}trPr/{W}del", W + "tc": f"{W}tcPr/{W}cellDel"},
    ),
    "rejected": Rules(
        written=WRITTEN | {W + "delText"},
        gone=INSTRUCTIONS | {W + "ins", W + "moveTo"},
        gone_whole={W + "tr": f"{W}trPr/{W}ins", W + "tc": f"{W}tcPr/{W}cellIns"},
    ),
}
#: Fields whose instruction ends in words that are shown.
BUTTONS: Final = frozenset({"MACROBUTTON", "GOTOBUTTON"})
#: Where one text ends and another begins, so that no accent joins a letter it does not stand by.
BORDERS: Final = frozenset({W + "p", W + "br", W + "cr", W + "tab", W + "txbxContent", A + "p"})

#: Elements that hold characters otherwise than as their text.
SIGNS: Final = frozenset({W + "noBreakHyphen", W + "ddList", V + "textpath", W + "sym"})


def stories_to_held(stories: Iterable[Element], revisions: Revisions = "accepted") -> str:
    """The printed characters of bodies, notes, headers and footers, in the order of the file."""
    rules = RULES[revisions]
    return "".join(printed_characters("".join(story_to_texts(story, rules))) for story in stories)


def story_to_texts(story: Element, rules: Rules) -> Iterator[str]:
    """The texts of a story, with a line end at every border."""
    if next(story.iter(*rules.rare), None) is None:
        for element in story.iter(*BORDERS, *SIGNS, *rules.written):
            yield "\n" if element.tag in BORDERS else element_to_held(element, rules)
        return
    walk = etree.iterwalk(story, events=("start",))
    codes: list[str] = []
    for _event, element in walk:
        yield buttoned(element, codes)
        if is_gone(element, rules):
            walk.skip_subtree()
        elif element.tag in BORDERS:
            yield "\n"
        else:
            yield element_to_held(element, rules)


def buttoned(element: Element, codes: list[str]) -> str:
    """The words on a button, where its field ends; ``codes`` are the instructions of the fields that are open.

    A field that has been parted from its result is no button any more.
    """
    mark = element.get(W + "fldCharType") if element.tag == FIELD_MARK else None
    if mark == "begin":
        codes.append("")
    elif mark == "separate" and codes:
        codes[-1] = ""
    elif mark == "end" and codes:
        kind, _to, words = (*codes.pop().split(None, 2), "", "", "")[:3]
        return f"\n{words}\n" if kind.upper() in BUTTONS else ""
    elif element.tag == W + "instrText" and codes:
        codes[-1] += element.text or ""
    return ""


def is_gone(element: Element, rules: Rules) -> bool:
    """Whether nothing in an element is text."""
    if element.tag in rules.gone_whole:
        return element.find(rules.gone_whole[element.tag]) is not None
    return element.tag in rules.gone or is_other_branch(element)


def is_other_branch(element: Element) -> bool:
    """Whether an element is a branch of alternatives that one before it replaces, or that asks for what no Word has."""
    if element.tag not in BRANCHES:
        return False
    before = element.itersiblings(MC + "Choice", preceding=True)
    return asks_too_much(element) or not all(map(asks_too_much, before))


def asks_too_much(branch: Element) -> bool:
    """Whether a branch requires an extension that is not from the makers of Word or of the standard."""
    asked = [branch.nsmap.get(prefix, "") for prefix in (branch.get("Requires") or "").split()]
    return any(name and not MAKERS.search(name) for name in asked)


def element_to_held(element: Element, rules: Rules) -> str:
    """The characters that one element adds."""
    if element.tag in rules.written:
        return "".join([str(piece) for piece in element.itertext()])
    if element.tag == W + "noBreakHyphen":
        return "\u2011"
    if element.tag == W + "ddList":
        return "\n" + drop_down_to_held(element) + "\n"
    if element.tag == V + "textpath":
        return "\n" + element.get("string", "") + "\n"
    if element.tag == W + "sym":
        return sign_to_held(element.get(W + "char", ""), element.get(W + "font", ""))
    return ""


def drop_down_to_held(drop_down: Element) -> str:
    """The entry that a drop-down shows: the one with the number chosen, or by default; numbers begin at 0."""
    said = drop_down.find(W + "result")
    chosen = drop_down.find(W + "default") if said is None else said
    at = "0" if chosen is None else chosen.get(W + "val", "0")
    entries = drop_down.findall(W + "listEntry")
    return entries[int(at)].get(W + "val", "") if at.isdecimal() and int(at) < len(entries) else ""


def sign_to_held(code: str, font: str) -> str:
    """The character of a ``w:sym``; a font of letters has those of Windows where others have symbols."""
    sign = code_to_character(code)
    if font.casefold() not in LETTER_FONTS or not "\uf020" <= sign <= "\uf0ff":
        return sign
    return bytes([ord(sign) & 0xFF]).decode("cp1252", "ignore").strip("\x7f")


def code_to_character(code: str) -> str:
    """The character with a hexadecimal code; empty when the code is none."""
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
