"""List markers and indents: what Word draws before a paragraph, and where its text begins."""

from __future__ import annotations

import pytest

from extract.list_labels import number_to_label
from tests.extract.raw_docx import abstract, docx, level, listed, num, paragraph, row, run, style, table
from tests.extract.word_lines import all_lines, markers, read

#: A list of three levels, as Word writes it by default.
OUTLINE = (
    level(0, "decimal", "%1."),
    level(1, "lowerLetter", "%2)"),
    level(2, "lowerRoman", "%1.%2.%3"),
)


def items(*places: tuple[int, int]) -> str:
    """Paragraphs in lists: (list, level)."""
    return "".join(paragraph("x", listed(num_id, at)) for num_id, at in places)


#: A case: the numbering part, (list, level) of each paragraph → the markers.
COUNTING = {
    "counts on": (abstract(0, *OUTLINE) + num(1, 0), [(1, 0), (1, 0), (1, 0)], ["1.", "2.", "3."]),
    "a deeper level begins again": (
        abstract(0, *OUTLINE) + num(1, 0),
        [(1, 0), (1, 1), (1, 1), (1, 0), (1, 1), (1, 2), (1, 2)],
        ["1.", "a)", "b)", "2.", "a)", "2.a.i", "2.a.ii"],
    ),
    "a deeper level without the one above": (abstract(0, *OUTLINE) + num(1, 0), [(1, 2)], ["1.a.i"]),
    "two lists of one definition count on together": (
        abstract(0, *OUTLINE) + num(1, 0) + num(2, 0),
        [(1, 0), (2, 0), (1, 0)],
        ["1.", "2.", "3."],
    ),
    "two definitions count apart": (
        abstract(0, *OUTLINE) + abstract(1, *OUTLINE) + num(1, 0) + num(2, 1),
        [(1, 0), (2, 0), (1, 0)],
        ["1.", "1.", "2."],
    ),
    "a list that says so begins again, once": (
        abstract(0, *OUTLINE)
        + num(1, 0)
        + num(2, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'),
        [(1, 0), (2, 0), (2, 0)],
        ["1.", "5.", "6."],
    ),
    "a level of the list's own": (
        abstract(0, *OUTLINE) + num(1, 0, f'<w:lvlOverride w:ilvl="0">{level(0, "bullet", "•")}</w:lvlOverride>'),
        [(1, 0), (1, 1)],
        ["•", "a)"],
    ),
    "a level that never begins again": (
        abstract(0, OUTLINE[0], level(1, "lowerLetter", "%2)", more='<w:lvlRestart w:val="0"/>')) + num(1, 0),
        [(1, 0), (1, 1), (1, 0), (1, 1)],
        ["1.", "a)", "2.", "b)"],
    ),
    "decimals throughout": (
        abstract(0, level(0, "upperRoman", "%1"), level(1, "decimal", "%1.%2", more="<w:isLgl/>")) + num(1, 0),
        [(1, 0), (1, 1)],
        ["I", "1.1"],
    ),
    "a level that draws nothing": (
        abstract(0, level(0, "none", "")) + num(1, 0),
        [(1, 0)],
        [None],
    ),
    "a glyph of a symbol font": (abstract(0, level(0, "bullet", "\uf0b7")) + num(1, 0), [(1, 0)], ["\uf0b7"]),
    "list 0 is no list": (abstract(0, *OUTLINE) + num(1, 0), [(0, 0), (1, 0)], [None, "1."]),
    "a list that does not exist": (abstract(0, *OUTLINE) + num(1, 0), [(7, 0)], [None]),
    "a level that does not exist": (abstract(0, level(0, "bullet", "-")) + num(1, 0), [(1, 4)], [None]),
    "a format inside alternatives": (
        abstract(
            0,
            '<w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent><mc:Choice>'
            '<w:numFmt w:val="custom" w:format="001"/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/>'
            '</mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1"/></w:lvl>',
        )
        + num(1, 0),
        [(1, 0)],
        ["1"],
    ),
}


@pytest.mark.parametrize(("numbering", "places", "expected"), COUNTING.values(), ids=COUNTING.keys())
def test_how_lists_count(numbering: str, places: list[tuple[int, int]], expected: list[str | None]) -> None:
    assert markers(read(docx(items(*places), numbering=numbering))) == expected


BULLETS = abstract(0, level(0, "bullet", "-"), level(1, "bullet", "o", more='<w:pStyle w:val="Dieper"/>')) + num(1, 0)
NUMBERED_STYLES = (
    style("Lijst", more=f"<w:pPr>{listed(1)}</w:pPr>")
    + style("Dieper", more='<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    + style("Geerfd", based_on="Lijst")
    + style("Uit", based_on="Lijst", more=f"<w:pPr>{listed(0)}</w:pPr>")
    + style("Kring", based_on="Kring2")
    + style("Kring2", based_on="Kring")
)


@pytest.mark.parametrize(
    ("properties", "marker"),
    [
        ("", None),
        (listed(1), "-"),
        ('<w:numPr><w:numId w:val="1"/></w:numPr>', "-"),
        ('<w:pStyle w:val="Lijst"/>', "-"),
        ('<w:pStyle w:val="Geerfd"/>', "-"),
        ('<w:pStyle w:val="Dieper"/>', "o"),
        ('<w:pStyle w:val="Lijst"/><w:numPr><w:ilvl w:val="1"/></w:numPr>', "o"),
        ('<w:pStyle w:val="Uit"/>', None),
        (f'<w:pStyle w:val="Lijst"/>{listed(0)}', None),
        ('<w:pStyle w:val="Onbekend"/>', None),
        ('<w:pStyle w:val="Kring"/>', None),
    ],
)
def test_where_a_list_comes_from(properties: str, marker: str | None) -> None:
    document = read(docx(paragraph("x", properties), numbering=BULLETS, styles=NUMBERED_STYLES))
    assert markers(document) == [marker]


def test_a_list_may_be_defined_through_a_numbering_style() -> None:
    numbering = (
        abstract(0, more='<w:numStyleLink w:val="Streepjes"/>')
        + abstract(1, level(0, "bullet", "–"), more='<w:styleLink w:val="Streepjes"/>')
        + num(1, 0)
        + num(2, 1)
    )
    styles = style("Streepjes", kind="numbering", more='<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>')
    assert markers(read(docx(items((1, 0)), numbering=numbering, styles=styles))) == ["–"]


def test_the_marker_stands_on_the_first_line_only_and_is_no_text() -> None:
    content = "<w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>"
    document = read(docx(paragraph(content, listed(1)), numbering=BULLETS))
    assert [(line.marker, line.text) for line in all_lines(document)] == [("-", "a"), (None, "b")]
    assert document.pages[0].held == "ab"


def test_empty_items_count_and_hidden_and_removed_ones_do_not() -> None:
    hidden = paragraph(run("x", "<w:vanish/>"), listed(1) + "<w:rPr><w:vanish/></w:rPr>")
    removed = paragraph("<w:del><w:r><w:delText>x</w:delText></w:r></w:del>", listed(1) + "<w:rPr><w:del/></w:rPr>")
    body = items((1, 0)) + paragraph("<w:r/>", listed(1)) + hidden + removed + items((1, 0))
    document = read(docx(body, numbering=abstract(0, *OUTLINE) + num(1, 0)))
    assert [line.marker for line in all_lines(document) if line.marker] == ["1.", "3."]


def test_removed_rows_do_not_count() -> None:
    item = f"<w:tc><w:tcPr/>{paragraph('x', listed(1))}</w:tc>"
    body = table(row(item), row(item, properties="<w:del/>"), row(item))
    assert markers(read(docx(body, numbering=abstract(0, *OUTLINE) + num(1, 0)))) == ["1.", "2."]


INDENTED = abstract(0, level(0, "bullet", "-", indent='<w:ind w:left="720" w:hanging="360"/>')) + num(1, 0)
INDENT_STYLES = style("In", more='<w:pPr><w:ind w:left="400"/></w:pPr>') + style(
    "Lijst", more=f'<w:pPr>{listed(1)}<w:ind w:left="200"/></w:pPr>'
)
BREAK = "<w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>"


@pytest.mark.parametrize(
    ("properties", "indents"),
    [
        ("", (0, 0)),
        ('<w:ind w:left="720"/>', (36, 36)),
        ('<w:ind w:start="720"/>', (36, 36)),
        ('<w:ind w:left="1in"/>', (72, 72)),
        ('<w:ind w:left="zes"/>', (0, 0)),
        ('<w:ind w:left="720" w:hanging="360"/>', (18, 36)),
        ('<w:ind w:firstLine="240"/>', (12, 0)),
        ('<w:ind w:left="720" w:hanging="360" w:firstLine="999"/>', (18, 36)),
        ('<w:pStyle w:val="In"/>', (20, 20)),
        ('<w:pStyle w:val="In"/><w:ind w:hanging="200"/>', (10, 20)),
        # In a list: the text, not the marker.
        (listed(1), (36, 36)),
        (listed(1) + '<w:ind w:left="500"/>', (25, 25)),
        ('<w:pStyle w:val="In"/>' + listed(1), (36, 36)),
        ('<w:pStyle w:val="Lijst"/>', (10, 10)),
    ],
)
def test_where_the_text_begins(properties: str, indents: tuple[float, float]) -> None:
    document = read(docx(paragraph(BREAK, properties), numbering=INDENTED, styles=INDENT_STYLES))
    assert tuple(line.indent for line in all_lines(document)) == indents


@pytest.mark.parametrize(
    ("form", "labels"),
    [
        ("decimal", {1: "1", 27: "27"}),
        ("decimalZero", {1: "01", 12: "12"}),
        ("lowerLetter", {1: "a", 26: "z", 27: "aa", 53: "aaa"}),
        ("upperLetter", {2: "B"}),
        ("lowerRoman", {1: "i", 4: "iv", 9: "ix", 1994: "mcmxciv"}),
        ("upperRoman", {14: "XIV"}),
        ("none", {1: ""}),
        ("aiueo", {1: "1"}),
        ("lowerRoman", {0: "0", -3: "-3", 10**9: "1000000000"}),
    ],
)
def test_numbers_as_words_writes_them(form: str, labels: dict[int, str]) -> None:
    assert {count: number_to_label(count, form) for count in labels} == labels
