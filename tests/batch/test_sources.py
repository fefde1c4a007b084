"""Which documents are meant by a name, and where each goes."""

from __future__ import annotations

from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from batch.sources import gather
from transform.errors import Cause, NoDocuments, TargetIsSource

# in/
#   a.pdf   .hidden.pdf   ~$a.docx   notes.txt
#   noord/ a.pdf  b.DOCX        zuid/ a.odt  diep/ c.pdf
FILES = (
    "a.pdf",
    ".hidden.pdf",
    "~$a.docx",
    "notes.txt",
    "noord/a.pdf",
    "noord/b.DOCX",
    "zuid/a.odt",
    "zuid/diep/c.pdf",
)
DOCUMENTS = {"a.pdf": ".", "noord/a.pdf": "noord", "noord/b.DOCX": "noord", "zuid/a.odt": "zuid"} | {
    "zuid/diep/c.pdf": "zuid/diep"
}


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in FILES:
        (tmp_path / "in" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "in" / name).write_bytes(b"x")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def gathered(place: Path, *names: str, out: str = "uit") -> dict[str, str]:
    """Source → folder, both from ``place`` on."""
    found = gather(names, out, ("json",))
    assert found.refused == []
    out_path = place / out
    return {str(Path(s).relative_to(place)): str(Path(f).relative_to(out_path)) for s, f in found.placed}


@pytest.mark.parametrize("name", ["in", "in/", "./in", "{place}/in", "file://{place}/in"])
def test_a_folder_is_mirrored(place: Path, name: str) -> None:
    assert gathered(place, name.format(place=place)) == {f"in/{name}": folder for name, folder in DOCUMENTS.items()}


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("in/*/a.*", {"in/noord/a.pdf": "noord", "in/zuid/a.odt": "zuid"}),
        ("in/**/*.pdf", {"in/a.pdf": ".", "in/noord/a.pdf": "noord", "in/zuid/diep/c.pdf": "zuid/diep"}),
        ("in/z*", {"in/zuid/a.odt": "zuid", "in/zuid/diep/c.pdf": "zuid/diep"}),
    ],
)
def test_a_pattern_that_the_shell_left_is_mirrored_from_its_first_sign(
    place: Path, pattern: str, expected: dict[str, str]
) -> None:
    assert gathered(place, pattern) == expected


def test_a_file_is_taken_as_it_is_named_whatever_its_suffix(place: Path) -> None:
    (place / "in" / "a[1].pdf").write_bytes(b"x")
    assert gathered(place, "in/notes.txt", "in/a[1].pdf") == {"in/notes.txt": ".", "in/a[1].pdf": "."}


@pytest.mark.parametrize("name", ["@lijst.txt", "@-"])
def test_a_list_has_a_name_on_each_line(place: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    lines = b"in/noord/b.DOCX\r\n\nin/zuid\n"
    (place / "lijst.txt").write_bytes(lines)
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(lines)))
    assert list(gathered(place, name)) == ["in/noord/b.DOCX", "in/zuid/a.odt", "in/zuid/diep/c.pdf"]


def test_a_document_that_is_named_twice_is_converted_once(place: Path) -> None:
    assert gathered(place, "in/zuid/diep/c.pdf", "in/zuid") == {"in/zuid/diep/c.pdf": ".", "in/zuid/a.odt": "."}


def test_exports_within_the_folder_are_no_documents(place: Path) -> None:
    (place / "in" / "uit").mkdir()
    (place / "in" / "uit" / "a.docx").write_bytes(b"x")
    assert set(gathered(place, "in", out="in/uit")) == {f"in/{name}" for name in DOCUMENTS}
    with pytest.raises(NoDocuments):
        gather(["in/*/*.docx"], "in/uit", ("json",))


def test_a_folder_is_not_written_into_itself(place: Path) -> None:
    with pytest.raises(TargetIsSource):
        gather(["in"], "in", ("json",))


@pytest.mark.parametrize("name", ["leeg", "leeg/*", "@leeg.txt"])
def test_nothing_there_is_a_cause(place: Path, name: str) -> None:
    (place / "leeg").mkdir()
    (place / "leeg.txt").write_bytes(b"\n")
    with pytest.raises(NoDocuments):
        gather([name], "uit", ("json",))


def test_of_two_that_write_the_same_the_second_is_refused(place: Path) -> None:
    (place / "in" / "A.docx").write_bytes(b"x")
    found = gather(["in/a.pdf", "in/A.docx", "in/noord/b.DOCX"], "uit", ("json",))
    assert [Path(placed.source).name for placed in found.placed] == ["a.pdf", "b.DOCX"]
    assert [outcome.error.cause for outcome in found.refused if outcome.error] == [Cause.TARGET_TWICE]


def test_an_export_is_not_written_over_another_document(place: Path) -> None:
    (place / "in" / "noord" / "a.docx").write_bytes(b"x")
    (place / "in" / "a.docx").write_bytes(b"x")
    found = gather(["in/noord/a.docx", "in/a.docx"], "in/noord", ("docx",))
    assert [outcome.error.cause for outcome in found.refused if outcome.error] == [
        Cause.TARGET_IS_SOURCE,
        Cause.TARGET_TWICE,
    ]
