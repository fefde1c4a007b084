"""The other side of the books: what the parts of a Word file hold, counted apart from the reading.

Scope: one walk over all elements of the stories delivered, in document order, that knows nothing of paragraphs,
cells, runs or styles; only of what is text and what is no longer text. Prevents: a reader that proves itself
complete with its own mistakes. Do not make it share code with the reader beyond the names of elements.

Counted: every character of a text element or a sign, shown or hidden. Not counted: what tracked changes took
out, the branches of alternatives that are not chosen, a field's instructions, and markers (drawn, not written).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from lxml import etree

from extract.word_tree import MC, A, Element, M, V, W
from transform.document import printed_characters

WRITTEN: Final = frozenset({W + "t", M + "t", A + "t"})
#: Text that is no longer text. ``delText`` and ``instrText`` are for what is removed and what is an instruction.
GONE: Final = frozenset({W + "del", W + "moveFrom", W + "delText", W + "instrText", W + "delInstrText"})
#: The property by which a whole row or cell is removed.
GONE_WHOLE: Final = {W + "tr": f"{W}trPr/{W}del", W + "tc": f"{W}tcPr/{W}cellDel"}
#: Where one text ends and another begins, so that no accent joins a letter it does not stand by.
BORDERS: Final = frozenset({W + "p", W + "br", W + "cr", W + "tab", W + "txbxContent", A + "p"})


def stories_to_held(stories: Iterable[Element]) -> str:
    """The printed characters of bodies, notes, headers and footers, in the order of the file."""
    return "".join(printed_characters("".join(story_to_texts(story))) for story in stories)


def story_to_texts(story: Element) -> Iterator[str]:
    """The texts of a story, with a line end at every border."""
    walk = etree.iterwalk(story, events=("start",))
    for _event, element in walk:
        if is_gone(element):
            walk.skip_subtree()
        elif element.tag in BORDERS:
            yield "\n"
        else:
            yield element_to_held(element)


def is_gone(element: Element) -> bool:
    """Whether nothing in an element is text any more."""
    if element.tag in GONE_WHOLE:
        return element.find(GONE_WHOLE[element.tag]) is not None
    return element.tag in GONE or is_other_branch(element)


def is_other_branch(element: Element) -> bool:
    """Whether an element is a branch of alternatives that another branch before it replaces."""
    if element.tag not in {MC + "Choice", MC + "Fallback"}:
        return False
    return next(element.itersiblings(MC + "Choice", preceding=True), None) is not None


def element_to_held(element: Element) -> str:
    """The characters that one element adds."""
    if element.tag in WRITTEN:
        return "".join(str(piece) for piece in element.itertext())
    if element.tag == W + "noBreakHyphen":
        return "\u2011"
    if element.tag == V + "textpath":
        return "\n" + element.get("string", "") + "\n"
    if element.tag == W + "sym":
        return code_to_character(element.get(W + "char", ""))
    return ""


def code_to_character(code: str) -> str:
    """The character with a hexadecimal code; empty when the code is none."""
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
