"""Technical reasons in Dutch: all that the code words itself, and nothing of what others say is bent."""

from __future__ import annotations

import ast
import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from emit.language import fault_words

ROOT = Path(__file__).parents[2]

FAULTS = [
    ("$.competenties[0]: field 'naam' is missing", "$.competenties[0]: veld 'naam' ontbreekt"),
    ("line 5, column indicator_nr: '2' where 1 is expected", "regel 5, kolom indicator_nr: '2' waar 1 hoort"),
    ("line 292, indicator: field 'id' is missing", "regel 292, indicator: veld 'id' ontbreekt"),
    ("line 3: no XML: Start tag expected", "regel 3: geen XML: Start tag expected"),
    ("byte 3: not UTF-8", "byte 3: geen UTF-8"),
    ("page 3: its content is missing", "pagina 3: de inhoud ontbreekt"),
    ("page 3: its content does not say how long it is", "pagina 3: van de inhoud is niet gezegd hoe lang die is"),
    ("word/document.xml is missing", "word/document.xml ontbreekt"),
    ("naam: stray white space in 'a: b'", "naam: overbodige spaties in 'a: b'"),
    ("not in normal form C: 'é: x'", "niet in normaalvorm C: 'é: x'"),
    (os.strerror(errno.ENOSPC), "er is geen ruimte meer op de schijf"),
    ("PdfiumError: Data format error", "PdfiumError: Data format error"),
    ("", ""),
]


@pytest.mark.parametrize(("english", "dutch"), FAULTS)
def test_a_reason_of_ours_is_put_into_dutch_and_that_of_others_is_left(english: str, dutch: str) -> None:
    assert fault_words(english, "nl") == dutch


def reasons_in_the_code() -> Iterator[str]:
    """Every reason that an error is raised with, and every fault of an export, each expression in it as ``x``."""
    for path in (*(ROOT / "extract").glob("*.py"), *(ROOT / "emit").glob("*.py"), ROOT / "transform" / "model.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                yield from (text for value in _worded(node) if (text := _with_x(value)) is not None)


def _worded(call: ast.Call) -> list[ast.expr]:
    name = getattr(call.func, "id", "")
    if name in {"Damaged", "TargetUnwritable", "FileUnreadable", "Usage"}:
        return [keyword.value for keyword in call.keywords if keyword.arg in {"reason", "fault"}]
    if name in {"Fault", "_Flaw", "_told_at", "InvalidCatalogueError"}:
        return call.args[-1:]
    return list(getattr(call.args[1], "elts", [])) if name == "invalid_export" else []


def _with_x(value: ast.expr) -> str | None:
    if isinstance(value, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "x" for part in value.values)
    return str(value.value) if isinstance(value, ast.Constant) else None


def test_every_reason_that_the_code_words_is_one_that_is_translated() -> None:
    reasons = set(reasons_in_the_code())
    foreign = {"x: x", "$: x", "x is x; only x can be read", "$.schema: x", "line x: x"}
    assert len(reasons) > 30
    assert {reason for reason in reasons - foreign if fault_words(reason, "nl") == reason} == set()
