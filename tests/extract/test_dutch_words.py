"""The Dutch word list of the extra ``woorden``: read where it is installed, by choice only, and never imported."""

from __future__ import annotations

import gzip
import importlib.util
import subprocess
import sys
from collections.abc import Iterator
from importlib.machinery import ModuleSpec
from pathlib import Path

import pytest

import catalogus
from extract import dutch_words as module
from extract.dutch_words import dutch_words
from tests.documents import HEADER, document, table
from tests.program import PDF, Run
from transform.errors import WordListMissing
from transform.findings import Code, Evidence


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    return Run(capfdbinary)


@pytest.fixture(autouse=True)
def _read_anew() -> Iterator[None]:
    dutch_words.cache_clear()
    yield
    dutch_words.cache_clear()


def installed_at(place: Path | None, monkeypatch: pytest.MonkeyPatch) -> None:
    spec = None if place is None else ModuleSpec(module.PACKAGE, None, origin=str(place / "__init__.py"))
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: spec)
    monkeypatch.setattr(module, "find_spec", lambda _: spec)


def test_the_list_is_long_and_in_lower_case() -> None:
    words = dutch_words()
    assert len(words) > 300_000
    assert {"beleidsterrein", "organisatie", "zee-egel", "coöperatief"} <= words
    assert all(word == word.lower() for word in words)


def test_the_package_itself_is_never_imported() -> None:
    command = "import sys, catalogus; catalogus.dutch_words(); sys.exit('spellchecker' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", command], check=False).returncode == 0


def test_a_list_that_is_not_installed_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    installed_at(None, monkeypatch)
    with pytest.raises(WordListMissing):
        dutch_words()


@pytest.mark.parametrize(
    "data",
    [None, b"", b"no gzip", gzip.compress(b"no json", mtime=0), gzip.compress(b'{"a": 1}', mtime=0)[:-9]],
    ids=["missing", "empty", "no gzip", "no JSON", "cut short"],
)
def test_a_list_that_cannot_be_read_is_an_error(
    data: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if data is not None:
        (tmp_path / "resources").mkdir()
        (tmp_path / "resources" / "nl.json.gz").write_bytes(data)
    installed_at(tmp_path, monkeypatch)
    with pytest.raises(WordListMissing):
        dutch_words()


@pytest.mark.parametrize("command", ["show", "convert", "compare"])
def test_asked_for_and_not_installed_stops_the_command(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    installed_at(None, monkeypatch)
    rest = {"convert": ("-o", tmp_path / "uit"), "compare": (PDF,)}.get(command, ())
    status, _, err = run(command, PDF, *rest, "--word-list", lang="en_GB.UTF-8")
    assert status == 2
    assert err.startswith("catalogus: word-list-missing: ")
    assert "pip install 'catalogus[woorden]'" in err
    assert not (tmp_path / "uit").exists()


def test_where_nothing_is_broken_the_list_changes_nothing(tmp_path: Path, run: Run) -> None:
    exports = []
    for folder, asked in (("zonder", ()), ("met", ("--word-list",))):
        assert run("convert", PDF, "-o", tmp_path / folder, "--with-source", *asked, lang="en_GB.UTF-8")[0] == 0
        exports.append([file.read_bytes() for file in sorted((tmp_path / folder).iterdir())])
    assert exports[0] == exports[1]


BODY = """
Werkt in de samen-
leving en vraagt ver-
antwoording over het verant-
woorde gebruik.
Indicatoren:
- Vraagt door.
"""


def test_what_the_list_says_is_in_the_text_and_in_the_findings() -> None:
    made = document("Bijlage 1B", "Competentiecatalogus", table(HEADER, ("Durf", "Verbindend", BODY)))
    without, with_list = (catalogus.document_to_reading(made, word_list=words) for words in ((), dutch_words()))
    described = [reading.catalogue.competences[0].description for reading in (without, with_list)]
    assert described == [
        "Werkt in de samen-leving en vraagt verantwoording over het verant-woorde gebruik.",
        "Werkt in de samenleving en vraagt verantwoording over het verantwoorde gebruik.",
    ]
    found = {finding.was: (finding.code, finding.evidence) for finding in with_list.findings if finding.evidence}
    assert found == {
        "samen-⏎leving": (Code.HYPHEN_UNSURE, Evidence.WORD_LIST),
        "ver-⏎antwoording": (Code.HYPHEN_JOINED, Evidence.BROKEN_WORD),
        "verant-⏎woorde": (Code.HYPHEN_JOINED, Evidence.WHOLE_WORD),
    }
    assert with_list.books.unaccounted == 0
