"""Tables: columns, merged cells, header rows, and everything that can stand around or inside a cell."""

from __future__ import annotations

import pytest

from tests.extract.raw_docx import cell, docx, paragraph, row, run, table
from tests.extract.word_lines import all_lines, found, grid, read, tables, texts
from transform.document import Line, Table
from transform.findings import Code
from transform.place import WordPlace


def span(columns: int) -> str:
    return f'<w:gridSpan w:val="{columns}"/>'


RESTART, CONTINUE = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"

#: Rows → per row (column, span, text) of every cell.
GRIDS = {
    "plain": ([row("a", "b"), row("c", "d")], [[(0, 1, "a"), (1, 1, "b")], [(0, 1, "c"), (1, 1, "d")]]),
    "a wide cell": ([row(cell("a", span(2)), "b")], [[(0, 2, "a"), (2, 1, "b")]]),
    "a row that starts late": (
        [row("b", "c", properties='<w:gridBefore w:val="1"/>')],
        [[(1, 1, "b"), (2, 1, "c")]],
    ),
    "a row that ends early": ([row("a", properties='<w:gridAfter w:val="2"/>')], [[(0, 1, "a")]]),
    "cells merged downwards": (
        [row(cell("a", RESTART), "b"), row(cell("<w:p/>", CONTINUE), "c"), row(cell("d"), "e")],
        [[(0, 1, "a"), (1, 1, "b")], [(0, 1, "^"), (1, 1, "c")], [(0, 1, "d"), (1, 1, "e")]],
    ),
    "a merge that goes on from nothing begins there": (
        [row("a", "b"), row(cell("c", CONTINUE), "d"), row(cell("<w:p/>", CONTINUE), "e")],
        [[(0, 1, "a"), (1, 1, "b")], [(0, 1, "c"), (1, 1, "d")], [(0, 1, "^"), (1, 1, "e")]],
    ),
    "cells merged sideways": (
        [row(cell("a", '<w:hMerge w:val="restart"/>'), cell("<w:p/>", "<w:hMerge/>"), "b")],
        [[(0, 2, "a"), (2, 1, "b")]],
    ),
    "a tracked merge": (
        [
            row(cell("a", '<w:cellMerge w:vMerge="rest"/>'), "b"),
            row(cell("<w:p/>", '<w:cellMerge w:vMerge="cont"/>'), "c"),
        ],
        [[(0, 1, "a"), (1, 1, "b")], [(0, 1, "^"), (1, 1, "c")]],
    ),
    "a cell in a content control": (
        [row("a", f"<w:sdt><w:sdtPr/><w:sdtContent>{cell('b')}</w:sdtContent></w:sdt>", "c")],
        [[(0, 1, "a"), (1, 1, "b"), (2, 1, "c")]],
    ),
    "a row in a content control": (
        [f"<w:sdt><w:sdtContent>{row('a')}</w:sdtContent></w:sdt>", row("b")],
        [[(0, 1, "a")], [(0, 1, "b")]],
    ),
    "custom XML around rows and cells": (
        [f"<w:customXml><w:tr><w:customXml>{cell('a')}</w:customXml></w:tr></w:customXml>"],
        [[(0, 1, "a")]],
    ),
    "paragraphs in a content control": (
        [row(cell(f"<w:sdt><w:sdtContent>{paragraph('a')}{paragraph('b')}</w:sdtContent></w:sdt>"))],
        [[(0, 1, "a|b")]],
    ),
    "empty paragraphs": ([row(cell(f"<w:p/>{paragraph('a')}<w:p/>"))], [[(0, 1, "a")]]),
    "a table in a cell": (
        [row(cell(paragraph("a") + table(row("b", "c"), row("d")) + paragraph("e")), "f")],
        [[(0, 1, "a|b|c|d|e"), (1, 1, "f")]],
    ),
    "a removed row": (
        [row("a"), row(cell(paragraph(run("b"))), properties="<w:del/>"), row("c")],
        [[(0, 1, "a")], [(0, 1, "c")]],
    ),
    "a removed cell keeps its columns": (
        [row("a", cell("b", "<w:cellDel/>"), "c")],
        [[(0, 1, "a"), (2, 1, "c")]],
    ),
    "added rows and cells": (
        [row("a", cell("b", "<w:cellIns/>"), properties="<w:ins/>")],
        [[(0, 1, "a"), (1, 1, "b")]],
    ),
    "a span that is none": ([row(cell("a", span(0)), "b")], [[(0, 1, "a"), (1, 1, "b")]]),
}


@pytest.mark.parametrize(("rows", "expected"), GRIDS.values(), ids=GRIDS.keys())
def test_cells_and_their_columns(rows: list[str], expected: list[list[tuple[int, int, str]]]) -> None:
    (block,) = tables(read(docx(table(*rows))))
    assert grid(block) == expected


