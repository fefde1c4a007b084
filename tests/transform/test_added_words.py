"""Words before or behind a text that may be no part of it are kept, and told."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from msgspec.structs import replace

from catalogus import document_to_reading
from tests.documents import HEADER, document, printed, table, typed
from transform.added_words import added_words, begun_line, smaller_line
from transform.document import Line
from transform.findings import Code, Finding, Severity
from transform.place import Box, PagePlace

BOX = Box(0.0, 0.0, 0.0, 0.0)
NAMES = ["Durf", "Moed", "Klantgericht leiderschap", "Zorg voor kwaliteit", "Integer leiderschap", "Netwerken"]


def told_in(texts: Sequence[str], field: str = "name") -> dict[int, str]:
    return {
        added.competence: added.words for added in added_words([[text] for text in texts], field, [""] * len(texts))
    }


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Durf NIEUW", "NIEUW"),
        ("NIEUW Durf", "NIEUW"),
        ("Durf (nieuw)", "(nieuw)"),
        ("[Gewijzigd] Durf", "[Gewijzigd]"),
        ("Durf gewijzigd", "gewijzigd"),
        ("Nieuw! Durf", "Nieuw!"),
        ("Nieuw leiderschap", ""),
        ("Vernieuwend", ""),
        ("Nieuw", ""),
        ("Denken over het nieuwe werken", ""),
    ],
)
def test_a_word_that_says_what_became_of_a_name(name: str, told: str) -> None:
    assert told_in([*NAMES, name]) == ({len(NAMES): told} if told else {})


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Neemt besluiten. NIEUW", "NIEUW"),
        ("Neemt besluiten. Gewijzigd", "Gewijzigd"),
        ("GEWIJZIGD: Neemt besluiten.", "GEWIJZIGD:"),
        ("Stelt zich open voor wat nieuw", ""),
        ("Ziet wat is gewijzigd.", ""),
        ("Nieuwe ideeën neemt hij over.", ""),
    ],
)
def test_a_word_that_says_what_became_of_a_sentence(text: str, told: str) -> None:
    assert told_in([text], "description") == ({0: told} if told else {})


@pytest.mark.parametrize(
    ("name", "told"),
    [
        *(("Durf Zie de toelichting.", "Zie de toelichting."), ("Durf:", ":"), ("Durf?", "?"), ("Durf/", "/")),
        *(("Raad van State", ""), ("Kent art. 3", "")),
    ],
)
def test_a_sentence_or_mark_behind_a_name_is_told(name: str, told: str) -> None:
    assert told_in([*NAMES, name]) == ({len(NAMES): told} if told else {})


@pytest.mark.parametrize(
    ("name", "told"),
    [("Durf (zie ook bijlage 2)", "(zie ook bijlage 2)"), ("Durf [vgl. Lef]", "[vgl. Lef]"), ("Durf (basis)", "")],
)
def test_a_reference_behind_a_name_is_told(name: str, told: str) -> None:
    assert told_in([*NAMES, name]) == ({len(NAMES): told} if told else {})


@pytest.mark.parametrize(
    ("name", "told"),
    [
        *(
            ("– Durf", "–"),
            ("+ Durf", "+"),
            ("4. Durf", "4."),
            ("d) Durf", "d)"),
            ("[Durf]", "[Durf]"),
            ("“Durf”", ""),
        ),
        *(("’s Lands wijs", ""), ("(Mede) bepalen", ""), ("3D-ontwerp", ""), ("“Ja” zeggen", "")),
    ],
)
def test_what_stands_before_or_around_a_single_name_is_told(name: str, told: str) -> None:
    assert told_in([*NAMES, name]) == ({len(NAMES): told} if told else {})


@pytest.mark.parametrize(
    ("text", "told"),
    [
        *(("- Vraagt door.", "-"), ("• Luistert.", "•"), ("-vrij werken", ""), ("> € 10 mln", "")),
        *(("1. Vraagt door.", "1."), ("b) Luistert.", "b)"), ("1. lid wordt.", ""), ("3 keer Vragen", "")),
    ],
)
def test_a_bullet_that_is_left_before_an_indicator_is_told(text: str, told: str) -> None:
    assert told_in(["Luistert.", text], "indicator") == ({1: told} if told else {})


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Houdt in: • Durft. • Kan.", "•"),
        ("Houdt in: · durft.", "·"),
        ("Houdt in: - Durft.", "-"),
        ("Maakt – zonder dwang – ruimte: durft.", ""),
        ("Kent A·B.", ""),
    ],
)
def test_a_list_that_was_typed_into_a_description_is_told(text: str, told: str) -> None:
    assert told_in(["Luistert.", text], "description") == ({1: told} if told else {})


@pytest.mark.parametrize("field", ["name", "core_competence", "description", "indicator"])
@pytest.mark.parametrize(
    ("text", "told"),
    [
        *((t, True) for t in ("n.v.t.", "[beschrijving volgt]", "Volgt nog.", "PM", "-", "…", "(nader in te vullen)")),
        *((t, False) for t in ("Geen angst tonen", "Luistert en volgt op", "Volgt anderen")),
    ],
)
def test_what_stands_where_there_is_no_text_is_told(text: str, field: str, *, told: bool) -> None:
    assert told_in([text], field) == ({0: text} if told else {})


def test_words_behind_most_names_are_told_and_what_some_names_share_is_not() -> None:
    assert told_in(NAMES) == {}
    linked = [f"{name} Terug naar boven" for name in NAMES]
    assert told_in(linked) == dict.fromkeys(range(6), "Terug naar boven")
    assert told_in([f"{name} Top" for name in NAMES[:4]] + NAMES[4:]) == dict.fromkeys(range(4), "Top")


def test_quotation_marks_around_all_names_are_told_and_around_some_are_not() -> None:
    quoted = [f"“{name}”" for name in NAMES]
    assert told_in(quoted) == told_in(quoted, "description") == dict(enumerate(quoted))
    assert told_in(quoted, "indicator") == {}
    assert told_in([*quoted, "Durf"]) == {}


def test_the_finding_names_the_competence_and_the_field() -> None:
    rows = [(f"{name} Top", "Moedig", f"Gaat op {name}. Lees meer\nIndicatoren:\n- Neemt {name}.") for name in NAMES]
    found = document_to_reading(document("Bijlage", "Catalogus", table(HEADER, *rows))).findings
    told = [(f.competence, f.field, f.was) for f in found if f.code is Code.ADDED_WORDS]
    expected = [
        (f"{n} Top", field, was) for n in NAMES for field, was in (("name", "Top"), ("description", "Lees meer"))
    ]
    assert sorted(told) == sorted(expected)
    assert Finding(code=Code.ADDED_WORDS).severity is Severity.WARNING


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ([("Durf", 10), ("basis", 6)], "basis"),
        ([("basis", 6), ("Durf", 10)], "basis"),
        ([("Zorg voor", 10), ("basis", 6), ("kwaliteit", 10)], "basis"),
        ([("Zorg voor", 10), ("kwaliteit", 10)], ""),
        ([("Zorg voor", 10), ("kwaliteit", 9.5)], ""),
        ([("Durf", 10), ("1", 6)], ""),
        ([("Durf", 10), ("en alles wat daarbij hoort", 6)], ""),
        ([("Durf", 6)], ""),
    ],
)
def test_a_short_line_in_smaller_type_is_told(lines: list[tuple[str, float]], told: str) -> None:
    assert smaller_line([Line(text=text, origin=PagePlace(1, BOX), size=size) for text, size in lines]) == told


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (printed("Durf\nLef tonen\n"), "Lef tonen"),
        (typed("Durf", "Lef tonen"), "Lef tonen"),
        (printed("Durf\nen lef\n"), ""),
        (printed("Durf en\nLef\n"), ""),
        (printed("Plannen/\nOrganiseren\n"), ""),
        (printed("DURF\nLEF\n"), ""),
        (printed("Durf\nB2\n"), "B2"),
        (typed("Durf\nLef tonen"), ""),
        (printed("Klantgericht handelen voor elke cliënt\nVoor anderen\n"), ""),
    ],
)
def test_a_line_of_a_name_that_begins_though_the_one_above_has_room(lines: tuple[Line, ...], told: str) -> None:
    assert begun_line(lines) == told
    if told:
        rest = ("Rust", "Kalm", "Blijkt te zijn.\nIndicatoren:\n- Vraagt door.")
        whole = table(HEADER, rest)
        header, row = whole.rows
        for column in (0, 1):
            cells = [replace(cell, lines=lines) if cell.column == column else cell for cell in row.cells]
            made = replace(whole, rows=(header, replace(row, cells=tuple(cells))))
            findings = document_to_reading(document("Bijlage 1", "Catalogus", made)).findings
            assert [f.was for f in findings if f.code is Code.ADDED_WORDS] == [told]


TEXTS = ["Durft iets.", "Houdt vol.", "Luistert goed.", "Werkt samen.", "Vraagt door."]


@pytest.mark.parametrize(
    ("before", "behind", "told"),
    [
        ("", "Gedrag", "Gedrag"),
        ("Algemeen", "", "Algemeen"),
        ("Wat is het?", "", "Wat is het?"),
        ("", "Wat zien we?", "Wat zien we?"),
        ("De medewerker", "", ""),
        ("Wie durft,", "", ""),
    ],
)
def test_a_heading_that_most_descriptions_were_read_with(before: str, behind: str, told: str) -> None:
    texts = [f"{before} {text} {behind}".strip() for text in TEXTS]
    if before and not told:
        texts = [f"{before} {text.lower()}" for text in TEXTS]
    found = told_in(texts, "description")
    assert set(found.values()) == ({told} if told else set())
    assert len(found) in {0, len(TEXTS)}


def test_a_name_that_few_descriptions_begin_with_is_no_heading() -> None:
    texts = ["Utrecht Centraal trekt.", "Utrecht Noord volgt.", "Utrecht Zuid wacht.", *TEXTS]
    assert not told_in(texts, "description")
