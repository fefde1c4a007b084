"""A plan as a Word file written by python-docx: its default template, styles, lists and merging of cells."""

from __future__ import annotations

import io
import zipfile
from itertools import count
from typing import TYPE_CHECKING, Any, Final

import docx
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Twips

from tests.editions.by_raw_ooxml import levels
from tests.editions.word_plan import Para, Plan, PlanCell, PlanRow, PlanTable
from tests.extract.raw_docx import NAMESPACES, abstract, num

if TYPE_CHECKING:
    from docx.table import Table, _Cell, _Row
    from docx.text.paragraph import Paragraph

#: Styles of the default template that are lists.
LIST_STYLES: Final = {"bullet": "List Bullet", "decimal": "List Number"}
#: Definitions and lists of the template stay below this.
FIRST_OWN: Final = 100


def plan_to_python_docx(plan: Plan) -> dict[str, str | bytes]:
    """The files of the package."""
    stream = io.BytesIO()
    _Writer().write(plan).save(stream)
    with zipfile.ZipFile(stream) as package:
        return {name: package.read(name) for name in package.namelist()}


class _Writer:
    """Writes blocks into a new document and remembers the lists they need."""

    def __init__(self) -> None:
        self.document = docx.Document()
        self._numbering: Any = self.document.part.numbering_part.element
        self._next = count(FIRST_OWN)
        self._shared: dict[str, int] = {}
        self._cell: dict[str, int] = {}

    def write(self, plan: Plan) -> Any:
        """The document with all blocks in it."""
        for block in plan:
            if isinstance(block, PlanTable):
                made = self.document.add_table(len(block.rows), len(block.widths), style="Table Grid")
                self._fill(made, block)
            elif block.heading:
                self.document.add_heading(block.text, 2)
            else:
                self._paragraph(self.document.add_paragraph(), block)
        return self.document

    def _paragraph(self, paragraph: Paragraph, para: Para) -> None:
        paragraph.add_run(para.text).bold = para.bold or None
        if para.indent:
            paragraph.paragraph_format.left_indent = Twips(para.indent)
        if para.listed and para.via == "style":
            paragraph.style = LIST_STYLES[para.listed]
        elif para.listed:
            self._put_in_list(paragraph, para)

    def _put_in_list(self, paragraph: Paragraph, para: Para) -> None:
        known = self._cell if para.via == "cell" else self._shared
        key = para.via if para.via == "names" else para.listed
        if key not in known:
            known[key] = self._new_list(para.listed)
        element: Any = paragraph._p
        properties = element.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = para.level
        properties.get_or_add_numId().val = known[key]

    def _new_list(self, kind: str) -> int:
        number = next(self._next)
        definition = _parsed(abstract(number, *levels(kind)))
        self._numbering.insert_element_before(definition, "w:num")
        self._numbering.append(_parsed(num(number, number)))
        return number

    def _fill(self, made: Table, plan: PlanTable) -> None:
        for column, width in zip(made.columns, plan.widths, strict=True):
            column.width = Twips(width)
        upper: dict[int, _Cell] = {}
        for row, planned in zip(list(made.rows), plan.rows, strict=True):
            cells = list(row.cells)
            column = planned.before
            for cell in planned.cells:
                filled = self._cell_at(cells, column, cell, upper)
                if cell.merge == "restart":
                    upper[column] = filled
                column += cell.span
            _finish(row, planned)

    def _cell_at(self, cells: list[_Cell], column: int, plan: PlanCell, upper: dict[int, _Cell]) -> _Cell:
        cell = cells[column]
        if plan.span > 1:
            cell = cell.merge(cells[column + plan.span - 1])
        if plan.merge == "continue":
            upper[column].merge(cell)
            return cell
        self._cell = {}
        for at, item in enumerate(plan.content):
            if isinstance(item, PlanTable):
                self._fill(cell.add_table(len(item.rows), len(item.widths)), item)
            else:
                self._paragraph(cell.paragraphs[0] if at == 0 else _next_paragraph(cell), item)
        return cell


def _next_paragraph(cell: _Cell) -> Paragraph:
    """A new paragraph; after a table python-docx has made an empty one already."""
    last: Paragraph = cell.paragraphs[-1]
    before = last._p.getprevious()
    if before is not None and before.tag == qn("w:tbl") and not last.text:
        return last
    added: Paragraph = cell.add_paragraph()
    return added


def _finish(row: _Row, plan: PlanRow) -> None:
    """What python-docx has no words for: rows that start late or end early, header rows."""
    element: Any = row._tr
    properties, cells = element.get_or_add_trPr(), element.tc_lst
    for name, columns, gone in (
        ("w:gridBefore", plan.before, cells[: plan.before]),
        ("w:gridAfter", plan.after, cells[len(cells) - plan.after :]),
    ):
        for cell in gone if columns else []:
            element.remove(cell)
        if columns:
            properties.append(_with_value(name, columns))
    if plan.header:
        properties.append(OxmlElement("w:tblHeader"))


def _with_value(name: str, number: int) -> Any:
    element = OxmlElement(name)
    element.set(qn("w:val"), str(number))
    return element


def _parsed(xml: str) -> Any:
    """An element of a numbering part, the namespaces declared."""
    name = xml[1 : min(at for at in (xml.find(" "), xml.find(">")) if at > 0)]
    return parse_xml(xml.replace(f"<{name}", f'<{name} xmlns:w="{NAMESPACES["w"]}"', 1))
