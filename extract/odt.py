"""OpenDocument text → Document.

Scope: .odt and .ott, straight from the XML: the same types as from Word. Tracked changes are read as accepted and
reported; what stands beside the text (boxes, notes, headers) or is hidden is delivered outside the table. Non-goals:
what anything means; looks; text inside embedded objects (reported).
Prevents: a government document in the open standard that has to be converted by hand, and text lost on the way.

    bytes ─ archive ─ odt_styles ─ odt_paragraph ─ odt_table (story)   Document.blocks
               └───── odt_count                                        Document.pages
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from typing import Final

from extract.archive import Archive, data_to_archive
from extract.odt_count import stories_to_held
from extract.odt_desk import OdtDesk
from extract.odt_inline import RUBY
from extract.odt_paragraph import Item, item_to_lines
from extract.odt_styles import Styles, master_stories
from extract.odt_subtables import without_subtables
from extract.odt_table import ODT, cell_to_lines
from extract.odt_tree import DC, DRAW, MANIFEST, OFFICE, PARAGRAPHS, TEXT, XLINK, Element, extended_to_standard
from extract.story import Reading, container_to_blocks, reported, waiting_to_blocks
from extract.xml_parser import bytes_to_root
from transform.document import Block, Document, Line, Page
from transform.errors import Damaged, Encrypted
from transform.findings import Code
from transform.model import Source
from transform.place import WordPlace

MANIFEST_PART: Final = "META-INF/manifest.xml"
#: What AbiWord and old versions of OpenOffice declare in a manifest, right after the XML declaration.
MANIFEST_DTD: Final = re.compile(
    rb"""(?<=\?>)\s*<!DOCTYPE\s+manifest:manifest\s+PUBLIC\s+"-//OpenOffice\.org//DTD Manifest 1\.0//EN"\s+"""
    rb"""(?:"Manifest\.dtd"|'Manifest\.dtd')\s*>"""
)
CONTENT: Final = "content.xml"
STYLES: Final = "styles.xml"
METADATA: Final = "meta.xml"


def odt_to_document(data: bytes, source_name: str) -> Document:
    """Read an OpenDocument text. Raises Damaged, Encrypted, UnsafeXml, TooLarge."""
    archive = data_to_archive(data, source_name)
    refuse_encrypted(archive, source_name)
    content = extended_to_standard(bytes_to_root(archive.read(CONTENT), CONTENT, source_name))
    styles = optional_part(archive, STYLES, source_name)
    body = content.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise Damaged(source_name, reason=f"{CONTENT}: no text")
    body = without_subtables(body)
    desk = OdtDesk(Styles(content, styles), dict(removed_texts(body)))
    running = list(master_stories(styles))
    blocks = list(body_to_blocks(body, running, desk))
    title, subject = archive_to_title(archive, source_name)
    return Document(
        source=Source(file=source_name, sha256=hashlib.sha256(data).hexdigest(), format="odt"),
        blocks=tuple(blocks),
        pages=(Page(number=None, held=stories_to_held([body, *running])),),
        findings=tuple(desk.findings),
        title=title,
        subject=subject,
    )


def refuse_encrypted(archive: Archive, source_name: str) -> None:
    """Raise Encrypted when the manifest says that entries are locked.

    AbiWord and old versions of OpenOffice name a DTD in it. That declaration is taken out before the manifest is read:
    it names no entity, a manifest holds no text, and nothing is fetched. Any other is refused as in every part.
    """
    data = archive.read(MANIFEST_PART) if MANIFEST_PART in archive else None
    manifest = None if data is None else bytes_to_root(MANIFEST_DTD.sub(b"", data, 1), MANIFEST_PART, source_name)
    if manifest is not None and next(manifest.iter(MANIFEST + "encryption-data"), None) is not None:
        raise Encrypted(source_name)


def optional_part(archive: Archive, name: str, source_name: str) -> Element | None:
    """The root of a part; None when the file has no such part."""
    return bytes_to_root(archive.read(name), name, source_name) if name in archive else None


def archive_to_title(archive: Archive, source_name: str) -> tuple[str, str]:
    """Title and subject from the metadata, empty where there is none."""
    root = optional_part(archive, METADATA, source_name)
    if root is None:
        return "", ""
    title, subject = (
        next((str(found.text or "") for found in root.iter(DC + name)), "") for name in ("title", "subject")
    )
    return title.strip(), subject.strip()


def removed_texts(body: Element) -> Iterator[tuple[str, str]]:
    """The texts that tracked changes took out, by the id of the change, ``¶`` between paragraphs."""
    for region in body.iter(TEXT + "changed-region"):
        for deletion in region.iter(TEXT + "deletion"):
            words = "¶".join("".join(map(str, p.itertext())) for p in deletion.iter(*PARAGRAPHS))
            yield region.get(TEXT + "id", ""), words or "¶"


def body_to_blocks(body: Element, running: list[Element], desk: OdtDesk) -> Iterator[Block]:
    """The body, then its notes, then headers and footers."""
    yield from container_to_blocks(body, desk, READING, lambda number: WordPlace(paragraph=number))
    report_objects(body, desk)
    for note, place in desk.notes:
        if not isinstance(note, tuple):
            yield from reported(note_lines(note, desk), Code.NOTE_TEXT, place, desk)
    for story in running:
        yield from cell_to_lines(story, WordPlace(part=STYLES), desk)
        yield from waiting_to_blocks(desk, READING)


def report_objects(body: Element, desk: OdtDesk) -> None:
    """An embedded object may hold words that are in another part; a person is told."""
    for found in body.iter(DRAW + "object", DRAW + "object-ole"):
        desk.report(Code.TEXT_BOX, WordPlace(), was=found.get(XLINK + "href", ""))


def aside_to_blocks(aside: Element, place: WordPlace, desk: OdtDesk) -> list[Block]:
    """The blocks of a drawing, or of text above the line, reported when it holds text."""
    if aside.tag == RUBY:
        text = "".join(map(str, aside.itertext())).strip()
        return reported([Line(text=text, origin=place, hidden=True)] if text else [], Code.NOTE_TEXT, place, desk)
    if aside.tag in PARAGRAPHS:  # a lone paragraph is its own container
        return reported([*item_to_lines(Item(aside), place, desk)], Code.TEXT_BOX, place, desk)
    blocks = container_to_blocks(aside, desk, READING, lambda _number: place)
    return reported(list(blocks), Code.TEXT_BOX, place, desk)


READING: Final = Reading(ODT, aside_to_blocks)


def note_lines(note: Element, desk: OdtDesk) -> list[Block]:
    """The lines of a note, and what hangs on it."""
    bodies = [body for body in note if body.tag == TEXT + "note-body"]
    lines = [line for body in bodies for line in cell_to_lines(body, WordPlace(part="notes"), desk)]
    return [*lines, *waiting_to_blocks(desk, READING)]
