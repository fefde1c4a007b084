"""The command line as a user meets it: exit codes, one line of cause, and a standard output that is the document."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

import catalogus
from emit.as_csv import catalogue_to_csv
from emit.schema import schema_text
from tests.program import PDF, WORD, Run, catalogus_command
from transform.errors import CatalogusError, TargetUnwritable

# What comes out


@pytest.mark.parametrize("source", [PDF, WORD], ids=["pdf", "word"])
def test_one_document_and_one_format_go_to_standard_output(run: Run, source: Path) -> None:
    status, out, err = run("convert", source, "--to", "json")
    assert (status, json.loads(out)["bron"]["bestand"]) == (0, source.name)
    assert err.splitlines()[0] == source.name
    assert err.splitlines()[-1].startswith("27 competenties, 81 indicatoren, ")
    assert err.splitlines()[-1].endswith(" tekens, 0 onverantwoord")


def test_a_folder_gets_every_format_unless_some_are_chosen(run: Run, tmp_path: Path) -> None:
    assert run("convert", WORD, "-o", tmp_path / "alle")[:2] == (0, b"")
    assert run("convert", WORD, "-o", tmp_path / "twee", "--to", "csv", "--to", "xml")[:2] == (0, b"")
    assert sorted(p.suffix for p in (tmp_path / "alle").iterdir()) == [".csv", ".docx", ".json", ".xml"]
    assert sorted(p.suffix for p in (tmp_path / "twee").iterdir()) == [".csv", ".xml"]


def test_every_file_that_was_written_is_named(run: Run, tmp_path: Path) -> None:
    _, _, err = run("convert", WORD, "-o", tmp_path, "--to", "csv", "--to", "xml")
    for name in ("bijlage-1b.csv", "bijlage-1b.xml"):
        assert f"Geschreven: {tmp_path / name}" in err.splitlines()


def test_standard_input_is_a_source_like_any_other(run: Run) -> None:
    piped = catalogus_command("convert", "-", "--to", "csv", given=WORD.read_bytes())
    _, named, _ = run("convert", WORD, "--to", "csv")
    assert (piped.returncode, piped.stdout) == (0, named)


@pytest.mark.parametrize("profile", ["data", "excel"])
def test_csv_profiles(run: Run, profile: catalogus.Profile) -> None:
    status, out, _ = run("convert", WORD, "--to", "csv", "--csv-profile", profile)
    assert (status, out) == (0, catalogue_to_csv(catalogus.read_catalogue(WORD), profile))


def test_with_source_adds_where_the_text_came_from(run: Run) -> None:
    bare = json.loads(run("convert", WORD, "--to", "json")[1])
    full = json.loads(run("convert", WORD, "--to", "json", "--with-source")[1])
    assert set(full) - set(bare) == {"herkomst", "bevindingen"}


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_data_is_the_same_in_every_language(run: Run, lang: str) -> None:
    default = run("convert", WORD, "--to", "json")[1]
    assert run("convert", WORD, "--to", "json", "--lang", lang)[1] == default


def test_findings_go_to_a_file_with_both_languages(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "bevindingen.json"
    status, _, _ = run("convert", WORD, "--to", "json", "--findings", target)
    found = json.loads(target.read_bytes())
    assert status == 0
    assert found["balans"]["onverantwoord"] == 0
    assert {tuple(sorted(f["bericht"])) for f in found["bevindingen"]} == {("en", "nl")}


def test_warnings_stand_in_full_and_notes_are_counted_unless_asked(run: Run) -> None:
    short, long = (" ".join(run("convert", WORD, "--to", "csv", *more)[2].split()) for more in ((), ("--verbose",)))
    assert "Bij Onderhandelen staat een indicator" in short
    assert "4 opmerkingen" in short
    assert "[hyphen-joined]" not in short
    assert long.count("[hyphen-joined]") == 4


def test_show_prints_table_findings_and_balance(run: Run) -> None:
    status, out, err = run("show", WORD)
    text = out.decode()
    assert (status, err) == (0, "")
    assert text.index("Competentiecatalogus") < text.index("Omgevingsbewustzijn") < text.index("[bullet-missing]")
    assert text.splitlines()[-1].startswith("27 competenties")
    assert "\x1b" not in text


def test_show_a_page_shows_what_stands_on_it(run: Run) -> None:
    on_page = [run("show", PDF, "--page", str(page))[1].decode() for page in range(1, 7)]
    assert "│ Onderhandelen " in on_page[1]
    assert "[bullet-missing]" in on_page[1]
    assert "[word-doubled]" not in on_page[1]
    assert "[word-doubled]" in on_page[3]
    assert sum("│ Onderhandelen " in text for text in on_page) == 1


def test_show_draws_a_page(run: Run, tmp_path: Path) -> None:
    status, _, _ = run("show", PDF, "--page", "2", "--image", tmp_path / "p2.png")
    assert status == 0
    assert (tmp_path / "p2.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("kind", ["json", "xml", "csv", "compare", "batch"])
def test_schema_prints_what_is_shipped(run: Run, kind: str) -> None:
    assert run("schema", kind) == (0, schema_text(kind).encode(), "")


# What goes wrong


def faulty(tmp_path: Path) -> dict[str, Path]:
    """Sources that fail, by the cause that they must give."""
    (tmp_path / "leeg.pdf").write_bytes(b"")
    (tmp_path / "tekst.docx").write_text("Geen Word", encoding="utf-8")
    return {
        "file-not-found": tmp_path / "nergens.pdf",
        "file-unreadable": tmp_path,
        "empty-file": tmp_path / "leeg.pdf",
        "not-pdf-or-word": tmp_path / "tekst.docx",
    }


@pytest.mark.parametrize("cause", ["file-not-found", "file-unreadable", "empty-file", "not-pdf-or-word"])
@pytest.mark.parametrize("command", [("convert", "--to", "json"), ("show",)], ids=["convert", "show"])
def test_a_failure_is_a_line_of_cause_and_a_line_of_remedy(
    run: Run, tmp_path: Path, command: tuple[str, ...], cause: str
) -> None:
    status, out, err = run(*command, faulty(tmp_path)[cause])
    assert (status, out) == (2, b"")
    assert len(err.splitlines()) == 2
    assert err.startswith(f"catalogus: {cause}: ")


USAGE_CASES = [
    ((), "Er ontbreekt een opdracht."),
    (("onbekend",), "De opdracht 'onbekend' bestaat niet."),
    (("convert",), "Er ontbreekt een argument: 'SOURCES...'."),
    (("convert", "a.pdf", "--too"), "De optie '--too' bestaat niet."),
    (("convert", "a.pdf", "--to"), "Bij de optie '--to' hoort een waarde."),
    (("convert", "a.pdf", "--to", "pdf"), "Ongeldige waarde voor '--to': 'pdf' is geen van deze:"),
    (("convert", "a.pdf", "--jobs", "0"), "0 valt buiten het bereik x>=1."),
    (("convert", "a.pdf", "--jobs", "veel"), "'veel' is geen geheel getal"),
    (("convert", "a.pdf", "--strict=ja"), "Bij de optie '--strict' hoort geen waarde."),
    (("convert", "a.pdf"), "Kies één formaat met --to of een map met -o."),
    (("convert", "a.pdf", "--to", "json", "--to", "csv"), "Kies één formaat met --to of een map met -o."),
    (("convert", "a.pdf", "b.pdf", "--to", "json"), "Voor meer documenten is een map nodig; kies die met -o."),
    (("convert", "-", "-o", "map"), "De standaardinvoer (-) kan alleen naar de standaarduitvoer"),
    (("convert", "a.pdf", "b.pdf", "-o", "map", "--findings", "f.json"), "Bij --findings horen één document"),
    (("convert", "a.pdf", "--to", "json", "--findings", "-"), "Bij --findings horen één document"),
    (("show",), "Er ontbreekt een argument: 'FILE'."),
    (("show", "a.pdf", "b.pdf"), "Dit argument is te veel: b.pdf"),
    (("show", "a.pdf", "--image", "a.png"), "Bij --image hoort --page"),
    (
        ("schema",),
        "Er ontbreekt een argument: '{json|xml|csv|compare|batch}'. Kies uit: json, xml, csv, compare, batch",
    ),
    (("schema", "docx"), "'docx' is geen van deze: 'json', 'xml', 'csv', 'compare', 'batch'."),
]


@pytest.mark.parametrize(("arguments", "fault"), USAGE_CASES, ids=[" ".join(a) or "nothing" for a, _ in USAGE_CASES])
def test_a_call_that_means_nothing_says_why_in_the_users_language(
    run: Run, arguments: tuple[str, ...], fault: str
) -> None:
    status, out, err = run(*arguments)
    assert (status, out) == (2, b"")
    assert err.splitlines()[0].startswith("catalogus: usage: De opdracht is niet begrepen: ")
    assert fault in err.splitlines()[0]
    assert err.splitlines()[1:] == ["De opties vindt u met: catalogus --help"]


def test_lang_is_heard_even_by_the_complaint_about_another_argument(run: Run) -> None:
    assert "Missing argument" in run("convert", "--lang", "en")[2]
    assert "No such option" in run("convert", "--nope", "--lang=en")[2]
    assert "De optie" in run("convert", "--nope", "--", "--lang=en")[2]


def test_a_bad_file_does_not_stop_the_others(run: Run, tmp_path: Path) -> None:
    status, out, err = run("convert", tmp_path / "nergens.pdf", WORD, "-o", tmp_path / "uit", "--to", "csv")
    assert (status, out) == (2, b"")
    assert "catalogus: file-not-found: " in err
    assert (tmp_path / "uit" / "bijlage-1b.csv").exists()


def test_strict_refuses_warnings_and_still_shows_them(run: Run, tmp_path: Path) -> None:
    for arguments in (("--to", "json"), ("-o", tmp_path / "uit")):
        status, out, err = run("convert", WORD, "--strict", *arguments)
        assert (status, out) == (2, b"")
        assert "[bullet-missing]" in err
        assert err.splitlines()[-2].startswith("catalogus: warnings: bijlage-1b.docx: ")
    assert not (tmp_path / "uit").exists()


def test_the_source_is_never_written_over(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "bijlage.docx"
    source.write_bytes(WORD.read_bytes())
    for arguments in (
        ("convert", source, "-o", tmp_path, "--to", "docx"),
        ("convert", source, "--to", "json", "--findings", source),
    ):
        status, _, err = run(*arguments)
        assert status == 2
        assert "catalogus: target-is-source: " in err
    assert source.read_bytes() == WORD.read_bytes()


def test_a_picture_is_never_written_over_the_source(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "bijlage.pdf"
    source.write_bytes(PDF.read_bytes())
    status, out, err = run("show", source, "--page", "1", "--image", source)
    assert (status, out) == (2, b"")
    assert "catalogus: target-is-source: " in err
    assert source.read_bytes() == PDF.read_bytes()


@pytest.mark.parametrize("folder", ["uit", "uit/../uit", "gekoppeld"])
def test_findings_over_an_export_are_refused_before_anything_is_written(run: Run, tmp_path: Path, folder: str) -> None:
    out = tmp_path / "uit"
    out.mkdir()
    (tmp_path / "gekoppeld").symlink_to(out)
    findings = tmp_path / folder / "bijlage-1b.json"
    status, _, err = run("convert", WORD, "-o", out, "--to", "json", "--findings", findings)
    assert status == 2
    assert err.startswith("catalogus: target-twice: ")
    assert list(out.iterdir()) == []


def test_findings_over_what_is_read_are_refused_before_anything_is_written(run: Run, tmp_path: Path) -> None:
    source, previous, link = tmp_path / "a.docx", tmp_path / "oud.json", tmp_path / "koppeling.json"
    source.write_bytes(WORD.read_bytes())
    catalogus.write_catalogue(catalogus.read_catalogue(WORD), previous)
    link.hardlink_to(previous)
    for findings in (source, previous, link):
        before = findings.read_bytes()
        command = ("convert", source, "-o", tmp_path / "uit", "--previous", previous, "--findings", findings)
        status, _, err = run(*command)
        assert (status, err.splitlines()[0].split(": ")[1]) == (2, "target-is-source")
        assert findings.read_bytes() == before
        assert not (tmp_path / "uit").exists()


@pytest.mark.parametrize("name", ["a" * 256, "map/" * 1100])
def test_a_name_that_no_file_can_have_is_an_unwritable_target(run: Run, tmp_path: Path, name: str) -> None:
    status, _, err = run("convert", WORD, "-o", tmp_path / name, "--to", "csv")
    assert status == 2
    assert "catalogus: target-unwritable: " in err


def test_what_was_written_before_the_disk_was_full_is_told(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(target: Path, data: bytes) -> None:
        if target.suffix == ".xml":
            raise TargetUnwritable(str(target), reason="No space left on device")
        target.write_bytes(data)

    monkeypatch.setattr("emit.atomic.write_atomically", full)
    status, _, err = run("convert", WORD, "-o", tmp_path)
    told = [line for line in err.splitlines() if line.startswith("Geschreven: ")]
    assert status == 2
    assert told == [f"Geschreven: {tmp_path / name}" for name in ("bijlage-1b.json", "bijlage-1b.csv")]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bijlage-1b.csv", "bijlage-1b.json"]


@pytest.mark.parametrize(
    ("name", "told"), [(b"bij\xff.docx", "bij\\udcff.docx"), (b"a\nb.docx", "a\\nb.docx"), (b"a\tb.docx", "a\\tb.docx")]
)
def test_a_file_may_have_any_name(run: Run, tmp_path: Path, name: bytes, told: str) -> None:
    source = tmp_path / os.fsdecode(name)
    source.write_bytes(WORD.read_bytes())
    status, out, _ = run("convert", source, "--to", "json")
    assert (status, json.loads(out)["bron"]["bestand"]) == (0, told)


def test_no_line_outside_a_terminal_ends_in_a_space(run: Run) -> None:
    status, out, err = run("show", WORD)
    assert status == 0
    assert not [line for line in (out.decode() + err).splitlines() if line.endswith(" ")]


@pytest.mark.parametrize(
    ("source", "page", "cause"), [(PDF, "7", "no-such-page"), (PDF, "0", "no-such-page"), (WORD, "1", "no-pages")]
)
def test_a_page_that_is_not_there(run: Run, source: Path, page: str, cause: str) -> None:
    status, out, err = run("show", source, "--page", page)
    assert (status, out) == (2, b"")
    assert err.startswith(f"catalogus: {cause}: ")


def raising(error: BaseException) -> object:
    def refuse(*_: object, **__: object) -> None:
        raise error

    return refuse


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (KeyboardInterrupt(), "catalogus: interrupted: Gestopt door de gebruiker."),
        (CatalogusError.__subclasses__()[0]("x.pdf"), "catalogus: file-not-found: x.pdf: Het bestand bestaat niet."),
    ],
    ids=["Ctrl-C", "expected"],
)
def test_whatever_stops_a_command_ends_in_two_lines_and_code_2(
    run: Run, monkeypatch: pytest.MonkeyPatch, error: BaseException, line: str
) -> None:
    monkeypatch.setattr(catalogus, "read", raising(error))
    status, out, err = run("show", WORD)
    assert (status, out, err.splitlines()[0]) == (2, b"", line)
