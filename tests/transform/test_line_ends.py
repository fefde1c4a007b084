"""What the line ends of a document give away of the program that laid it out."""

from __future__ import annotations

import textwrap

import pytest
from msgspec.structs import replace

from tests.documents import ADVANCE, WIDTH, document, printed, table
from transform.document import Line
from transform.line_ends import HYPHENATES, Habits, LineEnd, document_to_line_ends, line_ends_to_habits
from transform.room import limit_of
from transform.word_forms import is_first_piece, is_last_piece

TEXT = """
Maakt bespreekbaar wat de samenwerking belemmert en stelt grenzen waar dat nodig is. Weegt de verschillende belangen
af en onderbouwt beslissingen met feiten en argumenten. Brengt betrokkenen bijeen, vraagt door bij tegenstrijdige
verwachtingen en zorgt dat afspraken worden vastgelegd en nagekomen. Signaleert ontwikkelingen in de omgeving van
het organisatieonderdeel en vertaalt die naar verbeteringen in de dienstverlening. Spreekt anderen aan op ongewenst
gedrag, ook wanneer dat weerstand oproept, en blijft daarbij vriendelijk en zakelijk. Houdt overzicht over lopende
trajecten, stuurt tijdig bij en informeert opdrachtgevers over de voortgang en over onverwachte omstandigheden.
"""
WRAPPED = textwrap.fill(" ".join(TEXT.split()), WIDTH)


def cut_anywhere(text: str) -> str:
    """Every line full to its last character."""
    rest, lines = " ".join(text.split()), []
    while rest:
        lines.append(rest[:WIDTH].rstrip())
        rest = rest[WIDTH:].lstrip()
    return "\n".join(lines)


def ends_of(drawing: str) -> list[LineEnd]:
    return list(document_to_line_ends(document(table(("Durf", "Verbindend", drawing)))))


def test_a_document_that_cuts_its_words_is_known_by_the_pieces() -> None:
    habits = line_ends_to_habits(ends_of(cut_anywhere(TEXT)))
    assert habits.cuts_words
    assert not habits.cuts_long_words


@pytest.mark.parametrize(("cut", "told"), [(4, True), (3, False)])
def test_a_column_that_cuts_its_words_among_others_that_do_not(cut: int, told: bool) -> None:
    pairs = [(f"{'Het gesprek met allen ':e<{WIDTH - 2}} {letter}", "ewaren") for letter in "bhfk"[:cut]]
    narrow = [LineEnd(*printed("\n".join(pair), left=600.0)) for pair in pairs]
    habits = line_ends_to_habits([*ends_of(WRAPPED), *narrow])
    assert not habits.cuts_words
    assert habits.cuts(narrow[0].before) is told
    assert not habits.cuts(ends_of(WRAPPED)[0].before)


def test_a_document_that_wraps_its_words_has_no_such_habit() -> None:
    assert line_ends_to_habits(ends_of(WRAPPED)) == Habits(free=line_ends_to_habits(ends_of(WRAPPED)).free)


def test_an_author_who_loves_abbreviations_is_no_program_that_cuts() -> None:
    lines = ["de vmbo en hbo met mbo en lbo vwo", "mbo of hbo en vmbo of lbo met vwo,"]
    text = "\n".join(f"{line:<{WIDTH - 1}}n" if len(line) < WIDTH - 1 else line for line in lines * 10)
    habits = line_ends_to_habits(ends_of(text))
    assert not habits.cuts_words
    assert not habits.cutting


def test_a_word_that_had_no_room_in_its_column_is_another_habit() -> None:
    word = "verantwoordelijkheidsverdelingsbesluitvorming"
    habits = line_ends_to_habits(ends_of(f"{word[:WIDTH]}\n{word[WIDTH:]}\nhun {word[:30]}\n{word[30:]}"))
    assert (habits.cuts_words, habits.cuts_long_words) == (False, True)


#: Lines of one column → whether a program ends them within a word, wherever they are full.
COLUMNS = [
    (["een twee drie vier vijf organis", "eren van alle", "zes zeven acht negen tien anderen", "uitv"], False),
    ([f"{'x' * (WIDTH - 1)}", "kend", f"{'y' * WIDTH}", "melden", f"{'z' * WIDTH}", "delen"], True),
    ([f"{'x' * WIDTH}", "kend", f"{'y' * WIDTH}", "melden", f"{'z' * WIDTH}", "delen"], False),
    ([f"{'x' * (WIDTH - 1)}", "kend", f"{'y' * WIDTH}", "melden"], False),
    ([f"zijn {'verantwoordelijkheidsverdelingsbewus'[5 - WIDTH :]}", "ngsverdeling"], True),
    (["verantwoordelijkheidsverdelingsbewus"[:WIDTH], "ngsverdeling"], False),
]


@pytest.mark.parametrize(
    ("lines", "expected"),
    COLUMNS,
    ids=["ragged", "all full", "flush", "too few", "behind a word", "a word that did not fit"],
)
def test_a_column_whose_lines_end_within_words(lines: list[str], expected: bool) -> None:
    cells = [("Durf", "Verbindend", "\n".join(lines[i : i + 2])) for i in range(0, len(lines), 2)]
    ends = list(document_to_line_ends(document(table(*cells))))
    assert line_ends_to_habits(ends).cuts(ends[0].before) is expected


