"""The body of the clean Word document: the title, the appendix line, and one table of three columns.

Written as XML, element for element; the package is that of ``emit/word_package.py``. Nothing is formatted in place,
but every paragraph has a style of ``emit/word_styles.py``. No cell is merged. No paragraph is empty, except
the one that Word demands in a cell of which the field is empty.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from emit.word_package import body_to_package
from emit.word_styles import (
    APPENDIX,
    BODY_CELL,
    CELL_MARGIN,
    HEADER_CELL,
    INDICATOR,
    LABEL,
    LIST_ID,
    NAME,
    TABLE_STYLE_ID,
    TEXT_WIDTH,
    TITLE,
    TYPE_SIZE,
)
from emit.word_words import DATA_LANGUAGE, Words
from transform.model import Catalogue, Competence

#: The style says it as well; a reader that resolves no styles finds it in the paragraph itself.
_LIST_ITEM: Final = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{LIST_ID}"/></w:numPr>'

#: The width of a bold character of the text font, in ems, on average over Dutch words.
_CHARACTER_WIDTH: Final = 0.6

_TWIPS_PER_HALF_POINT: Final = 10

#: No more of the page than this goes to a column of names, however long its longest word.
_WIDEST_NAME_COLUMN: Final = 0.33


def body_to_word(catalogue: Catalogue, words: Words) -> bytes:
    """The catalogue as a Word file."""
    titles = ((catalogue.title, TITLE), (catalogue.appendix, APPENDIX))
    heading = "".join(_paragraph(_run(text), style) for text, style in titles if text)
    body = heading + _table(catalogue.competences, words)
    return body_to_package(body, catalogue.title, catalogue.appendix, words)


def column_widths(competences: Iterable[Competence], words: Words) -> tuple[int, int, int]:
    """Widths in twips: names get room for their longest word, the text gets the rest.

    Fails for words of wide letters throughout (``WWWW``): an estimate by length. A word that is longer than
    its column is broken by the word processor; the text stays whole.
    """
    rows = tuple(competences)
    name = _room_for([words.name, *(c.name for c in rows)])
    core = _room_for([words.core_competence, *(c.core_competence for c in rows)])
    return name, core, TEXT_WIDTH - name - core


def _room_for(texts: Iterable[str]) -> int:
    longest = max(len(word) for text in texts for word in text.split())
    room = longest * _CHARACTER_WIDTH * TYPE_SIZE * _TWIPS_PER_HALF_POINT + 2 * CELL_MARGIN
    return round(min(room, TEXT_WIDTH * _WIDEST_NAME_COLUMN))


def _table(competences: tuple[Competence, ...], words: Words) -> str:
    """The table: its properties, the header row, which every page repeats, and a row for each competence."""
    widths = column_widths(competences, words)
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    titles = (words.name, words.core_competence, words.description)
    header = [_paragraph(_own_run(title, words), HEADER_CELL) for title in titles]
    rows = [_row(header, widths, "<w:tblHeader/>"), *(_row(_cells(c, words), widths) for c in competences)]
    return f"<w:tbl>{_table_properties(words)}<w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"


def _table_properties(words: Words) -> str:
    """Widths are preferences: a word processor that can will widen a column rather than break a word."""
    return (
        f'<w:tblPr><w:tblStyle w:val="{TABLE_STYLE_ID}"/><w:tblW w:w="{TEXT_WIDTH}" w:type="dxa"/>'
        '<w:tblLayout w:type="autofit"/><w:tblLook w:val="06A0" w:firstRow="1" w:lastRow="0"'
        ' w:firstColumn="1" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f"<w:tblCaption w:val={quoteattr(words.caption)}/>"
        f"<w:tblDescription w:val={quoteattr(words.summary)}/></w:tblPr>"
    )


def _row(cells: Iterable[str], widths: Iterable[int], more: str = "") -> str:
    """A row that no page splits; an empty cell has the one paragraph that Word demands."""
    made = (
        f'<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="{width}"/></w:tcPr>{cell or "<w:p/>"}</w:tc>'
        for cell, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{more}</w:trPr>{''.join(made)}</w:tr>"


def _cells(competence: Competence, words: Words) -> tuple[str, str, str]:
    described = _of_field(competence.description)
    label = _paragraph(_own_run(words.label, words), LABEL) if competence.indicators else ""
    listed = "".join(_paragraph(_run(i.text), INDICATOR, _LIST_ITEM) for i in competence.indicators)
    return _paragraph(_run(competence.name), NAME), _of_field(competence.core_competence), described + label + listed


def _of_field(text: str) -> str:
    """A field as a paragraph; nothing when there is no text."""
    return _paragraph(_run(text), BODY_CELL) if text else ""


def _paragraph(run: str, style: str, more: str = "") -> str:
    """A paragraph of one run, with its style and what ``more`` there is to say of it."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{run}</w:p>'


def _run(text: str, properties: str = "") -> str:
    return f"<w:r>{properties}<w:t>{escape(text)}</w:t></w:r>"


def _own_run(text: str, words: Words) -> str:
    """Words of ours, marked with their language where it is not that of the catalogue."""
    return _run(text, "" if words.tag == DATA_LANGUAGE else f'<w:rPr><w:lang w:val="{words.tag}"/></w:rPr>')
