"""The file of findings: findings in both languages, ledger and balance."""

from __future__ import annotations

import json

import pytest

from emit.findings_json import findings_to_json
from tests.emit.readings import make_reading
from transform.findings import Finding

KADER = {"in": "pagina", "pagina": 2, "kader": [1.0, 2.0, 3.5, 4.25]}


def words(finding: Finding, language: str) -> str:
    return f"{language}: {finding.code}"


def test_the_file_tells_the_findings_the_ledger_and_the_balance() -> None:
    reading = make_reading()
    data = findings_to_json(reading, words)
    assert data.endswith(b"}\n")
    assert json.loads(data) == {
        "schema": "urn:catalogus:bevindingen:1",
        "bron": {"bestand": "bijlage-1b.pdf", "sha256": "0" * 64, "formaat": "pdf", "paginas": 6},
        "balans": {
            "competenties": 1,
            "indicatoren": 1,
            "tekens": 50,
            "in_model": 40,
            "in_verantwoording": 8,
            "onverantwoord": 2,
        },
        "bevindingen": [
            {
                "code": "hyphen-joined",
                "ernst": "opmerking",
                "competentie": "a",
                "veld": "naam",
                "was": "Omgevings-bewustzijn",
                "werd": "Omgevingsbewustzijn",
                "grond": "linking-s",
                "plaats": KADER,
                "bericht": {"nl": "nl: hyphen-joined", "en": "en: hyphen-joined"},
            },
            {
                "code": "title-missing",
                "ernst": "waarschuwing",
                "competentie": None,
                "veld": None,
                "was": "half een paar: \\ud800",
                "werd": "",
                "grond": None,
                "plaats": None,
                "bericht": {"nl": "nl: title-missing", "en": "en: title-missing"},
            },
        ],
        "verantwoording": [
            {"reden": "bullet", "tekst": "•", "competentie": "a", "plaats": KADER},
            {"reden": "empty-row", "tekst": "", "competentie": None, "plaats": {"in": "word", "tabel": 1, "rij": 4}},
        ],
    }


def test_the_same_reading_gives_the_same_bytes() -> None:
    assert findings_to_json(make_reading(), words) == findings_to_json(make_reading(), words)


@pytest.mark.parametrize("variable", ["LANG", "LANGUAGE", "LC_ALL"])
def test_the_users_language_changes_nothing(variable: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before = findings_to_json(make_reading(), words)
    monkeypatch.setenv(variable, "en_GB.UTF-8")
    assert findings_to_json(make_reading(), words) == before
