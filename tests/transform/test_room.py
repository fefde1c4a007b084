"""A word cut in two at a line end without a hyphen; the page only hints at it.

verantwoordelijkheidsver      the renderer cut the word where its column ends,
delingssom van anderen        alone on its line or after other words
"""

from __future__ import annotations

from collections.abc import Container
from itertools import pairwise
from typing import Any

import pytest
from msgspec.structs import replace

from tests.documents import ADVANCE, WIDTH, printed, strand
from transform.clean import Clean, Field, clean
from transform.findings import Code, Severity
from transform.line_ends import NO_HABITS, Habits, LineEnd, words_at_full_ends
from transform.word_forms import is_last_piece
from transform.words import Words

LONG = "beleidsterreinen/vakgebiedenverkenning"
CUT = f"de\n{LONG[:WIDTH]}\n{LONG[WIDTH:]} van anderen"
WHOLE = "verantwoordelijkheidsverdelingssom"


def result_of(text: str, elsewhere: str = "", habits: Habits = NO_HABITS, word_list: Container[str] = ()) -> Clean:
    """The text cleaned as that of a document which says nothing more than it and ``elsewhere``."""
    lines = printed(text)
    pieces = words_at_full_ends(LineEnd(*pair) for pair in pairwise(lines))
    words = Words([*text.split("\n"), elsewhere], pieces=pieces, habits=habits, word_list=word_list)
    whole = strand(lines)
    return clean(whole, 0, len(whole.text), Field("Durf", "description"), words)


def cleaned(text: str, **known: Any) -> tuple[str, list[Code]]:
    """The same where a person is asked about all that is reported: the text and the codes."""
    result = result_of(text, **known)
    assert all(finding.severity is Severity.WARNING for finding in result.findings)
    return result.text, [finding.code for finding in result.findings]


def test_a_word_cut_by_its_column_is_whole_again_and_asks_a_person() -> None:
    assert cleaned(CUT) == (f"de {LONG} van anderen", [Code.WORD_CUT])


@pytest.mark.parametrize("end", ["nd", "id"])
@pytest.mark.parametrize(("field", "joined"), [("core_competence", True), ("name", True), ("description", False)])
def test_in_a_name_the_end_of_a_word_that_is_no_word_belongs_to_it_though_it_may_have_had_room(
    field: str, joined: bool, end: str
) -> None:
    word = WHOLE[: WIDTH - 2]
    whole = strand(printed(f"{word}\n{end}"))
    text = clean(whole, 0, len(whole.text), Field("Durf", field), Words([word, end])).text
    assert text == (f"{word}{end}" if joined else f"{word} {end}")


@pytest.mark.parametrize(
    ("room", "field", "asked"), [(5.5, "name", True), (5.5, "description", False), (6.5, "name", False)]
)
def test_in_a_name_a_word_may_have_been_cut_though_a_hair_more_was_free(room: float, field: str, asked: bool) -> None:
    before, after = printed(f"{WHOLE[:-1]}\nsommenlijst")
    whole = strand((replace(before, room=room), after))
    words = Words([], habits=Habits(cuts_long_words=True))
    found = clean(whole, 0, len(whole.text), Field("Durf", field), words).findings
    assert any(finding.severity is Severity.WARNING for finding in found) is asked


def test_in_a_name_two_letters_that_are_no_word_end_one_that_had_room_on_a_line_of_its_own() -> None:
    whole = strand(printed(f"{'Samenbindend leidersch'.rjust(WIDTH)}\nap"))
    found = clean(whole, 0, len(whole.text), Field("Durf", "name"), Words([]))
    assert (found.text, [f.code for f in found.findings]) == ("Samenbindend leiderschap", [Code.WORD_CUT])


@pytest.mark.parametrize(
    ("last", "name"), [("lyse", "Probleemanalyse"), (WHOLE, f"Probleemana - {WHOLE}")], ids=["room", "no room"]
)
def test_a_hyphen_alone_on_its_line_ends_the_word_above_unless_the_next_word_did_not_fit_beside_it(
    last: str, name: str
) -> None:
    whole = strand(printed(f"Probleemana\n-\n{last}"))
    words = Words(["Probleemanalyse"])
    assert clean(whole, 0, len(whole.text), Field("Probleemanalyse", "name"), words).text == name


def test_a_word_that_fills_its_line_before_a_little_word_is_whole_but_asks() -> None:
    assert len(WHOLE) == WIDTH
    assert cleaned(f"de\n{WHOLE}\nen meer") == (f"de {WHOLE} en meer", [Code.WORD_UNSURE])


