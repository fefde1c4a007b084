"""What a heading or cell says beside the words of a core competence."""

from __future__ import annotations

import pytest

from tests.documents import strand, typed
from transform.core_words import cores_to_words

CORES = ("Moedig", "Kalm")
#: How a core competence is printed: ``{}``, the number of its group, a letter for it.
PRINTED = [
    "{core}",
    "{number}. {core}",
    "Kerncompetentie {core}",
    "Kerncompetentie: {core}",
    "KERNCOMPETENTIE – {core}",
    "Kerncompetentie {number}: {core}",
    "Kerncompetentie {number} {core}",
    "Cluster: {core}",
    "Cluster {core}",
    "Cluster {letter} – {core}",
    "Thema {number}: {core}",
    "Tabel {number}. {core}",
    "Tabel {number} – Kerncompetentie {core}",
    "§ {number} {core}",
    "Competenties {core}",
    "Competenties bij {core}",
    "Competenties van de kerncompetentie {core}",
    "{core} (6 competenties)",
    "{core} ({number})",
    "{core} (kerncompetentie)",
    "{core} [kerncompetentie {number}]",
    "{core}:",
    "{core} ({number}):",
    "‘{core}’",
    "Kerncompetentie ‘{core}’",
]


def words(*texts: str) -> list[str]:
    cores = [strand(typed(text)) for text in texts]
    return [core.text[own.start : own.end] for core, own in zip(cores, cores_to_words(cores), strict=True)]


@pytest.mark.parametrize("printed", PRINTED)
def test_a_core_competence_is_its_own_words_alone(printed: str) -> None:
    texts = [printed.format(core=core, number=n, letter="AB"[n - 1]) for n, core in enumerate(CORES, start=1)]
    assert words(*texts, texts[0]) == [*CORES, CORES[0]]


@pytest.mark.parametrize(
    "texts",
    [
        ("Gericht op mensen", "Gericht op resultaat"),
        ("Cluster A", "Cluster B"),
        ("Thema", "Kerncompetentie 1"),
        ("Competenties", "Leiderschap"),
        ("Cluster leiding", "Cluster beleid"),
        ("Moedig (voor wie leidt)", "Kalm"),
        ("Kerncompetenties voor leidinggevenden", "Kerncompetenties starters"),
        ("‘Moedig’ zijn", "‘Kalm’"),
        ("Moedig:", "Kalm"),
        ("", "Kalm"),
    ],
)
def test_what_begins_alike_is_not_taken_off(texts: tuple[str, ...]) -> None:
    assert words(*texts) == list(texts)


def test_numbers_count_though_one_core_competence_has_none() -> None:
    assert words("1. Moedig", "Leidend", "2. Kalm") == ["Moedig", "Leidend", "Kalm"]