def test_places_are_numbered_from_one() -> None:
    body = paragraph("voor") + table(row("a", cell(paragraph("b") + "<w:p/>" + paragraph("c")))) + paragraph("na")
    origins = [line.origin for line in all_lines(read(docx(body)))]
    assert origins == [
        WordPlace(paragraph=1),
        WordPlace(table=1, row=1, cell=1, paragraph=1),
        WordPlace(table=1, row=1, cell=2, paragraph=1),
        WordPlace(table=1, row=1, cell=2, paragraph=3),
        WordPlace(paragraph=2),
    ]


def test_paragraphs_of_inner_tables_are_numbered_on() -> None:
    body = table(row(cell(paragraph("a") + table(row("b", "c")) + paragraph("d")), "e"))
    numbers = [line.origin.paragraph for line in all_lines(read(docx(body))) if isinstance(line.origin, WordPlace)]
    assert numbers == [1, 2, 3, 4, 1]


def test_a_table_that_only_lays_out_the_page_is_none() -> None:
    inner = table(row("a", "b"))
    document = read(docx(table(row(cell(paragraph("voor") + inner + paragraph("na"))), row("onder")) + table(row("c"))))
    assert [type(block) for block in document.blocks] == [Line, Table, Line, Line, Table]
    assert [block.origin for block in document.blocks] == [
        WordPlace(table=1, row=1, cell=1, paragraph=1),
        WordPlace(table=2),
        WordPlace(table=1, row=1, cell=1, paragraph=2),
        WordPlace(table=1, row=2, cell=1, paragraph=1),
        WordPlace(table=3),
    ]


def test_a_margin_in_which_nothing_stands_lays_out_the_page_as_well() -> None:
    margin = row(cell("<w:p/>"), cell(table(row("a", "b")) + "<w:p/>"))
    document = read(docx(table(row("kop", cell("<w:p/>")), margin)))
    assert [block.origin for block in document.blocks] == [
        WordPlace(table=1, row=1, cell=1, paragraph=1),
        WordPlace(table=2),
    ]


def test_a_table_with_the_header_of_a_catalogue_is_one_whatever_stands_beside_it() -> None:
    inner = table(row("Competentie", "Beschrijving en indicatoren"), row("Durf", "b"))
    document = read(docx(table(row("Intranet"), row("Home", cell(inner + "<w:p/>"), "Zoeken"))))
    assert [block.text if isinstance(block, Line) else len(block.rows) for block in document.blocks] == [
        *("Intranet", "Home", 2, "Zoeken"),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        [row("a"), row("b")],
        [row(cell(table(row("a", "b")) + "<w:p/>"), "c")],
        [row(cell("<w:p><w:r><w:drawing/></w:r></w:p>"), cell(table(row("a", "b")) + "<w:p/>"))],
        [row(cell(table(row("a", "b")) + "<w:p/>")), row("c", properties="<w:hidden/>")],
    ],
    ids=["without a table in it", "of two cells", "beside a picture", "with a hidden row"],
)
def test_any_other_table_is_one(rows: list[str]) -> None:
    assert isinstance(read(docx(table(*rows))).blocks[0], Table)


#: The first cells of a row of an inner table → the lines that come of it, and how many leading symbols.
SIGNS = {
    "a sign": (["•", "b"], [("•\tb", 0)]),
    "a sign of a symbol font": (
        [cell(paragraph('<w:r><w:sym w:font="Symbol" w:char="F0B7"/></w:r>')), "b"],
        [("\uf0b7\tb", 1)],
    ),
    "a sign and an empty cell": (["•", cell("<w:p/>"), "b"], [("•\tb", 0)]),
    "a letter": (["a", "b"], [("a", 0), ("b", 0)]),
    "two signs": (["•", "–", "b"], [("•\t–", 0), ("b", 0)]),
    "words before the sign": (["a", "•", "b"], [("a", 0), ("•\tb", 0)]),
    "a sign alone": (["•"], [("•", 0)]),
    "a number": (["1", "b"], [("1\tb", 0)]),
    "a number in brackets": (["(12)", "b"], [("(12)\tb", 0)]),
    "a letter of a list": (["a.", "b"], [("a.\tb", 0)]),
    "a year": (["2026", "b"], [("2026", 0), ("b", 0)]),
}


@pytest.mark.parametrize(("cells", "expected"), SIGNS.values(), ids=SIGNS.keys())
def test_a_sign_in_a_cell_of_its_own_begins_the_line_beside_it(
    cells: list[str], expected: list[tuple[str, int]]
) -> None:
    body = table(row(cell(table(row(*cells)) + "<w:p/>"), "e"))
    assert [(line.text, line.symbols) for line in all_lines(read(docx(body)))] == [*expected, ("e", 0)]


def test_each_table_is_one_block_in_its_place() -> None:
    document = read(docx(table(row("a")) + table(row("b")) + paragraph("c") + table(row("d"))))
    assert [type(block) for block in document.blocks] == [Table, Table, Line, Table]
    assert [block.origin for block in tables(document)] == [WordPlace(table=n) for n in (1, 2, 3)]


def test_header_rows_count_only_at_the_top() -> None:
    header = "<w:tblHeader/>"
    rows = row("a", properties=header), row("b", properties=header), row("c"), row("d", properties=header)
    (block,) = tables(read(docx(table(*rows))))
    assert [r.repeats for r in block.rows] == [True, True, False, False]


