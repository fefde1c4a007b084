"""The reader's books: what each page holds, counted apart from the reading, and an independent witness.

``check_delivered`` compares the blocks of a page with the page's own count. ``check_witness`` compares with what the
other of two engines sees on the page: letters and digits only, for they do not agree on spaces, hyphens at line ends
and what is drawn twice. Without the witness, text that one engine overlooks would be missing on both sides of the
books, and nobody would know.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from typing import Final

from extract.pdf_marks import COMBINING, DOTLESS, Char, is_symbol_font
from extract.pdf_misnamed import MOVED_UP
from extract.pdf_native import NativeDocument, NativeText, object_to_font
from transform.document import Block, Line, Table, printed_characters
from transform.errors import Unbalanced

#: An accent by itself is the same as on a letter, and a letter without its dot as one that had it.
PLAIN: Final = str.maketrans(COMBINING | DOTLESS) | MOVED_UP

#: So many different characters are few: a page has a hundred.
FEW: Final = 1000

#: How many of the characters that differ an error shows.
SHOWN: Final = 40


def chars_to_held(chars: Iterable[Char]) -> str:
    """What a page holds, as ``Page.held`` has it."""
    texts = [char.text for char in chars]
    printed = {text: printed_characters(text) for text in set(texts)}
    return "".join(map(printed.__getitem__, texts))


def blocks_to_text(blocks: Iterable[Block]) -> str:
    """All that blocks hold, as ``chars_to_held`` gives it."""
    return "".join(printed_characters(line.text) for block in blocks for line in _lines(block))


def _lines(block: Block) -> Iterator[Line]:
    if isinstance(block, Table):
        yield from (line for row in block.rows for cell in row.cells for line in cell.lines)
    else:
        yield block


def check_delivered(held: str, blocks: Iterable[Block], page: int, name: str) -> None:
    """Raise Unbalanced unless the blocks of a page hold exactly what the page holds."""
    text = blocks_to_text(blocks)
    if _counted(held) != _counted(text):
        source, delivered = Counter(held), Counter(text)
        raise _unbalanced(source - delivered, delivered - source, page, name)


def check_witness(seen: str, delivered: str, page: int, name: str) -> None:
    """Raise Unbalanced when the witness sees a letter or digit that is not delivered (drawn twice counts twice)."""
    told = _counted(delivered)
    if all(count <= told.get(letter, 0) for letter, count in _counted(printed_characters(seen)).items()):
        return
    missing = Counter(letters(seen)) - Counter(letters(delivered))
    if missing:
        raise _unbalanced(missing, Counter(), page, name)


def _counted(text: str) -> dict[str, int]:
    """How often each character stands in a text: where few differ, by looking for each of those."""
    different = set(text)
    return {letter: text.count(letter) for letter in different} if len(different) < FEW else Counter(text)


def letters(text: str) -> str:
    """The letters, digits and accents of a text, compatibility forms taken apart (ligatures, raised figures)."""
    plain = unicodedata.normalize("NFKD", text.translate(PLAIN))
    return "".join(c for c in plain if unicodedata.category(c)[0] in "LNM")


def _unbalanced(missing: Counter[str], surplus: Counter[str], page: int, name: str) -> Unbalanced:
    shown = {k: "".join(sorted(v.elements()))[:SHOWN] for k, v in (("missing", missing), ("surplus", surplus))}
    return Unbalanced(name, where=f"p. {page}", **shown)


def page_to_witness(document: NativeDocument, index: int) -> str:
    """The letters and digits that pdfium sees on a page: those that are named, and not in a symbol font.

    Raises PdfiumFault.
    """
    with closing(document.page(index)) as page, closing(page.text()) as text:
        seen = enumerate(text.characters())
        return "".join(c for i, c in seen if _is_witnessed(c) and text.is_named(i) and _is_letter(text, i))


def _is_witnessed(character: str) -> bool:
    return unicodedata.category(character)[0] in "LNM"


def _is_letter(text: NativeText, index: int) -> bool:
    """Whether a character is none that the library made up, nor a picture in a letter's place."""
    owner = text.owner(index)
    return owner is not None and not is_symbol_font(object_to_font(owner).name)
