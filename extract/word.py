"""Word → Document.

Scope: .docx, .docm and their templates, transitional and ISO strict, straight from the XML. Tracked changes are
read as accepted and reported, or, when asked for, as rejected; what Word shows beside the text (boxes, notes,
headers) or hides is delivered outside the table. Non-goals: what anything means; looks; .doc (the gate refuses
it); fields are not recomputed.
Prevents: text that is in the file and in no paragraph of a library's model, and merged cells read twice.

    bytes ─ archive ─ word_package ─ word_story ─┬─ word_paragraph ─ word_inline     Document.blocks
                           │            (story)   └─ word_table
                           └──────── word_count                                       Document.pages
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from extract.word_controls import package_to_stores
from extract.word_count import Revisions, stories_to_held
from extract.word_desk import WordDesk, new_desk
from extract.word_ground import is_plain_paper
from extract.word_inline import Aside, Hanging
from extract.word_package import Package, as_it_is, data_to_package, package_to_title
from extract.word_rejected import part_before_changes
from extract.word_story import drawing_to_lines, note_to_lines, part_to_lines, story_to_blocks
from extract.word_tree import Element, R, W, attribute
from transform.document import Block, Document, Page
from transform.errors import NotPdfOrWord
from transform.findings import Code
from transform.model import Source
from transform.place import WordPlace

#: Documents merged in when Word opens the file; their text is not in the parts that this room reads.
EMBEDDED: Final = {W + "altChunk": "altchunk", W + "subDoc": "altchunk"}
#: References of a section to its headers and footers.
RUNNING: Final = (W + "headerReference", W + "footerReference")
#: Parts that hold the words of a drawing: a diagram's nodes, a chart's titles.
DRAWN: Final = frozenset({"diagramData", "chart"})
#: What the parts are read as.
SEEN_AS: Final[dict[Revisions, Callable[[Element], Element]]] = {
    "accepted": as_it_is,
    "rejected": part_before_changes,
}
#: The kinds of notes, in the order in which they are delivered.
NOTES: Final = (Hanging.FOOTNOTE, Hanging.ENDNOTE)


class Note(NamedTuple):
    """A note with the part it stands in and the place that first refers to it."""

    element: Element
    part: str
    place: WordPlace


def word_to_document(data: bytes, source_name: str, revisions: Revisions = "accepted") -> Document:
    """Read a Word file, its tracked changes as accepted and reported, or as rejected (the edition before them).

    Raises NotPdfOrWord, Damaged, Encrypted, UnsafeXml, TooLarge.
    """
    package, main = data_to_package(data, source_name, SEEN_AS[revisions])
    refuse_embedded(package.root(main), source_name)
    desk = package_to_desk(package, main)
    blocks = list(story_to_blocks(package.root(main), desk))
    notes = find_notes(package, main, desk)
    blocks += beside_to_blocks(package, main, notes, desk)
    title, subject = package_to_title(package)
    counted = package if revisions == "accepted" else data_to_package(data, source_name)[0]
    return Document(
        source=Source(file=source_name, sha256=hashlib.sha256(data).hexdigest(), format="docx"),
        blocks=tuple(blocks),
        pages=(Page(number=None, held=stories_to_held(told_stories(counted, main, notes), revisions)),),
        findings=tuple(f for f in desk.findings if revisions == "accepted" or f.code is not Code.TRACKED_CHANGE),
        title=title,
        subject=subject,
    )


def beside_to_blocks(package: Package, main: str, notes: list[Note], desk: WordDesk) -> Iterator[Block]:
    """What stands beside the body: notes, headers and footers, diagrams and charts."""
    for note in notes:
        yield from note_to_lines(note.element, note.part, note.place, desk)
    for part in running_parts(package, main):
        yield from part_to_lines(package.root(part), part, desk)
    for part in drawn_parts(package, main):
        yield from drawing_to_lines(package.root(part), part, desk)


def told_stories(package: Package, main: str, notes: list[Note]) -> Iterator[Element]:
    """Everything that was delivered, in the same order, as ``package`` has it."""
    yield package.root(main)
    for note in notes:
        yield known_notes(package, note.part)[comment_id(note.element)]
    for part in (*running_parts(package, main), *drawn_parts(package, main)):
        yield package.root(part)


def refuse_embedded(root: Element, source_name: str) -> None:
    """Raise NotPdfOrWord when the text is in another document that Word would merge in on opening."""
    for tag, found in EMBEDDED.items():
        if next(root.iter(tag), None) is not None:
            raise NotPdfOrWord(source_name, found=found)


def package_to_desk(package: Package, main: str) -> WordDesk:
    """The desk for this document: its styles, lists and comments, and the data that its controls show."""
    comments = package.related(main, "comments")
    desk = new_desk(
        package.related(main, "styles"),
        package.related(main, "numbering"),
        {} if comments is None else {comment_id(c): comment_text(c) for c in comments},
        plain_paper=all(is_plain_paper(package.root(part)) for part in (main, *running_parts(package, main))),
    )
    desk.stores = package_to_stores(package, main)
    return desk


def comment_id(comment: Element) -> str:
    """What a reference calls a comment (or a note) by."""
    return attribute(comment, "id") or ""


def comment_text(comment: Element) -> str:
    """The text of a comment, a space between its paragraphs."""
    return " ".join("".join(t.text or "" for t in p.iter(W + "t")) for p in comment.iter(W + "p"))


def find_notes(package: Package, main: str, desk: WordDesk) -> list[Note]:
    """The notes that the text refers to, footnotes first, each once."""
    notes: list[Note] = []
    for kind in NOTES:
        part = package.related_name(main, kind.value)
        known = {} if part is None else known_notes(package, part)
        for waiting in desk.notes:
            if part and isinstance(waiting.what, Aside) and waiting.what.hanging is kind:
                note = known.pop(comment_id(waiting.what.element), None)
                notes += [] if note is None else [Note(note, part, waiting.place)]
    return notes


def known_notes(package: Package, part: str) -> dict[str, Element]:
    """The notes of a part by what references call them by."""
    return {comment_id(note): note for note in package.root(part)}


def running_parts(package: Package, main: str) -> list[str]:
    """The parts of the headers and footers that sections refer to, each once, in order."""
    targets = {arrow.id: arrow.target for arrow in package.relationships(main)}
    references = package.root(main).iter(*RUNNING)
    found = (targets.get(reference.get(R + "id", "")) for reference in references)
    return list(dict.fromkeys(part for part in found if part))


def drawn_parts(package: Package, main: str) -> list[str]:
    """The parts of diagrams and charts in the document, in the order of their relationships."""
    return [arrow.target for arrow in package.relationships(main) if arrow.kind in DRAWN]
