"""What there is to say of the text in a table of a page: where it may be read otherwise than it is meant.

Not here: how each of these is seen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from extract.pdf_added import words_drawn_apart, words_in_colour
from extract.pdf_annotations import without_links
from extract.pdf_capitals import cells_in_small_capitals
from extract.pdf_grid import Grid
from extract.pdf_lines import Printed
from extract.pdf_marks import Char, Sheet
from extract.pdf_smaller import smaller_words
from extract.pdf_struck import inserted_words
from extract.pdf_tables import Placed, texts_beside, words_on_floors, words_over_walls
from extract.pdf_unseen import column_cut_off, words_off_the_page
from transform.findings import Code, Finding
from transform.place import PagePlace


def text_findings(code: Code, pieces: Iterable[Printed], page: int) -> tuple[Finding, ...]:
    """One finding for each piece of text, which stays as it is."""
    return tuple(
        Finding(code=code, place=PagePlace(page, piece.box), was=piece.text, became=piece.text) for piece in pieces
    )


def table_to_findings(
    sheet: Sheet, lines: Sequence[Printed], grid: Grid, chars: Sequence[Char], placed: Sequence[Placed], struck: bool
) -> Iterator[Finding]:
    """What there is to say of a table with these characters, which stand where ``placed`` says.

    ``lines`` are all of its page; ``struck``: some of them is struck out.
    """
    number = sheet.number
    yield from (Finding(code=Code.LINES_BESIDE, place=PagePlace(number, box)) for box in grid.beneath)
    cut = column_cut_off(sheet.unseen, grid, placed)
    yield from (Finding(code=Code.FAINT_TEXT, place=PagePlace(number, box)) for box in cut)
    over = (*words_over_walls(grid, placed), *((word, word.box) for word in words_on_floors(grid, placed)))
    for word, box in over:
        yield Finding(code=Code.TEXT_OVERLAPS, place=PagePlace(number, box), was=word.text, became=word.text)
    for code, found in (
        (Code.FAINT_TEXT, words_off_the_page(sheet, placed)),
        (Code.LINES_BESIDE, texts_beside(placed)),
        (Code.ADDED_WORDS, smaller_words(placed)),
        (Code.ADDED_WORDS, words_drawn_apart(chars, placed)),
        (Code.ADDED_WORDS, without_links(sheet, words_in_colour(sheet.coloured, placed))),
        (Code.SMALL_CAPITALS, cells_in_small_capitals(lines, placed)),
    ):
        yield from text_findings(code, found, number)
    inserted = without_links(sheet, inserted_words(sheet, placed, struck=struck))
    yield from (replace(found, was="") for found in text_findings(Code.TRACKED_CHANGE, inserted, number))
