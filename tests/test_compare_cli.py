"""``catalogus compare`` as a user meets it: exit codes, where the report goes, refused files, hand-made edits."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree

import catalogus
from emit.report_output import REPORT_SUFFIXES
from tests.extract.raw_docx import WORDPROCESSING
from tests.program import PDF, WORD, Run, catalogus_command, in_terminal
from transform.comparison import Kind

SECOND = PDF.with_name("bijlage-1b-2027.pdf")
SECOND_WORD = SECOND.with_suffix(".docx")
W = f"{{{WORDPROCESSING}}}"
SAME, DIFFERENT, FAILED = 0, 1, 2


@pytest.fixture(scope="session")
def exports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every export of the appendix, and its CSV for Excel."""
    folder = tmp_path_factory.mktemp("exports")
    catalogue = catalogus.read_catalogue(PDF)
    for format_ in catalogus.FORMATS:
        (folder / f"oud.{format_}").write_bytes(catalogus.catalogue_to_bytes(catalogue, format_))
    (folder / "excel.csv").write_bytes(catalogus.catalogue_to_bytes(catalogue, "csv", csv_profile="excel"))
    return folder


# Exit codes and the summary


@pytest.mark.parametrize("name", ["oud.json", "oud.xml", "oud.csv", "excel.csv", "oud.docx"])
def test_the_same_document_in_another_layout_shows_no_change(run: Run, exports: Path, name: str) -> None:
    for sides in ((PDF, exports / name), (exports / name, WORD)):
        status, out, err = run("compare", *sides)
        assert (status, err) == (SAME, "Geen verschillen.\n")
        assert "Geen verschillen." in out.decode()


def test_the_pdf_and_the_word_file_are_the_same_document(run: Run) -> None:
    assert run("compare", PDF, WORD, "--to", "json")[0] == SAME


def test_another_edition_is_different(run: Run) -> None:
    status, out, err = run("compare", PDF, SECOND_WORD)
    assert (status, err) == (DIFFERENT, "32 wijzigingen: 27 inhoudelijk, 5 typografisch\n")
    assert "{+Netwerkvaardig+}" in out.decode()


def edited_word(tmp_path: Path, edit: Callable[[etree._Element], None]) -> Path:
    """The Word file after ``edit`` had its main part under the pen."""
    target = tmp_path / "bewerkt.docx"
    with zipfile.ZipFile(WORD) as source, zipfile.ZipFile(target, "w") as made:
        for name in source.namelist():
            data = source.read(name)
            if name == "word/document.xml":
                body = etree.parse(BytesIO(data)).getroot()
                edit(body)
                data = etree.tostring(body)
            made.writestr(name, data)
    return target


def text_of(element: etree._Element) -> str:
    return "".join(node.text or "" for node in element.iter(f"{W}t"))


def replace_text(old: str, new: str) -> Callable[[etree._Element], None]:
    def edit(body: etree._Element) -> None:
        node = next(node for node in body.iter(f"{W}t") if old in (node.text or ""))
        node.text = (node.text or "").replace(old, new)

    return edit


def drop_paragraph(opening: str) -> Callable[[etree._Element], None]:
    def edit(body: etree._Element) -> None:
        paragraph = next(p for p in body.iter(f"{W}p") if text_of(p).startswith(opening))
        parent = paragraph.getparent()
        assert parent is not None
        parent.remove(paragraph)

    return edit


def swap_rows(first: str, second: str) -> Callable[[etree._Element], None]:
    def edit(body: etree._Element) -> None:
        one, other = (next(r for r in body.iter(f"{W}tr") if text_of(r).startswith(name)) for name in (first, second))
        marker = etree.Element("marker")
        for place, element in ((one, marker), (other, one), (marker, other)):
            parent = place.getparent()
            assert parent is not None
            parent.replace(place, element)

    return edit


HAND_MADE = [
    (replace_text("beslissingen, communiceert", "besluiten, communiceert"), [Kind.DESCRIPTION], "substantive"),
    (replace_text("win/win situatie", "win-win-situatie"), [Kind.DESCRIPTION], "typographic"),
    (drop_paragraph("Creëert draagvlak op basis van"), [Kind.INDICATOR_REMOVED], "substantive"),
    (swap_rows("Besluitvaardig", "Overtuigings-"), [Kind.REORDERED], "substantive"),
    (replace_text("Stressbestendig", "Stressbestendigheid"), [Kind.RENAMED], "substantive"),
]


