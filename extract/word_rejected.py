"""A part of a Word file as it was before its tracked changes.

Scope: every element and property by which Word tracks a change, turned round once, before anything is read: what
was put in becomes what was taken out, and the reader, which accepts changes, then reads them as rejected.
Non-goals: which changes there are (``word_inline``, ``word_table``). Prevents: a second way through the reader,
and a list marker or a merged cell that only came with a change read into the edition before it. The books count
the part as it stands in the file, with rules of their own (``word_count``).
"""

from __future__ import annotations

from typing import Final

from extract.word_tree import Element, W

#: Each element that says what a change did → the one that says the opposite.
OPPOSITES: Final = {
    W + "ins": W + "del",
    W + "del": W + "ins",
    W + "moveTo": W + "moveFrom",
    W + "moveFrom": W + "moveTo",
    W + "cellIns": W + "cellDel",
    W + "cellDel": W + "cellIns",
    W + "delText": W + "t",
}
#: Properties with a memory: ``<name>Change`` in them holds them as they were before.
REMEMBERED: Final = tuple(W + name for name in ("pPr", "rPr", "tblPr", "tblPrEx", "tblGrid", "trPr", "tcPr"))
#: What stands among properties without being one of those remembered.
APART: Final = frozenset(
    W + name
    for name in ("rPr", "sectPr", "ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge")
)  # fmt: skip


def part_before_changes(root: Element) -> Element:
    """Turn round all tracked changes below ``root``, in place."""
    for properties in list(root.iter(*REMEMBERED)):
        restore_properties(properties)
    for numbering in [mark.getparent() for mark in root.iterfind(f".//{W}numPr/{W}ins")]:
        if numbering is not None:
            remove(numbering)
    for element in list(root.iter(*OPPOSITES)):
        element.tag = OPPOSITES[str(element.tag)]
    for merge in root.iter(W + "cellMerge"):
        turn_merge(merge)
    return root


def restore_properties(properties: Element) -> None:
    """The properties that a change remembers in place of those it gave; as they are where it remembers none."""
    change = properties.find(str(properties.tag) + "Change")
    earlier = None if change is None else change.find(str(properties.tag))
    if earlier is not None:
        kept = [child for child in properties if child.tag in APART]
        properties[:] = [*(child for child in earlier if child.tag not in APART), *kept]


def remove(element: Element) -> None:
    """Take an element out of its parent."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def turn_merge(merge: Element) -> None:
    """Exchange what a cell's vertical merge was and became; without the one it was, there was no merge."""
    became, was = merge.attrib.pop(W + "vMerge", None), merge.attrib.pop(W + "vMergeOrig", None)
    if was is not None:
        merge.set(W + "vMerge", was)
    if became is not None:
        merge.set(W + "vMergeOrig", became)
