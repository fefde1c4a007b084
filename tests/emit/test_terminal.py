"""What stands in a document is shown as it stands: nothing in it is taken for a command to the terminal library."""

from __future__ import annotations

import pytest
from rich.text import Text

from emit.terminal import competence_table, findings_parts, rendered
from transform.findings import Code, Finding
from transform.model import Competence, Indicator
from transform.place import WordPlace


def competence(text: str) -> Competence:
    indicator = Indicator(id="a.1", text=text)
    return Competence(id="a", name=text, core_competence=text, description=text, indicators=(indicator,))


@pytest.mark.parametrize("text", ["[bold]x[/bold]", "[/]", ":smile:", r"\[x]", "[link=http://x]y[/link]", "1 <b>&amp;"])
def test_text_that_looks_like_markup_is_shown_as_it_is(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    shown = rendered([competence_table([competence(text)], "nl")], for_terminal=False)
    assert shown.count(text) == 4
    finding = Finding(code=Code.WORD_DOUBLED, competence="A", was=text, became=text)
    assert text in " ".join(rendered(findings_parts([finding], "nl", verbose=True), for_terminal=False).split())


@pytest.mark.parametrize("columns", ["30", "80", "200"])
def test_no_letter_is_cut_off_however_narrow_the_terminal(columns: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    finding = Finding(code=Code.NAME_TWICE, competence="w" * 120)
    parts = [competence_table([competence("q" * 150)], "nl"), *findings_parts([finding], "nl", verbose=True)]
    shown = rendered(parts, for_terminal=False)
    assert (shown.count("q"), shown.count("…")) == (600, 0)
    assert shown.count("w") == 120 + "waarschuwing De naam staat meer dan één keer in de tabel name-twice".count("w")


def test_warnings_come_first_and_notes_are_counted_by_code() -> None:
    place = WordPlace(table=1, row=2)
    findings = [Finding(code=Code.SPACE_DOUBLED, place=place)] * 1200 + [Finding(code=Code.TITLE_MISSING)]
    lines = rendered(findings_parts(findings, "nl", verbose=False), for_terminal=False).splitlines()
    assert lines[0].startswith("waarschuwing")
    assert lines[-1].split() == ["1.200", "opmerkingen", "space-doubled"]
    assert "tabel 1, rij 2: " in rendered(findings_parts(findings[:1], "nl", verbose=True), for_terminal=False)


def test_nothing_is_printed_for_a_document_without_findings() -> None:
    assert findings_parts([], "nl", verbose=True) == []


@pytest.mark.parametrize(("for_terminal", "coloured"), [(True, True), (False, False)])
def test_colour_is_for_terminals(for_terminal: bool, coloured: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    shown = rendered([Text("x", style="bold yellow")], for_terminal=for_terminal)
    assert ("\x1b[" in shown) is coloured
