"""The arguments and options of the commands that have many, with their help in English.

What the command line takes, and no more: what it means is for ``cli.py`` and the stages. Names of formats and
reports come from the caller, who knows which there are.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final, TypeVar

import click

from emit.command_help import argument, option, path_type
from emit.language import LANGUAGES
from emit.marking import marked
from transform.limits import MEMORY_MIB, SIZE_MIB, Limits

_Command = TypeVar("_Command", bound=Callable[..., Any])
_Decorator = Callable[[_Command], _Command]

lang_option = option(
    "--lang",
    type=click.Choice(LANGUAGES),
    text=marked("Language of messages and of what a document says for itself; data never changes."),
)

ocr_option = option(
    "--ocr",
    is_flag=True,
    text=marked("Read pages that are pictures (a scan) by text recognition: seconds for each page, and never sure."),
)

word_list_option = option(
    "--word-list",
    is_flag=True,
    text=marked("Let the installed Dutch word list advise on words broken at a line end; a person is still asked."),
)

strict_option = option("--strict", is_flag=True, text=marked("Fail when there are warnings."))

previous_option = option(
    "--previous",
    type=path_type(),
    metavar="FILE",
    text=marked("The last export; what was in it keeps its id, and no id is used again."),
)


def limit_option(name: str, default: int | None, unit: str, text: str) -> _Decorator[Any]:
    """An option for one of the limits."""
    kind = click.IntRange(min=1, max=_MOST)
    return option(name, type=kind, default=default, show_default=default is not None, metavar=unit, text=text)


#: The highest that a limit can be set to: what any system still counts in bytes.
_MOST: Final = 2**40


def _together(*decorators: _Decorator[Any]) -> _Decorator[Any]:
    """One decorator for several, in the order in which help shows them."""

    def decorate(command: Any) -> Any:
        for decorator in reversed(decorators):
            command = decorator(command)
        return command

    return decorate


limit_options = _together(
    limit_option("--max-memory", MEMORY_MIB, "MIB", marked("How much memory reading a document may take, in MiB.")),
    limit_option(
        "--max-seconds",
        None,
        "S",
        marked("How long reading a document may take, in seconds. Without it: 120, and 3600 with --ocr."),
    ),
    limit_option("--max-size", SIZE_MIB, "MIB", marked("How large a document may be, in MiB.")),
)


def taken_limits(given: dict[str, Any]) -> Limits:
    """The limits among what was given; they are taken out of it."""
    return Limits(given.pop("max_memory"), given.pop("max_seconds"), given.pop("max_size"))


def convert_options(formats: Sequence[str]) -> _Decorator[Any]:
    """What ``convert`` takes."""
    return _together(
        argument(
            "sources",
            marked("PDF, Word or ODT documents, folders, patterns or @LIST; - reads standard input."),
            nargs=-1,
            required=True,
            type=path_type(),
        ),
        *_output_options(formats),
        *_judging_options(),
        lang_option,
    )


def batch_options(formats: Sequence[str]) -> _Decorator[Any]:
    """What ``batch`` takes. Names are texts: a path would take one of the slashes out of ``s3://``."""
    return _together(
        argument(
            "sources",
            marked("Documents, folders, patterns or addresses (s3://…); @LIST takes them from a list."),
            nargs=-1,
            required=True,
            type=str,
        ),
        option(
            "-o",
            "--out",
            required=True,
            metavar="DIR",
            text=marked("Folder or address for the files; folders are mirrored in it."),
        ),
        *_format_options(formats),
        previous_option,
        ocr_option,
        word_list_option,
        limit_options,
        strict_option,
        *_engine_options(),
        lang_option,
    )


def _engine_options() -> tuple[_Decorator[Any], ...]:
    return (
        option(
            "--again",
            is_flag=True,
            text=marked("Convert also what was converted before from the same bytes, by the same version and options."),
        ),
        option(
            "--report",
            metavar="FILE",
            text=marked("Write what came of each document to this file, as JSON."),
        ),
        option(
            "--jobs",
            type=click.IntRange(min=1),
            metavar="N",
            text=marked("How many documents to convert at the same time. Without it: one for each core."),
        ),
        option(
            "--engine",
            type=click.Choice(("local", "dask")),
            default="local",
            show_default=True,
            text=marked("Where to convert: in processes of this machine, or on a Dask cluster."),
        ),
        option(
            "--scheduler",
            metavar="ADDRESS",
            text=marked("Address of the scheduler of the Dask cluster, such as tcp://10.0.0.5:8786."),
        ),
    )


def _output_options(formats: Sequence[str]) -> tuple[_Decorator[Any], ...]:
    return (
        option(
            "-o",
            "--out",
            type=path_type(),
            metavar="DIR",
            text=marked("Folder for the files; made when it is not there."),
        ),
        *_format_options(formats),
    )


def _format_options(formats: Sequence[str]) -> tuple[_Decorator[Any], ...]:
    return (
        option(
            "--to",
            type=click.Choice(formats),
            multiple=True,
            text=marked("Format to write; may be given more than once. Without it: all formats."),
        ),
        option(
            "--csv-profile",
            type=click.Choice(("data", "excel")),
            default="data",
            show_default=True,
            text=marked("Kind of CSV: for programs, or to open in Excel."),
        ),
        option(
            "--with-source",
            is_flag=True,
            text=marked("Add to the JSON where each text stands in the document, and the findings."),
        ),
    )


def _judging_options() -> tuple[_Decorator[Any], ...]:
    return (
        previous_option,
        option(
            "--findings",
            type=path_type(),
            metavar="FILE",
            text=marked("Write findings and balance to this file, as JSON."),
        ),
        ocr_option,
        word_list_option,
        limit_options,
        strict_option,
        option(
            "--jobs",
            type=click.IntRange(min=1),
            default=1,
            show_default=True,
            metavar="N",
            text=marked("How many documents to convert at the same time."),
        ),
        option("--verbose", is_flag=True, text=marked("Show every note instead of how many there are.")),
    )


def compare_options(reports: Sequence[str], *, author: str, date: str) -> _Decorator[Any]:
    """What ``compare`` takes; ``author`` and ``date`` are the defaults of those options."""
    side = marked("PDF, Word or ODT document or earlier export (JSON, XML, CSV); - reads standard input.")
    return _together(
        argument("old", side, type=path_type()),
        argument("new", side, type=path_type()),
        *_report_options(reports),
        option(
            "--substantive",
            is_flag=True,
            text=marked("Typographic changes do not count for the exit code."),
        ),
        option(
            "--author",
            default=author,
            show_default=True,
            metavar="NAME",
            text=marked("Who made the tracked changes in a Word report."),
        ),
        option(
            "--date",
            default=date,
            show_default=True,
            metavar="ISO",
            text=marked("When those were made: a date, or a date and time (ISO 8601)."),
        ),
        ocr_option,
        word_list_option,
        limit_options,
        lang_option,
    )


def _report_options(reports: Sequence[str]) -> tuple[_Decorator[Any], ...]:
    return (
        option(
            "--to",
            type=click.Choice(reports),
            text=marked("Kind of report. Without it: what the suffix of the file says, or text."),
        ),
        option(
            "-o",
            "--out",
            type=path_type(),
            metavar="FILE",
            text=marked("File for the report. Without it: standard output."),
        ),
    )
