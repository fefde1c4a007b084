"""Characters → printed lines: spaces, order, what is drawn twice, symbols, ligatures, raised type."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.pdf_glyphs import drawn_once, glyphs_to_chars
from extract.pdf_lines import chars_to_lines, chars_to_text
from extract.pdf_marks import Char, is_symbol_font, level_char
from tests.extract.pdf_cases import codes, outside, read
from tests.extract.raw_pdf import RawPage
from transform.document import Line, printed_characters
from transform.findings import Code


def word(text: str, x: float, y: float, *, size: float = 10.0, gap: float = 0.0, font: str = "F") -> list[Char]:
    """Characters of half the type size, ``gap`` points apart."""
    step = size / 2 + gap
    return [level_char(letter, x + i * step, y, size / 2, size, font) for i, letter in enumerate(text)]


def texts(chars: list[Char]) -> list[str]:
    return [line.text for line in chars_to_lines(chars)]


@pytest.mark.parametrize(
    ("chars", "expected"),
    [
        pytest.param(word("aan", 0, 50) + word("de", 18, 50), ["aan de"], id="a gap is a space"),
        pytest.param(word("aan", 0, 50) + word("de", 16, 50), ["aande"], id="kerning is none"),
        pytest.param(
            word("aan", 0, 50) + word("de", 18, 50) + word("hei", 29.1, 50), ["aan de hei"], id="measured with kerning"
        ),
        pytest.param(
            word("aan", 0, 50) + word("de", 18, 50) + word("h", 29.1, 50) + word("ei", 33.6, 50),
            ["aan dehei"],
            id="kerned",
        ),
        pytest.param(
            word("aan", 0, 50) + word("pro", 18, 50) + word("ject", 33.6, 50),
            ["aan project"],
            id="one wide pair",
        ),
        pytest.param(word("aan ", 0, 50) + word("de", 20, 50), ["aan de"], id="a typed space stays one"),
        pytest.param(word("aan  de", 0, 50), ["aan  de"], id="two typed spaces stay two"),
        pytest.param(word("aan", 0, 50, gap=2) + word("de", 26, 50, gap=2), ["aan de"], id="letter-spaced"),
        pytest.param(word("kern", 0, 50, gap=2), ["kern"], id="one letter-spaced word"),
        pytest.param(
            word("kern", 0, 50, gap=2) + word("is", 0, 62, gap=2), ["kern", "is"], id="a short word among those"
        ),
        pytest.param(word("kern", 0, 50) + word("i", 0, 62) + word("s", 7, 62), ["kern", "i s"], id="of no such"),
        pytest.param(
            word("kern", 0, 50, gap=9) + word("a", 0, 62) + word("b", 14, 62), ["kern", "a b"], id="too wide for it"
        ),
        pytest.param(
            word("per ", 0, 50) + word("hbo-", 22, 50) + word("niveau", 44, 50), ["per hbo-niveau"], id="justified"
        ),
        pytest.param(
            word("per ", 0, 50) + word("in-", 22, 50) + word("of", 40, 50), ["per in- of"], id="wider than justified"
        ),
        pytest.param(word("per ", 0, 50) + word("hbo", 22, 50) + word("nu", 39, 50), ["per hbo nu"], id="no hyphen"),
        pytest.param(word("  aan ", 0, 50), ["aan"], id="outer white space is no text"),
        pytest.param(word("onder", 0, 62) + word("boven", 0, 50), ["boven", "onder"], id="from top to bottom"),
        pytest.param(word("m", 0, 50) + word("2", 5, 46.5, size=6), ["m2"], id="raised figure"),
        pytest.param(word("een", 0, 50) + word("twee", 0, 60), ["een", "twee"], id="set solid"),
        pytest.param(
            word("een", 10, 50) + word("twee", 10, 60) + word("{", 0, 60, size=22),
            ["een", "{twee"],
            id="a tall glyph joins one line only",
        ),
        pytest.param([*word("re", 0, 50), level_char("\u0308", 10, 50, 0, 10, "F")], ["rë"], id="accent behind"),
    ],
)
def test_characters_become_lines(chars: list[Char], expected: list[str]) -> None:
    assert texts(chars) == expected


@pytest.mark.parametrize(
    ("glyphs", "expected"),
    [
        (word("v", 0, 50) + word("´", 5, 50) + word("o", 5, 50) + word("´o", 10, 50), "vó´o"),
        (word("ge", 0, 50) + word("¨", 10, 48) + word("ın", 10, 50), "geïn"),
        (word("`", 0, 50) + word("1", 0, 50), "1`"),
        (word("ˆ", 0, 50) + word("b", 0, 50), "bˆ"),
        (word("zo", 0, 50) + word("\u0308", 10, 50, size=6, font="G") + word("n", 13, 50), "zön"),
    ],
    ids=[
        "drawn first, and one beside",
        "on a dotless i",
        "no accent of a figure",
        "no letter there is",
        "behind its letter",
    ],
)
def test_an_accent_drawn_over_a_letter_is_put_on_it(glyphs: list[Char], expected: str) -> None:
    assert texts([*glyphs_to_chars(glyphs, 1, "proef.pdf")[0]]) == [expected]


@pytest.mark.parametrize(("glyph", "letters"), [("ﬁ", "fi"), ("ĳ", "ij"), ("Ĳ", "IJ")])
def test_one_sign_for_two_letters_is_those_letters(glyph: str, letters: str) -> None:
    assert texts([*glyphs_to_chars(word(glyph, 0, 50), 1, "proef.pdf")[0]]) == [letters]


@pytest.mark.parametrize("sign", ["\u00ad", "\u200b"])
def test_what_has_no_ink_beside_a_letter_is_not_what_is_drawn(sign: str) -> None:
    glyphs = [level_char(letter + sign, 5.0 * i, 50, 5, 10, "F") for i, letter in enumerate("label")]
    assert texts([*glyphs_to_chars(glyphs, 1, "proef.pdf")[0]]) == ["label"]


@pytest.mark.parametrize(
    ("chars", "expected"),
    [
        pytest.param(word("dringt.", 0, 50) + word("12", 35, 46.5, size=6), ["12"], id="a mark"),
        pytest.param(word("m", 0, 50) + word("2", 5, 46.5, size=6) + word("per", 11, 50), ["2"], id="within a line"),
        pytest.param(word("H", 0, 50) + word("2", 5, 52, size=6) + word("O", 8, 50), [], id="lowered"),
        pytest.param(word("naam", 0, 50) + word("klein", 20, 50, size=6), [], id="small on the line"),
        pytest.param(word("naam", 0, 50), [], id="plain"),
    ],
)
def test_what_is_small_and_raised_is_told(chars: list[Char], expected: list[str]) -> None:
    (line,) = chars_to_lines(chars)
    assert [line.text[start:end] for start, end in line.raised] == expected


@given(
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 20), st.sampled_from("abcd é.-")), max_size=40), st.randoms()
)
def test_drawing_order_plays_no_part(places: list[tuple[int, int, str]], order: random.Random) -> None:
    chars = [level_char(text, 7.0 * x, 13.0 * y, 5.0, 10.0, "F") for x, y, text in {p[:2]: p for p in places}.values()]
    shuffled = list(chars)
    order.shuffle(shuffled)
    assert texts(shuffled) == texts(chars)


@given(st.lists(st.tuples(st.floats(0, 500), st.floats(0, 800), st.sampled_from("abcdé. ")), max_size=60))
def test_no_character_is_lost_or_made(places: list[tuple[float, float, str]]) -> None:
    chars = [level_char(text, x, y, 5.0, 10.0, "F") for x, y, text in places]
    joined = "".join(texts(chars))
    assert sorted(printed_characters(joined)) == sorted(printed_characters("".join(c.text for c in chars)))


@pytest.mark.parametrize(("aside", "kept"), [(0.0, "kracht"), (0.3, "kracht"), (0.9, "kracht"), (3.0, "kkrraacchhtt")])
def test_text_drawn_over_itself_is_kept_once(aside: float, kept: str) -> None:
    once, twice = drawn_once(word("kracht", 0, 50, gap=2) + word("kracht", aside, 50, gap=2))
    assert "".join(sorted(c.text for c in once)) == "".join(sorted(kept))
    assert len(once) + len(twice) == 12


def test_what_was_drawn_twice_is_reported_once() -> None:
    document = read(RawPage().text(50, 100, "Netwerken").text(50.3, 100, "Netwerken").text(50, 120, "Durf"))
    assert outside(document) == ["Netwerken", "Durf"]
    assert [(f.code, f.was) for f in document.findings] == [(Code.TEXT_DRAWN_TWICE, "Netwerken")]


@pytest.mark.parametrize(
    ("white", "expected"),
    [
        (level_char(" ", 15, 50, 5, 10, "F"), "oordeel"),
        (level_char(" ", 14.8, 50, 5, 10, "F"), "oordeel"),
        (level_char(" ", 14.4, 50, 5, 10, "F"), "oordeel"),
        (level_char(" ", 15, 50, 0, 10, "F"), "oordeel"),
    ],
    ids=["under the next letter", "nearly under it", "as kerning", "of no width"],
)
def test_a_space_that_leaves_no_white_is_none(white: Char, expected: str) -> None:
    chars, _ = glyphs_to_chars([*word("oor", 0, 50), white, *word("deel", 15, 50)], 1, "x.pdf")
    assert texts(list(chars)) == [expected]


@pytest.mark.parametrize("left", [0.9, 0.75, -0.5, -0.8])
def test_a_space_that_a_line_was_squeezed_to_is_one(left: float) -> None:
    """The letters on either side may even lie over each other: a program that justifies may take more than there is."""
    squeezed = [*word("in", 0, 50), level_char(" ", 10, 50, 3, 10, "F"), *word("de", 10 + left, 50)]
    chars, _ = glyphs_to_chars(squeezed, 1, "x.pdf")
    assert texts(list(chars)) == ["in de"]


@pytest.mark.parametrize(("white", "expected"), [(1.6, "aan de aan-"), (3.5, "aan de aan -")])
def test_a_hyphen_nearer_to_its_word_than_words_are_to_each_other_belongs_to_it(white: float, expected: str) -> None:
    typed = [level_char(" ", x, 50, 2.5, 10, "F") for x in (15, 28)]
    line = [
        *word("aan", 0, 50),
        typed[0],
        *word("de", 18, 50),
        typed[1],
        *word("aan", 31, 50),
        *word("-", 46 + white, 50),
    ]
    assert texts(line) == [expected]


def test_spaces_drawn_over_letters_are_an_underline() -> None:
    line = [level_char(" ", x, 50, 3, 10, "F") for x in (0, 3, 10.1, 12.5)]
    chars, _ = glyphs_to_chars([*word("oor", 0, 50), *line, *word("deel", 15, 50)], 1, "x.pdf")
    assert texts(list(chars)) == ["oordeel"]


def test_a_space_between_words_is_one_in_whatever_order_they_are_drawn() -> None:
    chars, _ = glyphs_to_chars(
        [*word("deel", 20, 50), level_char(" ", 15, 50, 5, 10, "F"), *word("oor", 0, 50)], 1, "x"
    )
    assert texts(list(chars)) == ["oor deel"]
    assert " " in {c.text for c in chars}


def test_a_letter_that_two_crossing_words_share_is_not_drawn_twice() -> None:
    once, twice = drawn_once(word("kracht", 0, 50) + word("durf", 6, 50))
    assert (len(once), twice) == (10, [])


def test_letters_that_two_crossing_words_share_are_not_drawn_twice() -> None:
    once, twice = drawn_once(word("motivatie", 0, 50) + word("nieuwe", 34.5, 50))
    assert (len(once), twice) == (15, [])


def test_a_letter_that_letter_spaced_words_share_is_not_drawn_twice() -> None:
    once, twice = drawn_once(word("motivatie", 0, 50, gap=2) + word("keuze", 49, 50, gap=2))
    assert (len(once), twice) == (14, [])


def test_a_word_drawn_twice_beside_another_is_known() -> None:
    once, twice = drawn_once(word("een", 0, 50) + word("kracht", 20, 50) + word("kracht", 20.3, 50))
    assert ("".join(c.text for c in once), "".join(c.text for c in twice)) == ("eenkracht", "kracht")


@pytest.mark.parametrize("shift", [0.0, 0.3])
def test_a_word_drawn_piece_by_piece_and_each_twice_is_known(shift: float) -> None:
    pieces = ((10, "advies-/"), (50, "besluiten-/"), (105, "en"))
    drawn = [word(text, x + aside, 50) for x, text in pieces for aside in (0.0, shift)]
    once, twice = drawn_once([c for piece in drawn for c in piece])
    assert "".join(c.text for c in once) == "".join(c.text for c in twice) == "advies-/besluiten-/en"


def test_the_end_of_a_word_on_the_beginning_of_another_is_not_drawn_twice() -> None:
    once, twice = drawn_once(word("voorwaarden", 0, 50) + word("enkele", 45, 50))
    assert (len(once), twice) == (17, [])


def test_double_letters_are_not_drawn_twice() -> None:
    document = read(RawPage().text(50, 100, "Willibrord stelt illegaliteit vast: '' ... !!!", size=6))
    assert outside(document) == ["Willibrord stelt illegaliteit vast: '' ... !!!"]
    assert codes(document) == []


@pytest.mark.parametrize(
    ("font", "raw", "symbols"), [("Symbol", b"\xb7", 1), ("ZapfDingbats", b"l", 1), ("Helvetica", b"\x95", 0)]
)
def test_a_bullet_in_a_symbol_font_is_counted(font: str, raw: bytes, symbols: int) -> None:
    document = read(RawPage().text(50, 100, raw, font=font).text(64, 100, "Luistert goed."))
    (line,) = (block for block in document.blocks if isinstance(block, Line))
    assert (line.symbols, line.pictured) == (symbols, False)
    assert line.text[1:] == " Luistert goed."


@pytest.mark.parametrize(("font", "pictured"), [("Symbol", True), ("ZapfDingbats", True), ("Helvetica", False)])
def test_a_sign_of_a_symbol_font_after_text_is_told(font: str, pictured: bool) -> None:
    document = read(RawPage().text(50, 100, "Zelfre").text(79, 100, "n", font=font).text(86, 100, "ectie"))
    (line,) = (block for block in document.blocks if isinstance(block, Line))
    assert line.pictured is pictured


@pytest.mark.parametrize("code", [b"\x7f", b"\x81", b"\x95"])
def test_the_unused_codes_of_the_usual_encoding_are_bullets(code: bytes) -> None:
    assert outside(read(RawPage().text(50, 100, code).text(64, 100, "Luistert"))) == ["• Luistert"]


#: What is drawn, and what is read: where a font tells hyphens apart, a soft one is soft.
HYPHENS = [
    ([(50, "voor\u00ad en nadelen")], "voor- en nadelen"),
    ([(50, "be\u00adsef in de wij-vorm")], "be\u00adsef in de wij-vorm"),
]


@pytest.mark.parametrize(("drawn", "expected"), HYPHENS)
def test_a_soft_hyphen_that_is_the_fonts_only_hyphen_is_one(drawn: list[tuple[float, str]], expected: str) -> None:
    chars = [c for x, text in drawn for c in word(text, x, 50)]
    kept, _ = glyphs_to_chars(chars, 1, "proef.pdf")
    assert chars_to_text(kept) == expected


def test_a_soft_hyphen_in_the_text_of_a_letter_is_none() -> None:
    """Some programs give every ``f`` of a font the text of the first, which a soft hyphen followed."""
    chars, _ = glyphs_to_chars(
        [level_char(t, 50 + 5 * i, 50, 5, 10, "F") for i, t in enumerate(["a", "f\u00ad"])], 1, "x"
    )
    assert texts(list(chars)) == ["af"]


def test_text_over_other_text_is_reported() -> None:
    document = read(RawPage().text(50, 100, "Verbindend").text(52.5, 100, "Doortastend").text(50, 130, "Durf"))
    assert codes(document) == [Code.TEXT_OVERLAPS]
    assert sorted(outside(document)[0]) == sorted("VerbindendDoortastend")


@pytest.mark.parametrize(
    ("x", "text", "told"),
    [(91.0, "afspraken", []), (90.0, "afspraken", []), (87.4, "afspraken", ["(ontwikkela)"]), (9.0, "elders", [])],
    ids=["beside", "close", "before the letter before it", "further back"],
)
def test_a_letter_that_changed_places_with_the_one_before_it_is_told(x: float, text: str, told: list[str]) -> None:
    """The bracket, 3.3 points wide, stands from 87.6 onwards, as a font says that tells its widths wrong."""
    page = RawPage().text(43.1, 100, "(ontwikkel").text(87.6, 100, ")").text(x, 100, text)
    document = read(page.text(43.1, 120, "een tweede regel"))
    assert [f.was for f in document.findings if f.code is Code.TEXT_OVERLAPS] == told


@pytest.mark.parametrize(
    ("name", "symbols"),
    [
        ("ABCDEF+Wingdings-Regular", True),
        ("SymbolMT", True),
        ("BAAAAA+OpenSymbol", True),
        ("ZapfDingbats", True),
        ("SegoeUISymbol", False),
        ("ABCDEF+Arial-BoldMT", False),
    ],
)
def test_symbol_fonts_are_known_by_name(name: str, symbols: bool) -> None:
    assert is_symbol_font(name) is symbols


def test_raised_and_letter_spaced_type_from_a_file() -> None:
    page = RawPage().text(50, 100, "10 m").text(69, 100, "2", size=6, rise=4).text(76, 100, "per dag")
    page.text(50, 130, "KERNCOMPETENTIE", spacing=3)
    assert outside(read(page)) == ["10 m2 per dag", "KERNCOMPETENTIE"]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text("abcdefghijk éëïü.,-’", min_size=1, max_size=30), min_size=1, max_size=8))
def test_every_character_of_a_file_is_delivered(lines: list[str]) -> None:
    page = RawPage()
    for i, text in enumerate(lines):
        page.text(50, 60 + 14 * i, text)
    document = read(page.text(50, 800, "einde"))
    assert printed_characters("".join(outside(document))) == printed_characters("".join([*lines, "einde"]))
