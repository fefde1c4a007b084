"""Content controls of Word whose text may not be what Word shows: prompts, and copies of data that say something else.

Scope: controls that still show their prompt, and those bound to data in the package (its properties, a part of custom
XML), of which Word shows the data. Non-goals: reading the data in their place; dates, pictures, checkboxes and rich
text, which the data hold in another form; expressions other than a path from the root. Prevents: ``Click here to enter
text`` as a name, and a title that was changed in the properties only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from extract.word_package import PACKAGE, Package
from extract.word_tree import Element, W, attribute, descendant, switch, value
from transform.document import printed_characters
from transform.errors import Damaged, UnsafeXml

CONTROL: Final = W + "sdt"
PARAGRAPH: Final = W + "p"
CELL: Final = W + "tc"
#: The properties of the package that have an identity as data: the kind of relationship that leads to them.
PROPERTIES: Final = {
    "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}": "core-properties",
    "{6668398D-A668-4E3E-A5EB-62B293D839F1}": "extended-properties",
}
#: Kinds of controls whose text is that of their data.
PLAIN: Final = ("text", "dropDownList", "comboBox")
#: What the style of prompts is called, in English and Dutch.
PROMPTS: Final = frozenset({"PlaceholderText", "Tekstvantijdelijkeaanduiding"})
#: What Word itself asks in a control, in Dutch and English.
ASKED: Final = re.compile(
    r"\W*(?:klik (?:of tik |hier )*(?:om|als u) .{0,40}(?:voeren|typen)|kies een (?:item|bouwsteen)|"
    r"click (?:or tap |here )*to enter (?:text|a date)|choose an? (?:item|building block))\W*",
    re.IGNORECASE,
)
_NAMESPACES: Final = re.compile(r"""xmlns:([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_STEP: Final = re.compile(r"(@?)(?:([\w.-]+):)?([\w.-]+)(?:\[([1-9]\d*)\])?")

#: The data of a package by their identity.
Stores = Mapping[str, Element]


class Doubt(NamedTuple):
    """What a control says, and what its data say: nothing where it shows its prompt."""

    said: str
    data: str


def package_to_stores(package: Package, main: str) -> dict[str, Element]:
    """The data that controls may be bound to; none where there are no such controls."""
    if next(package.root(main).iter("{*}dataBinding"), None) is None:
        return {}
    found = {id_: package.related_name(PACKAGE, kind) for id_, kind in PROPERTIES.items()}
    for arrow in package.relationships(main):
        if arrow.kind == "customXml" and (id_ := part_to_id(package, arrow.target)):
            found[id_] = arrow.target
    roots = {id_: root_or_none(package, part) for id_, part in found.items() if part is not None}
    return {id_: root for id_, root in roots.items() if root is not None}


def part_to_id(package: Package, part: str) -> str:
    """The identity of a part of custom XML; empty where it has none."""
    name = package.related_name(part, "customXmlProps")
    root = None if name is None else root_or_none(package, name)
    ids = () if root is None else (text for key, text in root.attrib.items() if str(key).endswith("itemID"))
    return next((str(id_).upper() for id_ in ids), "")


def root_or_none(package: Package, part: str) -> Element | None:
    """A part that is no part of the document: unsound, it is as good as not there."""
    try:
        return package.root(part)
    except (Damaged, UnsafeXml):
        return None


def story_to_doubts(story: Element, stores: Stores) -> Iterator[tuple[Element, Doubt]]:
    """The controls of a story whose text is in doubt, each with the paragraph that it stands in or begins with."""
    for control in story.iter(CONTROL):
        doubt = control_to_doubt(control, stores)
        within = next(control.iter(PARAGRAPH), None)
        paragraph = next(control.iterancestors(PARAGRAPH), None) if within is None else within
        if doubt is not None and paragraph is not None:
            yield paragraph, doubt


def control_to_doubt(control: Element, stores: Stores) -> Doubt | None:
    """What is in doubt of a control; None where nothing is."""
    settings = descendant(control, "sdtPr")
    said = "".join(text.text or "" for text in texts_of(control))
    if settings is None or not said.strip():
        return None
    if switch(descendant(settings, "showingPlcHdr")) or all(map(is_prompt, texts_of(control))):
        return Doubt(said, "")
    data = bound_text(settings, stores)
    return None if data is None or printed_characters(data) == printed_characters(said) else Doubt(said, data)


def runs_that_prompt(story: Element) -> frozenset[Element]:
    """The runs of controls that ask for text as Word itself does, though their cell holds some beside them.

    A template had both, or somebody typed behind the control. Alone in its cell the prompt is all there is to read.
    """
    found: set[Element] = set()
    for control in story.iter(CONTROL):
        texts = texts_of(control)
        asks = ASKED.fullmatch("".join(text.text or "" for text in texts)) is not None
        cell = next(control.iterancestors(CELL), None) if asks else None
        if cell is None or control_to_doubt(control, {}) is None:
            continue
        prompts = {text for other in cell.iter(CONTROL) if control_to_doubt(other, {}) for text in texts_of(other)}
        if any((text.text or "").strip() for text in cell.iter(W + "t") if text not in prompts):
            found.update(run for text in texts if (run := text.getparent()) is not None)
    return frozenset(found)


def texts_of(control: Element) -> list[Element]:
    """The texts within a control."""
    return [text for content in control.iterchildren(W + "sdtContent") for text in content.iter(W + "t")]


def is_prompt(text: Element) -> bool:
    """Whether a text is set as prompts are: another program may not have said of the control that it shows one."""
    run = text.getparent()
    return value(run, "rPr/rStyle") in PROMPTS


def bound_text(settings: Element, stores: Stores) -> str | None:
    """What the data say that a control is bound to; None where it is bound to none that is there."""
    kind = next((found for name in PLAIN if (found := descendant(settings, name)) is not None), None)
    binding = descendant(settings, "dataBinding")
    store = stores.get((attribute(binding, "storeItemID") or "").upper())
    if kind is None or binding is None or store is None:
        return None
    prefixes = {
        name: one or other for name, one, other in _NAMESPACES.findall(attribute(binding, "prefixMappings") or "")
    }
    text = text_at(store, attribute(binding, "xpath") or "", prefixes)
    items = {attribute(item, "value"): attribute(item, "displayText") for item in kind.iterchildren(W + "listItem")}
    return text if text is None else items.get(text) or text


def text_at(root: Element, path: str, prefixes: Mapping[str, str]) -> str | None:
    """The text at a path from the root (``/a:b[1]/a:c[2]``, ``…/@d``); None where it leads nowhere or is another."""
    first, *steps = path.split("/")
    here: list[Element] = []
    for depth, step in enumerate(steps):
        parsed = _STEP.fullmatch(step)
        if parsed is None or first or (depth and not here):
            return None
        at, prefix, name, count = parsed.groups()
        tag = f"{{{prefixes.get(prefix, '')}}}{name}" if prefix else name
        if at:
            return here[0].get(tag) if here else None
        among = [child for parent in here[:1] for child in parent.iterchildren(tag)] if depth else [root]
        here = [one for one in among[int(count or 1) - 1 :][:1] if one.tag == tag]
    return "".join(map(str, here[0].itertext())) if here else None