@pytest.mark.parametrize(("edit", "kinds", "weight"), HAND_MADE, ids=["word", "signs", "dropped", "swapped", "named"])
def test_a_hand_made_edit_of_the_word_file_is_that_change_and_no_other(
    run: Run, tmp_path: Path, edit: Callable[[etree._Element], None], kinds: list[Kind], weight: str
) -> None:
    edited = edited_word(tmp_path, edit)
    changes = catalogus.compare(WORD, edited).changes
    assert [change.kind for change in changes] == kinds
    assert {str(change.weight) for change in changes} == {weight}
    assert run("compare", WORD, edited)[0] == DIFFERENT
    status, _, err = run("compare", WORD, edited, "--substantive")
    assert status == (DIFFERENT if weight == "substantive" else SAME)
    assert "(typografische wijzigingen tellen niet mee)" in err


# Where the report goes


@pytest.mark.parametrize(("suffix", "report"), REPORT_SUFFIXES.items())
def test_the_suffix_of_the_file_says_which_report(
    run: Run, tmp_path: Path, suffix: str, report: catalogus.Report
) -> None:
    target = tmp_path / f"wijzigingen{suffix}"
    status, out, err = run("compare", WORD, SECOND_WORD, "-o", target)
    expected = catalogus.comparison_to_bytes(catalogus.compare(WORD, SECOND_WORD), report, catalogus.ReportOptions())
    assert (status, out, target.read_bytes()) == (DIFFERENT, b"", expected)
    assert f"Geschreven: {target}" in err.splitlines()


@pytest.mark.parametrize("report", catalogus.REPORTS)
def test_any_report_goes_to_standard_output_or_to_any_file(run: Run, tmp_path: Path, report: catalogus.Report) -> None:
    made = run("compare", WORD, SECOND_WORD, "--to", report)[1]
    run("compare", WORD, SECOND_WORD, "--to", report, "-o", tmp_path / "verslag.bin")
    assert made == (tmp_path / "verslag.bin").read_bytes()
    assert made == run("compare", WORD, SECOND_WORD, "--to", report, "-o", "-")[1]


def test_every_report_has_a_suffix_and_every_suffix_a_report() -> None:
    assert set(REPORT_SUFFIXES.values()) == set(catalogus.REPORTS)


def test_reports_are_dutch_unless_asked_and_messages_are_the_users(run: Run) -> None:
    _, dutch, english = run("compare", PDF, WORD, lang="en_GB.UTF-8")
    assert dutch.decode().splitlines()[-1] == "Geen verschillen."
    assert english == "No differences.\n"
    assert "No differences." in run("compare", PDF, WORD, "--lang", "en")[1].decode()


def test_one_edition_may_come_from_standard_input(run: Run) -> None:
    piped = catalogus_command("compare", PDF, "-", "--to", "markdown", given=SECOND_WORD.read_bytes())
    assert piped.returncode == DIFFERENT
    assert b"Netwerkvaardig" in piped.stdout


def test_author_and_date_stand_in_the_tracked_changes(run: Run) -> None:
    options = ("--author", "A. de Vries", "--date", "2027-01-02T03:04:05Z")
    status, made, _ = run("compare", WORD, SECOND_WORD, "--to", "docx", *options)
    with zipfile.ZipFile(BytesIO(made)) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    changes = [*body.iter(f"{W}ins", f"{W}del")]
    assert status == DIFFERENT
    assert {(c.get(f"{W}author"), c.get(f"{W}date")) for c in changes} == {("A. de Vries", "2027-01-02T03:04:05Z")}


def test_substantive_alone_counts_as_failure_for_the_build_server(run: Run, tmp_path: Path) -> None:
    edited = edited_word(tmp_path, replace_text("win/win situatie", "win-win-situatie"))
    strict, lenient = (
        etree.fromstring(run("compare", WORD, edited, "--to", "junit", *more)[1]) for more in ((), ("--substantive",))
    )
    assert [len(list(report.iter("failure"))) for report in (strict, lenient)] == [1, 0]