def test_the_document_knows_better_than_a_little_word() -> None:
    text, codes = cleaned(f"de\n{WHOLE}\nen meer", elsewhere=f"alle {WHOLE}en")
    assert (text, codes) == (f"de {WHOLE}en meer", [Code.WORD_CUT])


@pytest.mark.parametrize(
    "text", ["een kort\nwoord", f"de {WHOLE[:-8]}\nwoorden", f"{WHOLE}\nAnderen", f"{WHOLE[:-1]}.\nzo"]
)
def test_other_line_ends_are_spaces(text: str) -> None:
    assert cleaned(text) == (text.replace("\n", " "), [])


#: Words too long for a line, with all that may stand within a word.
TOO_LONG = [
    "verantwoordelijkheidsverdelingssommen",
    "productie-/beleids-/adviesprocesbewaking",
    "(ontwikkel)afspraken(overzicht)verdeling",
    "AFSPRAKEN/VERANTWOORDELIJKHEIDSVERDELING",
    "beleid2020verantwoordelijkheidsverdeling",
    "bijeenkomst’s-verantwoordelijkheidslasten",
]


@pytest.mark.parametrize(("word", "at"), [(word, at) for word in TOO_LONG for at in range(1, WIDTH - 1)])
def test_wherever_a_long_word_is_cut_amid_others_it_is_whole_or_a_person_is_asked(word: str, at: int) -> None:
    before = "x" * (WIDTH - at - 1)
    result = result_of(f"{before} {word[:at]}\n{word[at:]} van anderen")
    asked = any(finding.severity is Severity.WARNING for finding in result.findings)
    assert asked or result.text == f"{before} {word} van anderen"


def test_behind_another_word_no_column_cuts_words_that_breaks_them_with_a_hyphen() -> None:
    limit = round(WIDTH * ADVANCE)
    text = f"zijn rol bij {TOO_LONG[0][:21]}\n{TOO_LONG[0][21:]} van anderen"
    assert cleaned(text, habits=Habits(hyphenating=frozenset({limit}))) == (text.replace("\n", " "), [])
    assert cleaned(CUT, habits=Habits(hyphenating=frozenset({limit}))) == (f"de {LONG} van anderen", [Code.WORD_CUT])


def test_a_word_that_had_room_is_whole_where_the_document_has_it_and_not_its_end_alone() -> None:
    first, hyphenating = f"{'zorg voor de kwa':>{WIDTH}}".replace("  ", "x "), frozenset({round(WIDTH * ADVANCE)})
    for habits in (NO_HABITS, Habits(hyphenating=hyphenating)):
        known = {"habits": habits, "elsewhere": "met hoge kwaliteit of tegenstanders en standers"}
        assert cleaned(f"{first}\nliteit", **known) == (f"{first.strip()}liteit", [Code.WORD_CUT])
        whole = f"{'zorg voor en tegen'.rjust(WIDTH, 'x')}\nstanders"
        assert cleaned(whole, **known) == (whole.replace("\n", " "), [])


def test_a_long_word_that_was_cut_amid_others_is_whole_again() -> None:
    text, codes = cleaned(f"zijn rol bij {TOO_LONG[0][:21]}\n{TOO_LONG[0][21:]} van anderen")
    assert (text, codes) == (f"zijn rol bij {TOO_LONG[0]} van anderen", [Code.WORD_CUT])


def test_two_long_words_that_have_no_room_together_are_one_only_in_a_document_that_cuts_words() -> None:
    first, last = "met beoordelingsgesprekkendocument", "ontwikkelafspraken"
    assert cleaned(f"{first}\n{last}") == (f"{first} {last}", [Code.WORD_UNSURE])
    assert cleaned(f"{first}\n{last}", habits=Habits(cuts_long_words=True)) == (first + last, [Code.WORD_CUT])


@pytest.mark.parametrize(
    ("rest", "is_name", "expected"),
    [
        ("en", True, Code.WORD_CUT),
        ("zijn", True, Code.WORD_CUT),
        ("en meer", True, Code.WORD_UNSURE),
        ("en", False, Code.WORD_UNSURE),
    ],
    ids=["the end of a name", "a little word behind a long one", "within a name", "the end of a text"],
)
def test_no_name_ends_in_a_word_that_joins(rest: str, is_name: bool, expected: Code) -> None:
    first = "zelfstandig".rjust(WIDTH, "x")
    lines = printed(f"{first}\n{rest}")
    field = Field("Durf", "name" if is_name else "indicator")
    whole = strand(lines)
    found = clean(whole, 0, len(whole.text), field, Words([]))
    assert expected in [finding.code for finding in found.findings]


#: A program that cuts where the line is full, and one that does not: only the habit is unlike.
CUT_ANYWHERE = ("de samenhang tussen alle verantwoo", "rdelijkheden")


