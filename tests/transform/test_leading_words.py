"""What heads or numbers most texts of a catalogue is kept, and told."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from catalogus import document_to_reading
from tests.documents import HEADER, document, printed, table, typed
from transform.added_words import added_words, said_below
from transform.document import Line
from transform.findings import Code
from transform.leading_words import lone_numbers

NAMES = ["Durf", "Moed", "Klantgericht leiderschap", "Zorg voor kwaliteit", "Integer leiderschap", "Netwerken"]
TEXTS = ["Blijkt te zijn.", "Is in staat.", "Is op de hoogte.", "Toont zich.", "Neemt waar.", "Kent anderen."]


def told_in(texts: Sequence[str], field: str, beside: Sequence[str] = ()) -> dict[int, str]:
    """What is told of texts; ``beside`` are the names of their competences, or for those the core competences."""
    others = beside or (NAMES if field == "description" else [""] * len(texts))
    return {added.competence: added.words for added in added_words([[text] for text in texts], field, others)}


@pytest.mark.parametrize("field", ["description", "indicator"])
@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        (["1", "2", "1", "2"], ["1", "2", "1", "2"]),
        (["I", "II", "(3)", "4."], ["I", "II", "(3)", "4."]),
        (["D-1", "D-2", "M1", "1.2"], ["D-1", "D-2", "M1", "1.2"]),
        (["B:", "G:", "b.", "(c)"], ["B:", "G:", "b.", "(c)"]),
        (["1", "2", "3"], []),
        (["1", "2", "3", "", "", ""], []),
    ],
    ids=["that begin anew", "of several kinds", "codes", "letters", "few", "before no more than half"],
)
def test_a_number_before_most_texts(numbers: list[str], told: list[str], field: str) -> None:
    texts = [f"{number} {text}".strip() for number, text in zip(numbers, TEXTS, strict=False)]
    assert list(told_in(texts, field).values()) == told


@pytest.mark.parametrize("field", ["description", "indicator"])
def test_a_code_behind_most_texts(field: str) -> None:
    coded = [f"{text} (D{number})" for number, text in enumerate(TEXTS)]
    assert told_in(coded, field) == {number: f"(D{number})" for number in range(6)}
    assert told_in([f"{text[:-1]} (B)." for text in TEXTS], field) == dict.fromkeys(range(6), "(B).")
    assert told_in([*coded[:3], *TEXTS[3:]], field) == {}


@pytest.mark.parametrize(
    "lead",
    [
        "Betekenis:",
        "Korte omschrijving:",
        "Wat houdt het in?",
        "Wat is @?",
        "Algemeen",
        "Definitie @",
        "De medewerker:",
    ],
)
def test_what_heads_most_descriptions(lead: str) -> None:
    heads = [lead.replace("@", name) for name in NAMES]
    headed = [f"{head} {text}" for head, text in zip(heads, TEXTS, strict=True)]
    assert told_in(headed, "description") == dict(enumerate(heads))
    assert told_in([*headed[:3], *TEXTS[3:]], "description") == {}


def test_labels_of_levels_before_most_indicators() -> None:
    labels = ["Basis:", "Expert:"] * 4
    assert told_in(
        [f"{label} {text}" for label, text in zip(labels, [*TEXTS, *TEXTS[:2]], strict=True)], "indicator"
    ) == (dict(enumerate(labels)))
    assert told_in([f"Voorbeeld: {text}" for text in TEXTS[:2]] + TEXTS[2:], "indicator") == {}


def test_what_heads_a_part_of_most_descriptions() -> None:
    headed = [f"{text} Toelichting: {text.lower()}" for text in TEXTS]
    assert told_in(headed, "description") == dict.fromkeys(range(6), "Toelichting:")


def test_descriptions_that_begin_alike_have_no_heading() -> None:
    assert told_in([f"De medewerker {text.lower()}" for text in TEXTS], "description") == {}


@pytest.mark.parametrize(("text", "told"), [("Durf Blijkt te zijn.", "Durf"), ("Durf blijkt uit daden.", "")])
def test_a_name_that_heads_its_description(text: str, told: str) -> None:
    assert told_in([text, *TEXTS[1:]], "description") == ({0: told} if told else {})


def test_a_word_before_most_names_and_initials_behind_them() -> None:
    assert told_in([f"Competentie {name}" for name in NAMES], "name") == dict.fromkeys(range(6), "Competentie")
    assert told_in([f"{name} ({name[0]})" for name in NAMES], "name") == {n: f"({o[0]})" for n, o in enumerate(NAMES)}
    assert told_in(["Klantgericht werken", *NAMES[1:]], "name") == {}


@pytest.mark.parametrize(
    ("cores", "told"),
    [
        (["Domein: Mens", "Domein: Zaak"], "Domein:"),
        (["Domein Mens", "Domein Zaak", "Domein Dier"], "Domein"),
        (["Sociaal vaardig", "Sociaal sterk"], ""),
        (["Domein: Mens"], ""),
        (["Domein: Mens", "Zakelijk"], ""),
    ],
)
def test_a_word_before_every_core_competence(cores: list[str], told: str) -> None:
    assert told_in(cores * 2, "core_competence") == (dict.fromkeys(range(2 * len(cores)), told) if told else {})


@pytest.mark.parametrize("field", ["name", "core_competence"])
@pytest.mark.parametrize(
    ("text", "told"),
    [
        *(("Rust – Durf", "Durf"), ("Rust (Durf)", "Durf"), ("Durf: rust", "Durf"), ("Durf/rust", ""), ("Durf", "")),
        *(("Rust Durf", "Durf"), ("Durf Rust", "Durf"), ("Durf tonen", ""), ("Grote durf", "")),
    ],
)
def test_a_name_and_its_core_competence_in_one_text(text: str, told: str, field: str) -> None:
    assert told_in([text, "Moed"], field, ["Durf", "Lef"]) == ({0: told} if told else {})


@pytest.mark.parametrize("field", ["name", "core_competence"])
@pytest.mark.parametrize(
    ("texts", "told"),
    [
        (["Durf 14", "Moed"], {0: "14"}),
        (["Durf (14)", "Moed"], {0: "(14)"}),
        (["Durf 1", "Durf 2"], {}),
        (["Durf", "Durf 2", "Durf 3"], {1: "2", 2: "3"}),
        (["Werken in 2030", "Moed"], {}),
    ],
)
def test_a_number_behind_a_name_that_counts_nothing(texts: list[str], told: dict[int, str], field: str) -> None:
    assert told_in(texts, field) == told


@pytest.mark.parametrize("codes", [("1", "3"), ("K1:", "K3:"), ("A.", "C."), ("A", "C"), ("1.2", "3.4")])
def test_codes_before_core_competences_that_count_nothing(codes: tuple[str, str]) -> None:
    cores = [f"{code} {core}" for code, core in zip(codes, ("Mens", "Zaak"), strict=True)] * 2
    assert told_in(cores, "core_competence") == dict(enumerate(codes * 2))


def test_a_core_competence_of_many_words_among_short_ones_says_something() -> None:
    cores = ["Verbindend", "Overzicht van de andere competenties", "Sociaal sterk"]
    assert told_in(cores, "core_competence") == {1: cores[1]}
    assert told_in([*cores, "Gericht op de omgeving"], "core_competence") == {}


@pytest.mark.parametrize(
    ("core", "told"),
    [
        ("Verbindend – werkt met anderen", "– werkt met anderen"),
        ("Verbindend: werkt met anderen", ": werkt met anderen"),
        ("Verbindend (werkt met anderen)", "(werkt met anderen)"),
        ("Verbindend - samen werken", ""),
        ("Sociaal-emotioneel sterk in werk", ""),
        ("(Mede) verbindend", ""),
    ],
)
def test_what_a_core_competence_means_is_told(core: str, told: str) -> None:
    assert told_in([core, "Zakelijk"], "core_competence") == ({0: told} if told else {})


@pytest.mark.parametrize(
    ("name", "told"), [("Durf: toont lef", ": toont lef"), ("Durf: lef", ""), ("Zorg – voor wat er toe doet", "")]
)
def test_what_a_name_means_is_told_behind_a_colon(name: str, told: str) -> None:
    assert told_in([name, *NAMES], "name") == ({0: told} if told else {})


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (typed("Verbindend", "werkt met anderen"), "werkt met anderen"),
        (typed("Verbindend", "en open"), ""),
        (typed("Verbindend\nwerkt met anderen"), ""),
    ],
)
def test_what_stands_below_a_core_competence_is_told(lines: tuple[Line, ...], told: str) -> None:
    assert said_below(lines) == told


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (printed("Netwerken\n14\n"), "14"),
        (printed("14\nNetwerken\n"), "14"),
        (printed("Netwerken\n(p. 14)\n"), "(p. 14)"),
        (typed("Netwerken", "14"), "14"),
        (typed("Netwerken\n14"), "14"),
        (printed("Bouwt relaties op en onderhoudt die\n14\n"), ""),
        (printed("Leert van\n2024\n"), ""),
        (printed("Netwerken 2\n"), ""),
    ],
)
def test_a_number_in_a_line_of_its_own_that_had_room_above(lines: tuple[Line, ...], told: str) -> None:
    assert lone_numbers(lines) == told


def test_each_is_told_of_its_competence() -> None:
    texts = zip(NAMES, TEXTS, strict=True)
    rows = [(name, "Moedig", f"Definitie:\n{text}\nIndicatoren:\n- Neemt {name}.") for name, text in texts]
    rows[0] = ("Durf\n14", "Moedig\n15", "Blijkt te zijn.\n16\nIndicatoren:\n- Neemt waar.")
    found = document_to_reading(document("Bijlage 1", "Catalogus", table(HEADER, *rows))).findings
    told = [(f.competence, f.field, f.was) for f in found if f.code is Code.ADDED_WORDS]
    fields = (("name", "14"), ("core_competence", "15"), ("description", "16"))
    assert sorted(told) == sorted(("Durf 14", field, number) for field, number in fields)
