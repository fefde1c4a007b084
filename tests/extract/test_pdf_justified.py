"""Columns of text that is stretched to both sides, without rules: the white between its words is as wide as theirs."""

from __future__ import annotations

from itertools import accumulate

from tests.extract.pdf_cases import outside, read, rows
from tests.extract.raw_pdf import RawPage

#: How wide a letter is on the page, near enough.
LETTER = 5.6


def stretched(page: RawPage, x0: float, x1: float, y: float, lines: list[str]) -> None:
    """Lines whose words fill the room between two places; the last is not stretched."""
    for number, line in enumerate(lines):
        words = line.split()
        widths = [LETTER * len(word) for word in words]
        spare = x1 - x0 - sum(widths)
        white = 3.0 if number == len(lines) - 1 or len(words) < 2 else spare / (len(words) - 1)
        starts = accumulate((width + white for width in widths), initial=x0)
        for word, x in zip(words, starts, strict=False):
            page.text(x, y + 12 * number, word)


BODIES = [
    (
        ["Toont zich bewust", "van wensen", "van een ander", "en zegt dat zo", "nodig is ook", "hardop."],
        ["Luistert goed", "naar de ander", "en vraagt."],
    ),
    (
        ["Draagt bij aan", "het resultaat", "van de ander", "ook wanneer", "dat niet direct", "bijdraagt."],
        ["Is actief om", "een ander bij", "te staan."],
    ),
    (
        ["Stemt af wat er", "in het werk", "van een ander", "omgaat en wat", "er bij komt", "kijken."],
        ["Houdt contact", "met wie dat", "aangaat."],
    ),
]


def test_the_column_of_a_text_ends_where_all_of_its_lines_do() -> None:
    page, y = RawPage(), 114.0
    for x, text in zip((55, 150, 260), ("Naam", "Beschrijving", "Indicatoren"), strict=True):
        page.text(x, y - 20, text)
    for name, (description, indicators) in zip(("Durf", "Moed", "Lef"), BODIES, strict=True):
        page.text(55, y, name)
        stretched(page, 150, 250, y, description)
        stretched(page, 260, 345, y, indicators)
        y += 12 * len(description) + 8
    document = read(page)
    assert rows(document)[1:] == [
        [name, "/".join(description), "/".join(indicators)]
        for name, (description, indicators) in zip(("Durf", "Moed", "Lef"), BODIES, strict=True)
    ]
    assert outside(document) == []


def test_the_words_of_the_first_lines_of_a_row_begin_no_other_table() -> None:
    """Less of the last row is on the page than of the others; its words begin where nothing else does."""
    page, y = RawPage(), 114.0
    whole = ["Gaat op basis van iets te", "werk en zegt dat hardop", "ook als het niet goed uit", "komt."]
    begin = ["Ontwikkelt en verstevigt", "samenwerking binnen en in"]
    for x, text in zip((55, 150, 250), ("Naam", "Kern", "Beschrijving en indicatoren"), strict=True):
        page.text(x, y - 20, text)
    for name, lines in (("Durf", whole), ("Moed", whole), ("Lef", [*begin, ""])):
        page.text(55, y, name).text(150, y, "Moedig")
        stretched(page, 250, 420, y, lines)
        y += 12 * len(lines) + 12
    assert rows(read(page))[1:] == [
        [name, "Moedig", "/".join(lines)] for name, lines in (("Durf", whole), ("Moed", whole), ("Lef", begin))
    ]
