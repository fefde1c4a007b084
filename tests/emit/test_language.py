"""Every finding, cause, reason and evidence has words in both languages, and nobody reads a half-translated line."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from enum import StrEnum
from io import BytesIO
from pathlib import Path
from typing import Any

import click
import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir, extract_from_file
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

from emit import language as language_module
from emit.cause_messages import CAUSES
from emit.language import (
    DOMAIN,
    LOCALE_FOLDER,
    balance_line,
    cause_lines,
    evidence_words,
    finding_message,
    place_words,
    placeholders,
    quoted,
    reason_words,
    severity_words,
    translated,
    user_language,
)
from emit.locale.compile import compile_catalogues, compiled
from emit.messages import CLICK, CLICK_COUNTED, EVIDENCE, FINDINGS, REASONS, SEVERITIES
from transform import errors
from transform.errors import CatalogusError, Cause, Damaged, InvalidExport, MessagesMissing, NotPdfOrWord, TooLarge
from transform.findings import Code, Evidence, Finding, Severity
from transform.ledger import Books, Reason
from transform.place import Box, Origin, PagePlace, WordPlace

ROOT = Path(__file__).parents[2]
PO = LOCALE_FOLDER / "nl" / "LC_MESSAGES" / f"{DOMAIN}.po"
KEYWORDS = {"marked": None, "counted": (1, 2), "counted_marked": (1, 2)}
#: What a finding's sentence may ask for.
FINDING_PLACEHOLDERS = {"competence", "where", "was", "became", "quote", "result", "because"}
ERROR_CLASSES = {kind.cause: kind for kind in CatalogusError.__subclasses__()}
ANYWHERE = PagePlace(page=3, box=Box(0, 0, 1, 1))


def source_messages() -> set[Any]:
    """The msgids in the code: a string, or a pair for one and many."""
    files = [*(ROOT / "emit").rglob("*.py"), *(ROOT / "batch").rglob("*.py"), ROOT / "cli.py"]
    found = (message for file in files for message in extract_from_file("python", file, keywords=KEYWORDS))
    return {tuple(m) if isinstance(m, (list, tuple)) else m for _, m, _, _ in found}


def dutch_catalogue() -> Catalog:
    return read_po(BytesIO(PO.read_bytes()), abort_invalid=True)


def dutch_messages() -> Iterator[tuple[str, str]]:
    """Each pair of English and Dutch, forms for one and many apart."""
    for message in filter(lambda m: m.id, dutch_catalogue()):
        english = message.id if isinstance(message.id, (list, tuple)) else [message.id]
        dutch = message.string if isinstance(message.string, (list, tuple)) else [message.string]
        yield from zip(english, dutch, strict=True)


# The catalogue of messages


@pytest.mark.parametrize(
    ("table", "names"),
    [(FINDINGS, Code), (CAUSES, Cause), (EVIDENCE, Evidence), (REASONS, Reason), (SEVERITIES, Severity)],
)
def test_every_member_has_a_message_and_no_message_stands_for_nothing(
    table: dict[StrEnum, object], names: type[StrEnum]
) -> None:
    assert set(table) == set(names)


def test_the_dutch_holds_every_message_of_the_code_and_no_other() -> None:
    assert {m.id if isinstance(m.id, str) else tuple(m.id) for m in dutch_catalogue() if m.id} == source_messages()


def test_no_message_is_empty_fuzzy_or_obsolete() -> None:
    catalogue = dutch_catalogue()
    assert not catalogue.obsolete
    assert [m.id for m in catalogue if m.id and m.fuzzy] == []
    assert [english for english, dutch in dutch_messages() if not dutch] == []


def test_every_placeholder_of_the_english_is_in_the_dutch_and_the_other_way_round() -> None:
    unlike = [(e, d) for e, d in dutch_messages() if placeholders(e) != placeholders(d)]
    assert unlike == []


def test_dutch_addresses_the_reader_with_u() -> None:
    words = {word.strip(".,;:()").lower() for _, dutch in dutch_messages() for word in dutch.split()}
    assert not words & {"je", "jij", "jou", "jouw"}


def test_the_compiled_messages_are_those_of_the_source() -> None:
    assert PO.with_suffix(".mo").read_bytes() == compiled(PO.read_bytes()), "install again: the messages changed"


def test_what_click_says_still_stands_in_click() -> None:
    folder = Path(click.__file__).parent
    said = {
        tuple(message) if isinstance(message, (list, tuple)) else message
        for _, _, message, _, _ in extract_from_dir(folder)
    }
    assert set(CLICK) | set(CLICK_COUNTED) <= said


@pytest.mark.parametrize(
    "po",
    [
        '#, fuzzy\nmsgid "a"\nmsgstr "b"\n',
        'msgid "a"\nmsgstr ""\n',
        'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[1] ""\n',
    ],
)
def test_the_build_refuses_a_message_without_sound_translation(po: str, tmp_path: Path) -> None:
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\nPlural-Forms: nplurals=2; plural=(n != 1);"\n\n'
    (tmp_path / "x.po").write_text(head + po, encoding="utf-8")
    with pytest.raises(ValueError, match="fuzzy or untranslated"):
        compile_catalogues(tmp_path)
    assert list(tmp_path.glob("*.mo")) == []


def test_the_build_compiles_every_catalogue_beside_its_source(tmp_path: Path) -> None:
    source = tmp_path / "nl" / "LC_MESSAGES" / "catalogus.po"
    source.parent.mkdir(parents=True)
    source.write_bytes(PO.read_bytes())
    assert compile_catalogues(tmp_path) == [source.with_suffix(".mo")]
    assert source.with_suffix(".mo").read_bytes() == PO.with_suffix(".mo").read_bytes()


@pytest.fixture
def no_messages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(language_module, "LOCALE_FOLDER", tmp_path)
    language_module._catalogue.cache_clear()
    yield
    language_module._catalogue.cache_clear()


@pytest.mark.usefixtures("no_messages")
def test_dutch_that_was_not_compiled_is_an_error_and_not_english() -> None:
    with pytest.raises(MessagesMissing):
        finding_message(Finding(code=Code.TITLE_MISSING), "nl")
    assert finding_message(Finding(code=Code.TITLE_MISSING), "en")


def test_a_message_that_the_dutch_lacks_is_an_error_and_not_english() -> None:
    with pytest.raises(MessagesMissing, match="Nobody wrote this down"):
        translated("Nobody wrote this down.", "nl")


# Findings


@pytest.mark.parametrize("code", Code)
def test_a_finding_asks_for_nothing_that_a_finding_does_not_have(code: Code) -> None:
    assert placeholders(FINDINGS[code]) <= FINDING_PLACEHOLDERS


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("code", Code)
def test_a_finding_without_any_detail_still_makes_a_sentence(code: Code, language: str) -> None:
    sentence = finding_message(Finding(code=code), language)
    assert sentence.endswith(".")
    assert ": ." not in sentence
    assert "None" not in sentence


FINDING_CASES = [
    (
        Finding(code=Code.LABEL_MISSING, competence="Onderhandelen"),
        (
            "Bij Onderhandelen ontbreekt het kopje ‘Indicatoren:’; de indicatoren beginnen bij de eerste regel met een "
            "opsommingsteken."
        ),
        "In Onderhandelen the label ‘Indicatoren:’ is missing; the indicators begin at the first line with a bullet.",
    ),
    (
        Finding(
            code=Code.HYPHEN_JOINED,
            competence="Omgevingsbewustzijn",
            field="name",
            was="Omgevings-⏎bewustzijn",
            became="Omgevingsbewustzijn",
            evidence=Evidence.LINKING_S,
        ),
        (
            "Een streepje in de naam van Omgevingsbewustzijn is weggehaald: ‘Omgevings-⏎bewustzijn’ werd "
            "‘Omgevingsbewustzijn’ (het deel ervoor eindigt op een tussen-s en is op zichzelf geen woord)."
        ),
        (
            "A hyphen in the name of Omgevingsbewustzijn was removed: “Omgevings-⏎bewustzijn” became "
            "“Omgevingsbewustzijn” (the part before it ends in a linking s and is no word by itself)."
        ),
    ),
    (
        Finding(code=Code.TRACKED_CHANGE, was="", became="nieuw"),
        "Een bijgehouden wijziging is gelezen alsof zij is aanvaard: (niets) werd ‘nieuw’.",
        "A tracked change was read as accepted: (nothing) became “nieuw”.",
    ),
    (
        Finding(code=Code.WORD_DOUBLED, field="indicator", was="voordelen voordelen", became="voordelen voordelen"),
        "Een woord staat twee keer achter elkaar in een indicator; dat is zo gelaten: ‘voordelen voordelen’.",
        "A word stands twice in a row in an indicator; it was left as it is: “voordelen voordelen”.",
    ),
    (
        Finding(code=Code.HIDDEN_TEXT, was="één\ntwee"),
        "Verborgen tekst is buiten de competenties gehouden: ‘één⏎twee’.",
        "Hidden text was kept out of the competences: “één⏎twee”.",
    ),
]


@pytest.mark.parametrize(("finding", "dutch", "english"), FINDING_CASES, ids=[f.code for f, _, _ in FINDING_CASES])
def test_findings_read_as_sentences(finding: Finding, dutch: str, english: str) -> None:
    assert finding_message(finding, "nl") == dutch
    assert finding_message(finding, "en") == english


@given(st.sampled_from(Code), st.sampled_from(["nl", "en"]), st.text(), st.text(), st.text())
def test_no_document_can_break_the_line_or_steer_the_terminal(
    code: Code, language: str, competence: str, was: str, became: str
) -> None:
    sentence = finding_message(Finding(code=code, competence=competence, was=was, became=became), language)
    assert len(sentence.splitlines()) == 1
    assert not set(sentence) & {chr(n) for n in (*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F))}
    sentence.encode("utf-8")


def test_a_long_quotation_is_cut_and_says_so() -> None:
    assert quoted("a" * 1000, "nl") == "‘" + "a" * language_module.QUOTED + "…’"
    assert quoted("a" * language_module.QUOTED, "nl").endswith("a’")


# Causes


def facts_of(cause: Cause) -> set[str]:
    return placeholders(CAUSES[cause].cause) | placeholders(CAUSES[cause].remedy)


def test_every_cause_has_one_error_class() -> None:
    assert set(ERROR_CLASSES) == set(Cause)


def raised_errors() -> Iterator[tuple[str, ast.Call, type[CatalogusError]]]:
    """Every place in the program that makes an error: file and line, the call, the class."""
    rooms = [path for room in ("extract", "transform", "emit", "batch") for path in (ROOT / room).rglob("*.py")]
    for path in [*rooms, ROOT / "cli.py", ROOT / "catalogus.py"]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                kind = getattr(errors, node.func.id, None)
                if isinstance(kind, type) and issubclass(kind, CatalogusError):
                    yield f"{path.name}:{node.lineno}", node, kind


def test_whoever_raises_an_error_gives_the_facts_that_its_message_needs() -> None:
    wrong = [
        (where, kind.cause)
        for where, call, kind in raised_errors()
        if None not in {k.arg for k in call.keywords}
        and {k.arg for k in call.keywords} - {"place"} != facts_of(kind.cause)
    ]
    assert wrong == []


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("cause", Cause)
def test_a_cause_gives_its_code_its_place_and_a_remedy(cause: Cause, language: str) -> None:
    facts = dict.fromkeys(facts_of(cause), "<feit>")
    lines = cause_lines(ERROR_CLASSES[cause]("map/bijlage.pdf", **facts), language)
    assert lines[0].startswith(f"{cause}: map/bijlage.pdf: ")
    assert all(lines)
    assert "".join(lines).count("<feit>") >= len(facts)


CAUSE_CASES = [
    (NotPdfOrWord("a.xlsx", found="xlsx"), "het lijkt op: een Excel-werkmap.", "it looks like: an Excel workbook."),
    (NotPdfOrWord("a.dwg", found="dwg"), "het lijkt op: dwg.", "it looks like: dwg."),
    (
        TooLarge("a.pdf", limit="file-bytes", allowed=1000, found=12345),
        "de grens voor de grootte van het bestand in bytes (--max-size): 12.345, en 1.000 is toegestaan.",
        "the limit for the size of the file in bytes (--max-size): 12,345, and 1,000 is allowed.",
    ),
    (
        InvalidExport("a.json", faults="$.a: x\n$.b: y"),
        "teruggelezen; aantal fouten: 2.",
        "read back; faults found: 2.",
    ),
    (Damaged("a\x1b[2J.pdf"), r"damaged: a\u001b[2J.pdf: Het bestand is beschadigd: onbekend.", "damaged: unknown."),
]


@pytest.mark.parametrize(("error", "dutch", "english"), CAUSE_CASES, ids=[str(e) for e, _, _ in CAUSE_CASES])
def test_causes_read_as_sentences(error: CatalogusError, dutch: str, english: str) -> None:
    assert dutch in cause_lines(error, "nl")[0]
    assert english in cause_lines(error, "en")[0]


def test_every_fault_of_an_export_has_a_line_of_its_own() -> None:
    error = InvalidExport("a.json", faults="$.a: x\n$.b: \x1b[2J")
    assert cause_lines(error, "en")[1:-1] == ("  $.a: x", r"  $.b: \u001b[2J")


def test_of_very_many_faults_the_first_are_told_and_all_are_counted() -> None:
    error = InvalidExport("a.csv", faults="\n".join(f"line {number}: x" for number in range(1, 5_001)))
    lines = cause_lines(error, "en")
    assert "faults found: 5,000" in lines[0]
    assert len(lines) == 1_002


# Smaller words


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_evidence_reason_and_severity_has_words(language: str) -> None:
    words = [
        *(evidence_words(evidence, language) for evidence in Evidence),
        *(reason_words(reason, language) for reason in Reason),
        *(severity_words(severity, language) for severity in Severity),
    ]
    assert all(words)
    assert len(set(words)) == len(words)


@pytest.mark.parametrize(
    ("place", "dutch", "english"),
    [
        (None, "", ""),
        (ANYWHERE, "pagina 3", "page 3"),
        (
            WordPlace(table=1, row=4, cell=2, paragraph=1),
            "tabel 1, rij 4, cel 2, alinea 1",
            "table 1, row 4, cell 2, paragraph 1",
        ),
        (WordPlace(part="footer1.xml"), "onderdeel footer1.xml", "part footer1.xml"),
    ],
)
def test_places_in_words(place: Origin | None, dutch: str, english: str) -> None:
    assert (place_words(place, "nl"), place_words(place, "en")) == (dutch, english)


@pytest.mark.parametrize(
    ("books", "dutch", "english"),
    [
        (
            Books(competences=27, indicators=81, characters=12345, in_model=12000, in_ledger=345),
            "27 competenties, 81 indicatoren, 12.345 tekens, 0 onverantwoord",
            "27 competences, 81 indicators, 12,345 characters, 0 unaccounted for",
        ),
        (
            Books(competences=1, indicators=1, characters=1, in_model=0, in_ledger=0),
            "1 competentie, 1 indicator, 1 teken, 1 onverantwoord",
            "1 competence, 1 indicator, 1 character, 1 unaccounted for",
        ),
    ],
)
def test_the_balance_in_one_line(books: Books, dutch: str, english: str) -> None:
    assert (balance_line(books, "nl"), balance_line(books, "en")) == (dutch, english)


# Which language


@pytest.mark.parametrize(
    ("environ", "option", "expected"),
    [
        ({}, None, "nl"),  # nobody says anything: the house's own
        ({"LANG": ""}, None, "nl"),
        ({"LANG": "C"}, None, "nl"),
        ({"LANG": "C.UTF-8"}, None, "nl"),
        ({"LANG": "POSIX"}, None, "nl"),
        ({"LANG": "nl_BE.UTF-8"}, None, "nl"),
        ({"LANG": "en_GB.UTF-8"}, None, "en"),
        ({"LANG": "de_DE"}, None, "en"),  # a real language that we do not speak
        ({"LANG": "nl_NL", "LC_MESSAGES": "en_US"}, None, "en"),
        ({"LC_MESSAGES": "en_US", "LC_ALL": "nl_NL"}, None, "nl"),
        ({"LC_ALL": "nl_NL", "LANGUAGE": "en"}, None, "en"),
        ({"LC_ALL": "C", "LANG": "en_US"}, None, "nl"),  # LC_ALL decides, and names no language
        ({"LANGUAGE": "fr:nl:en"}, None, "nl"),  # the first that we speak
        ({"LANGUAGE": "fr:de"}, None, "en"),
        ({"LANGUAGE": ":", "LANG": "en_US"}, None, "en"),
        ({"LANG": "en_US"}, "nl", "nl"),  # --lang wins
        ({"LANG": "nl_NL"}, "en", "en"),
    ],
)
def test_the_language_of_messages(environ: dict[str, str], option: str | None, expected: str) -> None:
    assert user_language(environ, option) == expected
