"""A line in pieces: what stands in one column, by the white between its words."""

from __future__ import annotations

import pytest

from extract.pdf_headers import pieces_of
from extract.pdf_lines import chars_to_lines
from extract.pdf_marks import level_char


@pytest.mark.parametrize(
    ("narrow", "white", "expected"),
    [
        pytest.param(6.0, 1, [3], id="words of type of one width, whose spaces are wide"),
        pytest.param(6.0, 2, [1, 1, 1], id="two spaces are more than one"),
        pytest.param(2.5, 1, [1, 1, 1], id="white as wide in other type"),
    ],
)
def test_type_of_one_width_has_wide_spaces_between_its_words(narrow: float, white: int, expected: list[int]) -> None:
    at, chars = 50.0, []
    for word in ("Signaleert", "uit", "beweging"):
        for text in word:
            width = narrow if text in "ijlt" else 6.0
            chars.append(level_char(text, at, 100, width, 10, "F"))
            at += width
        at += 6.0 * white
    (line,) = chars_to_lines(chars)
    assert [len(piece) for piece in pieces_of(line)] == expected
