"""Fields: which text is an instruction to Word, which is the field's result, and what a field shows without one.

Scope: the text between a field's ``begin`` and ``separate`` (nested results in it included), over a whole story; the
words on a button (``MACROBUTTON``), which are part of its instruction; the chosen entry of a drop-down, which is in its
settings. Non-goals: working out what an instruction shows; one that shows something and has no result is told.
Prevents: instructions read as text, and the opposite: a field that never ends making everything after it
disappear. Only a field whose begin and end are both there hides anything, and text in it that is not marked as
an instruction is delivered as hidden text, never dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from extract.word_tree import Element, W, attribute, number, value

FIELD_MARK: Final = W + "fldChar"
#: A field in one element.
SIMPLE: Final = W + "fldSimple"
INSTRUCTION: Final = W + "instrText"
DROP_DOWN: Final = W + "ddList"
TEXT_BOX = W + "txbxContent"
#: A button: its kind, the macro or place it leads to, and from there the words on it.
BUTTON: Final = re.compile(r"\s*(?:MACRO|GOTO)BUTTON\s+\S+\s", re.IGNORECASE)
KIND: Final = re.compile(r"\s*(\w+)")
#: Kinds of fields that show something when they have no result, at once or once they are updated.
SHOWING: Final = frozenset(
    {
        *("EQ", "SYMBOL", "MACROBUTTON", "GOTOBUTTON"),
        *(
            "AUTHOR",
            "AUTOTEXT",
            "COMMENTS",
            "DOCPROPERTY",
            "DOCVARIABLE",
            "FILENAME",
            "FILLIN",
            "INCLUDETEXT",
            "KEYWORDS",
        ),
        *("MERGEFIELD", "QUOTE", "REF", "STYLEREF", "SUBJECT", "TITLE"),
    }
)


#: Kinds of fields that show nothing, whatever the file holds as their result.
UNSEEN: Final = frozenset({"ASK", "SET"})


class Fields(NamedTuple):
    """What the fields of a story come to.

    ``instructions``: the elements that are no text. ``shown``: the text of those that are all the same. ``unread``: the
    beginnings of fields that show what is not read, with their instructions. ``prompts``: the runs that ask for what
    stands beside them.
    """

    instructions: frozenset[Element]
    shown: dict[Element, str]
    unread: dict[Element, str]
    prompts: frozenset[Element] = frozenset()

    def __or__(self, other: Fields) -> Fields:
        """The fields of both."""
        return Fields(
            self.instructions | other.instructions,
            self.shown | other.shown,
            self.unread | other.unread,
            self.prompts | other.prompts,
        )


NO_FIELDS: Final = Fields(frozenset(), {}, {})


@dataclass
class Field:
    """One field: where it begins, parts and ends among the elements of its story; ``codes`` are its instruction."""

    begin: int
    parted: int | None = None
    end: int = 0
    codes: list[Element] = field(default_factory=list)

    @property
    def instruction(self) -> str:
        """Its instruction as one text."""
        return "".join(code.text or "" for code in self.codes)


def story_to_fields(story: Element) -> Fields:
    """The fields of a story (a body, a note, a text box without the boxes inside it)."""
    if next(story.iter(FIELD_MARK, SIMPLE), None) is None:
        return NO_FIELDS
    elements = list(in_story(story))
    unread = {e: code for e in elements if e.tag == SIMPLE and (code := simple_unread(e))}
    hidden: set[Element] = set()
    shown: dict[Element, str] = {}
    for found in elements_to_fields(elements):
        within = elements[found.begin : found.end if found.parted is None or is_unseen(found) else found.parted]
        resulted = found.parted is not None and any(map(is_written, elements[found.parted : found.end]))
        words = {} if resulted else field_to_shown(found, within)
        if not words and not resulted and is_showing(found):
            unread[elements[found.begin]] = found.instruction.strip()
        hidden.update(within)
        shown |= words
    return Fields(frozenset(hidden), shown, unread)


def in_story(story: Element) -> Iterator[Element]:
    """All elements of a story in order, boxes inside it left out."""
    for child in story:
        if child.tag != TEXT_BOX:
            yield child
            yield from in_story(child)


def elements_to_fields(elements: list[Element]) -> Iterator[Field]:
    """The fields that have a begin and an end, inner ones first; unfinished fields are none."""
    under_way: list[Field] = []
    for at, element in enumerate(elements):
        mark = element.get(W + "fldCharType") if element.tag == FIELD_MARK else None
        if mark == "begin":
            under_way.append(Field(at))
        elif mark == "separate" and under_way and under_way[-1].parted is None:
            under_way[-1].parted = at
        elif mark == "end" and under_way:
            found = under_way.pop()
            found.end = at
            yield found
        elif element.tag == INSTRUCTION and under_way:
            under_way[-1].codes.append(element)


def is_written(element: Element) -> bool:
    """Whether an element is text of a result."""
    return element.tag == W + "t" and bool((element.text or "").strip())


def field_to_shown(found: Field, within: list[Element]) -> dict[Element, str]:
    """What a field without a result shows: the words on a button, the chosen entry of a drop-down."""
    shown = {element: chosen_entry(element) for element in within if element.tag == DROP_DOWN}
    button = None if found.parted is not None else BUTTON.match(found.instruction)
    end = 0
    for code in found.codes if button else ():
        text = code.text or ""
        begin, end = end, end + len(text)
        shown[code] = text[max(0, button.end() - begin) :] if button else ""
    return {element: text for element, text in shown.items() if text.strip()}


def chosen_entry(drop_down: Element) -> str:
    """The entry of a drop-down that it shows: the chosen one, else the one by default, else the first."""
    entries = [attribute(entry, "val") or "" for entry in drop_down.iterchildren(W + "listEntry")]
    chosen = number(value(drop_down, "result") or value(drop_down, "default")) or 0
    return entries[chosen] if 0 <= chosen < len(entries) else ""


def is_unseen(found: Field) -> bool:
    """Whether a field only gives a name to its result."""
    kind = KIND.match(found.instruction)
    return kind is not None and kind[1].upper() in UNSEEN


def is_showing(found: Field) -> bool:
    """Whether a field shows something though it has no result; one that is parted showed nothing of what it found."""
    kind = KIND.match(found.instruction)
    return kind is not None and kind[1].upper() in SHOWING and (found.parted is None or bool(BUTTON.match(kind.string)))


def simple_unread(element: Element) -> str:
    """The instruction of a field in one element that shows something and has no result; empty for any other."""
    code = attribute(element, "instr") or ""
    kind = KIND.match(code)
    showing = kind is not None and kind[1].upper() in SHOWING and not any(map(is_written, element.iter(W + "t")))
    return code.strip() if showing else ""