def test_in_a_document_that_cuts_its_words_every_full_line_is_doubted() -> None:
    text = "\n".join(CUT_ANYWHERE)
    assert cleaned(text) == (" ".join(CUT_ANYWHERE), [])
    assert cleaned(text, habits=Habits(cuts_words=True)) == ("".join(CUT_ANYWHERE), [Code.WORD_CUT])


def test_a_word_of_its_own_in_such_a_document_stays_one_and_a_person_is_asked() -> None:
    whole = f"de {WHOLE[:-3]}\nvan anderen"
    assert cleaned(whole, habits=Habits(cuts_words=True)) == (whole.replace("\n", " "), [Code.WORD_UNSURE])


@pytest.mark.parametrize("word", ["nog", "samen", "wordt"])
def test_a_word_that_hardly_ends_a_longer_one_stays_one_in_such_a_document(word: str) -> None:
    text = f"{'van de oplossingen'.rjust(WIDTH, 'x')}\n{word} verder"
    assert cleaned(text, habits=Habits(cuts_words=True)) == (text.replace("\n", " "), [Code.WORD_UNSURE])


def test_the_word_list_knows_a_word_cut_where_it_had_room() -> None:
    known = frozenset({"verantwoordelijkheden", "samen", "hang", "samenhang"})
    assert cleaned("\n".join(CUT_ANYWHERE), word_list=known) == ("".join(CUT_ANYWHERE), [Code.WORD_CUT])
    two_words = "dat zij met elkaar en velen samen\nhang"
    assert cleaned(two_words, word_list=known)[0] == two_words.replace("\n", " ")


@pytest.mark.parametrize(
    ("first", "last"),
    [("een vermogen van", "½ tot 2 kW"), ("leest artikel", "3 voor"), ("een hoogte van 3,5", "m"), ("een", "p-waarde")],
)
def test_a_figure_or_a_letter_before_a_hyphen_is_no_end_of_a_word(first: str, last: str) -> None:
    text = f"{('xx ' * WIDTH + first)[-WIDTH:].strip()}\n{last}"
    assert cleaned(text) == (text.replace("\n", " "), [])
    assert cleaned(text, habits=Habits(cuts_words=True)) == (text.replace("\n", " "), [Code.WORD_UNSURE])


@pytest.mark.parametrize(
    ("last", "joined"), [("(intergemeentelijke)", False), ("(s)", True), ("(en)", True), ("(boven)gemeentelijk", False)]
)
def test_a_bracket_after_a_long_word_is_its_ending_only_if_it_is_short(last: str, joined: bool) -> None:
    first = "samenwerkingsverbanden".rjust(WIDTH, "x")
    text, codes = cleaned(f"{first}\n{last}")
    assert text == first + (last if joined else f" {last}")
    assert codes == [Code.WORD_CUT if joined else Code.WORD_UNSURE]


def test_a_little_word_after_a_bracket_is_one() -> None:
    first = "x(verantwoordelijkheidsverdeling)"
    assert cleaned(f"{first}\nen") == (f"{first} en", [Code.WORD_UNSURE])


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("meldt op https://|balie.|gemeente.|nl/meldingen/|nieuw als", Code.WORD_CUT),
        ("meldt op www.|gemeente.nl", Code.WORD_CUT),
        ("meldt op www.gemeente|.nl/balie?|soort=|nieuw", Code.WORD_CUT),
        ("mailt naar balie@|gemeente.|nl en", Code.WORD_CUT),
        ("zie https://gemeente.nl/\nen verder", Code.WORD_UNSURE),
        ("mailt naar jan.\njansen@gemeente.nl", Code.WORD_UNSURE),
        ("kijkt op www.gemeente.nl.\nDaarna", None),
        ("kijkt op www.gemeente.nl\nen verder", None),
        ("kijkt op www.gemeente.nl:\nelke dag", None),
    ],
)
def test_an_address_goes_on_where_its_signs_say_so(text: str, code: Code | None) -> None:
    result, codes = cleaned(text.replace("|", "\n"))
    assert result == text.replace("|", "").replace("\n", " ")
    assert set(codes) == ({code} if code else set())