def test_a_terminal_gets_colour_and_a_pipe_does_not() -> None:
    status, shown = in_terminal("compare", WORD, SECOND_WORD)
    assert status == DIFFERENT
    assert "\x1b[" in shown
    assert b"\x1b" not in catalogus_command("compare", WORD, SECOND_WORD).stdout


@pytest.mark.parametrize("environ", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_a_terminal_may_refuse_colour(environ: dict[str, str]) -> None:
    shown = in_terminal("compare", WORD, SECOND_WORD, environ=environ)[1]
    assert "\x1b" not in shown
    assert "{+Netwerkvaardig+}" in shown


# What goes wrong


def test_a_word_report_does_not_go_to_a_terminal() -> None:
    status, shown = in_terminal("compare", WORD, SECOND_WORD, "--to", "docx")
    assert status == FAILED
    assert "Een Word-document past niet in een terminal; kies een bestand met -o." in shown


@pytest.mark.parametrize("side", [0, 1])
def test_a_report_is_never_written_over_an_edition(run: Run, tmp_path: Path, side: int) -> None:
    source = tmp_path / "bijlage.docx"
    source.write_bytes(WORD.read_bytes())
    sides = (source, SECOND_WORD) if side == 0 else (SECOND_WORD, source)
    status, out, err = run("compare", *sides, "-o", source)
    assert (status, out) == (FAILED, b"")
    assert err.startswith("catalogus: target-is-source: ")
    assert source.read_bytes() == WORD.read_bytes()


USAGE_CASES = [
    (("a.pdf",), "Er ontbreekt een argument: 'NEW'."),
    (("a.pdf", "b.pdf", "--to", "pdf"), "'pdf' is geen van deze: 'text', 'json', 'markdown', 'html', 'docx', 'junit'."),
    (("a.pdf", "b.pdf", "-o", "verslag.pdf"), "Het achtervoegsel van verslag.pdf zegt niet welk verslag het is"),
    (("-", "-"), "Maar een van de twee edities kan van de standaardinvoer (-) komen."),
]


@pytest.mark.parametrize(("arguments", "fault"), USAGE_CASES, ids=[" ".join(a) for a, _ in USAGE_CASES])
def test_a_call_that_means_nothing_says_why(run: Run, arguments: tuple[str, ...], fault: str) -> None:
    status, out, err = run("compare", *arguments)
    assert (status, out) == (FAILED, b"")
    assert err.splitlines()[0].startswith("catalogus: usage: ")
    assert fault in err.splitlines()[0]


@pytest.mark.parametrize("option", [("--date", "gisteren"), ("--date", "2027-13-01"), ("--author", "")])
def test_an_author_or_date_that_is_none_is_refused(run: Run, tmp_path: Path, option: tuple[str, str]) -> None:
    status, _, err = run("compare", WORD, SECOND_WORD, "-o", tmp_path / "verslag.docx", *option)
    assert (status, list(tmp_path.iterdir())) == (FAILED, [])
    assert err.startswith("catalogus: usage: ")


def test_nothing_is_written_when_an_edition_cannot_be_read(run: Run, tmp_path: Path) -> None:
    status, out, err = run("compare", PDF, tmp_path / "nergens.pdf", "-o", tmp_path / "verslag.html")
    assert (status, out, list(tmp_path.iterdir())) == (FAILED, b"", [])
    assert err.startswith("catalogus: file-not-found: ")


def refused(run: Run, tmp_path: Path, name: str, data: bytes) -> list[str]:
    """The lines about faults of a file that is refused."""
    file = tmp_path / name
    file.write_bytes(data)
    status, out, err = run("compare", file, WORD)
    cause, *faults, remedy = err.splitlines()
    assert (status, out) == (FAILED, b"")
    assert cause.startswith(f"catalogus: invalid-export: {name}: ")
    assert cause.endswith(f"aantal fouten: {len(faults)}.")
    assert remedy == "Maak de export opnieuw uit het document."
    return [fault.removeprefix("  ") for fault in faults]


def test_an_export_of_another_version_is_refused(run: Run, exports: Path, tmp_path: Path) -> None:
    for name in ("oud.json", "oud.xml"):
        data = (exports / name).read_bytes().replace(b"bijlage-1b:1", b"bijlage-1b:2")
        faults = refused(run, tmp_path, name, data)
        assert len(faults) == 1
        assert "'urn:catalogus:bijlage-1b:2' is een andere versie van het schema" in faults[0]


def test_every_fault_of_an_edited_json_export_is_told_with_its_place(run: Run, exports: Path, tmp_path: Path) -> None:
    raw = json.loads((exports / "oud.json").read_bytes())
    raw["competenties"][0]["naam"] = " Klantgericht"
    raw["competenties"][2].pop("beschrijving")
    raw["competenties"][5]["indicatoren"][1]["id"] = "Netwerken 2"
    raw["toevoeging"] = 1
    faults = refused(run, tmp_path, "oud.json", json.dumps(raw).encode())
    places = ["$", "$.competenties[0].naam", "$.competenties[2]", "$.competenties[5].indicatoren[1].id"]
    assert sorted(fault.partition(": ")[0] for fault in faults) == places


def test_every_fault_of_an_edited_csv_export_is_told_with_its_line(run: Run, exports: Path, tmp_path: Path) -> None:
    lines = (exports / "oud.csv").read_bytes().split(b"\r\n")
    lines[3] = lines[3].replace(b"klantgericht.3", b"klantgericht.x")
    lines[6] = lines[6] + b",extra"
    faults = refused(run, tmp_path, "oud.csv", b"\r\n".join(lines))
    assert ["regel 4" in faults[0], "regel 7" in faults[-1]] == [True, True]


def test_every_fault_of_an_edited_xml_export_is_told_with_its_line(run: Run, exports: Path, tmp_path: Path) -> None:
    data = (exports / "oud.xml").read_bytes()
    data = data.replace(b'<competentie id="durf">', b'<competentie id="Durf!">')
    data = data.replace(b"<naam>Netwerken</naam>", b"")
    faults = refused(run, tmp_path, "oud.xml", data)
    assert len(faults) >= 2
    assert all(fault.startswith("regel ") for fault in faults)


# Ids carried over


def test_previous_carries_ids_over(run: Run, exports: Path, tmp_path: Path) -> None:
    status, _, _ = run("convert", SECOND_WORD, "--previous", exports / "oud.json", "-o", tmp_path, "--to", "json")
    made = json.loads((tmp_path / "bijlage-1b-2027.json").read_bytes())
    ids = {c["naam"]: c["id"] for c in made["competenties"]}
    assert status == 0
    assert (ids["Netwerkvaardig"], ids["Voortgangsbewaking"]) == ("netwerken", "voortgangscontrole")
    assert (ids["Vernieuwingskracht"], ids["Conceptuele flexibiliteit"]) == (
        "conceptuele-flexibiliteit",
        "vernieuwingskracht",
    )
    assert "stressbestendig" in made["vervallen"]


def test_previous_works_on_standard_output_too(run: Run, exports: Path) -> None:
    arguments = ("convert", SECOND_WORD, "--to", "json", "--previous", exports / "oud.json")
    made = json.loads(run(*arguments)[1])
    assert "netwerken" in {c["id"] for c in made["competenties"]}


def test_a_previous_export_that_is_not_sound_stops_the_conversion(run: Run, tmp_path: Path) -> None:
    previous = tmp_path / "oud.json"
    previous.write_text('{"schema": "urn:catalogus:bijlage-1b:1"}', encoding="utf-8")
    status, _, err = run("convert", SECOND_WORD, "--previous", previous, "-o", tmp_path / "uit")
    assert status == FAILED
    assert "catalogus: invalid-export: oud.json: " in err
    assert not (tmp_path / "uit").exists()


def test_findings_are_never_written_over_the_previous_export(run: Run, exports: Path) -> None:
    previous = exports / "oud.json"
    before = previous.read_bytes()
    status, _, err = run("convert", SECOND_WORD, "--to", "json", "--previous", previous, "--findings", previous)
    assert status == FAILED
    assert "catalogus: target-is-source: " in err
    assert previous.read_bytes() == before
