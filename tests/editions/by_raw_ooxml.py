"""A plan as a Word file made by hand: every element written out, in the way in which Word itself nests them."""

from __future__ import annotations

from itertools import count
from typing import Final
from xml.sax.saxutils import escape

from tests.editions.word_plan import Para, Plan, PlanCell, PlanRow, PlanTable
from tests.extract.raw_docx import abstract, docx_files, level, listed, num, paragraph, row, run, style, table

#: The list that paragraphs of a kind share: its definition and its number in the file.
SHARED: Final = {"bullet": 1, "decimal": 2, "letter": 3, "names": 4}
#: Kind → number format and what is drawn.
LOOKS: Final = {
    "bullet": ("bullet", "-"),
    "decimal": ("decimal", "%1."),
    "letter": ("lowerLetter", "%1)"),
    "names": ("decimal", "%1."),
}
#: A list within a list, whatever the kind of the one around it.
INNER: Final = ("bullet", "o")
LIST_STYLE: Final = "Opsomming"
HEADING_STYLE: Final = "Kop2"
INDENT: Final = '<w:ind w:left="720" w:hanging="360"/>'
INNER_INDENT: Final = '<w:ind w:left="1440" w:hanging="360"/>'


def plan_to_raw(plan: Plan) -> dict[str, str | bytes]:
    """The files of the package."""
    writer = _Writer()
    body = "".join(writer.block(block) for block in plan)
    section = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    return docx_files(body + section, numbering=writer.numbering(), styles=_styles())


def _styles() -> str:
    default = '<w:style w:type="paragraph" w:default="1" w:styleId="Standaard"><w:name w:val="Normal"/></w:style>'
    bullets = f'<w:name w:val="List Bullet"/><w:pPr>{listed(SHARED["bullet"])}</w:pPr>'
    heading = '<w:name w:val="heading 2"/><w:basedOn w:val="Standaard"/>'
    return default + style(LIST_STYLE, more=bullets) + style(HEADING_STYLE, more=heading)


def levels(kind: str) -> tuple[str, str]:
    """The two levels of a list."""
    return level(0, *LOOKS[kind], indent=INDENT), level(1, *INNER, indent=INNER_INDENT)


class _Writer:
    """Writes blocks and remembers the lists they need."""

    def __init__(self) -> None:
        self._next = count(max(SHARED.values()) + 1)
        self._own: dict[int, str] = {}
        self._cell: dict[str, int] = {}

    def numbering(self) -> str:
        """The numbering part: every definition, then every list."""
        kinds = {number: kind for kind, number in SHARED.items()} | self._own
        definitions = (abstract(n, *levels(kind)) for n, kind in kinds.items())
        return "".join(definitions) + "".join(num(n, n) for n in kinds)

    def block(self, block: Para | PlanTable) -> str:
        """One block."""
        return self._table(block) if isinstance(block, PlanTable) else self._paragraph(block)

    def _paragraph(self, para: Para) -> str:
        if not para.text:
            return "<w:p/>"
        properties = f'<w:ind w:left="{para.indent}"/>' if para.indent else ""
        if para.heading:
            properties = f'<w:pStyle w:val="{HEADING_STYLE}"/>'
        elif para.listed:
            by_style = para.via == "style"
            properties = listed(self._list(para), para.level)
            if by_style:
                inner = f"<w:numPr><w:ilvl w:val='{para.level}'/></w:numPr>" if para.level else ""
                properties = f'<w:pStyle w:val="{LIST_STYLE}"/>{inner}'
        return paragraph(_runs(para), properties)

    def _list(self, para: Para) -> int:
        if para.via != "cell":
            return SHARED["names" if para.via == "names" else para.listed]
        if para.listed not in self._cell:
            self._cell[para.listed] = next(self._next)
            self._own[self._cell[para.listed]] = para.listed
        return self._cell[para.listed]

    def _table(self, made: PlanTable) -> str:
        return table(*map(self._row, made.rows), widths=made.widths)

    def _row(self, made: PlanRow) -> str:
        properties = "".join(
            f'<w:{name} w:val="{columns}"/>'
            for name, columns in (("gridBefore", made.before), ("gridAfter", made.after))
            if columns
        )
        return row(*map(self._table_cell, made.cells), properties=properties + "<w:tblHeader/>" * made.header)

    def _table_cell(self, cell: PlanCell) -> str:
        self._cell = {}
        properties = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
        properties += f'<w:vMerge w:val="{cell.merge}"/>' if cell.merge else ""
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(map(self.block, cell.content))}</w:tc>"


def _runs(para: Para) -> str:
    bold = "<w:b/>" if para.bold else ""
    lines = (
        "<w:r><w:tab/></w:r>".join(run(escape(piece), bold) for piece in line.split("\t") if piece)
        for line in para.text.split("\n")
    )
    return "<w:r><w:br/></w:r>".join(lines)
