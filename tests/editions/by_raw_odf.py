"""A plan as an OpenDocument text made by hand: every element written out, as the standard has it."""

from __future__ import annotations

from itertools import count, groupby
from typing import Final
from xml.sax.saxutils import escape

from tests.editions.word_plan import Files, Para, Plan, PlanCell, PlanRow, PlanTable
from tests.extract.raw_odt import bullet_level, list_style, number_level, odt_files, p, style

#: Kind → the levels of its list; the second is the same whatever the kind.
INNER: Final = bullet_level(2, "o", "2cm")
LEVELS: Final = {
    "bullet": bullet_level(1, "-"),
    "decimal": number_level(1, "1", "."),
    "letter": number_level(1, "a", ")"),
    "names": number_level(1, "1", "."),
}
COVERED: Final = "<table:covered-table-cell/>"


def plan_to_odf(plan: Plan) -> Files:
    """The files of the package."""
    writer = _Writer()
    body = "".join(writer.block(block) for block in plan)
    return odt_files(body, styles=f"<office:styles>{_common()}</office:styles>", automatic=writer.automatic())


def _common() -> str:
    listed = style("Opsomming", "paragraph", attributes='style:list-style-name="Lbullet"')
    return style("Standard", "paragraph") + listed


class _Writer:
    """Writes blocks and remembers the styles they need."""

    def __init__(self) -> None:
        self._lists = dict.fromkeys(LEVELS, "")
        self._next = count(1)
        self._cell: dict[str, str] = {}
        self._own: dict[str, str] = {}
        self._widths: set[int] = set()

    def automatic(self) -> str:
        """The automatic styles: lists, columns, bold text and typed indents."""
        lists = {f"L{kind}": kind for kind in LEVELS} | self._own
        made = [list_style(name, LEVELS[kind], INNER) for name, kind in lists.items()]
        for width in sorted(self._widths):
            properties = f'<style:table-column-properties style:column-width="{width / 20}pt"/>'
            made.append(style(f"K{width}", "table-column", properties))
        made.append(style("Vet", "text", '<style:text-properties fo:font-weight="bold"/>'))
        made.append(style("In", "paragraph", '<style:paragraph-properties fo:margin-left="17pt"/>'))
        return "".join(made)

    def block(self, block: Para | PlanTable) -> str:
        """One block outside a list."""
        return self._table(block) if isinstance(block, PlanTable) else self._paragraph(block)

    def _paragraph(self, para: Para) -> str:
        if para.heading:
            return f'<text:h text:outline-level="2">{_inline(para)}</text:h>'
        by_style = "Opsomming" if para.listed and para.via == "style" else "Standard"
        return p(_inline(para), "In" if para.indent else by_style)

    def _content(self, content: tuple[Para | PlanTable, ...]) -> str:
        """The blocks of a cell, paragraphs of one list together."""
        made: list[str] = []
        for listed, blocks in groupby(content, lambda block: isinstance(block, Para) and bool(block.listed)):
            together = list(blocks)
            made += [self._list([b for b in together if isinstance(b, Para)])] if listed else map(self.block, together)
        return "".join(made)

    def _list(self, paras: list[Para]) -> str:
        first = paras[0]
        name = "" if first.via == "style" else f' text:style-name="{self._list_style(first)}"'
        goes_on = ' text:continue-numbering="true"' if first.via == "names" or first.listed == "letter" else ""
        return (
            f"<text:list{name}{goes_on}>{_items([(para.level, self._paragraph(para)) for para in paras])}</text:list>"
        )

    def _list_style(self, para: Para) -> str:
        if para.via != "cell":
            return f"L{'names' if para.via == 'names' else para.listed}"
        if para.listed not in self._cell:
            self._cell[para.listed] = f"E{next(self._next)}"
            self._own[self._cell[para.listed]] = para.listed
        return self._cell[para.listed]

    def _table(self, made: PlanTable) -> str:
        self._widths |= set(made.widths)
        columns = "".join(f'<table:table-column table:style-name="K{width}"/>' for width in made.widths)
        heights = _heights(made)
        rows = [self._row(row, heights[at]) for at, row in enumerate(made.rows)]
        top = next((at for at, row in enumerate(made.rows) if not row.header), len(rows))
        header = f"<table:table-header-rows>{''.join(rows[:top])}</table:table-header-rows>" if top else ""
        return f"<table:table>{columns}{header}{''.join(rows[top:])}</table:table>"

    def _row(self, made: PlanRow, heights: list[int]) -> str:
        cells = "".join(self._table_cell(cell, high) for cell, high in zip(made.cells, heights, strict=True))
        blank = f"<table:table-cell>{p('')}</table:table-cell>"
        return f"<table:table-row>{blank * made.before}{cells}{blank * made.after}</table:table-row>"

    def _table_cell(self, cell: PlanCell, height: int) -> str:
        if cell.merge == "continue":
            return COVERED * cell.span
        self._cell = {}
        spans = {"columns": cell.span, "rows": height}
        attributes = "".join(f' table:number-{name}-spanned="{n}"' for name, n in spans.items() if n > 1)
        return (
            f"<table:table-cell{attributes}>{self._content(cell.content)}</table:table-cell>{COVERED * (cell.span - 1)}"
        )


def _items(paras: list[tuple[int, str]]) -> str:
    """The items of a list; those on a deeper level stand in a list inside the item before them."""
    made: list[str] = []
    for deeper, group in groupby(paras, lambda pair: pair[0] > 0):
        texts = [text for _, text in group]
        if deeper and made:
            inner = "".join(f"<text:list-item>{text}</text:list-item>" for text in texts)
            made[-1] = made[-1].removesuffix("</text:list-item>") + f"<text:list>{inner}</text:list></text:list-item>"
        else:
            made += [f"<text:list-item>{text}</text:list-item>" for text in texts]
    return "".join(made)


def _heights(table: PlanTable) -> list[list[int]]:
    """For each cell over how many rows it goes."""
    columns = [_columns(row) for row in table.rows]

    def height(at: int, cell: PlanCell, column: int) -> int:
        return _height(table, columns, at, column) if cell.merge == "restart" else 1

    return [
        [height(at, cell, column) for cell, column in zip(row.cells, own, strict=True)]
        for at, (row, own) in enumerate(zip(table.rows, columns, strict=True))
    ]


def _columns(row: PlanRow) -> list[int]:
    found, column = [], row.before
    for cell in row.cells:
        found.append(column)
        column += cell.span
    return found


def _height(table: PlanTable, columns: list[list[int]], at: int, column: int) -> int:
    height = 1
    for row, own in zip(table.rows[at + 1 :], columns[at + 1 :], strict=True):
        below = [cell for cell, begin in zip(row.cells, own, strict=True) if begin == column]
        if not below or below[0].merge != "continue":
            break
        height += 1
    return height


def _inline(para: Para) -> str:
    text = escape(para.text).replace("\n", "<text:line-break/>").replace("\t", "<text:tab/>")
    return f'<text:span text:style-name="Vet">{text}</text:span>' if para.bold and text else text