def test_a_header_row_can_be_switched_off() -> None:
    (block,) = tables(read(docx(table(row("a", properties='<w:tblHeader w:val="false"/>')))))
    assert not block.rows[0].repeats


@pytest.mark.parametrize(
    ("widths", "cells", "edges"),
    [
        ((2000, 1000), ["a", "b"], (0, 100, 150)),
        ((2000, 1000, 500), ["a"], (0, 100, 150, 175)),
        ((), [cell("a", '<w:tcW w:w="600" w:type="dxa"/>'), "b"], (0, 30, 30)),
        ((2000,), ["a", cell("b", '<w:tcW w:w="50" w:type="pct"/>')], (0, 100, 100)),
        ((2000,), [cell("a", span(2))], (0, 100, 100)),
    ],
)
def test_column_borders(widths: tuple[int, ...], cells: list[str], edges: tuple[float, ...]) -> None:
    (block,) = tables(read(docx(table(row(*cells), widths=widths))))
    assert block.edges == edges


@pytest.mark.parametrize("properties", ["<w:hidden/>", '<w:trHeight w:val="20" w:hRule="exact"/>'])
def test_a_row_that_is_not_shown_is_delivered_outside(properties: str) -> None:
    rows = row("a"), row("weg", "ook weg", properties=properties), row("b")
    document = read(docx(table(*rows)))
    assert grid(tables(document)[0]) == [[(0, 1, "a")], [(0, 1, "b")]]
    assert texts(document) == ["a", "b", "weg", "ook weg"]
    assert found(document) == [(Code.HIDDEN_TEXT, "weg\nook weg", "")]


def test_a_table_in_a_text_box_is_a_table_and_the_text_beside_it_is_reported() -> None:
    """A table in a box may be the catalogue's own: it is not kept out of the competences, as text in a box is."""
    for beside, reported in (("", []), (paragraph("los"), [(Code.TEXT_BOX, "los", "")])):
        inner = f"<w:txbxContent>{table(row('a'))}{beside}</w:txbxContent>"
        box = f"<w:r><w:pict><v:textbox>{inner}</v:textbox></w:pict></w:r>"
        document = read(docx(paragraph(run("voor") + box) + paragraph("na")))
        assert [type(block) for block in document.blocks] == [Line, Table, *[Line] * len(reported), Line]
        assert found(document) == reported


@pytest.mark.parametrize(
    ("rows", "place"),
    [
        ((row(cell("a", RESTART), "b"), row(cell("weg", CONTINUE), "c")), WordPlace(table=1, row=2, cell=1)),
        (
            (row("a", "b", cell("c", '<w:hMerge w:val="restart"/>'), cell("weg", "<w:hMerge/>")),),
            WordPlace(table=1, row=1, cell=4),
        ),
    ],
    ids=["downwards", "sideways"],
)
def test_text_in_a_cell_merged_away_is_told_where_it_stands(rows: tuple[str, ...], place: WordPlace) -> None:
    document = read(docx(table(*rows)))
    assert found(document) == [(Code.HIDDEN_TEXT, "weg", "")]
    assert document.findings[0].place == place
    assert texts(document) == ["a", "b", "c", "weg"]


@pytest.mark.parametrize(
    ("height", "words", "told"),
    [
        ('w:val="240" w:hRule="exact"', 2, False),
        ('w:val="240" w:hRule="exact"', 40, True),
        ('w:val="1200" w:hRule="exact"', 40, False),
        ('w:val="240"', 40, False),
    ],
    ids=["a line that fits", "lines that do not", "a high row", "a row that grows"],
)
def test_text_that_a_row_of_fixed_height_cuts_off_is_told(height: str, words: int, told: bool) -> None:
    text = " ".join(["woorden"] * words)
    own = cell(text, '<w:tcW w:w="6000" w:type="dxa"/>')
    document = read(docx(table(row("a", own, properties=f"<w:trHeight {height}/>"))))
    assert found(document) == ([(Code.FAINT_TEXT, text, text)] if told else [])
    assert [finding.place for finding in document.findings] == ([WordPlace(table=1, row=1, cell=2)] if told else [])


@pytest.mark.parametrize(("measure", "told"), [(800, ["C"]), (1500, []), (2000, [])])
def test_a_cell_as_wide_as_a_column_further_right_in_a_row_with_too_few_is_told(measure: int, told: list[str]) -> None:
    """A program forgot the cell that goes on from the one above."""
    grid_ = "".join(f'<w:gridCol w:w="{width}"/>' for width in (5000, 1500, 800))
    whole = row("Toont lef.", "Moedig", "B")
    short = row("Blijft kalm.", cell("C", f'<w:tcW w:w="{measure}" w:type="dxa"/>'))
    document = read(docx(f"<w:tbl><w:tblGrid>{grid_}</w:tblGrid>{whole}{short}</w:tbl>"))
    assert [finding.was for finding in document.findings if finding.code is Code.CELLS_JOINED] == told
