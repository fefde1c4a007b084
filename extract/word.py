"""Word → Document.

Scope: .docx, .docm and their templates, transitional and ISO strict, straight from the XML. Tracked changes are
read as accepted and reported; what Word shows beside the text (boxes, notes, headers) or hides is delivered
outside the table. Non-goals: what anything means; looks; .doc (the gate refuses it); fields are not recomputed.
Prevents: text that is in the file and in no paragraph of a library's model, and merged cells read twice.

    bytes ─ word_archive ─ word_package ─ word_story ─┬─ word_paragraph ─ word_inline     Document.blocks
                                │                      └─ word_table
                                └──────── word_count                                       Document.pages
"""

from __future__ import annotations

import hashlib
from typing import Final, NamedTuple

from extract.word_count import stories_to_held
from extract.word_desk import Desk, new_desk
from extract.word_inline import Aside, Hanging
from extract.word_package import Package, data_to_package, package_to_title
from extract.word_story import drawing_to_lines, note_to_lines, part_to_lines, story_to_blocks
from extract.word_tree import Element, R, W, attribute
from transform.document import Document, Page
from transform.errors import NotPdfOrWord
from transform.model import Source
from transform.place import WordPlace

#: Documents merged in when Word opens the file; their text is not in the parts that this room reads.
EMBEDDED: Final = {W + "altChunk": "altchunk", W + "subDoc": "altchunk"}
#: References of a section to its headers and footers.
RUNNING: Final = (W + "headerReference", W + "footerReference")
#: Parts that hold the words of a drawing: a diagram's nodes, a chart's titles.
DRAWN: Final = frozenset({"diagramData", "chart"})
#: The kinds of notes, in the order in which they are delivered.
NOTES: Final = (Hanging.FOOTNOTE, Hanging.ENDNOTE)


class Note(NamedTuple):
    """A note with the part it stands in and the place that first refers to it."""

    element: Element
    part: str
    place: WordPlace


def word_to_document(data: bytes, source_name: str) -> Document:
    """Read a Word file.

    Raises NotPdfOrWord, Damaged, Encrypted, UnsafeXml, TooLarge.
    """
    package, main = data_to_package(data, source_name)
    root = package.root(main)
    refuse_embedded(root, source_name)
    desk = package_to_desk(package, main)
    blocks = list(story_to_blocks(root, desk))
    notes = find_notes(package, main, desk)
    blocks += [block for note in notes for block in note_to_lines(note.element, note.part, note.place, desk)]
    running = running_parts(package, main)
    blocks += [block for part in running for block in part_to_lines(package.root(part), part, desk)]
    drawn = drawn_parts(package, main)
    blocks += [block for part in drawn for block in drawing_to_lines(package.root(part), part, desk)]
    beside = [package.root(part) for part in (*running, *drawn)]
    stories = [root, *(note.element for note in notes), *beside]
    title, subject = package_to_title(package)
    return Document(
        source=Source(file=source_name, sha256=hashlib.sha256(data).hexdigest(), format="docx"),
        blocks=tuple(blocks),
        pages=(Page(number=None, held=stories_to_held(stories)),),
        findings=tuple(desk.findings),
        title=title,
        subject=subject,
    )


def refuse_embedded(root: Element, source_name: str) -> None:
    """Raise NotPdfOrWord when the text is in another document that Word would merge in on opening."""
    for tag, found in EMBEDDED.items():
        if next(root.iter(tag), None) is not None:
            raise NotPdfOrWord(source_name, found=found)


def package_to_desk(package: Package, main: str) -> Desk:
    """The desk for this document: its styles, lists and comments."""
    comments = package.related(main, "comments")
    return new_desk(
        package.related(main, "styles"),
        package.related(main, "numbering"),
        {} if comments is None else {comment_id(c): comment_text(c) for c in comments},
    )


def comment_id(comment: Element) -> str:
    """What a reference calls a comment (or a note) by."""
    return attribute(comment, "id") or ""


def comment_text(comment: Element) -> str:
    """The text of a comment, a space between its paragraphs."""
    return " ".join("".join(t.text or "" for t in p.iter(W + "t")) for p in comment.iter(W + "p"))


def find_notes(package: Package, main: str, desk: Desk) -> list[Note]:
    """The notes that the text refers to, footnotes first, each once."""
    notes: list[Note] = []
    for kind in NOTES:
        part = package.related_name(main, kind.value)
        known = {} if part is None else {comment_id(note): note for note in package.root(part)}
        for waiting in desk.notes:
            if part and isinstance(waiting.what, Aside) and waiting.what.hanging is kind:
                note = known.pop(comment_id(waiting.what.element), None)
                notes += [] if note is None else [Note(note, part, waiting.place)]
    return notes


def running_parts(package: Package, main: str) -> list[str]:
    """The parts of the headers and footers that sections refer to, each once, in order."""
    targets = {arrow.id: arrow.target for arrow in package.relationships(main)}
    references = package.root(main).iter(*RUNNING)
    found = (targets.get(reference.get(R + "id", "")) for reference in references)
    return list(dict.fromkeys(part for part in found if part))


def drawn_parts(package: Package, main: str) -> list[str]:
    """The parts of diagrams and charts in the document, in the order of their relationships."""
    return [arrow.target for arrow in package.relationships(main) if arrow.kind in DRAWN]
