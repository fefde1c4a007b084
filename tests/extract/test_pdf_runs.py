"""Lines → runs: where the eye sees another piece of text begin."""

from __future__ import annotations

import pytest

from extract.pdf_bands import RIVER
from extract.pdf_lines import Printed, chars_to_lines
from extract.pdf_marks import Char
from extract.pdf_runs import lines_to_runs

SIZE = 10.0
#: Every letter is half its type size wide, the space a quarter.
WIDTH, SPACE = 5.0, 2.5


def chars(left: float, text: str, spacing: float = 0.0, baseline: float = 100.0, pitch: float = 0.0) -> list[Char]:
    """A line of text, set with ``spacing`` points after each of its characters, all of one ``pitch`` if given."""
    found = []
    for letter in text:
        width = pitch or (SPACE if letter == " " else WIDTH)
        found.append(Char(letter, left, baseline - 8, left + width, baseline + 2, baseline, SIZE, "F", width))
        left += width + spacing
    return found


def begun(*lines: list[Char], before: tuple[float, ...] = ()) -> list[list[float]]:
    """Where the runs of lines of characters begin."""
    drawn = {char: number for number, char in enumerate(char for line in lines for char in line)}
    printed: list[Printed] = [chars_to_lines(line)[0] for line in lines]
    found = lines_to_runs(printed, RIVER, drawn, before)
    return [[run.x0 for run in found if run.baseline == line[0].baseline] for line in lines]


@pytest.mark.parametrize("spacing", [0.0, 1.0, 2.0, 4.0])
def test_letter_spacing_parts_no_words(spacing: float) -> None:
    """The white between two words grows by twice the spacing: it is no column's for that."""
    assert begun(chars(50, "toont zich bewust van de omgeving", spacing)) == [[50]]


@pytest.mark.parametrize("spacing", [0.0, 1.0, 2.0])
def test_a_river_is_wider_than_letter_spaced_words(spacing: float) -> None:
    right = chars(50, "Klantgericht", spacing)[-1].x1 + 2 * spacing + (RIVER + 0.5) * SIZE
    assert begun(chars(50, "Klantgericht", spacing) + chars(right, "Verbindend", spacing)) == [[50, right]]


def test_a_space_of_type_of_one_width_is_no_river() -> None:
    """A space of such type is wider than some white between columns; two of them are a river."""
    name = chars(50, "Beschrijving en indicatoren", pitch=6)
    assert begun(name) == [[50]]
    right = name[-1].x1 + 2 * 6
    assert begun(name + chars(right, "Kern", pitch=6), chars(50, "Een mand", baseline=120, pitch=6)) == [
        [50, right],
        [50],
    ]


def test_a_column_of_the_page_before_parts_text_set_without_white() -> None:
    name, core = chars(50, "Klantgericht"), chars(110, "Verbindend")
    assert name[-1].x1 == 110
    assert begun(name + core, before=(110,)) == [[50, 110]]
    assert begun(name + core, before=(150,)) == [[50]]


def test_white_wider_than_between_words_parts_one_line_in_a_column_of_the_page_before() -> None:
    name, core = chars(50, "Samenbindend leider"), chars(146.5, "Verbindend")
    assert RIVER * SIZE > core[0].x0 - name[-1].x1 > SPACE
    assert begun(name + core, before=(146.5,)) == [[50, 146.5]]
    assert begun(name + core) == [[50]]


def test_a_column_of_the_page_before_parts_no_word() -> None:
    assert begun(chars(50, "klantgerichtheid"), before=(110,)) == [[50]]


def test_a_capital_amid_a_word_begins_a_column_where_other_pieces_begin() -> None:
    """A heading as wide as its column touches the next."""
    heads = chars(50, "NiveauKerncompetentie")
    rows = [chars(50, "I", baseline=y) + chars(80, "Verbindend", baseline=y) for y in (120, 140)]
    assert begun(heads, *rows)[0] == [50, 80]
    assert begun(heads, *(chars(50, "I", baseline=y) for y in (120, 140)))[0] == [50]


def test_a_heading_a_word_space_from_the_next_begins_a_column_also_below_a_title() -> None:
    """Of what runs over the place only what stands among the rows counts against it."""
    title = chars(50, "Competentiecatalogus", baseline=80)
    heads = chars(50, "Niveau Kerncompetentie")
    right = heads[7].x0
    rows = [chars(50, "I", baseline=y) + chars(right, "Verbindend", baseline=y) for y in range(120, 220, 20)]
    assert begun(title, heads, *rows)[:2] == [[50], [50, right]]
    across = [chars(50, "Toont zich bewust", baseline=y) for y in (130, 150)]
    assert begun(title, heads, *rows, *across)[1] == [50]


def test_what_stands_far_above_or_below_a_column_is_not_parted_by_it() -> None:
    lines = [chars(50, "Artikel Kerncompetentie", baseline=y) for y in (20, 300, 320)]
    right = lines[0][8].x0
    rows = [chars(50, "I", baseline=y) + chars(right, "Verbindend", baseline=y) for y in range(120, 220, 20)]
    assert begun(*lines, *rows)[:3] == [[50]] * 3