BROKEN = "de verant-\nwoordelijkheid voor de besluit-\nvorming en de uitge-\nvoerde maatregelen"


def test_a_document_that_breaks_words_with_a_hyphen_does_so_more_than_once() -> None:
    assert not line_ends_to_habits(ends_of(BROKEN)).breaks_words
    known = frozenset({"verantwoordelijkheid", "besluitvorming", "vorming", "uitgevoerde"})
    assert line_ends_to_habits(ends_of(BROKEN), known).breaks_words


#: Hyphens that surely break a word, and compounds that end a line with their own.
SURELY = ["uitge-\nvoerde", "ont-\nwikkelen", "verga-\ndering", "be-\nsluiten"]
COMPOUNDS = [f"{letter}laag-\ndrempelig" for letter in "abcdefghijklmnopqrstuvwxyz"]


@pytest.mark.parametrize(
    ("broken", "compounds", "expected"), [(2, 0, False), (3, 0, True), (3, 21, True), (3, 22, False), (4, 22, True)]
)
def test_a_document_that_breaks_its_words_as_a_rule(broken: int, compounds: int, expected: bool) -> None:
    lines = "\n".join(["de", *SURELY[:broken], *COMPOUNDS[:compounds]])
    assert line_ends_to_habits(ends_of(lines)).hyphenates is expected


def test_a_column_that_breaks_words_with_a_hyphen_cuts_none() -> None:
    full = ["x" * (WIDTH - 1), "kend", "y" * WIDTH, "melden", "z" * WIDTH, "delen"]
    cells = [("Durf", "Verbindend", "\n".join(full[i : i + 2])) for i in range(0, len(full), 2)]
    broken = [("Lef", "Kalm", text) for text in SURELY[:HYPHENATES]]
    for rows, cuts in ((cells, True), ([*cells, *broken], False)):
        ends = list(document_to_line_ends(document(table(*rows))))
        habits = line_ends_to_habits(ends)
        assert (habits.cuts(ends[0].before), habits.hyphenates_here(ends[0].before)) == (cuts, not cuts)


def test_stops_that_hang_out_over_the_edge_make_no_ragged_column() -> None:
    lines = ["x" * (WIDTH - 1), "kend", "y" * (WIDTH - 1) + ".", "melden", "z" * (WIDTH - 1), "delen"]
    cells = [("Durf", "Verbindend", "\n".join(lines[i : i + 2])) for i in range(0, len(lines), 2)]
    ends = list(document_to_line_ends(document(table(*cells))))
    assert not line_ends_to_habits(ends).cuts(ends[0].before)


def test_what_no_line_of_a_column_fills_is_no_room() -> None:
    full, short = "x" * (WIDTH - 2), [f"{letter:x<{WIDTH - 9}}" for letter in "abcdefghijkl"]
    ends = ends_of("\n".join([full, *short]))
    assert line_ends_to_habits(ends).slack(ends[0].before) == 2 * ADVANCE
    assert line_ends_to_habits(ends[1:]).slack(ends[0].before) == 0.0  # a column of short lines has room
    same = ends_of("\n".join([full] * 12))
    assert line_ends_to_habits(same).slack(same[0].before) == 0.0  # one line again and again tells nothing


def test_a_line_without_a_place_has_no_limit() -> None:
    (line,) = printed("tekst")
    assert limit_of(line) == WIDTH * ADVANCE
    assert limit_of(replace(line, room=None)) is None
    assert Habits(free={0: 1.0}).slack(Line(text="tekst", origin=line.origin)) == 0.0


@pytest.mark.parametrize("piece", ["ngsbewustzijn", "rdelijk", "ht", "t", "ndigheid", "lding", "heid"])
def test_no_word_begins_so(piece: str) -> None:
    assert is_last_piece(piece)


@pytest.mark.parametrize("piece", ["besluitv", "tegenspr", "ontwikk", "afspr", "werkg"])
def test_no_word_ends_so(piece: str) -> None:
    assert is_first_piece(piece)


@pytest.mark.parametrize("word", ["schrift", "ernst", "tjilpt", "angst", "kwaad", "en", "zo", "km", "naar", "psalm"])
def test_a_word_is_no_piece(word: str) -> None:
    assert not is_first_piece(word)
    assert not is_last_piece(word)


@pytest.mark.parametrize(("further", "told"), [(0.8, 8.0), (1.2, 0.0)])
def test_what_a_column_of_few_lines_leaves_free_is_told_on_other_pages(further: float, told: float) -> None:
    """Where only white space shows a column, its edge is another on each page: here so many type sizes further."""
    names = printed("\n".join(f"{letter * (WIDTH - 2)} ae\nhandelen" for letter in "bcdfghklmnpq"))
    ends = [LineEnd(*names[i : i + 2]) for i in range(0, len(names), 2)]
    few = [LineEnd(replace(end.before, room=10.0 * further), end.after) for end in ends[:2]]
    assert line_ends_to_habits([*ends, *few]).slack(few[0].before) == pytest.approx(told)
