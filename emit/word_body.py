"""The body of the clean Word document: the title, the appendix line, and one table of three columns.

This is the wall to python-docx: its objects are made here and go no further. Nothing is formatted in place,
but every paragraph has a style of ``emit/word_styles.py``. No cell is merged. No paragraph is empty, except
the one that Word demands in a cell of which the field is empty.
"""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from typing import TYPE_CHECKING, Final, cast
from xml.sax.saxutils import quoteattr

from docx import Document
from docx.oxml import parse_xml
from docx.shared import Twips
from docx.text.paragraph import Paragraph
from lxml import etree

from emit.word_package import empty_package, fixed_package
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
    XMLNS,
)
from emit.word_words import DATA_LANGUAGE, Words
from transform.model import Catalogue, Competence

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.oxml.text.paragraph import CT_P
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.table import Table, _Cell, _Row

#: The style says it as well; a reader that resolves no styles finds it in the paragraph itself.
_LIST_ITEM: Final = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{LIST_ID}"/></w:numPr>'

#: The width of a bold character of the text font, in ems, on average over Dutch words.
_CHARACTER_WIDTH: Final = 0.6

_TWIPS_PER_HALF_POINT: Final = 10

#: No more of the page than this goes to a column of names, however long its longest word.
_WIDEST_NAME_COLUMN: Final = 0.33


def body_to_word(catalogue: Catalogue, words: Words) -> bytes:
    """The catalogue as a Word file."""
    document = Document(BytesIO(empty_package(catalogue.title, catalogue.appendix, words)))
    for text, style in ((catalogue.title, TITLE), (catalogue.appendix, APPENDIX)):
        if text:
            _styled(document.add_paragraph(text), style)
    header, *rows = _add_table(document, catalogue.competences, words).rows
    _fill_header(header, words)
    for row, competence in zip(rows, catalogue.competences, strict=True):
        _fill_row(row, competence, words)
    target = BytesIO()
    document.save(target)
    return fixed_package(target.getvalue())


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


def _add_table(document: WordDocument, competences: tuple[Competence, ...], words: Words) -> Table:
    """The table with its rows, still empty."""
    widths = [Twips(width) for width in column_widths(competences, words)]
    table: Table = document.add_table(rows=1 + len(competences), cols=len(widths))
    table._tbl.tblPr.clear()
    for setting in list(parse_xml(_table_properties(words))):
        table._tbl.tblPr.insert_element_before(setting)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for row in table.rows:
        _append(row._tr.get_or_add_trPr(), f"<w:cantSplit {XMLNS}/>")
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width
    return table


def _table_properties(words: Words) -> str:
    """Widths are preferences: a word processor that can will widen a column rather than break a word."""
    return (
        f'<w:tblPr {XMLNS}><w:tblStyle w:val="{TABLE_STYLE_ID}"/><w:tblW w:w="{TEXT_WIDTH}" w:type="dxa"/>'
        '<w:tblLayout w:type="autofit"/><w:tblLook w:val="06A0" w:firstRow="1" w:lastRow="0"'
        ' w:firstColumn="1" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f"<w:tblCaption w:val={quoteattr(words.caption)}/>"
        f"<w:tblDescription w:val={quoteattr(words.summary)}/></w:tblPr>"
    )


def _fill_header(row: _Row, words: Words) -> None:
    """The header row, which every page repeats."""
    _append(row._tr.get_or_add_trPr(), f"<w:tblHeader {XMLNS}/>")
    titles = (words.name, words.core_competence, words.description)
    for cell, text in zip(row.cells, titles, strict=True):
        _say(_next_paragraph(cell, HEADER_CELL), text, words)


def _fill_row(row: _Row, competence: Competence, words: Words) -> None:
    name, core, text = row.cells
    _next_paragraph(name, NAME).add_run(competence.name)
    _fill_cell(core, competence.core_competence)
    _fill_cell(text, competence.description)
    if competence.indicators:
        _say(_next_paragraph(text, LABEL), words.label, words)
    for indicator in competence.indicators:
        _next_paragraph(text, INDICATOR, _LIST_ITEM).add_run(indicator.text)


def _fill_cell(cell: _Cell, text: str) -> None:
    """The text as a paragraph; the cell's own paragraph stays as it is when there is no text."""
    if text:
        _next_paragraph(cell, BODY_CELL).add_run(text)


def _next_paragraph(cell: _Cell, style: str, more: str = "") -> Paragraph:
    """A paragraph to write in, in the place of the one that a new cell has as long as that is empty, or else one more.

    Made whole, with its style and what ``more`` there is to say of it: python-docx looks for the place of each part.
    """
    element = parse_xml(f'<w:p {XMLNS}><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr></w:p>')
    content: etree._Element = cell._tc
    if not len(content[-1]):
        content.remove(content[-1])
    content.append(element)
    return Paragraph(cast("CT_P", element), cell)


def _styled(paragraph: Paragraph, style: str) -> Paragraph:
    """The paragraph with the style of this id. python-docx would search all styles for a name, at each paragraph."""
    paragraph._p.style = style
    return paragraph


def _say(paragraph: Paragraph, text: str, words: Words) -> None:
    """Words of ours, marked with their language where it is not that of the catalogue."""
    run = paragraph.add_run(text)
    if words.tag != DATA_LANGUAGE:
        _append(run._r.get_or_add_rPr(), f'<w:lang {XMLNS} w:val="{words.tag}"/>')


def _append(parent: BaseOxmlElement, xml: str) -> None:
    """What python-docx has no call for: an element as the last child."""
    parent.insert_element_before(parse_xml(xml))