@pytest.mark.parametrize(
    ("first", "last", "joined"),
    [
        ("Ruimtelijk-analytisch", "vermogensbeheer", False),
        ("-geïmproviseerd", "optredensplan", False),
        ("-conceptuele", "flexibiliteit-in-denken", False),
        ("-sociale", "vaardigheden-en-inleven", False),
        ("-gemotiveerd", "heidsbesef-ontwikkeling", True),
        ("Verantwoordelijk", "heidsbesef-ontwikkeling", True),
        ("Griffiemedewer", "ker", True),
        ("Ondernemer", "schap", True),
        ("SAMENWERKEN", "MET ANDEREN", False),
        ("LEIDINGGEV", "EN", True),
        ("Doorzettingsvermog", "en/vasthoudendheid", True),
        ("Aanpassingsver", "mogensgroei", True),
        ("Overtuigen &", "presenterend-onderhandelingen-leiden", False),
    ],
)
def test_the_form_of_two_pieces_of_a_name_tells_whether_they_are_one_word(first: str, last: str, joined: bool) -> None:
    whole = strand(printed(f"{first.rjust(WIDTH, 'X' if first.isupper() else 'x')}\n{last}"))
    habits = Habits(cuts_long_words=True)
    text = clean(whole, 0, len(whole.text), Field("Durf", "name"), Words([], habits=habits)).text
    assert text.endswith(first + ("" if joined else " ") + last)


#: Text with so many ways to begin and end a word that it tells pieces of words by what it does not have.
MUCH_TEXT = " ".join(
    f"{first}{middle}{last}" for first in ("wer", "lei", "onder") for middle in range(100) for last in ("tig", "ende")
)


@pytest.mark.parametrize(
    ("first", "last", "text", "expected"),
    [
        ("informatiebew", "ustzijn", MUCH_TEXT, 0),
        ("krachtig", "ustzijn", MUCH_TEXT, 1),
        ("informatiebew", "leiderschap", MUCH_TEXT, 1),
        ("Krachtig", "werken", MUCH_TEXT, 2),
        ("informatiebew", "ustzijn", "werken", None),
    ],
)
def test_pieces_that_begin_or_end_like_no_word_are_no_words(
    first: str, last: str, text: str, expected: int | None
) -> None:
    assert Words([text]).sides_like_words(first, last) == expected


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("Coördinatiever", "mogen", True),
        ("Kostenbewust", "zijn", True),
        ("Procesmatig", "werken", False),
        ("Coördinatiever", "mo", False),  # of too few letters
        ("er", "mogen", False),
    ],
)
def test_a_word_elsewhere_shows_that_letters_go_on(first: str, last: str, expected: bool) -> None:
    assert Words(["het bewustzijn"], names=["Leervermogen"]).go_on_alike(first, last) is expected


def test_a_word_that_goes_on_as_another_does_is_whole_again_though_both_its_halves_stand_by_themselves() -> None:
    start = "a" * (WIDTH - 6) + "bewust"
    apart = f"{MUCH_TEXT} {start} zij zijn"
    assert cleaned(f"{start}\nzijn", elsewhere=apart) == (f"{start} zijn", [Code.WORD_UNSURE])
    assert cleaned(f"{start}\nzijn", elsewhere=f"{apart} van haar kostenbewustzijn")[0] == f"{start}zijn"


@pytest.mark.parametrize(("field", "joined"), [("name", True), ("description", False)])
def test_a_name_ends_in_a_capacity_rather_than_in_what_may_be_done(field: str, joined: bool) -> None:
    whole = strand(printed(f"{'Coördinatiever':->{WIDTH}}\nmogen"))
    result = clean(whole, 0, len(whole.text), Field("Durf", field), Words(["Ook hij mag."]))
    assert result.text.endswith("Coördinatievermogen" if joined else "Coördinatiever mogen")
    assert [finding.code for finding in result.findings] == [Code.WORD_CUT if joined else Code.WORD_UNSURE]


@pytest.mark.parametrize(
    ("piece", "is_piece"), [("ef", True), ("ht", True), ("en", False), ("zo", False), ("kg", False)]
)
def test_a_piece_that_can_only_end_a_word(piece: str, is_piece: bool) -> None:
    assert is_last_piece(piece) is is_piece


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Coördinatievermoge\nn", "Coördinatievermogen"), ("Plan\nB", "Plan B"), ("Zicht op\nx en y", "Zicht op x en y")],
)
def test_a_name_does_not_end_in_a_line_of_one_small_letter(text: str, expected: str) -> None:
    whole = strand(printed(text))
    result = clean(whole, 0, len(whole.text), Field("Durf", "name"), Words([text]))
    assert result.text == expected
    assert (Code.WORD_CUT in [finding.code for finding in result.findings]) is (" " not in expected)


@pytest.mark.parametrize(("text", "expected"), [("K\na\nl\nm", "Kalm"), ("A\nB", "A B"), ("x\ny\nz1", "x y z1")])
def test_a_name_set_letter_under_letter_is_a_word(text: str, expected: str) -> None:
    whole = strand(printed(text))
    assert clean(whole, 0, len(whole.text), Field("Durf", "core_competence"), Words([text])).text == expected
