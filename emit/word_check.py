"""The written Word file against the catalogue: every text in its place, and no other text.

Reads the main part with a parser and a walk of its own, not with the library that wrote it. It does not judge
looks; the tests do that.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from itertools import zip_longest
from typing import Final, TypeAlias

from lxml import etree

from emit.word_styles import NAMESPACE
from emit.word_words import Words
from transform.errors import ExportDiffers
from transform.model import Catalogue, Competence

#: A block of the body: a paragraph's text, or a table row's cells of paragraphs.
_Block: TypeAlias = str | tuple[tuple[str, ...], ...]

_W: Final = f"{{{NAMESPACE}}}"


def check_written(data: bytes, catalogue: Catalogue, words: Words) -> None:
    """Raise ExportDiffers at the first block that is not as the catalogue has it."""
    pairs = zip_longest(written_blocks(data), expected_blocks(catalogue, words))
    for number, (found, expected) in enumerate(pairs, start=1):
        if found != expected:
            difference = f"block {number}: {found!r} instead of {expected!r}"
            raise ExportDiffers(catalogue.title, format="docx", difference=difference)


def expected_blocks(catalogue: Catalogue, words: Words) -> Iterator[_Block]:
    """What the body must hold, in order."""
    yield from filter(None, (catalogue.title, catalogue.appendix))
    yield (words.name,), (words.core_competence,), (words.description,)
    for competence in catalogue.competences:
        text = tuple(_expected_text(competence, words.label))
        yield (competence.name,), (competence.core_competence,), text


def _expected_text(competence: Competence, label: str) -> list[str]:
    """The paragraphs of the third cell; a cell without text holds one empty paragraph."""
    indicators = [indicator.text for indicator in competence.indicators]
    texts = [competence.description, *([label] if indicators else []), *indicators]
    return [text for text in texts if text] or [""]


def written_blocks(data: bytes) -> Iterator[_Block]:
    """What the body of a Word file holds, in order; what has been looked at is let go."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        main = BytesIO(package.read("word/document.xml"))
    for _, element in etree.iterparse(main, tag=(f"{_W}p", f"{_W}tr"), resolve_entities=False, no_network=True):
        if element.tag == f"{_W}tr":
            yield tuple(_paragraphs(cell) for cell in element.iterfind(f"{_W}tc"))
        elif not _is_in_body(element):
            continue
        else:
            yield _text(element)
        element.clear()


def _is_in_body(element: etree._Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag == f"{_W}body"


def _paragraphs(cell: etree._Element) -> tuple[str, ...]:
    return tuple(_text(paragraph) for paragraph in cell.iterfind(f"{_W}p"))


def _text(paragraph: etree._Element) -> str:
    return "".join(piece.text or "" for piece in paragraph.iter(f"{_W}t"))
