"""The manual and the program say the same: nothing undocumented, and nothing documented that is not there."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import click
import msgspec
import pytest
from lxml import etree
from msgspec import inspect

import catalogus
import cli
from emit.as_csv import HEADER
from emit.batch_report import JsonBatch
from emit.cause_messages import CAUSES
from emit.comparison_document import JsonComparison
from emit.comparison_words import kind_words, weight_words
from emit.findings_json import JsonFindings
from emit.json_document import JsonCatalogue
from emit.language import evidence_words, placeholders, reason_words, severity_words, translated
from emit.report_output import REPORT_SUFFIXES
from emit.schema import schema_text
from transform.comparison import Kind, Weight
from transform.errors import Cause
from transform.findings import WARNINGS, Code, Evidence, Severity
from transform.ledger import Reason
from transform.model import Competence
from transform.place import PagePlace, WordPlace
from transform.word_diff import texts_to_weight

ROOT: Final = Path(__file__).parents[1]
DOCS: Final = ROOT / "docs"
XS: Final = "{http://www.w3.org/2001/XMLSchema}"


def sections(page: str, level: int) -> dict[str, str]:
    """The sections of a page at a level of heading: title without backticks → text below it."""
    text = (DOCS / page).read_text(encoding="utf-8")
    pieces = re.split(rf"^{'#' * level} (.+)$", text, flags=re.MULTILINE)
    return {title.replace("`", ""): body for title, body in zip(pieces[1::2], pieces[2::2], strict=True)}


def first_cells(text: str) -> list[str]:
    """What stands between backticks in the first column of the tables in ``text``."""
    rows = re.findall(r"^\| *(`.*?) *\|", text, flags=re.MULTILINE)
    return [name for row in rows for name in re.findall(r"`([^`]+)`", row)]


def before_next_heading(text: str) -> str:
    return re.split(r"^#", text, maxsplit=1, flags=re.MULTILINE)[0]


def plain(text: str) -> str:
    """Text without its line ends."""
    return " ".join(text.split())


# Commands


def documented_commands() -> dict[str, str]:
    found = {title: body for title, body in sections("opdrachten.md", 2).items() if title.startswith("catalogus")}
    return {title.removeprefix("catalogus").strip(): before_next_heading(body) for title, body in found.items()}


def options_of(command: click.Command) -> set[str]:
    context = click.Context(command, obj="en")
    given = [
        o for p in command.get_params(context) if isinstance(p, click.Option) for o in (*p.opts, *p.secondary_opts)
    ]
    return set(given)


def test_every_command_is_documented_and_no_other() -> None:
    assert set(documented_commands()) == {"", *cli.commands.commands}


@pytest.mark.parametrize("name", ["", *cli.commands.commands])
def test_every_option_is_documented_and_no_other(name: str) -> None:
    command = cli.commands.commands[name] if name else cli.commands
    names = first_cells(documented_commands()[name])
    assert sorted(names) == sorted(options_of(command))


@pytest.mark.parametrize("name", list(cli.commands.commands))
def test_every_choice_and_argument_of_a_command_is_documented(name: str) -> None:
    command = cli.commands.commands[name]
    text = documented_commands()[name]
    context = click.Context(command, obj="en", info_name=f"catalogus {name}")
    usage = command.get_usage(context).removeprefix("Usage: ").replace("[OPTIONS]", "[OPTIES]")
    assert f"    {usage}\n" in text
    for parameter in command.params:
        if isinstance(parameter, click.Option) and isinstance(parameter.type, click.Choice):
            assert all(f"`{choice}`" in text for choice in parameter.type.choices)


def test_exit_codes_are_documented() -> None:
    assert first_cells(sections("opdrachten.md", 2)["Codes bij het einde"]) == [
        str(cli.DONE),
        str(cli.DIFFERENT),
        str(cli.FAILED),
    ]


def examples() -> Iterator[list[str]]:
    """Each call of the program in an indented line of the manual, up to where its output goes."""
    for page in sorted(DOCS.glob("*.md")):
        lines = re.findall(r"^ {4}(?:.*\| )?catalogus (.+)$", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
        yield from (line.split(" > ")[0].split() for line in lines if "[" not in line)


@pytest.mark.parametrize("words", list(examples()), ids=" ".join)
def test_examples_call_the_program_as_it_is(words: list[str]) -> None:
    command = cli.commands.commands[words[0]]
    assert command.make_context(words[0], words[1:], obj="en").params


# Formats


def paths(kind: inspect.Type, at: str = "") -> Iterator[str]:
    """The names of fields in a type of ours, as the manual writes them: ``bron.bestand``, ``competenties[].id``.

    Places have a table of their own and are not entered.
    """
    match kind:
        case inspect.StructType(cls=cls) if cls in (PagePlace, WordPlace):
            return
        case inspect.StructType(fields=fields):
            for field in fields:
                name = f"{at}.{field.encode_name}".lstrip(".")
                yield name
                yield from paths(field.type, name)
        case inspect.VarTupleType(item_type=item):
            yield from paths(item, f"{at}[]")
        case inspect.UnionType(types=types):
            for one in types:
                yield from paths(one, at)
        case inspect.Metadata(type=inner):
            yield from paths(inner, at)


def fields_of(kind: Any) -> set[str]:
    return set(paths(inspect.type_info(kind)))


def documented_fields(section: str) -> list[str]:
    return first_cells(before_next_heading(sections("exports.md", 2)[section]))


def test_the_manual_has_a_section_for_every_format() -> None:
    titles = {title.lower() for title in sections("exports.md", 2)}
    assert titles - {"bevindingenbestand", "verslag van veel documenten"} == {
        {"docx": "word"}.get(format_, format_) for format_ in catalogus.FORMATS
    }


def test_every_field_of_json_is_documented_and_no_other() -> None:
    assert sorted(documented_fields("JSON")) == sorted(fields_of(JsonCatalogue))


def test_every_field_of_the_findings_file_is_documented_and_no_other() -> None:
    shared = {name for name in fields_of(JsonCatalogue) if name.startswith(("bron.", "bevindingen[]"))}
    assert sorted(documented_fields("Bevindingenbestand")) == sorted(fields_of(JsonFindings) - shared)
    assert shared <= fields_of(JsonFindings)


def test_every_field_of_the_report_of_many_documents_is_documented_and_no_other() -> None:
    assert sorted(documented_fields("Verslag van veel documenten")) == sorted(fields_of(JsonBatch))


def test_every_field_of_a_place_is_documented_and_no_other() -> None:
    fields = [f.encode_name for kind in (PagePlace, WordPlace) for f in msgspec.structs.fields(kind)]
    names = first_cells(before_next_heading(sections("exports.md", 3)["Plaats"]))
    assert sorted(names) == sorted({"in", *fields})


def test_every_column_of_csv_is_documented_and_no_other() -> None:
    assert documented_fields("CSV") == list(HEADER)


def test_every_element_and_attribute_of_xml_is_documented_and_no_other() -> None:
    schema = etree.fromstring(schema_text("xml").encode())
    elements = {element.get("name") or "" for element in schema.iter(f"{XS}element")}
    attributes = {f"@{attribute.get('name')}" for attribute in schema.iter(f"{XS}attribute")}
    assert sorted(documented_fields("XML")) == sorted(elements | attributes)


@pytest.mark.parametrize("page", sorted(p.name for p in DOCS.glob("*.md")))
def test_links_within_the_manual_lead_somewhere(page: str) -> None:
    text = (DOCS / page).read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)]+)\)", text):
        name, _, anchor = target.partition("#")
        heads = re.findall(r"^#+ (.+)$", (DOCS / (name or page)).read_text(encoding="utf-8"), flags=re.MULTILINE)
        assert not anchor or anchor in {head.lower().replace(" ", "-").replace("`", "") for head in heads}


# Comparing


def test_every_kind_of_change_is_documented_and_no_other() -> None:
    assert list(sections("vergelijken.md", 3)) == list(Kind)


@pytest.mark.parametrize("kind", Kind)
def test_a_kind_of_change_has_its_name_and_an_example(kind: Kind) -> None:
    body = before_next_heading(sections("vergelijken.md", 3)[kind])
    assert plain(body).startswith(kind_words(kind, "nl"))
    assert re.search(r"^- Voorbeeld: \S", body, flags=re.MULTILINE)


def test_every_weight_of_a_change_is_documented_with_an_example_of_that_weight() -> None:
    rows = re.findall(
        r"^\| `(.+)` \| .+ \| \*(.+)\* werd \*(.+)\* \|$", sections("vergelijken.md", 2)["Gewicht"], re.MULTILINE
    )
    weights = {weight_words(weight, "nl"): weight for weight in Weight}
    assert [name for name, _, _ in rows] == list(reversed(weights))
    assert all(texts_to_weight(old, new) is weights[name] for name, old, new in rows)


def test_every_report_is_documented_and_no_other() -> None:
    assert first_cells(sections("vergelijken.md", 2)["Verslagen"]) == list(catalogus.REPORTS)
    assert all(f"`{suffix}`" in documented_commands()["compare"] for suffix in REPORT_SUFFIXES if suffix != ".htm")


def test_every_field_of_the_json_report_is_documented_and_no_other() -> None:
    whole = {name for name in fields_of(JsonComparison) if name.startswith("wijzigingen[].competentie.")}
    assert sorted(first_cells(sections("vergelijken.md", 2)["JSON"])) == sorted(fields_of(JsonComparison) - whole)
    assert {name.removeprefix("wijzigingen[].competentie.") for name in whole} == fields_of(Competence)


# Findings and causes


def test_every_code_is_documented_and_no_other() -> None:
    assert sorted(sections("bevindingen.md", 3)) == sorted(Code)


@pytest.mark.parametrize("code", Code)
def test_a_finding_has_its_severity_an_example_and_what_to_do(code: Code) -> None:
    body = before_next_heading(sections("bevindingen.md", 3)[code])
    severity = Severity.WARNING if code in WARNINGS else Severity.NOTE
    assert body.strip().startswith(f"{severity_words(severity, 'nl').capitalize()}. ")
    assert re.search(r"^- Voorbeeld: \S", body, flags=re.MULTILINE)
    assert re.search(r"^- Wat te doen: \S", body, flags=re.MULTILINE)


def table_of(section: str) -> dict[str, str]:
    text = sections("bevindingen.md", 2)[section]
    return dict(re.findall(r"^\| `([^`]+)` \| (.+) \|$", text, flags=re.MULTILINE))


def test_evidence_and_reasons_read_as_in_the_program() -> None:
    assert table_of("Gronden") == {str(e): evidence_words(e, "nl") for e in Evidence}
    assert table_of("Redenen in de verantwoording") == {str(r): reason_words(r, "nl") for r in Reason}


def test_every_cause_is_documented_and_no_other() -> None:
    assert sorted(sections("fouten.md", 2)) == sorted(Cause)


@pytest.mark.parametrize("cause", Cause)
def test_a_cause_has_a_meaning_and_the_remedy_of_the_program(cause: Cause) -> None:
    meaning, _, remedy = sections("fouten.md", 2)[cause].partition("- Wat te doen: ")
    facts = dict.fromkeys(placeholders(CAUSES[cause].remedy), "N")
    assert meaning.strip()
    assert plain(remedy) == translated(CAUSES[cause].remedy, "nl", **facts)


def test_the_changelog_is_that_of_this_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    newest = re.search(r"^## (\S+)$", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert newest is not None
    assert newest[1] == project["version"]
