"""A plan as HTML or Markdown, made into a Word file or an ODT by pandoc.

pandoc knows no page: tracked changes, borders and styles of its own are beyond it, and so is whatever stands in a plan
without a counterpart in HTML. Markdown holds even less: its tables merge no cells.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from functools import partial
from html import escape
from itertools import groupby
from typing import Final

from tests.editions.word_plan import Engine, Files, Para, Plan, PlanCell, PlanRow, PlanTable

#: What HTML has no words for.
NOT_IN_HTML: Final = frozenset(
    {
        "list through a paragraph style",
        "list definition per cell",
        "rows that start late",
        "rows that end early",
        "no column widths",
        "header not marked",
        "numbered names",
    }
)
#: What a table in Markdown has no words for besides.
NOT_IN_MARKDOWN: Final = NOT_IN_HTML | {
    "core merged over rows",
    "core as a full-width row",
    "cells over two grid columns",
    "table in a cell of a table",
    "list in two levels of tables",
    "list within a list",
    "a row per indicator, merged",
    "indicators in a row below",
    "labels in a column of their own",
    "title row above the header",
    "rows that part the table",
    "number under the name's header",
    "header over two rows",
    "header in two levels",
    "header under a heading of groups",
    "borders dragged by hand",
}
#: What pandoc itself loses on the way to ODT: all but the first row of a header.
LOST_IN_ODT: Final = frozenset(
    {
        "title row above the header",
        "header over two rows",
        "header in two levels",
        "header under a heading of groups",
    }
)
TYPES: Final = {"decimal": "1", "letter": "a"}


def pandoc() -> str | None:
    """The program, if it is installed."""
    return shutil.which("pandoc")


def by_pandoc(plan: Plan, *, markdown: bool, kind: str) -> Files:
    """The files of the package that pandoc makes of a plan."""
    source, form = (plan_to_markdown(plan), "markdown") if markdown else (plan_to_html(plan), "html")
    command = [pandoc() or "pandoc", "--from", form, "--to", kind, "--output", "-"]
    made = subprocess.run(command, input=source.encode(), capture_output=True, check=True).stdout
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        return {name: package.read(name) for name in package.namelist()}


PANDOC_ENGINES: Final = {
    f"pandoc {form} {kind}": Engine(partial(by_pandoc, markdown=form == "Markdown", kind=kind), kind, unknown | lost)
    for form, unknown in (("HTML", NOT_IN_HTML), ("Markdown", NOT_IN_MARKDOWN))
    for kind, lost in (("docx", frozenset[str]()), ("odt", LOST_IN_ODT))
}


# HTML


def plan_to_html(plan: Plan) -> str:
    """The plan as a page."""
    return f"<!DOCTYPE html><html lang=nl><body>{_html(plan)}</body></html>"


def _html(blocks: Plan) -> str:
    made: list[str] = []
    for kind, group in groupby(blocks, lambda block: isinstance(block, Para) and block.listed):
        together = list(group)
        made += [_html_list(together)] if kind else map(_html_block, together)
    return "".join(made)


def _html_block(block: Para | PlanTable) -> str:
    if isinstance(block, PlanTable):
        return _html_table(block)
    inner = _html_inline(block)
    return f"<h2>{inner}</h2>" if block.heading else f"<p>{inner}</p>"


def _html_inline(para: Para) -> str:
    inner = escape(para.text, quote=False).replace("\n", "<br>")
    return f"<strong>{inner}</strong>" if para.bold and inner else inner


def _html_list(blocks: list[Para | PlanTable]) -> str:
    items: list[str] = []
    paras = [block for block in blocks if isinstance(block, Para)]
    for para in paras:
        inner = _html_inline(para)
        if para.level and items:
            items[-1] += f"<ul><li>{inner}</li></ul>"
        else:
            items.append(inner)
    name = f"ol type={TYPES[paras[0].listed]}" if paras[0].listed in TYPES else "ul"
    return f"<{name}>{''.join(f'<li>{item}</li>' for item in items)}</{name.split()[0]}>"


def _html_table(table: PlanTable) -> str:
    columns = "".join(f'<col style="width:{100 * width // sum(table.widths)}%">' for width in table.widths)
    header = [row for row in table.rows if row.header]
    rows = [_html_row(table, at, "th" if row.header else "td") for at, row in enumerate(table.rows)]
    head = f"<thead>{''.join(rows[: len(header)])}</thead>" if header else ""
    return f"<table><colgroup>{columns}</colgroup>{head}<tbody>{''.join(rows[len(header) :])}</tbody></table>"


def _html_row(table: PlanTable, at: int, tag: str) -> str:
    row = table.rows[at]
    cells = (_html_cell(cell, _rows_below(table, at, number), tag) for number, cell in enumerate(row.cells))
    return f"<tr>{''.join(cells)}</tr>"


def _html_cell(cell: PlanCell, height: int, tag: str) -> str:
    if cell.merge == "continue":
        return ""
    spans = {"colspan": cell.span, "rowspan": height}
    attributes = "".join(f" {name}={n}" for name, n in spans.items() if n > 1)
    return f"<{tag}{attributes}>{_html(cell.content)}</{tag}>"


def _rows_below(table: PlanTable, at: int, number: int) -> int:
    """Over how many rows a cell goes; plans for pandoc have as many cells in every merged row."""
    height = 1
    while table.rows[at].cells[number].merge == "restart" and _goes_on(table.rows[at + height :], number):
        height += 1
    return height


def _goes_on(rows: tuple[PlanRow, ...], number: int) -> bool:
    return bool(rows) and len(rows[0].cells) > number and rows[0].cells[number].merge == "continue"


# Markdown


def plan_to_markdown(plan: Plan) -> str:
    """The plan as text: a pipe table where every cell is one plain line, else a grid table."""
    return "\n\n".join(_markdown_block(block) for block in plan if isinstance(block, PlanTable) or block.text) + "\n"


def _markdown_block(block: Para | PlanTable) -> str:
    if isinstance(block, PlanTable):
        return _pipe_table(block) if _is_plain(block) else _grid_table(block)
    return f"## {_markdown_inline(block)}" if block.heading else _markdown_inline(block)


def _markdown_inline(para: Para) -> str:
    text = "".join(f"\\{c}" if c in "\\`*_{}[]()#+-.!|<>~$^\"'" else c for c in para.text.replace("\t", " "))
    text = text.replace("\n", "\\\n")
    return f"**{text}**" if para.bold and text else text


def _is_plain(table: PlanTable) -> bool:
    """Whether every cell is one line without a list."""
    contents = [cell.content for row in table.rows for cell in row.cells]
    return all(len(c) == 1 and isinstance(c[0], Para) and not c[0].listed and "\n" not in c[0].text for c in contents)


def _pipe_table(table: PlanTable) -> str:
    rows = [[_cell_lines(cell)[0] if _cell_lines(cell) else "" for cell in row.cells] for row in table.rows]
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    rule = "|" + "|".join("-" * max(width // 100, 3) for width in table.widths) + "|"
    return "\n".join([lines[0], rule, *lines[1:]])


def _grid_table(table: PlanTable) -> str:
    """A grid table; without a header row its first rule would make one of the first row, so it has none then."""
    contents = [[_cell_lines(cell) for cell in row.cells] for row in table.rows]
    sizes = [max([3, *(len(line) for row in contents for line in row[at])]) for at in range(len(table.widths))]
    rule, head = ("+" + "+".join(sign * (size + 2) for size in sizes) + "+" for sign in "-=")
    lines = [rule]
    for row, planned in zip(contents, table.rows, strict=True):
        lines += _grid_row(row, sizes)
        lines.append(head if planned.header else rule)
    return "\n".join(lines)


def _grid_row(row: list[list[str]], sizes: list[int]) -> list[str]:
    padded = ([cell[n] if n < len(cell) else "" for cell in row] for n in range(max(1, max(map(len, row), default=1))))
    return [
        "| " + " | ".join(text.ljust(size) for text, size in zip(texts, sizes, strict=True)) + " |" for texts in padded
    ]


def _cell_lines(cell: PlanCell) -> list[str]:
    """The lines of a cell; an empty line between paragraphs, none between items of a list."""
    lines: list[str] = []
    number, was_listed = 0, False
    for block in cell.content:
        if not isinstance(block, Para) or not block.text:
            continue
        lines += [""] if lines and not (was_listed and block.listed) else []
        number = number + 1 if block.listed else 0
        sign = {"": "", "bullet": "- ", "decimal": f"{number}. ", "letter": f"{chr(96 + number)}) "}[block.listed]
        first, *others = _markdown_inline(block).split("\n")
        lines += [sign + first, *(" " * len(sign) + other for other in others)]
        was_listed = bool(block.listed)
    return lines
